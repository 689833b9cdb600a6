import type { CellArray } from "../source/source.ts";
import { addExact, clearExact, createExactSums, roundedTotal } from "./exact-sums.ts";
import type { Value } from "./section.ts";

/** Different values, ascending, and the weight of each. */
export interface Tabulated {
  readonly values: ArrayLike<Value>;
  readonly weights: Float64Array;
}

const KEYS = 256;
/** Of each key that is a byte: the sum of its weights, as two doubles whose sum is exact. */
const sums = new Float64Array(KEYS);
const rests = new Float64Array(KEYS);
const seen = new Uint8Array(KEYS);
const keys = new Int32Array(KEYS);

/**
 * Cells of 8 bits by value, in tables of all values that there are; the first of several cells says the type. Null where
 * cells are others, or where two doubles do not hold a value's weight.
 */
export function tabulateBytes(
  whole: readonly CellArray[],
  partial: ArrayLike<Value>,
  coverage: ArrayLike<number>,
): Tabulated | null {
  const cells = whole.length > 0 ? whole[0] : partial;
  if (!(cells instanceof Uint8Array || cells instanceof Int8Array)) return null;
  const flip = cells instanceof Int8Array ? 128 : 0;
  let length = 0;
  for (const piece of whole as readonly Uint8Array[]) {
    for (let i = 0; i < piece.length; i++) {
      const key = (piece[i] + flip) & 255;
      if (seen[key] === 0) keys[length++] = key;
      seen[key] = 1;
      sums[key]++;
    }
  }
  let isExact = true;
  for (let i = 0; i < partial.length; i++) {
    const key = ((partial[i] as number) + flip) & 255;
    if (seen[key] === 0) keys[length++] = key;
    seen[key] = 1;
    if (!addTo(key, coverage[i])) isExact = false;
  }
  sortKeys(length);
  const values = flip > 0 ? new Int8Array(length) : new Uint8Array(length);
  const weights = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    const key = keys[i];
    values[i] = key - flip;
    // One addition of two doubles is correctly rounded as it is. Adding 0 turns −0 into 0.
    weights[i] = sums[key] + rests[key] + 0;
    seen[key] = sums[key] = rests[key] = 0;
  }
  return isExact ? { values, weights } : null;
}

/** By Knuth's TwoSum, twice; false where something is lost. */
function addTo(key: number, weight: number): boolean {
  const before = sums[key];
  const sum = before + weight;
  const added = sum - before;
  const rest = before - (sum - added) + (weight - added);
  sums[key] = sum;
  const restBefore = rests[key];
  const restSum = restBefore + rest;
  const restAdded = restSum - restBefore;
  rests[key] = restSum;
  return restBefore - (restSum - restAdded) + (rest - restAdded) === 0;
}

/** Up to so many keys are sorted, more are looked for in order. */
const FEW_KEYS = 16;

/** Puts keys[0 … length], the keys that were seen, in order. */
function sortKeys(length: number): void {
  if (length > FEW_KEYS) {
    for (let key = 0, at = 0; key < KEYS; key++) if (seen[key] === 1) keys[at++] = key;
    return;
  }
  for (let i = 1; i < length; i++) {
    const key = keys[i];
    let at = i;
    for (; at > 0 && keys[at - 1] > key; at--) keys[at] = keys[at - 1];
    keys[at] = key;
  }
}

/** Different cells of a sorted array and how many there are of each. */
export function distinct(sorted: CellArray | Value[]): Tabulated {
  let length = 0;
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) length++;
  const values = new (sorted.constructor as new (length: number) => CellArray | Value[])(length);
  const weights = new Float64Array(length);
  let at = -1;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) values[++at] = sorted[i];
    weights[at]++;
  }
  return { values, weights };
}

/** Values with the weights of the partial cells put among those of the whole ones. */
export function withPartial(
  wholeCells: Tabulated,
  { partial, coverage }: { readonly partial: ArrayLike<Value>; readonly coverage: ArrayLike<number> },
): Tabulated {
  if (partial.length === 0) return wholeCells;
  const { values: whole, weights: counts } = wholeCells;
  const order = ascending(partial);
  const values: Value[] = [];
  const weights: number[] = [];
  let next = 0;
  for (let i = 0; i < whole.length || next < order.length; ) {
    const isPartial = next < order.length && !(compare(whole[i], partial[order[next]]) <= 0);
    const value = isPartial ? partial[order[next]] : whole[i];
    const own = !isPartial ? counts[i++] : 0;
    const first = next;
    while (next < order.length && partial[order[next]] === value) next++;
    values.push(value);
    weights.push(next > first ? exactWeight(own, coverage, order, first, next) : own);
  }
  return { values, weights: Float64Array.from(weights) };
}

/** Below so many cells what calls a function for each pair costs more than it saves (measured on zones of 20 cells). */
const FEW = 32;

/** Places of values, ascending by value. */
function ascending(values: ArrayLike<Value>): readonly number[] {
  const order = Array.from(values, (_, i) => i);
  if (values.length > FEW) return order.sort((a, b) => compare(values[a], values[b]));
  for (let i = 1; i < order.length; i++) {
    let at = i;
    for (; at > 0 && values[order[at - 1]] > values[i]; at--) order[at] = order[at - 1];
    order[at] = i;
  }
  return order;
}

const total = createExactSums(1);

/** What whole cells and those in part, from one place of the order to another, weigh together, correctly rounded. */
function exactWeight(
  whole: number,
  coverage: ArrayLike<number>,
  order: readonly number[],
  from: number,
  to: number,
): number {
  if (whole === 0 && to === from + 1) return coverage[order[from]] + 0;
  clearExact(total, 0);
  addExact(total, 0, whole);
  for (let i = from; i < to; i++) addExact(total, 0, coverage[order[i]]);
  return roundedTotal(total, 0);
}

export function compare(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : a === b ? 0 : Number.NaN;
}
