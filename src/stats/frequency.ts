import type { Distribution, Value } from "./distribution.ts";
import { addExact, createExactSums, roundedTotal } from "./exact-sums.ts";

/**
 * Weights that differ by less, relative, are the same: sums of coverage are no better than the coordinates of zones,
 * which are doubles, and a mode should not hang on their last bits. Whole cells are counted, and differ by more.
 */
const SLACK = 1e-12;

/** The value with the most weight; of several the greatest. */
export function modeOf(distribution: Distribution): Value {
  const { weights } = distribution;
  const enough = greatest(weights) * (1 - SLACK);
  return distribution.valueAt(weights.findLastIndex((weight) => weight >= enough));
}

/** The value with the most weight; of several the least: rasterstats' `majority`. */
export function majorityOf(distribution: Distribution): Value {
  const { weights } = distribution;
  const enough = greatest(weights) * (1 - SLACK);
  return distribution.valueAt(weights.findIndex((weight) => weight >= enough));
}

/** The value with the least weight; of several the least. */
export function minorityOf(distribution: Distribution): Value {
  const { weights } = distribution;
  const little = -greatest(weights.map((weight) => -weight)) * (1 + SLACK);
  return distribution.valueAt(weights.findIndex((weight) => weight <= little));
}

function greatest(weights: Float64Array): number {
  let most = weights[0];
  for (const weight of weights) if (weight > most) most = weight;
  return most;
}

/** The part of all weight that one value has. */
export function fractionOf(distribution: Distribution, value: number): number {
  const { weights } = distribution;
  const index = weights.findIndex((_, i) => Number(distribution.valueAt(i)) === value);
  return index < 0 ? 0 : weights[index] / totalOf(weights);
}

/** The part of all weight that each value has. */
export function fractionsOf({ weights }: Distribution): Float64Array {
  const total = totalOf(weights);
  return weights.map((weight) => weight / total);
}

/** Correctly rounded. */
function totalOf(weights: Float64Array): number {
  const sum = createExactSums(1);
  for (const weight of weights) addExact(sum, 0, weight);
  return roundedTotal(sum, 0);
}
