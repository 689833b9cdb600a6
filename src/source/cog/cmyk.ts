import type { TileCells } from "./decode-tile.ts";
import type { TileRecipe } from "./tile-recipe.ts";

/** Whether a tile's cells are inks of 8 bits side by side, which GDAL reads as colours with alpha; wider inks are as stored. */
export function isCmyk({ photometric, bitsPerSample, shape }: TileRecipe): boolean {
  return photometric === 5 && bitsPerSample === 8 && shape[0] === 4;
}

/** Red, green, blue and an alpha of 255 in place of cyan, magenta, yellow and black; rounded down, as by libtiff. */
export function cmykToRgba({ data, strides }: TileCells): TileCells {
  const [between, , step] = strides;
  const inks = data as Uint8Array;
  const out = new Uint8Array(inks.length).fill(255);
  for (let cell = 0, i = 0; cell < out.length / 4; cell++, i += step) {
    const light = 255 - inks[i + 3 * between];
    for (let at = i; at < i + 3 * between; at += between) out[at] = (light * (255 - inks[at])) / 255;
  }
  return { data: out, strides };
}
