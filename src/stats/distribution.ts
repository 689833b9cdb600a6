import { ByteTable } from "./byte-table.ts";
import type { KeptRow } from "./kept-cells.ts";
import type { Scaling } from "./power-sums.ts";
import { type AllCells, compare, type Value } from "./section.ts";
import { SortedCells } from "./sorted-cells.ts";
import { type Tabulated, tabulate } from "./tabulate.ts";
import { mayMeet, unitsOf } from "./units.ts";

/** The valid cells of a group by value, all of them or a section. */
export class Distribution implements AllCells {
  start = 0;
  stop = 0;
  readonly #scaling: Scaling;
  readonly #toUnits: (stored: Value) => Value;
  #kept: KeptRow;
  #sorted: SortedCells | null = null;
  /** Different values, as stored or in units, and whether the last one is the least. */
  #table: Tabulated | null = null;
  #inUnits = false;
  #isTurned = false;
  #products: Tabulated | null = null;
  #total: number | null = null;
  /** Used again for each group. */
  readonly #bytes = new ByteTable();

  /** @param start cells of the group that come before these */
  constructor(kept: KeptRow, scaling: Scaling, toUnits = unitsOf(scaling), start = 0) {
    this.#scaling = scaling;
    this.#toUnits = toUnits;
    this.#kept = kept;
    this.read(kept, start);
  }

  /** Takes these cells in place of those before. */
  read(kept: KeptRow, start = 0): void {
    this.#kept = kept;
    this.#table = this.#products = this.#sorted = this.#total = null;
    this.start = start;
    let stop = start + kept.partial.length;
    for (let i = 0; i < kept.whole.length; i++) stop += kept.whole[i].length;
    this.stop = stop;
  }

  get length(): number {
    return this.#tabulated.length;
  }

  get total(): number {
    this.#total ??= sumOf(this.#tabulated, this.#isTurned);
    return this.#total;
  }

  weightAt(index: number): number {
    const { weights, length } = this.#tabulated;
    return weights[this.#isTurned ? length - 1 - index : index];
  }

  productAt(index: number): number {
    const { weights, coverage } = this.#kept;
    this.#products ??= this.#tabulate(
      Float64Array.from(weights, (weight, i) => weight * coverage[i]),
      new ByteTable(),
    );
    const { weights: products, length } = this.#products;
    return products[this.#isTurned ? length - 1 - index : index];
  }

  valueAt(index: number): Value {
    const { values, length } = this.#tabulated;
    const value = values[this.#isTurned ? length - 1 - index : index];
    return this.#inUnits ? value : this.#toUnits(value);
  }

  cellAt(place: number): Value {
    const index = place - this.start;
    if (this.#kept.partial.length === 0) {
      const { length } = this.#cells;
      return this.#toUnits(this.#cells.at(this.#scaling.scale < 0 ? length - 1 - index : index));
    }
    let passed = 0;
    let value = -1;
    while (passed <= index) passed += this.weightAt(++value);
    return this.valueAt(value);
  }

  /** Whole cells as stored. */
  get #cells(): SortedCells {
    this.#sorted ??= new SortedCells(this.#kept.whole);
    return this.#sorted;
  }

  get #tabulated(): Tabulated {
    this.#table ??= this.#tabulate(this.#kept.coverage, this.#bytes);
    return this.#table;
  }

  /** @param coverage what each of the partial cells weighs @param bytes takes cells of 8 bits */
  #tabulate(coverage: ArrayLike<number>, bytes: ByteTable): Tabulated {
    const { whole, partial } = this.#kept;
    const table = bytes.fill(whole, partial, coverage) ? bytes : tabulate(this.#cells.all(), { partial, coverage });
    this.#inUnits = this.#isTooDense(table);
    this.#isTurned = !this.#inUnits && this.#scaling.scale < 0;
    return this.#inUnits ? this.#tabulateInUnits(coverage) : table;
  }

  /** Whether values may be so near each other that scaling rounds them to one. */
  #isTooDense({ values, length }: Tabulated): boolean {
    const { scale, offset } = this.#scaling;
    if ((scale === 1 && offset === 0) || length < 2) return false;
    let gap = Infinity;
    for (let i = 1; i < length; i++) gap = Math.min(gap, Number(values[i]) - Number(values[i - 1]));
    return mayMeet(gap, values[0], values[length - 1], this.#scaling);
  }

  #tabulateInUnits(coverage: ArrayLike<number>): Tabulated {
    const whole = Array.from(this.#cells.all(), this.#toUnits).sort(compare);
    const partial = Array.from(this.#kept.partial, this.#toUnits);
    return tabulate(whole, { partial, coverage });
  }
}

function sumOf({ weights, length }: Tabulated, isTurned: boolean): number {
  let sum = 0;
  if (isTurned) for (let i = length - 1; i >= 0; i--) sum += weights[i];
  else for (let i = 0; i < length; i++) sum += weights[i];
  return sum;
}
