import { addExact, createExactSums, roundedTotal } from "./exact-sums.ts";

/** The sum of numbers `from` … `to`, rounded once: mostly two doubles hold it, found by Knuth's TwoSum. */
export function roundedSum(numbers: ArrayLike<number>, from: number, to: number): number {
  let high = 0;
  let low = 0;
  for (let i = from; i < to; i++) {
    const number = numbers[i];
    const sum = high + number;
    const added = sum - high;
    const rest = high - (sum - added) + (number - added);
    const lowSum = low + rest;
    const lowAdded = lowSum - low;
    if (low - (lowSum - lowAdded) + (rest - lowAdded) !== 0) return anySum(numbers, from, to);
    high = sum;
    low = lowSum;
  }
  // One addition of two doubles is correctly rounded as it is. Adding 0 turns −0 into 0.
  return high + low + 0;
}

function anySum(numbers: ArrayLike<number>, from: number, to: number): number {
  const total = createExactSums(1);
  for (let i = from; i < to; i++) addExact(total, 0, numbers[i]);
  return roundedTotal(total, 0);
}
