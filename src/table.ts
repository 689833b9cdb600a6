import {
  List as ArrowList,
  Bool,
  type Data,
  type DataType,
  Decimal,
  Field,
  Float64,
  Int32,
  Int64,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  TimestampMillisecond,
  Uint64,
  Utf8,
  vectorFromArray,
} from "apache-arrow";
import { rastrumError } from "./errors.ts";
import type { SelectedDimension } from "./plan/selected.ts";
import { asValues, type ColumnValues, isListColumn } from "./stats/column-values.ts";
import type { ZonalRows } from "./stats/forms.ts";
import type { StatisticValue } from "./stats/statistic.ts";
import type { ZoneSet } from "./zones/zones.ts";

export interface TableInput {
  readonly zones: ZoneSet;
  readonly include: readonly string[];
  readonly selected: readonly SelectedDimension[];
  readonly rows: ZonalRows;
  readonly metadata: ReadonlyMap<string, string>;
}

/** Rows → Arrow: `zone`, `id`, attributes asked for, `class` where there are classes, dimensions, statistics. */
export function zonalTable({ zones, include, selected, rows, metadata }: TableInput): Table {
  const { rows: rowsInFile } = zones;
  const numbers = rowsInFile ? rows.zones.map((zone) => rowsInFile[zone]) : rows.zones;
  const columns: [string, Data][] = [["zone", int32(numbers)]];
  const byZone = (value: (zone: number) => unknown) => attributeData(Array.from(rows.zones, value));
  if (zones.ids) columns.push(["id", byZone((zone) => zones.ids?.[zone])]);
  for (const name of include) columns.push([name, byZone((zone) => ownProperty(zones.properties[zone], name))]);
  if (rows.classes) columns.push(["class", numberData(rows.classes)]);
  columns.push(...dimensionColumns(selected, rows.slices));
  const known = new Map<Uint8Array, Validity | null>();
  for (const { name, values } of rows.columns) columns.push([name, valueData(values, known)]);
  return tableOf(columns, rows.zones.length, metadata);
}

/** What a table says of the run that made it. */
export function runMetadata(backend: string, reason: string, warnings: readonly string[]): Map<string, string> {
  return new Map([
    ["rastrum.backend", backend],
    ["rastrum.backend_reason", reason],
    ["rastrum.warnings", JSON.stringify(warnings)],
  ]);
}

/** Throws `invalid-option` where two columns would have one name. */
export function checkColumnNames(names: readonly string[]): void {
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice === undefined) return;
  const message = `Two columns would be named "${twice}" (of: ${names.join(", ")}): leave one out or rename it.`;
  throw rastrumError("invalid-option", message, { option: "include", received: twice });
}

function dimensionColumns(selected: readonly SelectedDimension[], slices: Int32Array): [string, Data][] {
  let repeat = selected.reduce((product, { range }) => product * (range[1] - range[0]), 1);
  return selected.flatMap(({ dimension, range, single }): [string, Data][] => {
    const length = range[1] - range[0];
    repeat /= length;
    if (single) return [];
    const step = repeat;
    const indices = slices.map((slice) => range[0] + (Math.floor(slice / step) % length));
    const { labels } = dimension;
    if (!labels) return [[dimension.name, int32(indices)]];
    if (labels.type === "text") {
      return [[dimension.name, textData(Array.from(indices, (index) => labels.values[index]))]];
    }
    const values = Float64Array.from(indices, (index) => labels.values[index]);
    if (labels.type === "number") return [[dimension.name, float64(values, null)]];
    const data = BigInt64Array.from(values, (value) => BigInt(Math.round(value)));
    const type = new TimestampMillisecond("UTC");
    return [[dimension.name, makeData({ type, length: indices.length, nullCount: 0, data })]];
  });
}

/** Numbers, or lists of numbers where some value is one. @param known validity that several columns share */
export function valueData(values: ColumnValues, known = new Map<Uint8Array, Validity | null>()): Data {
  if ("numbers" in values) {
    const { numbers, isNull } = values;
    if (!known.has(isNull)) known.set(isNull, validityOf(isNull));
    return float64(numbers, known.get(isNull) ?? null);
  }
  return isListColumn(values) ? listData(asValues(values) as List[]) : anyData(values);
}

function anyData(values: readonly (StatisticValue | null)[]): Data {
  return hasList(values) ? listData(values as (List | null)[]) : numberData(values as (number | bigint | null)[]);
}

// Loops over all rows are functions of their own: V8 compiles them while they run, and what comes behind one anew each time.
function hasList(values: readonly (StatisticValue | null)[]): boolean {
  for (let i = 0; i < values.length; i++) if (typeof values[i] === "object" && values[i] !== null) return true;
  return false;
}

type List = Exclude<StatisticValue, number | bigint>;

/** Where each list begins, and the last one ends. Throws `unsupported` beyond the 2^31 − 1 entries that Arrow knows. */
export function listOffsets(lists: readonly ({ readonly length: number } | null)[]): Int32Array {
  const offsets = new Int32Array(lists.length + 1);
  let length = 0;
  lists.forEach((list, i) => {
    length += list?.length ?? 0;
    offsets[i + 1] = length;
  });
  if (length <= 2 ** 31 - 1) return offsets;
  const message = `A column of lists would have ${length} entries, more than Arrow's 2147483647: ask for fewer zones or slices at once.`;
  throw rastrumError("unsupported", message, { what: "lists" });
}

function listData(lists: readonly (List | null)[]): Data {
  const offsets = listOffsets(lists);
  const child = listItems(lists, offsets[lists.length]);
  const { bitmap, nullCount } = validity(lists);
  return makeData({
    type: new ArrowList(new Field("item", child.type as DataType, true)),
    length: lists.length,
    nullCount,
    nullBitmap: bitmap,
    valueOffsets: offsets,
    child,
  });
}

function listItems(lists: readonly (List | null)[], length: number): Data {
  if (lists.some((list) => Array.isArray(list) && list.some((item) => typeof item === "bigint"))) {
    return numberData(lists.flatMap((list) => [...(list ?? [])]));
  }
  const items = new Float64Array(length);
  let at = 0;
  for (const list of lists) {
    if (!list) continue;
    items.set(list as readonly number[], at);
    at += list.length;
  }
  return float64(items, null);
}

/** Float64, unless a value is a bigint: then the narrowest of Int64, Uint64 and Decimal(38) that holds the column. */
export function numberData(values: readonly (number | bigint | null)[]): Data {
  const nulls = validity(values);
  const numbers = new Float64Array(values.length);
  return putNumbers(numbers, values) ? float64(numbers, nulls) : integerData(values, nulls);
}

/** False where one of them is a bigint, which a double may not hold. */
function putNumbers(numbers: Float64Array, values: readonly (number | bigint | null)[]): boolean {
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value === "bigint") return false;
    if (value !== null) numbers[i] = value;
  }
  return true;
}

function integerData(values: readonly (number | bigint | null)[], { bitmap, nullCount }: Validity): Data {
  const { length } = values;
  const bigints = values.map((value) => BigInt(value ?? 0));
  const common = { length, nullCount, nullBitmap: bitmap };
  const fits = (type: (bits: number, value: bigint) => bigint) => bigints.every((value) => type(64, value) === value);
  if (fits(BigInt.asIntN)) return makeData({ ...common, type: new Int64(), data: BigInt64Array.from(bigints) });
  if (fits(BigInt.asUintN)) return makeData({ ...common, type: new Uint64(), data: BigUint64Array.from(bigints) });
  const words = new BigUint64Array(2 * length);
  bigints.forEach((value, i) => {
    words[2 * i] = BigInt.asUintN(64, value);
    words[2 * i + 1] = BigInt.asUintN(64, value >> 64n);
  });
  return makeData({ ...common, type: new Decimal(0, 38, 128), data: new Uint32Array(words.buffer) });
}

/** Attributes of features: numbers, booleans and texts keep their type, anything else is written as JSON text. */
export function attributeData(values: readonly unknown[]): Data {
  const present = values.filter((value) => value !== null && value !== undefined);
  const all = (type: string) => present.length > 0 && present.every((value) => typeof value === type);
  const nullable = values.map((value) => value ?? null);
  if (all("number")) return numberData(nullable as (number | null)[]);
  if (all("boolean")) return vectorFromArray(nullable as (boolean | null)[], new Bool()).data[0];
  if (all("bigint") && present.every((value) => BigInt.asIntN(64, value as bigint) === value)) {
    return numberData(nullable as (bigint | null)[]);
  }
  const replacer = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);
  const text = (value: unknown) => {
    if (value === null || typeof value === "string") return value;
    return typeof value === "bigint" ? String(value) : JSON.stringify(value, replacer);
  };
  return textData(nullable.map(text));
}

/** Without Arrow's builders, which take ten times as long. */
function textData(values: readonly (string | null)[]): Data {
  const valueOffsets = new Int32Array(values.length + 1);
  for (let i = 0; i < values.length; i++) valueOffsets[i + 1] = valueOffsets[i] + utf8Length(values[i] ?? "");
  const data = new Uint8Array(valueOffsets[values.length]);
  const encoder = new TextEncoder();
  for (let i = 0; i < values.length; i++) encoder.encodeInto(values[i] ?? "", data.subarray(valueOffsets[i]));
  const { bitmap: nullBitmap, nullCount } = validity(values);
  return makeData({ type: new Utf8(), length: values.length, nullCount, nullBitmap, valueOffsets, data });
}

/** Half of a surrogate pair by itself is encoded as U+FFFD, which takes three bytes as other units from 0x800 on do. */
function utf8Length(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) as number;
    if (code > 0xffff) i++;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code <= 0xffff ? 3 : 4;
  }
  return bytes;
}

/** Not what objects inherit, such as `constructor`. */
function ownProperty(properties: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(properties, name) ? properties[name] : null;
}

interface Validity {
  readonly bitmap: Uint8Array;
  readonly nullCount: number;
}

export function validity(values: readonly unknown[]): Validity {
  const bitmap = new Uint8Array(Math.ceil(values.length / 8));
  return { bitmap, nullCount: values.length - markKnown(bitmap, values) };
}

/** @returns how many are not null */
function markKnown(bitmap: Uint8Array, values: readonly unknown[]): number {
  let known = 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i] === null) continue;
    bitmap[i >> 3] |= 1 << (i & 7);
    known++;
  }
  return known;
}

/** Null where all are known. */
function validityOf(isNull: Uint8Array): Validity | null {
  if (!isNull.includes(1)) return null;
  const bitmap = new Uint8Array(Math.ceil(isNull.length / 8));
  let nullCount = 0;
  for (let i = 0; i < isNull.length; i++) {
    if (isNull[i] === 1) nullCount++;
    else bitmap[i >> 3] |= 1 << (i & 7);
  }
  return { bitmap, nullCount };
}

export function int32(data: Int32Array): Data {
  return makeData({ type: new Int32(), length: data.length, nullCount: 0, data });
}

/** NaN has many patterns of bits, and ∞ − ∞ another one by compiled code than by interpreted: all become the same here. */
export function float64(data: Float64Array, nulls: Validity | null): Data {
  if (data.includes(Number.NaN)) makeNaNsAlike(data); // the host looks for one sooner than V8 compiles a loop
  const { bitmap, nullCount } = nulls ?? { bitmap: undefined, nullCount: 0 };
  return makeData({ type: new Float64(), length: data.length, nullCount, nullBitmap: bitmap, data });
}

function makeNaNsAlike(data: Float64Array): void {
  for (let i = 0; i < data.length; i++) if (Number.isNaN(data[i])) data[i] = Number.NaN;
}

export function tableOf(columns: [string, Data][], rows: number, metadata: ReadonlyMap<string, string>): Table {
  const fields = columns.map(([name, data]) => new Field(name, data.type as DataType, true));
  const schema = new Schema(fields, new Map(metadata));
  const children = columns.map(([, data]) => data);
  const struct = makeData({ type: new Struct(fields), length: rows, nullCount: 0, children });
  return new Table(schema, [new RecordBatch(schema, struct)]);
}
