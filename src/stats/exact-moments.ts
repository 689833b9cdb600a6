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
import { needed } from "./partial.ts";
import type { PowerSums, Scaling } from "./power-sums.ts";

/** The numbers of `Moments` by bigints: what decides where pairs of doubles are not certain. */
export class ExactMoments {
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

  get weight(): number {
    return this.#weight instanceof Float64Array ? this.#weight[this.row] : roundedTotal(this.#weight, this.row);
  }

  get sum(): number | bigint {
    const sum = this.#sum;
    if (this.#integers) return singleTotal(sum, this.row) ?? integerValue(exactTotal(sum, this.row));
    if (this.#isFinite && !this.#unscaled) return dyadicToNumber(this.#scaledSum());
    if (this.#unscaled) return roundedTotal(sum, this.row);
    const { scale, offset } = this.#scaling;
    return roundedTotal(sum, this.row) * scale + (offset === 0 ? 0 : this.weight * offset);
  }

  get mean(): number {
    if (!this.#isFinite) return Number(this.sum) / this.weight;
    return quotient(this.#scaledSum(), this.#exactWeight);
  }

  get variance(): number {
    const squared = this.#weightSquared;
    return this.#isFinite && squared.mantissa !== 0n ? divideToNumber(this.#spread, squared) : Number.NaN;
  }

  get stdev(): number {
    const [spread, squared] = [this.#spread, this.#weightSquared];
    if (!this.#isFinite || squared.mantissa === 0n || spread.mantissa < 0n) return Number.NaN;
    return sqrtQuotientToNumber(spread, squared);
  }

  get coefficientOfVariation(): number {
    if (!this.#isFinite) return Number.NaN;
    const [spread, sum] = [this.#spread, this.#scaledSum()];
    if (spread.mantissa < 0n) return Number.NaN;
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
    const squares = multiplyDyadic(this.#exactWeight, exactTotal(needed(this.#sums.squares), this.row));
    const spread = addDyadic(squares, negateDyadic(multiplyDyadic(total, total)));
    if (this.#unscaled) return spread;
    const scale = dyadic(this.#scaling.scale);
    return multiplyDyadic(spread, multiplyDyadic(scale, scale));
  }

  get #sum(): ExactSums {
    return needed(this.#sums.sum);
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
