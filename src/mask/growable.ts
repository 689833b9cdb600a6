import type { CellArray } from "../source/source.ts";

/** Room for so many comes at once, where there was none. */
const LEAST = 64;

/** An Int32Array that grows by doubling: `push`, then `take` the filled part. */
export class GrowableInt32 {
  #data: Int32Array;
  length = 0;

  constructor(capacity = 1024) {
    this.#data = new Int32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.#data.length) this.#grow();
    this.#data[this.length++] = value;
  }

  #grow(): void {
    const grown = new Int32Array(Math.max(LEAST, this.#data.length * 2));
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

  /** Adds those of `values` from `start` to `stop`. */
  append(values: Float64Array, start: number, stop: number): void {
    const length = this.length + stop - start;
    if (length > this.#data.length) this.#grow(length);
    copyInto(this.#data, this.length, values, start, stop);
    this.length = length;
  }

  #grow(least: number): void {
    const grown = new Float64Array(Math.max(LEAST, least, this.#data.length * 2));
    grown.set(this.#data);
    this.#data = grown;
  }

  /** What is filled, until the next `push`. */
  get view(): Float64Array {
    return this.#data.subarray(0, this.length);
  }
}

/** Below so many numbers the call of a built-in costs more than it saves. */
export const FEW = 24;

export function copyInto(to: CellArray, at: number, from: CellArray, start: number, stop: number): void {
  const data = to as Float64Array; // one name for the ten kinds
  const values = from as Float64Array;
  if (stop - start > FEW) data.set(values.subarray(start, stop), at);
  else for (let i = start; i < stop; i++) data[at + i - start] = values[i];
}
