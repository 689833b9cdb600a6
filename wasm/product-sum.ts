/**
 * A sum of products of doubles, kept exactly as the list of the products and their errors until its `pair` is asked for.
 * Factors are multiples of 2^-252 (2^-200 less 52 bits), so all here are multiples of 2^-504, and of magnitudes below
 * 2^406: nothing over- or underflows.
 */
import { productError } from "./exact-product";

/** 2^200 and 2^-200. */
const MOST: f64 = 1.6069380442589903e60;
const LEAST: f64 = 6.223015277861142e-61;
/** 2^-46 and 2^-80. */
const OF_MAGNITUDES: f64 = 1.4210854715202004e-14;
const OF_SUM: f64 = 8.271806125530277e-25;
/** One or two nearly always; more where all cancels, as for one cell with a weight. */
const PASSES: i32 = 8;

/** Terms lie at 0: 64 of 8 bytes. */
const MOST_TERMS: usize = 512;
let used: usize = 0;
let isTame: bool = true;

/** What `pair` has found. */
export let high: f64 = 0;
export let low: f64 = 0;

export function setPair(newHigh: f64, newLow: f64): void {
  high = newHigh;
  low = newLow;
}

export function clear(): void {
  used = 0;
  isTame = true;
}

export function add(a: f64, b: f64): void {
  if (a === 0 || b === 0) return;
  if (!isTameFactor(a) || !isTameFactor(b) || used === MOST_TERMS) {
    isTame = false;
    return;
  }
  const product = a * b;
  store<f64>(used, product);
  store<f64>(used, productError(a, b, product), 8);
  used += 16;
}

function isTameFactor(factor: f64): bool {
  const magnitude = abs(factor);
  return magnitude < MOST && magnitude > LEAST;
}

/**
 * Whether the sum is certain to be within 2^-80 of itself. Knuth's TwoSum passes over the terms change them, not their
 * sum: the last becomes the rounded total, the others what rounding took away. Of those the plain sum is taken, which
 * errs by less than 63·2^-53 / (1 − 63·2^-53) < 2^-46 of the sum of their magnitudes (Ogita, Rump & Oishi, "Accurate Sum
 * and Dot Product", 2005; the magnitudes' own sum by as little).
 */
export function pair(): bool {
  if (!isTame) return false;
  for (let pass = 0; pass < PASSES; pass++) {
    let total: f64 = used === 0 ? 0 : load<f64>(0);
    let rest: f64 = 0;
    let magnitude: f64 = 0;
    for (let at: usize = 8; at < used; at += 8) {
      const term = load<f64>(at);
      const next = total + term;
      const added = next - total;
      const error = total - (next - added) + (term - added);
      store<f64>(at - 8, error);
      rest += error;
      magnitude += abs(error);
      total = next;
    }
    high = total + rest;
    if (magnitude * OF_MAGNITUDES <= abs(high) * OF_SUM) {
      const added = high - total;
      low = total - (high - added) + (rest - added);
      return true;
    }
    store<f64>(used - 8, total);
  }
  return false;
}
