import type { CellArray } from "../source/source.ts";
import { addExact, createExactSums, roundedTotal } from "./exact-sums.ts";
import type { KeptRow } from "./kept-cells.ts";
import type { Scaling } from "./power-sums.ts";
import { sortCells } from "./sort-cells.ts";

export type Value = number | bigint;

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
  const order = new Uint32Array(partial.length).map((_, i) => i).sort((a, b) => compare(partial[a], partial[b]));
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

function compare(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : a === b ? 0 : Number.NaN;
}
