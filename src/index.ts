export type { BackendChoice } from "./backend/choose.ts";
export type { EngineOptions } from "./backend/engine-options.ts";
export { createEngine, type Engine } from "./engine.ts";
export { type ErrorFields, type ErrorTag, isRastrumError, RastrumError, type TaggedError } from "./errors.ts";
export type { Transform } from "./grid/affine.ts";
export type { Grid } from "./grid/grid.ts";
export { projectPoints } from "./grid/project-points.ts";
export type { Window } from "./grid/window.ts";
export type { CoverageWeight } from "./mask/coverage-weight.ts";
export { combinePartials } from "./ops/combine-partials.ts";
export { type FinalizeOptions, finalizePartials } from "./ops/finalize-partials.ts";
export type { Estimate, Job, Progress } from "./ops/job.ts";
export type { LiveOptions } from "./ops/live-options.ts";
export { type LiveZonalStats, liveZonalStats } from "./ops/live-zonal-stats.ts";
export type { ZonalOptions } from "./ops/zonal-options.ts";
export { type PartialsOptions, zonalPartials } from "./ops/zonal-partials.ts";
export { zonalStats } from "./ops/zonal-stats.ts";
export { type ZoneFeature, type ZoneFeatures, zonesToGeojson } from "./ops/zones-to-geojson.ts";
export type { Selection } from "./plan/select.ts";
export { type CogOptions, openCog } from "./source/cog/open-cog.ts";
export { type MemoryRasterOptions, memoryRaster } from "./source/memory.ts";
export { openRaster, type RasterOptions } from "./source/open-raster.ts";
export type {
  Block,
  CellArray,
  ChunkCost,
  Dimension,
  Dtype,
  IndexRange,
  Labels,
  Overview,
  Raster,
  ReadOptions,
  ReadOverviews,
} from "./source/source.ts";
export { openZarr, type ZarrOptions } from "./source/zarr.ts";
export type { ZarrFiles, ZarrSource } from "./source/zarr-store.ts";
export { defineStatistic, type StatisticDefinition } from "./stats/define-statistic.ts";
export type { Accumulator } from "./stats/partial.ts";
export type { PartialRow } from "./stats/partial-row.ts";
export type { Statistic, StatisticValue } from "./stats/statistic.ts";
export { statistics } from "./stats/statistics.ts";
export { tableToArrow, tableToCsv } from "./table-output.ts";
export type { ZonesFormat } from "./zones/formats/format.ts";
export type { ZonesInput } from "./zones/read-zones.ts";
