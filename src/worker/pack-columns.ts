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
    const { numbers } = column;
    if ("isNull" in column) return Array.from(numbers, (number, row) => (column.isNull[row] === 1 ? null : number));
    const { offsets } = column;
    return Array.from({ length: offsets.length - 1 }, (_, row) => numbers.subarray(offsets[row], offsets[row + 1]));
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

function packLists(values: StatisticColumns[number]): PackedColumn | null {
  const offsets = new Int32Array(values.length + 1);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (!isList(value)) return null;
    offsets[row + 1] = offsets[row] + value.length;
  }
  const numbers = new Float64Array(offsets[values.length]);
  for (let row = 0; row < values.length; row++) numbers.set(values[row] as ArrayLike<number>, offsets[row]);
  return { numbers, offsets };
}

function isList(value: StatisticValue | null): value is readonly number[] | Float64Array {
  if (value instanceof Float64Array) return true;
  return Array.isArray(value) && value.every((item) => typeof item === "number");
}
