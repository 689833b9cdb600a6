import type { TiffBlock, TiffRecipe } from "./cog/tiff-block.ts";
import type { Block } from "./source.ts";
import { decodeZarrBlock, type ZarrBlock, type ZarrRecipe } from "./zarr-block.ts";
import { prepareDecoder } from "./zarr-decode.ts";

/** How what a source stores becomes the cells of a raster: plain data, one kind a format. */
export type BlockRecipe = ZarrRecipe | TiffRecipe;

/** A block of cells, or a part of one chunk, before it is decoded: plain data, to be decoded on any thread. */
export type EncodedBlock = ZarrBlock | TiffBlock;

/** @throws `decode-failed` */
export async function decodeBlock(block: EncodedBlock): Promise<Block> {
  if (isZarr(block)) return decodeZarrBlock(block);
  const { decodeTiffBlock } = await loadTiff();
  return decodeTiffBlock(block);
}

/** Loads what decoding will need, ahead of the first block. */
export async function prepareBlocks(recipe: BlockRecipe): Promise<void> {
  if (recipe.kind === "zarr") return prepareDecoder(recipe.chunk);
  const { prepareTiffBlocks } = await loadTiff();
  return prepareTiffBlocks(recipe);
}

/** True where nothing is stored of a block, so that there is nothing to decode. */
export function isMissing(block: EncodedBlock): boolean {
  return isZarr(block) ? block.bytes === null : block.pieces.every(({ bytes }) => bytes === null);
}

/** Bytes that share a buffer with others cannot be moved, and a copy of them takes all of it along. */
export function withOwnBytes(block: EncodedBlock): EncodedBlock {
  if (!isZarr(block)) return block; // its pieces are cut out when they are read
  const { bytes } = block;
  return bytes && bytes.byteLength < bytes.buffer.byteLength ? { ...block, bytes: bytes.slice() } : block;
}

function isZarr(block: EncodedBlock): block is ZarrBlock {
  return block.recipe.kind === "zarr";
}

/** Pages that read Zarr only never load it. */
function loadTiff(): Promise<typeof import("./cog/tiff-block.ts")> {
  return import("./cog/tiff-block.ts");
}
