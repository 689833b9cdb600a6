import { Binary, type Data, type DataType, Float64, Int32, Int64, type Table, Uint64 } from "apache-arrow";
import { rastrumError } from "../errors.ts";
import type { Dtype } from "../source/source.ts";
import { addForm, type ExactForm, totalForm } from "../stats/exact-form.ts";
import type { ExactSums } from "../stats/exact-sums.ts";
import {
  type Accumulator,
  addExtremes,
  createTotals,
  type Partials,
  type ValueColumn,
  type ValueKind,
  valueKindOfDtype,
} from "../stats/partial.ts";
import type { Sketches } from "../stats/sketch.ts";
import { validity } from "../table.ts";
import { binaryData, columnOf, listData, listType, plainData } from "./arrow-data.ts";
import { type CellLists, joined, keptColumns, readKept } from "./kept-columns.ts";
import { ownColumns, readOwn } from "./own-columns.ts";

/** Exact sums and what their three columns begin with. */
const sumNames = [
  ["weight", "weight"],
  ["sum", "sum"],
  ["squares", "squares"],
  ["weights", "weights"],
  ["weightedSum", "weighted_sum"],
  ["weightedSquares", "weighted_squares"],
] as const;

const valueTypes: Readonly<Record<ValueKind, DataType>> = {
  float64: new Float64(),
  int64: new Int64(),
  uint64: new Uint64(),
};

/** How cells are stored, and which lists there are of those that are kept. */
export interface StoredCells {
  readonly dtype: Dtype;
  readonly lists: CellLists;
  /** Statistics of the caller's own that accumulate themselves. */
  readonly states: readonly string[];
}

/** Partials as columns that hold all of them, with the same bytes however they came about. */
export function accumulatorColumns(partials: Partials, { dtype, lists, states }: StoredCells): [string, Data][] {
  const { count, min, max, rows, sketches, kept, own } = partials;
  const columns: [string, Data][] = [
    ["cells", plainData(new Int64(), BigInt64Array.from(count, BigInt))],
    ["min", extremeData(min, count, dtype)],
    ["max", extremeData(max, count, dtype)],
  ];
  for (const [name, prefix] of sumNames) {
    const sums = partials[name];
    if (sums) columns.push(...sumColumns(sums, prefix));
  }
  if (sketches) columns.push(...sketchColumns(sketches, rows));
  if (kept) columns.push(...keptColumns(kept, rows, dtype, lists));
  if (own) columns.push(...ownColumns(own, rows, states));
  return columns;
}

/** The partials of a table: row by row as there. Throws `invalid-partials`. */
export function readAccumulators(
  table: Table,
  needs: ReadonlySet<Accumulator>,
  { dtype, lists, states }: StoredCells,
): Partials {
  const kind = valueKindOfDtype(dtype);
  const partials = createTotals(table.numRows, kind, needs);
  const counts = columnOf(table, "cells", new Int64());
  const [mins, maxs] = ["min", "max"].map((name) => columnOf(table, name, valueTypes[kind]));
  for (let row = 0; row < table.numRows; row++) {
    addExtremes(partials, row, Number(counts.get(row)), mins.get(row), maxs.get(row));
  }
  for (const [name, prefix] of sumNames) {
    const sums = partials[name];
    if (sums) readSums(table, sums, prefix);
  }
  if (partials.sketches) readSketches(table, partials.sketches);
  if (partials.kept) readKept(table, partials.kept, dtype, lists);
  if (partials.own) readOwn(table, partials.own, states);
  return partials;
}

/** Null where a row has no cell; −0, which equals 0 and so depends on the order of cells, is 0. */
function extremeData(values: ValueColumn, count: Float64Array, dtype: Dtype): Data {
  const nulls = validity(Array.from(count, (cells) => (cells > 0 ? cells : null)));
  const stored = values.slice();
  for (let row = 0; row < stored.length; row++) {
    if (stored instanceof Float64Array) stored[row] = count[row] > 0 ? stored[row] + 0 : 0;
  }
  return plainData(valueTypes[valueKindOfDtype(dtype)], stored, nulls);
}

function sumColumns(sums: ExactSums, prefix: string): [string, Data][] {
  const forms = Array.from({ length: sums.rows }, (_, row) => totalForm(sums, row));
  return [
    [`${prefix}_mantissa`, mantissaData(forms)],
    [`${prefix}_exponent`, exponentData(forms)],
    [`${prefix}_nonfinite`, plainData(new Float64(), sums.nonfinite.map(canonical))],
  ];
}

function mantissaData(forms: readonly ExactForm[]): Data {
  return binaryData(forms.map(({ bytes }) => bytes));
}

function exponentData(forms: readonly ExactForm[]): Data {
  const exponents = Int32Array.from(forms, ({ exponent }) => exponent);
  return plainData(new Int32(), exponents);
}

function readSums(table: Table, sums: ExactSums, prefix: string): void {
  const mantissas = columnOf(table, `${prefix}_mantissa`, new Binary());
  const exponents = columnOf(table, `${prefix}_exponent`, new Int32());
  const nonfinite = columnOf(table, `${prefix}_nonfinite`, new Float64());
  for (let row = 0; row < table.numRows; row++) {
    const isSum = addForm(sums, row, { bytes: mantissas.get(row), exponent: exponents.get(row) });
    if (!isSum) throw damaged(`${prefix}_exponent`);
    sums.nonfinite[row] = nonfinite.get(row);
  }
}

function sketchColumns(sketches: Sketches, rows: number): [string, Data][] {
  const none = { values: new Float64Array(0), weights: [], cells: 0 };
  const buckets = Array.from({ length: rows }, (_, row) => sketches.exactBuckets(row) ?? none);
  const lists = buckets.map(({ values }) => values);
  const forms = buckets.flatMap(({ weights }) => weights);
  const cells = BigInt64Array.from(buckets, (row) => BigInt(row.cells));
  return [
    ["sketch_cells", plainData(new Int64(), cells)],
    ["sketch_values", listData(lists, plainData(new Float64(), joined(lists, "float64")))],
    ["sketch_mantissas", listData(lists, mantissaData(forms))],
    ["sketch_exponents", listData(lists, exponentData(forms))],
  ];
}

function readSketches(table: Table, sketches: Sketches): void {
  const cells = columnOf(table, "sketch_cells", new Int64());
  const values = columnOf(table, "sketch_values", listType(new Float64()));
  const mantissas = columnOf(table, "sketch_mantissas", listType(new Binary()));
  const exponents = columnOf(table, "sketch_exponents", listType(new Int32()));
  for (let row = 0; row < table.numRows; row++) {
    const count = Number(cells.get(row));
    if (count === 0) continue;
    const bytes = mantissas.get(row).toArray() as Uint8Array[];
    const powers = exponents.get(row).toArray() as Int32Array;
    const weights = bytes.map((mantissa, i): ExactForm => ({ bytes: mantissa, exponent: powers[i] }));
    const areSums = sketches.restore(row, { cells: count, values: values.get(row).toArray(), weights });
    if (!areSums) throw damaged("sketch_exponents");
  }
}

function damaged(column: string) {
  const message = `The partials are damaged: the column "${column}" holds what no sum comes to.`;
  return rastrumError("invalid-partials", message, { what: column });
}

/** One NaN for all. */
function canonical(value: number): number {
  return Number.isNaN(value) ? Number.NaN : value;
}
