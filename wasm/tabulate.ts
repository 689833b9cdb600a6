/** What the cells of a group weigh by value. */
import { sortKeys, sortPairs } from "./digits";
import { interpolate } from "./interpolate";
import { cellAt, fromKeys, toKeys } from "./keys";
import { CELLS, coverageAt, kind, pairsAt, partial, partialAt, valuesAt, weightsAt, whole } from "./order-memory";

/** Values that there are. */
let values: i32 = 0;
/** Above all keys. */
const NO_KEY: u64 = 0x100000000;
/** A sum of weights, unevaluated. */
let high: f64 = 0;
let low: f64 = 0;

/**
 * Leaves the values of all cells, ascending, with what each weighs: its whole cells and the coverage of others, rounded
 * once. Returns how many values there are; -1 where two doubles do not hold what one weighs.
 */
export function tabulate(): i32 {
  toKeys(CELLS, whole, kind);
  sortKeys(CELLS, whole, weightsAt);
  makePairs();
  values = 0;
  let cell = CELLS;
  const cells = CELLS + ((<usize>whole) << 2);
  const pairs = pairsAt + ((<usize>partial) << 3);
  for (let pair = pairsAt; pair < pairs; ) {
    const key = load<u32>(pair, 4);
    cell = count(cell, cells, key);
    let end = cell;
    while (end < cells && load<u32>(end) === key) end += 4;
    high = <f64>((end - cell) >>> 2);
    low = 0;
    cell = end;
    for (; pair < pairs && load<u32>(pair, 4) === key; pair += 8) {
      if (!add(load<f64>(coverageAt + ((<usize>load<u32>(pair)) << 3)))) return -1;
    }
    // One addition of two doubles is correctly rounded as it is. Adding 0 turns −0 into 0.
    put(key, high + low + 0);
  }
  count(cell, cells, NO_KEY);
  fromKeys(valuesAt, values, kind);
  return values;
}

/** Of each cell in part its key, above its number; by key. */
function makePairs(): void {
  toKeys(partialAt, partial, kind);
  let pair = pairsAt;
  for (let i = 0; i < partial; i++) {
    store<u32>(pair, i);
    store<u32>(pair, load<u32>(partialAt + ((<usize>i) << 2)), 4);
    pair += 8;
  }
  sortPairs(pairsAt, partial, weightsAt);
}

/**
 * Counts sorted whole cells by value, up to a key: without branches, since nobody can tell which cells are like the one
 * before. Returns where they reach it.
 */
function count(cell: usize, stop: usize, limit: u64): usize {
  if (cell === stop) return stop;
  let to = valuesAt + ((<usize>values) << 2) - 4;
  let weight = weightsAt + ((<usize>values) << 3) - 8;
  let last: u32 = ~load<u32>(cell);
  let cells = 0;
  for (; cell < stop; cell += 4) {
    const key = load<u32>(cell);
    if (<u64>key >= limit) break;
    const isNew = <i32>(key !== last);
    to += <usize>isNew << 2;
    weight += <usize>isNew << 3;
    cells = (cells & (isNew - 1)) + 1;
    store<u32>(to, key);
    store<f64>(weight, <f64>cells);
    last = key;
  }
  values = <i32>((to + 4 - valuesAt) >>> 2);
  return cell;
}

@inline
function put(key: u32, weight: f64): void {
  store<u32>(valuesAt + ((<usize>values) << 2), key);
  store<f64>(weightsAt + ((<usize>values) << 3), weight);
  values++;
}

/** By Knuth's TwoSum, twice; false where two doubles do not hold the sum. */
function add(weight: f64): bool {
  const sum = high + weight;
  const added = sum - high;
  const rest = high - (sum - added) + (weight - added);
  const lowSum = low + rest;
  const lowAdded = lowSum - low;
  if (low - (lowSum - lowAdded) + (rest - lowAdded) !== 0) return false;
  high = sum;
  low = lowSum;
  return true;
}

/** The value at an index, as stored. */
function valueAt(index: i32): f64 {
  return cellAt(valuesAt + ((<usize>index) << 2), kind);
}

/** The least difference of two values. */
function leastGap(): f64 {
  let gap: f64 = Infinity;
  for (let i = 1; i < values; i++) gap = min(gap, valueAt(i) - valueAt(i - 1));
  return gap;
}

/** Whether scaling, of which one part does nothing, leaves values different (src/stats/units.ts). */
export function isApart(scale: f64, offset: f64): bool {
  if ((scale === 1 && offset === 0) || values === 1) return true;
  const size = max(abs(valueAt(0) * scale + offset), abs(valueAt(values - 1) * scale + offset));
  return leastGap() * abs(scale) > max(4.440892098500626e-16 * size, 2e-323); // 2^-51, 2^-1072
}

/** Of so many values, in their order, what all before them weigh is written down, where cells were: a power of two. */
const BLOCK: i32 = 16;
/** Below, last bits of what weighs little may be lost. */
const LEAST: f64 = 1.1830521861667747e-271; // 2^-900

let mostWeight: f64 = 0;

/** All weights, added up in the order of values. */
export function totalWeight(isTurned: bool): f64 {
  let at = weightsAt + (isTurned ? (<usize>(values - 1)) << 3 : 0);
  const step: usize = isTurned ? -8 : 8;
  let sum: f64 = 0;
  let most: f64 = 0;
  for (let i = 0; i < values; i++, at += step) {
    if ((i & (BLOCK - 1)) === 0) store<f64>(blockAt(i), sum);
    const weight = load<f64>(at);
    if (weight > most) most = weight;
    sum += weight;
  }
  mostWeight = most;
  return sum;
}

@inline
function blockAt(index: i32): usize {
  return CELLS + ((<usize>index) / (BLOCK >> 3));
}

/** The quantile q of cells by weight, scaled, as src/stats/quantile.ts has it; NaN where it is not certain. */
export function weighedQuantile(q: f64, total: f64, scale: f64, offset: f64): f64 {
  const isTurned = scale < 0;
  const last = values - 1;
  if (q === 1) return valueAt(isTurned ? 0 : last) * scale + offset;
  const target = q * total * <f64>last;
  const first = firstToLookAt(target);
  let place: f64 = 0;
  let passed = load<f64>(blockAt(first));
  for (let i = first; i < values; i++) {
    const weight = weightAt(isTurned ? last - i : i);
    const next = <f64>i * weight + <f64>last * passed;
    if (next > target && i > 0) {
      const low = valueAt(isTurned ? last - i + 1 : i - 1) * scale + offset;
      const high = valueAt(isTurned ? last - i : i) * scale + offset;
      return interpolate(low, high, (target - place) / (next - place), 0);
    }
    place = next;
    passed += weight;
  }
  return valueAt(isTurned ? 0 : last) * scale + offset;
}

/**
 * The first value of a block, before which none has a place beyond the target, nor has it itself: places before a block
 * are at most last·(what all before weigh + the most that one weighs), but for some roundings, of 2^-53 each.
 */
function firstToLookAt(target: f64): i32 {
  if (!(target > LEAST)) return 0;
  const sure = target * 0.9999999999990905; // 1 - 2^-40
  const last = <f64>(values - 1);
  let low = 0;
  let high = (values - 1) / BLOCK;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (last * (load<f64>(blockAt(middle * BLOCK)) + mostWeight) <= sure) low = middle;
    else high = middle - 1;
  }
  return max(0, low - 1) * BLOCK;
}

@inline
function weightAt(index: i32): f64 {
  return load<f64>(weightsAt + ((<usize>index) << 3));
}
