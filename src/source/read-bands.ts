import type { Window } from "../grid/window.ts";
import { createCells } from "./cells.ts";
import { cellCount } from "./copy-cells.ts";
import type { Block, IndexRange, Raster, ReadOptions } from "./source.ts";

/**
 * A window of several indices of one dimension, each as a block of its own; those that lie in one chunk are read at once,
 * so that each chunk is decoded once.
 * @param ranges of `options`: of the other dimensions
 */
export async function readBands(
  raster: Raster,
  axis: number,
  indices: readonly number[],
  window: Window,
  options: ReadOptions,
): Promise<Block[]> {
  const others = options.ranges ?? raster.dimensions.filter((_, i) => i !== axis).map(({ size }) => [0, size] as const);
  const ranges = (range: IndexRange) => [...others.slice(0, axis), range, ...others.slice(axis)];
  const chunkOf = (index: number) => Math.floor(index / raster.chunkShape[axis]);
  const reads = new Map<number, { readonly start: number; readonly block: Promise<Block> }>();
  for (const chunk of new Set(indices.map(chunkOf))) {
    const within = indices.filter((index) => chunkOf(index) === chunk);
    const start = Math.min(...within);
    const block = raster.read(window, { ...options, ranges: ranges([start, Math.max(...within) + 1]) });
    reads.set(chunk, { start, block });
  }
  await Promise.all([...reads.values()].map(({ block }) => block));
  return Promise.all(
    indices.map(async (index) => {
      const { start, block } = reads.get(chunkOf(index)) as { start: number; block: Promise<Block> };
      return sliceOf(await block, axis, index - start, raster);
    }),
  );
}

/** One index of an axis, which keeps the length 1. */
function sliceOf({ data, shape }: Block, axis: number, index: number, { dtype }: Raster): Block {
  if (shape[axis] === 1) return { data, shape };
  const outer = cellCount(shape.slice(0, axis));
  const inner = cellCount(shape.slice(axis + 1));
  const slice = createCells(dtype, outer * inner) as Uint8Array;
  const cells = data as Uint8Array;
  for (let i = 0; i < outer; i++) {
    const from = (i * shape[axis] + index) * inner;
    slice.set(cells.subarray(from, from + inner), i * inner);
  }
  return { data: slice, shape: shape.map((length, i) => (i === axis ? 1 : length)) };
}
