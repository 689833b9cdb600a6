import { rastrumError } from "../errors.ts";
import { addExact, clearExact, createExactSums, roundedTotal } from "./exact-sums.ts";
import { type Group, scan, type Value, type Walk } from "./section.ts";

/**
 * Weights that differ by less, relative, are the same: sums of coverage are no better than the coordinates of zones,
 * which are doubles, and a mode should not hang on their last bits. Whole cells are counted, and differ by more.
 */
const SLACK = 1e-12;

/** The value with the most weight; of several the greatest. */
export function* modeOf(group: Group): Walk<Value> {
  // Of those that may be it, each weighs less than the one before; the first is the greatest so far.
  const values: Value[] = [];
  const weights: number[] = [];
  yield* scan(group, (section) => {
    section.weights.forEach((weight, i) => {
      if (weight < weights[0] * (1 - SLACK)) return;
      while (weights.length > 0 && weights[weights.length - 1] <= weight) {
        values.pop();
        weights.pop();
      }
      values.push(section.valueAt(i));
      weights.push(weight);
    });
  });
  return values[values.length - 1];
}

/** The value with the most weight; of several the least: rasterstats' `majority`. */
export function majorityOf(group: Group): Walk<Value> {
  return firstOf(group, 1, 1 - SLACK);
}

/** The value with the least weight; of several the least. */
export function minorityOf(group: Group): Walk<Value> {
  return firstOf(group, -1, 1 + SLACK);
}

/** The first value whose weight × sign is not less than `slack` times the greatest. */
function* firstOf(group: Group, sign: number, slack: number): Walk<Value> {
  // Of those that may be it, each weighs more than the one before.
  const values: Value[] = [];
  const weights: number[] = [];
  yield* scan(group, (section) => {
    section.weights.forEach((weight, i) => {
      const signed = sign * weight;
      if (signed <= weights[weights.length - 1]) return;
      values.push(section.valueAt(i));
      weights.push(signed);
      while (weights[0] < signed * slack) {
        values.shift();
        weights.shift();
      }
    });
  });
  return values[0];
}

/** The number of different values. */
export function* varietyOf(group: Group): Walk<number> {
  let size = 0;
  yield* scan(group, (section) => {
    size += section.weights.length;
  });
  return size;
}

/** The different values, ascending. */
export function* uniqueOf(group: Group): Walk<Value[]> {
  const values: Value[] = [];
  yield* scan(group, (section) => {
    checkLength(values.length + section.weights.length, group);
    for (let i = 0; i < section.weights.length; i++) values.push(section.valueAt(i));
  });
  return values;
}

/** The part of all weight that one value has. */
export function* fractionOf(group: Group, value: number): Walk<number> {
  const total = createExactSums(1);
  let found: number | null = null;
  yield* scan(group, (section) => {
    section.weights.forEach((weight, i) => {
      addExact(total, 0, weight);
      if (found === null && Number(section.valueAt(i)) === value) found = weight;
    });
  });
  return found === null ? 0 : found / roundedTotal(total, 0);
}

/**
 * The part of all weight that each value has.
 * @param of which weights
 */
export function* fractionsOf(group: Group, of: "weights" | "products"): Walk<Float64Array> {
  const all: Float64Array[] = [];
  let length = 0;
  yield* scan(group, ({ [of]: weights }) => {
    length += weights.length;
    checkLength(length, group);
    all.push(weights);
  });
  const sum = exactSum(all);
  const fractions = new Float64Array(length);
  let at = 0;
  for (const weights of all) for (let i = 0; i < weights.length; i++) fractions[at++] = weights[i] / sum;
  return fractions;
}

const total = createExactSums(1);

/** Of all of them, rounded once. */
function exactSum(all: readonly Float64Array[]): number {
  clearExact(total, 0);
  for (const weights of all) for (let i = 0; i < weights.length; i++) addExact(total, 0, weights[i]);
  return roundedTotal(total, 0);
}

/** Cells may be more than memory holds; a list of their values must not be. */
function checkLength(length: number, { mostListed }: Group): void {
  if (length <= mostListed) return;
  const message =
    `A zone has more than ${mostListed} different values, too many for lists of them such as unique and frac: ask for ` +
    `histogram or variety, or raise memoryBudget, to ${8 * length} bytes at least.`;
  throw rastrumError("budget-too-small", message, { bytesNeeded: 8 * length, budgetBytes: 8 * mostListed });
}
