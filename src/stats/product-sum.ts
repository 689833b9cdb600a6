import { productError } from "../grid/exact-product.ts";
import type { Pair } from "./pair.ts";

/** Factors beyond these are left to bigints. */
const MOST = 2 ** 200;
const LEAST = 2 ** -200;
const MOST_TERMS = 64;
const PASSES = 8;

/**
 * A sum of products of doubles, kept exactly until its `pair` is asked for, as in wasm/product-sum.ts, which says why
 * nothing over- or underflows. Here it is for one value at a time: of two products where it is scaled (units.ts), of five
 * where it lies between two cells (quantile.ts), so one pass is enough unless they cancel.
 */
export class ProductSum {
  readonly #terms = new Float64Array(MOST_TERMS);
  #used = 0;
  #isTame = true;

  clear(): void {
    this.#used = 0;
    this.#isTame = true;
  }

  add(a: number, b: number): void {
    if (a === 0 || b === 0) return;
    if (!isTame(a) || !isTame(b) || this.#used === MOST_TERMS) {
      this.#isTame = false;
      return;
    }
    const product = a * b;
    this.#terms[this.#used++] = product;
    this.#terms[this.#used++] = productError(a, b, product);
  }

  /** The sum, or null where it is not certain to be within 2^-80 of itself; the bound 2^-46 holds for all 64 terms. */
  pair(): Pair | null {
    if (!this.#isTame) return null;
    const terms = this.#terms;
    const last = this.#used - 1;
    for (let pass = 0; pass < PASSES; pass++) {
      let total = last < 0 ? 0 : terms[0];
      let rest = 0;
      let magnitude = 0;
      for (let i = 1; i <= last; i++) {
        const term = terms[i];
        const next = total + term;
        const added = next - total;
        const error = total - (next - added) + (term - added);
        terms[i - 1] = error;
        rest += error;
        magnitude += Math.abs(error);
        total = next;
      }
      const high = total + rest;
      if (magnitude * 2 ** -46 <= Math.abs(high) * 2 ** -80) {
        const added = high - total;
        return { high, low: total - (high - added) + (rest - added) };
      }
      terms[last] = total;
    }
    return null;
  }
}

function isTame(factor: number): boolean {
  const magnitude = Math.abs(factor);
  return magnitude < MOST && magnitude > LEAST;
}
