import { concat } from "../source/concat.ts";
import type { CellArray } from "../source/source.ts";

/** Below so many cells the built-in sort is faster than what has to be set up for another (measured, Node 20). */
const FEW = 512;

/** Counting pays where cells have at most so many times as many possible values as there are cells. */
const DENSE = 4;

/** The cells of all pieces, ascending; −0 before 0. */
export function sortCells(pieces: readonly CellArray[]): CellArray {
  const cells = pieces.length > 0 ? concat(pieces) : new Float64Array(0);
  if (cells.length < FEW || cells instanceof Float64Array) return cells.sort();
  if (cells instanceof BigInt64Array || cells instanceof BigUint64Array) return cells.sort();
  if (cells instanceof Float32Array) return radixSort(cells);
  return sortIntegers(cells);
}

type Integers = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array;

function sortIntegers(cells: Integers): CellArray {
  let least = cells[0];
  let greatest = cells[0];
  for (let i = 1; i < cells.length; i++) {
    const value = cells[i];
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  if (greatest - least < DENSE * cells.length) return countingSort(cells, least, greatest - least + 1);
  return cells instanceof Int32Array || cells instanceof Uint32Array ? radixSort(cells) : cells.sort();
}

function countingSort<Cells extends Integers>(cells: Cells, least: number, values: number): Cells {
  const counts = new Uint32Array(values);
  for (let i = 0; i < cells.length; i++) counts[cells[i] - least]++;
  let at = 0;
  for (let value = 0; value < values; value++) {
    const stop = at + counts[value];
    while (at < stop) cells[at++] = value + least;
  }
  return cells;
}

const DIGIT_BITS = 11;
const DIGITS = 2 ** DIGIT_BITS;

/** Three passes over 11 bits each, from the low end up, of keys that ascend as the values do. */
function radixSort<Cells extends Float32Array | Int32Array | Uint32Array>(cells: Cells): Cells {
  const { length } = cells;
  let from: Uint32Array = new Uint32Array(cells.buffer, cells.byteOffset, length);
  let to: Uint32Array = new Uint32Array(length);
  toKeys(from, cells);
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    sortByDigit(from, to, shift);
    [from, to] = [to, from];
  }
  fromKeys(from, cells);
  const Cells = cells.constructor as new (buffer: ArrayBufferLike, offset: number, length: number) => Cells;
  return new Cells(from.buffer, from.byteOffset, length);
}

function sortByDigit(from: Uint32Array, to: Uint32Array, shift: number): void {
  const starts = new Uint32Array(DIGITS);
  for (let i = 0; i < from.length; i++) starts[(from[i] >>> shift) & (DIGITS - 1)]++;
  for (let digit = 0, sum = 0; digit < DIGITS; digit++) {
    const count = starts[digit];
    starts[digit] = sum;
    sum += count;
  }
  for (let i = 0; i < from.length; i++) {
    const key = from[i];
    to[starts[(key >>> shift) & (DIGITS - 1)]++] = key;
  }
}

/** Turns bits into unsigned integers of the same order: a sign is flipped, and all bits of negative floats. */
function toKeys(bits: Uint32Array, cells: Float32Array | Int32Array | Uint32Array): void {
  if (cells instanceof Float32Array) for (let i = 0; i < bits.length; i++) bits[i] ^= (bits[i] >> 31) | 0x80000000;
  else if (cells instanceof Int32Array) for (let i = 0; i < bits.length; i++) bits[i] ^= 0x80000000;
}

function fromKeys(keys: Uint32Array, cells: Float32Array | Int32Array | Uint32Array): void {
  if (cells instanceof Float32Array) for (let i = 0; i < keys.length; i++) keys[i] ^= (~keys[i] >> 31) | 0x80000000;
  else if (cells instanceof Int32Array) for (let i = 0; i < keys.length; i++) keys[i] ^= 0x80000000;
}
