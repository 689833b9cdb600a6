export { isRastrumError, RastrumError } from "./errors.ts";
export type { Transform } from "./grid/affine.ts";
export type { Grid } from "./grid/grid.ts";
export type { Estimate, Job, Progress } from "./ops/job.ts";
export type { Block, CellArray, Dimension, Dtype, Raster } from "./source/source.ts";
