import type { CellArray } from "../source/source.ts";
import type { KeptRow } from "./kept-cells.ts";
import type { Scaling } from "./power-sums.ts";
import type { Section, Value } from "./section.ts";
import { sortCells } from "./sort-cells.ts";
import { compare, distinct, tabulateBytes, withPartial } from "./tabulate.ts";
import { mayMeet, unitsOf } from "./units.ts";

/** The valid cells of a group by value, all of them or a section. */
export class Distribution implements Section {
  readonly start: number;
  readonly stop: number;
  readonly #kept: KeptRow;
  readonly #scaling: Scaling;
  readonly #toUnits: (stored: Value) => Value;
  #sortedCells: CellArray | null = null;
  #table: { at: (index: number) => Value; weights: Float64Array } | null = null;
  #products: Float64Array | null = null;

  /** @param start cells of the group that come before these */
  constructor(kept: KeptRow, scaling: Scaling, toUnits = unitsOf(scaling), start = 0) {
    this.#kept = kept;
    this.#scaling = scaling;
    this.#toUnits = toUnits;
    this.start = start;
    this.stop = kept.whole.reduce((sum, { length }) => sum + length, start + kept.partial.length);
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
    if (this.#products) return this.#products;
    const { weights, coverage } = this.#kept;
    this.#products = this.#tabulate(Float64Array.from(weights, (weight, i) => weight * coverage[i])).weights;
    return this.#products;
  }

  valueAt(index: number): Value {
    return this.#tabulated.at(index);
  }

  cellAt(place: number): Value {
    const index = place - this.start;
    if (this.#kept.partial.length === 0) {
      const { length } = this.#sorted;
      return this.#toUnits(this.#sorted[this.#scaling.scale < 0 ? length - 1 - index : index]);
    }
    let passed = 0;
    let value = -1;
    while (passed <= index) passed += this.weights[++value];
    return this.valueAt(value);
  }

  /** Whole cells as stored, ascending. */
  get #sorted(): CellArray {
    this.#sortedCells ??= sortCells(this.#kept.whole);
    return this.#sortedCells;
  }

  get #tabulated() {
    this.#table ??= this.#tabulate(this.#kept.coverage);
    return this.#table;
  }

  /** @param coverage what each of the partial cells weighs */
  #tabulate(coverage: ArrayLike<number>) {
    const { whole, partial } = this.#kept;
    const { values, weights } =
      tabulateBytes(whole, partial, coverage) ?? withPartial(distinct(this.#sorted), { partial, coverage });
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

  #tabulateInUnits(coverage: ArrayLike<number>) {
    const whole = distinct(Array.from(this.#sorted, this.#toUnits).sort(compare));
    const partial = Array.from(this.#kept.partial, this.#toUnits);
    const { values, weights } = withPartial(whole, { partial, coverage });
    return { at: (index: number) => values[index], weights };
  }
}
