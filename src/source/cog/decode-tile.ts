import type { CellArray } from "../source.ts";
import { cmykToRgba, isCmyk } from "./cmyk.ts";
import { checkTile, isFax, JPEG, LERC, NONE, WEBP } from "./compressions.ts";
import { decompressTile, loadDecompressor } from "./decompress-tile.ts";
import { rawBytes, rawCells } from "./raw-cells.ts";
import type { TileRecipe } from "./tile-recipe.ts";
import { reverseBits } from "./unpack-bits.ts";
import { ycbcrBytes, ycbcrToRgb } from "./ycbcr.ts";

/** The cells of a tile: float16 as float32. Strides along [sample, row, column]; there may be more rows than asked for. */
export interface TileCells {
  readonly data: CellArray;
  readonly strides: readonly [sample: number, row: number, column: number];
}

/**
 * The cells that one tile or strip holds.
 * @param rows that the last strip really has, or a part of an uncompressed one; else those of the recipe
 * @throws what went wrong, untagged; `unsupported` as {@link checkTile}
 */
export async function decodeTile(recipe: TileRecipe, bytes: Uint8Array, rows: number): Promise<TileCells> {
  checkTile(recipe);
  const decode = await loadDecoder(recipe.compression);
  const cells = await decode(recipe, bytes, rows);
  return isCmyk(recipe) ? cmykToRgba(cells, recipe.shape[0]) : cells;
}

type Decode = (recipe: TileRecipe, bytes: Uint8Array, rows: number) => TileCells | Promise<TileCells>;

/** Decoders of images are loaded when a file needs them. */
async function loadDecoder(compression: number): Promise<Decode> {
  if (compression === JPEG) return (await import("./jpeg-cells.ts")).jpegCells;
  if (isFax(compression)) return (await import("./fax-cells.ts")).faxCells;
  if (compression === LERC) return (await import("./lerc-cells.ts")).lercCells;
  if (compression === WEBP) return (await import("./webp-cells.ts")).webpCells;
  return decodeBytes;
}

/** Loads what decoding will need, ahead of the first tile. @throws `unsupported` */
export async function prepareTileDecoder(recipe: TileRecipe): Promise<void> {
  checkTile(recipe);
  await Promise.all([loadDecoder(recipe.compression), loadDecompressor(recipe.compression)]);
}

/** Of compressors that know nothing of cells. */
async function decodeBytes(recipe: TileRecipe, packed: Uint8Array, rows: number): Promise<TileCells> {
  const [samples, mostRows, columns] = recipe.shape;
  const inBlocks = recipe.photometric === 6;
  const bytesOf = inBlocks ? ycbcrBytes : rawBytes;
  const turned = recipe.fillOrder === 2 ? reverseBits(packed) : packed;
  const bytes = await decompressTile(recipe.compression, turned, bytesOf(recipe, mostRows));
  const needed = bytesOf(recipe, rows);
  if (bytes.length < needed) throw new Error(`${bytes.length} bytes came out, not the ${needed} of ${rows} rows`);
  const exactly = bytes.subarray(0, needed);
  const own = recipe.compression !== NONE || turned !== packed;
  const data = inBlocks ? ycbcrToRgb(recipe, exactly, rows) : rawCells(recipe, exactly, own);
  return { data, strides: [1, columns * samples, samples] };
}
