/**
 * What power sums of rows say, by pairs of doubles, some ten times as fast as by bigints, and at once: JavaScript would be
 * compiled for longer than most tables take. AssemblyScript (https://www.assemblyscript.org); src/stats/pair-moments.ts
 * puts sums into memory, src/stats/exact-moments.ts decides what is NaN here, since it is not certain.
 *
 * A sum is some columns of f64, 256 rows each, which add up to it. What is not finite lies in one of them.
 */
import { multiply, productHigh, productLow, quotientOf, rootOf, rounded } from "./pairs";
import { add, clear, high, low, pair, setPair } from "./product-sum";

/** Bytes of a column: MOST_ROWS (src/stats/power-sums.ts) of 8 each. */
const COLUMN: usize = 2048;

/** Places; of what is found, and behind it of Σw, Σw·x and Σw·x², each up to the next. */
let found: usize = 0;
let weights: usize = 0;
let sums: usize = 0;
let squares: usize = 0;
let end: usize = 0;

let scale: f64 = 1;
let offset: f64 = 0;
let isScaled: bool = false;
/** scale² */
let hasFactor: bool = true;
let factorHigh: f64 = 1;
let factorLow: f64 = 0;

export function place(foundAt: usize, weightsAt: usize, sumsAt: usize, squaresAt: usize, endAt: usize): void {
  found = foundAt;
  weights = weightsAt;
  sums = sumsAt;
  squares = squaresAt;
  end = endAt;
}

export function setScaling(by: f64, plus: f64): void {
  scale = by;
  offset = plus;
  isScaled = by !== 1 || plus !== 0;
  clear();
  add(by, by);
  hasFactor = pair();
  factorHigh = high;
  factorLow = low;
}

export function weight(rows: i32): void {
  for (let row: usize = 0, stop = <usize>rows << 3; row < stop; row += 8) {
    const isTwo = isZeroFrom(weights + 2 * COLUMN, sums, row);
    store<f64>(found + row, isTwo ? totalOfTwo(weights, sums, row) : findWeight(row) ? round() : NaN);
  }
}

export function sum(rows: i32): void {
  for (let row: usize = 0, stop = <usize>rows << 3; row < stop; row += 8) {
    const isTwo = !isScaled && isZeroFrom(sums + 2 * COLUMN, squares, row);
    store<f64>(found + row, isTwo ? totalOfTwo(sums, squares, row) : findSum(row) ? round() : NaN);
  }
}

export function mean(rows: i32): void {
  for (let row: usize = 0, stop = <usize>rows << 3; row < stop; row += 8) store<f64>(found + row, meanOf(row));
}

export function variance(rows: i32): void {
  for (let row: usize = 0, stop = <usize>rows << 3; row < stop; row += 8) store<f64>(found + row, spreadBy(row, false));
}

export function stdev(rows: i32): void {
  for (let row: usize = 0, stop = <usize>rows << 3; row < stop; row += 8) store<f64>(found + row, spreadBy(row, true));
}

export function coefficientOfVariation(rows: i32): void {
  for (let row: usize = 0, stop = <usize>rows << 3; row < stop; row += 8) store<f64>(found + row, variationOf(row));
}

function round(): f64 {
  return high === 0 ? 0 : rounded(high, low);
}

function meanOf(row: usize): f64 {
  // A quotient of two doubles is correctly rounded as it is.
  if (!isScaled && isZeroFrom(weights + COLUMN, sums, row) && isZeroFrom(sums + COLUMN, squares, row)) {
    return load<f64>(sums + row) / load<f64>(weights + row) + 0;
  }
  if (!findSum(row)) return NaN;
  const totalHigh = high;
  const totalLow = low;
  return findWeight(row) ? quotientOf(totalHigh, totalLow, high, low) : NaN;
}

/** The variance, or its root. */
function spreadBy(row: usize, isRoot: bool): f64 {
  if (!findSpread(row)) return NaN;
  const spreadHigh = high;
  const spreadLow = low;
  if (!findWeight(row)) return NaN;
  multiply(high, low, high, low);
  if (isRoot) return rootOf(spreadHigh, spreadLow, productHigh, productLow);
  return quotientOf(spreadHigh, spreadLow, productHigh, productLow);
}

function variationOf(row: usize): f64 {
  if (!findSpread(row)) return NaN;
  const spreadHigh = high;
  const spreadLow = low;
  if (!findSum(row)) return NaN;
  multiply(high, low, high, low);
  const ratio = rootOf(spreadHigh, spreadLow, productHigh, productLow);
  return high < 0 ? 0 - ratio : ratio;
}

function findWeight(row: usize): bool {
  clear();
  addColumn(weights, sums, row, 1);
  return pair();
}

/** scale·Σw·x + offset·Σw. */
function findSum(row: usize): bool {
  clear();
  addColumn(sums, squares, row, scale);
  addColumn(weights, sums, row, offset);
  return pair();
}

/** scale²·(Σw·Σw·x² − (Σw·x)²). */
function findSpread(row: usize): bool {
  clear();
  addColumns(weights, sums, squares, end, row, 1);
  addColumns(sums, squares, sums, squares, row, -1);
  if (!pair()) return false;
  if (!isScaled) return true;
  if (!hasFactor) return false;
  multiply(high, low, factorHigh, factorLow);
  setPair(productHigh, productLow);
  return true;
}

function addColumns(a: usize, aEnd: usize, b: usize, bEnd: usize, row: usize, sign: f64): void {
  for (; a < aEnd; a += COLUMN) addColumn(b, bEnd, row, sign * load<f64>(a + row));
}

function addColumn(a: usize, aEnd: usize, row: usize, factor: f64): void {
  if (factor !== 0) for (; a < aEnd; a += COLUMN) add(load<f64>(a + row), factor);
}

/** Whether columns are nothing in a row. */
function isZeroFrom(a: usize, aEnd: usize, row: usize): bool {
  for (; a < aEnd; a += COLUMN) if (load<f64>(a + row) !== 0) return false;
  return true;
}

/** One addition of two doubles is correctly rounded as it is; that of 0 turns −0 into 0. */
function totalOfTwo(a: usize, aEnd: usize, row: usize): f64 {
  return load<f64>(a + row) + (a + COLUMN < aEnd ? load<f64>(a + COLUMN + row) : 0);
}
