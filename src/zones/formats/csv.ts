import type { Fail } from "../../source/broken-bytes.ts";
import { readGeometry } from "../geojson-geometry.ts";
import type { ZoneSet } from "../zones.ts";
import { geometryColumns } from "./csv-columns.ts";
import { propertiesOf } from "./csv-properties.ts";
import { CsvRows } from "./csv-rows.ts";
import type { FormatOptions, ZoneSource } from "./format.ts";

import { SridOfAll } from "./srid.ts";
import { utf8 } from "./utf8.ts";
import { WkbGeometry } from "./wkb-geometry.ts";
import { WktGeometry } from "./wkt-geometry.ts";
import { failer, LazyZones } from "./zone-set.ts";

const QUOTE = 0x22;
/** Delimiters that are looked for, as bytes. */
const delimiters = [..."\t,;|"].map((character) => character.charCodeAt(0));

/**
 * A zone a row of delimited text, with a header: its geometry from a column of WKT, WKB in hexadecimal digits or GeoJSON,
 * else a point from columns of x and y; the other columns are properties.
 */
export async function read(source: ZoneSource, { signal }: FormatOptions): Promise<ZoneSet> {
  const { name } = source;
  const bytes = utf8(await source.whole(signal));
  const delimiter = delimiterOf(bytes);
  const rows = new CsvRows(bytes, delimiter, name);
  if (!rows.next()) throw failer(name, null)("is empty");
  const header = Array.from({ length: rows.count }, (_, i) => rows.text(i));
  const columns = geometryColumns(header, name);
  const [start, startLine] = [rows.position, rows.line + 1];
  const zones = new LazyZones(Math.ceil(bytes.length / 40));
  const cells = new CellGeometry(zones);
  let row = 0;
  let missing = 0; // fields at the ends of rows: few, or records would take far more memory than the file
  for (; rows.next(); row++) {
    const fail = failer(`${name} (line ${rows.line})`, row);
    missing += header.length - rows.count;
    if (rows.count > header.length || missing > Math.max(bytes.length, 1e6)) {
      throw fail(`has ${rows.count} fields, of ${header.length} columns`);
    }
    if ("geometry" in columns) cells.read(rows, columns.geometry, row, fail);
    else readPoint(zones, rows, columns.x, columns.y, fail);
    zones.endZone();
  }
  if (row === 0) throw failer(name, null)("has a header, but no rows");
  const rest = header.map((_, i) => i).filter((i) => !("geometry" in columns && columns.geometry === i));
  const properties = () => propertiesOf(new CsvRows(bytes, delimiter, name, start, startLine), header, rest);
  return zones.finish({ crs: cells.crs, properties });
}

/** What stands most often in the header, outside of quotes; a comma where nothing does. */
function delimiterOf(bytes: Uint8Array): number {
  const counts = delimiters.map(() => 0);
  let isQuoted = false;
  for (const byte of bytes) {
    if (byte === QUOTE) isQuoted = !isQuoted;
    else if (!isQuoted && (byte === 0x0a || byte === 0x0d)) break;
    else if (!isQuoted && delimiters.includes(byte)) counts[delimiters.indexOf(byte)]++;
  }
  const most = Math.max(...counts);
  return most === 0 ? 0x2c : delimiters[counts.indexOf(most)];
}

/** Reads geometries out of fields; an empty one is an empty zone. */
class CellGeometry {
  readonly #zones: LazyZones;
  readonly #wkt: WktGeometry;
  readonly #wkb: WkbGeometry;
  readonly #srid = new SridOfAll();

  constructor(zones: LazyZones) {
    this.#zones = zones;
    this.#wkt = new WktGeometry(zones);
    this.#wkb = new WkbGeometry(zones);
  }

  get crs(): string | null {
    return this.#srid.crs;
  }

  read(rows: CsvRows, column: number, row: number, fail: Fail): void {
    if (column >= rows.count) return;
    const { bytes } = rows;
    let start = rows.start(column);
    let end = rows.end(column);
    while (start < end && bytes[start] <= 0x20) start++;
    while (end > start && bytes[end - 1] <= 0x20) end--;
    if (start === end) return;
    const first = bytes[start];
    if (first === 0x7b) this.#readGeojson(rows.text(column), row, fail);
    else if (first === 0x30) {
      this.#wkb.read(fromHex(bytes, start, end, fail), fail);
      this.#srid.add(this.#wkb.srid, fail);
    } else {
      if (this.#wkt.read(bytes, start, end, fail) < end) throw fail("has text behind its WKT");
      this.#srid.add(this.#wkt.srid, fail);
    }
  }

  #readGeojson(text: string, row: number, fail: Fail): void {
    let geometry: unknown;
    try {
      geometry = JSON.parse(text);
    } catch (cause) {
      throw fail(`has a geometry that is not JSON (${(cause as Error).message})`);
    }
    readGeometry(this.#zones, geometry, row);
  }
}

function readPoint({ paths }: LazyZones, rows: CsvRows, forX: number, forY: number, fail: Fail): void {
  const [textX, textY] = [forX, forY].map((column) => (column < rows.count ? rows.text(column).trim() : ""));
  if (textX === "" && textY === "") return;
  const [x, y] = [textX, textY].map((text) =>
    /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN,
  );
  if (!Number.isFinite(x) || !Number.isFinite(y)) {
    throw fail(`has the coordinates ${JSON.stringify([textX, textY].map((text) => text.slice(0, 40)))}`);
  }
  paths.push(x, y);
  paths.endPath();
}

function fromHex(bytes: Uint8Array, start: number, end: number, fail: Fail): Uint8Array {
  if ((end - start) % 2 !== 0) throw fail("has WKB of an odd number of digits");
  const decoded = new Uint8Array((end - start) / 2);
  for (let i = 0; i < decoded.length; i++) {
    const [high, low] = [digitOf(bytes[start + 2 * i]), digitOf(bytes[start + 2 * i + 1])];
    if (high < 0 || low < 0) throw fail("has WKB that is not all hexadecimal digits");
    decoded[i] = 16 * high + low;
  }
  return decoded;
}

function digitOf(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = (byte | 0x20) - 0x61;
  return letter >= 0 && letter < 6 ? letter + 10 : -1;
}
