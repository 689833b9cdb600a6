import { copyInto } from "../mask/growable.ts";
import type { CellArray } from "../source/source.ts";

/** Bytes that a thread holds for the next cells at most. */
const MOST_SPARE = 2 ** 23;

/** An array that nobody needs any more: new memory takes longer to come by than to fill. */
let spare: CellArray | null = null;

/** Cells of one type, that of the first ones, in an array that grows by doubling. */
export class GrowableCells {
  #data: CellArray | null = null;
  length = 0;

  push(cells: CellArray, place: number): void {
    const data = this.reserve(this.length + 1, cells);
    (data as Float64Array)[this.length++] = (cells as Float64Array)[place];
  }

  /** @param like an array of the type to keep, where `cells` is of another */
  append(cells: CellArray, start: number, stop: number, like = cells): void {
    const length = this.length + stop - start;
    copyInto(this.reserve(length, like), this.length, cells, start, stop);
    this.length = length;
  }

  /** Those at some places, which are `places[0 … n)`. */
  appendPlaces(cells: CellArray, places: Int32Array, n: number): void {
    const data = this.reserve(this.length + n, cells) as Float64Array; // one name for the ten kinds
    const from = cells as Float64Array;
    for (let i = 0; i < n; i++) data[this.length + i] = from[places[i]];
    this.length += n;
  }

  /** The array, with room for so many cells. */
  reserve(length: number, like: CellArray): CellArray {
    const data = this.#data;
    if (data && length <= data.length) return data;
    const Cells = (data ?? like).constructor as new (length: number) => CellArray;
    const grown = takeSpare(Cells, length) ?? new Cells(Math.max(length, data ? 2 * data.length : 64));
    if (data) (grown as Float64Array).set(data as Float64Array);
    this.#data = grown;
    return grown;
  }

  /** Leaves its array to others: of what was there nothing may be read any more. */
  recycle(): void {
    const data = this.#data;
    this.#data = null;
    this.length = 0;
    if (!data || data.byteLength > MOST_SPARE) return;
    if (spare?.constructor !== data.constructor || data.byteLength > spare.byteLength) spare = data;
  }

  /** What is filled, until more is added; null where nothing is. */
  get view(): CellArray | null {
    return this.#data?.subarray(0, this.length) ?? null;
  }
}

function takeSpare(Cells: unknown, length: number): CellArray | null {
  const taken = spare;
  if (taken === null || taken.constructor !== Cells || taken.length < length) return null;
  spare = null;
  return taken;
}
