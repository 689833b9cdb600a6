import type { BlockTask, SpatialTask } from "./plan.ts";

/** How much there is to do, for estimates of how long it takes: numbers over all slices unless they say otherwise. */
export interface Work {
  /** Blocks to reduce. */
  readonly steps: number;
  /** Decoded bytes. */
  readonly bytes: number;
  /** Cells inside zones. */
  readonly cells: number;
  /** Pairs of a zone and a slice of a block. */
  readonly parts: number;
  /** Cells inside zones, and pairs of a zone and a spatial chunk: masks are made once for all slices. */
  readonly maskCells: number;
  readonly maskParts: number;
}

/** @param maskCells cells inside zones, of one slice */
export function workOf(
  tasks: readonly SpatialTask[],
  blocks: readonly BlockTask[],
  maskCells: number,
  bytesPerCell: number,
): Work {
  let slices = 0;
  for (const block of blocks) slices += block.slices.length;
  let area = 0;
  let maskParts = 0;
  for (const { window, zones } of tasks) {
    area += window.height * window.width;
    maskParts += zones.length;
  }
  return {
    steps: tasks.length * blocks.length,
    bytes: area * slices * bytesPerCell,
    cells: maskCells * slices,
    parts: maskParts * slices,
    maskCells,
    maskParts,
  };
}
