import type { Window } from "../grid/window.ts";
import type { PixelZones } from "../zones/zones.ts";
import { RowCrossings } from "./crossings.ts";
import { GrowableInt32 } from "./growable.ts";

/**
 * The cells of every zone by the rule `center`, as runs of columns: exact, and of a size ∝ boundary, not area.
 * Both backends take their verdicts from here, so their masks cannot differ.
 */
export interface Runs {
  /** Zone z has the rows firstRow[z] … firstRow[z] + rowOffsets[z + 1] − rowOffsets[z] of the grid. */
  readonly firstRow: Int32Array;
  readonly rowOffsets: Int32Array;
  /** Row entry r has the runs runOffsets[r] … runOffsets[r + 1], ascending, none of which overlap; by `fraction` they may touch. */
  readonly runOffsets: Int32Array;
  /** Run i covers the columns [starts[i], stops[i]). */
  readonly starts: Int32Array;
  readonly stops: Int32Array;
}

/** Runs of all zones in the rows firstRow … stopRow of a grid. Cost ∝ crossings of edges with rows. */
export function zoneRuns(zones: PixelZones, stopRow: number, width: number, firstRow = 0): Runs {
  const builder = new RunsBuilder(zones.length);
  const crossings = new RowCrossings();
  const { coordinates, ringOffsets, polygonOffsets, zoneOffsets } = zones.rings;
  for (let zone = 0; zone < zones.length; zone++) {
    const firstPolygon = zoneOffsets[zone];
    const lastPolygon = zoneOffsets[zone + 1];
    for (let polygon = firstPolygon; polygon < lastPolygon; polygon++) {
      const [ringStart, ringStop] = [polygonOffsets[polygon], polygonOffsets[polygon + 1]];
      crossings.collect(coordinates, ringOffsets, ringStart, ringStop, firstRow, stopRow, width);
      if (lastPolygon - firstPolygon === 1) builder.addSingle(zone, crossings);
      else builder.addPart(crossings);
    }
    if (lastPolygon - firstPolygon > 1) builder.finishParts(zone);
    builder.finishZone(zone);
  }
  return builder.finish();
}

/** Fills `Runs` zone by zone and row by row. */
export class RunsBuilder {
  #firstRow: Int32Array;
  #rowOffsets: Int32Array;
  #runOffsets = new GrowableInt32();
  #starts = new GrowableInt32();
  #stops = new GrowableInt32();
  /** Runs of the parts of a MultiPolygon, by row, as start, stop pairs: united by `finishParts`. */
  #parts = new Map<number, number[]>();

  constructor(zones: number) {
    this.#firstRow = new Int32Array(zones);
    this.#rowOffsets = new Int32Array(zones + 1);
  }

  startZone(zone: number, firstRow: number): void {
    this.#firstRow[zone] = firstRow;
  }

  /** The zone's next row; then `addRun` from left to right. */
  startRow(): void {
    this.#runOffsets.push(this.#starts.length);
  }

  /** Columns start … stop of the row, if any; apart from those before. */
  addRun(start: number, stop: number): void {
    if (start >= stop) return;
    this.#starts.push(start);
    this.#stops.push(stop);
  }

  addSingle(zone: number, crossings: RowCrossings): void {
    this.#firstRow[zone] = crossings.firstRow;
    const { columns, rows } = crossings;
    for (let row = 0; row < rows; row++) {
      this.startRow();
      const stop = crossings.offset(row + 1);
      for (let i = crossings.offset(row); i + 1 < stop; i += 2) {
        const start = columns[i];
        while (i + 2 < stop && columns[i + 2] === columns[i + 1]) i += 2;
        this.addRun(start, columns[i + 1]);
      }
    }
  }

  addPart(crossings: RowCrossings): void {
    const { columns, rows } = crossings;
    for (let row = 0; row < rows; row++) {
      const key = crossings.firstRow + row;
      const runs = this.#parts.get(key) ?? [];
      this.#parts.set(key, runs);
      for (let i = crossings.offset(row); i + 1 < crossings.offset(row + 1); i += 2) {
        if (columns[i] < columns[i + 1]) runs.push(columns[i], columns[i + 1]);
      }
    }
  }

  /** Columns start … stop of a row, in whatever order; may overlap others. */
  addPartRun(row: number, start: number, stop: number): void {
    const runs = this.#parts.get(row);
    if (runs) runs.push(start, stop);
    else this.#parts.set(row, [start, stop]);
  }

  finishParts(zone: number): void {
    if (this.#parts.size === 0) return;
    let first = Infinity;
    let last = -Infinity;
    for (const row of this.#parts.keys()) {
      if (row < first) first = row;
      if (row > last) last = row;
    }
    this.#firstRow[zone] = first;
    for (let row = first; row <= last; row++) {
      this.startRow();
      const runs = this.#parts.get(row);
      if (runs) this.#appendUnion(runs);
    }
    this.#parts.clear();
  }

  finishZone(zone: number): void {
    this.#rowOffsets[zone + 1] = this.#runOffsets.length;
  }

  finish(): Runs {
    this.#runOffsets.push(this.#starts.length);
    return {
      firstRow: this.#firstRow,
      rowOffsets: this.#rowOffsets,
      runOffsets: this.#runOffsets.take(),
      starts: this.#starts.take(),
      stops: this.#stops.take(),
    };
  }

  #appendUnion(runs: number[]): void {
    const order = Array.from({ length: runs.length / 2 }, (_, i) => i).sort((a, b) => runs[2 * a] - runs[2 * b]);
    let start = 0;
    let stop = 0;
    for (const i of order) {
      if (runs[2 * i] > stop) {
        this.addRun(start, stop);
        start = runs[2 * i];
        stop = runs[2 * i + 1];
      } else if (runs[2 * i + 1] > stop) {
        if (start === stop) start = runs[2 * i];
        stop = runs[2 * i + 1];
      }
    }
    this.addRun(start, stop);
  }
}

/** Runs of a zone, or of several, clipped to a window, relative to it: row, start, stop triples. Grows and is reused. */
export class ClippedRuns {
  data = new Int32Array(3 * 256);
  /** Triples in `data`. */
  length = 0;
  cells = 0;

  clip(runs: Runs, zone: number, window: Window): this {
    this.length = 0;
    this.cells = 0;
    return this.append(runs, zone, window);
  }

  /** The same, behind the runs that are there already. */
  append(runs: Runs, zone: number, window: Window): this {
    const { rowOffsets, runOffsets } = runs;
    // Row r of the grid is the zone's entry r + shift.
    const shift = rowOffsets[zone] - runs.firstRow[zone];
    const first = Math.max(window.row + shift, rowOffsets[zone]);
    const stop = Math.min(window.row + window.height + shift, rowOffsets[zone + 1]);
    if (first >= stop) return this;
    const from = 3 * this.length;
    // Those of the rows may be many more than are in the window, where each takes a column at least.
    const most = from + 3 * Math.min(runOffsets[stop] - runOffsets[first], (stop - first) * window.width);
    if (most > this.data.length) this.#grow(most);
    const end = clipRows(runs, first, stop, shift + window.row, window, this.data, from);
    this.cells += cellsOf(this.data, from, end);
    this.length = end / 3;
    return this;
  }

  #grow(least: number): void {
    const grown = new Int32Array(Math.max(least, 2 * this.data.length));
    grown.set(this.data);
    this.data = grown;
  }
}

/** Puts the runs of the row entries first … stop into `data` from `at` on, which has room; `top` is the window's first entry. Gives their end. */
function clipRows(
  { starts, stops, runOffsets }: Runs,
  first: number,
  stop: number,
  top: number,
  { column, width }: Window,
  data: Int32Array,
  at: number,
): number {
  for (let entry = first; entry < stop; entry++) {
    const end = runOffsets[entry + 1];
    let run = runOffsets[entry];
    if (run < end && stops[run] <= column) run = firstRunEndingAfter(stops, run, end, column);
    for (; run < end && starts[run] < column + width; run++) {
      data[at] = entry - top;
      data[at + 1] = Math.max(starts[run] - column, 0);
      data[at + 2] = Math.min(stops[run] - column, width);
      at += 3;
    }
  }
  return at;
}

function cellsOf(triples: Int32Array, from: number, end: number): number {
  let cells = 0;
  for (let i = from; i < end; i += 3) cells += triples[i + 2] - triples[i + 1];
  return cells;
}

/** First of the runs start … stop that ends right of a column; `stop` where none does. */
export function firstRunEndingAfter(stops: Int32Array, start: number, stop: number, column: number): number {
  let low = start;
  let high = stop;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (stops[middle] <= column) low = middle + 1;
    else high = middle;
  }
  return low;
}
