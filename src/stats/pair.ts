import { productError } from "../grid/exact-product.ts";

/**
 * A number as the sum of two doubles, low at most half an ulp of high: some 106 bits, enough to round nearly every
 * quotient or root to the nearest double and to know it (Ziv, "Fast Evaluation of Elementary Mathematical Functions with
 * Correctly Rounded Last Bit", 1991). What is not certain is null, and bigints decide it.
 *
 * Bounds, with u = 2^-53 (an operation errs by a factor within 1 ± u), for pairs given within 2^-78 of what they stand
 * for: that is true of sums of products (2^-80), of their squares, and of their products with squares of doubles, as
 * `multiplyPairs` adds less than 8u² = 2^-103.
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
export interface Pair {
  readonly high: number;
  readonly low: number;
}

const UNCERTAIN = 2 ** -75;
/**
 * Magnitudes between which no step over- or underflows: quotients and squared roots lie within 2^±600, so that their
 * products with a divisor are exact as two doubles (multiples of 2^(-600 - 52) × 2^(-300 - 52) = 2^-1004).
 */
const MOST = 2 ** 300;
const LEAST = 2 ** -300;

export function multiplyPairs(a: Pair, b: Pair): Pair {
  const product = a.high * b.high;
  const rest = productError(a.high, b.high, product) + (a.high * b.low + a.low * b.high);
  const high = product + rest;
  return { high, low: rest - (high - product) };
}

/** a / b, correctly rounded, never −0; null where that is not certain, as for b = 0. */
export function quotientOfPairs(a: Pair, b: Pair): number | null {
  if (!isTame(b)) return null;
  if (a.high === 0) return 0;
  if (!isTame(a)) return null;
  const quotient = a.high / b.high;
  const product = quotient * b.high;
  const left = a.high - product - productError(quotient, b.high, product) + (a.low - quotient * b.low);
  return roundIfCertain(quotient, left / b.high);
}

/** √(a / b), correctly rounded; null where that is not certain, as for a < 0 or b ≤ 0. */
export function rootOfPairs(a: Pair, b: Pair): number | null {
  if (b.high < 0 || !isTame(b)) return null;
  if (a.high === 0) return 0;
  if (a.high < 0 || !isTame(a)) return null;
  const root = Math.sqrt(a.high / b.high);
  const square = root * root;
  const product = square * b.high;
  const low = square * b.low + productError(root, root, square) * b.high;
  const left = a.high - product - productError(square, b.high, product) + (a.low - low);
  return roundIfCertain(root, left / (2 * root * b.high));
}

/** The nearest double, never −0; null where that is not certain. */
export function roundPair({ high, low }: Pair): number | null {
  return high === 0 ? 0 : roundIfCertain(high, low);
}

/** Rounding is monotonic: where both ends of an interval round to one double, so does all in between. */
function roundIfCertain(value: number, correction: number): number | null {
  const margin = Math.abs(value) * UNCERTAIN;
  const rounded = value + (correction - margin);
  return rounded === value + (correction + margin) ? rounded : null;
}

function isTame({ high }: Pair): boolean {
  const magnitude = Math.abs(high);
  return magnitude < MOST && magnitude > LEAST;
}
