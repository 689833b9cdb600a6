import { firstFrom } from "../mask/clipped-mask.ts";
import type { CellArray } from "../source/source.ts";
import type { Value } from "./section.ts";
import { FEW, fromKeys, keysOf, moveByDigit, sortCells, sortKeys, startsOfDigits } from "./sort-cells.ts";

/** Cells in ascending order, of which no more is found than is asked for. */
export class SortedCells {
  readonly length: number;
  readonly #pieces: readonly CellArray[];
  #sorted: CellArray | null = null;
  #parts: Parts | null = null;

  constructor(pieces: readonly CellArray[]) {
    this.#pieces = pieces;
    this.length = pieces.reduce((sum, { length }) => sum + length, 0);
  }

  all(): CellArray {
    this.#sorted ??= sortCells(this.#pieces);
    return this.#sorted;
  }

  at(place: number): Value {
    if (this.#sorted || this.length < FEW || !areFloats(this.#pieces)) return this.all()[place];
    this.#parts ??= new Parts(keysOf(this.#pieces));
    return this.#parts.at(place);
  }
}

function areFloats(pieces: readonly CellArray[]): pieces is readonly Float32Array[] {
  return pieces[0] instanceof Float32Array;
}

/** Cells in some 2,000 parts by value, each of which is sorted when a cell of it is asked for. */
class Parts {
  readonly #keys: Uint32Array;
  readonly #stops: Int32Array;
  readonly #isSorted: Uint8Array;

  constructor(keys: Uint32Array) {
    let least = keys[0];
    let greatest = keys[0];
    for (let i = 1; i < keys.length; i++) {
      const key = keys[i];
      if (key < least) least = key;
      if (key > greatest) greatest = key;
    }
    const shift = Math.max(0, 21 - Math.clz32(greatest - least));
    this.#keys = new Uint32Array(keys.length);
    this.#stops = startsOfDigits(keys, least, shift);
    moveByDigit(keys, this.#keys, this.#stops, least, shift);
    this.#isSorted = new Uint8Array(this.#stops.length);
  }

  at(place: number): number {
    const stops = this.#stops;
    const part = firstFrom(stops, 0, stops.length, place + 1);
    const start = part === 0 ? 0 : stops[part - 1];
    if (this.#isSorted[part] === 0) {
      this.#keys.set(sortKeys(this.#keys.slice(start, stops[part])), start);
      this.#isSorted[part] = 1;
    }
    return fromKeys(this.#keys.slice(place, place + 1))[0];
  }
}
