import type { StatisticColumns } from "../stats/finalize.ts";
import type { StatisticValue } from "../stats/statistic.ts";

/** Values of a statistic as messages carry them: as columns, since of many small objects each takes its time. */
export type PackedColumn =
  /** One number a row; null where `isNull` says so. */
  | { readonly numbers: Float64Array; readonly isNull: Uint8Array }
  /** A list a row: those of row r are numbers[offsets[r]] … numbers[offsets[r + 1]]. */
  | { readonly numbers: Float64Array; readonly offsets: Int32Array }
  /** Anything else. */
  | { readonly values: readonly (StatisticValue | null)[] };

export function packColumns(columns: StatisticColumns): PackedColumn[] {
  return columns.map((values) => packNumbers(values) ?? packLists(values) ?? { values });
}

export function unpackColumns(columns: readonly PackedColumn[]): StatisticColumns {
  return columns.map((column) => {
    if ("values" in column) return [...column.values];
    return "isNull" in column ? numbersOf(column.numbers, column.isNull) : listsOf(column.numbers, column.offsets);
  });
}

function packNumbers(values: StatisticColumns[number]): PackedColumn | null {
  const numbers = new Float64Array(values.length);
  const isNull = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (typeof value === "number") numbers[row] = value;
    else if (value === null) isNull[row] = 1;
    else return null;
  }
  return { numbers, isNull };
}

function numbersOf(numbers: Float64Array, isNull: Uint8Array): (number | null)[] {
  const values = new Array<number | null>(numbers.length).fill(null);
  for (let row = 0; row < values.length; row++) if (isNull[row] === 0) values[row] = numbers[row];
  return values;
}

function packLists(values: StatisticColumns[number]): PackedColumn | null {
  const offsets = new Int32Array(values.length + 1);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (!isList(value)) return null;
    offsets[row + 1] = offsets[row] + value.length;
  }
  const numbers = new Float64Array(offsets[values.length]);
  for (let row = 0; row < values.length; row++) putList(numbers, offsets[row], values[row] as ArrayLike<number>);
  return { numbers, offsets };
}

function isList(value: StatisticValue | null): value is readonly number[] | Float64Array {
  if (!Array.isArray(value)) return value instanceof Float64Array;
  for (let i = 0; i < value.length; i++) if (typeof value[i] !== "number") return false;
  return true;
}

function putList(numbers: Float64Array, at: number, list: ArrayLike<number>): void {
  for (let i = 0; i < list.length; i++) numbers[at + i] = list[i];
}

function listsOf(numbers: Float64Array, offsets: Int32Array): (readonly number[] | Float64Array)[] {
  const lists: (readonly number[] | Float64Array)[] = [];
  for (let row = 1; row < offsets.length; row++) lists.push(listFrom(numbers, offsets[row - 1], offsets[row]));
  return lists;
}

/** Longer lists stay where they are; of short ones a view takes more than the numbers. */
const SHORT = 16;

function listFrom(numbers: Float64Array, start: number, stop: number): readonly number[] | Float64Array {
  if (stop - start > SHORT) return numbers.subarray(start, stop);
  const list: number[] = [];
  for (let i = start; i < stop; i++) list.push(numbers[i]);
  return list;
}
