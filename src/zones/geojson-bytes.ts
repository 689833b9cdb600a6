import type { OnRead } from "./formats/format.ts";
import { readGeojsonCrs } from "./geojson-crs.ts";
import { scanWindows } from "./geojson-scanner.ts";
import { isMembers } from "./geojson-values.ts";
import type { Rings, ZoneSet } from "./zones.ts";

const [COMMA, OPEN_LIST, CLOSE_LIST] = [0x2c, 0x5b, 0x5d];

/**
 * A FeatureCollection of Polygons and MultiPolygons in UTF-8 → zones in columns, without objects for its positions: in
 * half the time that JSON.parse takes. Properties and geometries are parsed when they are asked for. `windowBytes` are
 * scanned at a time; `onRead` hears after each.
 * null for all else, for whatever is not right, and where the host has no WebAssembly: then `parseGeojson` of the text
 * knows the answer, or what to say.
 */
export function scanGeojson(bytes: Uint8Array, windowBytes?: number, onRead?: OnRead): ZoneSet | null {
  const scanned = scanWindows(bytes, windowBytes, onRead && hearing(bytes, onRead));
  if (!scanned) return null;
  const { rings } = scanned;
  const length = rings.zoneOffsets.length - 1;
  if (length === 1 && rings.zoneOffsets[1] === 0) return null;
  let properties: ZoneSet["properties"] | null = null;
  let geometries: ZoneSet["geometries"] | null = null;
  return {
    length,
    rings,
    crs: crsAt(bytes, scanned.crs),
    ids: parseIds(bytes, scanned.ids),
    get properties() {
      properties ??= parseSpans(bytes, scanned.properties).map((value) => (isMembers(value) ? value : {}));
      return properties;
    },
    get geometries() {
      geometries ??= parseSpans(bytes, scanned.geometries) as (object | null)[];
      return geometries;
    },
  };
}

/** By itself, so that the zones do not hold who hears. Which CRSs are wrong is told once all is read. */
function hearing(bytes: Uint8Array, onRead: OnRead) {
  return (rings: Rings, share: number, span: Uint32Array): void => {
    let crs: string | null;
    try {
      crs = crsAt(bytes, span);
    } catch {
      return;
    }
    onRead({ rings, share, crs });
  };
}

function crsAt(bytes: Uint8Array, span: Uint32Array): string | null {
  return readGeojsonCrs(parseSpans(bytes, span)[0]);
}

function parseIds(bytes: Uint8Array, spans: Uint32Array): ZoneSet["ids"] {
  if (spans.every((place) => place === 0)) return null;
  const ids = parseSpans(bytes, spans).map((id) => (typeof id === "string" || typeof id === "number" ? id : null));
  return ids.some((id) => id !== null) ? ids : null;
}

/** The values at the places start, end, start, end, …; null where both are 0. Parsed all at once. */
function parseSpans(bytes: Uint8Array, spans: Uint32Array): unknown[] {
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
