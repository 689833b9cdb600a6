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
import type { Partials } from "./partial.ts";

/** value = stored × scale + offset. */
export interface Scaling {
  readonly scale: number;
  readonly offset: number;
}

/**
 * One row of partials seen as the numbers that statistics are made of, in the raster's units. Scale and offset enter
 * here, once a group instead of once a cell: Σ(s·x + o) = s·Σx + n·o and var(s·x + o) = s²·var(x), both exact until the
 * one rounding at the end. Every number here is correctly rounded, so that min ≤ mean ≤ max and the like always hold.
 */
export class PartialRow {
  row = 0;
  readonly #partials: Partials;
  readonly #scaling: Scaling;
  readonly #unscaled: boolean;
  /** Whether stored values are integers, so that sums are. */
  readonly #integers: boolean;

  constructor(partials: Partials, scaling: Scaling, integers: boolean) {
    this.#partials = partials;
    this.#scaling = scaling;
    this.#unscaled = scaling.scale === 1 && scaling.offset === 0;
    this.#integers = integers && this.#unscaled;
  }

  /** Valid cells, whole or in part: 0 for a group without any. */
  get cells(): number {
    return this.#partials.count[this.row];
  }

  /** Σ w: of coverage, where the rule knows parts of cells, else the number of cells. */
  get count(): number {
    const { weight, count } = this.#partials;
    return weight ? roundedTotal(weight, this.row) : count[this.row];
  }

  get min(): number | bigint {
    const { min, max } = this.#partials;
    return this.#value(this.#scaling.scale < 0 ? max[this.row] : min[this.row]);
  }

  get max(): number | bigint {
    const { min, max } = this.#partials;
    return this.#value(this.#scaling.scale < 0 ? min[this.row] : max[this.row]);
  }

  get range(): number | bigint {
    const [low, high] = [this.#partials.min[this.row], this.#partials.max[this.row]];
    if (typeof low === "bigint" && typeof high === "bigint" && this.#unscaled) return high - low;
    const difference = Number(high) - Number(low);
    if (this.#unscaled || !isFiniteValue(low) || !isFiniteValue(high)) return difference;
    const exact = addDyadic(exactValue(high), negateDyadic(exactValue(low)));
    return dyadicToNumber(multiplyDyadic(exact, dyadic(Math.abs(this.#scaling.scale))));
  }

  /** Correctly rounded; for integers exact, as a bigint where no double holds it. */
  get sum(): number | bigint {
    const sum = this.#sum;
    if (this.#integers && !this.#partials.weight) {
      return singleTotal(sum, this.row) ?? integerValue(exactTotal(sum, this.row));
    }
    if (this.#unscaled || sum.nonfinite[this.row] !== 0) return this.#scaleNonfinite(roundedTotal(sum, this.row));
    return dyadicToNumber(this.#scaledSum());
  }

  get mean(): number {
    const sum = this.#sum;
    const { row } = this;
    if (sum.nonfinite[row] !== 0) return this.#scaleNonfinite(sum.nonfinite[row]);
    const { weight, count } = this.#partials;
    const single = this.#unscaled ? singleTotal(sum, row) : null;
    const singleWeight = weight ? singleTotal(weight, row) : count[row];
    // A quotient of two doubles is correctly rounded as it is.
    if (single !== null && singleWeight !== null) return single / singleWeight + 0;
    return divideToNumber(this.#scaledSum(), this.#weight);
  }

  /** Population variance, rounded once: it cannot cancel. NaN where a cell is infinite. */
  get variance(): number {
    return this.#hasInfinity ? Number.NaN : divideToNumber(this.#spread, this.#countSquared);
  }

  /** √variance, rounded once, so also right where the variance itself over- or underflows. */
  get stdev(): number {
    return this.#hasInfinity ? Number.NaN : sqrtQuotientToNumber(this.#spread, this.#countSquared);
  }

  /** stdev / mean = ±√(spread / (Σx)²), rounded once; infinite where only the mean is 0, NaN where both are. */
  get coefficientOfVariation(): number {
    if (this.#hasInfinity) return Number.NaN;
    const [spread, sum] = [this.#spread, this.#scaledSum()];
    if (sum.mantissa === 0n) return spread.mantissa === 0n ? Number.NaN : Infinity;
    const ratio = sqrtQuotientToNumber(spread, multiplyDyadic(sum, sum));
    return sum.mantissa < 0n ? 0 - ratio : ratio;
  }

  get #hasInfinity(): boolean {
    return this.#sum.nonfinite[this.row] !== 0;
  }

  get #countSquared(): Dyadic {
    return multiplyDyadic(this.#weight, this.#weight);
  }

  get #weight(): Dyadic {
    const { weight, count } = this.#partials;
    return weight ? exactTotal(weight, this.row) : dyadic(count[this.row]);
  }

  /** W²·variance = W·Σw·x² − (Σw·x)², W = Σw, exact. */
  get #spread(): Dyadic {
    const total = exactTotal(this.#sum, this.row);
    const squares = multiplyDyadic(this.#weight, exactTotal(this.#squares, this.row));
    const spread = addDyadic(squares, negateDyadic(multiplyDyadic(total, total)));
    if (this.#unscaled) return spread;
    const scale = dyadic(this.#scaling.scale);
    return multiplyDyadic(spread, multiplyDyadic(scale, scale));
  }

  get #sum(): ExactSums {
    return required(this.#partials.sum);
  }

  get #squares(): ExactSums {
    return required(this.#partials.squares);
  }

  #scaledSum(): Dyadic {
    const { scale, offset } = this.#scaling;
    const scaled = multiplyDyadic(exactTotal(this.#sum, this.row), dyadic(scale));
    return addDyadic(scaled, multiplyDyadic(this.#weight, dyadic(offset)));
  }

  #scaleNonfinite(value: number): number {
    return Number.isFinite(value) ? value : value * this.#scaling.scale;
  }

  /** Adding 0 turns −0, which equals 0 and so depends on the order of cells, into 0. */
  #value(stored: number | bigint): number | bigint {
    if (this.#unscaled) return typeof stored === "bigint" ? stored : stored + 0;
    const { scale, offset } = this.#scaling;
    if (!isFiniteValue(stored)) return Number(stored) * scale;
    // One of the two operations is exact then, the other rounds correctly.
    if (typeof stored === "number" && (scale === 1 || offset === 0)) return stored * scale + offset;
    return dyadicToNumber(addDyadic(multiplyDyadic(exactValue(stored), dyadic(scale)), dyadic(offset)));
  }
}

function isFiniteValue(stored: number | bigint): boolean {
  return typeof stored === "bigint" || Number.isFinite(stored);
}

function exactValue(stored: number | bigint): Dyadic {
  return typeof stored === "bigint" ? { mantissa: stored, exponent: 0 } : dyadic(stored);
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
