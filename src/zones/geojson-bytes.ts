import { readGeojsonCrs } from "./geojson-crs.ts";
import { isMembers } from "./geojson-values.ts";
import { JsonScanner, unlike } from "./json-scanner.ts";
import { RingsBuilder } from "./rings-builder.ts";
import { scanNumber } from "./scan-number.ts";
import type { ZoneSet } from "./zones.ts";

const [COMMA, OPEN_LIST, CLOSE_LIST] = [0x2c, 0x5b, 0x5d];
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/**
 * A FeatureCollection of Polygons and MultiPolygons in UTF-8 → zones in columns, without objects for its positions: in
 * half the time that JSON.parse takes. Properties and geometries are parsed when they are asked for.
 * null for all else, and for whatever is not right: then `parseGeojson` of the text knows the answer, or what to say.
 */
export function scanGeojson(bytes: Uint8Array): ZoneSet | null {
  try {
    return new CollectionScanner(bytes).scan();
  } catch (error) {
    if (error === unlike) return null;
    throw error;
  }
}

/** Names that mean something, those that must be there first. */
const ROOT = ["type", "features", "crs"];
const FEATURE = ["type", "geometry", "properties", "id", "crs"];
const GEOMETRY = ["type", "coordinates"];

class CollectionScanner {
  readonly #json: JsonScanner;
  readonly #bytes: Uint8Array;
  readonly #rings: RingsBuilder;
  readonly #position = new Float64Array(2);
  readonly #ids: (string | number | null)[] = [];
  /** Where the properties and the geometry of each feature begin and end; 0, 0 where there are none. */
  readonly #properties: number[] = [];
  readonly #geometries: number[] = [];
  #crs: string | null = null;
  /** Of the geometry at hand: how its coordinates are read, and where they are if that is known too late. */
  #read: ((at: number) => number) | null = null;
  #waiting = -1;

  constructor(bytes: Uint8Array) {
    this.#json = new JsonScanner(bytes);
    this.#bytes = bytes;
    this.#rings = new RingsBuilder(Math.ceil(bytes.length / 48)); // a position takes about as much
  }

  scan(): ZoneSet {
    const json = this.#json;
    const start = BYTE_ORDER_MARK.every((byte, i) => this.#bytes[i] === byte) ? BYTE_ORDER_MARK.length : 0;
    const end = json.members(json.space(start), ROOT, 2, (name, value) => {
      if (name === "features") return json.list(value, this.#feature);
      const valueEnd = json.value(value);
      if (name === "type" && !json.is(value, valueEnd, '"FeatureCollection"')) throw unlike;
      if (name === "crs") this.#crs = readGeojsonCrs(json.parse(value, valueEnd));
      return valueEnd;
    });
    if (json.space(end) !== this.#bytes.length) throw unlike;
    return this.#zones();
  }

  #zones(): ZoneSet {
    const bytes = this.#bytes;
    const ids = this.#ids;
    const rings = this.#rings.finish();
    if (ids.length === 1 && rings.zoneOffsets[1] === 0) throw unlike;
    const [propertySpans, geometrySpans] = [this.#properties, this.#geometries];
    let properties: ZoneSet["properties"] | null = null;
    let geometries: ZoneSet["geometries"] | null = null;
    return {
      length: ids.length,
      rings,
      crs: this.#crs,
      ids: ids.some((id) => id !== null) ? ids : null,
      get properties() {
        properties ??= parseSpans(bytes, propertySpans).map((value) => (isMembers(value) ? value : {}));
        return properties;
      },
      get geometries() {
        geometries ??= parseSpans(bytes, geometrySpans) as (object | null)[];
        return geometries;
      },
    };
  }

  readonly #feature = (at: number): number => {
    const json = this.#json;
    const row = this.#ids.length;
    this.#ids.push(null);
    this.#properties.push(0, 0);
    this.#geometries.push(0, 0);
    const end = json.members(at, FEATURE, 2, (name, value) => {
      const valueEnd = name === "geometry" ? this.#geometry(value) : json.value(value);
      if (name === "type" && !json.is(value, valueEnd, '"Feature"')) throw unlike;
      if (name === "crs") throw unlike;
      if (name === "id") this.#ids[row] = this.#id(value, valueEnd);
      if (name === "properties" || name === "geometry") {
        const spans = name === "geometry" ? this.#geometries : this.#properties;
        spans[2 * row] = value;
        spans[2 * row + 1] = valueEnd;
      }
      return valueEnd;
    });
    this.#rings.endZone();
    return end;
  };

  #id(start: number, end: number): string | number | null {
    const id = this.#json.parse(start, end);
    return typeof id === "string" || typeof id === "number" ? id : null;
  }

  #geometry(at: number): number {
    const json = this.#json;
    if (json.is(at, at + 4, "null")) return at + 4;
    this.#forgetGeometry();
    const end = json.members(at, GEOMETRY, 2, this.#geometryMember);
    if (this.#waiting >= 0) this.#read?.(this.#waiting);
    return end;
  }

  #forgetGeometry(): void {
    this.#read = null;
    this.#waiting = -1;
  }

  readonly #geometryMember = (name: string, value: number): number => {
    if (name === "coordinates" && this.#read) return this.#read(value);
    const valueEnd = this.#json.value(value);
    if (name === "coordinates") this.#waiting = value;
    if (name === "type") {
      if (this.#json.is(value, valueEnd, '"Polygon"')) this.#read = this.#polygon;
      else if (this.#json.is(value, valueEnd, '"MultiPolygon"')) this.#read = this.#multiPolygon;
      else throw unlike;
    }
    return valueEnd;
  };

  readonly #multiPolygon = (at: number): number => this.#json.list(at, this.#part, true);

  readonly #polygon = (at: number): number => {
    const next = this.#json.space(at + 1);
    const isEmpty = this.#bytes[at] === OPEN_LIST && this.#bytes[next] === CLOSE_LIST;
    return isEmpty ? next + 1 : this.#part(at);
  };

  readonly #part = (at: number): number => {
    const end = this.#json.list(at, this.#ring);
    this.#rings.endPolygon();
    return end;
  };

  /** Four positions or more, of which the last is the first again and left out. A loop: here all the time goes. */
  readonly #ring = (at: number): number => {
    const bytes = this.#bytes;
    const json = this.#json;
    const rings = this.#rings;
    const position = this.#position;
    if (bytes[at] !== OPEN_LIST) throw unlike;
    let next = this.#scanPosition(json.space(at + 1));
    const firstX = position[0];
    const firstY = position[1];
    let count = 1;
    for (; bytes[next] === COMMA; count++) {
      rings.push(position[0], position[1]);
      next = this.#scanPosition(json.space(next + 1));
    }
    if (bytes[next] !== CLOSE_LIST || count < 4 || position[0] !== firstX || position[1] !== firstY) throw unlike;
    rings.endRing();
    return next + 1;
  };

  /** To what comes after it and white space. */
  #scanPosition(at: number): number {
    const bytes = this.#bytes;
    const json = this.#json;
    const position = this.#position;
    if (bytes[at] !== OPEN_LIST) throw unlike;
    let next = scanNumber(bytes, json.space(at + 1), position, 0);
    if (next < 0) throw unlike;
    next = json.space(next);
    if (bytes[next] !== COMMA) throw unlike;
    next = scanNumber(bytes, json.space(next + 1), position, 1);
    if (next < 0 || !Number.isFinite(position[0]) || !Number.isFinite(position[1])) throw unlike;
    next = json.space(next);
    while (bytes[next] === COMMA) next = json.space(json.value(json.space(next + 1)));
    if (bytes[next] !== CLOSE_LIST) throw unlike;
    return json.space(next + 1);
  }
}

/** The values at the places start, end, start, end, …; null where both are 0. Parsed all at once. */
function parseSpans(bytes: Uint8Array, spans: readonly number[]): unknown[] {
  const count = spans.length / 2;
  const nothing = [0x6e, 0x75, 0x6c, 0x6c]; // null
  let length = 2;
  for (let i = 0; i < count; i++) length += 1 + (spans[2 * i + 1] - spans[2 * i] || nothing.length);
  const json = new Uint8Array(length - 1);
  let at = 0;
  for (let i = 0; i < count; i++) {
    json[at++] = i === 0 ? OPEN_LIST : COMMA;
    const value = spans[2 * i + 1] > 0 ? bytes.subarray(spans[2 * i], spans[2 * i + 1]) : nothing;
    json.set(value, at);
    at += value.length;
  }
  json[at] = CLOSE_LIST;
  return JSON.parse(new TextDecoder().decode(json)) as unknown[];
}
