import type { TileCells } from "./decode-tile.ts";
import type { TileRecipe } from "./tile-recipe.ts";

type Inks = Pick<TileRecipe, "photometric" | "bitsPerSample" | "shape">;

/** Whether a tile's cells are inks of 8 bits side by side, which GDAL reads as colours with alpha; wider inks are as stored. */
export function isCmyk({ photometric, bitsPerSample, shape }: Inks): boolean {
  return photometric === 5 && bitsPerSample === 8 && shape[0] >= 4;
}

/**
 * Red, green, blue and an alpha of 255 in place of cyan, magenta, yellow and black; rounded down, as by libtiff.
 * @param samples a cell; those behind the four inks are left out of what GDAL reads
 */
export function cmykToRgba({ data, strides }: TileCells, samples: number): TileCells {
  const [between, , step] = strides;
  const inks = data as Uint8Array;
  const out = new Uint8Array(inks.length).fill(255);
  for (let cell = 0, i = 0; cell < out.length / samples; cell++, i += step) {
    const light = 255 - inks[i + 3 * between];
    for (let at = i; at < i + 3 * between; at += between) out[at] = (light * (255 - inks[at])) / 255;
  }
  return { data: out, strides };
}
