import { GrowableFloat64, GrowableInt32 } from "../mask/growable.ts";
import type { CellArray } from "../source/source.ts";
import { gatherRows } from "./gather-rows.ts";
import { GrowableCells } from "./growable-cells.ts";
import { rowsFrom } from "./partial.ts";
import { Pieces } from "./pieces.ts";
import { RowOfCells } from "./row-of-cells.ts";
import { RowOrder } from "./row-order.ts";
import type { Tabulated } from "./tabulate.ts";

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
  /** Where whole cells of each row, and those known one by one, begin, and where the last ones end. */
  readonly wholeOffsets: Int32Array;
  readonly offsets: Int32Array;
  readonly whole: CellArray | null;
  readonly values: CellArray | null;
}

/** Rows of others. */
interface OtherRows {
  /** Their places in the order of their rows here. */
  readonly order: RowOrder;
  /** Of each its place among the others, and its row there. */
  readonly places: Int32Array;
  readonly rowsThere: Int32Array;
  /** What was given of each of the others; null where one has other cells. */
  readonly cells: readonly CellsByRow[] | null;
}

/** Rows of others whose cells lie row after row. */
export type References = OtherRows & { readonly cells: readonly CellsByRow[] };

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
export class KeptCells {
  /** All there is, where it came row after row. */
  readonly given: CellsByRow | null = null;
  // Memory is taken as cells come: of most blocks there are few of these columns.
  readonly #whole = new GrowableCells();
  readonly #wholePieces = new Pieces();
  readonly #values = new GrowableCells();
  readonly #coverage = new GrowableFloat64(0);
  readonly #weights = new GrowableFloat64(0);
  readonly #ids = new GrowableFloat64(0);
  readonly #pieces = new Pieces();
  readonly #others: KeptCells[] = [];
  /** Of each row of others: its row here, its place in #others, and its row there. */
  readonly #otherRows = new GrowableInt32(0);
  readonly #otherPlaces = new GrowableInt32(0);
  readonly #rowsThere = new GrowableInt32(0);
  /** What is there until more is added. */
  #wholeCells: CellArray | null = null;
  #columns: CellColumns | null = null;
  #ofOthers: OtherRows | null = null;

  addWhole(row: number, cells: CellArray, start: number, stop: number): void {
    this.#whole.append(cells, start, stop);
    this.#endWhole(row);
  }

  /** Adds whole cells that lie behind each other, `counts` of them to a row each. */
  addColumn(rows: Int32Array, cells: CellArray, counts: Float64Array): void {
    const start = this.#whole.length;
    this.#wholeCells = null;
    this.#whole.append(cells, 0, this.#wholePieces.endAll(rows, counts, start) - start);
  }

  /** Where the next whole cells go, of which there is room for so many. */
  roomFor(like: CellArray, most: number): CellArray {
    return this.#whole.reserve(this.#whole.length + most, like);
  }

  /** Whole cells that there are. */
  get whole(): number {
    return this.#whole.length;
  }

  /** Whole cells up to a place, which are in the room that was asked for, are of this row. */
  endPiece(row: number, stop: number): void {
    this.#whole.length = stop;
    this.#endWhole(row);
  }

  #endWhole(row: number): void {
    this.#wholeCells = null;
    this.#wholePieces.end(row, this.#whole.length);
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
    this.#values.push(cells, place);
    this.#coverage.push(coverage);
    if (weight !== null) this.#weights.push(weight);
    if (id !== null) this.#ids.push(id);
    this.#endCells(row);
  }

  /** Adds the cells at places[0 … n), of which nothing but their coverage need be known. */
  addPlaces(row: number, cells: CellArray, places: Int32Array, coverage: Float64Array, n: number): void {
    this.#values.appendPlaces(cells, places, n);
    this.#coverage.append(coverage, 0, n);
    this.#endCells(row);
  }

  /** Adds cells that lie behind each other, `counts` of them to a row each, none where that is below 0. @param like of their type */
  addCovered(
    rows: Int32Array,
    counts: Float64Array,
    values: Float64Array,
    coverage: Float64Array,
    like: CellArray,
  ): void {
    const start = this.#values.length;
    this.#values.append(values, 0, values.length, like);
    this.#coverage.append(coverage, 0, coverage.length);
    this.#columns = null;
    this.#pieces.endAll(rows, counts, start);
  }

  #endCells(row: number): void {
    this.#columns = null;
    this.#pieces.end(row, this.#values.length);
  }

  /** Adds row `from` of `other`, which must not change any more, to row `into`; not a row to itself. */
  combine(into: number, other: KeptCells, from: number): void {
    this.#ofOthers = null;
    if (this.#others[this.#others.length - 1] !== other) this.#others.push(other);
    this.#otherRows.push(into);
    this.#otherPlaces.push(this.#others.length - 1);
    this.#rowsThere.push(from);
  }

  /** Adds the cells of a row to a row of others. */
  passOn(row: number, to: CellSink, into: number): void {
    if (this.#wholePieces.length > 0) this.#passWhole(row, to, into);
    if (this.#pieces.length > 0) this.#passCells(row, to, into);
    if (this.#others.length > 0) this.#passOthers(row, to, into);
  }

  #passWhole(row: number, to: CellSink, into: number): void {
    if (this.#wholeCells === null) this.#wholeCells = this.#whole.view as CellArray;
    const pieces = this.#wholePieces;
    const { order } = pieces;
    const end = order.start(row + 1);
    for (let i = order.start(row); i < end; i++) {
      const piece = order.place(i);
      to.addWhole(into, this.#wholeCells, pieces.start(piece), pieces.stop(piece));
    }
  }

  #passCells(row: number, to: CellSink, into: number): void {
    if (this.#columns === null) this.#columns = this.#columnsNow();
    const pieces = this.#pieces;
    const { order } = pieces;
    const end = order.start(row + 1);
    for (let i = order.start(row); i < end; i++) {
      const piece = order.place(i);
      to.addMany(into, this.#columns, pieces.start(piece), pieces.stop(piece));
    }
  }

  #columnsNow(): CellColumns {
    const values = this.#values.view as CellArray;
    return { values, coverage: this.#coverage.view, weights: this.#weights.view, ids: this.#ids.view };
  }

  #passOthers(row: number, to: CellSink, into: number): void {
    if (this.#ofOthers === null) this.#ofOthers = this.#ofOthersNow();
    const { order, places, rowsThere } = this.#ofOthers;
    for (let i = order.start(row); i < order.start(row + 1); i++) {
      const place = order.place(i);
      this.#others[places[place]].passOn(rowsThere[place], to, into);
    }
  }

  #ofOthersNow(): OtherRows {
    const order = new RowOrder(this.#otherRows.view);
    const given = this.#others.flatMap((other) => other.given ?? []);
    const cells = given.length === this.#others.length ? given : null;
    return { order, places: this.#otherPlaces.view, rowsThere: this.#rowsThere.view, cells };
  }

  /** What it refers to, where that is all that there is, and lies row after row. */
  get references(): References | null {
    if (this.#others.length === 0 || this.#wholePieces.length + this.#pieces.length > 0) return null;
    this.#ofOthers ??= this.#ofOthersNow();
    return this.#ofOthers.cells && (this.#ofOthers as References);
  }

  /** The cells of a row by value, where that is all that is kept of them, until another row is asked for. */
  table(_row: number): Tabulated | null {
    return null;
  }

  /** Whether such tables are all that is kept. */
  get isTabled(): boolean {
    return false;
  }

  /** The cells of a row, or null where there are none. */
  row(row: number): KeptRow | null {
    const found = new RowOfCells();
    this.passOn(row, found, 0);
    return found.finish();
  }

  /** Leaves the memory of its cells to others: none of them, and nothing that refers to them, may be read any more. */
  recycle(): void {
    this.#whole.recycle();
    this.#values.recycle();
  }

  /** All cells of the rows 0 … `rows`, to be given away: nothing may be added any more. */
  byRow(rows: number): CellsByRow {
    const cells = this.inColumns(rows);
    if (cells === null) return gatherRows(this, rowsFrom(0, rows), rowsFrom(0, rows), rows);
    const { whole, values, coverage, weights, ids } = cells;
    return {
      ...cells,
      whole: whole && owned(whole),
      values: values && owned(values),
      coverage: owned(coverage),
      weights: owned(weights),
      ids: owned(ids),
    };
  }

  /** The same where they are, until more are added; null where they do not lie row after row. */
  inColumns(rows: number): CellsByRow | null {
    if (!this.#wholePieces.order.ascending || !this.#pieces.order.ascending || this.#others.length > 0) return null;
    return {
      wholeOffsets: this.#wholePieces.offsets(rows),
      offsets: this.#pieces.offsets(rows),
      whole: this.#whole.view,
      values: this.#values.view,
      coverage: this.#coverage.view,
      weights: this.#weights.view,
      ids: this.#ids.view,
    };
  }
}

/** An array that has its buffer to itself. */
function owned<Column extends CellArray>(column: Column): Column {
  return (column.byteLength === column.buffer.byteLength ? column : column.slice()) as Column;
}
