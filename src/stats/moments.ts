import { ExactMoments } from "./exact-moments.ts";
import { PairMoments } from "./pair-moments.ts";
import type { PowerSums, Scaling } from "./power-sums.ts";

/**
 * What the power sums of one group say, in the raster's units. Scale and offset enter here, once a group instead of
 * once a cell: Σ w·(s·x + o) = s·Σ w·x + o·Σ w and var(s·x + o) = s²·var(x), both exact until the one rounding at the
 * end. Every number is correctly rounded, so that min ≤ mean ≤ max and the like always hold: by pairs of doubles where
 * these are certain of it, which is nearly always, else by bigints.
 */
export class Moments {
  readonly #exact: ExactMoments;
  readonly #pairs: PairMoments;
  readonly #scaled: boolean;

  constructor(sums: PowerSums, scaling: Scaling, integers: boolean) {
    this.#exact = new ExactMoments(sums, scaling, integers);
    this.#pairs = new PairMoments(sums, scaling);
    this.#scaled = scaling.scale !== 1 || scaling.offset !== 0;
  }

  set row(row: number) {
    this.#exact.row = row;
    this.#pairs.row = row;
  }

  /** Σ w, correctly rounded. */
  get weight(): number {
    return this.#exact.weight;
  }

  /** Correctly rounded; for integers exact, as a bigint where no double holds it. */
  get sum(): number | bigint {
    return (this.#scaled ? this.#pairs.sum : null) ?? this.#exact.sum;
  }

  /** Where weights sum to 0 infinite, or NaN if the sum of the values is 0 too. */
  get mean(): number {
    return this.#pairs.mean ?? this.#exact.mean;
  }

  /** Population variance, rounded once: it cannot cancel. NaN where a cell is infinite or weights sum to 0. */
  get variance(): number {
    return this.#pairs.variance ?? this.#exact.variance;
  }

  /** √variance, rounded once, so also right where that over- or underflows; NaN where negative weights make it negative. */
  get stdev(): number {
    return this.#pairs.stdev ?? this.#exact.stdev;
  }

  /** stdev / mean = ±√(spread / (Σx)²), rounded once; infinite where only the mean is 0, NaN where both are or as stdev. */
  get coefficientOfVariation(): number {
    return this.#pairs.coefficientOfVariation ?? this.#exact.coefficientOfVariation;
  }
}
