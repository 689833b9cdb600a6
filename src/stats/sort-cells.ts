import type { CellArray } from "../source/source.ts";

/** Below these many cells the built-in sort is faster than what has to be set up for another (measured, Node 20). */
const FEW_BYTES = 64;
const FEW_WORDS = 512;
const FEW_FLOATS = 2048;

/** The cells of all pieces, ascending; −0 before 0. The first piece may be the result: pieces must not be used again. */
export function sortCells(pieces: readonly CellArray[]): CellArray {
  const cells = joined(pieces);
  const { length } = cells;
  if (cells instanceof Uint8Array || cells instanceof Int8Array) {
    return length < FEW_BYTES ? cells.sort() : countingSort(cells, cells instanceof Int8Array ? -128 : 0);
  }
  if (cells instanceof Uint16Array || cells instanceof Int16Array) {
    return length < FEW_WORDS ? cells.sort() : radixSort(cells, Uint16Array, 8);
  }
  if (cells instanceof Float32Array || cells instanceof Int32Array || cells instanceof Uint32Array) {
    return length < FEW_FLOATS ? cells.sort() : radixSort(cells, Uint32Array, 11);
  }
  return cells.sort();
}

function joined(pieces: readonly CellArray[]): CellArray {
  if (pieces.length === 0) return new Float64Array(0);
  if (pieces.length === 1) return pieces[0];
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const Cells = pieces[0].constructor as new (length: number) => CellArray;
  const all = new Cells(length);
  let offset = 0;
  for (const piece of pieces) {
    (all as Float64Array).set(piece as Float64Array, offset);
    offset += piece.length;
  }
  return all;
}

function countingSort<Cells extends Uint8Array | Int8Array>(cells: Cells, least: number): Cells {
  const counts = new Uint32Array(256);
  for (let i = 0; i < cells.length; i++) counts[cells[i] - least]++;
  let start = 0;
  for (let value = 0; value < 256; value++) {
    cells.fill(value + least, start, start + counts[value]);
    start += counts[value];
  }
  return cells;
}

type Keys = Uint16Array | Uint32Array;
type Sortable = Uint16Array | Int16Array | Float32Array | Int32Array | Uint32Array;
type View<Of> = { new (buffer: ArrayBufferLike, offset: number, length: number): Of; new (length: number): Of };

/** Passes over so many bits each, from the low end up, of keys that ascend as the values do. */
function radixSort<Cells extends Sortable>(cells: Cells, Keys: View<Keys>, digitBits: number): Cells {
  const { length } = cells;
  const digits = 2 ** digitBits;
  const bits = 8 * cells.BYTES_PER_ELEMENT;
  let from = new Keys(cells.buffer, cells.byteOffset, length);
  let to = new Keys(length);
  toKeys(from, cells);
  for (let shift = 0; shift < bits; shift += digitBits) {
    const starts = new Uint32Array(digits);
    for (let i = 0; i < length; i++) starts[(from[i] >>> shift) & (digits - 1)]++;
    for (let digit = 0, sum = 0; digit < digits; digit++) {
      const count = starts[digit];
      starts[digit] = sum;
      sum += count;
    }
    for (let i = 0; i < length; i++) to[starts[(from[i] >>> shift) & (digits - 1)]++] = from[i];
    [from, to] = [to, from];
  }
  fromKeys(from, cells);
  return new (cells.constructor as View<Cells>)(from.buffer, from.byteOffset, length);
}

/** Turns bits into unsigned integers of the same order: a sign is flipped, and all bits of negative floats. */
function toKeys(bits: Keys, cells: Sortable): void {
  if (cells instanceof Float32Array) for (let i = 0; i < bits.length; i++) bits[i] ^= (bits[i] >> 31) | 0x80000000;
  else flipSigns(bits, cells);
}

function fromKeys(keys: Keys, cells: Sortable): void {
  if (cells instanceof Float32Array) for (let i = 0; i < keys.length; i++) keys[i] ^= (~keys[i] >> 31) | 0x80000000;
  else flipSigns(keys, cells);
}

function flipSigns(bits: Keys, cells: Sortable): void {
  const sign = cells instanceof Int32Array ? 0x80000000 : cells instanceof Int16Array ? 0x8000 : 0;
  if (sign !== 0) for (let i = 0; i < bits.length; i++) bits[i] ^= sign;
}
