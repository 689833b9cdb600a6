import { concat } from "../source/concat.ts";
import type { ZoneCells } from "./zone-cells.ts";

/** Rows, runs and cells in part that follow on those before; `runOffsets` counts the runs of all. */
export interface FoundCells {
  readonly runOffsets: Int32Array;
  readonly starts: Int32Array;
  readonly stops: Int32Array;
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  readonly coverage: Float64Array;
}

/**
 * `ZoneCells` from pieces that end anywhere in a zone: kept as they come, and put together when all are there. Each copy of
 * all takes as long as its memory is fresh, which is longer than the copying.
 */
export class CellsBuilder {
  readonly #firstRow: Int32Array;
  readonly #rowOffsets: Int32Array;
  readonly #offsets: Int32Array;
  readonly #runOffsets = new Pieces<Int32Array>(new Int32Array());
  readonly #starts = new Pieces<Int32Array>(new Int32Array());
  readonly #stops = new Pieces<Int32Array>(new Int32Array());
  readonly #rows = new Pieces<Int32Array>(new Int32Array());
  readonly #columns = new Pieces<Int32Array>(new Int32Array());
  readonly #coverage = new Pieces<Float64Array>(new Float64Array());

  constructor(zones: number) {
    this.#firstRow = new Int32Array(zones);
    this.#rowOffsets = new Int32Array(zones + 1);
    this.#offsets = new Int32Array(zones + 1);
  }

  /** Rows, runs and cells in part that there are. */
  get rows(): number {
    return this.#runOffsets.length;
  }

  get runs(): number {
    return this.#starts.length;
  }

  get cells(): number {
    return this.#rows.length;
  }

  /** The zones from `zone` on begin in these rows, and end behind so many rows and cells of all. */
  endZones(zone: number, firstRows: Int32Array, rowEnds: Int32Array, cellEnds: Int32Array): void {
    this.#firstRow.set(firstRows, zone);
    this.#rowOffsets.set(rowEnds, zone + 1);
    this.#offsets.set(cellEnds, zone + 1);
  }

  /** Keeps them, so they must not change any more. */
  append({ runOffsets, starts, stops, rows, columns, coverage }: FoundCells): void {
    this.#runOffsets.push(runOffsets);
    this.#starts.push(starts);
    this.#stops.push(stops);
    this.#rows.push(rows);
    this.#columns.push(columns);
    this.#coverage.push(coverage);
  }

  /** Forgets what there is of a zone beyond those that ended. */
  rewind(zone: number): void {
    const row = this.#rowOffsets[zone];
    if (row < this.rows) {
      const runs = this.#runOffsets.at(row);
      this.#starts.cut(runs);
      this.#stops.cut(runs);
      this.#runOffsets.cut(row);
    }
    const cells = this.#offsets[zone];
    this.#rows.cut(cells);
    this.#columns.cut(cells);
    this.#coverage.cut(cells);
  }

  /** A whole zone, the next one. */
  addZone(zone: number, { runs: { firstRow, rowOffsets, runOffsets, starts, stops }, partial }: ZoneCells): void {
    const { rows, runs, cells } = this;
    const inPart = partial ?? NONE;
    this.endZones(zone, firstRow, Int32Array.of(rows + rowOffsets[1]), Int32Array.of(cells + inPart.offsets[1]));
    const ofRows = runOffsets.subarray(0, rowOffsets[1]).map((offset) => runs + offset);
    this.append({ ...inPart, runOffsets: ofRows, starts, stops });
  }

  /** @param parts whether the rule knows parts */
  finish(parts: boolean): ZoneCells {
    this.#runOffsets.push(Int32Array.of(this.runs));
    const [firstRow, rowOffsets, offsets] = [this.#firstRow, this.#rowOffsets, this.#offsets];
    const [runOffsets, starts, stops] = [this.#runOffsets.all(), this.#starts.all(), this.#stops.all()];
    const runs = { firstRow, rowOffsets, runOffsets, starts, stops };
    if (!parts) return { runs, partial: null };
    const [rows, columns, coverage] = [this.#rows.all(), this.#columns.all(), this.#coverage.all()];
    return { runs, partial: { offsets, rows, columns, coverage } };
  }
}

const NONE = {
  offsets: new Int32Array(2),
  rows: new Int32Array(),
  columns: new Int32Array(),
  coverage: new Float64Array(),
};

/** A column in pieces. */
class Pieces<Column extends Int32Array | Float64Array> {
  /** The first one is empty, the others are not. */
  readonly #pieces: Column[];
  length = 0;

  /** @param none of no numbers */
  constructor(none: Column) {
    this.#pieces = [none];
  }

  push(piece: Column): void {
    if (piece.length === 0) return;
    this.#pieces.push(piece);
    this.length += piece.length;
  }

  at(index: number): number {
    let [piece, end] = [this.#pieces.length, this.length];
    while (end > index) end -= this.#pieces[--piece].length;
    return this.#pieces[piece][index - end];
  }

  /** Keeps the first so many numbers. */
  cut(length: number): void {
    while (this.length > length) {
      const last = this.#pieces.pop() as Column;
      this.length -= last.length;
      if (this.length < length) this.push(last.subarray(0, length - this.length) as Column);
    }
  }

  /** In a buffer of its own, since it may be moved to another thread. */
  all(): Column {
    const last = this.#pieces[this.#pieces.length - 1];
    const fills = last.length === this.length && last.byteLength === last.buffer.byteLength;
    return fills ? last : concat(this.#pieces);
  }
}
