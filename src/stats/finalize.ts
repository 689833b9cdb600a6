import type { Partials } from "./partial.ts";
import { type CellMeaning, PartialRow } from "./partial-row.ts";
import type { AskedStatistic } from "./resolve.ts";
import { isWalk, type Walk, walkThrough } from "./section.ts";
import type { StatisticValue } from "./statistic.ts";

/** One list a statistic, one value a row; null where there is none. */
export type StatisticColumns = (StatisticValue | null)[][];

export function createColumns(statistics: readonly AskedStatistic[], rows: number): StatisticColumns {
  return statistics.map(() => new Array(rows).fill(null));
}

/** Puts the values of the statistics of some rows into their columns: the last step, done once for every backend. */
export function finalizeRows(
  columns: StatisticColumns,
  statistics: readonly AskedStatistic[],
  partials: Partials,
  rows: Iterable<number>,
  meaning: CellMeaning,
): void {
  const view = new PartialRow(partials, meaning);
  for (const row of rows) {
    view.row = row;
    const isEmpty = view.cells === 0;
    for (let i = 0; i < statistics.length; i++) {
      const { statistic, parameters } = statistics[i];
      columns[i][row] = isEmpty ? emptyValue(statistics[i]) : answerOf(statistic.finalize(view, ...parameters), view);
    }
  }
}

function answerOf(found: StatisticValue | Walk<StatisticValue>, view: PartialRow): StatisticValue {
  return isWalk<StatisticValue>(found) ? walkThrough(found, view.distribution) : found;
}

/** The value of a group without a valid cell. */
export function emptyValue({ statistic, parameters }: AskedStatistic): StatisticValue | null {
  return statistic.whenEmpty?.(...parameters) ?? null;
}
