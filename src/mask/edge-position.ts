import { productError } from "../grid/exact-product.ts";
import { EDGE } from "./edge-record.ts";

const { X0, X1, Y0, Y1 } = EDGE;

/**
 * Where an edge is at a given y, as a whole column and the rest of it, in [0, 1): to 2^-52 of a cell, however far from the
 * origin and however long the edge is. In one double x would be known to 2^-36 at column 65,536. A position is two
 * doubles in a row.
 */
export function setPosition(positions: Float64Array, at: number, x: number): void {
  const column = Math.floor(x);
  const rest = x - column;
  // −2^-60 is 2^-60 left of column 0, a rest of 1 in column −1 once it is rounded: that is the next column.
  positions[at] = rest === 1 ? column + 1 : column;
  positions[at + 1] = rest === 1 ? 0 : rest;
}

/** How far one position lies right of another. */
export function apart(positions: Float64Array, a: number, b: number): number {
  return positions[a] - positions[b] + (positions[a + 1] - positions[b + 1]);
}

/** From here on the 104 bits of two doubles would not do. */
const LONG = 2 ** 50;

/**
 * The position of an edge, as its record has it, at y = row + below, y0 ≤ y ≤ y1, 0 ≤ below ≤ 1, to edges[at]:
 * x0 + (y − y0)·(x1 − x0) / (y1 − y0) in double-double arithmetic (differences by Knuth's TwoSum, products by Dekker's
 * TwoProduct, one step of long division), so that it does not matter from which end it is reckoned. The whole part of
 * x0 is set aside first: edges that lie whole columns apart have the same rest, to the bit.
 */
export function locate(edges: Float64Array, edge: number, row: number, below: number, at: number): void {
  const x0 = edges[edge + X0];
  const y0 = edges[edge + Y0];
  const x1 = edges[edge + X1];
  const y1 = edges[edge + Y1];
  const above = row - y0;
  const a = above + below;
  if (a === 0 || y1 - row === below) {
    setPosition(edges, at, a === 0 ? x0 : x1);
    return;
  }
  const b = x1 - x0;
  const d = y1 - y0;
  if (!(Math.abs(b) < LONG)) {
    setExactPosition(edges, at, x0, y0, x1, y1, row, below);
    return;
  }
  const aError = differenceError(row, y0, above) + differenceError(above, -below, a);
  const product = a * b;
  const productRest = productError(a, b, product) + a * differenceError(x1, x0, b) + aError * b;
  const quotient = product / d;
  const back = quotient * d;
  const remainder =
    product - back - productError(quotient, d, back) + productRest - quotient * differenceError(y1, y0, d);
  const correction = remainder / d;
  const start = Math.floor(x0);
  const fraction = x0 - start;
  const columns = Math.floor(fraction + quotient);
  const offset = fraction - columns;
  const sum = offset + quotient;
  const lost = differenceError(x0, start, fraction) + differenceError(fraction, columns, offset);
  let rest = sum + (lost + differenceError(offset, -quotient, sum) + correction);
  const whole = Math.floor(rest);
  rest -= whole;
  const column = start + columns + whole;
  edges[at] = rest >= 1 ? column + 1 : column;
  edges[at + 1] = rest >= 1 ? 0 : rest;
}

/** (a − b) − difference, exactly, where difference = fl(a − b). */
function differenceError(a: number, b: number, difference: number): number {
  const part = difference - a;
  return a - (difference - part) - (b + part);
}

/** Every double is a whole multiple of 2^-1074. */
const PLACES = 1074n;

/** The same in whole numbers, for edges that go far beyond any raster. */
function setExactPosition(
  positions: Float64Array,
  at: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  row: number,
  below: number,
): void {
  const top = wholeMultiple(y0);
  const height = wholeMultiple(y1) - top;
  const down = wholeMultiple(row) + wholeMultiple(below) - top;
  const start = wholeMultiple(x0);
  // x × height; a column has `one`.
  const x = start * height + down * (wholeMultiple(x1) - start);
  const one = height << PLACES;
  const rest = ((x % one) + one) % one;
  positions[at] = Number((x - rest) / one);
  positions[at + 1] = Number((rest << 53n) / one) / 2 ** 53;
}

/** In units of 2^-1074. */
function wholeMultiple(value: number): bigint {
  let places = 0n;
  let scaled = value;
  for (; !Number.isInteger(scaled); scaled *= 2) places++;
  return BigInt(scaled) << (PLACES - places);
}
