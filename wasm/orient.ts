/**
 * On which side of a line a point lies, exactly: J. R. Shewchuk, "Adaptive Precision Floating-Point Arithmetic and Fast
 * Robust Geometric Predicates", 1997. Has the sign of `orient2d` of robust-predicates.
 */
import { productError } from "./exact-product";

/** 2^-53. */
const EPSILON: f64 = 1.1102230246251565e-16;
/** Shewchuk's ccwerrboundA. */
const BOUND: f64 = (3 + 16 * EPSILON) * EPSILON;
/** Beyond these, but for 0, a product of differences could overflow, or lose bits: 2^-300 and 2^300. */
const LEAST: f64 = 4.909093465297727e-91;
const MOST: f64 = 2.037035976334486e90;

/** Whether it could not be told since `sure` was called. */
let unsure: bool = false;

export function sure(): void {
  unsure = false;
}

export function isSure(): bool {
  return !unsure;
}

/** Positive where (cx, cy) lies to the left of the line from a to b as y grows downwards, 0 where on it. */
export function orient(ax: f64, ay: f64, bx: f64, by: f64, cx: f64, cy: f64): f64 {
  const left = (ay - cy) * (bx - cx);
  const right = (ax - cx) * (by - cy);
  const found = left - right;
  return abs(found) >= BOUND * abs(left + right) ? found : orientExactly(ax, ay, bx, by, cx, cy);
}

/** What has been added up exactly: up to 16 doubles that do not overlap, of growing size. */
const parts = memory.data(16 * 8, 16);
let length: usize = 0;

function orientExactly(ax: f64, ay: f64, bx: f64, by: f64, cx: f64, cy: f64): f64 {
  if (!(fits(ax) && fits(ay) && fits(bx) && fits(by) && fits(cx) && fits(cy))) {
    unsure = true;
    return 0;
  }
  length = 0;
  addProduct(ay - cy, lost(ay, cy), bx - cx, lost(bx, cx));
  addProduct(cx - ax, lost(cx, ax), by - cy, lost(by, cy));
  return length === 0 ? 0 : load<f64>(parts + length - 8);
}

function fits(value: f64): bool {
  const size = abs(value);
  return size === 0 || (size >= LEAST && size <= MOST);
}

/** What a − b loses where it is rounded. */
function lost(a: f64, b: f64): f64 {
  const difference = a - b;
  const virtual = a - difference;
  return a - (difference + virtual) + (virtual - b);
}

/** Adds (a + aRest) × (b + bRest). */
function addProduct(a: f64, aRest: f64, b: f64, bRest: f64): void {
  addSimpleProduct(aRest, bRest);
  addSimpleProduct(aRest, b);
  addSimpleProduct(a, bRest);
  addSimpleProduct(a, b);
}

function addSimpleProduct(a: f64, b: f64): void {
  const product = a * b;
  if (product === 0) return;
  add(productError(a, b, product));
  add(product);
}

/** Shewchuk's Grow-Expansion, zeros left out. */
function add(value: f64): void {
  let carried = value;
  let kept: usize = 0;
  for (let at: usize = 0; at < length; at += 8) {
    const part = load<f64>(parts + at);
    const sum = carried + part;
    const virtual = sum - carried;
    const rest = carried - (sum - virtual) + (part - virtual);
    carried = sum;
    if (rest === 0) continue;
    store<f64>(parts + kept, rest);
    kept += 8;
  }
  if (carried !== 0) {
    store<f64>(parts + kept, carried);
    kept += 8;
  }
  length = kept;
}
