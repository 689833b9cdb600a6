import { ExactMoments } from "./exact-moments.ts";
import type { PairMoments } from "./pair-moments.ts";
import { pairMoments } from "./pairs.ts";
import { MOST_ROWS, type Moment, type PowerSums, type Scaling } from "./power-sums.ts";

/**
 * What the power sums of groups say, in the raster's units. Scale and offset enter here, once a group instead of
 * once a cell: Σ w·(s·x + o) = s·Σ w·x + o·Σ w and var(s·x + o) = s²·var(x), both exact until the one rounding at the
 * end. Every number is correctly rounded, so that min ≤ mean ≤ max and the like always hold: by pairs of doubles where
 * these are loaded and certain of it, which is nearly always, else by bigints.
 */
export class Moments {
  /** The row that is looked at. */
  row = 0;
  readonly #exact: ExactMoments;
  readonly #pairs: PairMoments | null;
  /** Whether the sum is one of integers, of which a double may not hold all. */
  readonly #integers: boolean;

  constructor(sums: PowerSums, scaling: Scaling, integers: boolean) {
    this.#exact = new ExactMoments(sums, scaling, integers);
    this.#pairs = pairMoments(sums, scaling);
    const unscaled = scaling.scale === 1 && scaling.offset === 0;
    this.#integers = integers && unscaled && sums.weight instanceof Float64Array;
  }

  /** Σ w, correctly rounded. */
  get weight(): number {
    return this.#of("weight") as number;
  }

  /** Correctly rounded; for integers exact, as a bigint where no double holds it. */
  get sum(): number | bigint {
    return this.#of("sum");
  }

  /** Where weights sum to 0 infinite, or NaN if the sum of the values is 0 too. */
  get mean(): number {
    return this.#of("mean") as number;
  }

  /** Population variance, rounded once: it cannot cancel. NaN where a cell is infinite or weights sum to 0. */
  get variance(): number {
    return this.#of("variance") as number;
  }

  /** √variance, rounded once, so also right where that over- or underflows; NaN where negative weights make it negative. */
  get stdev(): number {
    return this.#of("stdev") as number;
  }

  /** stdev / mean = ±√(spread / (Σx)²), rounded once; infinite where only the mean is 0, NaN where both are or as stdev. */
  get coefficientOfVariation(): number {
    return this.#of("coefficientOfVariation") as number;
  }

  /** Puts a number of each of some rows, but those without cells, into a column. */
  putInto(column: unknown[], moment: Moment, rows: ArrayLike<number>, cells: Float64Array): void {
    const most = this.#mostCertain(moment);
    for (let at = 0; at < rows.length; ) {
      const end = endOfStretch(rows, at);
      const first = rows[at];
      const length = rows[end - 1] + 1 - first;
      const found = this.#pairs?.find(moment, first, length) ?? new Float64Array(length).fill(Number.NaN);
      let i = putCertain(column, at, end, rows, cells, found, first, most);
      while (i < end) {
        column[i] = this.#exactly(moment, rows[i]);
        i = putCertain(column, i + 1, end, rows, cells, found, first, most);
      }
      at = end;
    }
  }

  #of(moment: Moment): number | bigint {
    const found = this.#pairs ? this.#pairs.find(moment, this.row, 1)[0] : Number.NaN;
    return Math.abs(found) <= this.#mostCertain(moment) ? found : this.#exactly(moment, this.row);
  }

  /** What pairs have found is it up to there; NaN is nothing. */
  #mostCertain(moment: Moment): number {
    return this.#integers && moment === "sum" ? Number.MAX_SAFE_INTEGER : Infinity;
  }

  #exactly(moment: Moment, row: number): number | bigint {
    this.#exact.row = row;
    return this.#exact[moment];
  }
}

/**
 * Puts what is found of the rows from `first` on into the places from `at` to `end`, up to where it is not certain. By itself,
 * so that V8 compiles no more with it.
 * @returns the place of that row, or the end
 */
function putCertain(
  column: unknown[],
  at: number,
  end: number,
  rows: ArrayLike<number>,
  cells: Float64Array,
  found: Float64Array,
  first: number,
  most: number,
): number {
  for (let i = at; i < end; i++) {
    if (cells[rows[i]] === 0) continue;
    const number = found[rows[i] - first];
    if (!(Math.abs(number) <= most)) return i;
    column[i] = number;
  }
  return end;
}

/** Rows between those that are asked for are looked at too, up to so many for each that is. */
const MOST_FOR_ONE = 4;

/** The end of what are ascending rows near each other, and not too many to be looked at together. */
function endOfStretch(rows: ArrayLike<number>, at: number): number {
  const first = rows[at];
  let end = at + 1;
  while (end < rows.length && rows[end] > rows[end - 1]) {
    const length = rows[end] + 1 - first;
    if (length > MOST_ROWS || length > MOST_FOR_ONE * (end + 1 - at)) break;
    end++;
  }
  return end;
}
