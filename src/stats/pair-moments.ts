import { type ExactSums, singleTotal } from "./exact-sums.ts";
import { multiplyPairs, type Pair, quotientOfPairs, rootOfPairs, roundPair } from "./pair.ts";
import type { PowerSums, Scaling } from "./power-sums.ts";
import { ProductSum } from "./product-sum.ts";

/** The numbers of `Moments` by pairs of doubles, some ten times as fast as by bigints; null where not certain. */
export class PairMoments {
  row = 0;
  readonly #sums: PowerSums;
  /** Addends of Σ w. */
  readonly #weights: readonly Float64Array[];
  readonly #scaling: Scaling;
  readonly #unscaled: boolean;
  /** scale² */
  readonly #factor: Pair | null;
  readonly #products = new ProductSum();

  constructor(sums: PowerSums, scaling: Scaling) {
    this.#sums = sums;
    this.#weights = sums.weight instanceof Float64Array ? [sums.weight] : sums.weight.components;
    this.#scaling = scaling;
    this.#unscaled = scaling.scale === 1 && scaling.offset === 0;
    this.#products.add(scaling.scale, scaling.scale);
    this.#factor = this.#products.pair();
  }

  get sum(): number | null {
    const sum = this.#scaledSum();
    return sum && roundPair(sum);
  }

  get mean(): number | null {
    const { row } = this;
    const { weight, sum } = this.#sums;
    if (this.#unscaled && this.#isPlain(sum) && this.#weightsArePlain) {
      const single = singleTotal(sum, row);
      const singleWeight = weight instanceof Float64Array ? weight[row] : singleTotal(weight, row);
      // A quotient of two doubles is correctly rounded as it is.
      if (single !== null && singleWeight !== null) return single / singleWeight + 0;
    }
    const [total, all] = [this.#scaledSum(), this.#weight()];
    return total && all && quotientOfPairs(total, all);
  }

  get variance(): number | null {
    const [spread, all] = [this.#spread(), this.#weight()];
    return spread && all && quotientOfPairs(spread, multiplyPairs(all, all));
  }

  get stdev(): number | null {
    const [spread, all] = [this.#spread(), this.#weight()];
    return spread && all && rootOfPairs(spread, multiplyPairs(all, all));
  }

  get coefficientOfVariation(): number | null {
    const [spread, sum] = [this.#spread(), this.#scaledSum()];
    if (!spread || !sum) return null;
    const ratio = rootOfPairs(spread, multiplyPairs(sum, sum));
    return ratio !== null && sum.high < 0 ? 0 - ratio : ratio;
  }

  #weight(): Pair | null {
    const { weight } = this.#sums;
    if (weight instanceof Float64Array) return { high: weight[this.row], low: 0 };
    if (!this.#isPlain(weight)) return null;
    this.#products.clear();
    this.#products.addColumn(this.#weights, 1, this.row);
    return this.#products.pair();
  }

  /** scale·Σ w·x + offset·Σ w. */
  #scaledSum(): Pair | null {
    const { sum } = this.#sums;
    if (!this.#isPlain(sum) || !this.#weightsArePlain) return null;
    this.#products.clear();
    this.#products.addColumn(sum.components, this.#scaling.scale, this.row);
    this.#products.addColumn(this.#weights, this.#scaling.offset, this.row);
    return this.#products.pair();
  }

  /** scale²·(Σ w·Σ w·x² − (Σ w·x)²). */
  #spread(): Pair | null {
    const { sum, squares } = this.#sums;
    if (!this.#isPlain(sum) || !this.#isPlain(squares) || !this.#weightsArePlain) return null;
    this.#products.clear();
    this.#products.addColumns(this.#weights, squares.components, this.row, 1);
    this.#products.addColumns(sum.components, sum.components, this.row, -1);
    const spread = this.#products.pair();
    return this.#unscaled ? spread : spread && this.#factor && multiplyPairs(spread, this.#factor);
  }

  /** Whether doubles hold all of a row. */
  #isPlain(sums: ExactSums | null): sums is ExactSums {
    return sums !== null && sums.nonfinite[this.row] === 0 && !sums.spill.has(this.row);
  }

  get #weightsArePlain(): boolean {
    return this.#sums.weight instanceof Float64Array || this.#isPlain(this.#sums.weight);
  }
}
