import type { CellArray } from "../source/source.ts";
import { addDyadic, type Dyadic, dyadic, dyadicToNumber, multiplyDyadic, negateDyadic } from "./dyadic.ts";
import { addExact, createExactSums, roundedTotal } from "./exact-sums.ts";
import type { KeptRow } from "./kept-cells.ts";
import type { Scaling } from "./moments.ts";
import { sortCells } from "./sort-cells.ts";

type Value = number | bigint;

/** Different values, ascending, and the weight of each. */
interface Tabulated {
  readonly values: ArrayLike<Value>;
  readonly weights: Float64Array;
}

/** The valid cells of a group by value. */
export class Distribution {
  /** Valid cells, whole or in part. */
  readonly cells: number;
  /** Whether cells weigh other than 1. */
  readonly weighed: boolean;
  /** Whole cells as stored, ascending. */
  readonly #sorted: CellArray;
  readonly #kept: KeptRow;
  readonly #toUnits: (stored: Value) => Value;
  readonly #scaling: Scaling;
  #table: { at: (index: number) => Value; weights: Float64Array } | null = null;

  /**
   * @param kept its whole cells are sorted in place
   * @param toUnits takes a stored value to the raster's units, by `scaling`
   * @param weighed whether the rule knows parts of cells
   */
  constructor(kept: KeptRow, toUnits: (stored: Value) => Value, weighed: boolean, scaling: Scaling) {
    this.#kept = kept;
    this.#toUnits = toUnits;
    this.weighed = weighed;
    this.#scaling = scaling;
    this.#sorted = sortCells(kept.whole);
    kept.whole.splice(0, kept.whole.length, this.#sorted);
    this.cells = this.#sorted.length + kept.partial.length;
  }

  /** Different values. */
  get size(): number {
    return this.#tabulated.weights.length;
  }

  /** The weight of each value, ascending by value: its cells, or the sum of their coverage, correctly rounded. */
  get weights(): Float64Array {
    return this.#tabulated.weights;
  }

  /** One of the different values, of which 0 is the least. */
  valueAt(index: number): Value {
    return this.#tabulated.at(index);
  }

  /** Different values, ascending. */
  values(): Value[] {
    return Array.from(this.weights, (_, index) => this.valueAt(index));
  }

  /** The cell at a place in ascending order, where all cells weigh 1. */
  cellAt(index: number): Value {
    const { length } = this.#sorted;
    if (this.cells === length) return this.#toUnits(this.#sorted[this.#scaling.scale < 0 ? length - 1 - index : index]);
    let passed = 0;
    let value = -1;
    while (passed <= index) passed += this.weights[++value];
    return this.valueAt(value);
  }

  get #tabulated() {
    this.#table ??= this.#tabulate();
    return this.#table;
  }

  #tabulate() {
    const { values, weights } = withPartial(distinct(this.#sorted), this.#kept);
    if (this.#mayMeet(values)) return this.#tabulateInUnits();
    if (this.#scaling.scale > 0) return { at: (index: number) => this.#toUnits(values[index]), weights };
    const last = values.length - 1;
    return { at: (index: number) => this.#toUnits(values[last - index]), weights: weights.reverse() };
  }

  /** Whether stored values may be so near each other that scaling rounds them to one. */
  #mayMeet(values: ArrayLike<Value>): boolean {
    const { scale, offset } = this.#scaling;
    const last = values.length - 1;
    if ((scale === 1 && offset === 0) || last < 1) return false;
    let gap = Infinity;
    for (let i = 1; i <= last; i++) gap = Math.min(gap, Number(values[i]) - Number(values[i - 1]));
    const size = Math.max(...[values[0], values[last]].map((value) => Math.abs(Number(this.#toUnits(value)))));
    return !(gap * Math.abs(scale) > Math.max(2 ** -51 * size, 2 ** -1072));
  }

  #tabulateInUnits() {
    const whole = distinct(Array.from(this.#sorted, this.#toUnits).sort(compare));
    const { partial, coverage } = this.#kept;
    const { values, weights } = withPartial(whole, { partial: partial.map(this.#toUnits), coverage });
    return { at: (index: number) => values[index], weights };
  }
}

/** Different cells of a sorted array and how many there are of each. */
function distinct(sorted: CellArray | Value[]): Tabulated {
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
function withPartial(wholeCells: Tabulated, { partial, coverage }: Pick<KeptRow, "partial" | "coverage">): Tabulated {
  if (partial.length === 0) return wholeCells;
  const { values: whole, weights: counts } = wholeCells;
  const order = Uint32Array.from(partial, (_, i) => i).sort((a, b) => compare(partial[a], partial[b]));
  const values: Value[] = [];
  const weights: number[] = [];
  let next = 0;
  for (let i = 0; i < whole.length || next < order.length; ) {
    const isPartial = next < order.length && !(compare(whole[i], partial[order[next]]) <= 0);
    const value = isPartial ? partial[order[next]] : whole[i];
    const own = !isPartial ? counts[i++] : 0;
    let stop = next;
    while (stop < order.length && partial[order[stop]] === value) stop++;
    values.push(value);
    weights.push(stop > next ? exactWeight(own, coverage, order.subarray(next, stop)) : own);
    next = stop;
  }
  return { values, weights: Float64Array.from(weights) };
}

function exactWeight(whole: number, coverage: readonly number[], cells: Uint32Array): number {
  if (whole === 0 && cells.length === 1) return coverage[cells[0]];
  const sum = createExactSums(1);
  addExact(sum, 0, whole);
  for (const cell of cells) addExact(sum, 0, coverage[cell]);
  return roundedTotal(sum, 0);
}

/**
 * The quantile q. Of unweighed cells: linear between the order statistics around q·(n − 1) (Hyndman & Fan 1996, type 7,
 * as NumPy does), rounded once. Of weighed cells: exactextract's, which gives the i-th of k different values the place
 * i·wᵢ + (k − 1)·Σ_{j<i} wⱼ (https://stats.stackexchange.com/a/13223) and is linear between them.
 */
export function quantileOf(distribution: Distribution, q: number): number {
  return distribution.weighed ? weighedQuantile(distribution, q) : plainQuantile(distribution, q);
}

function plainQuantile(distribution: Distribution, q: number): number {
  const { cells } = distribution;
  const position = multiplyDyadic(dyadic(q), dyadic(cells - 1));
  const index = Math.min(cells - 1, Math.floor(dyadicToNumber(position)));
  // The product may have rounded up to the next whole number.
  const below = compareDyadic(position, dyadic(index)) < 0 ? index - 1 : index;
  const fraction = addDyadic(position, dyadic(-below));
  const low = distribution.cellAt(below);
  return fraction.mantissa === 0n ? Number(low) : interpolate(low, distribution.cellAt(below + 1), fraction);
}

/** low + (high − low)·fraction, rounded once. */
function interpolate(low: Value, high: Value, fraction: Dyadic): number {
  if (low === high || fraction.mantissa === 0n) return Number(low);
  if (!Number.isFinite(Number(low)) || !Number.isFinite(Number(high))) return Number(low) + Number(high);
  const [from, to] = [exact(low), exact(high)];
  return dyadicToNumber(addDyadic(from, multiplyDyadic(addDyadic(to, negateDyadic(from)), fraction)));
}

function weighedQuantile(distribution: Distribution, q: number): number {
  const { weights } = distribution;
  const last = weights.length - 1;
  // What rounding does to places must not matter here.
  if (q === 1) return Number(distribution.valueAt(last));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const target = q * total * last;
  let passed = weights[0];
  let place = 0;
  for (let i = 1; i <= last; i++) {
    const next = i * weights[i] + last * passed;
    if (next > target) {
      const [low, high] = [distribution.valueAt(i - 1), distribution.valueAt(i)];
      return interpolate(low, high, dyadic((target - place) / (next - place)));
    }
    place = next;
    passed += weights[i];
  }
  return Number(distribution.valueAt(last));
}

/** The value with the most weight (`sign` 1; of several the greatest) or the least (`sign` −1; of several the least). */
export function extremeWeight(distribution: Distribution, sign: 1 | -1): Value {
  const { weights } = distribution;
  let best = 0;
  for (let i = 1; i < weights.length; i++) {
    const more = sign * (weights[i] - weights[best]);
    if (more > 0 || (more === 0 && sign > 0)) best = i;
  }
  return distribution.valueAt(best);
}

/** The value with the most weight, of several the least: rasterstats' `majority`. */
export function majorityOf(distribution: Distribution): Value {
  const { weights } = distribution;
  let best = 0;
  for (let i = 1; i < weights.length; i++) if (weights[i] > weights[best]) best = i;
  return distribution.valueAt(best);
}

/** The part of all weight that one value has. */
export function fractionOf(distribution: Distribution, value: number): number {
  const index = distribution.values().findIndex((each) => Number(each) === value);
  return index < 0 ? 0 : fractionsOf(distribution)[index];
}

/** The part of all weight that each value has. */
export function fractionsOf({ weights }: Distribution): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/**
 * The weight between edges, each of which belongs to the bin on its right, the last one to the bin on its left, as in
 * NumPy. One number instead of edges: so many bins of equal width from the least finite value to the greatest.
 */
export function histogramOf(distribution: Distribution, bins: readonly number[]): number[] {
  const edges = histogramEdges(distribution, bins);
  const counts = new Array<number>(edges.length - 1).fill(0);
  let bin = 0;
  distribution.weights.forEach((weight, i) => {
    // Equal bins go from double to double, between which the extremes of 64-bit integers must lie.
    const value = bins.length > 1 ? distribution.valueAt(i) : Number(distribution.valueAt(i));
    if (!(value >= edges[0] && value <= edges[edges.length - 1])) return;
    while (bin < counts.length - 1 && value >= edges[bin + 1]) bin++;
    counts[bin] += weight;
  });
  return counts;
}

/** @param bins the edges themselves, or how many bins */
export function histogramEdges(distribution: Distribution, bins: readonly number[]): number[] {
  if (bins.length > 1) return [...bins];
  const finite = distribution.values().map(Number).filter(Number.isFinite);
  if (finite.length === 0) return Array.from({ length: bins[0] + 1 }, (_, i) => i / bins[0]);
  const [least, greatest] = [finite[0], finite[finite.length - 1]];
  // As NumPy does where all values are the same.
  const [low, high] = least < greatest ? [least, greatest] : [least - 0.5, greatest + 0.5];
  // The difference of two doubles may be more than a double holds.
  const step = high - low < Infinity ? (high - low) / bins[0] : high / bins[0] - low / bins[0];
  return Array.from({ length: bins[0] + 1 }, (_, i) => (i === bins[0] ? high : low + i * step));
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
