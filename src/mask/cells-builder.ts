import { GrowableFloat64, GrowableInt32 } from "./growable.ts";
import type { ZoneCells } from "./zone-cells.ts";

/** Rows, runs and cells in part that follow on those before; `runOffsets` counts the runs of these. */
export interface FoundCells {
  readonly runOffsets: Int32Array;
  readonly starts: Int32Array;
  readonly stops: Int32Array;
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  readonly coverage: Float64Array;
}

/** `ZoneCells` from pieces that end anywhere in a zone. */
export class CellsBuilder {
  readonly #firstRow: Int32Array;
  readonly #rowOffsets: Int32Array;
  readonly #runOffsets = new GrowableInt32();
  readonly #starts = new GrowableInt32();
  readonly #stops = new GrowableInt32();
  readonly #offsets: Int32Array;
  readonly #rows = new GrowableInt32();
  readonly #columns = new GrowableInt32();
  readonly #coverage = new GrowableFloat64();

  constructor(zones: number) {
    this.#firstRow = new Int32Array(zones);
    this.#rowOffsets = new Int32Array(zones + 1);
    this.#offsets = new Int32Array(zones + 1);
  }

  /** The zones from `zone` on begin in these rows, and end behind so many rows and cells of what is appended next. */
  endZones(zone: number, firstRows: Int32Array, rowEnds: Int32Array, cellEnds: Int32Array): void {
    const [rows, cells] = [this.#runOffsets.length, this.#rows.length];
    for (let i = 0; i < firstRows.length; i++) {
      this.#firstRow[zone + i] = firstRows[i];
      this.#rowOffsets[zone + i + 1] = rows + rowEnds[i];
      this.#offsets[zone + i + 1] = cells + cellEnds[i];
    }
  }

  append({ runOffsets, starts, stops, rows, columns, coverage }: FoundCells): void {
    const runs = this.#starts.length;
    for (let i = 0; i < runOffsets.length; i++) this.#runOffsets.push(runs + runOffsets[i]);
    this.#starts.append(starts);
    this.#stops.append(stops);
    this.#rows.append(rows);
    this.#columns.append(columns);
    this.#coverage.append(coverage, 0, coverage.length);
  }

  /** Forgets what there is of a zone beyond those that ended. */
  rewind(zone: number): void {
    const row = this.#rowOffsets[zone];
    if (row < this.#runOffsets.length) {
      this.#starts.length = this.#stops.length = this.#runOffsets.view[row];
      this.#runOffsets.length = row;
    }
    this.#rows.length = this.#columns.length = this.#coverage.length = this.#offsets[zone];
  }

  /** A whole zone, the next one. */
  addZone(zone: number, { runs, partial }: ZoneCells): void {
    const { firstRow, rowOffsets, runOffsets, starts, stops } = runs;
    const cells = partial ?? NONE;
    this.endZones(zone, firstRow, rowOffsets.subarray(1), cells.offsets.subarray(1));
    this.append({ ...cells, runOffsets: runOffsets.subarray(0, rowOffsets[1]), starts, stops });
  }

  /** @param parts whether the rule knows parts */
  finish(parts: boolean): ZoneCells {
    this.#runOffsets.push(this.#starts.length);
    const [firstRow, rowOffsets, offsets] = [this.#firstRow, this.#rowOffsets, this.#offsets];
    const [runOffsets, starts, stops] = [this.#runOffsets, this.#starts, this.#stops].map((list) => list.take());
    const runs = { firstRow, rowOffsets, runOffsets, starts, stops };
    if (!parts) return { runs, partial: null };
    const [rows, columns, coverage] = [this.#rows.take(), this.#columns.take(), this.#coverage.take()];
    return { runs, partial: { offsets, rows, columns, coverage } };
  }
}

const NONE = {
  offsets: new Int32Array(2),
  rows: new Int32Array(),
  columns: new Int32Array(),
  coverage: new Float64Array(),
};
