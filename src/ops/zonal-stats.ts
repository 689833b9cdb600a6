import type { Table } from "apache-arrow";
import { freeCells } from "../mask/placing.ts";
import type { Pass } from "../plan/passes.ts";
import { bytesPerCell } from "../source/dtype.ts";
import type { Raster } from "../source/source.ts";
import { runMetadata, zonalTable } from "../table.ts";
import type { OnRead } from "../zones/formats/format.ts";
import { readZones, type ZonesInput } from "../zones/read-zones.ts";
import type { ZoneSet } from "../zones/zones.ts";
import { createJob } from "./create-job.ts";
import { formRows } from "./form-rows.ts";
import type { Estimate, Job } from "./job.ts";
import type { Level } from "./resolution.ts";
import { demandOf, passesOf, runPasses } from "./run-passes.ts";
import { areSmall } from "./small-zones.ts";
import { engineOf, type ZonalOptions, zonesReadingFor } from "./zonal-options.ts";
import { type Prepared, prepareZonal } from "./zonal-prepare.ts";

/**
 * Statistics of a raster's cells per zone and per index of its non-spatial dimensions.
 *
 * The table has one row per zone × remaining index, in the zones' order, also for zones without a cell: `zone` (row
 * number in the input), `id` (where features have ids), the properties of `include`, one column a remaining dimension,
 * then the statistics as they were asked for; with classes there are more rows or columns, see `form`. Its schema's metadata says which backend ran, why, and all warnings.
 *
 * With `progressive` and a raster that has overviews, iterating gives an estimate of the table first, as `preview`, with
 * the same columns. Of how it was made its schema's metadata tell as "rastrum.estimate", JSON text: the `level` of the
 * overview (1 is the finest) of so many `levels`, its `name`, `cellSize` (along x and y, in units of the CRS) and
 * `resampling` (null: not known); and for each column its `range`, {"low": […], "high": […]} row by row, or "none" where
 * nothing is guaranteed. Only counts have one. No estimate is made with `weights` or `classes`.
 *
 * @param zones GeoJSON of polygons, as an object, as text, or where to find it (URL; in Node also a path)
 */
export function zonalStats(raster: Raster, zones: ZonesInput, options: ZonalOptions = {}): Job<Table> {
  const warnings: string[] = [];
  let prepared: Promise<Prepared> | null = null;
  let read: Promise<ZoneSet> | null = null;
  const readOnce = (onRead?: OnRead) => (read ??= readZones(zones, { ...zonesReadingFor(raster, options), onRead }));
  let level: Promise<Level> | null = null;
  const levelOnce = () => (level ??= levelFor(raster, options, readOnce));
  const prepareOnce = () =>
    (prepared ??= levelOnce().then((level) => prepareZonal(level.raster, zones, options, warnings, true, readOnce)));
  return createJob({
    warnings,
    estimate: async () => {
      const ready = await prepareOnce();
      return estimateOf((await levelOnce()).raster, ready, await passesOf(ready, engineOf(options)));
    },
    run: async (report, preview) => {
      const engine = engineOf(options);
      const isSoonKnown = areSmall(zones);
      if (!isSoonKnown) engine.prepare(raster);
      const exact = async () => {
        const ready = await prepareOnce();
        if (isSoonKnown) engine.prepare(raster, ready.plan.work.bytes);
        const { raster: source, note } = await levelOnce();
        const missingBefore = source.missingChunks?.() ?? 0;
        const values = await runPasses(ready, engine, options.signal, report).finally(() => freeCells(ready.cells));
        warnMissingChunks(source, missingBefore, warnings);
        const { name, reason, workers } = await engine.describe(demandOf(ready));
        const metadata = runMetadata(name, reason, warnings);
        if (workers !== null) metadata.set("rastrum.workers", workers);
        if (note !== null) metadata.set("rastrum.resolution", note);
        const { zones, selected } = ready;
        const rows = await formRows(ready, values);
        return zonalTable({ zones, include: options.include ?? [], selected, rows, metadata });
      };
      if (!options.progressive) return exact();
      const { withPreview } = await import("./progressive.ts");
      const { raster: source } = await levelOnce();
      return withPreview({ raster: source, options, engine, readZones: readOnce, warnings }, preview, exact);
    },
  });
}

/** The level that the options ask for: the raster itself unless they do. */
export async function levelFor(
  raster: Raster,
  options: ZonalOptions,
  readZones: () => Promise<ZoneSet>,
): Promise<Level> {
  if (options.resolution === undefined || options.resolution === "native") return { raster, note: null };
  const { levelOf } = await import("./resolution.ts");
  return levelOf(raster, options, readZones);
}

/** The raster counts over all its jobs. */
export function warnMissingChunks(raster: Raster, before: number, warnings: string[]): void {
  const missing = (raster.missingChunks?.() ?? 0) - before;
  if (missing > 0) warnings.push(`${missing} chunks are not in the store and were read as its fill value.`);
}

export function estimateOf(raster: Raster, { plan, zones, raster: read }: Prepared, passes: readonly Pass[]): Estimate {
  const { requests = null, bytes = null } = raster.chunkCost ?? {};
  let chunks = 0;
  let cells = 0;
  for (const { tasks, blocks } of passes) {
    const slices = blocks.reduce((sum, block) => sum + block.slices.length, 0);
    chunks += tasks.length * blocks.length;
    for (const { window } of tasks) cells += window.height * window.width * slices;
  }
  return {
    zones: zones.length,
    chunks,
    requests: requests === null ? null : requests * chunks,
    bytes: bytes === null ? null : bytes * chunks,
    decodedBytes: cells * bytesPerCell(read.dtype),
    cells: plan.cells,
  };
}
