import { decodeJpeg } from "./jpeg/decode-jpeg.ts";
import type { TileRecipe } from "./tile-recipe.ts";

/** The cells of a tile that is a JPEG image; YCbCr as red, green and blue, others as they are stored. */
export function jpegCells(recipe: TileRecipe, bytes: Uint8Array, rows: number) {
  const [samples, mostRows, columns] = recipe.shape;
  const precision = recipe.bitsPerSample;
  const expected = { width: columns, leastHeight: rows, mostHeight: mostRows, components: samples, precision };
  const { data, height } = decodeJpeg(bytes, recipe.jpegTables, recipe.photometric === 6, expected);
  return { data, strides: [columns * height, columns, 1] as const };
}
