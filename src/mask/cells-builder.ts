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

/** How often as much memory as is filled is asked for at most, and how many numbers more: pages mostly cost nothing until they are written to. */
const MOST_TIMES = 8;
const MOST_AHEAD = 2 ** 22;

/**
 * `ZoneCells` from pieces that end anywhere in a zone, each copied once to where it stays: memory that is fresh takes longer
 * than the copying.
 */
export class CellsBuilder {
  readonly #firstRow: Int32Array;
  readonly #rowOffsets: Int32Array;
  readonly #offsets: Int32Array;
  readonly #runOffsets = new Column<Int32Array>(Int32Array);
  readonly #starts = new Column<Int32Array>(Int32Array);
  readonly #stops = new Column<Int32Array>(Int32Array);
  readonly #rows = new Column<Int32Array>(Int32Array);
  readonly #columns = new Column<Int32Array>(Int32Array);
  readonly #coverage = new Column<Float64Array>(Float64Array);

  /** Zones that ended. */
  #ended = 0;

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
    this.#ended = zone + firstRows.length;
  }

  /** Copies them. */
  append({ runOffsets, starts, stops, rows, columns, coverage }: FoundCells): void {
    const zones = this.#firstRow.length;
    // If zones are like those that ended, and somewhat more.
    const times = this.#ended === zones ? 1 : Math.min((1.125 * zones) / this.#ended, MOST_TIMES);
    this.#runOffsets.push(runOffsets, times);
    this.#starts.push(starts, times);
    this.#stops.push(stops, times);
    this.#rows.push(rows, times);
    this.#columns.push(columns, times);
    this.#coverage.push(coverage, times);
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
    this.#runOffsets.push(Int32Array.of(this.runs), 1);
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

/** A column that grows. */
class Column<Numbers extends Int32Array | Float64Array> {
  readonly #create: new (
    length: number,
  ) => Numbers;
  #data: Numbers;
  length = 0;

  constructor(create: new (length: number) => Numbers) {
    this.#create = create;
    this.#data = new create(0);
  }

  /** @param times how often as many as there are then may be all */
  push(numbers: Numbers, times: number): void {
    const length = this.length + numbers.length;
    if (length > this.#data.length) this.#grow(Math.min(length * times, length + MOST_AHEAD));
    this.#data.set(numbers, this.length);
    this.length = length;
  }

  /** With a number to spare: the end of all offsets. */
  #grow(length: number): void {
    const grown = new this.#create(Math.ceil(Math.max(length, 1.5 * this.length)) + 1);
    grown.set(this.all());
    this.#data = grown;
  }

  at(index: number): number {
    return this.#data[index];
  }

  /** Keeps the first so many numbers. */
  cut(length: number): void {
    this.length = Math.min(this.length, length);
  }

  /** In a buffer that no other has, since it may be moved to another thread. */
  all(): Numbers {
    return this.#data.subarray(0, this.length) as Numbers;
  }
}
