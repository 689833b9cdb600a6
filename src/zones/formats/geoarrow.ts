import { type Data, type Field, type Table, tableFromIPC, type Vector } from "apache-arrow";
import { rastrumError } from "../../errors.ts";
import { asBroken, type Fail, refuseBroken } from "../../source/broken-bytes.ts";
import type { ZoneSet } from "../zones.ts";
import { checkedStream } from "./arrow-messages.ts";
import { ArrowShapes, isNative } from "./arrow-shapes.ts";
import type { FormatOptions, ZoneSource } from "./format.ts";
import { wholeNumber } from "./whole-number.ts";
import { WkbGeometry } from "./wkb-geometry.ts";
import { WktGeometry } from "./wkt-geometry.ts";
import { failer, LazyZones } from "./zone-set.ts";

/** Arrow's numbers of types that a table of zones has as they are; the rest would be texts of JSON. */
const [INT, FLOAT, UTF8, BOOL, DATE, TIMESTAMP, DICTIONARY, LARGE_UTF8] = [2, 3, 5, 6, 8, 10, -1, 20];
const plainTypes = new Set([INT, FLOAT, UTF8, BOOL, DATE, TIMESTAMP, DICTIONARY, LARGE_UTF8]);

/** A file or a stream of Arrow record batches with a GeoArrow column. */
export async function read(source: ZoneSource, options: FormatOptions): Promise<ZoneSet> {
  const fail = failer(source.name, null);
  const bytes = await source.whole(options.signal);
  const stream = await checkedStream(bytes, fail).catch((error: unknown) => Promise.reject(asBroken(fail, error)));
  return refuseBroken(fail, () => readTable(tableFromIPC(stream), options, source.name));
}

/**
 * A table of apache-arrow with a GeoArrow column: points, lines, polygons, interleaved or not, or WKB. `layer` names it
 * where there are several. Its buffers are read where they are.
 */
export function readTable(table: Table, { layer, columns }: FormatOptions, name = "the table"): ZoneSet {
  const fail = failer(name, null);
  const field = geometryField(table.schema.fields, layer, fail);
  const zones = new LazyZones();
  pushColumn(zones, field, columnOf(table, field), name);
  const others = table.schema.fields.filter(
    (other) => other !== field && plainTypes.has(other.type.typeId) && (!columns || wants(table, columns, other)),
  );
  const properties = () => {
    const values = others.map((other) => [other, columnOf(table, other)] as const);
    const record = (row: number) =>
      Object.fromEntries(values.map(([{ name, type }, column]) => [name, plainValue(column.get(row), type.typeId)]));
    return Array.from({ length: table.numRows }, (_, row) => refuseBroken(failer(name, row), () => record(row)));
  };
  return zones.finish({ crs: crsOf(field, fail), properties });
}

/** All, where one that is asked for is not there: then the error can name them. */
function wants(table: Table, columns: readonly string[], { name }: Field): boolean {
  const isThere = (column: string) => table.schema.fields.some((field) => field.name === column);
  return columns.includes(name) || !columns.every(isThere);
}

function columnOf(table: Table, field: Field): Vector {
  return table.getChildAt(table.schema.fields.indexOf(field)) as Vector;
}

function geometryField(fields: readonly Field[], asked: string | undefined, fail: Fail): Field {
  const found = fields.filter((field) => extensionOf(field) !== null);
  const chosen = asked === undefined ? found[0] : found.find(({ name }) => name === asked);
  if (chosen) return chosen;
  if (found.length === 0) throw fail('has no GeoArrow column (a field with the metadata "ARROW:extension:name")');
  throw fail(`has no GeoArrow column ${JSON.stringify(asked)}; it has: ${found.map(({ name }) => name).join(", ")}`);
}

/** "wkb", "polygon", …; null for a column of something else. Older files say "ogc.wkb". */
function extensionOf({ metadata }: Field): string | null {
  return /^(?:geoarrow|ogc)\.(\w+)$/.exec(metadata?.get("ARROW:extension:name") ?? "")?.[1] ?? null;
}

function pushColumn(zones: LazyZones, field: Field, column: Vector, name: string): void {
  const extension = extensionOf(field) as string;
  if (extension !== "wkb" && extension !== "wkt" && !isNative(extension)) {
    const message = `${name} has geometries as geoarrow.${extension}, which is not read: write them as WKB.`;
    throw rastrumError("unsupported", message, { what: `geoarrow.${extension}` });
  }
  const read = extension === "wkt" ? textReader(zones) : binaryReader(zones);
  let row = 0;
  for (const data of column.data as readonly Data[]) {
    const shapes = isNative(extension) ? new ArrowShapes(zones, extension, data, failer(name, null)) : null;
    for (let i = 0; i < data.length; i++, row++) {
      const fail = failer(name, row);
      if (data.getValid(i)) {
        if (shapes) shapes.push(i, fail);
        else read(bytesAt(data, i) ?? column.get(row), fail);
      }
      zones.endZone();
    }
  }
}

type ReadValue = (value: unknown, fail: Fail) => void;

function binaryReader(zones: LazyZones): ReadValue {
  const wkb = new WkbGeometry(zones);
  return (value, fail) => {
    if (!(value instanceof Uint8Array)) throw fail("has a geometry that is not WKB");
    wkb.read(value, fail);
  };
}

function textReader(zones: LazyZones): ReadValue {
  const wkt = new WktGeometry(zones);
  return (value, fail) => {
    const bytes = typeof value === "string" ? new TextEncoder().encode(value) : value;
    if (!(bytes instanceof Uint8Array)) throw fail("has a geometry that is not WKT");
    const end = wkt.read(bytes, 0, bytes.length, fail);
    if (end < bytes.length) throw fail("has something behind its WKT");
  };
}

/** The bytes of a value where they lie one behind the other; null in a column of views, which say where each is. */
function bytesAt(data: Data, i: number): Uint8Array | null {
  const offsets = data.valueOffsets as ArrayLike<number | bigint> | undefined;
  const bytes = data.values;
  const [start, stop] = [Number(offsets?.[i]), Number(offsets?.[i + 1])];
  if (!(bytes instanceof Uint8Array) || !(start >= 0 && stop >= start && stop <= bytes.length)) return null;
  return bytes.subarray(start, stop);
}

/** The CRS of the extension's metadata: PROJJSON, WKT, or a name; null where it says none. */
function crsOf({ metadata }: Field, fail: Fail): string | null {
  const text = metadata.get("ARROW:extension:metadata");
  if (!text) return null;
  const { crs, edges } = refuseBroken(fail, () => (JSON.parse(text) ?? {}) as { crs?: unknown; edges?: unknown });
  if (edges === "spherical") throw fail("has edges on the sphere; zones have straight ones: densify them first");
  if (typeof crs === "string") return crs;
  return typeof crs === "object" && crs !== null ? JSON.stringify(crs) : null;
}

/** Times as ISO texts, integers as numbers where those hold them. */
function plainValue(value: unknown, typeId: number): unknown {
  if (typeof value === "bigint") return wholeNumber(value);
  if (typeId !== DATE && typeId !== TIMESTAMP) return value ?? null;
  const milliseconds = value === null ? Number.NaN : Number(value);
  if (!(Math.abs(milliseconds) <= 8.64e15)) return null;
  const text = new Date(milliseconds).toISOString();
  return typeId === DATE ? text.slice(0, 10) : text;
}
