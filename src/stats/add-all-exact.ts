import { addExact, type ExactSums } from "./exact-sums.ts";

/**
 * Adds values[0 … n) to a row, exactly. Those whose sum two doubles hold, which Knuth's TwoSum tells, go in as these two,
 * the others one by one.
 */
export function addAllExact(sums: ExactSums, row: number, values: Float64Array, n: number): void {
  let high = 0;
  let low = 0;
  for (let i = 0; i < n; i++) {
    const value = values[i];
    const sum = high + value;
    const added = sum - high;
    const rest = high - (sum - added) + (value - added);
    const lowSum = low + rest;
    const lowAdded = lowSum - low;
    if (low - (lowSum - lowAdded) + (rest - lowAdded) !== 0) {
      addExact(sums, row, value);
      continue;
    }
    high = sum;
    low = lowSum;
  }
  addExact(sums, row, high);
  addExact(sums, row, low);
}
