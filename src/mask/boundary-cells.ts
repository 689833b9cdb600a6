import type { PixelZones, Rings } from "../zones/zones.ts";
import { CoverageSweep, type Inside, toggle } from "./coverage.ts";
import { EDGE } from "./edge-record.ts";
import { PartialBuilder } from "./partial-builder.ts";
import { RowEdges } from "./row-edges.ts";
import type { GridRows, Rule } from "./rule.ts";
import { RunsBuilder } from "./runs.ts";
import { Sections } from "./sections.ts";
import type { ZoneCells } from "./zone-cells.ts";

const { BEGIN, END, LEFT, PART, RIGHT } = EDGE;

/**
 * Stays: with the last object of a class V8 forgets what it has compiled for it, which it would compile anew for the next
 * zones that come to a worker.
 */
let lasting: BoundaryCells | null = null;
const none: PixelZones = {
  length: 0,
  rings: {
    coordinates: new Float64Array(),
    ringOffsets: new Uint32Array(1),
    polygonOffsets: new Uint32Array(1),
    zoneOffsets: new Uint32Array(1),
  },
  bounds: new Float64Array(),
};

/**
 * The cells of the zones first … stop by the rules `touched` and `fraction`, for all that wasm/coverage.ts, its twin to the
 * bit, does not do.
 */
export function boundaryCells(
  zones: PixelZones,
  { firstRow, stopRow, width }: GridRows,
  rule: Rule,
  first = 0,
  stop = zones.length,
): ZoneCells {
  if (lasting === null) lasting = new BoundaryCells(none, 0, 0, 0, false);
  return new BoundaryCells(zones, first, stop, width, rule === "touched").collect(firstRow, stopRow);
}

/**
 * Row after row, from left to right: stretches are columns that the boundary passes through without a gap; between two
 * of them all cells are alike, in the zone or not, as their centres are.
 */
class BoundaryCells {
  readonly #zones: PixelZones;
  readonly #first: number;
  readonly #stop: number;
  readonly #width: number;
  readonly #touched: boolean;
  readonly #edges: RowEdges;
  readonly #sections = new Sections();
  readonly #sweep = new CoverageSweep();
  readonly #runs: RunsBuilder;
  readonly #partial: PartialBuilder;
  readonly #left: Inside;
  /** Columns that are in the zone whole, but not yet in the runs. */
  #runStart = 0;
  #runStop = 0;

  constructor(zones: PixelZones, first: number, stop: number, width: number, touched: boolean) {
    this.#zones = zones;
    this.#first = first;
    this.#stop = stop;
    this.#width = width;
    this.#touched = touched;
    this.#edges = new RowEdges(touched);
    this.#left = { parity: new Uint8Array(mostPolygons(zones.rings, first, stop)), covering: 0 };
    this.#runs = new RunsBuilder(stop - first);
    this.#partial = new PartialBuilder(stop - first);
  }

  collect(firstRow: number, stopRow: number): ZoneCells {
    for (let zone = this.#first; zone < this.#stop; zone++) this.#addZone(zone, firstRow, stopRow);
    return { runs: this.#runs.finish(), partial: this.#touched ? null : this.#partial.finish() };
  }

  #addZone(zone: number, firstRow: number, stopRow: number): void {
    const edges = this.#edges;
    const own = zone - this.#first;
    edges.collect(this.#zones.rings, zone, firstRow, stopRow);
    this.#sweep.beginZone(zone);
    this.#runs.startZone(own, edges.firstRow);
    const stop = edges.firstRow + edges.rows;
    for (let row = edges.firstRow; row < stop; row++) {
      edges.enter(row);
      this.#runs.startRow();
      this.#addRow(row);
    }
    this.#runs.finishZone(own);
    this.#partial.finishZone(own);
  }

  #addRow(row: number): void {
    const { edges, records, count } = this.#edges;
    const left = this.#left;
    const width = this.#width;
    let between = 0;
    for (let from = 0, to = 0; from < count && between < width; from = to) {
      const start = records[edges[from] + LEFT] | 0;
      let stop = start;
      for (; to < count && records[edges[to] + LEFT] <= stop; to++) {
        stop = Math.max(stop, records[edges[to] + RIGHT] | 0);
      }
      if (left.covering > 0) this.#addWhole(between, start);
      if (this.#touched) this.#addWhole(start, stop);
      else if (start < width) this.#addStretch(row, from, to, start, stop);
      this.#pass(from, to);
      between = stop;
    }
    this.#runs.addRun(this.#runStart, this.#runStop);
    this.#runStart = this.#runStop = 0;
    // Edges beyond the grid's right side would have ended it.
    if (left.covering > 0) left.parity.fill(0);
    left.covering = 0;
  }

  /** Columns start … stop, into which the edges from … to of the row reach. */
  #addStretch(row: number, from: number, to: number, start: number, stop: number): void {
    const edges = this.#edges;
    const sections = this.#sections;
    sections.begin(from, to, start, stop);
    while (sections.next(edges)) {
      this.#sweep.sweep(edges.records, row, sections, this.#left, this.#width, this.#partial);
    }
  }

  /** Columns that are in the zone whole; by `touched` those that follow on each other are one run. */
  #addWhole(start: number, stop: number): void {
    const first = Math.max(0, start);
    const end = Math.min(this.#width, stop);
    if (first >= end) return;
    if (first > this.#runStop || !this.#touched) {
      this.#runs.addRun(this.#runStart, this.#runStop);
      this.#runStart = first;
    }
    this.#runStop = Math.max(this.#runStop, end);
  }

  /** To the right of a stretch: its edges that meet the middle of the row are passed. */
  #pass(from: number, to: number): void {
    const { edges, records } = this.#edges;
    for (let i = from; i < to; i++) {
      const edge = edges[i];
      if (records[edge + BEGIN] <= 0.5 && 0.5 < records[edge + END]) toggle(this.#left, records[edge + PART]);
    }
  }
}

/** Polygons of the zone that has most. */
function mostPolygons({ zoneOffsets }: Rings, first: number, stop: number): number {
  let most = 0;
  for (let zone = first; zone < stop; zone++) most = Math.max(most, zoneOffsets[zone + 1] - zoneOffsets[zone]);
  return most;
}
