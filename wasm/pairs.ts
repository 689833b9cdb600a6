/**
 * Quotients and roots of pairs of doubles: numbers as the sum of two, low at most half an ulp of high, some 106 bits, which
 * is enough to round nearly every result to the nearest double and to know it (Ziv, "Fast Evaluation of Elementary
 * Mathematical Functions with Correctly Rounded Last Bit", 1991). What is not certain is NaN.
 *
 * Bounds, with u = 2^-53 (an operation errs by a factor within 1 ± u), for pairs given within 2^-78 of what they stand
 * for: that is true of sums of products (2^-80), of their squares, and of their products with squares of doubles, as
 * `multiply` adds less than 8u² = 2^-103.
 *
 * - Quotient a / b: q = a.high / b.high is within 3.1u, so what is left of a, r = a − q·b, is below 3.2u·a. The rounded
 *   product q·b.high is within 2.1u of a.high, and subtracting it exact (Sterbenz); the other operations on the way to r
 *   give numbers below 3.2u·a, 1.1u·a, 2.2u·a and 5.4u·a, and so err by less than 12u²·a in all. r / b.high errs by 2.1u
 *   of itself, 7u²·q. So q + r / b.high is within 19u² < 2^-101 of the quotient.
 * - Root √(a / b): y = √(a.high / b.high) is within 2.6u, so r = a − y²·b is below 5.3u·a. y² = square + error and
 *   square·b.high are exact as two doubles each; the latter's upper one is within 9.4u of a.high, and subtracting it exact.
 *   The other operations give numbers below 10.4u·a, u·a, u·a, 2u·a, 3.1u·a and 6u·a, and error·b.low, below u²·a, is
 *   left out: together less than 25u²·a. The root is y + r / (b·(y + root)); writing 2y for the bracket (1.3u), b.high
 *   for b, and two roundings change that by 4.4u of itself, 12u²·y. So y + r / (2y·b.high) is within 25u²/2 + 12u²,
 *   less than 2^-101, of the root.
 *
 * With what the pairs themselves are off, at most 2^-78 + 2^-78 for a quotient and half that for a root, all is within
 * 2^-76.9, and 2^-75 leaves room for the roundings of the test itself. One result in some 2^21 is not certain.
 */
import { productError } from "./exact-product";

/** 2^-75. */
const UNCERTAIN: f64 = 2.6469779601696886e-23;
/**
 * Magnitudes between which no step over- or underflows, 2^300 and 2^-300: quotients and squared roots lie within 2^±600,
 * so that their products with a divisor are exact as two doubles (multiples of 2^(-600 - 52) × 2^(-300 - 52) = 2^-1004).
 */
const MOST: f64 = 2.037035976334486e90;
const LEAST: f64 = 4.909093465297727e-91;

/** The product that `multiply` has found. */
export let productHigh: f64 = 0;
export let productLow: f64 = 0;

export function multiply(aHigh: f64, aLow: f64, bHigh: f64, bLow: f64): void {
  const product = aHigh * bHigh;
  const rest = productError(aHigh, bHigh, product) + (aHigh * bLow + aLow * bHigh);
  productHigh = product + rest;
  productLow = rest - (productHigh - product);
}

/** a / b, correctly rounded, never −0; not certain for b = 0. */
export function quotientOf(aHigh: f64, aLow: f64, bHigh: f64, bLow: f64): f64 {
  if (!isTame(bHigh)) return NaN;
  if (aHigh === 0) return 0;
  if (!isTame(aHigh)) return NaN;
  const quotient = aHigh / bHigh;
  const product = quotient * bHigh;
  const left = aHigh - product - productError(quotient, bHigh, product) + (aLow - quotient * bLow);
  return rounded(quotient, left / bHigh);
}

/** √(a / b), correctly rounded; not certain for a < 0 or b ≤ 0. */
export function rootOf(aHigh: f64, aLow: f64, bHigh: f64, bLow: f64): f64 {
  if (bHigh < 0 || !isTame(bHigh)) return NaN;
  if (aHigh === 0) return 0;
  if (aHigh < 0 || !isTame(aHigh)) return NaN;
  const root = sqrt(aHigh / bHigh);
  const square = root * root;
  const product = square * bHigh;
  const low = square * bLow + productError(root, root, square) * bHigh;
  const left = aHigh - product - productError(square, bHigh, product) + (aLow - low);
  return rounded(root, left / (2 * root * bHigh));
}

/** Rounding is monotonic: where both ends of an interval round to one double, so does all in between. */
export function rounded(value: f64, correction: f64): f64 {
  const margin = abs(value) * UNCERTAIN;
  const found = value + (correction - margin);
  return found === value + (correction + margin) ? found : NaN;
}

function isTame(value: f64): bool {
  const magnitude = abs(value);
  return magnitude < MOST && magnitude > LEAST;
}
