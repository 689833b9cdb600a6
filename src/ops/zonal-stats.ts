import type { Table } from "apache-arrow";
import type { EngineCore, Singly } from "../engine.ts";
import { onePass, type Pass, planPasses } from "../plan/passes.ts";
import { bytesPerCell, isInteger } from "../source/dtype.ts";
import type { Raster } from "../source/source.ts";
import { createColumns, finalizeRows, type StatisticColumns } from "../stats/finalize.ts";
import { keepsCells } from "../stats/partial.ts";
import { zonalTable } from "../table.ts";
import type { ZonesInput } from "../zones/read-zones.ts";
import { createJob } from "./create-job.ts";
import type { Estimate, Job, Progress } from "./job.ts";
import { engineOf, type ZonalOptions } from "./zonal-options.ts";
import { type Prepared, prepareZonal } from "./zonal-prepare.ts";

/**
 * Statistics of a raster's cells per zone and per index of its non-spatial dimensions.
 *
 * The table has one row per zone × remaining index, in the zones' order, also for zones without a cell: `zone` (row
 * number in the input), `id` (where features have ids), the properties of `include`, one column a remaining dimension,
 * then the statistics as they were asked for. Its schema's metadata says which backend ran, why, and all warnings.
 *
 * @param zones GeoJSON of polygons, as an object, as text, or where to find it (URL; in Node also a path)
 */
export function zonalStats(raster: Raster, zones: ZonesInput, options: ZonalOptions = {}): Job<Table> {
  const warnings: string[] = [];
  let prepared: Promise<Prepared> | null = null;
  const prepareOnce = () => (prepared ??= prepareZonal(raster, zones, options, warnings));
  return createJob({
    warnings,
    estimate: async () => estimateOf(raster, await prepareOnce()),
    run: async (report) => {
      const ready = await prepareOnce();
      const engine = engineOf(options);
      const missingBefore = raster.missingChunks?.() ?? 0;
      const values = await runPasses(ready, engine, options.signal, report);
      warnMissingChunks(raster, missingBefore, warnings);
      const { name, reason } = await engine.describe({
        dtype: ready.raster.dtype,
        needs: ready.needs,
        singly: ready.singly !== null,
      });
      const metadata = new Map([
        ["rastrum.backend", name],
        ["rastrum.backend_reason", reason],
        ["rastrum.warnings", JSON.stringify(warnings)],
      ]);
      const { zones, selected, statistics, plan } = ready;
      const { include = [] } = options;
      return zonalTable({ zones, include, selected, slices: plan.slices, statistics, values, metadata });
    },
  });
}

/** Runs the plan, in several passes where statistics keep more cells than the budget allows at once. */
async function runPasses(
  { raster, plan, cells, pixelZones, statistics, needs, singly }: Prepared,
  engine: EngineCore,
  signal: AbortSignal | undefined,
  report: (progress: Progress) => void,
): Promise<StatisticColumns> {
  const passes = keepsCells(needs)
    ? planPasses(plan, cells, keptBytes(raster, singly), engine.keptBudget)
    : onePass(plan, pixelZones.length);
  const total = passes.reduce((sum, { tasks, blocks }) => sum + tasks.length * blocks.length, 0);
  let done = 0;
  report({ done, total });
  const onChunk = () => report({ done: ++done, total });
  const meaning = { grid: raster.grid, scale: raster.scale, offset: raster.offset, integers: isInteger(raster.dtype) };
  const values = createColumns(statistics, pixelZones.length * plan.slices);
  for (const pass of passes) {
    const partials = await engine.runZonal({ raster, plan, pass, cells, pixelZones, needs, singly, signal, onChunk });
    finalizeRows(values, statistics, partials, rowsOf(pass, plan.slices), meaning);
  }
  return values;
}

/** Of a cell that is kept: its value, and where it is known by itself four numbers more. */
function keptBytes(raster: Raster, singly: Singly | null): number {
  return bytesPerCell(raster.dtype) + (singly ? 32 : 0);
}

function* rowsOf({ zones, blocks }: Pass, slices: number): Iterable<number> {
  for (const zone of zones) for (const block of blocks) for (const slice of block.slices) yield zone * slices + slice;
}

/** The raster counts over all its jobs. */
function warnMissingChunks(raster: Raster, before: number, warnings: string[]): void {
  const missing = (raster.missingChunks?.() ?? 0) - before;
  if (missing > 0) warnings.push(`${missing} chunks are not in the store and were read as its fill value.`);
}

function estimateOf(raster: Raster, { plan, zones }: Prepared): Estimate {
  const { requests = null, bytes = null } = raster.chunkCost ?? {};
  return {
    zones: zones.length,
    chunks: plan.chunks,
    requests: requests === null ? null : requests * plan.chunks,
    bytes: bytes === null ? null : bytes * plan.chunks,
    decodedBytes: plan.decodedBytes,
    cells: plan.cells,
  };
}
