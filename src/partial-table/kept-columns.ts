import { type Data, Float64, Int64, type Table } from "apache-arrow";
import { createCells } from "../source/cells.ts";
import type { CellArray, Dtype } from "../source/source.ts";
import type { KeptCells, KeptRow } from "../stats/kept-cells.ts";
import { sortCells } from "../stats/sort-cells.ts";
import { cellType, columnOf, listData, listType, plainData } from "./arrow-data.ts";

/** Which lists there are beside that of the values. */
export interface CellLists {
  readonly coverage: boolean;
  readonly weights: boolean;
  readonly ids: boolean;
}

/** Kept cells as lists, in an order that does not depend on how they came: by id; else whole ones first, by value. */
export function keptColumns(kept: KeptCells, rows: number, dtype: Dtype, lists: CellLists): [string, Data][] {
  const cells = Array.from({ length: rows }, (_, row) => rowOf(kept.row(row), dtype, lists));
  const values = cells.map((row) => row.values);
  const columns: [string, Data][] = [
    ["cell_values", listData(values, plainData(cellType(dtype), joined(values, dtype)))],
  ];
  const float64 = (numbers: readonly Float64Array[]) =>
    listData(values, plainData(new Float64(), joined(numbers, "float64")));
  if (lists.coverage) columns.push(["cell_coverage", float64(cells.map(({ coverage }) => coverage))]);
  if (lists.weights) columns.push(["cell_weights", float64(cells.map(({ weights }) => weights))]);
  if (lists.ids) {
    const ids = cells.map((row) => row.ids);
    columns.push(["cell_ids", listData(values, plainData(new Int64(), joined(ids, "int64")))]);
  }
  return columns;
}

/** Takes the kept cells of a table in. Throws `invalid-partials`. */
export function readKept(table: Table, kept: KeptCells, dtype: Dtype, lists: CellLists): void {
  const float64 = listType(new Float64());
  const values = columnOf(table, "cell_values", listType(cellType(dtype)));
  const coverage = lists.coverage ? columnOf(table, "cell_coverage", float64) : null;
  const weights = lists.weights ? columnOf(table, "cell_weights", float64) : null;
  const ids = lists.ids ? columnOf(table, "cell_ids", listType(new Int64())) : null;
  for (let row = 0; row < table.numRows; row++) {
    const stored = values.get(row).toArray() as CellArray;
    const covered = coverage?.get(row).toArray() as Float64Array | undefined;
    const weightOf = weights?.get(row).toArray() as Float64Array | undefined;
    const idOf = ids?.get(row).toArray() as BigInt64Array | undefined;
    const whole = idOf ? 0 : wholeCells(stored, covered);
    kept.addWhole(row, stored, 0, whole);
    for (let i = whole; i < stored.length; i++) {
      const [weight, id] = [weightOf ? weightOf[i] : null, idOf ? Number(idOf[i]) : null];
      kept.addOne(row, stored, i, covered ? covered[i] : 1, weight, id);
    }
  }
}

/** The cells before the first one that is covered in part. */
function wholeCells(values: CellArray, coverage: Float64Array | undefined): number {
  const partial = coverage ? coverage.findIndex((covered) => covered !== 1) : -1;
  return partial < 0 ? values.length : partial;
}

/** The kept cells of one row, in order; lists that are not asked for mean nothing. */
interface RowLists {
  readonly values: CellArray;
  readonly coverage: Float64Array;
  readonly weights: Float64Array;
  readonly ids: BigInt64Array;
}

function rowOf(kept: KeptRow | null, dtype: Dtype, lists: CellLists): RowLists {
  const { partial = [], coverage = [], weights = [], ids = [] } = kept ?? {};
  const singles = Array.from(partial, (_, i) => i);
  const isWhole = (i: number) => !lists.ids && coverage[i] === 1;
  const order = singles.filter((i) => !isWhole(i));
  if (lists.ids) order.sort((a, b) => ids[a] - ids[b]);
  else order.sort((a, b) => compare(partial[a], partial[b]) || coverage[a] - coverage[b]);
  const wholeSingles = cellsOf(
    singles.filter(isWhole).map((i) => partial[i]),
    dtype,
  );
  const whole = sortCells([joined([...(kept?.whole ?? []), wholeSingles], dtype)]);
  const values = joined(
    [
      whole,
      cellsOf(
        order.map((i) => partial[i]),
        dtype,
      ),
    ],
    dtype,
  );
  // −0 equals 0, so which of them is kept must not show.
  if (typeof values[0] === "number") for (let i = 0; i < values.length; i++) (values as Float64Array)[i] += 0;
  const covered = new Float64Array(values.length).fill(1);
  covered.set(
    order.map((i) => coverage[i]),
    whole.length,
  );
  return {
    values,
    coverage: covered,
    weights: Float64Array.from(order, (i) => weights[i]),
    ids: BigInt64Array.from(order, (i) => BigInt(ids[i] ?? 0)),
  };
}

function compare(a: number | bigint, b: number | bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function cellsOf(values: readonly (number | bigint)[], dtype: Dtype): CellArray {
  const cells = createCells(dtype, values.length) as Float64Array; // one name for the ten kinds
  values.forEach((value, i) => {
    cells[i] = value as number;
  });
  return cells;
}

/** All of them behind each other. */
export function joined<Cells extends CellArray>(pieces: readonly Cells[], dtype: Dtype): Cells {
  const cells = createCells(
    dtype,
    pieces.reduce((sum, { length }) => sum + length, 0),
  ) as Float64Array;
  let length = 0;
  for (const piece of pieces) {
    cells.set(piece as Float64Array, length);
    length += piece.length;
  }
  return cells as CellArray as Cells;
}
