import { FEW, GrowableInt32 } from "../mask/growable.ts";
import type { CellArray } from "../source/source.ts";
import type { CellColumns, CellSink, CellsByRow, KeptCells, References } from "./kept-cells.ts";
import { addedUp } from "./pieces.ts";

/** What pieces are of: columns by name. */
type Source = Partial<Readonly<Record<"whole" | keyof CellColumns, CellArray | null>>>;

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
  const { references } = kept;
  const { whole, singles } = references
    ? piecesOfOthers(references, rows, into, length)
    : piecesPassedOn(kept, rows, into, length);
  const column = (name: "coverage" | "weights" | "ids") => (singles.copy(name) ?? new Float64Array(0)) as Float64Array;
  return {
    wholeOffsets: whole.offsets(),
    offsets: singles.offsets(),
    whole: whole.copy("whole"),
    values: singles.copy("values"),
    coverage: column("coverage"),
    weights: column("weights"),
    ids: column("ids"),
  };
}

interface Found {
  readonly whole: PiecesOfRows;
  readonly singles: PiecesOfRows;
}

/** Of rows that are small mostly calls would take longer than copies. */
function piecesOfOthers(
  references: References,
  rows: ArrayLike<number>,
  into: ArrayLike<number>,
  length: number,
): Found {
  const { order, cells, places, rowsThere } = references;
  const found = { whole: new PiecesOfRows(length, cells), singles: new PiecesOfRows(length, cells) };
  for (let i = 0; i < rows.length; i++) {
    const end = order.start(rows[i] + 1);
    for (let at = order.start(rows[i]); at < end; at++) {
      const place = order.place(at);
      const { wholeOffsets, offsets } = cells[places[place]];
      const row = rowsThere[place];
      found.whole.add(into[i], places[place], wholeOffsets[row], wholeOffsets[row + 1]);
      found.singles.add(into[i], places[place], offsets[row], offsets[row + 1]);
    }
  }
  return found;
}

function piecesPassedOn(kept: KeptCells, rows: ArrayLike<number>, into: ArrayLike<number>, length: number): Found {
  const wholes: Source[] = [];
  const columns: Source[] = [];
  const found = { whole: new PiecesOfRows(length, wholes), singles: new PiecesOfRows(length, columns) };
  const sink: CellSink = {
    addWhole: (row, whole, start, stop) => {
      if (wholes[wholes.length - 1]?.whole !== whole) wholes.push({ whole });
      found.whole.add(row, wholes.length - 1, start, stop);
    },
    addMany: (row, cells, start, stop) => {
      if (columns[columns.length - 1] !== cells) columns.push(cells);
      found.singles.add(row, columns.length - 1, start, stop);
    },
  };
  for (let i = 0; i < rows.length; i++) kept.passOn(rows[i], sink, into[i]);
  return found;
}

/** Which cells of some columns are of which row. */
class PiecesOfRows {
  /** Of each row, behind a 0, how many cells it has. */
  readonly #counts: Int32Array;
  readonly #sources: readonly Source[];
  /** Of each piece its place among the sources, its start and its stop. */
  readonly #pieces = new GrowableInt32(64);
  #cells = 0;

  constructor(rows: number, sources: readonly Source[]) {
    this.#counts = new Int32Array(rows + 1);
    this.#sources = sources;
  }

  add(row: number, source: number, start: number, stop: number): void {
    if (start === stop) return;
    this.#counts[row + 1] += stop - start;
    this.#cells += stop - start;
    this.#pieces.push(source);
    this.#pieces.push(start);
    this.#pieces.push(stop);
  }

  /** Where the cells of each row begin, and where the last ones end; nothing may be added any more. */
  offsets(): Int32Array {
    return addedUp(this.#counts);
  }

  /** Those cells of a column; null where there are none. */
  copy(name: keyof Source): CellArray | null {
    const pieces = this.#pieces.view;
    const first = pieces.length > 0 ? this.#sources[pieces[0]][name] : null;
    if (!first || first.length === 0) return null;
    const Cells = first.constructor as new (length: number) => CellArray;
    const copied = new Cells(this.#cells);
    copyPieces(copied, this.#sources, name, pieces);
    return copied;
  }
}

/** In a loop that others use, too, each cell would take many times as long, since arrays are of ten kinds. */
function copyPieces(to: CellArray, sources: readonly Source[], name: keyof Source, pieces: Int32Array): void {
  const copied = to as Float64Array; // one name for the ten kinds
  let at = 0;
  for (let i = 0; i < pieces.length; i += 3) {
    const cells = sources[pieces[i]][name] as Float64Array;
    const start = pieces[i + 1];
    const stop = pieces[i + 2];
    if (stop - start > FEW) copied.set(cells.subarray(start, stop), at);
    else for (let j = start; j < stop; j++) copied[at + j - start] = cells[j];
    at += stop - start;
  }
}
