import type { Singly } from "../engine.ts";
import { rastrumError } from "../errors.ts";
import { expectCounting } from "../mask/counted-cells.ts";
import { placeMany } from "../mask/placing.ts";
import type { ZoneCells } from "../mask/zone-cells.ts";
import { type Plan, planZonal } from "../plan/plan.ts";
import { type SelectedDimension, wholeDimension } from "../plan/selected.ts";
import { bytesPerCell } from "../source/dtype.ts";
import type { Raster } from "../source/source.ts";
import { accumulatorsOf, askStatistics } from "../stats/ask.ts";
import type { Form } from "../stats/forms.ts";
import { loadKeeping } from "../stats/keeping.ts";
import { type Accumulator, keepsCells } from "../stats/partial.ts";
import type { AskedStatistic } from "../stats/resolve.ts";
import { checkColumnNames } from "../table.ts";
import type { ZonesAhead } from "../worker/zone-work.ts";
import type { OnRead } from "../zones/formats/format.ts";
import { readZones, type ZonesInput } from "../zones/read-zones.ts";
import { expectFaults } from "../zones/validity.ts";
import { expectZones, placingOf, type ZoneProjector } from "../zones/zone-projector.ts";
import type { PixelZones, ZoneSet } from "../zones/zones.ts";
import { type CheckedOptions, checkedOptions, type Measure } from "./checked-options.ts";
import type { Classes } from "./class-reader.ts";
import { areSmall } from "./small-zones.ts";
import { engineOf, type ZonalOptions, zonesReading } from "./zonal-options.ts";
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
 * @param read reads the zones, where they are read for more than this; those that are there before others may be told
 */
export async function prepareZonal(
  asked: Raster,
  input: ZonesInput,
  options: ZonalOptions,
  warnings: string[],
  zonesAreAll = true,
  read = (onRead: OnRead): Promise<ZoneSet> => readZones(input, { ...zonesReading(options), onRead }),
): Promise<Prepared> {
  const { signal, include = [] } = options;
  signal?.throwIfAborted();
  const checked = await checkedOptions(options);
  const { form, counting } = checked;
  const statistics = await statisticsOf(form, options);
  const engine = engineOf(options);
  const raster = await rasterOf(engine.keeping(asked), options, checked);
  const selected = await selectionOf(raster, options);
  loadForZones(input, asked, options, counting);
  const ahead: ZonesAhead = { grid: raster.grid, zonesCrs: options.zonesCrs, counting, parts: [], rings: null };
  const zones = await read((soFar) => engine.work.countAhead(ahead, soFar, signal));
  warnings.push(...leftOut(zones));
  const placing = await placingOf(zones, raster.grid, options.zonesCrs, raster.name);
  warnings.push(...placing.warnings);
  if (zonesAreAll && include.length > 0) (await import("./zonal-checks.ts")).checkInclude(include, zones);
  const names = [...keyNames(zones, include, form, selected), ...(await namesOf(statistics, form))];
  checkColumnNames(names);
  signal?.throwIfAborted();
  const pixelZones = await placing.project(zones);
  const { height, width } = raster.grid;
  const counted = engine.work.countZones(
    { zones: pixelZones, height, width, counting },
    signal,
    ahead.rings === zones.rings ? ahead : null,
  );
  loadForCells(statistics);
  const { cells, invalid } = await counted;
  const faults = faultsOf(pixelZones, height, width, invalid);
  warnings.push(...warningsOf(faults, zones.length));
  const areas = await areasOf(raster, counting);
  const needs = accumulatorsOf(statistics, cells.partial !== null || areas !== null);
  await loadKeeping(needs);
  const singly = await singlyOf(raster, areas, needs, options, checked);
  const byClass = await classesOf(raster, options, checked);
  await placeMany(cells, pixelZones.bounds);
  const plan = planOf(raster, cells, selected);
  const ofZones = { zones, pixelZones, project: placing.project, faults, cells };
  return { ...ofZones, raster, selected, counting, statistics, form, needs, singly, byClass, plan };
}

/** What zones need is loaded while they are read. */
function loadForZones(input: ZonesInput, { grid }: Raster, { zonesCrs }: ZonalOptions, counting: Measure): void {
  const areFew = areSmall(input);
  expectZones(input, grid, zonesCrs, areFew).catch(() => {}); // what fails is told where it is needed
  expectCounting(counting, areFew);
  if (!areFew) expectFaults();
}

/** What kept cells need is loaded while zones are counted, by workers mostly. */
function loadForCells(statistics: readonly AskedStatistic[]): void {
  const needs = accumulatorsOf(statistics, false);
  if (keepsCells(needs))
    loadKeeping(needs)
      .then(loadClosing)
      .catch(() => {});
}

/** What is done with zones that lie in one chunk. */
export const loadClosing = () => import("../worker/closing-groups.ts");

/** Names of the columns that say what a row is of. */
function keyNames(
  { ids }: ZoneSet,
  include: readonly string[],
  form: Form,
  selected: readonly SelectedDimension[],
): string[] {
  const dimensions = selected.filter(({ single }) => !single).map(({ dimension }) => dimension.name);
  return ["zone", ...(ids ? ["id"] : []), ...include, ...(form === "long" ? ["class"] : []), ...dimensions];
}

function planOf({ chunkShape, grid, dtype }: Raster, cells: ZoneCells, selected: readonly SelectedDimension[]): Plan {
  const lattice = { height: grid.height, width: grid.width, chunkShape, bytesPerCell: bytesPerCell(dtype) };
  return planZonal(lattice, cells, selected);
}

/** Areas of cells by row, by code that jobs which ask for areas load; null for others. */
async function areasOf({ grid }: Raster, { areaUnit }: Measure): Promise<Float64Array | null> {
  return areaUnit && (await import("../grid/cell-area.ts")).readCellAreas(grid, areaUnit);
}

/** Says how many zones a file's index has left out. */
function leftOut({ length, rowsInFile = length }: ZoneSet): string[] {
  if (rowsInFile === length) return [];
  const zones = `${rowsInFile - length} of ${rowsInFile} zones`;
  return [`${zones} lie beside the raster, were not read and have no rows (zonesBeside: "keep" gives them rows).`];
}

/** What is asked for of sums and extremes, as a list, is known here; the rest by code that is loaded then. */
async function statisticsOf(form: Form, { statistics = ["count", "mean"], classes }: ZonalOptions) {
  if (form === "list" && !classes) return askStatistics(statistics);
  const { statisticsOf } = await import("./asked-statistics.ts");
  return statisticsOf(statistics, form, classes !== undefined);
}

async function namesOf(statistics: readonly AskedStatistic[], form: Form): Promise<string[]> {
  if (form === "list") return statistics.map(({ column }) => column);
  const { namedStatistics } = await import("./asked-statistics.ts");
  return namedStatistics(statistics).map(({ column }) => column);
}

async function selectionOf({ dimensions }: Raster, { select }: ZonalOptions): Promise<SelectedDimension[]> {
  if (select === undefined) return dimensions.map(wholeDimension);
  return (await import("../plan/select.ts")).resolveSelect(dimensions, select);
}

async function classesOf(
  raster: Raster,
  { classes }: ZonalOptions,
  { classEdges, maxClasses }: CheckedOptions,
): Promise<Classes | null> {
  if (!classes) return null;
  const { classReader } = await import("./class-reader.ts");
  return classReader(classes, raster, classEdges, maxClasses);
}

/** What few jobs need is loaded by those that do: a value for missing cells, expressions, and second rasters on this one's grid. */
async function rasterOf(raster: Raster, options: ZonalOptions, { defaultValue }: CheckedOptions): Promise<Raster> {
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
  { defaultWeight, resampling }: CheckedOptions,
): Promise<Singly | null> {
  if (needs.has("weights") && !options.weights) {
    const message = "A weighted statistic is asked for without weights: give `weights`, the raster that holds them.";
    throw rastrumError("invalid-option", message, { option: "weights", received: options.weights });
  }
  const readWeights =
    needs.has("weights") && options.weights
      ? await (await import("./weight-reader.ts")).weightReader(options.weights, raster, defaultWeight, resampling)
      : null;
  return areas || readWeights || needs.has("cells") || needs.has("own") ? { areas, readWeights } : null;
}
