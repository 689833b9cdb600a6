import { dyadic, multiplyDyadic } from "./dyadic.ts";
import { addExact, type ExactSums, spillExact } from "./exact-sums.ts";

/**
 * Exact sums of many doubles at the speed of plain addition: each value is cut at fixed binary places into pieces of
 * `53 − log2(n)` bits ("bins"), and within a bin plain addition of n pieces cannot round. Adding and subtracting
 * 1.5 × 2^52 × unit rounds a double to a multiple of `unit` (as in Demmel & Nguyen, "Fast Reproducible Floating-Point
 * Summation", 2013).
 */

/** Values a call may sum at most: 2^14, which leaves 53 − 14 − 1 bits a bin. */
export const BLOCK_CELLS = 16384;
/** Bits of a piece. */
export const BIN_BITS = 38;

/**
 * Adds values[0 … n) to a row of `sums`, exactly.
 * @param maxAbs the largest |value|
 * @param unitExponent every value is a multiple of 2^unitExponent
 */
export function addBlock(
  sums: ExactSums,
  row: number,
  values: Float64Array,
  n: number,
  maxAbs: number,
  unitExponent: number,
): void {
  if (maxAbs === 0) return;
  const topExponent = exponentOf(maxAbs) + 1;
  const bins = Math.ceil((topExponent - unitExponent) / BIN_BITS);
  // The splitting constants must be normal doubles, far from both ends of the range.
  if (topExponent > 960 || unitExponent < -960 || bins > 8) {
    for (let i = 0; i < n; i++) addExact(sums, row, values[i]);
    return;
  }
  const cut = (bin: number) => splitter(unitExponent + bin * BIN_BITS); // not before it is needed: a power is slow
  if (bins <= 1) addOneBin(sums, row, values, n);
  else if (bins === 2) addTwoBins(sums, row, values, n, cut(1));
  else if (bins === 3) addThreeBins(sums, row, values, n, cut(2), cut(1));
  else addManyBins(sums, row, values, n, bins, unitExponent);
}

/** Adding and subtracting it rounds to a multiple of 2^exponent. */
export function splitter(exponent: number): number {
  return 1.5 * 2 ** (52 + exponent);
}

function addOneBin(sums: ExactSums, row: number, values: Float64Array, n: number): void {
  let total = 0;
  for (let i = 0; i < n; i++) total += values[i];
  addExact(sums, row, total);
}

function addTwoBins(sums: ExactSums, row: number, values: Float64Array, n: number, low: number): void {
  let top = 0;
  let bottom = 0;
  for (let i = 0; i < n; i++) {
    const value = values[i];
    const piece = value + low - low;
    top += piece;
    bottom += value - piece;
  }
  addExact(sums, row, top);
  addExact(sums, row, bottom);
}

function addThreeBins(sums: ExactSums, row: number, values: Float64Array, n: number, high: number, low: number): void {
  let top = 0;
  let middle = 0;
  let bottom = 0;
  for (let i = 0; i < n; i++) {
    const value = values[i];
    const first = value + high - high;
    const rest = value - first;
    const second = rest + low - low;
    top += first;
    middle += second;
    bottom += rest - second;
  }
  addExact(sums, row, top);
  addExact(sums, row, middle);
  addExact(sums, row, bottom);
}

function addManyBins(
  sums: ExactSums,
  row: number,
  values: Float64Array,
  n: number,
  bins: number,
  unitExponent: number,
): void {
  const totals = new Float64Array(bins);
  const splitters = Float64Array.from(totals, (_, bin) => splitter(unitExponent + bin * BIN_BITS));
  for (let i = 0; i < n; i++) {
    let rest = values[i];
    for (let bin = bins - 1; bin > 0; bin--) {
      const piece = rest + splitters[bin] - splitters[bin];
      totals[bin] += piece;
      rest -= piece;
    }
    totals[0] += rest;
  }
  for (const total of totals) addExact(sums, row, total);
}

const squares = new Float64Array(BLOCK_CELLS);
const tails = new Float64Array(BLOCK_CELLS);

/**
 * Adds the squares of values[0 … n) to a row of `sums`, exactly. Where a square needs more than 53 bits it is cut in
 * two by Dekker's product (1971), each part exact.
 * @param minExponent `exponentOf` the least |value| that is not 0
 * @param bits a value has this many significant bits at most
 */
export function addBlockOfSquares(
  sums: ExactSums,
  row: number,
  values: Float64Array,
  n: number,
  maxAbs: number,
  unitExponent: number,
  minExponent: number,
  bits = 53,
): void {
  if (maxAbs === 0) return;
  const topExponent = exponentOf(maxAbs) + 1;
  if (topExponent > 480 || unitExponent < -480) {
    for (let i = 0; i < n; i++) spillExact(sums, row, multiplyDyadic(dyadic(values[i]), dyadic(values[i])));
    return;
  }
  if (Math.min(bits, topExponent - unitExponent) <= 26) {
    for (let i = 0; i < n; i++) squares[i] = values[i] * values[i];
    addBlock(sums, row, squares, n, maxAbs * maxAbs, 2 * unitExponent);
    return;
  }
  for (let i = 0; i < n; i++) {
    const value = values[i];
    const square = value * value;
    const scaled = 134217729 * value; // 2^27 + 1: cuts 53 bits into 26 and 26
    const high = scaled - (scaled - value);
    const low = value - high;
    squares[i] = square;
    tails[i] = low * low - (square - high * high - 2 * (high * low));
  }
  addBlock(sums, row, squares, n, maxAbs * maxAbs, Math.max(2 * unitExponent, 2 * minExponent - 52));
  addBlock(sums, row, tails, n, 2 ** (2 * topExponent - 52), 2 * unitExponent);
}

const word = new Float64Array(1);
const halves = new Uint32Array(word.buffer);

/** e with 2^e ≤ |value| < 2^(e + 1), for a normal double. */
export function exponentOf(value: number): number {
  word[0] = value;
  const biased = (halves[1] >>> 20) & 0x7ff;
  return biased === 0 ? -1023 : biased - 1023;
}
