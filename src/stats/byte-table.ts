import type { CellArray } from "../source/source.ts";
import type { Value } from "./section.ts";

const KEYS = 256;

/** Cells of 8 bits by value, in tables of all values that there are. */
export class ByteTable {
  /** Different values, ascending, and the weight of each; of `length` of them. */
  readonly values = new Int16Array(KEYS);
  readonly weights = new Float64Array(KEYS);
  length = 0;
  /** Of each key, which is a byte: the sum of its weights, as two doubles whose sum is exact. */
  readonly #sums = new Float64Array(KEYS);
  readonly #rests = new Float64Array(KEYS);
  readonly #seen = new Uint8Array(KEYS);
  /** The keys that were seen. */
  readonly #keys = new Uint8Array(KEYS);

  /** False where cells are others (the first of several says the type), or where two doubles do not hold a value's weight. */
  fill(whole: readonly CellArray[], partial: ArrayLike<Value>, coverage: ArrayLike<number>): boolean {
    const cells = whole.length > 0 ? whole[0] : partial;
    if (!(cells instanceof Uint8Array || cells instanceof Int8Array)) return false;
    const flip = cells instanceof Int8Array ? 128 : 0;
    this.length = 0;
    for (let i = 0; i < whole.length; i++) this.#count(whole[i] as Uint8Array, flip);
    const isExact = partial.length === 0 || this.#add(partial as ArrayLike<number>, coverage, flip);
    this.#sort();
    this.#finish(flip);
    return isExact;
  }

  #count(cells: Uint8Array, flip: number): void {
    const [sums, seen, keys] = [this.#sums, this.#seen, this.#keys];
    let { length } = this;
    for (let i = 0; i < cells.length; i++) {
      const key = (cells[i] + flip) & 255;
      if (seen[key] === 0) keys[length++] = key;
      seen[key] = 1;
      sums[key]++;
    }
    this.length = length;
  }

  /** By Knuth's TwoSum, twice; false where something is lost. */
  #add(cells: ArrayLike<number>, coverage: ArrayLike<number>, flip: number): boolean {
    const [sums, rests, seen, keys] = [this.#sums, this.#rests, this.#seen, this.#keys];
    let { length } = this;
    let isExact = true;
    for (let i = 0; i < cells.length; i++) {
      const key = (cells[i] + flip) & 255;
      if (seen[key] === 0) keys[length++] = key;
      seen[key] = 1;
      const weight = coverage[i];
      const before = sums[key];
      const sum = before + weight;
      const added = sum - before;
      const rest = before - (sum - added) + (weight - added);
      sums[key] = sum;
      const restBefore = rests[key];
      const restSum = restBefore + rest;
      const restAdded = restSum - restBefore;
      rests[key] = restSum;
      if (restBefore - (restSum - restAdded) + (rest - restAdded) !== 0) isExact = false;
    }
    this.length = length;
    return isExact;
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

  /** Puts what was found of the keys into the table, and leaves nothing behind. */
  #finish(flip: number): void {
    const [sums, rests, seen, keys] = [this.#sums, this.#rests, this.#seen, this.#keys];
    const { values, weights, length } = this;
    for (let i = 0; i < length; i++) {
      const key = keys[i];
      values[i] = key - flip;
      // One addition of two doubles is correctly rounded as it is. Adding 0 turns −0 into 0.
      weights[i] = sums[key] + rests[key] + 0;
      seen[key] = sums[key] = rests[key] = 0;
    }
  }
}

const FEW_KEYS = 16;
