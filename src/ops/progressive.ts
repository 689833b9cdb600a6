import type { Table } from "apache-arrow";
import type { EngineCore } from "../engine.ts";
import { freeCells } from "../mask/placing.ts";
import { isInteger } from "../source/dtype.ts";
import { onAbort } from "../source/on-abort.ts";
import { cellSizes } from "../source/overviews.ts";
import type { Overview, Raster } from "../source/source.ts";
import { accumulatorsOf } from "../stats/ask.ts";
import { asValues, type ColumnValues } from "../stats/column-values.ts";
import type { AskedStatistic } from "../stats/resolve.ts";
import { statistics as known } from "../stats/statistics.ts";
import { runMetadata, zonalTable } from "../table.ts";
import type { OnRead } from "../zones/formats/format.ts";
import { prepareZonesCrs, toPixelZones } from "../zones/pixel-zones.ts";
import type { ZoneSet } from "../zones/zones.ts";
import { chooseOverview } from "./choose-overview.ts";
import { countRange, nestingOf } from "./count-range.ts";
import { formRows } from "./form-rows.ts";
import { demandOf, runPasses } from "./run-passes.ts";
import type { ZonalOptions } from "./zonal-options.ts";
import { type Prepared, prepareZonal } from "./zonal-prepare.ts";

/** So long an estimate may keep the result waiting, so that they do not ask for the same connections. */
const HEAD_START_MS = 400;

/** What a job's estimate is made of. */
export interface PreviewJob {
  readonly raster: Raster;
  readonly options: ZonalOptions;
  readonly engine: EngineCore;
  readonly readZones: (onRead?: OnRead) => Promise<ZoneSet>;
  /** Of the job: an estimate that fails is one. */
  readonly warnings: string[];
}

/** Runs `exact`, and an estimate before it or, where that takes long, beside it; one that comes too late is not told. */
export async function withPreview<Result>(
  job: PreviewJob,
  tell: (likely: Table) => void,
  exact: () => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const { signal } = controller;
  const forget = onAbort(job.options.signal, () => controller.abort(job.options.signal?.reason));
  const likely = previewTable(job, signal).then(
    (table) => {
      if (table && !signal.aborted) tell(table);
    },
    (error: unknown) => {
      if (!signal.aborted) job.warnings.push(`There is no estimate: ${error instanceof Error ? error.message : error}`);
    },
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([likely, new Promise((resolve) => (timer = setTimeout(resolve, HEAD_START_MS)))]);
  clearTimeout(timer);
  try {
    return await exact();
  } finally {
    controller.abort();
    forget();
    await likely;
  }
}

/**
 * The table as an overview has it, every cell by the part that a zone covers, counted as often as there are cells of the
 * raster in it. null without overviews, and with a second raster, which would have to be read whole.
 */
async function previewTable(job: PreviewJob, signal: AbortSignal): Promise<Table | null> {
  const { raster, engine } = job;
  const { weights, classes } = job.options;
  const overviews = weights || classes ? [] : ((await raster.overviews?.({ signal })) ?? []);
  const coarsest = overviews.at(-1);
  if (!coarsest) return null;
  const warnings: string[] = [];
  const first = await prepareOn(coarsest, job, signal, warnings);
  const level = chooseOverview(overviews, first);
  if (level !== coarsest) freeCells(first.cells);
  const ready = level === coarsest ? first : await prepareOn(level, job, signal, warnings);
  const times = cellsInOne(raster, level);
  const asked = weighsCells(ready) ? weighed(ready, times) : ready;
  const values = await runPasses(asked, engine, signal, () => {}).finally(() => freeCells(ready.cells));
  if (!weighsCells(ready)) scaleTotals(values, ready.statistics, times);
  const { name, reason } = await engine.describe(demandOf(ready));
  const metadata = runMetadata(name, reason, [...new Set(warnings)]);
  const rows = await formRows(ready, values);
  metadata.set("rastrum.estimate", JSON.stringify(await describe(job, overviews, level, ready, rows.zones)));
  const { zones, selected } = ready;
  return zonalTable({ zones, include: job.options.include ?? [], selected, rows, metadata });
}

function prepareOn(
  level: Overview,
  { options, readZones }: PreviewJob,
  signal: AbortSignal,
  warnings: string[],
): Promise<Prepared> {
  const coverageWeight = options.coverageWeight === "none" ? "fraction" : options.coverageWeight;
  const asked: ZonalOptions = { ...options, rule: "fraction", minCoverage: 0, coverageWeight, signal };
  return prepareZonal(level, {}, asked, warnings, true, readZones);
}

/** Whether cells go one by one anyway, or for statistics that the caller defined, which know how they grow. */
function weighsCells({ singly, statistics }: Prepared): boolean {
  return singly !== null || statistics.some(({ statistic }) => !known.includes(statistic));
}

/** A cell of the overview weighs as many as it stands for, or its area where areas are asked for. */
function weighed(ready: Prepared, times: number): Prepared {
  const areas = ready.singly?.areas ?? new Float64Array(ready.raster.grid.height).fill(times);
  return { ...ready, needs: accumulatorsOf(ready.statistics, true), singly: { areas, readWeights: null } };
}

function scaleTotals(values: ColumnValues[], statistics: readonly AskedStatistic[], times: number): void {
  statistics.forEach(({ statistic }, i) => {
    if (!statistic.extensive) return;
    values[i] = asValues(values[i]).map((value) => {
      if (value === null) return null;
      return typeof value === "object" ? Array.from(value, (each) => Number(each) * times) : Number(value) * times;
    });
  });
}

/** Cells of the raster in one of the overview. */
function cellsInOne(raster: Raster, level: Raster): number {
  const area = ({ grid: { transform } }: Raster) =>
    transform ? Math.abs(transform[0] * transform[4] - transform[1] * transform[3]) : 1;
  return area(level) / area(raster);
}

/** What the metadata of an estimate say of it. */
async function describe(
  { raster, options }: PreviewJob,
  overviews: readonly Overview[],
  level: Overview,
  { zones, statistics }: Prepared,
  zoneOfRow: Int32Array,
) {
  const { transform } = level.grid;
  const [height, width] = transform ? cellSizes(transform) : [];
  const rangeOfCounts = async (): Promise<"none" | { low: number[]; high: number[] }> => {
    const counts = (options.coverageWeight ?? "fraction") === "fraction" || options.coverageWeight === "none";
    const nesting = counts ? nestingOf(raster.grid, level.grid) : null;
    if (!nesting) return "none";
    await prepareZonesCrs(zones, raster.grid, options.zonesCrs);
    const pixelZones = toPixelZones(zones, raster.grid, options.zonesCrs, undefined, raster.name);
    const { low, high } = await countRange(pixelZones, raster.grid, level.grid, nesting);
    const mayLack = options.cell !== undefined || (options.defaultValue === undefined && !allValid(raster));
    return {
      low: Array.from(zoneOfRow, (zone) => (mayLack ? 0 : low[zone])),
      high: Array.from(zoneOfRow, (zone) => high[zone]),
    };
  };
  const isCount = ({ statistic }: AskedStatistic) => statistic.name === "count";
  const range = statistics.some(isCount) ? await rangeOfCounts() : "none";
  return {
    /** 1 is the finest. */
    level: overviews.indexOf(level) + 1,
    levels: overviews.length,
    name: level.name,
    cellSize: [width, height],
    resampling: level.resampling ?? null,
    range: Object.fromEntries(statistics.map((asked) => [asked.column, isCount(asked) ? range : "none"])),
  };
}

/** Whether no cell can be missing. */
function allValid({ nodata, dtype }: Raster): boolean {
  return nodata === null && isInteger(dtype);
}
