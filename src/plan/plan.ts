import type { Window } from "../grid/window.ts";
import type { Runs } from "../mask/runs.ts";
import type { PartialCells, ZoneCells } from "../mask/zone-cells.ts";
import type { IndexRange } from "../source/source.ts";
import type { SelectedDimension } from "./selected.ts";
import { type Work, workOf } from "./work.ts";

/** One spatial chunk with the zones that have a cell in it. */
export interface SpatialTask {
  readonly window: Window;
  /** Row numbers of zones, ascending. */
  readonly zones: Uint32Array;
}

/** One chunk along the non-spatial dimensions, or the part of it that is selected. */
export interface BlockTask {
  readonly ranges: readonly IndexRange[];
  /** For each slice of the block, in C order, its slice in the result. */
  readonly slices: Uint32Array;
}

/** Which chunks × which zones: pure data. Every spatial task is read with every block. */
export interface Plan {
  readonly tasks: readonly SpatialTask[];
  readonly blocks: readonly BlockTask[];
  /** Rows of the result for each zone. */
  readonly slices: number;
  /** Chunks to read. */
  readonly chunks: number;
  /** Cells inside zones, over all slices. */
  readonly cells: number;
  /** Decoded bytes of the largest block. */
  readonly blockBytes: number;
  readonly work: Work;
}

/** The lattice of chunks that a raster is stored in. */
export interface ChunkLattice {
  readonly height: number;
  readonly width: number;
  /** One a non-spatial dimension, then rows, then columns. */
  readonly chunkShape: readonly number[];
  readonly bytesPerCell: number;
}

export function planZonal(lattice: ChunkLattice, cells: ZoneCells, selected: readonly SelectedDimension[]): Plan {
  const chunkHeight = lattice.chunkShape[selected.length];
  const chunkWidth = lattice.chunkShape[selected.length + 1];
  const { runs, partial } = cells;
  const tasks = spatialTasks(lattice, cells, chunkHeight, chunkWidth);
  const blocks = blockTasks(lattice.chunkShape, selected);
  const slices = selected.reduce((product, { range }) => product * (range[1] - range[0]), 1);
  const zoneCells = cellsIn(runs) + (partial?.rows.length ?? 0);
  const largest = tasks.reduce((most, { window }) => Math.max(most, window.height * window.width), 0);
  const mostSlices = blocks.reduce((most, block) => Math.max(most, block.slices.length), 0);
  return {
    tasks,
    blocks,
    slices,
    chunks: tasks.length * blocks.length,
    cells: zoneCells * slices,
    blockBytes: largest * mostSlices * lattice.bytesPerCell,
    work: workOf(tasks, blocks, zoneCells, lattice.bytesPerCell),
  };
}

function spatialTasks(lattice: ChunkLattice, cells: ZoneCells, chunkHeight: number, chunkWidth: number): SpatialTask[] {
  const across = Math.ceil(lattice.width / chunkWidth);
  const met: ZonesByChunk = new Map();
  for (let zone = 0; zone < cells.runs.firstRow.length; zone++) {
    meetRuns(cells.runs, zone, chunkHeight, chunkWidth, across, met);
    if (cells.partial) meetPartial(cells.partial, zone, chunkHeight, chunkWidth, across, met);
  }
  return [...met]
    .sort(([a], [b]) => a - b)
    .map(([chunk, zones]) => ({
      window: chunkWindow(lattice, Math.floor(chunk / across), chunk % across, chunkHeight, chunkWidth),
      zones: new Uint32Array(zones),
    }));
}

function cellsIn({ starts, stops }: Runs): number {
  let cells = 0;
  for (let run = 0; run < starts.length; run++) cells += stops[run] - starts[run];
  return cells;
}

/** Chunks, numbered row by row, and the zones that have a cell there, ascending. */
type ZonesByChunk = Map<number, number[]>;

function meet(met: ZonesByChunk, chunk: number, zone: number): void {
  const zones = met.get(chunk);
  if (zones === undefined) met.set(chunk, [zone]);
  else if (zones[zones.length - 1] !== zone) zones.push(zone);
}

/** Notes the chunks that a zone's runs meet: mostly all of them are in one. */
function meetRuns(
  { firstRow, rowOffsets, runOffsets, starts, stops }: Runs,
  zone: number,
  chunkHeight: number,
  chunkWidth: number,
  across: number,
  met: ZonesByChunk,
): void {
  const shift = rowOffsets[zone] - firstRow[zone];
  const stop = rowOffsets[zone + 1];
  for (let entry = rowOffsets[zone], bottom = 0; entry < stop; entry = bottom) {
    const chunkRow = Math.floor((entry - shift) / chunkHeight);
    bottom = Math.min(stop, (chunkRow + 1) * chunkHeight + shift);
    const end = runOffsets[bottom];
    for (let run = runOffsets[entry]; run < end; ) {
      const last = Math.floor((stops[run] - 1) / chunkWidth);
      for (let column = Math.floor(starts[run] / chunkWidth); column <= last; column++) {
        meet(met, chunkRow * across + column, zone);
      }
      run = firstRunBeyond(starts, stops, run + 1, end, last * chunkWidth, (last + 1) * chunkWidth);
    }
  }
}

/** The first of the runs from one to another that is not within columns; `end` where all are. */
function firstRunBeyond(
  starts: Int32Array,
  stops: Int32Array,
  from: number,
  end: number,
  left: number,
  right: number,
): number {
  let run = from;
  while (run < end && starts[run] >= left && stops[run] <= right) run++;
  return run;
}

/** The same of its cells in part. */
function meetPartial(
  { offsets, rows, columns }: PartialCells,
  zone: number,
  chunkHeight: number,
  chunkWidth: number,
  across: number,
  met: ZonesByChunk,
): void {
  const end = offsets[zone + 1];
  for (let i = offsets[zone]; i < end; ) {
    const chunkRow = Math.floor(rows[i] / chunkHeight);
    const chunkColumn = Math.floor(columns[i] / chunkWidth);
    meet(met, chunkRow * across + chunkColumn, zone);
    const left = chunkColumn * chunkWidth;
    i = firstCellBeyond(rows, columns, i, end, (chunkRow + 1) * chunkHeight, left, left + chunkWidth);
  }
}

/** The first of the cells from one to another, by rows, that is not within columns, or is beyond a row. */
function firstCellBeyond(
  rows: Int32Array,
  columns: Int32Array,
  from: number,
  end: number,
  bottom: number,
  left: number,
  right: number,
): number {
  let cell = from;
  while (cell < end && rows[cell] < bottom && columns[cell] >= left && columns[cell] < right) cell++;
  return cell;
}

function chunkWindow(
  lattice: ChunkLattice,
  chunkRow: number,
  chunkColumn: number,
  chunkHeight: number,
  chunkWidth: number,
): Window {
  const row = chunkRow * chunkHeight;
  const column = chunkColumn * chunkWidth;
  return {
    row,
    column,
    height: Math.min(chunkHeight, lattice.height - row),
    width: Math.min(chunkWidth, lattice.width - column),
  };
}

/** All chunks along the non-spatial dimensions, cut to the selection; one block with no ranges where there are none. */
function blockTasks(chunkShape: readonly number[], selected: readonly SelectedDimension[]): BlockTask[] {
  let blocks: BlockTask[] = [{ ranges: [], slices: Uint32Array.of(0) }];
  selected.forEach(({ range }, d) => {
    const length = range[1] - range[0];
    blocks = blocks.flatMap((block) => {
      const next: BlockTask[] = [];
      for (let start = range[0]; start < range[1]; ) {
        const stop = Math.min(range[1], (Math.floor(start / chunkShape[d]) + 1) * chunkShape[d]);
        const steps = stop - start;
        const slices = new Uint32Array(block.slices.length * steps);
        block.slices.forEach((slice, i) => {
          for (let step = 0; step < steps; step++) {
            slices[i * steps + step] = slice * length + (start - range[0]) + step;
          }
        });
        next.push({ ranges: [...block.ranges, [start, stop]], slices });
        start = stop;
      }
      return next;
    });
  });
  return blocks;
}
