import { productError } from "../grid/exact-product.ts";
import type { Pair } from "./pair.ts";

/** Factors beyond these are left to bigints. */
const MOST = 2 ** 200;
const LEAST = 2 ** -200;
const MOST_TERMS = 64;
/** One or two nearly always; more where all cancels, as for one cell with a weight. */
const PASSES = 8;

/**
 * A sum of products of doubles, kept exactly as the list of the products and their errors until its `pair` is asked for.
 * Factors are multiples of 2^-252 (2^-200 less 52 bits), so all here are multiples of 2^-504, and of magnitudes below
 * 2^406: nothing over- or underflows.
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

  /**
   * The sum, or null where it is not certain to be within 2^-80 of itself. Knuth's TwoSum passes over the terms change
   * them, not their sum: the last becomes the rounded total, the others what rounding took away. Of those the plain sum
   * is taken, which errs by less than 63·2^-53 / (1 − 63·2^-53) < 2^-46 of the sum of their magnitudes (Ogita, Rump &
   * Oishi, "Accurate Sum and Dot Product", 2005; the magnitudes' own sum by as little).
   */
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
