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

/** What takes cells in. */
export interface CellSink {
  /** Keeps the array itself. */
  addWhole(row: number, values: CellArray): void;
  /**
   * Adds a cell that is known by itself; `weight` and `id` (row × width + column) are null where nothing needs them: of
   * all cells or of none.
   */
  addOne(row: number, value: number | bigint, coverage: number, weight: number | null, id: number | null): void;
  /** Adds the cells from `start` to `stop` of columns. */
  addMany(row: number, cells: CellColumns, start: number, stop: number): void;
}

/** Cells that are known one by one; columns that nothing needs are empty. */
export interface CellColumns {
  readonly values: { readonly [index: number]: number | bigint };
  readonly coverage: Float64Array;
  readonly weights: Float64Array;
  readonly ids: Float64Array;
}

/** Such columns, growing. */
export class CellColumnsBuilder {
  readonly values: (number | bigint)[] = [];
  readonly #coverage = new GrowableFloat64(64);
  readonly #weights = new GrowableFloat64(64);
  readonly #ids = new GrowableFloat64(64);

  add(value: number | bigint, coverage: number, weight: number | null, id: number | null): void {
    this.values.push(value);
    this.#coverage.push(coverage);
    if (weight !== null) this.#weights.push(weight);
    if (id !== null) this.#ids.push(id);
  }

  append({ values, coverage, weights, ids }: CellColumns, start: number, stop: number): void {
    for (let i = start; i < stop; i++) this.values.push(values[i]);
    this.#coverage.append(coverage.subarray(start, stop));
    this.#weights.append(weights.subarray(start, stop));
    this.#ids.append(ids.subarray(start, stop));
  }

  /** What there is, until more is added. */
  get columns(): CellColumns {
    return { values: this.values, coverage: this.#coverage.view, weights: this.#weights.view, ids: this.#ids.view };
  }
}

/**
 * The values of the valid cells of many groups, for statistics that no sum can make: quantiles, the mode, lists. They
 * are sorted when a group is finished, so the order in which they come does not matter. Cells are in columns, whatever
 * their group: a million groups of a few cells each would be many millions of objects. They are put in the order of
 * their groups when the first one is asked for.
 */
export class KeptCells implements CellSink {
  readonly #pieces: CellArray[] = [];
  readonly #pieceRows = new GrowableInt32(64);
  readonly #cells = new CellColumnsBuilder();
  readonly #cellRows = new GrowableInt32(64);
  #order: { readonly pieces: RowOrder; readonly cells: RowOrder; readonly columns: CellColumns } | null = null;

  addWhole(row: number, values: CellArray): void {
    if (values.length === 0) return;
    this.#order = null;
    this.#pieces.push(values);
    this.#pieceRows.push(row);
  }

  addOne(row: number, value: number | bigint, coverage: number, weight: number | null, id: number | null): void {
    this.#order = null;
    this.#cells.add(value, coverage, weight, id);
    this.#cellRows.push(row);
  }

  addMany(row: number, cells: CellColumns, start: number, stop: number): void {
    this.#order = null;
    this.#cells.append(cells, start, stop);
    this.#cellRows.fill(row, stop - start);
  }

  /** Adds row `from` of `other` to row `into`, not a row to itself; what it holds is shared. */
  combine(into: number, other: KeptCells, from: number): void {
    other.passOn(from, this, into);
  }

  /** Adds the cells of a row to a row of others. */
  passOn(row: number, to: CellSink, into: number): void {
    const { pieces, cells, columns } = this.#inOrder;
    for (let i = pieces.start(row); i < pieces.start(row + 1); i++) to.addWhole(into, this.#pieces[pieces.place(i)]);
    const [start, stop] = [cells.start(row), cells.start(row + 1)];
    if (cells.ascending) {
      if (start < stop) to.addMany(into, columns, start, stop);
      return;
    }
    for (let i = start; i < stop; i++) to.addMany(into, columns, cells.place(i), cells.place(i) + 1);
  }

  /** The cells of a row, or null where there are none. */
  row(row: number): KeptRow | null {
    const { pieces, cells, columns } = this.#inOrder;
    const [firstPiece, stopPiece] = [pieces.start(row), pieces.start(row + 1)];
    const [first, stop] = [cells.start(row), cells.start(row + 1)];
    if (firstPiece === stopPiece && first === stop) return null;
    const whole: CellArray[] = [];
    for (let i = firstPiece; i < stopPiece; i++) whole.push(this.#pieces[pieces.place(i)]);
    const partial: (number | bigint)[] = [];
    for (let i = first; i < stop; i++) partial.push(columns.values[cells.place(i)]);
    const pick = (column: Float64Array) => {
      const numbers: number[] = [];
      if (column.length > 0) for (let i = first; i < stop; i++) numbers.push(column[cells.place(i)]);
      return numbers;
    };
    return { whole, partial, coverage: pick(columns.coverage), weights: pick(columns.weights), ids: pick(columns.ids) };
  }

  get #inOrder() {
    this.#order ??= {
      pieces: new RowOrder(this.#pieceRows.view),
      cells: new RowOrder(this.#cellRows.view),
      columns: this.#cells.columns,
    };
    return this.#order;
  }
}

/** Places of a column in the order of the rows that they belong to. */
class RowOrder {
  /** Whether they are in that order as they are, as those of one block are. */
  readonly ascending: boolean;
  readonly #places: Int32Array;
  readonly #starts: Int32Array;
  readonly #length: number;

  constructor(rows: Int32Array) {
    let last = -1;
    let ascending = true;
    for (const row of rows) {
      if (row < last) ascending = false;
      else last = row;
    }
    const starts = new Int32Array(last + 3);
    for (const row of rows) starts[row + 2]++;
    for (let row = 2; row < starts.length; row++) starts[row] += starts[row - 1];
    this.#places = new Int32Array(ascending ? 0 : rows.length);
    this.#length = rows.length;
    this.ascending = ascending;
    this.#starts = ascending ? starts.subarray(1) : starts;
    if (!ascending) for (let place = 0; place < rows.length; place++) this.#places[starts[rows[place] + 1]++] = place;
  }

  /** The place that is at an index in the order. */
  place(index: number): number {
    return this.ascending ? index : this.#places[index];
  }

  /** Where the places of a row begin, which is where those of the row before end. */
  start(row: number): number {
    return row < this.#starts.length ? this.#starts[row] : this.#length;
  }
}
