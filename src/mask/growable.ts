/** An Int32Array that grows by doubling: `push`, then `take` the filled part. */
export class GrowableInt32 {
  #data: Int32Array;
  length = 0;

  constructor(capacity = 1024) {
    this.#data = new Int32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.#data.length) {
      const grown = new Int32Array(this.#data.length * 2);
      grown.set(this.#data);
      this.#data = grown;
    }
    this.#data[this.length++] = value;
  }

  /** What is filled, until the next `push`. */
  get view(): Int32Array {
    return this.#data.subarray(0, this.length);
  }

  take(): Int32Array {
    return this.#data.slice(0, this.length);
  }
}

/** The same for doubles. */
export class GrowableFloat64 {
  #data: Float64Array;
  length = 0;

  constructor(capacity = 1024) {
    this.#data = new Float64Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.#data.length) {
      const grown = new Float64Array(this.#data.length * 2);
      grown.set(this.#data);
      this.#data = grown;
    }
    this.#data[this.length++] = value;
  }

  at(index: number): number {
    return this.#data[index];
  }

  take(): Float64Array {
    return this.#data.slice(0, this.length);
  }
}
