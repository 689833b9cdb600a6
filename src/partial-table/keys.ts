import {
  type Data,
  Float64,
  Int32,
  Int64,
  type Table,
  TimestampMillisecond,
  Utf8,
  vectorFromArray,
} from "apache-arrow";
import { rastrumError } from "../errors.ts";
import type { Class } from "../stats/forms.ts";
import { attributeData, float64, int32, numberData } from "../table.ts";
import { anyColumnOf, columnOf, plainData } from "./arrow-data.ts";
import type { DimensionKind, Header } from "./header.ts";

/** What rows are of: zone, class and slice tell them apart, the rest is for people. */
export interface Keys {
  readonly zones: readonly number[];
  /** Null where zones are not cut by classes, and for the row of a zone that has none. */
  readonly classes: readonly (Class | null)[] | null;
  /** The slice's number in the whole raster, in C order. */
  readonly slices: readonly number[];
  readonly columns: readonly KeyColumn[];
}

/** The zone's id, an attribute of it, or a label of a dimension. */
export interface KeyColumn {
  readonly name: string;
  readonly kind: "attribute" | DimensionKind;
  readonly values: readonly unknown[];
}

const dimensionTypes = {
  index: new Int32(),
  number: new Float64(),
  text: new Utf8(),
  time: new TimestampMillisecond("UTC"),
} as const;

/** The key columns that tables of a header have, in their order. */
export function keyNames({ ids, shared }: Header): { name: string; kind: KeyColumn["kind"] }[] {
  return [
    ...(ids ? ["id"] : []).map((name) => ({ name, kind: "attribute" as const })),
    ...shared.include.map((name) => ({ name, kind: "attribute" as const })),
    ...shared.dimensions,
  ];
}

/** Throws `invalid-partials` where a column is missing. */
export function readKeys(table: Table, header: Header): Keys {
  return {
    zones: [...columnOf(table, "zone", new Int32())],
    classes: header.shared.classes ? [...anyColumnOf(table, "class")] : null,
    slices: Array.from(columnOf(table, "slice", new Int64()), Number),
    columns: keyNames(header).map(({ name, kind }) => {
      const vector = kind === "attribute" ? anyColumnOf(table, name) : columnOf(table, name, dimensionTypes[kind]);
      return { name, kind, values: [...vector] };
    }),
  };
}

/** The rows that are asked for, in their order. */
export function takeKeys({ zones, classes, slices, columns }: Keys, rows: ArrayLike<number>): Keys {
  const take = <Value>(values: readonly Value[]) => Array.from(rows, (row) => values[row]);
  return {
    zones: take(zones),
    classes: classes && take(classes),
    slices: take(slices),
    columns: columns.map((column) => ({ ...column, values: take(column.values) })),
  };
}

/** Columns as the final table has them: attributes and classes have the type that all of their values need. */
export function keyData({ zones, classes, columns }: Keys): [string, Data][] {
  const isDimension = ({ kind }: KeyColumn) => kind !== "attribute";
  const data = (column: KeyColumn): [string, Data] => [column.name, columnData(column)];
  return [
    ["zone", int32(Int32Array.from(zones))],
    ...columns.filter((column) => !isDimension(column)).map(data),
    ...(classes ? [["class", numberData(classes)] as [string, Data]] : []),
    ...columns.filter(isDimension).map(data),
  ];
}

function columnData({ kind, values }: KeyColumn): Data {
  if (kind === "attribute") return attributeData(values);
  if (kind === "index") return int32(Int32Array.from(values as number[]));
  if (kind === "number") return float64(Float64Array.from(values as number[]), null);
  if (kind === "text") return vectorFromArray(values as string[], new Utf8()).data[0];
  return plainData(dimensionTypes.time, BigInt64Array.from(values as number[], BigInt));
}

/** Throws `invalid-partials` where rows of one zone and slice differ in a key: then they are not of the same zones. */
export function checkSameKey(name: string, zone: number, a: unknown, b: unknown): void {
  if (a === b || textOf(a) === textOf(b)) return;
  const message =
    `These partials are of other zones: "${name}" of zone ${zone} is ${textOf(a)} in one table and ${textOf(b)} in ` +
    "another. Of zones in pieces, give each piece its firstZone.";
  throw rastrumError("invalid-partials", message, { what: name });
}

/** As a column of values of several types has it: where one table has such values only, their type is another. */
function textOf(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "bigint" ? String(value) : JSON.stringify(value ?? null);
}
