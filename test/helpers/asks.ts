/** What may be asked of a raster: statistics, rules, weights; drawn at random. */
import fc from "fast-check";
import type { ZonalOptions } from "../../src/ops/zonal-options.ts";
import { bytesPerCell } from "../../src/source/dtype.ts";
import type { Dtype, Raster } from "../../src/source/source.ts";
import { type RasterSpec, rasterOf } from "./random-rasters.ts";

/** All that the table of statistics has, the first three families without weights. */
export const sums = [
  "count", "sum", "mean", "min", "max", "range", "variance", "stdev", "coefficient_of_variation", "quantile_sketch(0.4)",
] as const; // biome-ignore format: few lines
export const values = [
  "median", "quantile(0)", "quantile(0.1)", "quantile(0.9)", "quantile(1)", "mode", "majority", "minority", "variety",
  "unique", "frac", "frac_of(3)", "histogram(-1,0,2,50)", "histogram(4)", "histogram_edges(4)",
] as const; // biome-ignore format: few lines
export const lists = [
  "values", "coverage", "cell_id", "center_x", "center_y", "min_center_x", "min_center_y", "max_center_x",
  "max_center_y",
] as const; // biome-ignore format: few lines
export const weighted = [
  "weighted_sum", "weighted_mean", "weighted_variance", "weighted_stdev", "weighted_frac", "weights",
] as const; // biome-ignore format: few lines

/** Options that are plain data; weights are cells of the raster's grid. */
export interface Ask {
  readonly statistics: readonly string[];
  readonly rule: "center" | "touched" | "fraction";
  readonly minCoverage: number;
  readonly coverageWeight: "fraction" | "none" | "area_cartesian";
  /** Of each cell of the grid, NaN for none; asked for where a weighted statistic is. */
  readonly weights: Float64Array | null;
  readonly defaultWeight: number | undefined;
}

/** Whether a statistic is not to be asked for of cells of a type. */
export type Without = (name: string, dtype: Dtype) => boolean;

/** Types of cells that run on the GPU; the rest is the CPU's, whatever is asked for. */
export const gpuDtypes: readonly Dtype[] = [
  "bool", "int8", "uint8", "int16", "uint16", "int32", "uint32", "float16", "float32",
]; // biome-ignore format: few lines

/** What the CPU does whatever is asked for: what needs single cells, or values of many bits. */
export const onCpuAlone: Without = (name, dtype) => {
  const cpuOnly = [...lists, ...weighted, "quantile_sketch(0.4)", ...(/8$|bool/.test(dtype) ? [] : values)];
  return cpuOnly.some((other) => other === name);
};

export function asks({ height, width, dtype }: RasterSpec, without: Without = () => false): fc.Arbitrary<Ask> {
  const some = (names: readonly string[]) => fc.subarray(names.filter((name) => !without(name, dtype)));
  const families = fc.oneof(
    some(sums),
    fc.tuple(some(sums), some(values)).map((all) => all.flat()),
    fc.tuple(some(sums), some(values), some(lists)).map((all) => all.flat()),
    fc.tuple(some(sums), some(values), some(lists), some(weighted)).map((all) => all.flat()),
  );
  const weight = fc.constantFrom(0, 1, 0.5, 2.75, 1e10, -1, 0.1, Number.NaN);
  const cells = height * width;
  return fc
    .record({
      statistics: families.map((names) => (names.length > 0 ? names : ["count"])),
      rule: fc.constantFrom("center", "touched", "fraction", "fraction"),
      minCoverage: fc.constantFrom(0, 0, 0.25, 1),
      coverageWeight: fc.constantFrom("fraction", "fraction", "none", "area_cartesian"),
      weights: fc.array(weight, { minLength: cells, maxLength: cells }).map((all) => Float64Array.from(all)),
      defaultWeight: fc.constantFrom(undefined, undefined, 1.5, -2),
    })
    .map(
      (ask) =>
        ({
          ...ask,
          minCoverage: ask.rule === "fraction" ? ask.minCoverage : 0,
          weights: ask.statistics.some((name) => name.startsWith("weight")) ? ask.weights : null,
        }) as Ask,
    );
}

/** The options of a job; weights lie as `raster` does. */
export function optionsOf(ask: Ask, spec: RasterSpec, { grid }: Raster): ZonalOptions {
  const { statistics, rule, minCoverage, coverageWeight, weights, defaultWeight } = ask;
  const plain = { ...spec, dtype: "float64", sizes: [], nodata: null, scale: 1, offset: 0 } as const;
  return {
    ...{ statistics, rule, minCoverage, coverageWeight, defaultWeight, zonesCrs: "raster" },
    weights: weights ? rasterOf({ ...plain, data: weights }, { transform: grid.transform ?? undefined }) : undefined,
  };
}

/** A budget that holds any one zone's cells in one block, so that often several passes run. */
export function tightBudget(spec: RasterSpec, chunkShape: readonly number[], ask: Ask): number {
  const singly = ask.weights !== null || ask.coverageWeight === "area_cartesian" || ask.statistics.some(isOfCells);
  const slices = spec.sizes.reduce((product, size, i) => product * Math.min(size, chunkShape[i]), 1);
  const partial = ask.rule === "fraction" ? 16 : 0;
  const kept = singly ? 40 : Math.max(partial, bytesPerCell(spec.dtype));
  return 4 * slices * spec.height * spec.width * kept;
}

/** A budget that holds a block and the longest list of values, but hardly any cells: zones are read in sections. */
export function tinyBudget(spec: RasterSpec, chunkShape: readonly number[], ask: Ask): number {
  if (ask.statistics.some((name) => isOfCells(name) || name === "weights")) return tightBudget(spec, chunkShape, ask);
  const sizes = [...spec.sizes, spec.height, spec.width];
  const block = sizes.reduce((product, size, i) => product * Math.min(size, chunkShape[i]), bytesPerCell(spec.dtype));
  return Math.max(block, 8 * spec.height * spec.width);
}

const isOfCells = (name: string) => (lists as readonly string[]).includes(name);
