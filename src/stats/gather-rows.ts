import { copyInto, GrowableInt32 } from "../mask/growable.ts";
import type { CellArray } from "../source/source.ts";
import type { CellColumns, CellSink, CellsByRow, KeptCells } from "./kept-cells.ts";

/**
 * The cells of some rows as other rows, of `length` in all, in buffers of their own: what is to be copied is found first, so
 * that each cell is copied once, in one loop.
 * @param into ascending
 */
export function gatherRows(
  kept: KeptCells,
  rows: ArrayLike<number>,
  into: ArrayLike<number>,
  length: number,
): CellsByRow {
  const whole = new PiecesOfRows(length);
  const singles = new PiecesOfRows(length);
  const columns: CellColumns[] = [];
  const sink: CellSink = {
    addWhole: (row, cells, start, stop) => {
      whole.add(row, cells, start, stop);
    },
    addMany: (row, cells, start, stop) => {
      if (singles.add(row, cells.values, start, stop)) columns.push(cells);
    },
  };
  for (let i = 0; i < rows.length; i++) kept.passOn(rows[i], sink, into[i]);
  const column = (name: "coverage" | "weights" | "ids") => {
    const from = columns.map((cells) => cells[name]);
    return (from.length > 0 && from[0].length > 0 ? singles.copy(from) : new Float64Array(0)) as Float64Array;
  };
  return {
    wholeCounts: whole.counts,
    counts: singles.counts,
    whole: whole.copy(),
    values: singles.copy(),
    coverage: column("coverage"),
    weights: column("weights"),
    ids: column("ids"),
  };
}

/** Which cells of some arrays are of which row. */
class PiecesOfRows {
  readonly counts: Int32Array;
  readonly #from: CellArray[] = [];
  /** Of each piece its start and its stop. */
  readonly #places = new GrowableInt32(64);
  #cells = 0;

  constructor(rows: number) {
    this.counts = new Int32Array(rows);
  }

  /** @returns whether there are any */
  add(row: number, cells: CellArray, start: number, stop: number): boolean {
    if (start === stop) return false;
    this.counts[row] += stop - start;
    this.#cells += stop - start;
    this.#from.push(cells);
    this.#places.push(start);
    this.#places.push(stop);
    return true;
  }

  /** Those places of other arrays, else of theirs; null where there are none. */
  copy(from = this.#from): CellArray | null {
    if (from.length === 0) return null;
    const Cells = from[0].constructor as new (length: number) => CellArray;
    const copied = new Cells(this.#cells);
    copyPieces(copied, from, this.#places.view);
    return copied;
  }
}

function copyPieces(to: CellArray, from: readonly CellArray[], places: Int32Array): void {
  let at = 0;
  for (let i = 0; i < from.length; i++) {
    copyInto(to, at, from[i], places[2 * i], places[2 * i + 1]);
    at += places[2 * i + 1] - places[2 * i];
  }
}
