import type { CellArray } from "../source/source.ts";
import type { CellColumns, CellSink } from "./kept-cells.ts";

const KEYS = 256;

/** Cells of 8 bits by value, in tables of all values that there are: of one group after the other. */
export class ByteTable implements CellSink {
  /** Different values, ascending, and the weight of each; of `length` of them, once it is finished. */
  readonly values = new Int16Array(KEYS);
  readonly weights = new Float64Array(KEYS);
  length = 0;
  /** Of each key, which is a byte: whole cells, and the sum of other weights, as two doubles whose sum is exact. */
  readonly #counts = new Float64Array(KEYS);
  readonly #sums = new Float64Array(KEYS);
  readonly #rests = new Float64Array(KEYS);
  readonly #seen = new Uint8Array(KEYS);
  /** The keys that were seen. */
  readonly #keys = new Uint8Array(KEYS);
  /** Cells have more than 8 bits: all of a job do, so it is never asked again. */
  isOfNoUse = false;
  /** Whether all cells so far are of 8 bits, and their weights exact. */
  #isExact = true;
  /** What makes keys of signed cells that ascend as they do. */
  #flip = 0;

  clear(): void {
    this.length = 0;
    this.#isExact = true;
  }

  addWhole(_: number, cells: CellArray, start: number, stop: number): void {
    if (this.#takes(cells)) this.#count(cells as Uint8Array, start, stop);
  }

  addMany(_: number, { values, coverage }: CellColumns, start: number, stop: number): void {
    if (this.#takes(values)) this.#add(values as Uint8Array, coverage, start, stop);
  }

  #takes(cells: CellArray): boolean {
    if (cells instanceof Uint8Array) this.#flip = 0;
    else if (cells instanceof Int8Array) this.#flip = 128;
    else this.isOfNoUse = true;
    return !this.isOfNoUse && this.#isExact;
  }

  #count(cells: Uint8Array, start: number, stop: number): void {
    const [counts, seen, keys, flip] = [this.#counts, this.#seen, this.#keys, this.#flip];
    let { length } = this;
    for (let i = start; i < stop; i++) {
      const key = (cells[i] + flip) & 255;
      if (seen[key] === 0) keys[length++] = key;
      seen[key] = 1;
      counts[key]++;
    }
    this.length = length;
  }

  #add(cells: Uint8Array, coverage: Float64Array, start: number, stop: number): void {
    const [seen, keys, flip] = [this.#seen, this.#keys, this.#flip];
    let { length } = this;
    for (let i = start; i < stop; i++) {
      const key = (cells[i] + flip) & 255;
      if (seen[key] === 0) keys[length++] = key;
      seen[key] = 1;
      this.#addWeight(key, coverage[i]);
    }
    this.length = length;
  }

  /** By Knuth's TwoSum, twice. */
  #addWeight(key: number, weight: number): void {
    const [sums, rests] = [this.#sums, this.#rests];
    const before = sums[key];
    const sum = before + weight;
    const added = sum - before;
    const rest = before - (sum - added) + (weight - added);
    sums[key] = sum;
    const restBefore = rests[key];
    const restSum = restBefore + rest;
    const restAdded = restSum - restBefore;
    rests[key] = restSum;
    if (restBefore - (restSum - restAdded) + (rest - restAdded) !== 0) this.#isExact = false;
  }

  /**
   * Makes the table, and forgets the cells; false where there is none: no cells, others than of 8 bits, or two doubles do
   * not hold a value's weight.
   */
  finish(): boolean {
    const [counts, sums, rests, seen, keys] = [this.#counts, this.#sums, this.#rests, this.#seen, this.#keys];
    const { values, weights, length } = this;
    this.#sort();
    for (let i = 0; i < length; i++) {
      const key = keys[i];
      values[i] = key - this.#flip;
      this.#addWeight(key, counts[key]);
      // One addition of two doubles is correctly rounded as it is. Adding 0 turns −0 into 0.
      weights[i] = sums[key] + rests[key] + 0;
      seen[key] = counts[key] = sums[key] = rests[key] = 0;
    }
    return this.#isExact && length > 0;
  }

  /** Few keys are sorted, more are looked for in order. */
  #sort(): void {
    const [seen, keys, length] = [this.#seen, this.#keys, this.length];
    if (length > FEW_KEYS) {
      for (let key = 0, at = 0; key < KEYS; key++) if (seen[key] === 1) keys[at++] = key;
      return;
    }
    for (let i = 1; i < length; i++) {
      const key = keys[i];
      let at = i;
      for (; at > 0 && keys[at - 1] > key; at--) keys[at] = keys[at - 1];
      keys[at] = key;
    }
  }
}

const FEW_KEYS = 16;
