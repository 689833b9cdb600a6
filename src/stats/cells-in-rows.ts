import { type CellColumns, type CellSink, type CellsByRow, KeptCells } from "./kept-cells.ts";
import { offsetsOf } from "./pieces.ts";

/** Cells that lie row after row as kept ones, to be combined into others or read; no cells can be added to them. */
export class CellsInRows extends KeptCells {
  readonly #cells: CellsByRow;
  readonly #columns: CellColumns | null;
  readonly #whole: Int32Array;
  readonly #singles: Int32Array;

  constructor(cells: CellsByRow) {
    super();
    const { wholeCounts, counts, values, coverage, weights, ids } = cells;
    this.#cells = cells;
    this.#columns = values && { values, coverage, weights, ids };
    this.#whole = offsetsOf(wholeCounts);
    this.#singles = offsetsOf(counts);
  }

  override passOn(row: number, to: CellSink, into: number): void {
    const { whole } = this.#cells;
    if (whole) to.addWhole(into, whole, this.#whole[row], this.#whole[row + 1]);
    if (this.#columns) to.addMany(into, this.#columns, this.#singles[row], this.#singles[row + 1]);
  }

  override inColumns(): CellsByRow {
    return this.#cells;
  }
}
