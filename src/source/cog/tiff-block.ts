import { cellCount, cStrides } from "../copy-cells.ts";
import type { Block, CellArray, Dtype, IndexRange } from "../source.ts";
import { prepareTileDecoder } from "./decode-tile.ts";
import { blankPiece, createCanvas, decodeCells, finishCanvas, overlap, paintPiece } from "./paint.ts";
import type { TileRecipe } from "./tile-recipe.ts";

/** How the tiles or strips of a TIFF become the cells of a raster. */
export interface TiffRecipe {
  readonly kind: "tiff";
  readonly tile: TileRecipe;
  /** Of the raster's cells: that of the tiles, or a wider one where cells are masked or scaled. */
  readonly dtype: Dtype;
  /** Whether blocks have an axis of bands before rows and columns. */
  readonly banded: boolean;
  readonly mask: TiffMask | null;
  /** Scale and offset of each band, where they differ: cells are values then, NaN where they were nodata. Else null. */
  readonly scales: readonly (readonly [scale: number, offset: number])[] | null;
  /** Whether bands are four planes of inks, which become colours together: blocks are made of all four. */
  readonly inks: boolean;
  /** As it is stored in the tiles. */
  readonly nodata: number | bigint | null;
}

/** What says which cells are none: those for which it is 0. */
export interface TiffMask {
  /** Of tiles that hold the mask by themselves; null where it is a sample of the very tiles that it masks. */
  readonly tile: TileRecipe | null;
  /** Which sample of a tile it is. */
  readonly sample: number;
  /** How many bands it masks, from the first on. */
  readonly bands: number;
  /** What masked cells become. */
  readonly blank: number | bigint;
  /** Whether a cell that is not masked may be that too, which is refused. */
  readonly mayMeet: boolean;
}

/** A tile, a strip, or some rows of one. */
export interface TiffPiece {
  /** Where its first cell is in the raster. */
  readonly band: number;
  readonly row: number;
  readonly column: number;
  /** How many it has stored. */
  readonly rows: number;
  /** A buffer of its own; null where the file has none: cells are the recipe's `fill`. */
  readonly bytes: Uint8Array | null;
}

/** A part of a TIFF's raster before it is decoded. */
export interface TiffBlock {
  readonly recipe: TiffRecipe;
  /** One range an axis of the block. */
  readonly box: readonly IndexRange[];
  readonly pieces: readonly TiffPiece[];
  /** Of a mask that has tiles of its own. */
  readonly masks: readonly TiffPiece[];
}

/** @throws `decode-failed`, `unsupported` */
export async function decodeTiffBlock({ recipe, box, pieces, masks }: TiffBlock): Promise<Block> {
  const shape = box.map(([start, stop]) => stop - start);
  const whole = await decodeWhole(recipe, box, pieces);
  if (whole) return { data: whole, shape };
  const canvas = createCanvas(recipe, box);
  for (const piece of pieces) await paintPiece(recipe, piece, canvas);
  for (const piece of masks) await blankPiece(recipe, piece, canvas);
  return { data: finishCanvas(recipe, canvas, box), shape };
}

/** Loads what decoding will need. */
export async function prepareTiffBlocks({ tile, mask }: TiffRecipe): Promise<void> {
  await Promise.all([prepareTileDecoder(tile), mask?.tile && prepareTileDecoder(mask.tile)]);
}

/** The cells of the only piece, uncopied, where they are the block as they are; else null. */
async function decodeWhole(
  recipe: TiffRecipe,
  box: readonly IndexRange[],
  pieces: readonly TiffPiece[],
): Promise<CellArray | null> {
  const { tile, mask, scales, inks, banded } = recipe;
  const [piece] = pieces;
  // Samples that lie side by side in a tile are put apart as they are copied.
  if (pieces.length !== 1 || piece.bytes === null || mask || scales || inks || tile.shape[0] !== 1) return null;
  const region = overlap(piece, tile, banded ? box : [[0, 1], ...box]);
  const shape = [1, piece.rows, tile.shape[2]];
  if (!region || cellCount(region.shape) !== cellCount(shape)) return null;
  const boxed = box.reduce((product, [start, stop]) => product * (stop - start), 1);
  if (boxed !== cellCount(shape)) return null;
  const { data, strides } = await decodeCells(recipe, piece);
  const natural = cStrides(shape);
  const isPlain = strides.every((stride, axis) => stride === natural[axis] || shape[axis] === 1);
  return isPlain && data.length === cellCount(shape) ? (data as CellArray) : null;
}
