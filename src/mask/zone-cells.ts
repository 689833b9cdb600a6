import type { PixelZones } from "../zones/zones.ts";
import { CoverageSweep } from "./coverage.ts";
import { EdgeRows } from "./edge-rows.ts";
import { GrowableFloat64, GrowableInt32 } from "./growable.ts";
import { type Runs, RunsBuilder, zoneRuns } from "./runs.ts";
import { type Stretch, touchedStretches } from "./touched.ts";

/** Which cells belong to a zone: those whose centre does; those that it touches; those that it covers, in part too. */
export type Rule = "center" | "touched" | "fraction";

export const rules: readonly Rule[] = ["center", "touched", "fraction"];

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

/** The cells of every zone by a rule. Cost ∝ boundary. */
export function zoneCells(zones: PixelZones, height: number, width: number, rule: Rule): ZoneCells {
  const centers = zoneRuns(zones, height, width);
  if (rule === "center") return { runs: centers, partial: null };
  return new BoundaryCells(zones, height, width, centers, rule).collect();
}

/** Takes the verdicts on centres, which hold for all cells that no boundary passes through, and mends the rest. */
class BoundaryCells {
  readonly #zones: PixelZones;
  readonly #height: number;
  readonly #width: number;
  readonly #centers: Runs;
  readonly #rule: Rule;
  readonly #edges = new EdgeRows();
  readonly #sweep = new CoverageSweep();
  readonly #runs: RunsBuilder;
  readonly #offsets: Int32Array;
  readonly #rows = new GrowableInt32();
  readonly #columns = new GrowableInt32();
  readonly #coverage = new GrowableFloat64();

  constructor(zones: PixelZones, height: number, width: number, centers: Runs, rule: Rule) {
    this.#zones = zones;
    this.#height = height;
    this.#width = width;
    this.#centers = centers;
    this.#rule = rule;
    this.#runs = new RunsBuilder(zones.length);
    this.#offsets = new Int32Array(zones.length + 1);
  }

  collect(): ZoneCells {
    for (let zone = 0; zone < this.#zones.length; zone++) {
      this.#edges.collect(this.#zones.rings, zone, this.#height);
      this.#runs.startZone(zone, this.#edges.firstRow);
      const parts = this.#zones.rings.zoneOffsets[zone + 1] - this.#zones.rings.zoneOffsets[zone];
      for (let index = 0; index < this.#edges.rows; index++) {
        const stretches = touchedStretches(this.#edges, index);
        const centers = this.#centerRuns(zone, this.#edges.firstRow + index);
        if (this.#rule === "touched") this.#runs.addRow(united(centers, stretches, this.#width));
        else {
          this.#runs.addRow(without(centers, stretches));
          this.#addPartial(index, stretches, parts);
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

  /** start, stop, start, stop … of a row. */
  #centerRuns(zone: number, row: number): number[] {
    const { firstRow, rowOffsets, runOffsets, starts, stops } = this.#centers;
    const entry = rowOffsets[zone] + row - firstRow[zone];
    const found: number[] = [];
    if (entry < rowOffsets[zone] || entry >= rowOffsets[zone + 1]) return found;
    for (let run = runOffsets[entry]; run < runOffsets[entry + 1]; run++) found.push(starts[run], stops[run]);
    return found;
  }

  #addPartial(index: number, stretches: readonly Stretch[], parts: number): void {
    const row = this.#edges.firstRow + index;
    const left = new Uint8Array(parts);
    for (const stretch of stretches) {
      if (stretch.start >= this.#width) break;
      if (stretch.stop > Math.max(0, stretch.start)) {
        this.#sweep.sweep(this.#edges, row, stretch, left, this.#width);
        const first = Math.max(0, stretch.start);
        for (let column = first; column < Math.min(this.#width, stretch.stop); column++) {
          const coverage = this.#sweep.coverage[column - first];
          if (coverage === 0) continue;
          this.#rows.push(row);
          this.#columns.push(column);
          this.#coverage.push(coverage);
        }
      }
      for (const edge of stretch.edges) {
        const [y0, y1] = [this.#edges.ends[4 * edge + 1], this.#edges.ends[4 * edge + 3]];
        if (y0 <= row + 0.5 && row + 0.5 < y1) left[this.#edges.parts[edge]] ^= 1;
      }
    }
  }
}

/** Runs and stretches of a row as one list of runs; start, stop, start, stop … */
function united(runs: readonly number[], stretches: readonly Stretch[], width: number): number[] {
  const all: [number, number][] = [];
  for (let i = 0; i < runs.length; i += 2) all.push([runs[i], runs[i + 1]]);
  for (const { start, stop } of stretches) {
    const [from, to] = [Math.max(0, start), Math.min(width, stop)];
    if (from < to) all.push([from, to]);
  }
  all.sort(([a], [b]) => a - b);
  const merged: number[] = [];
  for (const [start, stop] of all) {
    if (merged.length > 0 && start <= (merged.at(-1) ?? 0)) {
      merged[merged.length - 1] = Math.max(merged[merged.length - 1], stop);
    } else merged.push(start, stop);
  }
  return merged;
}

/** What of the runs no stretch takes. */
function without(runs: readonly number[], stretches: readonly Stretch[]): number[] {
  const left: number[] = [];
  for (let i = 0; i < runs.length; i += 2) {
    let start = runs[i];
    for (const stretch of stretches) {
      if (stretch.stop <= start) continue;
      if (stretch.start >= runs[i + 1]) break;
      if (stretch.start > start) left.push(start, stretch.start);
      start = Math.max(start, stretch.stop);
    }
    if (start < runs[i + 1]) left.push(start, runs[i + 1]);
  }
  return left;
}
