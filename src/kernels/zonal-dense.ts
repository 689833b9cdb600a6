import type { CellArray } from "../source/source.ts";
import { BIN_BITS, BLOCK_CELLS, splitter } from "../stats/block-sums.ts";
import { addExact } from "../stats/exact-sums.ts";
import type { RunRange } from "../stats/keep-runs.ts";
import { addWholeCells, type Partials } from "../stats/partial.ts";

/**
 * The reduce by zone where cells can be read in place, each zone in one pass for all accumulators. Sums of cells of up to
 * 16 bits, and of their squares, are exact as they are. Of wider ones they are made of the pieces of block-sums.ts, cut at
 * places that fit the whole slice, which is looked through for them first; a slice that would need more pieces goes the
 * general way.
 */

/** Cells of up to 32 bits. */
export type DenseArray = Exclude<CellArray, BigInt64Array | BigUint64Array | Float64Array>;

/** What cuts a value in two and a square in three, so that no sum of a block's pieces rounds. */
export interface Cuts {
  readonly low: number;
  readonly squaresHigh: number;
  readonly squaresLow: number;
  /** Else values need not be cut, and squares but in two, by `squaresLow`. */
  readonly areFar: boolean;
}

/** A slice that can be read in place. */
export interface PreparedSlice {
  /** Cells of the slice alone. */
  readonly cells: DenseArray;
  /** NaN where there is none. */
  readonly nodata: number;
  /** Null where nothing must be cut. */
  readonly cuts: Cuts | null;
}

/** Zones must cover this part of a window at least, or looking through all of it would not pay. */
const LEAST_COVER = 1 / 4;

/** @param zoneCells cells of all zones together */
export function isDense(data: CellArray, zoneCells: number, height: number, width: number): data is DenseArray {
  if (!canBeDense(data, width)) return false;
  return data.BYTES_PER_ELEMENT < 4 || zoneCells >= height * width * LEAST_COVER;
}

/** Whether there are pieces for such cells, and blocks for such rows. */
export function canBeDense(data: CellArray, width: number): data is DenseArray {
  return data.BYTES_PER_ELEMENT < 8 && width <= BLOCK_CELLS;
}

/** Null where a cell is infinite, or values are too long or too far apart for the pieces to be exact. */
export function prepareSlice(
  data: DenseArray,
  base: number,
  length: number,
  excluded: number | bigint | null,
  squares: boolean,
): PreparedSlice | null {
  const cells = data.subarray(base, base + length);
  const nodata = excluded === null ? Number.NaN : Number(excluded);
  if (data.BYTES_PER_ELEMENT < 4) return { cells, nodata, cuts: null };
  const floats = cells instanceof Float32Array;
  const [least, most] = floats ? magnitudesOf(cells, nodata) : rangeOf(cells, nodata);
  const cuts = cutsOf(floats, least, most, squares);
  return cuts && { cells, nodata, cuts };
}

/** By what `magnitudesOf` gives of floats, and `rangeOf` of integers; null where no cuts will do. */
export function cutsOf(floats: boolean, least: number, most: number, squares: boolean): Cuts | null {
  // Values are multiples of 2^unit below 2^top.
  let unit = 0;
  let top = 32 - Math.clz32(Math.max(-least, most));
  if (floats) {
    top = most === 0 ? 0 : exponentOf(most) + 1;
    unit = most === 0 ? 0 : exponentOf(least) - 23;
  }
  const squareBits = floats ? 48 : 2 * top;
  if (top > 128 || top - unit > 2 * BIN_BITS) return null;
  if (squares && (squareBits > 53 || 2 * (top - unit) > 3 * BIN_BITS)) return null;
  return {
    low: splitter(unit + BIN_BITS),
    squaresHigh: splitter(2 * (unit + BIN_BITS)),
    squaresLow: splitter(2 * unit + BIN_BITS),
    areFar: top - unit > BIN_BITS,
  };
}

/** Of a float32 as it is stored, without its sign: 128 where it is infinite. */
function exponentOf(magnitude: number): number {
  return Math.max(magnitude >>> 23, 1) - 127;
}

const one = new Float32Array(1);
const oneWord = new Int32Array(one.buffer);

/**
 * The least and the greatest valid cell but zeros, without their signs and as they are stored, which are integers of the
 * same order; 2^31 − 1 and 0 where there are none.
 */
function magnitudesOf(cells: Float32Array, nodata: number): [number, number] {
  // One that no cell can hold must not be taken for the cell next to it, such as 1e300 for an infinity.
  one[0] = Math.fround(nodata) === nodata ? nodata : Number.NaN;
  // No word is that of a NaN that is no cell's; such cells are passed over anyway.
  const excluded = oneWord[0] & 0x7fffffff;
  const sign = oneWord[0] & 0x80000000;
  // Words, since comparing floats was slower by half.
  const words = new Int32Array(cells.buffer, cells.byteOffset, cells.length);
  let least = 0x7fffffff;
  let most = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    const magnitude = word & 0x7fffffff;
    if (magnitude === 0 || magnitude > 0x7f800000) continue;
    if (magnitude === excluded && (word & 0x80000000) === sign) continue;
    if (magnitude < least) least = magnitude;
    if (magnitude > most) most = magnitude;
  }
  return [least, most];
}

/** The least and the greatest valid cell, and 0. */
function rangeOf(cells: DenseArray, nodata: number): [number, number] {
  let least = 0;
  let most = 0;
  for (let i = 0; i < cells.length; i++) {
    const value = cells[i];
    if (value === nodata) continue;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

/** Takes the cells of some runs into a row of partials, at most `BLOCK_CELLS` at a time, so that no piece can round. */
export function reduceInPlace(
  slice: PreparedSlice,
  width: number,
  runs: RunRange,
  partials: Partials,
  row: number,
): void {
  const find = slice.cuts === null ? findShort : partials.squares ? findWithSquares : findWithoutSquares;
  const { data, to } = runs;
  let from = runs.from;
  let cells = 0;
  for (let run = from; run < to; run++) {
    const more = data[3 * run + 2] - data[3 * run + 1];
    if (cells + more > BLOCK_CELLS) {
      find(slice, width, { data, from, to: run });
      addFound(partials, row);
      from = run;
      cells = 0;
    }
    cells += more;
  }
  if (from === to) return;
  find(slice, width, { data, from, to });
  addFound(partials, row);
}

/**
 * What a loop over cells has found: count, min, max, two pieces of the sum, three of the squares. Such a loop is a function
 * of its own that calls nothing, since it is compiled at once, in each worker, and whatever it calls is compiled with it.
 */
const found = new Float64Array(8);

function addFound(partials: Partials, row: number): void {
  addWholeCells(partials, row, found[0], found[1], found[2]);
  if (partials.sum) for (let i = 3; i < 5; i++) addExact(partials.sum, row, found[i]);
  if (partials.squares) for (let i = 5; i < 8; i++) addExact(partials.squares, row, found[i]);
}

/** Cells of up to 16 bits: a block of squares sums to less than 2^46. */
function findShort(slice: PreparedSlice, width: number, runs: RunRange): void {
  const { cells, nodata } = slice;
  const { data, from, to } = runs;
  let count = 0;
  let min = Infinity;
  let max = -Infinity;
  let sum = 0;
  let squares = 0;
  for (let run = 3 * from; run < 3 * to; run += 3) {
    const rowBase = data[run] * width;
    const stop = rowBase + data[run + 2];
    for (let i = rowBase + data[run + 1]; i < stop; i++) {
      const value = cells[i];
      if (value === nodata) continue;
      count++;
      if (value < min) min = value;
      if (value > max) max = value;
      sum += value;
      squares += value * value;
    }
  }
  found[0] = count;
  found[1] = min;
  found[2] = max;
  found[3] = sum;
  found[4] = 0;
  found[5] = squares;
  found[6] = 0;
  found[7] = 0;
}

function findWithoutSquares(slice: PreparedSlice, width: number, runs: RunRange): void {
  const { cells, nodata } = slice;
  const low = slice.cuts?.low ?? 0;
  const { data, from, to } = runs;
  let count = 0;
  let min = Infinity;
  let max = -Infinity;
  let top = 0;
  let bottom = 0;
  for (let run = 3 * from; run < 3 * to; run += 3) {
    const rowBase = data[run] * width;
    const stop = rowBase + data[run + 2];
    for (let i = rowBase + data[run + 1]; i < stop; i++) {
      const value = cells[i];
      if (value === nodata || Number.isNaN(value)) continue;
      count++;
      if (value < min) min = value;
      if (value > max) max = value;
      const piece = value + low - low;
      top += piece;
      bottom += value - piece;
    }
  }
  found[0] = count;
  found[1] = min;
  found[2] = max;
  found[3] = top;
  found[4] = bottom;
}

function findWithSquares(slice: PreparedSlice, width: number, runs: RunRange): void {
  const { cells, nodata } = slice;
  const { low, squaresHigh, squaresLow } = slice.cuts ?? { low: 0, squaresHigh: 0, squaresLow: 0 };
  const { data, from, to } = runs;
  let count = 0;
  let min = Infinity;
  let max = -Infinity;
  let top = 0;
  let bottom = 0;
  let squaresTop = 0;
  let squaresMiddle = 0;
  let squaresBottom = 0;
  for (let run = 3 * from; run < 3 * to; run += 3) {
    const rowBase = data[run] * width;
    const stop = rowBase + data[run + 2];
    for (let i = rowBase + data[run + 1]; i < stop; i++) {
      const value = cells[i];
      if (value === nodata || Number.isNaN(value)) continue;
      count++;
      if (value < min) min = value;
      if (value > max) max = value;
      const piece = value + low - low;
      top += piece;
      bottom += value - piece;
      const square = value * value;
      const first = square + squaresHigh - squaresHigh;
      const rest = square - first;
      const second = rest + squaresLow - squaresLow;
      squaresTop += first;
      squaresMiddle += second;
      squaresBottom += rest - second;
    }
  }
  found[0] = count;
  found[1] = min;
  found[2] = max;
  found[3] = top;
  found[4] = bottom;
  found[5] = squaresTop;
  found[6] = squaresMiddle;
  found[7] = squaresBottom;
}
