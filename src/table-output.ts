/**
 * Files from a result table. In text, a column is written by its Arrow type: dates as ISO 8601, 64-bit integers as bare digits,
 * numbers by their shortest form that reads back the same. Lines come one by one, so that no table is too long.
 */
import { DataType, type Table, tableToIPC, Vector } from "apache-arrow";

/** A cell in plain JavaScript: JSON and, for 64-bit integers, bigint. */
export type Plain = string | number | bigint | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** The columns that hold a zone's row number and its id. */
const zoneColumn = "zone";
const idColumn = "id";

/**
 * CSV with a header line, quoted as RFC 4180 has it, lines ended by "\n" alone for the sake of shell tools. Null is an
 * empty field, an empty text is `""`; lists and records are JSON text.
 */
export function tableToCsv(table: Table): string {
  return [...csvLines(table)].join("");
}

/** The lines of {@link tableToCsv}, each with its line end. */
export function* csvLines(table: Table): Generator<string> {
  const columns = readColumns(table);
  yield `${columns.map(({ name }) => csvField(name)).join(",")}\n`;
  for (let row = 0; row < table.numRows; row++) {
    yield `${columns.map(({ at }) => csvField(at(row))).join(",")}\n`;
  }
}

/** The bytes of an Arrow IPC file (Feather version 2) with the table's metadata, for pyarrow, polars, DuckDB and GDAL. */
export function tableToArrow(table: Table): Uint8Array {
  return tableToIPC(table, "file");
}

/** JSON: an array of row objects; undefined values are null, infinite ones the strings "Infinity" and "-Infinity". */
export function* jsonLines(table: Table): Generator<string> {
  const columns = readColumns(table);
  yield* jsonArray("[", table.numRows, (row) => jsonRecord(columns, row), "]");
}

/** What GeoJSON output takes from the zones. */
export interface OutputZones {
  /** One geometry a zone, as it came. */
  readonly geometries: readonly (object | null)[];
  /** Ids as they came: Arrow columns have one type, features need not. */
  readonly ids: readonly (string | number | null)[] | null;
  /** Name of the geometries' CRS; null for OGC:CRS84, which is GeoJSON's own. */
  readonly crs: string | null;
}

/**
 * A FeatureCollection with one feature a row (several a zone where the table has a column of dates or bands): the
 * zone's geometry and id, and the other columns as properties.
 */
export function* geojsonLines(table: Table, zones: OutputZones): Generator<string> {
  const all = readColumns(table);
  const zoneAt = all.find(({ name }) => name === zoneColumn)?.at;
  const columns = zones.ids === null ? all : all.filter(({ name }, i) => i !== 1 || name !== idColumn);
  const feature = (row: number) => {
    const zone = Number(zoneAt?.(row));
    const id = zones.ids?.[zone] ?? null;
    const idMember = id === null ? "" : `"id":${toJsonText(id)},`;
    const geometry = JSON.stringify(zones.geometries[zone] ?? null);
    return `{"type":"Feature",${idMember}"properties":${jsonRecord(columns, row)},"geometry":${geometry}}`;
  };
  const crs = zones.crs === null ? "" : `"crs":${JSON.stringify({ type: "name", properties: { name: zones.crs } })},`;
  yield* jsonArray(`{"type":"FeatureCollection",${crs}"features":[`, table.numRows, feature, "]}");
}

/** A column by name, with the plain value of each row. */
export interface PlainColumn {
  readonly name: string;
  readonly type: DataType;
  at(row: number): Plain;
}

/** The columns of a table with plain values: dates as ISO 8601 text, lists as arrays. */
export function readColumns(table: Table): PlainColumn[] {
  return table.schema.fields.map((field, i) => {
    const vector = table.getChildAt(i) as Vector;
    const type: DataType = field.type;
    return { name: field.name, type, at: (row) => toPlain(vector.get(row), type) };
  });
}

function toPlain(value: unknown, type: DataType): Plain {
  if (value === null || value === undefined) return null;
  if (DataType.isTimestamp(type)) return isoText(Number(value), false);
  if (DataType.isDate(type)) return isoText(Number(value), true);
  if (DataType.isDecimal(type)) return decimalInteger(value as Uint32Array);
  if (value instanceof Vector) return [...value].map((item) => toPlain(item, value.type));
  if (DataType.isStruct(type)) {
    const record = value as Record<string, unknown>;
    return Object.fromEntries(type.children.map(({ name, type: own }) => [name, toPlain(record[name], own)]));
  }
  return value as Plain;
}

/** Little-endian words in two's complement; the table has decimals only for integers that no 64 bits hold. */
function decimalInteger(words: Uint32Array): bigint {
  const value = words.reduceRight((high, word) => (high << 32n) | BigInt(word), 0n);
  return BigInt.asIntN(32 * words.length, value);
}

/** 2013-01-01T06:00:00Z, with milliseconds where there are some; or the date alone. */
function isoText(milliseconds: number, dateOnly: boolean): string | null {
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime())) return null;
  const text = date.toISOString();
  return dateOnly ? text.slice(0, text.indexOf("T")) : text.replace(".000Z", "Z");
}

function csvField(value: Plain): string {
  if (value === null) return "";
  if (value === "") return '""';
  const text = typeof value === "object" ? toJsonText(value) : String(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function* jsonArray(open: string, count: number, item: (row: number) => string, close: string): Generator<string> {
  yield `${open}\n`;
  for (let row = 0; row < count; row++) yield `${item(row)}${row < count - 1 ? "," : ""}\n`;
  yield `${close}\n`;
}

function jsonRecord(columns: readonly PlainColumn[], row: number): string {
  return `{${columns.map(({ name, at }) => `${JSON.stringify(name)}:${toJsonText(at(row))}`).join(",")}}`;
}

/**
 * JSON has no NaN and no infinity. NaN says that there is no number, which is null; an infinite value is a value (a
 * cell of the raster may hold it), so it stays one, as the text that `Number` and Python's `float` read back.
 */
export function toJsonText(value: Plain): string {
  if (typeof value === "bigint") return String(value);
  if (typeof value === "number") return Number.isNaN(value) ? "null" : jsonNumber(value);
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (isList(value)) return `[${value.map(toJsonText).join(",")}]`;
  return `{${Object.entries(value)
    .map(([key, item]) => `${JSON.stringify(key)}:${toJsonText(item)}`)
    .join(",")}}`;
}

function jsonNumber(value: number): string {
  return Number.isFinite(value) ? String(value) : `"${value}"`;
}

function isList(value: object): value is readonly Plain[] {
  return Array.isArray(value);
}
