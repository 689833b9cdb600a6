import { addExact, type ExactSums } from "./exact-sums.ts";
import { SumInTwo } from "./sum-in-two.ts";

/** Adds values[0 … n) to a row, exactly: as the two doubles that hold their sum, the others one by one. */
export function addAllExact(sums: ExactSums, row: number, values: Float64Array, n: number): void {
  const sum = new SumInTwo();
  for (let at = sum.add(values, 0, n); at < n; at = sum.add(values, at + 1, n)) addExact(sums, row, values[at]);
  addExact(sums, row, sum.high);
  addExact(sums, row, sum.low);
}
