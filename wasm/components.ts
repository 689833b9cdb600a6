/** Exact sums as four components each, whose unevaluated sum they are. */
export const COMPONENTS: usize = 4;

/**
 * Adds to a sum whose components lie so many bytes apart: what rounding takes away goes on to the next (Knuth's TwoSum).
 * Returns whether all of it is there.
 */
export function addTo(sum: usize, step: usize, value: f64): bool {
  let rest = value;
  for (const end = sum + COMPONENTS * step; sum < end && rest !== 0; sum += step) {
    const before = load<f64>(sum);
    const total = before + rest;
    const added = total - before;
    rest = before - (total - added) + (rest - added);
    store<f64>(sum, total);
  }
  return rest === 0;
}
