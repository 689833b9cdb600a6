import type { Partials } from "./partial.ts";
import { type CellMeaning, PartialRow } from "./partial-row.ts";
import type { AskedStatistic } from "./resolve.ts";
import { isWalk, walkThrough } from "./section.ts";
import type { Statistic, StatisticValue } from "./statistic.ts";

/** One list a statistic, one value a row; null where there is none. */
export type StatisticColumns = (StatisticValue | null)[][];

export function createColumns(statistics: readonly AskedStatistic[], rows: number): StatisticColumns {
  const columns: StatisticColumns = [];
  for (let i = 0; i < statistics.length; i++) columns.push(new Array(rows).fill(null));
  return columns;
}

/** Puts the values of the statistics of some rows into their columns. */
export function finalizeRows(
  columns: StatisticColumns,
  statistics: readonly AskedStatistic[],
  partials: Partials,
  rows: ArrayLike<number>,
  meaning: CellMeaning,
): void {
  putRows(columns, rows, valuesOfRows(statistics, partials, rows, meaning));
}

/** The last step, done once for every backend: the values of the statistics of some rows, a column each. */
export function valuesOfRows(
  statistics: readonly AskedStatistic[],
  partials: Partials,
  rows: ArrayLike<number>,
  meaning: CellMeaning,
): StatisticColumns {
  const columns = createColumns(statistics, rows.length);
  const view = new PartialRow(partials, meaning);
  const steps: Finalizer[] = [];
  const quantiles: Finalizer[] = [];
  for (let i = 0; i < statistics.length; i++) {
    const { moment, quantile, whenEmpty } = statistics[i].statistic;
    if (whenEmpty) putEmpty(columns[i], statistics[i], rows, partials.count);
    if (moment) view.putMoments(moment, columns[i], rows);
    else (quantile ? quantiles : steps).push(new Finalizer(statistics[i], columns[i]));
  }
  if (quantiles.length > 0 && !putQuantiles(quantiles, view, rows)) steps.push(...quantiles);
  if (steps.length > 0) finalizeEach(steps, view, rows);
  return columns;
}

function putEmpty(
  column: StatisticColumns[number],
  asked: AskedStatistic,
  rows: ArrayLike<number>,
  cells: Float64Array,
): void {
  for (let i = 0; i < rows.length; i++) if (cells[rows[i]] === 0) column[i] = emptyValue(asked);
}

/** @returns whether all are found */
function putQuantiles(all: readonly Finalizer[], view: PartialRow, rows: ArrayLike<number>): boolean {
  const qs: number[] = [];
  const columns: StatisticColumns = [];
  for (let i = 0; i < all.length; i++) {
    qs.push(all[i].quantile);
    columns.push(all[i].column);
  }
  return view.putQuantiles({ qs, columns }, rows);
}

/** In a function of its own: V8 compiles this loop again for each change in what is around it. */
function finalizeEach(steps: Finalizer[], view: PartialRow, rows: ArrayLike<number>): void {
  for (let i = 0; i < rows.length; i++) {
    view.row = rows[i];
    if (view.cells > 0) for (let j = 0; j < steps.length; j++) steps[j].put(view, i);
  }
}

/** Puts values into the rows that they are of. */
export function putRows(columns: StatisticColumns, rows: ArrayLike<number>, values: StatisticColumns): void {
  for (let j = 0; j < columns.length; j++) {
    const [column, found] = [columns[j], values[j]];
    for (let i = 0; i < rows.length; i++) column[rows[i]] = found[i];
  }
}

/** What is asked of each row that has cells: of one shape, whatever the statistic. */
class Finalizer {
  readonly column: StatisticColumns[number];
  /** Which quantile it is, if it is one. */
  readonly quantile: number;
  readonly #finalize: Statistic["finalize"];
  readonly #parameters: readonly number[];

  constructor({ statistic, parameters }: AskedStatistic, column: StatisticColumns[number]) {
    this.column = column;
    this.quantile = statistic.quantile?.(...parameters) ?? Number.NaN;
    this.#finalize = statistic.finalize;
    this.#parameters = parameters;
  }

  /** Puts it where nothing is yet. */
  put(row: PartialRow, place: number): void {
    if (this.column[place] !== null) return;
    const finalize = this.#finalize;
    const found = this.#parameters.length === 0 ? finalize(row) : finalize(row, ...this.#parameters);
    this.column[place] = typeof found === "object" ? fromWalk(found, row) : found;
  }
}

function fromWalk(found: ReturnType<Statistic["finalize"]>, row: PartialRow): StatisticValue {
  return isWalk<StatisticValue>(found) ? walkThrough(found, row.distribution) : found;
}

/** The value of a group without a valid cell. */
export function emptyValue({ statistic, parameters }: AskedStatistic): StatisticValue | null {
  return statistic.whenEmpty?.(...parameters) ?? null;
}
