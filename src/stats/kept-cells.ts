import { GrowableFloat64, GrowableInt32 } from "../mask/growable.ts";
import type { CellArray } from "../source/source.ts";

/**
 * Valid cells of one group: whole ones as stored, in pieces, and those that are known one by one: with their coverage,
 * and where asked for their weight and their number in the grid.
 */
export interface KeptRow {
  readonly whole: CellArray[];
  readonly partial: (number | bigint)[];
  readonly coverage: number[];
  readonly weights: number[];
  readonly ids: number[];
}

/**
 * The values of the valid cells of many groups, for statistics that no sum can make: quantiles, the mode, lists. They
 * are sorted when a group is finished, so the order in which they come does not matter. Cells are in columns, whatever
 * their group: a million groups of a few cells each would be many millions of objects. They are put in the order of
 * their groups when the first one is asked for.
 */
export class KeptCells {
  readonly #pieces: CellArray[] = [];
  readonly #pieceRows = new GrowableInt32(64);
  readonly #values: (number | bigint)[] = [];
  readonly #valueRows = new GrowableInt32(64);
  readonly #coverage = new GrowableFloat64(64);
  readonly #weights = new GrowableFloat64(64);
  readonly #ids = new GrowableFloat64(64);
  #order: { readonly pieces: RowOrder; readonly values: RowOrder } | null = null;

  /** Keeps the array itself. */
  addWhole(row: number, values: CellArray): void {
    if (values.length === 0) return;
    this.#order = null;
    this.#pieces.push(values);
    this.#pieceRows.push(row);
  }

  /**
   * Adds a cell that is known by itself; `weight` and `id` (row × width + column) are null where nothing needs them: of
   * all cells or of none.
   */
  addOne(row: number, value: number | bigint, coverage: number, weight: number | null, id: number | null): void {
    this.#order = null;
    this.#values.push(value);
    this.#valueRows.push(row);
    this.#coverage.push(coverage);
    if (weight !== null) this.#weights.push(weight);
    if (id !== null) this.#ids.push(id);
  }

  /** Adds row `from` of `other` to row `into`, not a row to itself; what it holds is shared. */
  combine(into: number, other: KeptCells, from: number): void {
    const kept = other.row(from);
    if (!kept) return;
    for (const piece of kept.whole) this.addWhole(into, piece);
    const { partial, coverage, weights, ids } = kept;
    for (let i = 0; i < partial.length; i++) {
      const weight = weights.length > 0 ? weights[i] : null;
      this.addOne(into, partial[i], coverage[i], weight, ids.length > 0 ? ids[i] : null);
    }
  }

  /** The cells of a row, or null where there are none. */
  row(row: number): KeptRow | null {
    this.#order ??= { pieces: new RowOrder(this.#pieceRows.view), values: new RowOrder(this.#valueRows.view) };
    const pieces = this.#order.pieces.of(row);
    const values = this.#order.values.of(row);
    if (pieces.length === 0 && values.length === 0) return null;
    const whole: CellArray[] = [];
    for (let i = 0; i < pieces.length; i++) whole.push(this.#pieces[pieces[i]]);
    const partial: (number | bigint)[] = [];
    for (let i = 0; i < values.length; i++) partial.push(this.#values[values[i]]);
    const [coverage, weights, ids] = [this.#coverage, this.#weights, this.#ids].map((column) => pick(column, values));
    return { whole, partial, coverage, weights, ids };
  }
}

/** What a column has at some places; nothing where the column is not kept. */
function pick(column: GrowableFloat64, places: Int32Array): number[] {
  const numbers: number[] = [];
  if (column.length > 0) for (let i = 0; i < places.length; i++) numbers.push(column.at(places[i]));
  return numbers;
}

/** Places of a column in the order of the rows that they belong to. */
class RowOrder {
  readonly #starts: Int32Array;
  readonly #places: Int32Array;

  constructor(rows: Int32Array) {
    let last = -1;
    for (const row of rows) if (row > last) last = row;
    const starts = new Int32Array(last + 3);
    for (const row of rows) starts[row + 2]++;
    for (let row = 2; row < starts.length; row++) starts[row] += starts[row - 1];
    this.#places = new Int32Array(rows.length);
    for (let place = 0; place < rows.length; place++) this.#places[starts[rows[place] + 1]++] = place;
    this.#starts = starts;
  }

  of(row: number): Int32Array {
    return this.#places.subarray(
      this.#starts[row] ?? this.#places.length,
      this.#starts[row + 1] ?? this.#places.length,
    );
  }
}
