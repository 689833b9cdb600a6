import type { Singly } from "../engine.ts";
import { rastrumError } from "../errors.ts";
import { prepareCrs } from "../grid/crs.ts";
import { gridsFit } from "../grid/fit.ts";
import { alignRaster } from "../source/aligned.ts";
import type { Raster } from "../source/source.ts";
import { requireOneSlice } from "./one-slice.ts";

/** How weights on another grid are taken: of each cell the nearest one, or not at all. */
export type Resampling = "nearest" | "none";

/**
 * Reads the weights of a window of `raster`, in the weights' units: of each cell that of the nearest cell.
 * Throws `invalid-option` where the weights have several slices, `no-overlap` where they lie elsewhere.
 */
export async function weightReader(
  weights: Raster,
  raster: Raster,
  defaultWeight: number | null,
  resampling: Resampling,
): Promise<NonNullable<Singly["readWeights"]>> {
  requireOneSlice(weights, "weights");
  if (resampling === "none" && !gridsFit(raster.grid, weights.grid)) {
    const message = `The weights' cells do not fit those of the raster: give weights on its grid, or resampling "nearest".`;
    throw rastrumError("invalid-option", message, { option: "weights", received: weights.name });
  }
  await prepareCrs(raster.grid.crs, weights.grid.crs);
  const aligned = alignRaster(weights, raster.grid);
  const missing = defaultWeight ?? Number.NaN;
  return async (window, signal) => {
    const { data, valid } = await aligned.read(window, { signal });
    const read = new Float64Array(data.length);
    for (let i = 0; i < read.length; i++) {
      read[i] = valid && valid[i] === 0 ? missing : Number(data[i]) * weights.scale + weights.offset;
    }
    return read;
  };
}
