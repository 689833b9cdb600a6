import { ByteTable } from "./byte-table.ts";
import type { KeptCells, KeptRow } from "./kept-cells.ts";
import { type OrderedCells, orderedCells } from "./ordered-cells.ts";
import type { Scaling } from "./power-sums.ts";
import { compare, type Section, type Value } from "./section.ts";
import { SortedCells } from "./sorted-cells.ts";
import { spreadOf, type Tabulated, tabulate } from "./tabulate.ts";
import { asStored, mayMeet, unitsOf } from "./units.ts";
import { ValueTable } from "./value-table.ts";

/** The valid cells of a group by value, all of them or a section; of one group after the other. */
export class Distribution implements Section {
  start = 0;
  stop = 0;
  readonly #scaling: Scaling;
  readonly #toUnits: (stored: Value) => Value;
  readonly #bytes = new ByteTable();
  /** Where the cells are: in a row of these, or taken from there. */
  #from: KeptCells | null = null;
  #row = 0;
  #kept: KeptRow | null = null;
  #sorted: SortedCells | null = null;
  #ordered: OrderedCells | null | undefined = undefined;
  #table: ValueTable | null = null;
  #products: ValueTable | null = null;

  constructor(scaling: Scaling, toUnits = unitsOf(scaling)) {
    this.#scaling = scaling;
    this.#toUnits = toUnits;
  }

  /** Takes these cells, before which come so many others of the group, in place of those before. */
  read(kept: KeptRow, start = 0): void {
    this.#clear();
    this.#kept = kept;
    this.start = start;
    this.stop = kept.whole.reduce((sum, { length }) => sum + length, start + kept.partial.length);
  }

  /** Takes the cells of a row, all of its group, of which there is one at least. */
  readRow(from: KeptCells, row: number, cells: number): void {
    this.#clear();
    this.#from = from;
    this.#row = row;
    this.start = 0;
    this.stop = cells;
    const table = from.table(row);
    if (table) {
      this.#table = new ValueTable(table, this.#scaling.scale < 0, this.#toUnits);
      return;
    }
    if (this.#bytes.isOfNoUse) return;
    // Cells of 8 bits, which are in small groups mostly, go into the table from where they are.
    this.#bytes.clear();
    from.passOn(row, this.#bytes, 0);
    if (this.#bytes.finish()) this.#table = this.#tableOf(this.#bytes, null);
  }

  #clear(): void {
    this.#kept = this.#table = this.#products = this.#sorted = null;
    this.#ordered = undefined;
  }

  get table(): ValueTable {
    if (this.#table === null) this.#table = this.#tabulate(this.#order, this.#cells.coverage);
    return this.#table;
  }

  get products(): ValueTable {
    if (this.#products === null) this.#products = this.#tabulateProducts();
    return this.#products;
  }

  #tabulateProducts(): ValueTable {
    const { weights, coverage } = this.#cells;
    const products = Float64Array.from(weights, (weight, i) => weight * coverage[i]);
    return this.#tabulate(orderedCells(this.#cells, products), products);
  }

  cellAt(place: number): Value {
    const index = place - this.start;
    if (this.#table === null && this.#cells.partial.length === 0) {
      const stored = this.#scaling.scale < 0 ? this.stop - this.start - 1 - index : index;
      return this.#toUnits(this.#order ? this.#order.at(stored) : this.#inOrder(this.#cells).at(stored));
    }
    const { table } = this;
    let passed = 0;
    let value = -1;
    while (passed <= index) passed += table.weightAt(++value);
    return table.valueAt(value);
  }

  /** Null where JavaScript puts cells in order. */
  get #order(): OrderedCells | null {
    if (this.#ordered === undefined) this.#ordered = orderedCells(this.#cells, this.#cells.coverage);
    return this.#ordered;
  }

  get #cells(): KeptRow {
    this.#kept ??= this.#from?.row(this.#row) ?? { whole: [], partial: [], coverage: [], weights: [], ids: [] };
    return this.#kept;
  }

  /** Whole cells as stored. */
  #inOrder({ whole }: KeptRow): SortedCells {
    this.#sorted ??= new SortedCells(whole);
    return this.#sorted;
  }

  /** @param coverage what each of the partial cells weighs */
  #tabulate(order: OrderedCells | null, coverage: ArrayLike<number>): ValueTable {
    const { partial } = this.#cells;
    const table = order?.table() ?? tabulate(this.#inOrder(this.#cells).all(), { partial, coverage });
    return this.#tableOf(table, coverage);
  }

  /** @param coverage of partial cells, where it is not that of all statistics */
  #tableOf(table: Tabulated, coverage: ArrayLike<number> | null): ValueTable {
    if (this.#mayMeet(table)) return this.#tabulateInUnits(this.#cells, coverage ?? this.#cells.coverage);
    return new ValueTable(table, this.#scaling.scale < 0, this.#toUnits);
  }

  /** Whether values may be so near each other that scaling rounds them to one. */
  #mayMeet(cells: Tabulated): boolean {
    const { scale, offset } = this.#scaling;
    if (scale === 1 && offset === 0) return false;
    const { gap, least, greatest } = spreadOf(cells);
    return least !== greatest && mayMeet(gap, least, greatest, this.#scaling);
  }

  #tabulateInUnits(cells: KeptRow, coverage: ArrayLike<number>): ValueTable {
    const whole = Array.from(this.#inOrder(cells).all(), this.#toUnits).sort(compare);
    const partial = Array.from(cells.partial, this.#toUnits);
    return new ValueTable(tabulate(whole, { partial, coverage }), false, asStored);
  }
}
