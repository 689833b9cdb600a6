import { markEmpty } from "./column-values.ts";
import { SLACK } from "./frequency.ts";
import { roundedSum } from "./rounded-sum.ts";
import type { TableValue } from "./statistic.ts";
import type { Tables } from "./tabled-cells.ts";

/** Tables of some groups, which each have their part of all values and weights. */
interface ChosenTables extends Pick<Tables, "values" | "weights"> {
  readonly starts: Int32Array;
  readonly stops: Int32Array;
}

/** One number a group, 0 where it is null; or a list a group, behind each other. */
export type TableColumn =
  | { readonly numbers: Float64Array; readonly isNull: Uint8Array }
  | { readonly numbers: Float64Array; readonly offsets: Int32Array };

/** The tables of these groups. */
export function chooseTables({ values, weights, ends }: Tables, groups: Int32Array): ChosenTables {
  const [starts, stops] = [new Int32Array(groups.length), new Int32Array(groups.length)];
  putEnds(starts, stops, ends, groups);
  return { values, weights, starts, stops };
}

/** What frequency.ts finds in tables, of all at once: that takes V8 a few small loops to compile, not each step to a value. */
export function columnOfTables(tables: ChosenTables, value: TableValue): TableColumn {
  const { values, weights, starts, stops } = tables;
  if (value === "values" || value === "shares") return listsOf(tables, value);
  const numbers = new Float64Array(starts.length);
  const isNull = new Uint8Array(starts.length);
  if (value === "length") putLengths(numbers, starts, stops);
  else {
    markEmpty(isNull, starts, stops);
    if (value === "last heaviest") putLastHeaviest(numbers, values, weights, starts, stops);
    else if (value === "first heaviest") putFirst(numbers, values, weights, starts, stops, 1, 1 - SLACK);
    else putFirst(numbers, values, weights, starts, stops, -1, 1 + SLACK);
  }
  return { numbers, isNull };
}

function listsOf({ values, weights, starts, stops }: ChosenTables, value: "values" | "shares"): TableColumn {
  const offsets = new Int32Array(starts.length + 1);
  putOffsets(offsets, starts, stops);
  const numbers = new Float64Array(offsets[starts.length]);
  if (value === "values") putItems(numbers, values, starts, stops);
  else putShares(numbers, weights, sumsOf(weights, starts, stops), starts, stops);
  return { numbers, offsets };
}

/** The weights of each table added up, rounded once. */
function sumsOf(weights: Float64Array, starts: Int32Array, stops: Int32Array): Float64Array {
  const sums = new Float64Array(starts.length);
  if (putSums(sums, weights, starts, stops)) return sums;
  for (let i = 0; i < sums.length; i++) {
    if (Number.isNaN(sums[i])) sums[i] = roundedSum(weights, starts[i], stops[i]);
  }
  return sums;
}

// Loops over tables call nothing, so that V8 compiles them in little time.

function putEnds(starts: Int32Array, stops: Int32Array, ends: Int32Array, groups: Int32Array): void {
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i];
    starts[i] = group === 0 ? 0 : ends[group - 1];
    stops[i] = ends[group];
  }
}

function putLengths(numbers: Float64Array, starts: Int32Array, stops: Int32Array): void {
  for (let i = 0; i < starts.length; i++) numbers[i] = stops[i] - starts[i];
}

/** The first value whose weight × sign is not less than `slack` times the greatest. */
function putFirst(
  numbers: Float64Array,
  values: Int16Array,
  weights: Float64Array,
  starts: Int32Array,
  stops: Int32Array,
  sign: number,
  slack: number,
): void {
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i];
    const stop = stops[i];
    if (start === stop) continue;
    let greatest = sign * weights[start];
    for (let at = start + 1; at < stop; at++) if (sign * weights[at] > greatest) greatest = sign * weights[at];
    let at = start;
    while (sign * weights[at] < greatest * slack) at++;
    numbers[i] = values[at];
  }
}

/** The last value whose weight is the greatest. */
function putLastHeaviest(
  numbers: Float64Array,
  values: Int16Array,
  weights: Float64Array,
  starts: Int32Array,
  stops: Int32Array,
): void {
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i];
    const stop = stops[i];
    if (start === stop) continue;
    let greatest = weights[start];
    for (let at = start + 1; at < stop; at++) if (weights[at] > greatest) greatest = weights[at];
    let at = stop - 1;
    while (weights[at] < greatest * (1 - SLACK)) at--;
    numbers[i] = values[at];
  }
}

function putOffsets(offsets: Int32Array, starts: Int32Array, stops: Int32Array): void {
  for (let i = 0; i < starts.length; i++) offsets[i + 1] = offsets[i] + stops[i] - starts[i];
}

function putItems(numbers: Float64Array, values: Int16Array, starts: Int32Array, stops: Int32Array): void {
  let length = 0;
  for (let i = 0; i < starts.length; i++) for (let at = starts[i]; at < stops[i]; at++) numbers[length++] = values[at];
}

function putShares(
  numbers: Float64Array,
  weights: Float64Array,
  sums: Float64Array,
  starts: Int32Array,
  stops: Int32Array,
): void {
  let length = 0;
  for (let i = 0; i < starts.length; i++) {
    for (let at = starts[i]; at < stops[i]; at++) numbers[length++] = weights[at] / sums[i];
  }
}

/** As `SumInTwo` adds; NaN where two doubles do not hold a sum. @returns whether they hold all */
function putSums(sums: Float64Array, weights: Float64Array, starts: Int32Array, stops: Int32Array): boolean {
  let areHeld = true;
  for (let i = 0; i < starts.length; i++) {
    let high = 0;
    let low = 0;
    let lost = 0;
    for (let at = starts[i]; at < stops[i]; at++) {
      const sum = high + weights[at];
      const added = sum - high;
      const rest = high - (sum - added) + (weights[at] - added);
      const lowSum = low + rest;
      const lowAdded = lowSum - low;
      if (low - (lowSum - lowAdded) + (rest - lowAdded) !== 0) lost = Number.NaN;
      high = sum;
      low = lowSum;
    }
    sums[i] = high + low + lost;
    if (lost !== 0) areHeld = false;
  }
  return areHeld;
}
