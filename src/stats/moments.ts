import {
  addDyadic,
  type Dyadic,
  divideToNumber,
  dyadic,
  dyadicToInteger,
  dyadicToNumber,
  multiplyDyadic,
  negateDyadic,
  sqrtQuotientToNumber,
} from "./dyadic.ts";
import { type ExactSums, exactTotal, roundedTotal, singleTotal } from "./exact-sums.ts";

/** value = stored × scale + offset. */
export interface Scaling {
  readonly scale: number;
  readonly offset: number;
}

/** Σ w, Σ w·x and Σ w·x² of many groups, in stored units. */
export interface PowerSums {
  /** Exact sums, or cells where each weighs 1. */
  readonly weight: ExactSums | Float64Array;
  readonly sum: ExactSums | null;
  readonly squares: ExactSums | null;
}

/**
 * What the power sums of one group say, in the raster's units. Scale and offset enter here, once a group instead of
 * once a cell: Σ w·(s·x + o) = s·Σ w·x + o·Σ w and var(s·x + o) = s²·var(x), both exact until the one rounding at the
 * end. Every number is correctly rounded, so that min ≤ mean ≤ max and the like always hold.
 */
export class Moments {
  row = 0;
  readonly #weight: ExactSums | Float64Array;
  readonly #sums: PowerSums;
  readonly #scaling: Scaling;
  readonly #unscaled: boolean;
  /** Whether the sum is one of integers. */
  readonly #integers: boolean;

  constructor(sums: PowerSums, scaling: Scaling, integers: boolean) {
    this.#sums = sums;
    this.#weight = sums.weight;
    this.#scaling = scaling;
    this.#unscaled = scaling.scale === 1 && scaling.offset === 0;
    this.#integers = integers && this.#unscaled && sums.weight instanceof Float64Array;
  }

  /** Σ w, correctly rounded. */
  get weight(): number {
    return this.#weight instanceof Float64Array ? this.#weight[this.row] : roundedTotal(this.#weight, this.row);
  }

  /** Correctly rounded; for integers exact, as a bigint where no double holds it. */
  get sum(): number | bigint {
    const sum = this.#sum;
    if (this.#integers) return singleTotal(sum, this.row) ?? integerValue(exactTotal(sum, this.row));
    if (this.#isFinite && !this.#unscaled) return dyadicToNumber(this.#scaledSum());
    if (this.#unscaled) return roundedTotal(sum, this.row);
    const { scale, offset } = this.#scaling;
    return roundedTotal(sum, this.row) * scale + (offset === 0 ? 0 : this.weight * offset);
  }

  /** Where weights sum to 0 infinite, or NaN if the sum of the values is 0 too. */
  get mean(): number {
    const sum = this.#sum;
    const { row } = this;
    if (!this.#isFinite) return Number(this.sum) / this.weight;
    const single = this.#unscaled ? singleTotal(sum, row) : null;
    const singleWeight = this.#weight instanceof Float64Array ? this.#weight[row] : singleTotal(this.#weight, row);
    // A quotient of two doubles is correctly rounded as it is.
    if (single !== null && singleWeight !== null) return single / singleWeight + 0;
    return quotient(this.#scaledSum(), this.#exactWeight);
  }

  /** Population variance, rounded once: it cannot cancel. NaN where a cell is infinite or weights sum to 0. */
  get variance(): number {
    const squared = this.#weightSquared;
    return this.#isFinite && squared.mantissa !== 0n ? divideToNumber(this.#spread, squared) : Number.NaN;
  }

  /** √variance, rounded once, so also right where that over- or underflows; NaN where negative weights make it negative. */
  get stdev(): number {
    const [spread, squared] = [this.#spread, this.#weightSquared];
    if (!this.#isFinite || squared.mantissa === 0n || spread.mantissa < 0n) return Number.NaN;
    return sqrtQuotientToNumber(spread, squared);
  }

  /** stdev / mean = ±√(spread / (Σx)²), rounded once; infinite where only the mean is 0, NaN where both are. */
  get coefficientOfVariation(): number {
    if (!this.#isFinite) return Number.NaN;
    const [spread, sum] = [this.#spread, this.#scaledSum()];
    if (sum.mantissa === 0n) return spread.mantissa === 0n ? Number.NaN : Infinity;
    const ratio = sqrtQuotientToNumber(spread, multiplyDyadic(sum, sum));
    return sum.mantissa < 0n ? 0 - ratio : ratio;
  }

  get #isFinite(): boolean {
    return this.#sum.nonfinite[this.row] === 0 && this.#nonfiniteWeight === 0;
  }

  get #nonfiniteWeight(): number {
    return this.#weight instanceof Float64Array ? 0 : this.#weight.nonfinite[this.row];
  }

  get #weightSquared(): Dyadic {
    return multiplyDyadic(this.#exactWeight, this.#exactWeight);
  }

  get #exactWeight(): Dyadic {
    return this.#weight instanceof Float64Array ? dyadic(this.#weight[this.row]) : exactTotal(this.#weight, this.row);
  }

  /** W²·variance = W·Σw·x² − (Σw·x)², W = Σw, exact. */
  get #spread(): Dyadic {
    const total = exactTotal(this.#sum, this.row);
    const squares = multiplyDyadic(this.#exactWeight, exactTotal(required(this.#sums.squares), this.row));
    const spread = addDyadic(squares, negateDyadic(multiplyDyadic(total, total)));
    if (this.#unscaled) return spread;
    const scale = dyadic(this.#scaling.scale);
    return multiplyDyadic(spread, multiplyDyadic(scale, scale));
  }

  get #sum(): ExactSums {
    return required(this.#sums.sum);
  }

  #scaledSum(): Dyadic {
    const { scale, offset } = this.#scaling;
    const scaled = multiplyDyadic(exactTotal(this.#sum, this.row), dyadic(scale));
    return addDyadic(scaled, multiplyDyadic(this.#exactWeight, dyadic(offset)));
  }
}

/** NaN for 0 / 0, ±Infinity for other quotients by 0. */
function quotient(a: Dyadic, b: Dyadic): number {
  if (b.mantissa !== 0n) return divideToNumber(a, b);
  return a.mantissa === 0n ? Number.NaN : a.mantissa > 0n ? Infinity : -Infinity;
}

function integerValue(total: Dyadic): number | bigint {
  const integer = dyadicToInteger(total);
  if (integer === null) throw new Error("A sum of integers came out as a fraction.");
  const number = Number(integer);
  return BigInt(number) === integer ? number : integer;
}

function required(sums: ExactSums | null): ExactSums {
  if (!sums) throw new Error("A statistic reads an accumulator that it does not list in `needs`.");
  return sums;
}
