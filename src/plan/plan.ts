import type { Window } from "../grid/window.ts";
import { cellsInPart, placedCells } from "../mask/placing.ts";
import type { ZoneCells } from "../mask/zone-cells.ts";
import type { IndexRange } from "../source/source.ts";
import { cellsIn, meetChunks } from "./meet.ts";
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
  const zoneCells = (placedCells(cells)?.wholeCells ?? cellsIn(runs)) + cellsInPart(partial);
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
  const down = Math.ceil(lattice.height / chunkHeight);
  const across = Math.ceil(lattice.width / chunkWidth);
  const met =
    placedCells(cells)?.meet(cells, chunkHeight, chunkWidth, across, down) ??
    meetChunks(cells, chunkHeight, chunkWidth, across);
  return met.map(({ chunk, zones }) => ({
    window: chunkWindow(lattice, Math.floor(chunk / across), chunk % across, chunkHeight, chunkWidth),
    zones,
  }));
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
