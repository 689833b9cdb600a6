/**
 * What cells that zones cover in part add to the sums of a slice, for workers, where JavaScript would be compiled for
 * longer than it runs. AssemblyScript (https://www.assemblyscript.org); src/kernels/covered-wasm.ts puts cells and
 * coverage into memory, zone after zone, and src/kernels/zonal-partial.ts is the same in JavaScript.
 *
 * Of each zone 15 f64 are left, each in a column of its own: valid cells (-1: this zone must go by JavaScript), least,
 * greatest, and four each whose unevaluated sums are Σw, Σw·x and Σw·x² exactly.
 */
import { addTo } from "./components";
import { productError } from "./exact-product";

/** The first column of each sum, and how many there are. */
const WEIGHT: usize = 3;
const SUM: usize = 7;
const SQUARES: usize = 11;
const COLUMNS: usize = 15;

/** 2^-150 and 2^300: beyond these, but for 0, products of three may lose bits or overflow. */
const LEAST: f64 = 7.006492321624085e-46;
const MOST: f64 = 2.037035976334486e90;

/** Bytes of a column. */
let column: usize = 0;

/** Whether some sum needs more components, or has to go by JavaScript for other reasons. */
let isFull: bool = false;

/** Zone z has the cells load(offsets + 4z) … load(offsets + 4z + 4). Nodata is NaN where no cell can be it. */
export function addCovered(
  zones: i32, offsets: usize, values: usize, coverage: usize, found: usize, nodata: f64, sums: bool, squares: bool,
): void {
  column = <usize>zones << 3;
  memory.fill(found, 0, COLUMNS * column);
  let at = <usize>load<i32>(offsets) << 3;
  for (const end = offsets + (<usize>zones << 2); offsets < end; offsets += 4, found += 8) {
    const to = <usize>load<i32>(offsets, 4) << 3;
    addZone(values + at, values + to, coverage - values, found, nodata, sums, squares);
    at = to;
  }
}

/**
 * Puts the valid cells of the zones that were added up behind each other, and their coverage to `kept`. Returns how many
 * they are.
 */
export function keepCovered(
  zones: i32, offsets: usize, values: usize, coverage: usize, found: usize, nodata: f64, kept: usize,
): i32 {
  let to = values;
  const toCoverage = kept - values;
  const fromCoverage = coverage - values;
  for (const end = offsets + (<usize>zones << 2); offsets < end; offsets += 4, found += 8) {
    if (load<f64>(found) < 0) continue;
    const stop = values + (<usize>load<i32>(offsets, 4) << 3);
    for (let at = values + (<usize>load<i32>(offsets) << 3); at < stop; at += 8) {
      const value = load<f64>(at);
      if (value === nodata || value !== value) continue;
      store<f64>(to + toCoverage, load<f64>(at + fromCoverage));
      store<f64>(to, value);
      to += 8;
    }
  }
  return <i32>((to - values) >>> 3);
}

function addZone(
  at: usize, to: usize, coverage: usize, found: usize, nodata: f64, sums: bool, squares: bool,
): void {
  isFull = false;
  let count = 0;
  let least: f64 = 0;
  let most: f64 = 0;
  for (; at < to; at += 8) {
    const value = load<f64>(at);
    if (value === nodata || value !== value) continue;
    const weight = load<f64>(at + coverage);
    if (isFull || !isTame(weight) || ((sums || squares) && !isTame(value))) {
      isFull = true;
      break;
    }
    if (count === 0) least = most = value;
    if (value < least) least = value;
    if (value > most) most = value;
    count++;
    add(found + WEIGHT * column, weight);
    if (sums) addProduct(found + SUM * column, value, weight);
    if (squares) addSquareProduct(found + SQUARES * column, value, weight);
  }
  store<f64>(found, isFull ? -1 : <f64>count);
  store<f64>(found + column, least);
  store<f64>(found + 2 * column, most);
  if (isFull) for (let i = WEIGHT; i < COLUMNS; i++) store<f64>(found + i * column, 0);
}

function isTame(value: f64): bool {
  const size = abs(value);
  return size === 0 || (size < MOST && size > LEAST);
}

function addSquareProduct(sum: usize, value: f64, weight: f64): void {
  const square = value * value;
  addProduct(sum, square, weight);
  const rest = productError(value, value, square);
  if (rest !== 0) addProduct(sum, rest, weight);
}

function addProduct(sum: usize, value: f64, weight: f64): void {
  const product = value * weight;
  add(sum, product);
  add(sum, productError(value, weight, product));
}

function add(sum: usize, value: f64): void {
  if (!addTo(sum, column, value)) isFull = true;
}
