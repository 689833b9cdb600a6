import type { CellArray } from "../source.ts";
import type { TileRecipe } from "./tile-recipe.ts";

/** Whether a tile's cells are inks of 8 bits side by side, which GDAL reads as colours with alpha; wider inks are as stored. */
export function isCmyk({ photometric, bitsPerSample, shape }: TileRecipe): boolean {
  return photometric === 5 && bitsPerSample === 8 && shape[0] === 4;
}

/** Red, green, blue and an alpha of 255 in place of cyan, magenta, yellow and black; rounded down, as by libtiff. */
export function cmykToRgba(inks: CellArray): Uint8Array {
  const out = new Uint8Array(inks.length);
  const stored = inks as Uint8Array;
  for (let i = 0; i < out.length; i += 4) {
    const light = 255 - stored[i + 3];
    out[i] = (light * (255 - stored[i])) / 255;
    out[i + 1] = (light * (255 - stored[i + 1])) / 255;
    out[i + 2] = (light * (255 - stored[i + 2])) / 255;
    out[i + 3] = 255;
  }
  return out;
}
