import type { Window } from "../grid/window.ts";
import { GrowableFloat64, GrowableInt32 } from "./growable.ts";
import type { Mask } from "./mask.ts";
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

/** Made once a mask, however many blocks use it. */
export function clippedMask(mask: Mask): ClippedMask {
  let clipped = known.get(mask);
  if (!clipped) {
    clipped = clip(mask);
    known.set(mask, clipped);
  }
  return clipped;
}

function clip({ window, zones, runs, partial }: Mask): ClippedMask {
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
  const [rows, columns, coverage] = [new GrowableInt32(), new GrowableInt32(), new GrowableFloat64()];
  for (let zone = 0; zone < zones.length; zone++) {
    const [first, stop] = cellsInRows(partial, zones[zone], window);
    for (let i = first; i < stop; i++) {
      const column = partial.columns[i] - window.column;
      if (column < 0 || column >= window.width) continue;
      rows.push(partial.rows[i] - window.row);
      columns.push(column);
      coverage.push(partial.coverage[i]);
    }
    offsets[zone + 1] = rows.length;
  }
  return { offsets, rows: rows.take(), columns: columns.take(), coverage: coverage.take() };
}

/** The zone's cells in the window's rows, by halves: they are in order of rows. */
function cellsInRows({ offsets, rows }: PartialCells, zone: number, window: Window): [number, number] {
  const [start, stop] = [offsets[zone], offsets[zone + 1]];
  const first = firstFrom(rows, start, stop, window.row);
  return [first, firstFrom(rows, first, stop, window.row + window.height)];
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
