import type { Window } from "../grid/window.ts";
import type { Mask } from "./mask.ts";
import { placedCells } from "./placing.ts";
import { ClippedRuns } from "./runs.ts";
import type { PartialCells } from "./zone-cells.ts";

/** What of a mask is in its window: plain data, all that the CPU's kernels need, on whatever thread. */
export interface ClippedMask {
  readonly window: Window;
  /** Zones, numbered from 0 in the order of the mask's `zones`. */
  readonly zones: number;
  /** Cells that belong to zones whole: row, start, stop triples, relative to the window. */
  readonly runs: Int32Array;
  /** Zone z has the triples offsets[z] … offsets[z + 1]. */
  readonly offsets: Int32Array;
  /** Cells in all runs. */
  readonly cells: number;
  /** Cells that zones cover in part, relative to the window; null for rules that know no parts. */
  readonly partial: PartialCells | null;
}

const known = new WeakMap<Mask, ClippedMask>();

/** Made once a mask, however many blocks use it; again where its buffers were moved to a worker. */
export function clippedMask(mask: Mask): ClippedMask {
  let clipped = known.get(mask);
  if (!clipped || clipped.offsets.length === 0) {
    clipped = placedCells(mask)?.clip(mask) ?? clip(mask);
    known.set(mask, clipped);
  }
  return clipped;
}

/** The same in JavaScript as wasm/masks.ts. */
export function clip({ window, zones, runs, partial }: Mask): ClippedMask {
  const clipped = new ClippedRuns();
  const offsets = new Int32Array(zones.length + 1);
  for (let zone = 0; zone < zones.length; zone++) offsets[zone + 1] = clipped.append(runs, zones[zone], window).length;
  return {
    window,
    zones: zones.length,
    runs: clipped.data.slice(0, 3 * clipped.length),
    offsets,
    cells: clipped.cells,
    partial: partial && clipPartial(partial, zones, window),
  };
}

function clipPartial(partial: PartialCells, zones: Uint32Array, window: Window): PartialCells {
  const offsets = new Int32Array(zones.length + 1);
  const firsts = new Int32Array(zones.length);
  for (let zone = 0; zone < zones.length; zone++) {
    firsts[zone] = firstInRows(partial, zones[zone], window.row);
    const stop = firstInRows(partial, zones[zone], window.row + window.height);
    offsets[zone + 1] = offsets[zone] + countInColumns(partial.columns, firsts[zone], stop, window);
  }
  const cells = offsets[zones.length];
  const clipped: PartialCells = {
    offsets,
    rows: new Int32Array(cells),
    columns: new Int32Array(cells),
    coverage: new Float64Array(cells),
  };
  for (let zone = 0; zone < zones.length; zone++) copyCells(partial, firsts[zone], window, clipped, zone);
  return clipped;
}

function countInColumns(columns: Int32Array, first: number, stop: number, { column, width }: Window): number {
  let count = 0;
  for (let i = first; i < stop; i++) if (columns[i] >= column && columns[i] < column + width) count++;
  return count;
}

/** Of the cells from `first` on those in the window's columns, as many as there is room for the zone. */
function copyCells(
  { rows, columns, coverage }: PartialCells,
  first: number,
  { row, column, width }: Window,
  clipped: PartialCells,
  zone: number,
): void {
  const end = clipped.offsets[zone + 1];
  for (let i = first, at = clipped.offsets[zone]; at < end; i++) {
    const place = columns[i] - column;
    if (place < 0 || place >= width) continue;
    clipped.rows[at] = rows[i] - row;
    clipped.columns[at] = place;
    clipped.coverage[at] = coverage[i];
    at++;
  }
}

/** The first of a zone's cells in a row or further down, by halves: they are in order of rows. */
function firstInRows({ offsets, rows }: PartialCells, zone: number, row: number): number {
  return firstFrom(rows, offsets[zone], offsets[zone + 1], row);
}

/** The first of ascending rows, from one place to another, that is not less than one; `stop` where all are. */
export function firstFrom(rows: Int32Array, start: number, stop: number, row: number): number {
  let low = start;
  let high = stop;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows[middle] < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
