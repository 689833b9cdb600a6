import type { CellArray } from "../source/source.ts";

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

  /** Adds those of `values` from `start` to `stop`. */
  append(values: Float64Array, start: number, stop: number): void {
    const length = this.length + stop - start;
    if (length > this.#data.length) this.#grow(length);
    copyInto(this.#data, this.length, values, start, stop);
    this.length = length;
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

/** The same for cells of one type: that of the first ones. */
export class GrowableCells {
  #data: CellArray | null = null;
  length = 0;

  push(cells: CellArray, place: number): void {
    const data = this.#reserve(this.length + 1, cells);
    (data as Float64Array)[this.length++] = (cells as Float64Array)[place];
  }

  append(cells: CellArray, start: number, stop: number): void {
    const length = this.length + stop - start;
    copyInto(this.#reserve(length, cells), this.length, cells, start, stop);
    this.length = length;
  }

  #reserve(length: number, like: CellArray): CellArray {
    const data = this.#data;
    if (data && length <= data.length) return data;
    const Cells = (data ?? like).constructor as new (length: number) => CellArray;
    const grown = new Cells(Math.max(length, data ? 2 * data.length : 64));
    if (data) (grown as Float64Array).set(data as Float64Array);
    this.#data = grown;
    return grown;
  }

  /** What is filled, until more is added; null where nothing is. */
  get view(): CellArray | null {
    return this.#data?.subarray(0, this.length) ?? null;
  }

  take(): CellArray | null {
    return this.#data?.slice(0, this.length) ?? null;
  }
}

/** Below so many numbers the call of a built-in costs more than it saves. */
const FEW = 24;

function copyInto(to: CellArray, at: number, from: CellArray, start: number, stop: number): void {
  const [data, values] = [to as Float64Array, from as Float64Array]; // one name for the ten kinds
  if (stop - start > FEW) data.set(values.subarray(start, stop), at);
  else for (let i = start; i < stop; i++) data[at + i - start] = values[i];
}
