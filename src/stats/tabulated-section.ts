import type { Level } from "./bins.ts";
import type { Ordinals } from "./ordinals.ts";
import type { Section, Value } from "./section.ts";

/** Cells of which counting has told all: each bin is of one value. */
export class TabulatedSection implements Section {
  readonly start: number;
  readonly stop: number;
  readonly #weights: number[] = [];
  readonly #products: number[] = [];
  readonly #cells: number[] = [];
  readonly #values: bigint[] = [];
  readonly #ordinals: Ordinals;

  /** Of bins `first` … `last` of a level, some of which may be empty. */
  constructor(level: Level, first: number, last: number, start: number, ordinals: Ordinals) {
    let stop = start;
    for (let bin = first; bin < last; bin++) {
      const ordinal = level.cells[bin] > 0 ? level.onlyOrdinal(bin) : null;
      if (ordinal === null) continue;
      stop += level.cells[bin];
      this.#cells.push(level.cells[bin]);
      this.#values.push(ordinal);
      this.#weights.push(level.weightOf(bin));
      this.#products.push(level.productOf(bin));
    }
    this.start = start;
    this.stop = stop;
    this.#ordinals = ordinals;
  }

  get length(): number {
    return this.#weights.length;
  }

  weightAt(index: number): number {
    return this.#weights[index];
  }

  productAt(index: number): number {
    return this.#products[index];
  }

  valueAt(index: number): Value {
    return this.#ordinals.valueAt(this.#values[index]);
  }

  cellAt(place: number): Value {
    let passed = this.start;
    let index = -1;
    while (passed <= place) passed += this.#cells[++index];
    return this.valueAt(index);
  }
}
