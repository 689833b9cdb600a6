/** Whole numbers below 2^53, set one after the other; grows and is reused. */
export class GrowingInts {
  #values = new Float64Array(64);

  /** `i` is at most one beyond the highest so far. */
  set(i: number, value: number): void {
    if (i === this.#values.length) {
      const grown = new Float64Array(2 * i);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[i] = value;
  }

  at(i: number): number {
    return this.#values[i];
  }
}
