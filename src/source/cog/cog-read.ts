import type { Window } from "../../grid/window.ts";
import { allOrStop } from "../all-or-stop.ts";
import { bytesPerCell } from "../dtype.ts";
import { chunkBoxes, readBox } from "../read-box.ts";
import type { IndexRange, Raster, Read, ReadOptions } from "../source.ts";
import { blankPiece, createCanvas, finishCanvas, paintPiece, wholeBox } from "./paint.ts";
import { decodeTiffBlock, type TiffBlock, type TiffRecipe } from "./tiff-block.ts";
import { fetchPieces, type TileSource, tilesIn } from "./tiles.ts";

/** Chunks of so many bytes, once decoded, are fetched together, since they mostly lie side by side. */
const BATCH_BYTES = 2 ** 25;
/** One is decoded while the next is fetched. */
const BATCHES_AT_ONCE = 2;
/** Some decoders work on threads of their own. */
const PIECES_AT_ONCE = 8;

/** Whose cells, and where a mask of tiles of its own comes from: an image, or one plane of it. */
export interface CogSources {
  readonly cells: TileSource;
  readonly mask: { readonly source: TileSource; readonly plane: number } | null;
}

type ReadFrom = Pick<Raster, "name" | "grid" | "dimensions" | "chunkShape">;

/** Reads windows of an image of a TIFF: each tile that a window meets is fetched and decoded once. */
export function createCogRead(raster: ReadFrom, recipe: TiffRecipe, { cells, mask }: CogSources): Read {
  const fetchBoxes = async (boxes: readonly (readonly IndexRange[])[], signal: AbortSignal | undefined) => {
    const full = boxes.map((box) => wholeBox(recipe, box));
    const tiles = full.flatMap((box) => tilesIn(cells.image, box));
    const inMask = full.flatMap(([, ...box]) =>
      mask ? tilesIn(mask.source.image, [[mask.plane, mask.plane + 1], ...box]) : [],
    );
    const [pieces, masks] = await Promise.all([
      fetchPieces(cells, tiles, signal),
      mask ? fetchPieces(mask.source, inMask, signal) : [],
    ]);
    signal?.throwIfAborted();
    return { pieces, masks };
  };

  /** Null of what is more than one chunk. */
  const encodedBox = async (box: IndexRange[], options?: ReadOptions): Promise<TiffBlock | null> => {
    options?.signal?.throwIfAborted();
    return chunkBoxes(box, raster.chunkShape).length === 1
      ? { recipe, box, ...(await fetchBoxes([box], options?.signal)) }
      : null;
  };
  const encoded = async (window: Window, options?: ReadOptions) =>
    encodedBox(readBox(raster, window, options), options);

  const read = async (window: Window, options?: ReadOptions) => {
    const box = readBox(raster, window, options);
    const one = await encodedBox(box, options);
    if (one) {
      const block = await (options?.decode ?? decodeTiffBlock)(one);
      options?.signal?.throwIfAborted();
      return block;
    }
    const canvas = createCanvas(recipe, box);
    const batches = batchesOf(chunkBoxes(box, raster.chunkShape), bytesPerCell(recipe.dtype));
    await allOrStop(batches, BATCHES_AT_ONCE, options?.signal, async (boxes, signal) => {
      const { pieces, masks } = await fetchBoxes(boxes, signal);
      await allOrStop(pieces, PIECES_AT_ONCE, signal, (piece) => paintPiece(recipe, piece, canvas));
      await allOrStop(masks, PIECES_AT_ONCE, signal, (piece) => blankPiece(recipe, piece, canvas));
    });
    return { data: finishCanvas(recipe, canvas, box), shape: box.map(([start, stop]) => stop - start) };
  };
  return Object.assign(read, { encoded, recipe });
}

/** Boxes in their order, so many together as make a batch. */
function batchesOf(boxes: readonly IndexRange[][], cellBytes: number): IndexRange[][][] {
  const batches: IndexRange[][][] = [];
  let room = 0;
  for (const box of boxes) {
    const bytes = box.reduce((product, [start, stop]) => product * (stop - start), cellBytes);
    if (bytes > room || batches.length === 0) {
      batches.push([]);
      room = BATCH_BYTES;
    }
    batches[batches.length - 1].push(box);
    room -= bytes;
  }
  return batches;
}
