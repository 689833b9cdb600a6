import type { Level } from "./bins.ts";
import type { Ordinals } from "./ordinals.ts";
import type { Section, Value } from "./section.ts";
import { ValueTable } from "./value-table.ts";

/** Cells of which counting has told all: each bin is of one value. */
export class TabulatedSection implements Section {
  readonly start: number;
  readonly stop: number;
  readonly table: ValueTable;
  readonly products: ValueTable;
  readonly #cells: number[] = [];

  /** Of bins `first` … `last` of a level, some of which may be empty. */
  constructor(level: Level, first: number, last: number, start: number, ordinals: Ordinals) {
    const values: bigint[] = [];
    const weights: number[] = [];
    const products: number[] = [];
    let stop = start;
    for (let bin = first; bin < last; bin++) {
      const ordinal = level.cells[bin] > 0 ? level.onlyOrdinal(bin) : null;
      if (ordinal === null) continue;
      stop += level.cells[bin];
      this.#cells.push(level.cells[bin]);
      values.push(ordinal);
      weights.push(level.weightOf(bin));
      products.push(level.productOf(bin));
    }
    this.start = start;
    this.stop = stop;
    const { length } = values;
    const toUnits = (ordinal: Value) => ordinals.valueAt(ordinal as bigint);
    this.table = new ValueTable({ values, weights, length }, false, toUnits);
    this.products = new ValueTable({ values, weights: products, length }, false, toUnits);
  }

  cellAt(place: number): Value {
    let passed = this.start;
    let index = -1;
    while (passed <= place) passed += this.#cells[++index];
    return this.table.valueAt(index);
  }
}
