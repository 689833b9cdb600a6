import { type CellColumns, type CellSink, type CellsByRow, KeptCells } from "./kept-cells.ts";
import { offsetsOf } from "./pieces.ts";

/** Cells that lie row after row as kept ones, to be combined into others or read; no cells can be added to them. */
export class CellsInRows extends KeptCells {
  readonly #cells: CellsByRow;
  readonly #columns: CellColumns | null;
  /** Where the cells of each row begin, once one is read. */
  #whole: Int32Array | null = null;
  #singles: Int32Array | null = null;

  constructor(cells: CellsByRow) {
    super();
    const { values, coverage, weights, ids } = cells;
    this.#cells = cells;
    this.#columns = values && { values, coverage, weights, ids };
  }

  override passOn(row: number, to: CellSink, into: number): void {
    const { whole, wholeCounts, counts } = this.#cells;
    if (whole) {
      this.#whole ??= offsetsOf(wholeCounts);
      to.addWhole(into, whole, this.#whole[row], this.#whole[row + 1]);
    }
    if (this.#columns) {
      this.#singles ??= offsetsOf(counts);
      to.addMany(into, this.#columns, this.#singles[row], this.#singles[row + 1]);
    }
  }

  override inColumns(): CellsByRow {
    return this.#cells;
  }
}
