import { type CellColumns, type CellSink, type CellsByRow, KeptCells } from "./kept-cells.ts";

/** Cells that lie row after row as kept ones, to be combined into others or read; no cells can be added to them. */
export class CellsInRows extends KeptCells {
  override readonly given: CellsByRow;
  readonly #columns: CellColumns | null;

  constructor(cells: CellsByRow) {
    super();
    const { values, coverage, weights, ids } = cells;
    this.given = cells;
    this.#columns = values && { values, coverage, weights, ids };
  }

  override passOn(row: number, to: CellSink, into: number): void {
    const { whole, wholeOffsets, offsets } = this.given;
    if (whole) to.addWhole(into, whole, wholeOffsets[row], wholeOffsets[row + 1]);
    if (this.#columns) to.addMany(into, this.#columns, offsets[row], offsets[row + 1]);
  }

  override inColumns(): CellsByRow {
    return this.given;
  }
}
