/** A number as the sum of two doubles, low at most half an ulp of high, that is within 2^-78 of what it stands for. */
export interface Pair {
  readonly high: number;
  readonly low: number;
}

/** What leaves room for that, and for the roundings of the test itself: one result in some 2^21 is not certain. */
const UNCERTAIN = 2 ** -75;

/**
 * The nearest double, never −0; null where that is not certain (Ziv, "Fast Evaluation of Elementary Mathematical Functions
 * with Correctly Rounded Last Bit", 1991). Rounding is monotonic: where both ends of an interval round to one double, so
 * does all in between.
 */
export function roundPair({ high, low }: Pair): number | null {
  if (high === 0) return 0;
  const margin = Math.abs(high) * UNCERTAIN;
  const rounded = high + (low - margin);
  return rounded === high + (low + margin) ? rounded : null;
}
