import type { Singly } from "../engine.ts";
import { rastrumError } from "../errors.ts";
import type { Raster } from "../source/source.ts";

export function weightReader(weights: Raster, raster: Raster, defaultWeight: number | null): Singly["readWeights"] {
  throw rastrumError("unsupported", `weights ${weights.name} ${raster.name} ${defaultWeight}`, { what: "weights" });
}
