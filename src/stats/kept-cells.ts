import { GrowableCells, GrowableFloat64, GrowableInt32 } from "../mask/growable.ts";
import { concat } from "../source/concat.ts";
import type { CellArray } from "../source/source.ts";

/**
 * Valid cells of one group: whole ones as stored, in pieces, and those that are known one by one: with their coverage,
 * and where asked for their weight and their number in the grid.
 */
export interface KeptRow {
  readonly whole: CellArray[];
  readonly partial: CellArray | readonly (number | bigint)[];
  readonly coverage: Numbers;
  readonly weights: Numbers;
  readonly ids: Numbers;
}

type Numbers = Float64Array | readonly number[];

/** Cells that are known one by one; columns that nothing needs are empty. */
export interface CellColumns {
  readonly values: CellArray;
  readonly coverage: Float64Array;
  readonly weights: Float64Array;
  readonly ids: Float64Array;
}

/** Cells row after row; those that are whole or known one by one may all be missing. */
export interface CellsByRow extends Omit<CellColumns, "values"> {
  /** How many whole cells, and how many known one by one, each row has. */
  readonly wholeCounts: Int32Array;
  readonly counts: Int32Array;
  readonly whole: CellArray | null;
  readonly values: CellArray | null;
}

/** What takes cells in. */
export interface CellSink {
  /** Adds the cells from `start` to `stop` as whole ones. */
  addWhole(row: number, cells: CellArray, start: number, stop: number): void;
  /** Adds the cells from `start` to `stop` of columns. */
  addMany(row: number, cells: CellColumns, start: number, stop: number): void;
}

/**
 * The values of the valid cells of many groups, for statistics that no sum can make: quantiles, the mode, lists. They
 * are sorted when a group is finished, so the order in which they come does not matter. Cells are in columns, whatever
 * their group: a million groups of a few cells each would be many millions of objects. They are put in the order of
 * their groups when the first one is asked for. Rows of others are referred to, not copied.
 */
export class KeptCells implements CellSink {
  readonly #whole = new GrowableCells();
  /** Of each piece of whole cells: its row, and where it ends. */
  readonly #pieceRows = new GrowableInt32(64);
  readonly #pieceStops = new GrowableInt32(64);
  readonly #values = new GrowableCells();
  readonly #coverage = new GrowableFloat64(64);
  readonly #weights = new GrowableFloat64(64);
  readonly #ids = new GrowableFloat64(64);
  readonly #cellRows = new GrowableInt32(64);
  readonly #others: KeptCells[] = [];
  /** Of each row of others: its row here, its place in #others, and its row there. */
  readonly #otherRows = new GrowableInt32(64);
  readonly #otherPlaces = new GrowableInt32(64);
  readonly #rowsThere = new GrowableInt32(64);
  #ordered: InOrder | null = null;

  addWhole(row: number, cells: CellArray, start: number, stop: number): void {
    if (start === stop) return;
    this.#ordered = null;
    this.#whole.append(cells, start, stop);
    this.#pieceRows.push(row);
    this.#pieceStops.push(this.#whole.length);
  }

  /**
   * Adds the cell at a place, known by itself; `weight` and `id` (row × width + column) are null where nothing needs
   * them: of all cells or of none.
   */
  addOne(
    row: number,
    cells: CellArray,
    place: number,
    coverage: number,
    weight: number | null,
    id: number | null,
  ): void {
    this.#ordered = null;
    this.#values.push(cells, place);
    this.#coverage.push(coverage);
    if (weight !== null) this.#weights.push(weight);
    if (id !== null) this.#ids.push(id);
    this.#cellRows.push(row);
  }

  addMany(row: number, { values, coverage, weights, ids }: CellColumns, start: number, stop: number): void {
    if (start === stop) return;
    this.#ordered = null;
    this.#values.append(values, start, stop);
    this.#coverage.append(coverage, start, stop);
    if (weights.length > 0) this.#weights.append(weights, start, stop);
    if (ids.length > 0) this.#ids.append(ids, start, stop);
    this.#cellRows.fill(row, stop - start);
  }

  /** Adds row `from` of `other`, which must not change any more, to row `into`; not a row to itself. */
  combine(into: number, other: KeptCells, from: number): void {
    this.#ordered = null;
    if (this.#others[this.#others.length - 1] !== other) this.#others.push(other);
    this.#otherRows.push(into);
    this.#otherPlaces.push(this.#others.length - 1);
    this.#rowsThere.push(from);
  }

  /** Adds the cells of a row to a row of others. */
  passOn(row: number, to: CellSink, into: number): void {
    const { pieces, pieceStops, whole, cells, columns, others, otherPlaces, rowsThere } = this.#order;
    for (let i = pieces.start(row); whole && i < pieces.start(row + 1); i++) {
      const piece = pieces.place(i);
      to.addWhole(into, whole, piece === 0 ? 0 : pieceStops[piece - 1], pieceStops[piece]);
    }
    const [start, stop] = [cells.start(row), cells.start(row + 1)];
    if (columns && cells.ascending) to.addMany(into, columns, start, stop);
    else if (columns) for (let i = start; i < stop; i++) to.addMany(into, columns, cells.place(i), cells.place(i) + 1);
    for (let i = others.start(row); i < others.start(row + 1); i++) {
      const place = others.place(i);
      this.#others[otherPlaces[place]].passOn(rowsThere[place], to, into);
    }
  }

  /** The cells of a row, or null where there are none. */
  row(row: number): KeptRow | null {
    const found = new RowOfCells();
    this.passOn(row, found, 0);
    return found.finish();
  }

  /** All cells of the rows 0 … `rows`. */
  byRow(rows: number): CellsByRow {
    const { pieces, pieceStops, cells, others } = this.#order;
    if (!pieces.ascending || !cells.ascending || others.length > 0) {
      const inOrder = new KeptCells();
      for (let row = 0; row < rows; row++) this.passOn(row, inOrder, row);
      return inOrder.byRow(rows);
    }
    const wholeCounts = new Int32Array(rows);
    const counts = new Int32Array(rows);
    let start = 0;
    this.#pieceRows.view.forEach((row, piece) => {
      wholeCounts[row] += pieceStops[piece] - start;
      start = pieceStops[piece];
    });
    for (const row of this.#cellRows.view) counts[row]++;
    return {
      wholeCounts,
      counts,
      whole: this.#whole.take(),
      values: this.#values.take(),
      coverage: this.#coverage.take(),
      weights: this.#weights.take(),
      ids: this.#ids.take(),
    };
  }

  get #order(): InOrder {
    if (this.#ordered) return this.#ordered;
    const values = this.#values.view;
    const [coverage, weights, ids] = [this.#coverage.view, this.#weights.view, this.#ids.view];
    this.#ordered = {
      pieces: new RowOrder(this.#pieceRows.view),
      pieceStops: this.#pieceStops.view,
      whole: this.#whole.view,
      cells: new RowOrder(this.#cellRows.view),
      columns: values && { values, coverage, weights, ids },
      others: new RowOrder(this.#otherRows.view),
      otherPlaces: this.#otherPlaces.view,
      rowsThere: this.#rowsThere.view,
    };
    return this.#ordered;
  }
}

/** What is kept, as it can be read by rows until more is added. */
interface InOrder {
  readonly pieces: RowOrder;
  readonly pieceStops: Int32Array;
  readonly whole: CellArray | null;
  readonly cells: RowOrder;
  readonly columns: CellColumns | null;
  readonly others: RowOrder;
  readonly otherPlaces: Int32Array;
  readonly rowsThere: Int32Array;
}

/** Takes the cells of one row in. */
class RowOfCells implements CellSink {
  readonly #whole: CellArray[] = [];
  readonly #parts: CellColumns[] = [];

  addWhole(_: number, cells: CellArray, start: number, stop: number): void {
    if (start < stop) this.#whole.push(cells.subarray(start, stop));
  }

  addMany(_: number, { values, coverage, weights, ids }: CellColumns, start: number, stop: number): void {
    if (start === stop) return;
    this.#parts.push({
      values: values.subarray(start, stop),
      coverage: coverage.subarray(start, stop),
      weights: weights.subarray(start, stop),
      ids: ids.subarray(start, stop),
    });
  }

  finish(): KeptRow | null {
    const [whole, parts] = [this.#whole, this.#parts];
    if (whole.length === 0 && parts.length === 0) return null;
    if (parts.length === 0) return { whole, partial: [], coverage: [], weights: [], ids: [] };
    const { values, coverage, weights, ids } = parts.length === 1 ? parts[0] : joinedColumns(parts);
    return { whole, partial: values, coverage, weights, ids };
  }
}

function joinedColumns(parts: readonly CellColumns[]): CellColumns {
  const column = (name: keyof CellColumns) => concat(parts.map((part) => part[name]));
  return {
    values: column("values"),
    coverage: column("coverage") as Float64Array,
    weights: column("weights") as Float64Array,
    ids: column("ids") as Float64Array,
  };
}

/** Places of a column in the order of the rows that they belong to. */
class RowOrder {
  /** Whether they are in that order as they are, as those of one block are. */
  readonly ascending: boolean;
  readonly length: number;
  readonly #places: Int32Array;
  readonly #starts: Int32Array;

  constructor(rows: Int32Array) {
    let last = -1;
    let ascending = true;
    for (let i = 0; i < rows.length; i++) {
      if (rows[i] < last) ascending = false;
      else last = rows[i];
    }
    const starts = new Int32Array(last + 3);
    for (let i = 0; i < rows.length; i++) starts[rows[i] + 2]++;
    for (let row = 2; row < starts.length; row++) starts[row] += starts[row - 1];
    this.#places = new Int32Array(ascending ? 0 : rows.length);
    this.length = rows.length;
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
    return row < this.#starts.length ? this.#starts[row] : this.length;
  }
}
