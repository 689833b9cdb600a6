import { clippedMask } from "../mask/clipped-mask.ts";
import type { CellArray } from "../source/source.ts";
import { addBlock, addBlockOfSquares, BLOCK_CELLS, exponentOf } from "../stats/block-sums.ts";
import { spillExact } from "../stats/exact-sums.ts";
import type { RunRange } from "../stats/keep-runs.ts";
import { keeping } from "../stats/keeping.ts";
import { addWholeCells, createPartials, type Partials, valueKindOf } from "../stats/partial.ts";
import type { CellsInput, ZonalInput } from "./zonal.ts";
import { isDense, prepareSlice, reduceInPlace } from "./zonal-dense.ts";

/** Reduces all zones of a slice at once, where they are to be had as sums, as zonal-dense.ts does zone by zone. */
export interface CompiledReduce {
  /** Takes the runs of a block; false where it is not made for that block. */
  begin(input: CellsInput): boolean;
  /** Adds up the cells of one of its slices; false where they must go the general way. */
  addSlice(input: CellsInput, slice: number, partials: Partials): boolean;
}

let compiled: CompiledReduce | null = null;

/** Has this thread reduce by it what it takes, which is for workers: elsewhere few cells are reduced. */
export function useCompiledReduce(reduce: CompiledReduce | null): void {
  compiled = reduce;
}

/** The CPU twin of the kernel `zonal`. */
export function zonalCpu(input: ZonalInput): Partials {
  return reduceWholeCells({ ...input, mask: clippedMask(input.mask) });
}

/**
 * The reduce by zone on the CPU. Where cells can be read in place it goes by zonal-dense.ts; else cells of a zone
 * are gathered run by run into a block of doubles that stays in the cache, and each accumulator passes over the block
 * on its own. All loops but the gathering see Float64Arrays only, so that they stay monomorphic whatever types of
 * cells a page works with.
 */
export function reduceWholeCells(input: CellsInput): Partials {
  const { mask, slices, data, nodata } = input;
  const { zones, window, runs, offsets } = mask;
  const partials = createPartials(zones * slices, valueKindOf(data), input.needs);
  const cells = window.height * window.width;
  // Cells are counted where they are summed up, else where they are kept.
  if (partials.kept) keeping().keepWhole(partials, input, !isSummed(partials));
  if (partials.kept && !isSummed(partials)) return partials;
  const gather = gathererOf(data);
  const inSums = !partials.sketches;
  const bySlices = inSums && compiled?.begin(input) ? compiled : null;
  const dense = inSums && isDense(data, mask.cells, window.height, window.width);
  for (let slice = 0; slice < slices; slice++) {
    if (bySlices?.addSlice(input, slice, partials)) continue;
    const base = slice * cells;
    const inPlace = dense ? prepareSlice(data, base, cells, nodata, input.needs.has("squares")) : null;
    for (let zone = 0; zone < zones; zone++) {
      const range = { data: runs, from: offsets[zone], to: offsets[zone + 1] };
      const row = zone * slices + slice;
      if (inPlace) reduceInPlace(inPlace, window.width, range, partials, row);
      else gather(range, base, window.width, nodata, partials, row);
    }
  }
  return partials;
}

function isSummed({ sum, squares, sketches }: Partials): boolean {
  return sum !== null || squares !== null || sketches !== null;
}

/** Takes the cells of some runs into a row of partials. */
type Gatherer = (
  runs: RunRange,
  base: number,
  width: number,
  nodata: number | bigint | null,
  partials: Partials,
  row: number,
) => void;

function gathererOf(data: CellArray): Gatherer {
  const wide = data instanceof BigInt64Array || data instanceof BigUint64Array;
  return wide ? gatherWide(data) : gatherNarrow(data);
}

const block = new Float64Array(BLOCK_CELLS);

/** Calls `take(start, stop)` with stretches of indices into the cells. */
function forEachStretch(runs: RunRange, base: number, width: number, take: (start: number, stop: number) => void) {
  const { data, from, to } = runs;
  for (let i = 3 * from; i < 3 * to; i += 3) {
    const rowBase = base + data[i] * width;
    take(rowBase + data[i + 1], rowBase + data[i + 2]);
  }
}

/** Cells that a double holds exactly: all but 64-bit integers. */
type NarrowArray = Exclude<CellArray, BigInt64Array | BigUint64Array>;

function gatherNarrow(data: NarrowArray): Gatherer {
  return (runs, base, width, nodata, partials, row) => {
    const excluded = nodata === null ? Number.NaN : Number(nodata);
    let filled = 0;
    forEachStretch(runs, base, width, (start, stop) => {
      let from = start;
      while (from < stop) {
        const to = Math.min(stop, from + BLOCK_CELLS - filled);
        // Below some 24 cells the call of a built-in costs more than it saves.
        if (to - from > 24) block.set(data.subarray(from, to), filled);
        else for (let i = from; i < to; i++) block[filled + i - from] = data[i];
        filled += to - from;
        from = to;
        if (filled === BLOCK_CELLS) {
          reduceBlock(partials, row, filled, excluded, data);
          filled = 0;
        }
      }
    });
    reduceBlock(partials, row, filled, excluded, data);
  };
}

/** Accumulates block[0 … n): what is not valid is dropped, the rest is exact. */
function reduceBlock(partials: Partials, row: number, n: number, nodata: number, data: NarrowArray): void {
  let valid = 0;
  let min = Infinity;
  let max = -Infinity;
  let minAbs = Infinity;
  for (let i = 0; i < n; i++) {
    const value = block[i];
    if (value === nodata || Number.isNaN(value)) continue;
    block[valid++] = value;
    if (value < min) min = value;
    if (value > max) max = value;
    const magnitude = Math.abs(value);
    if (magnitude < minAbs && magnitude > 0) minAbs = magnitude;
  }
  addWholeCells(partials, row, valid, min, max);
  partials.sketches?.addAll(row, block, valid);
  if (valid === 0 || !(partials.sum || partials.squares)) return;
  if (max === Infinity || min === -Infinity) {
    valid = setInfinitiesAside(partials, row, valid);
    max = min = 0;
    for (let i = 0; i < valid; i++) max = Math.max(max, Math.abs(block[i]));
  }
  addPowers(partials, row, valid, Math.max(Math.abs(min), Math.abs(max)), minAbs, data);
}

function setInfinitiesAside(partials: Partials, row: number, n: number): number {
  let finite = 0;
  for (let i = 0; i < n; i++) {
    if (Number.isFinite(block[i])) block[finite++] = block[i];
    else {
      if (partials.sum) partials.sum.nonfinite[row] += block[i];
      if (partials.squares) partials.squares.nonfinite[row] = Infinity;
    }
  }
  return finite;
}

function addPowers(partials: Partials, row: number, n: number, maxAbs: number, minAbs: number, data: CellArray): void {
  if (maxAbs === 0) return;
  const minExponent = exponentOf(minAbs);
  let unitExponent = 0;
  if (data instanceof Float32Array) unitExponent = Math.max(-149, minExponent - 23);
  else if (data instanceof Float64Array) unitExponent = Math.max(-1074, minExponent - 52);
  if (partials.sum) addBlock(partials.sum, row, block, n, maxAbs, unitExponent);
  const bits = data instanceof Float32Array ? 24 : 53;
  if (partials.squares) addBlockOfSquares(partials.squares, row, block, n, maxAbs, unitExponent, minExponent, bits);
}

/** 64-bit integers: as doubles where all of a block are within ±2^53, else as bigints. */
function gatherWide(data: BigInt64Array | BigUint64Array): Gatherer {
  const low = new Uint32Array(data.buffer, data.byteOffset, 2 * data.length);
  const high = data instanceof BigInt64Array ? new Int32Array(data.buffer, data.byteOffset, 2 * data.length) : low;
  return (runs, base, width, nodata, partials, row) => {
    const excluded = nodata === null ? null : BigInt(nodata);
    forEachStretch(runs, base, width, (start, stop) => {
      for (let from = start; from < stop; from += BLOCK_CELLS) {
        const to = Math.min(stop, from + BLOCK_CELLS);
        let n = 0;
        let maxAbs = 0;
        for (let i = from; i < to; i++) {
          const value = high[2 * i + 1] * 4294967296 + low[2 * i];
          if (excluded !== null && value === Number(excluded) && data[i] === excluded) continue;
          block[n++] = value;
          maxAbs = Math.max(maxAbs, Math.abs(value));
        }
        partials.sketches?.addAll(row, block, n);
        if (maxAbs <= Number.MAX_SAFE_INTEGER) reduceIntegers(partials, row, n, maxAbs, data);
        else reduceBigints(partials, row, data.subarray(from, to), excluded);
      }
    });
  };
}

function reduceIntegers(partials: Partials, row: number, n: number, maxAbs: number, data: CellArray): void {
  let min = Infinity;
  let max = -Infinity;
  for (let i = 0; i < n; i++) {
    if (block[i] < min) min = block[i];
    if (block[i] > max) max = block[i];
  }
  if (n === 0) return;
  addWholeCells(partials, row, n, BigInt(min), BigInt(max));
  addPowers(partials, row, n, maxAbs, 1, data);
}

function reduceBigints(
  partials: Partials,
  row: number,
  values: BigInt64Array | BigUint64Array,
  excluded: bigint | null,
): void {
  let count = 0;
  let min = 1n << 64n;
  let max = -min;
  let sum = 0n;
  let squares = 0n;
  for (const value of values) {
    if (value === excluded) continue;
    count++;
    if (value < min) min = value;
    if (value > max) max = value;
    sum += value;
    squares += value * value;
  }
  addWholeCells(partials, row, count, min, max);
  if (partials.sum) spillExact(partials.sum, row, { mantissa: sum, exponent: 0 });
  if (partials.squares) spillExact(partials.squares, row, { mantissa: squares, exponent: 0 });
}
