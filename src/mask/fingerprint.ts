import type { ClippedRuns } from "./runs.ts";

/**
 * Three words that tell whether a rectangle of the mask atlas was filled as the runs say: the number of cells and two
 * sums over the cells of scramble(row) × scramble(column), modulo 2^32. From runs they cost a prefix sum's difference
 * a run, so that every mask that a GPU draws can be checked. shaders/mask.wgsl sums the same over texels.
 */
export interface Fingerprint {
  count: number;
  first: number;
  second: number;
}

/** Sets columns apart from rows of the same number. */
const COLUMN_SALT = 0x10000000;

/** Fingerprints of clipped runs of windows that have the same width. */
export class Fingerprinter {
  #first: Uint32Array;
  #second: Uint32Array;

  constructor(width: number) {
    this.#first = new Uint32Array(width + 1);
    this.#second = new Uint32Array(width + 1);
    for (let column = 0; column < width; column++) {
      const word = scramble(column + COLUMN_SALT);
      this.#first[column + 1] = this.#first[column] + word;
      this.#second[column + 1] = this.#second[column] + (word ^ 0x55555555);
    }
  }

  /** @param rowShift, columnShift position of the runs' window */
  of(runs: ClippedRuns, rowShift: number, columnShift: number): Fingerprint {
    const total = { count: runs.cells, first: 0, second: 0 };
    for (let i = 0; i < 3 * runs.length; i += 3) {
      const row = scramble(runs.data[i] + rowShift);
      const start = runs.data[i + 1] + columnShift;
      const stop = runs.data[i + 2] + columnShift;
      total.first = (total.first + Math.imul(row, this.#first[stop] - this.#first[start])) >>> 0;
      total.second = (total.second + Math.imul(row >>> 16, this.#second[stop] - this.#second[start])) >>> 0;
    }
    return total;
  }
}

/** A well mixing bijection of words (the finaliser of MurmurHash3). */
function scramble(word: number): number {
  let bits = word;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
