import type { CellArray } from "../source/source.ts";
import { BIN_BITS, BLOCK_CELLS, splitter } from "../stats/block-sums.ts";
import { addExact } from "../stats/exact-sums.ts";
import { addWholeCells, type Partials } from "../stats/partial.ts";

/**
 * The reduce by zone where zones cover much of a window: a slice of it is turned into doubles once, for all zones, and
 * each zone is read in place, in one pass for all accumulators. Sums are made of the pieces of block-sums.ts, cut at
 * places that fit the whole slice; a slice that would need more pieces goes the general way.
 */

/** Cells of a window at most: 32 MiB of doubles, kept from slice to slice. */
const MOST_CELLS = 2 ** 22;
/** Zones must cover this part of a window at least, or turning all of it into doubles would not pay. */
const LEAST_COVER = 1 / 4;
/** The exponent of a double, in the upper of its two words. */
const EXPONENT = 0x7ff00000;

export type NarrowArray = Exclude<CellArray, BigInt64Array | BigUint64Array>;

/** Runs as row, start, stop triples; those of one zone are `from` … `to`. */
export interface RunRange {
  readonly data: Int32Array;
  readonly from: number;
  readonly to: number;
}

/** Doubles of a slice, NaN where not valid, and what cuts a value in two and a square in three. */
export interface PreparedSlice {
  readonly values: Float64Array;
  readonly low: number;
  readonly squaresHigh: number;
  readonly squaresLow: number;
}

let scratch = new Float64Array(0);
let scratchWords = new Uint32Array(0);

/** @param zoneCells cells of all zones together */
export function isDense(zoneCells: number, height: number, width: number): boolean {
  return height * width <= MOST_CELLS && width <= BLOCK_CELLS && zoneCells >= height * width * LEAST_COVER;
}

/** Cells whose squares a double may hold: not 64-bit ones. */
export function canBeDense(data: CellArray): data is NarrowArray {
  return !(data instanceof BigInt64Array || data instanceof BigUint64Array || data instanceof Float64Array);
}

/** Null where a cell is infinite, or values are too long or too far apart for the pieces to be exact. */
export function prepareSlice(
  data: CellArray,
  base: number,
  cells: number,
  nodata: number | bigint | null,
  squares: boolean,
): PreparedSlice | null {
  if (scratch.length < cells) {
    scratch = new Float64Array(cells);
    scratchWords = new Uint32Array(scratch.buffer);
  }
  scratch.set((data as NarrowArray).subarray(base, base + cells));
  const [least, most] = dropInvalid(scratch, scratchWords, cells, nodata === null ? Number.NaN : Number(nodata));
  const floats = data instanceof Float32Array;
  const zeros = most < least;
  // Values are multiples of 2^unit below 2^top.
  const top = zeros ? 1 : most + 1;
  const unit = floats && !zeros ? least - 23 : 0;
  const squareBits = floats ? 48 : 2 * top;
  if (top > 128 || top - unit > 2 * BIN_BITS) return null;
  if (squares && (squareBits > 53 || 2 * (top - unit) > 3 * BIN_BITS)) return null;
  return {
    values: scratch,
    low: splitter(unit + BIN_BITS),
    squaresHigh: splitter(2 * (unit + BIN_BITS)),
    squaresLow: splitter(2 * unit + BIN_BITS),
  };
}

/**
 * Makes cells NaN that are not valid.
 * @returns the least and the greatest exponent of the rest, zeros left out
 */
function dropInvalid(values: Float64Array, words: Uint32Array, cells: number, nodata: number): [number, number] {
  let least = EXPONENT;
  let most = 0;
  for (let i = 0; i < cells; i++) {
    const value = values[i];
    // Words, since comparing doubles here was bistable: 1.3 ns a cell in one process, 5.5 in the next.
    const exponent = words[2 * i + 1] & EXPONENT;
    if (value === nodata || Number.isNaN(value)) {
      values[i] = Number.NaN;
    } else if (exponent > 0) {
      if (exponent < least) least = exponent;
      if (exponent > most) most = exponent;
    }
  }
  return [(least >>> 20) - 1023, (most >>> 20) - 1023];
}

/** Takes the cells of some runs into a row of partials, at most `BLOCK_CELLS` at a time, so that no piece can round. */
export function reduceInPlace(
  slice: PreparedSlice,
  width: number,
  runs: RunRange,
  partials: Partials,
  row: number,
): void {
  const reduce = partials.squares ? addWithSquares : addWithoutSquares;
  const { data, to } = runs;
  let from = runs.from;
  let cells = 0;
  for (let run = from; run < to; run++) {
    const more = data[3 * run + 2] - data[3 * run + 1];
    if (cells + more > BLOCK_CELLS) {
      reduce(slice, width, { data, from, to: run }, partials, row);
      from = run;
      cells = 0;
    }
    cells += more;
  }
  if (from < to) reduce(slice, width, { data, from, to }, partials, row);
}

function addWithoutSquares(slice: PreparedSlice, width: number, runs: RunRange, partials: Partials, row: number): void {
  const { values, low } = slice;
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
      const value = values[i];
      if (Number.isNaN(value)) continue;
      count++;
      if (value < min) min = value;
      if (value > max) max = value;
      const piece = value + low - low;
      top += piece;
      bottom += value - piece;
    }
  }
  addWholeCells(partials, row, count, min, max);
  if (!partials.sum) return;
  addExact(partials.sum, row, top);
  addExact(partials.sum, row, bottom);
}

function addWithSquares(slice: PreparedSlice, width: number, runs: RunRange, partials: Partials, row: number): void {
  const { values, low, squaresHigh, squaresLow } = slice;
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
      const value = values[i];
      if (Number.isNaN(value)) continue;
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
  addWholeCells(partials, row, count, min, max);
  if (partials.sum) for (const piece of [top, bottom]) addExact(partials.sum, row, piece);
  if (!partials.squares) return;
  for (const piece of [squaresTop, squaresMiddle, squaresBottom]) addExact(partials.squares, row, piece);
}
