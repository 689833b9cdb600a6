import { accumulatorColumns } from "../partial-table/accumulators.ts";
import type { Header, SharedHeader } from "../partial-table/header.ts";
import { keyNames } from "../partial-table/keys.ts";
import type { Share } from "../plan/share.ts";
import type { Raster } from "../source/source.ts";
import { createTotals, keepsCells, valueKindOfDtype } from "../stats/partial.ts";
import { checkColumnNames } from "../table.ts";
import { namedStatistics } from "./asked-statistics.ts";
import type { ZonalOptions } from "./zonal-options.ts";
import type { Prepared } from "./zonal-prepare.ts";

/**
 * What a table of partials says of itself, but for the backend and the warnings, which are known after the run.
 * Throws `invalid-option` where two of its columns would have one name.
 */
export function headerOf(ready: Prepared, options: ZonalOptions, share: Share, firstZone: number): Header {
  const { raster, zones, selected } = ready;
  const [rows, columns] = raster.chunkShape.slice(-2);
  const header: Header = {
    shared: sharedOf(ready, options),
    ids: zones.ids !== null,
    pieces: [
      {
        zones: [firstZone, firstZone + zones.length],
        ranges: selected.map(({ range }) => range),
        ...share,
        chunk: [rows, columns],
      },
    ],
    backends: [],
    warnings: [],
  };
  const none = createTotals(0, valueKindOfDtype(raster.dtype), ready.needs);
  const keys = ["zone", ...keyNames(header).map(({ name }) => name), ...(header.shared.classes ? ["class"] : [])];
  checkColumnNames([...keys, "slice", ...accumulatorColumns(none, header.shared).map(([name]) => name)]);
  return header;
}

function sharedOf(ready: Prepared, options: ZonalOptions): SharedHeader {
  const { raster, selected, needs, singly, form, byClass } = ready;
  const asked = namedStatistics(ready.statistics);
  const { statistics = [], include = [] } = options;
  const own = asked.filter(({ statistic }) => statistics.includes(statistic));
  const isSingly = singly !== null && keepsCells(needs);
  return {
    statistics: asked.map(({ column }) => column),
    own: own.map(({ column }) => column),
    states: own.filter(({ statistic }) => statistic.own).map(({ column }) => column),
    accumulators: [...needs].sort(),
    dtype: raster.dtype,
    scale: numberText(raster.scale),
    offset: numberText(raster.offset),
    grid: gridOf(raster),
    include,
    dimensions: selected
      .filter(({ single }) => !single)
      .map(({ dimension: { name, labels } }) => ({ name, kind: labels?.type ?? "index" })),
    fixed: Object.fromEntries(
      selected.filter(({ single }) => single).map(({ dimension, range }) => [dimension.name, range[0]]),
    ),
    classes: byClass !== null,
    form,
    lists: {
      coverage: isSingly || needs.has("weight"),
      weights: isSingly && singly.readWeights !== null,
      ids: isSingly,
    },
    counting: countingOf(options),
  };
}

function gridOf({ grid: { crs, transform, width, height } }: Raster): SharedHeader["grid"] {
  return { crs, transform, width, height };
}

/** What decides which cells count, for how much, and in which class. */
function countingOf(options: ZonalOptions): SharedHeader["counting"] {
  const { rule = "center", minCoverage = 0, coverageWeight = "fraction", resampling = "nearest" } = options;
  const { cell = null, parameters = {}, defaultValue = null, defaultWeight = null, classEdges = null } = options;
  return {
    rule,
    minCoverage,
    coverageWeight,
    cell,
    parameters: Object.fromEntries(Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1))),
    defaultValue,
    weights: options.weights !== undefined,
    defaultWeight,
    resampling,
    classEdges,
  };
}

function numberText(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}
