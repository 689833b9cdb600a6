import type { StatisticValue } from "./statistic.ts";

/** Values of a statistic, one a row: as they are, or in columns, since of many small objects each takes its time. */
export type ColumnValues = readonly (StatisticValue | null)[] | NumberColumn | ListColumn;

/** One number a row, 0 where it is null. */
export interface NumberColumn {
  readonly numbers: Float64Array;
  readonly isNull: Uint8Array;
}

/** A list a row, block after block as they came; empty ones in rows of none. */
export interface ListColumn {
  readonly rows: number;
  readonly blocks: readonly ListBlock[];
}

/** The lists of some rows: that of rows[i] is items[offsets[i]] … items[offsets[i + 1]]. */
export interface ListBlock {
  readonly rows: Int32Array;
  readonly items: Float64Array;
  readonly offsets: Int32Array;
}

export function isListColumn(values: ColumnValues): values is ListColumn {
  return "blocks" in values;
}

/** Longer lists stay where they are. */
const SHORT = 16;

/** The values as they are. */
export function asValues(values: ColumnValues): readonly (StatisticValue | null)[] {
  if ("numbers" in values) return Array.from(values.numbers, (each, row) => (values.isNull[row] === 1 ? null : each));
  if (!isListColumn(values)) return values;
  const lists = new Array<StatisticValue>(values.rows).fill([]);
  for (const { rows, items, offsets } of values.blocks) {
    for (let i = 0; i < rows.length; i++) {
      const list = items.subarray(offsets[i], offsets[i + 1]);
      lists[rows[i]] = list.length > SHORT ? list : [...list];
    }
  }
  return lists;
}
