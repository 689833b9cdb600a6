import type { Window } from "../../grid/window.ts";
import { allOrStop } from "../all-or-stop.ts";
import { chunkBoxes, readBox } from "../read-box.ts";
import type { IndexRange, Raster, Read, ReadOptions } from "../source.ts";
import { blankPiece, createCanvas, paintPiece } from "./paint.ts";
import { decodeTiffBlock, type TiffBlock, type TiffRecipe } from "./tiff-block.ts";
import { fetchPieces, type TileSource, tilesIn } from "./tiles.ts";

/** More than a store reads at once, so that it never waits for a decoder; few enough to bound memory. */
const CHUNKS_AT_ONCE = 16;

/** Whose cells, and where a mask of tiles of its own comes from: an image, or one plane of it. */
export interface CogSources {
  readonly cells: TileSource;
  readonly mask: { readonly source: TileSource; readonly plane: number } | null;
}

type ReadFrom = Pick<Raster, "name" | "grid" | "dimensions" | "chunkShape">;

/** Reads windows of an image of a TIFF: each tile that a window meets is fetched and decoded once. */
export function createCogRead(raster: ReadFrom, recipe: TiffRecipe, { cells, mask }: CogSources): Read {
  const fetchBlock = async (box: readonly IndexRange[], signal: AbortSignal | undefined): Promise<TiffBlock> => {
    const full: readonly IndexRange[] = recipe.banded ? box : [[0, 1], ...box];
    const inMask = mask && ([[mask.plane, mask.plane + 1], ...full.slice(1)] as IndexRange[]);
    const [pieces, masks] = await Promise.all([
      fetchPieces(cells, tilesIn(cells.image, full), signal),
      inMask ? fetchPieces(mask.source, tilesIn(mask.source.image, inMask), signal) : [],
    ]);
    signal?.throwIfAborted();
    return { recipe, box, pieces, masks };
  };

  const encoded = async (window: Window, options?: ReadOptions): Promise<TiffBlock | null> => {
    options?.signal?.throwIfAborted();
    const box = readBox(raster, window, options);
    return chunkBoxes(box, raster.chunkShape).length === 1 ? fetchBlock(box, options?.signal) : null;
  };

  const read = async (window: Window, options?: ReadOptions) => {
    const one = await encoded(window, options);
    if (one) {
      const block = await (options?.decode ?? decodeTiffBlock)(one);
      options?.signal?.throwIfAborted();
      return block;
    }
    const box = readBox(raster, window, options);
    const canvas = createCanvas(recipe, box);
    await allOrStop(chunkBoxes(box, raster.chunkShape), CHUNKS_AT_ONCE, options?.signal, async (part, signal) => {
      const { pieces, masks } = await fetchBlock(part, signal);
      for (const piece of pieces) await paintPiece(recipe, piece, canvas);
      for (const piece of masks) await blankPiece(recipe, piece, canvas);
    });
    return { data: canvas.data, shape: box.map(([start, stop]) => stop - start) };
  };
  return Object.assign(read, { encoded, recipe });
}
