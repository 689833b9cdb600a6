import type { Singly } from "../engine.ts";
import { rastrumError } from "../errors.ts";
import type { AreaUnit } from "../grid/cell-area.ts";
import type { Counting } from "../mask/counted-cells.ts";
import type { ZoneCells } from "../mask/zone-cells.ts";
import { type Plan, planZonal } from "../plan/plan.ts";
import { resolveSelect, type SelectedDimension } from "../plan/select.ts";
import { bytesPerCell } from "../source/dtype.ts";
import type { Raster } from "../source/source.ts";
import type { Form } from "../stats/forms.ts";
import { loadKeeping } from "../stats/keeping.ts";
import type { Accumulator } from "../stats/partial.ts";
import { type AskedStatistic, accumulatorsOf, resolveStatistics } from "../stats/resolve.ts";
import type { Statistic } from "../stats/statistic.ts";
import { checkColumnNames } from "../table.ts";
import { readZones, type ZonesInput } from "../zones/read-zones.ts";
import { expectZones, placingOf, type ZoneProjector } from "../zones/zone-projector.ts";
import type { PixelZones, ZoneSet } from "../zones/zones.ts";
import type { Classes } from "./class-reader.ts";
import {
  checkCoverageWeight,
  checkDefault,
  checkEdges,
  checkForm,
  checkInclude,
  checkMaxClasses,
  checkMinCoverage,
  checkResampling,
  checkRule,
  engineOf,
  type ZonalOptions,
  zonesReading,
} from "./zonal-options.ts";
import { faultsOf, warningsOf, type ZoneFaults } from "./zone-faults.ts";

/** A job once its options and zones are known to be right: all that is needed to run it. */
export interface Prepared {
  /** What is read: the raster asked for, or one made of it. */
  readonly raster: Raster;
  readonly zones: ZoneSet;
  readonly pixelZones: PixelZones;
  /** Takes other zones of the same CRS to the raster's grid. */
  readonly project: ZoneProjector;
  readonly faults: ZoneFaults;
  readonly counting: Measure;
  readonly cells: ZoneCells;
  readonly plan: Plan;
  readonly selected: readonly SelectedDimension[];
  readonly statistics: readonly AskedStatistic[];
  readonly needs: ReadonlySet<Accumulator>;
  readonly singly: Singly | null;
  readonly byClass: Classes | null;
  readonly form: Form;
}

/**
 * @param zonesAreAll whether a property that none of them has is one that does not exist
 * @param read reads the zones, where they are read for more than this
 */
export async function prepareZonal(
  asked: Raster,
  input: ZonesInput,
  options: ZonalOptions,
  warnings: string[],
  zonesAreAll = true,
  read = () => readZones(input, zonesReading(options)),
): Promise<Prepared> {
  const { signal, include = [] } = options;
  signal?.throwIfAborted();
  const form = checkForm(options.form ?? (options.classes ? "long" : "list"));
  const statistics = statisticsOf(options.statistics ?? ["count", "mean"], form, options.classes !== undefined);
  const counting = checkCounting(options);
  const raster = await rasterOf(engineOf(options).keeping(asked), options);
  const selected = resolveSelect(raster.dimensions, options.select);
  expectZones(asked.grid, options.zonesCrs).catch(() => {}); // what fails is told where it is needed
  const zones = await read();
  warnings.push(...leftOut(zones));
  const placing = await placingOf(zones, raster.grid, options.zonesCrs, raster.name);
  warnings.push(...placing.warnings);
  if (zonesAreAll) checkInclude(include, zones);
  checkColumnNames([
    "zone",
    ...(zones.ids ? ["id"] : []),
    ...include,
    ...(form === "long" ? ["class"] : []),
    ...selected.filter(({ single }) => !single).map(({ dimension }) => dimension.name),
    ...statistics.filter((asked) => asked !== classesOfLists).map(({ column }) => column),
  ]);
  signal?.throwIfAborted();
  const pixelZones = await placing.project(zones);
  const { height, width } = raster.grid;
  const counted = await engineOf(options).countZones({ zones: pixelZones, height, width, counting }, signal);
  const { cells } = counted;
  const faults = faultsOf(pixelZones, height, width, counted.invalid);
  warnings.push(...warningsOf(faults, zones.length));
  const lattice = { height, width, chunkShape: raster.chunkShape, bytesPerCell: bytesPerCell(raster.dtype) };
  const { areaUnit } = counting;
  const areas = areaUnit && (await (await import("../grid/cell-area.ts")).readCellAreas(raster.grid, areaUnit));
  const needs = accumulatorsOf(statistics, cells.partial !== null || areas !== null);
  await loadKeeping(needs);
  const singly = await singlyOf(raster, areas, needs, options);
  const plan = planZonal(lattice, cells, selected);
  const byClass = await classesOf(raster, options);
  return {
    raster,
    zones,
    pixelZones,
    project: placing.project,
    faults,
    counting,
    cells,
    selected,
    statistics,
    form,
    needs,
    singly,
    byClass,
    plan,
  };
}

/** Says how many zones a file's index has left out. */
function leftOut({ length, rowsInFile = length }: ZoneSet): string[] {
  if (rowsInFile === length) return [];
  const zones = `${rowsInFile - length} of ${rowsInFile} zones`;
  return [`${zones} lie beside the raster, were not read and have no rows (zonesBeside: "keep" gives them rows).`];
}

/** Says of which classes lists have entries; goes last. */
export const [classesOfLists] = resolveStatistics(["unique"]);

/** @param byClass whether zones are cut by classes */
export function statisticsOf(names: readonly (string | Statistic)[], form: Form, byClass: boolean): AskedStatistic[] {
  const statistics = resolveStatistics(names);
  if (byClass || form === "list") {
    if (!byClass || form !== "list") return statistics;
    const message = 'With classes the form is "long", a row a class, or "wide", a column a class.';
    throw rastrumError("invalid-option", message, { option: "form", received: form });
  }
  if (statistics.some(({ statistic }) => statistic.perClass)) return [...statistics, classesOfLists];
  const message = `The form "${form}" is for classes: give \`classes\`, or ask for unique, frac or weighted_frac.`;
  throw rastrumError("invalid-option", message, { option: "form", received: form });
}

async function classesOf(
  raster: Raster,
  { classes, classEdges, maxClasses = 1024 }: ZonalOptions,
): Promise<Classes | null> {
  const edges = checkEdges(classEdges);
  if (!classes) return null;
  const most = checkMaxClasses(maxClasses);
  const { classReader } = await import("./class-reader.ts");
  return classReader(classes, raster, edges, most);
}

/** Which cells count, and for how much. */
export interface Measure extends Counting {
  readonly areaUnit: AreaUnit | null;
}

function checkCounting(options: ZonalOptions): Measure {
  const rule = checkRule(options.rule ?? "center");
  const minCoverage = checkMinCoverage(options.minCoverage ?? 0, rule);
  const coverageWeight = checkCoverageWeight(options.coverageWeight ?? "fraction");
  const areaUnit = coverageWeight === "fraction" || coverageWeight === "none" ? null : coverageWeight;
  return { rule, minCoverage, whole: coverageWeight === "none", areaUnit };
}

/** What few jobs need is loaded by those that do: a value for missing cells, expressions, and second rasters on this one's grid. */
async function rasterOf(raster: Raster, options: ZonalOptions): Promise<Raster> {
  const defaultValue = checkDefault("defaultValue", options.defaultValue);
  const filled =
    defaultValue === null ? raster : (await import("../source/fill-missing.ts")).fillMissing(raster, defaultValue);
  if (options.cell === undefined) return filled;
  const { cellRaster } = await import("./cell-raster.ts");
  return cellRaster(filled, options.cell, options.parameters ?? {});
}

/** Cells go one by one where each weighs its own or must be known by itself. */
async function singlyOf(
  raster: Raster,
  areas: Float64Array | null,
  needs: ReadonlySet<Accumulator>,
  options: ZonalOptions,
): Promise<Singly | null> {
  const defaultWeight = checkDefault("defaultWeight", options.defaultWeight);
  if (needs.has("weights") && !options.weights) {
    const message = "A weighted statistic is asked for without weights: give `weights`, the raster that holds them.";
    throw rastrumError("invalid-option", message, { option: "weights", received: options.weights });
  }
  const resampling = checkResampling(options.resampling ?? "nearest");
  const readWeights =
    needs.has("weights") && options.weights
      ? await (await import("./weight-reader.ts")).weightReader(options.weights, raster, defaultWeight, resampling)
      : null;
  return areas || readWeights || needs.has("cells") || needs.has("own") ? { areas, readWeights } : null;
}
