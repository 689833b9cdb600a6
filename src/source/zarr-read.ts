import type { Window } from "../grid/window.ts";
import { allOrStop } from "./all-or-stop.ts";
import { createCells } from "./cells.ts";
import { cellCount } from "./copy-cells.ts";
import { readBox } from "./read-box.ts";
import type { IndexRange, LocatedBlock, Raster, Read, ReadOptions } from "./source.ts";
import type { Axes } from "./zarr-axes.ts";
import { coordinatesOf, copyPart, decodeZarrBlock, partOf, type ZarrBlock, type ZarrRecipe } from "./zarr-block.ts";
import type { ChunkReader } from "./zarr-chunks.ts";
import type { AlsoNodata } from "./zarr-values.ts";

/** More than a store reads at once, so that it never waits for a decoder; few enough to bound memory. */
const CHUNKS_AT_ONCE = 16;

/** What a read must know of its raster; cells that are of `alsoNodata` become `nodata`. */
export type ReadFrom = Pick<Raster, "name" | "grid" | "dimensions" | "dtype" | "nodata"> & {
  readonly alsoNodata: AlsoNodata | null;
};

/**
 * Reads windows of an array from its chunks: each chunk that the window meets is fetched and decoded once.
 * A window that is one chunk in C order is that chunk, uncopied; one within a chunk can be read without decoding it.
 */
export function createRead(raster: ReadFrom, chunks: ChunkReader, axes: Axes): Read {
  const { dtype, nodata, alsoNodata } = raster;
  const order = [...axes.others, axes.y, axes.x];
  const recipe: ZarrRecipe = { kind: "zarr", chunk: chunks.recipe, axes: order, dtype, nodata, alsoNodata };
  const chunkShape = order.map((axis) => recipe.chunk.shape[axis]);

  /** Without its bytes. */
  const blockOf = (window: Window, options?: ReadOptions): ZarrBlock | null => {
    options?.signal?.throwIfAborted();
    const box = readBox(raster, window, options);
    const places = chunkPlaces(box, chunkShape);
    return places.length === 1 ? { recipe, box, place: places[0], bytes: null } : null;
  };
  const encoded = async (window: Window, options?: ReadOptions): Promise<ZarrBlock | null> => {
    const block = blockOf(window, options);
    return block && { ...block, bytes: await chunks.fetch(coordinatesOf(recipe, block.place), options?.signal) };
  };
  const located = async (window: Window, options?: ReadOptions): Promise<LocatedBlock | null> => {
    const block = blockOf(window, options);
    const file = block && (await chunks.locate(coordinatesOf(recipe, block.place)));
    return file && { ...file, block };
  };

  const read = async (window: Window, options?: ReadOptions) => {
    const one = await encoded(window, options);
    if (one) {
      const block = await (options?.decode ?? decodeZarrBlock)(one);
      options?.signal?.throwIfAborted();
      return block;
    }
    const box = readBox(raster, window, options);
    const shape = box.map(([start, stop]) => stop - start);
    const data = createCells(dtype, cellCount(shape));
    // The store decides how many are under way; each is copied and let go as it comes.
    await allOrStop(chunkPlaces(box, chunkShape), CHUNKS_AT_ONCE, options?.signal, async (place, signal) => {
      const chunk = await chunks.read(coordinatesOf(recipe, place), signal);
      copyPart(partOf(recipe, place, chunk), chunkShape, box, data);
    });
    return { data, shape };
  };
  return Object.assign(read, { encoded, located, recipe });
}

/** The chunks that a box meets, in C order; none for an empty one. */
function chunkPlaces(box: readonly IndexRange[], chunkShape: readonly number[]): number[][] {
  let places: number[][] = [[]];
  box.forEach(([start, stop], axis) => {
    const first = Math.floor(start / chunkShape[axis]);
    const last = start < stop ? Math.ceil(stop / chunkShape[axis]) : first;
    const along = Array.from({ length: last - first }, (_, i) => first + i);
    places = places.flatMap((place) => along.map((at) => [...place, at]));
  });
  return places;
}
