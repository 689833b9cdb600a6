import { addExact, createExactSums, roundedTotal } from "./exact-sums.ts";
import { SumInTwo } from "./sum-in-two.ts";

/** The sum of numbers `from` … `to`, rounded once: mostly two doubles hold it. */
export function roundedSum(numbers: ArrayLike<number>, from: number, to: number): number {
  const sum = new SumInTwo();
  if (sum.add(numbers, from, to) < to) return anySum(numbers, from, to);
  // One addition of two doubles is correctly rounded as it is. Adding 0 turns −0 into 0.
  return sum.high + sum.low + 0;
}

function anySum(numbers: ArrayLike<number>, from: number, to: number): number {
  const total = createExactSums(1);
  for (let i = from; i < to; i++) addExact(total, 0, numbers[i]);
  return roundedTotal(total, 0);
}
