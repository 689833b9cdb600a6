import { productError } from "./exact-product";

/** Between these, but for 0, no product of what follows over- or underflows. */
const LEAST: f64 = 3.8725919148493183e-121; // 2^-400
const MOST: f64 = 2.5822498780869086e120; // 2^400

/**
 * low + (high − low)·(fraction + rest), rounded once, as src/stats/quantile.ts has it; NaN where that is not certain. By a
 * double and what it lacks, which is known within 2^-48 of its terms (Ziv's test: what it might be rounds to one double).
 */
export function interpolate(low: f64, high: f64, fraction: f64, rest: f64): f64 {
  if (low === high || (fraction === 0 && rest === 0)) return low;
  if (!isFinite(low) || !isFinite(high)) return low + high;
  const step = high - low;
  if (!isTame(step) || !isTame(fraction) || !isTame(rest) || !isTame(low)) return NaN;
  const added = step - high;
  const stepError = high - (step - added) + (-low - added);
  const part = step * fraction;
  const sum = low + part;
  const more = sum - low;
  const lacks = low - (sum - more) + (part - more);
  const partError = productError(step, fraction, part);
  const byRest = step * rest;
  const byError = stepError * fraction;
  const tail = lacks + partError + byRest + byError;
  const doubt = 3.552713678800501e-15 * (abs(lacks) + abs(partError) + abs(byRest) + abs(byError)); // 2^-48
  const result = sum + (tail - doubt);
  return result === sum + (tail + doubt) ? result : NaN;
}

@inline
function isTame(value: f64): bool {
  const size = abs(value);
  return size === 0 || (size > LEAST && size < MOST);
}
