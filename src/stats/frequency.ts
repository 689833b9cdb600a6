import { rastrumError } from "../errors.ts";
import { addExact, createExactSums, roundedTotal } from "./exact-sums.ts";
import { roundedSum } from "./rounded-sum.ts";
import { eachSection, type Group, type Scan, scanned, type Value, type Walk } from "./section.ts";
import type { ValueTable } from "./value-table.ts";

/**
 * Weights that differ by less, relative, are the same: sums of coverage are no better than the coordinates of zones,
 * which are doubles, and a mode should not hang on their last bits. Whole cells are counted, and differ by more.
 */
const SLACK = 1e-12;

/** What is known at once of groups in memory, and by a walk of others. */
type Found<Result> = Result | Walk<Result>;

/** The value with the most weight; of several the greatest. */
export function modeOf(group: Group): Found<Value> {
  return group.all ? lastIn(group.all.table) : scanned(group, new Last());
}

/** The value with the most weight; of several the least: rasterstats' `majority`. */
export function majorityOf(group: Group): Found<Value> {
  return group.all ? firstIn(group.all.table, 1, 1 - SLACK) : scanned(group, new First(1, 1 - SLACK));
}

/** The value with the least weight; of several the least. */
export function minorityOf(group: Group): Found<Value> {
  return group.all ? firstIn(group.all.table, -1, 1 + SLACK) : scanned(group, new First(-1, 1 + SLACK));
}

/** The number of different values. */
export function varietyOf(group: Group): Found<number> {
  return group.all ? group.all.table.length : scanned(group, new Variety());
}

/** The different values, ascending. */
export function uniqueOf(group: Group): Found<Value[]> {
  return group.all ? valuesIn(group.all.table) : scanned(group, new Unique(group));
}

/** The part of all weight that one value has. */
export function fractionOf(group: Group, value: number): Found<number> {
  return scanned(group, new Fraction(value));
}

/** The part of all weight that each value has. */
export function fractionsOf(group: Group): Found<number[]> {
  return group.all ? sharesOf(weightsIn(group.all.table)) : scanned(group, new Fractions(group));
}

/** The same of what a second raster gives cells. */
export function productFractionsOf(group: Group): Found<number[]> {
  return group.all ? sharesOf(weightsIn(group.all.products)) : walkProducts(group, new Fractions(group));
}

function* walkProducts(group: Group, fractions: Fractions): Walk<number[]> {
  yield* eachSection(group, ({ products }) => fractions.take(products));
  return fractions.result();
}

/** What `Last` finds, of a group in memory. */
function lastIn(table: ValueTable): Value {
  const least = greatestIn(table, 1) * (1 - SLACK);
  let i = table.length - 1;
  while (table.weightAt(i) < least) i--;
  return table.valueAt(i);
}

/** What `First` finds, of a group in memory. */
function firstIn(table: ValueTable, sign: number, slack: number): Value {
  const least = greatestIn(table, sign) * slack;
  let i = 0;
  while (sign * table.weightAt(i) < least) i++;
  return table.valueAt(i);
}

function greatestIn(table: ValueTable, sign: number): number {
  let greatest = -Infinity;
  for (let i = 0; i < table.length; i++) greatest = Math.max(greatest, sign * table.weightAt(i));
  return greatest;
}

function valuesIn(table: ValueTable): Value[] {
  const values: Value[] = [];
  for (let i = 0; i < table.length; i++) values.push(table.valueAt(i));
  return values;
}

function weightsIn(table: ValueTable): number[] {
  const weights: number[] = [];
  for (let i = 0; i < table.length; i++) weights.push(table.weightAt(i));
  return weights;
}

/** Of weights, in their place. */
function sharesOf(weights: number[]): number[] {
  const sum = roundedSum(weights, 0, weights.length);
  for (let i = 0; i < weights.length; i++) weights[i] /= sum;
  return weights;
}

/** The last value whose weight is the greatest. */
class Last implements Scan<Value> {
  // Of those that may be it, each weighs less than the one before; the first is the greatest so far.
  readonly #values: Value[] = [];
  readonly #weights: number[] = [];

  take(table: ValueTable): void {
    const [values, weights] = [this.#values, this.#weights];
    for (let i = 0; i < table.length; i++) {
      const weight = table.weightAt(i);
      if (weight < weights[0] * (1 - SLACK)) continue;
      while (weights.length > 0 && weights[weights.length - 1] <= weight) {
        values.pop();
        weights.pop();
      }
      values.push(table.valueAt(i));
      weights.push(weight);
    }
  }

  result(): Value {
    return this.#values[this.#values.length - 1];
  }
}

/** The first value whose weight × sign is not less than `slack` times the greatest. */
class First implements Scan<Value> {
  readonly #sign: number;
  readonly #slack: number;
  #greatest = -Infinity;
  // Of those that may be it, each weighs more than the one before.
  #values: Value[] = [];
  #weights: number[] = [];

  constructor(sign: number, slack: number) {
    this.#sign = sign;
    this.#slack = slack;
  }

  take(table: ValueTable): void {
    const sign = this.#sign;
    const before = this.#greatest;
    let greatest = before;
    for (let i = 0; i < table.length; i++) greatest = Math.max(greatest, sign * table.weightAt(i));
    if (greatest === before) return;
    this.#greatest = greatest;
    const least = greatest * this.#slack;
    while (this.#weights[0] < least) {
      this.#values.shift();
      this.#weights.shift();
    }
    let heaviest = before;
    for (let i = 0; i < table.length; i++) {
      const weight = sign * table.weightAt(i);
      if (weight <= heaviest || weight < least) continue;
      heaviest = weight;
      this.#values.push(table.valueAt(i));
      this.#weights.push(weight);
    }
  }

  result(): Value {
    return this.#values[0];
  }
}

class Variety implements Scan<number> {
  #size = 0;

  take({ length }: ValueTable): void {
    this.#size += length;
  }

  result(): number {
    return this.#size;
  }
}

class Unique implements Scan<Value[]> {
  readonly #group: Group;
  readonly #values: Value[] = [];

  constructor(group: Group) {
    this.#group = group;
  }

  take(table: ValueTable): void {
    const values = this.#values;
    checkLength(values.length + table.length, this.#group);
    for (let i = 0; i < table.length; i++) values.push(table.valueAt(i));
  }

  result(): Value[] {
    return this.#values;
  }
}

class Fraction implements Scan<number> {
  readonly #value: number;
  readonly #total = createExactSums(1);
  #found: number | null = null;

  constructor(value: number) {
    this.#value = value;
  }

  take(table: ValueTable): void {
    for (let i = 0; i < table.length; i++) {
      const weight = table.weightAt(i);
      addExact(this.#total, 0, weight);
      if (this.#found === null && Number(table.valueAt(i)) === this.#value) this.#found = weight;
    }
  }

  result(): number {
    return this.#found === null ? 0 : this.#found / roundedTotal(this.#total, 0);
  }
}

class Fractions implements Scan<number[]> {
  readonly #group: Group;
  readonly #weights: number[] = [];

  constructor(group: Group) {
    this.#group = group;
  }

  take(table: ValueTable): void {
    const weights = this.#weights;
    checkLength(weights.length + table.length, this.#group);
    for (let i = 0; i < table.length; i++) weights.push(table.weightAt(i));
  }

  result(): number[] {
    return sharesOf(this.#weights);
  }
}

/** Cells may be more than memory holds; a list of their values must not be. */
function checkLength(length: number, { mostListed }: Group): void {
  if (length <= mostListed) return;
  const message =
    `A zone has more than ${mostListed} different values, too many for lists of them such as unique and frac: ask for ` +
    `histogram or variety, or raise memoryBudget, to ${8 * length} bytes at least.`;
  throw rastrumError("budget-too-small", message, { bytesNeeded: 8 * length, budgetBytes: 8 * mostListed });
}
