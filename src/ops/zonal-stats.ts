import type { Table } from "apache-arrow";
import type { BackendChoice } from "../backend/choose.ts";
import { type Engine, EngineCore, sharedEngine } from "../engine.ts";
import { rastrumError } from "../errors.ts";
import { type Rule, rules, type ZoneCells, zoneCells } from "../mask/zone-cells.ts";
import { type Plan, planZonal } from "../plan/plan.ts";
import { resolveSelect, type SelectedDimension, type Selection } from "../plan/select.ts";
import { bytesPerCell, isInteger } from "../source/dtype.ts";
import type { Raster } from "../source/source.ts";
import { type AskedStatistic, accumulatorsOf, nearestName, resolveStatistics } from "../stats/statistics.ts";
import { checkColumnNames, zonalTable } from "../table.ts";
import { toPixelZones } from "../zones/pixel-zones.ts";
import { readZones, type ZonesInput } from "../zones/read-zones.ts";
import type { PixelZones, ZoneSet } from "../zones/zones.ts";
import { createJob } from "./create-job.ts";
import type { Estimate, Job } from "./job.ts";

export interface ZonalOptions {
  /** Names of statistics, in the order of the columns. Default `["count", "mean"]`: what most maps show. */
  readonly statistics?: readonly string[];
  /**
   * Which cells belong to a zone: "center", those whose centre does; "touched", those that it touches; "fraction", those
   * that it covers, each by the covered fraction. Default "center": what GDAL and rasterstats do, and fastest.
   */
  readonly rule?: Rule;
  /** Parts of the non-spatial dimensions; what is not named is kept whole. */
  readonly select?: Readonly<Record<string, Selection>>;
  /** Properties of the features to carry into the table. Default none. */
  readonly include?: readonly string[];
  /** CRS of the zones; "raster": that of the raster. Default: what the zones say, else OGC:CRS84 as GeoJSON has it. */
  readonly zonesCrs?: string;
  /** Where to compute. Default "auto"; not together with `engine`, which has its own. */
  readonly backend?: BackendChoice;
  /** An engine to run on, kept from job to job. Default: one shared by all jobs of the same `backend`. */
  readonly engine?: Engine;
  readonly signal?: AbortSignal;
}

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
  const prepareOnce = () => (prepared ??= prepare(raster, zones, options, warnings));
  return createJob({
    warnings,
    estimate: async () => estimateOf(raster, await prepareOnce()),
    run: async (report) => {
      const ready = await prepareOnce();
      const total = ready.plan.chunks;
      let done = 0;
      report({ done, total });
      const engine = engineOf(options);
      const missingBefore = raster.missingChunks?.() ?? 0;
      const partials = await engine.runZonal({
        raster,
        plan: ready.plan,
        cells: ready.cells,
        pixelZones: ready.pixelZones,
        needs: accumulatorsOf(ready.statistics, ready.cells.partial !== null),
        signal: options.signal,
        onChunk: () => report({ done: ++done, total }),
      });
      warnMissingChunks(raster, missingBefore, warnings);
      const { name, reason } = await engine.describe(raster);
      const metadata = new Map([
        ["rastrum.backend", name],
        ["rastrum.backend_reason", reason],
        ["rastrum.warnings", JSON.stringify(warnings)],
      ]);
      return zonalTable({
        zones: ready.zones,
        include: options.include ?? [],
        selected: ready.selected,
        slices: ready.plan.slices,
        statistics: ready.statistics,
        partials,
        scaling: raster,
        integers: isInteger(raster.dtype),
        metadata,
      });
    },
  });
}

interface Prepared {
  readonly zones: ZoneSet;
  readonly pixelZones: PixelZones;
  readonly cells: ZoneCells;
  readonly plan: Plan;
  readonly selected: readonly SelectedDimension[];
  readonly statistics: readonly AskedStatistic[];
}

async function prepare(
  raster: Raster,
  input: ZonesInput,
  options: ZonalOptions,
  warnings: string[],
): Promise<Prepared> {
  const { signal, include = [] } = options;
  signal?.throwIfAborted();
  const statistics = resolveStatistics(options.statistics ?? ["count", "mean"]);
  const rule = checkRule(options.rule ?? "center");
  const selected = resolveSelect(raster.dimensions, options.select);
  const zones = await readZones(input, { signal });
  checkInclude(include, zones);
  checkColumnNames([
    "zone",
    ...(zones.ids ? ["id"] : []),
    ...include,
    ...selected.filter(({ single }) => !single).map(({ dimension }) => dimension.name),
    ...statistics.map(({ column }) => column),
  ]);
  const pixelZones = toPixelZones(zones, raster.grid, options.zonesCrs, signal, raster.name);
  const { height, width } = raster.grid;
  const cells = zoneCells(pixelZones, height, width, rule);
  warnOutside(pixelZones, height, width, warnings);
  const lattice = { height, width, chunkShape: raster.chunkShape, bytesPerCell: bytesPerCell(raster.dtype) };
  return { zones, pixelZones, cells, selected, statistics, plan: planZonal(lattice, cells, selected) };
}

function engineOf({ engine, backend }: ZonalOptions): EngineCore {
  if (engine === undefined) return sharedEngine(backend ?? "auto");
  if (backend !== undefined) {
    const message = "Both engine and backend are given: an engine has its backend already, so leave one out.";
    throw rastrumError("invalid-option", message, { option: "backend", received: backend });
  }
  if (engine instanceof EngineCore) return engine;
  const message = "engine is not one: give what createEngine() returns, or leave it out.";
  throw rastrumError("invalid-option", message, { option: "engine", received: engine });
}

function checkRule(rule: string): Rule {
  const known = rules.find((name) => name === rule);
  if (known) return known;
  const nearest = nearestName(rule, rules);
  const hint = nearest ? ` Did you mean "${nearest}"?` : "";
  const message = `There is no rule ${JSON.stringify(rule)}.${hint} Known: ${rules.join(", ")}.`;
  throw rastrumError("invalid-option", message, { option: "rule", received: rule });
}

function checkInclude(include: readonly string[], zones: ZoneSet): void {
  for (const property of include) {
    if (zones.properties.some((properties) => Object.hasOwn(properties, property))) continue;
    const properties = [...new Set(zones.properties.flatMap((record) => Object.keys(record)))];
    const nearest = nearestName(property, properties);
    const hint = nearest ? ` Did you mean "${nearest}"?` : "";
    const known = properties.length > 0 ? `They have: ${properties.join(", ")}.` : "They have none.";
    const message = `include names the property "${property}", which none of the zones has.${hint} ${known}`;
    throw rastrumError("unknown-property", message, { property, properties });
  }
}

function warnOutside(zones: PixelZones, height: number, width: number, warnings: string[]): void {
  const outside: number[] = [];
  for (let zone = 0; zone < zones.length; zone++) {
    const [minX, minY, maxX, maxY] = zones.bounds.subarray(4 * zone, 4 * zone + 4);
    if (!(maxX > 0 && maxY > 0 && minX < width && minY < height)) outside.push(zone);
  }
  if (outside.length === 0) return;
  const rows = outside.slice(0, 5).join(", ") + (outside.length > 5 ? ", …" : "");
  const all = outside.length === zones.length ? " Is the zones' CRS right?" : "";
  warnings.push(`${outside.length} of ${zones.length} zones lie wholly outside the raster (rows ${rows}).${all}`);
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
