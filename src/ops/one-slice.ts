import { rastrumError } from "../errors.ts";
import type { Raster } from "../source/source.ts";

/** A second raster stands for places, whatever the time. Throws `invalid-option` where it has several slices. */
export function requireOneSlice(raster: Raster, option: "weights" | "classes"): void {
  const several = raster.dimensions.find(({ size }) => size !== 1);
  if (!several) return;
  const message = `The ${option} have ${several.size} slices along "${several.name}": give a raster of rows and columns only.`;
  throw rastrumError("invalid-option", message, { option, received: raster.name });
}
