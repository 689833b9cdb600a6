/** An Int32Array that grows by doubling: `push`, then `take` the filled part. */
export class GrowableInt32 {
  #data: Int32Array;
  length = 0;

  constructor(capacity = 1024) {
    this.#data = new Int32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.#data.length) this.#grow(this.length + 1);
    this.#data[this.length++] = value;
  }

  /** Adds the same number so many times. */
  fill(value: number, times: number): void {
    if (this.length + times > this.#data.length) this.#grow(this.length + times);
    this.#data.fill(value, this.length, this.length + times);
    this.length += times;
  }

  #grow(least: number): void {
    const grown = new Int32Array(Math.max(least, this.#data.length * 2));
    grown.set(this.#data);
    this.#data = grown;
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
    if (this.length === this.#data.length) this.#grow(this.length + 1);
    this.#data[this.length++] = value;
  }

  append(values: Float64Array): void {
    if (this.length + values.length > this.#data.length) this.#grow(this.length + values.length);
    this.#data.set(values, this.length);
    this.length += values.length;
  }

  #grow(least: number): void {
    const grown = new Float64Array(Math.max(least, this.#data.length * 2));
    grown.set(this.#data);
    this.#data = grown;
  }

  /** What is filled, until the next `push`. */
  get view(): Float64Array {
    return this.#data.subarray(0, this.length);
  }

  take(): Float64Array {
    return this.#data.slice(0, this.length);
  }
}
