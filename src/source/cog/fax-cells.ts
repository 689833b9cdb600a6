import { decodeFax } from "./fax.ts";
import type { TileRecipe } from "./tile-recipe.ts";
import { reverseBits } from "./unpack-bits.ts";

/** The cells of a tile that is a fax. */
export function faxCells({ shape, compression, faxOptions, fillOrder }: TileRecipe, bytes: Uint8Array, rows: number) {
  const turned = fillOrder === 2 ? reverseBits(bytes) : bytes;
  const data = decodeFax(turned, compression, faxOptions, rows, shape[2]);
  return { data, strides: [shape[2], shape[2], 1] as const };
}
