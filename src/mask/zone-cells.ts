import type { PixelZones } from "../zones/zones.ts";
import { CoverageSweep, type Inside, toggle } from "./coverage.ts";
import { EdgeRows } from "./edge-rows.ts";
import { GrowableFloat64, GrowableInt32 } from "./growable.ts";
import type { Rule } from "./rule.ts";
import { type Runs, RunsBuilder, zoneRuns } from "./runs.ts";
import { Sections } from "./sections.ts";
import { Stretches } from "./touched.ts";

/** Cells that a zone covers in part, zone after zone, from the top row down and from left to right. */
export interface PartialCells {
  /** Zone z has the cells offsets[z] … offsets[z + 1]. */
  readonly offsets: Int32Array;
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  /** Covered fraction, in (0, 1]. */
  readonly coverage: Float64Array;
}

export interface ZoneCells {
  /** Cells that belong to a zone whole. */
  readonly runs: Runs;
  /** The rest; null for rules that know no parts. */
  readonly partial: PartialCells | null;
}

/** The cells of every zone by a rule, in the rows firstRow … stopRow of a grid. Cost ∝ boundary in these. */
export function zoneCells(zones: PixelZones, stopRow: number, width: number, rule: Rule, firstRow = 0): ZoneCells {
  const centers = zoneRuns(zones, stopRow, width, firstRow);
  if (rule === "center") return { runs: centers, partial: null };
  return new BoundaryCells(zones, width, centers, rule).collect(firstRow, stopRow);
}

/** Takes the verdicts on centres, which hold for all cells that no boundary passes through, and mends the rest. */
class BoundaryCells {
  readonly #zones: PixelZones;
  readonly #width: number;
  readonly #centers: Runs;
  readonly #rule: Rule;
  readonly #edges = new EdgeRows();
  readonly #stretches: Stretches;
  readonly #sections = new Sections();
  readonly #sweep = new CoverageSweep();
  readonly #runs: RunsBuilder;
  readonly #offsets: Int32Array;
  readonly #rows = new GrowableInt32();
  readonly #columns = new GrowableInt32();
  readonly #coverage = new GrowableFloat64();

  constructor(zones: PixelZones, width: number, centers: Runs, rule: Rule) {
    this.#zones = zones;
    this.#width = width;
    this.#centers = centers;
    this.#rule = rule;
    this.#stretches = new Stretches(rule === "touched");
    this.#runs = new RunsBuilder(zones.length);
    this.#offsets = new Int32Array(zones.length + 1);
  }

  collect(firstRow: number, stopRow: number): ZoneCells {
    const { zoneOffsets } = this.#zones.rings;
    for (let zone = 0; zone < this.#zones.length; zone++) {
      this.#edges.collect(this.#zones.rings, zone, firstRow, stopRow);
      this.#sweep.beginZone(zone);
      this.#runs.startZone(zone, this.#edges.firstRow);
      const left = { parity: new Uint8Array(zoneOffsets[zone + 1] - zoneOffsets[zone]), covering: 0 };
      for (let index = 0; index < this.#edges.rows; index++) {
        this.#stretches.collect(this.#edges, index);
        this.#runs.startRow();
        const entry = this.#centerEntry(zone, this.#edges.firstRow + index);
        if (this.#rule === "touched") this.#addUnited(entry);
        else {
          this.#addBetween(entry);
          this.#addPartial(index, left);
        }
      }
      this.#runs.finishZone(zone);
      this.#offsets[zone + 1] = this.#rows.length;
    }
    const runs = this.#runs.finish();
    if (this.#rule === "touched") return { runs, partial: null };
    const [rows, columns, coverage] = [this.#rows.take(), this.#columns.take(), this.#coverage.take()];
    return { runs, partial: { offsets: this.#offsets, rows, columns, coverage } };
  }

  /** Where the runs of centres have a row of a zone; −1 where they do not. */
  #centerEntry(zone: number, row: number): number {
    const { firstRow, rowOffsets } = this.#centers;
    const entry = rowOffsets[zone] + row - firstRow[zone];
    return entry >= rowOffsets[zone] && entry < rowOffsets[zone + 1] ? entry : -1;
  }

  /** Runs and stretches of a row as one list of runs: both ascend, so that the next is the first of either. */
  #addUnited(entry: number): void {
    const { starts, stops, runOffsets } = this.#centers;
    const stretches = this.#stretches;
    const first = entry < 0 ? 0 : runOffsets[entry];
    const end = entry < 0 ? 0 : runOffsets[entry + 1];
    let start = 0;
    let stop = 0;
    for (let run = first, stretch = 0; run < end || stretch < stretches.length; ) {
      const isRun = stretch === stretches.length || (run < end && starts[run] < stretches.starts[stretch]);
      const nextStart = isRun ? starts[run] : Math.max(0, stretches.starts[stretch]);
      const nextStop = isRun ? stops[run++] : Math.min(this.#width, stretches.stops[stretch++]);
      if (nextStart >= nextStop) continue;
      if (nextStart > stop) {
        this.#runs.addRun(start, stop);
        start = nextStart;
      }
      stop = Math.max(stop, nextStop);
    }
    this.#runs.addRun(start, stop);
  }

  /** What of the runs no stretch takes. */
  #addBetween(entry: number): void {
    if (entry < 0) return;
    const { starts, stops, runOffsets } = this.#centers;
    const stretches = this.#stretches;
    let stretch = 0;
    for (let run = runOffsets[entry]; run < runOffsets[entry + 1]; run++) {
      let start = starts[run];
      while (stretch < stretches.length && stretches.stops[stretch] <= start) stretch++;
      for (; stretch < stretches.length && stretches.starts[stretch] < stops[run]; stretch++) {
        this.#runs.addRun(start, stretches.starts[stretch]);
        start = Math.max(start, stretches.stops[stretch]);
        if (start >= stops[run]) break;
      }
      this.#runs.addRun(start, stops[run]);
    }
  }

  /** @param left covers nothing before, nor after */
  #addPartial(index: number, left: Inside): void {
    const row = this.#edges.firstRow + index;
    const { starts, length } = this.#stretches;
    for (let stretch = 0; stretch < length && starts[stretch] < this.#width; stretch++) {
      this.#sections.begin(this.#stretches, stretch);
      while (this.#sections.next(this.#edges, row, this.#stretches, stretch)) this.#addSection(row, left);
      this.#pass(stretch, row + 0.5, left);
    }
    // Edges beyond the grid's right side would have ended it.
    if (left.covering > 0) left.parity.fill(0);
    left.covering = 0;
  }

  #addSection(row: number, left: Inside): void {
    this.#sweep.sweep(this.#edges, row, this.#sections, left, this.#width);
    const first = Math.max(0, this.#sections.firstColumn);
    const stop = Math.min(this.#width, this.#sections.stopColumn);
    for (let column = first; column < stop; column++) {
      const coverage = this.#sweep.coverage[column - first];
      if (coverage === 0) continue;
      this.#rows.push(row);
      this.#columns.push(column);
      this.#coverage.push(coverage);
    }
  }

  /** To the right of a stretch: its edges that meet the middle of the row are passed. */
  #pass(stretch: number, middle: number, left: Inside): void {
    const { ends, parts } = this.#edges;
    const { edges, edgeOffsets } = this.#stretches;
    for (let i = edgeOffsets[stretch]; i < edgeOffsets[stretch + 1]; i++) {
      const edge = edges[i];
      if (ends[4 * edge + 1] <= middle && middle < ends[4 * edge + 3]) toggle(left, parts[edge]);
    }
  }
}
