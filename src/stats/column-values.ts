import type { StatisticValue } from "./statistic.ts";

/** Values of a statistic, one a row: as they are, or in columns, since of many small objects each takes its time. */
export type ColumnValues = readonly (StatisticValue | null)[] | NumberColumn | ListColumn;

/** One number a row, 0 where it is null. */
export interface NumberColumn {
  readonly numbers: Float64Array;
  readonly isNull: Uint8Array;
}

/** A list a row: those of row r are items[starts[r]] … items[stops[r]]. */
export interface ListColumn {
  readonly items: Float64Array;
  readonly starts: Int32Array;
  readonly stops: Int32Array;
}

export function isListColumn(values: ColumnValues): values is ListColumn {
  return "items" in values;
}

/** Longer lists stay where they are. */
const SHORT = 16;

/** The values as they are. */
export function asValues(values: ColumnValues): readonly (StatisticValue | null)[] {
  if ("numbers" in values) return Array.from(values.numbers, (each, row) => (values.isNull[row] === 1 ? null : each));
  if (!isListColumn(values)) return values;
  const { items, starts, stops } = values;
  return Array.from(starts, (start, row) => {
    const list = items.subarray(start, stops[row]);
    return list.length > SHORT ? list : [...list];
  });
}

/** Marks the rows whose list is empty: a loop that calls nothing, which V8 compiles in little time. */
export function markEmpty(isEmpty: Uint8Array, starts: Int32Array, stops: Int32Array): void {
  for (let row = 0; row < starts.length; row++) if (starts[row] === stops[row]) isEmpty[row] = 1;
}
