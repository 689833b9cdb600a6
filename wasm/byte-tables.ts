/**
 * The cells of 8 bits of whole zones, by value: tables of the values that each zone has, ascending, with the weight of each,
 * rounded once. For workers, which close zones that lie in one chunk: cells need not be kept, sent or sorted; and for the last
 * step of the others, whose cells are listed, one by one. AssemblyScript (https://www.assemblyscript.org);
 * src/kernels/byte-tables.ts puts a block into memory and takes tables out of it, and src/stats/byte-table.ts is the same in
 * JavaScript.
 *
 * Of each zone seven f64 are left, each in a column of its own: valid cells, least, greatest, and four whose unevaluated sum
 * is Σw exactly.
 */
import { addTo, COMPONENTS } from "./components";

export * from "./table-columns";

const KEYS: usize = 256;
/** Few keys are sorted, more are looked for in order. */
const FEW_KEYS = 16;

/** Of each key: whole cells, the sum of other weights as two doubles, and whether it was seen; then the keys that were. */
const COUNTS: usize = 2048;
const SUMS: usize = COUNTS + 4 * KEYS;
const RESTS: usize = SUMS + 8 * KEYS;
const SEEN: usize = RESTS + 8 * KEYS;
const SEEN_KEYS: usize = SEEN + KEYS;
/** Blocks lie from here on. */
export const BLOCK: usize = SEEN_KEYS + KEYS;

/** Columns of what is found; the first of Σw. */
const WEIGHT: usize = 3;
const COLUMNS: usize = WEIGHT + COMPONENTS;

let cells: usize = 0;
let width: i32 = 0;
let runs: usize = 0;
let runOffsets: usize = 0;
/** Cells in part: offsets, rows, columns and coverage; 0 where there are none. */
let offsets: usize = 0;
let rows: usize = 0;
let columns: usize = 0;
let coverage: usize = 0;
/** What makes keys of signed cells that ascend as they do. */
let flip: i32 = 0;
/** The byte that stands for no value; -1: none. */
let nodata: i32 = -1;

/** Where cells of zones without a table go: offsets of a zone's whole cells and of those in part, these cells, and coverage. */
let wholeOffsets: usize = 0;
let partOffsets: usize = 0;
let wholeCells: usize = 0;
let partCells: usize = 0;
let shares: usize = 0;
/** How many cells have gone there. */
let listedWhole: i32 = 0;
let listedParts: i32 = 0;

/** Bytes of a column. */
let column: usize = 0;

/** Keys of the zone that were seen so far. */
let length: i32 = 0;
let valid: i32 = 0;
/** Whether two doubles hold all weights so far, and four Σw. */
let isExact: bool = true;

export function placeCells(at: usize, itsWidth: i32, itsFlip: i32, itsNodata: i32): void {
  cells = at;
  width = itsWidth;
  flip = itsFlip;
  nodata = itsNodata;
}

export function placeRuns(at: usize, itsOffsets: usize): void {
  runs = at;
  runOffsets = itsOffsets;
}

export function placePartial(itsOffsets: usize, itsRows: usize, itsColumns: usize, itsCoverage: usize): void {
  offsets = itsOffsets;
  rows = itsRows;
  columns = itsColumns;
  coverage = itsCoverage;
}

export function placeLists(ofWhole: usize, ofParts: usize, whole: usize, parts: usize, itsShares: usize): void {
  wholeOffsets = ofWhole;
  partOffsets = ofParts;
  wholeCells = whole;
  partCells = parts;
  shares = itsShares;
}

/** Cells of zones without a table that are whole, and others. */
export function wholeListed(): i32 {
  return listedWhole;
}

export function partsListed(): i32 {
  return listedParts;
}

/**
 * The tables of the zones whose byte at `wanted` is 1, one behind the other: 64-bit weights, 16-bit values, and the end of each
 * zone's; the cells of the others. @returns how many values there are; -1 where a weight is not known exactly
 */
export function tabulate(zones: i32, wanted: usize, found: usize, ends: usize, weights: usize, values: usize): i32 {
  let total = 0;
  isExact = true;
  listedWhole = listedParts = 0;
  column = <usize>zones << 3;
  memory.fill(found, 0, COLUMNS * column);
  for (let zone = 0; zone < zones; zone++) {
    const isTabled = load<u8>(wanted + <usize>zone) === 1;
    store<i32>(wholeOffsets + (<usize>zone << 2), listedWhole);
    store<i32>(partOffsets + (<usize>zone << 2), listedParts);
    length = valid = 0;
    countWhole(zone, !isTabled);
    if (offsets !== 0) addPartial(zone, !isTabled);
    finish(found + (<usize>zone << 3), weights + (<usize>total << 3), values + (<usize>total << 1));
    if (isTabled) total += length;
    store<i32>(ends + (<usize>zone << 2), total);
  }
  store<i32>(wholeOffsets + (<usize>zones << 2), listedWhole);
  store<i32>(partOffsets + (<usize>zones << 2), listedParts);
  return isExact ? total : -1;
}

/** Cells are listed, too, in their order, where that is asked for. */
function countWhole(zone: i32, isListed: bool): void {
  const ownOffsets = runOffsets + (<usize>zone << 2);
  const end = runs + 12 * load<i32>(ownOffsets, 4);
  for (let run = runs + 12 * load<i32>(ownOffsets); run < end; run += 12) {
    const row = cells + load<i32>(run) * width;
    const stop = row + load<i32>(run, 8);
    for (let cell = row + load<i32>(run, 4); cell < stop; cell++) {
      const stored: i32 = load<u8>(cell);
      if (stored === nodata) continue;
      const count = COUNTS + (<usize>see(stored) << 2);
      store<i32>(count, load<i32>(count) + 1);
      if (!isListed) continue;
      store<u8>(wholeCells + listedWhole, <u8>stored);
      listedWhole++;
    }
  }
}

function addPartial(zone: i32, isListed: bool): void {
  const end = load<i32>(offsets + (<usize>zone << 2), 4);
  for (let i = load<i32>(offsets + (<usize>zone << 2)); i < end; i++) {
    const at = <usize>i << 2;
    const stored: i32 = load<u8>(cells + load<i32>(rows + at) * width + load<i32>(columns + at));
    if (stored === nodata) continue;
    const share = load<f64>(coverage + (<usize>i << 3));
    addWeight(see(stored), share);
    if (!isListed) continue;
    store<u8>(partCells + listedParts, <u8>stored);
    store<f64>(shares + (<usize>listedParts << 3), share);
    listedParts++;
  }
}

/** The key of a valid cell, which is known from then on. */
@inline
function see(stored: i32): i32 {
  const key = (stored + flip) & 255;
  valid++;
  if (load<u8>(SEEN + key) === 0) {
    store<u8>(SEEN + key, 1);
    store<u8>(SEEN_KEYS + length++, key);
  }
  return key;
}

/** By Knuth's TwoSum, twice. */
function addWeight(key: i32, weight: f64): void {
  const at = <usize>key << 3;
  const before = load<f64>(SUMS + at);
  const sum = before + weight;
  const added = sum - before;
  const rest = before - (sum - added) + (weight - added);
  store<f64>(SUMS + at, sum);
  const restBefore = load<f64>(RESTS + at);
  const restSum = restBefore + rest;
  const restAdded = restSum - restBefore;
  store<f64>(RESTS + at, restSum);
  if (restBefore - (restSum - restAdded) + (rest - restAdded) !== 0) isExact = false;
}

/** Leaves the zone's table, and forgets its cells. */
function finish(found: usize, weights: usize, values: usize): void {
  sortKeys();
  store<f64>(found, <f64>valid);
  if (length > 0) {
    store<f64>(found + column, <f64>(<i32>load<u8>(SEEN_KEYS) - flip));
    store<f64>(found + 2 * column, <f64>(<i32>load<u8>(SEEN_KEYS + length - 1) - flip));
  }
  for (let i = 0; i < length; i++) {
    const key: i32 = load<u8>(SEEN_KEYS + i);
    const at = <usize>key << 3;
    const count = COUNTS + (<usize>key << 2);
    addWeight(key, <f64>load<i32>(count));
    const sum = load<f64>(SUMS + at);
    const rest = load<f64>(RESTS + at);
    // One addition of two doubles is correctly rounded as it is. Adding 0 turns −0 into 0.
    store<f64>(weights + (<usize>i << 3), sum + rest + 0);
    store<i16>(values + (<usize>i << 1), <i16>(key - flip));
    if (!addTo(found + WEIGHT * column, column, sum) || !addTo(found + WEIGHT * column, column, rest)) isExact = false;
    store<i32>(count, 0);
    store<f64>(SUMS + at, 0);
    store<f64>(RESTS + at, 0);
    store<u8>(SEEN + key, 0);
  }
}

function sortKeys(): void {
  if (length > FEW_KEYS) {
    let at: usize = SEEN_KEYS;
    for (let key: usize = 0; key < KEYS; key++) if (load<u8>(SEEN + key) === 1) store<u8>(at++, <u8>key);
    return;
  }
  for (let i = 1; i < length; i++) {
    const key = load<u8>(SEEN_KEYS + i);
    let at = SEEN_KEYS + i;
    for (; at > SEEN_KEYS && load<u8>(at - 1) > key; at--) store<u8>(at, load<u8>(at - 1));
    store<u8>(at, key);
  }
}
