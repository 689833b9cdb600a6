import type { CellArray } from "../source/source.ts";
import { addDyadic, type Dyadic, dyadic, dyadicToNumber, multiplyDyadic, negateDyadic } from "./dyadic.ts";
import { addExact, createExactSums, roundedTotal } from "./exact-sums.ts";
import type { KeptRow } from "./kept-cells.ts";

type Value = number | bigint;

/** The valid cells of a group by value. */
export interface Distribution {
  /** Different values, ascending. */
  readonly values: readonly Value[];
  /** The weight of each: its cells, or the sum of their coverage, correctly rounded. */
  readonly weights: Float64Array;
  /** Valid cells, whole or in part. */
  readonly cells: number;
  /** Whether cells weigh other than 1. */
  readonly weighed: boolean;
}

/**
 * @param toUnits takes a stored value to the raster's units
 * @param weighed whether the rule knows parts of cells
 */
export function distributionOf(kept: KeptRow, toUnits: (stored: Value) => Value, weighed: boolean): Distribution {
  const whole = sortedValues(kept.whole);
  const order = kept.partial.map((_, i) => i).sort((a, b) => compare(kept.partial[a], kept.partial[b]));
  const values: Value[] = [];
  // One row a value; at most one for every cell.
  const weights = createExactSums(countDistinct(whole) + order.length);
  let next = 0;
  for (let i = 0; i < whole.length || next < order.length; ) {
    const value =
      next < order.length && !(compare(whole[i], kept.partial[order[next]]) <= 0)
        ? kept.partial[order[next]]
        : whole[i];
    const first = i;
    while (i < whole.length && whole[i] === value) i++;
    addExact(weights, values.length, i - first);
    for (; next < order.length && kept.partial[order[next]] === value; next++) {
      addExact(weights, values.length, kept.coverage[order[next]]);
    }
    values.push(value);
  }
  const rounded = Float64Array.from(values, (_, i) => roundedTotal(weights, i));
  const inUnits = values.map(toUnits);
  if (values.length > 1 && compare(inUnits[0], inUnits[values.length - 1]) > 0) {
    inUnits.reverse();
    rounded.reverse();
  }
  return { values: inUnits, weights: rounded, cells: whole.length + order.length, weighed };
}

/**
 * The quantile q. Of unweighed cells: linear between the order statistics around q·(n − 1) (Hyndman & Fan 1996, type 7,
 * as NumPy does), rounded once. Of weighed cells: exactextract's, which gives the i-th of k different values the place
 * i·wᵢ + (k − 1)·Σ_{j<i} wⱼ (https://stats.stackexchange.com/a/13223) and is linear between them.
 */
export function quantileOf(distribution: Distribution, q: number): number {
  return distribution.weighed ? weighedQuantile(distribution, q) : plainQuantile(distribution, q);
}

function plainQuantile({ values, weights, cells }: Distribution, q: number): number {
  const position = multiplyDyadic(dyadic(q), dyadic(cells - 1));
  const index = Math.min(cells - 1, Math.floor(dyadicToNumber(position)));
  // The product may have rounded up to the next whole number.
  const below = compareDyadic(position, dyadic(index)) < 0 ? index - 1 : index;
  const fraction = addDyadic(position, dyadic(-below));
  const low = valueAt(values, weights, below);
  const high = fraction.mantissa === 0n ? low : valueAt(values, weights, below + 1);
  return interpolate(low, high, fraction);
}

function valueAt(values: readonly Value[], weights: Float64Array, index: number): Value {
  let passed = 0;
  for (let i = 0; i < values.length; i++) {
    passed += weights[i];
    if (passed > index) return values[i];
  }
  return values[values.length - 1];
}

/** low + (high − low)·fraction, rounded once. */
function interpolate(low: Value, high: Value, fraction: Dyadic): number {
  if (low === high || fraction.mantissa === 0n) return Number(low);
  if (!Number.isFinite(Number(low)) || !Number.isFinite(Number(high))) return Number(low) + Number(high);
  const [from, to] = [exact(low), exact(high)];
  return dyadicToNumber(addDyadic(from, multiplyDyadic(addDyadic(to, negateDyadic(from)), fraction)));
}

function weighedQuantile({ values, weights }: Distribution, q: number): number {
  const last = values.length - 1;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const target = q * total * last;
  let passed = weights[0];
  let place = 0;
  for (let i = 1; i <= last; i++) {
    const next = i * weights[i] + last * passed;
    if (next > target) {
      const [low, high] = [Number(values[i - 1]), Number(values[i])];
      return low + ((target - place) * (high - low)) / (next - place);
    }
    place = next;
    passed += weights[i];
  }
  return Number(values[last]);
}

/** The value with the most weight (`sign` 1; of several the greatest) or the least (`sign` −1; of several the least). */
export function extremeWeight({ values, weights }: Distribution, sign: 1 | -1): Value {
  let best = 0;
  for (let i = 1; i < values.length; i++) {
    const more = sign * (weights[i] - weights[best]);
    if (more > 0 || (more === 0 && sign > 0)) best = i;
  }
  return values[best];
}

/** The value with the most weight, of several the least: rasterstats' `majority`. */
export function majorityOf({ values, weights }: Distribution): Value {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (weights[i] > weights[best]) best = i;
  return values[best];
}

/** The part of all weight that one value has. */
export function fractionOf({ values, weights }: Distribution, value: number): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const index = values.findIndex((each) => Number(each) === value);
  return index < 0 ? 0 : weights[index] / total;
}

/** The part of all weight that each value has. */
export function fractionsOf({ weights }: Distribution): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return Array.from(weights, (weight) => weight / total);
}

/**
 * The weight between edges, each of which belongs to the bin on its right, the last one to the bin on its left, as in
 * NumPy. One number instead of edges: so many bins of equal width from the least finite value to the greatest.
 */
export function histogramOf(distribution: Distribution, bins: readonly number[]): number[] {
  const edges = histogramEdges(distribution, bins);
  const counts = new Array<number>(edges.length - 1).fill(0);
  let bin = 0;
  distribution.values.forEach((value, i) => {
    if (!(value >= edges[0] && value <= edges[edges.length - 1])) return;
    while (bin < counts.length - 1 && value >= edges[bin + 1]) bin++;
    counts[bin] += distribution.weights[i];
  });
  return counts;
}

/** @param bins the edges themselves, or how many bins */
export function histogramEdges({ values }: Distribution, bins: readonly number[]): number[] {
  if (bins.length > 1) return [...bins];
  const finite = values.map(Number).filter(Number.isFinite);
  if (finite.length === 0) return Array.from({ length: bins[0] + 1 }, (_, i) => i / bins[0]);
  const [least, greatest] = [finite[0], finite[finite.length - 1]];
  // As NumPy does where all values are the same.
  const [low, high] = least < greatest ? [least, greatest] : [least - 0.5, greatest + 0.5];
  return Array.from({ length: bins[0] + 1 }, (_, i) => (i === bins[0] ? high : low + ((high - low) * i) / bins[0]));
}

function sortedValues(pieces: readonly CellArray[]): CellArray {
  const [first] = pieces;
  if (!first) return new Float64Array(0);
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const all = first.length === length ? first : joined(pieces, length);
  all.sort();
  return all;
}

function joined(pieces: readonly CellArray[], length: number): CellArray {
  const Cells = pieces[0].constructor as new (length: number) => CellArray;
  const all = new Cells(length);
  let offset = 0;
  for (const piece of pieces) {
    (all as Float64Array).set(piece as Float64Array, offset);
    offset += piece.length;
  }
  return all;
}

function countDistinct(sorted: CellArray): number {
  let count = 0;
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) count++;
  return count;
}

function compare(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : a === b ? 0 : Number.NaN;
}

function compareDyadic(a: Dyadic, b: Dyadic): number {
  const { mantissa } = addDyadic(a, negateDyadic(b));
  return mantissa < 0n ? -1 : mantissa > 0n ? 1 : 0;
}

function exact(value: Value): Dyadic {
  return typeof value === "bigint" ? { mantissa: value, exponent: 0 } : dyadic(value);
}
