import type { CellArray } from "../source/source.ts";
import { addExact, clearExact, createExactSums, roundedTotal } from "./exact-sums.ts";
import type { KeptRow } from "./kept-cells.ts";
import type { Scaling } from "./power-sums.ts";
import type { Section, Value } from "./section.ts";
import { sortCells } from "./sort-cells.ts";
import { mayMeet, unitsOf } from "./units.ts";

/** Different values, ascending, and the weight of each. */
interface Tabulated {
  readonly values: ArrayLike<Value>;
  readonly weights: Float64Array;
}

/** The valid cells of a group by value, all of them or a section. */
export class Distribution implements Section {
  readonly start: number;
  readonly stop: number;
  /** Whole cells as stored, ascending. */
  readonly #sorted: CellArray;
  readonly #kept: KeptRow;
  readonly #scaling: Scaling;
  readonly #toUnits: (stored: Value) => Value;
  #table: { at: (index: number) => Value; weights: Float64Array } | null = null;
  #products: Float64Array | null = null;

  /**
   * @param kept its whole cells are sorted in place
   * @param start cells of the group that come before these
   */
  constructor(kept: KeptRow, scaling: Scaling, toUnits = unitsOf(scaling), start = 0) {
    this.#kept = kept;
    this.#scaling = scaling;
    this.#toUnits = toUnits;
    this.#sorted = sortCells(kept.whole);
    kept.whole.splice(0, kept.whole.length, this.#sorted);
    this.start = start;
    this.stop = start + this.#sorted.length + kept.partial.length;
  }

  /** Different values. */
  get size(): number {
    return this.weights.length;
  }

  /** Different values, ascending. */
  values(): Value[] {
    return Array.from(this.weights, (_, index) => this.valueAt(index));
  }

  get weights(): Float64Array {
    return this.#tabulated.weights;
  }

  get products(): Float64Array {
    this.#products ??= this.#tabulate(this.#kept.weights.map((weight, i) => weight * this.#kept.coverage[i])).weights;
    return this.#products;
  }

  valueAt(index: number): Value {
    return this.#tabulated.at(index);
  }

  cellAt(place: number): Value {
    const { length } = this.#sorted;
    const index = place - this.start;
    if (this.#kept.partial.length === 0) {
      return this.#toUnits(this.#sorted[this.#scaling.scale < 0 ? length - 1 - index : index]);
    }
    let passed = 0;
    let value = -1;
    while (passed <= index) passed += this.weights[++value];
    return this.valueAt(value);
  }

  get #tabulated() {
    this.#table ??= this.#tabulate(this.#kept.coverage);
    return this.#table;
  }

  /** @param coverage what each of the partial cells weighs */
  #tabulate(coverage: readonly number[]) {
    const { partial } = this.#kept;
    const { values, weights } = withPartial(distinct(this.#sorted), { partial, coverage });
    if (this.#isTooDense(values)) return this.#tabulateInUnits(coverage);
    if (this.#scaling.scale > 0) return { at: (index: number) => this.#toUnits(values[index]), weights };
    const last = values.length - 1;
    return { at: (index: number) => this.#toUnits(values[last - index]), weights: weights.reverse() };
  }

  /** Whether values may be so near each other that scaling rounds them to one. */
  #isTooDense(values: ArrayLike<Value>): boolean {
    const { scale, offset } = this.#scaling;
    const last = values.length - 1;
    if ((scale === 1 && offset === 0) || last < 1) return false;
    let gap = Infinity;
    for (let i = 1; i <= last; i++) gap = Math.min(gap, Number(values[i]) - Number(values[i - 1]));
    return mayMeet(gap, values[0], values[last], this.#scaling);
  }

  #tabulateInUnits(coverage: readonly number[]) {
    const whole = distinct(Array.from(this.#sorted, this.#toUnits).sort(compare));
    const { values, weights } = withPartial(whole, { partial: this.#kept.partial.map(this.#toUnits), coverage });
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
function withPartial(
  wholeCells: Tabulated,
  { partial, coverage }: { readonly partial: readonly Value[]; readonly coverage: readonly number[] },
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
function ascending(values: readonly Value[]): readonly number[] {
  const order = values.map((_, i) => i);
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
  coverage: readonly number[],
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

function compare(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : a === b ? 0 : Number.NaN;
}
