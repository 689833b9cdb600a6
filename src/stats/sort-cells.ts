import { concat } from "../source/concat.ts";
import type { CellArray } from "../source/source.ts";
import { compare, type Value } from "./section.ts";

/** Below so many cells the built-in sort is faster than what has to be set up for another (measured, Node 20). */
export const FEW = 512;

/** Counting pays where cells have at most so many times as many possible values as there are cells. */
const DENSE = 4;

/** The cells of all pieces, ascending; −0 before 0. */
export function sortCells(pieces: readonly CellArray[]): CellArray {
  const cells = pieces.length > 0 ? concat(pieces) : new Float64Array(0);
  if (cells.length < FEW || cells instanceof Float64Array) return cells.sort();
  if (cells instanceof BigInt64Array || cells instanceof BigUint64Array) return cells.sort();
  if (cells instanceof Float32Array) return fromKeys(sortKeys(keysOf([cells])));
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
  if (cells instanceof Uint32Array) return sortKeys(cells);
  return cells instanceof Int32Array ? sortSigned(cells) : cells.sort();
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

function sortSigned(cells: Int32Array): Int32Array {
  const keys = new Uint32Array(cells.buffer, cells.byteOffset, cells.length);
  for (let i = 0; i < keys.length; i++) keys[i] ^= SIGN;
  const sorted = sortKeys(keys);
  for (let i = 0; i < sorted.length; i++) sorted[i] ^= SIGN;
  return new Int32Array(sorted.buffer, sorted.byteOffset, sorted.length);
}

const SIGN = 0x80000000;
const DIGIT_BITS = 11;
const DIGITS = 2 ** DIGIT_BITS;

/** Unsigned integers that ascend as floats do: their bits, of which a sign is flipped, and all bits of negative ones. */
export function keysOf(pieces: readonly Float32Array[]): Uint32Array {
  const keys = new Uint32Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const { buffer, byteOffset, length } of pieces) {
    putKeys(keys, at, new Uint32Array(buffer, byteOffset, length));
    at += length;
  }
  return keys;
}

function putKeys(keys: Uint32Array, at: number, bits: Uint32Array): void {
  for (let i = 0; i < bits.length; i++) keys[at + i] = bits[i] ^ ((bits[i] >> 31) | SIGN);
}

/** The floats, in the place of their keys. */
export function fromKeys(keys: Uint32Array): Float32Array {
  for (let i = 0; i < keys.length; i++) keys[i] ^= (~keys[i] >> 31) | SIGN;
  return new Float32Array(keys.buffer, keys.byteOffset, keys.length);
}

/** By three passes over 11 bits each, from the low end up; what is given is lost. */
export function sortKeys(keys: Uint32Array): Uint32Array {
  if (keys.length < FEW) return keys.sort();
  let from = keys;
  let to: Uint32Array = new Uint32Array(keys.length);
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    moveByDigit(from, to, startsOfDigits(from, 0, shift), 0, shift);
    [from, to] = [to, from];
  }
  return from;
}

/** Keys by 11 bits of what they are above `least`; where those of each digit begin is found before, and lost. */
export function moveByDigit(
  from: Uint32Array,
  to: Uint32Array,
  starts: Int32Array,
  least: number,
  shift: number,
): void {
  for (let i = 0; i < from.length; i++) {
    const key = from[i];
    to[starts[((key - least) >>> shift) & (DIGITS - 1)]++] = key;
  }
}

export function startsOfDigits(keys: Uint32Array, least: number, shift: number): Int32Array {
  const starts = new Int32Array(DIGITS);
  for (let i = 0; i < keys.length; i++) starts[((keys[i] - least) >>> shift) & (DIGITS - 1)]++;
  let sum = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = starts[digit];
    starts[digit] = sum;
    sum += count;
  }
  return starts;
}

/** Places of values are put behind their keys within 53 bits. */
const MOST_PLACES = 2 ** 20;

/** Places of values, ascending by value. */
export function ascendingPlaces(values: CellArray | readonly Value[]): ArrayLike<number> {
  if (values.length <= MOST_PLACES && values instanceof Float32Array) return placesByKey(keysOf([values]));
  return Array.from(values, (_, i) => i).sort((a, b) => compare(values[a], values[b]));
}

function placesByKey(keys: Uint32Array): Float64Array {
  const order = new Float64Array(keys.length);
  for (let i = 0; i < keys.length; i++) order[i] = keys[i] * MOST_PLACES + i;
  order.sort();
  for (let i = 0; i < order.length; i++) order[i] %= MOST_PLACES;
  return order;
}
