import { describe, expect, it } from "vitest";
import { createEngine } from "../../../src/engine.ts";
import type { ZonalOptions } from "../../../src/ops/zonal-options.ts";
import { zonalStats } from "../../../src/ops/zonal-stats.ts";
import { type MemoryRasterOptions, memoryRaster } from "../../../src/source/memory.ts";
import type { Raster } from "../../../src/source/source.ts";
import { box, collection, countingRaster, unitTransform } from "../../helpers/squares.ts";
import { cellOf } from "../../helpers/tables.ts";
import { watchedRaster } from "../../helpers/watched-raster.ts";

const engine = createEngine({ backend: "cpu" });

type Options = Omit<ZonalOptions, "statistics"> & { statistics: readonly string[] };

/** What statistics come to in each row, by name. */
async function valuesOf(raster: Raster, zones: object, options: Options) {
  const table = await zonalStats(raster, zones, { zonesCrs: "raster", engine, ...options });
  return Array.from({ length: table.numRows }, (_, row) =>
    Object.fromEntries(options.statistics.map((name) => [name, cellOf(table, name, row)])),
  );
}

/** A row of cells, and all of it as one zone. */
function rowOf(data: MemoryRasterOptions["data"], options: Partial<MemoryRasterOptions> = {}) {
  const raster = memoryRaster({ data, width: data.length, height: 1, transform: unitTransform, ...options });
  return { raster, zone: box(0, 0, data.length, 1) };
}

describe("which cells count, and for how much", () => {
  // Of cells 0 to 3 of the only row a half, all, all and a quarter.
  const raster = () => memoryRaster({ data: Uint8Array.of(10, 20, 40, 80), width: 4, height: 1, transform: [3, 0, 0, 0, -2, 0] }); // biome-ignore format: one line
  const ring = [[1.5, 0], [9.75, 0], [9.75, -2], [1.5, -2], [1.5, 0]]; // biome-ignore format: one line
  const zone = { type: "Polygon", coordinates: [ring] };
  const statistics = ["count", "sum", "mean", "max", "coverage", "values"];
  const counted = async (options: Omit<ZonalOptions, "statistics">) =>
    (await valuesOf(raster(), zone, { statistics, ...options }))[0];

  it("center: those whose centre is in, a centre on the left border is", async () => {
    expect(await counted({})).toEqual({
      ...{ count: 3, sum: 10 + 20 + 40, mean: 70 / 3, max: 40 },
      ...{ coverage: [1, 1, 1], values: [10, 20, 40] },
    });
  });

  it("touched: all, each in full", async () => {
    expect(await counted({ rule: "touched" })).toMatchObject({ count: 4, sum: 150, coverage: [1, 1, 1, 1] });
  });

  it("fraction: each by what is covered", async () => {
    const [count, sum] = [0.5 + 1 + 1 + 0.25, 0.5 * 10 + 20 + 40 + 0.25 * 80];
    expect(await counted({ rule: "fraction" })).toMatchObject({ count, sum, mean: sum / count, max: 80 });
  });

  it("minCoverage: from a fraction on, which is in; those that count keep theirs", async () => {
    const some = await counted({ rule: "fraction", minCoverage: 0.5 });
    expect(some).toMatchObject({ count: 2.5, sum: 0.5 * 10 + 20 + 40, max: 40, coverage: [0.5, 1, 1] });
    expect(await counted({ rule: "fraction", minCoverage: 1 })).toMatchObject({ count: 2, values: [20, 40] });
  });

  it('coverageWeight "none": those that count do so in full', async () => {
    const none = { rule: "fraction", coverageWeight: "none" } as const;
    expect(await counted(none)).toMatchObject({ count: 4, sum: 150, coverage: [1, 1, 1, 1] });
    expect(await counted({ ...none, minCoverage: 0.5 })).toMatchObject({ count: 3, sum: 70 });
  });

  it('coverageWeight "area_cartesian": by what is covered in units of the CRS squared, by any rule', async () => {
    const area = { coverageWeight: "area_cartesian" } as const;
    expect(await counted({ ...area, rule: "fraction" })).toMatchObject({ count: 6 * 2.75, coverage: [3, 6, 6, 1.5] });
    expect(await counted(area)).toMatchObject({ count: 6 * 3, sum: 6 * 70, mean: 70 / 3 });
  });

  it("defaultValue: cells without a value have one", async () => {
    const { raster, zone } = rowOf(Float32Array.of(1, Number.NaN, -9), { nodata: -9 });
    const ask = { statistics: ["count", "sum", "values"] };
    expect(await valuesOf(raster, zone, ask)).toEqual([{ count: 1, sum: 1, values: [1] }]);
    expect(await valuesOf(raster, zone, { ...ask, defaultValue: 0.5 })).toEqual([
      { count: 3, sum: 1 + 0.5 + 0.5, values: [1, 0.5, 0.5] },
    ]);
    const refused = zonalStats(rowOf(Uint8Array.of(1)).raster, zone, { zonesCrs: "raster", defaultValue: -1 });
    await expect(refused).rejects.toMatchObject({ tag: "invalid-option", option: "defaultValue" });
  });

  it.each([
    [{ minCoverage: 1.5, rule: "fraction" }, "minCoverage"],
    [{ minCoverage: Number.NaN, rule: "fraction" }, "minCoverage"],
    [{ minCoverage: 0.5 }, "minCoverage"],
    [{ coverageWeight: "area" }, "coverageWeight"],
    [{ defaultValue: Number.NaN }, "defaultValue"],
    [{ statistics: ["weighted_mean"] }, "weights"],
  ])("refuses %j", async (options, option) => {
    const job = zonalStats(raster(), zone, { zonesCrs: "raster", engine, ...(options as ZonalOptions) });
    await expect(job).rejects.toMatchObject({ tag: "invalid-option", option });
  });
});

describe("what special values come to", () => {
  const none = Number.NaN;
  const statistics = [
    "count", "sum", "mean", "min", "max", "range", "variance", "stdev", "coefficient_of_variation", "median",
    "quantile(0)", "quantile(1)", "mode", "majority", "minority", "variety", "unique", "frac", "histogram(2)",
    "min_center_x", "max_center_x",
  ]; // biome-ignore format: few lines

  // biome-ignore format: a family of statistics a line
  it.each<[string, number[], unknown[]]>([
    ["nothing but NaN", [Number.NaN, Number.NaN],
      [0, 0, null, null, null, null, null, null, null, null, null, null, null, null, null, 0, [], [], [0, 0], null, null]],
    ["−0 and 0", [-0, 0, -0],
      [3, 0, 0, 0, 0, 0, 0, 0, none, 0, 0, 0, 0, 0, 0, 1, [0], [1], [0, 3], 0.5, 0.5]],
    ["subnormals", [5e-324, -5e-324],
      [2, 0, 0, -5e-324, 5e-324, 1e-323, 0, 5e-324, Infinity, 0, -5e-324, 5e-324, 5e-324, -5e-324, -5e-324, 2,
        [-5e-324, 5e-324], [0.5, 0.5], [1, 1], 1.5, 0.5]],
    ["∞ among others", [1, Infinity, 3],
      [3, Infinity, Infinity, 1, Infinity, Infinity, none, none, none, 3, 1, Infinity, Infinity, 1, 1, 3,
        [1, 3, Infinity], [1 / 3, 1 / 3, 1 / 3], [1, 1], 0.5, 1.5]],
    ["−∞ and ∞", [Infinity, -Infinity],
      [2, none, none, -Infinity, Infinity, Infinity, none, none, none, none, -Infinity, Infinity, Infinity, -Infinity,
        -Infinity, 2, [-Infinity, Infinity], [0.5, 0.5], [0, 0], 1.5, 0.5]],
    ["the greatest double, twice", [Number.MAX_VALUE, Number.MAX_VALUE],
      [2, Infinity, Number.MAX_VALUE, Number.MAX_VALUE, Number.MAX_VALUE, 0, 0, 0, 0, Number.MAX_VALUE,
        Number.MAX_VALUE, Number.MAX_VALUE, Number.MAX_VALUE, Number.MAX_VALUE, Number.MAX_VALUE, 1,
        [Number.MAX_VALUE], [1], [0, 2], 0.5, 0.5]],
  ])("%s", async (_, cells, expected) => {
    const { raster, zone } = rowOf(Float64Array.from(cells));
    const [found] = await valuesOf(raster, zone, { statistics });
    expect(found).toEqual(Object.fromEntries(statistics.map((name, i) => [name, expected[i]])));
  });

  it("64-bit integers stay exact", async () => {
    const { raster, zone } = rowOf(BigInt64Array.of(2n ** 62n, 2n ** 62n + 1n, 2n ** 62n + 1n));
    const asked = ["sum", "min", "range", "mode", "unique", "values", "median", "variance"];
    const most = 2n ** 62n + 1n;
    expect(await valuesOf(raster, zone, { statistics: asked })).toEqual([
      {
        ...{ sum: 3n * 2n ** 62n + 2n, min: 2n ** 62n, range: 1n, mode: most, unique: [2n ** 62n, most] },
        ...{ values: [2n ** 62n, most, most], median: 2 ** 62, variance: 2 / 9 },
      },
    ]);
  });

  it("a negative scale turns least and greatest around, and the first cell that has them", async () => {
    const { raster, zone } = rowOf(Int16Array.of(5, 1, 5, 1), { scale: -2, offset: 1 });
    const asked = ["min", "max", "median", "unique", "mode", "values", "min_center_x", "max_center_x"];
    expect(await valuesOf(raster, zone, { statistics: asked })).toEqual([
      {
        ...{ min: -9, max: -1, median: -5, unique: [-9, -1], mode: -1, values: [-9, -1, -9, -1] },
        ...{ min_center_x: 0.5, max_center_x: 1.5 },
      },
    ]);
  });
});

it("statistics that keep cells read in as many passes as the budget wants, and say the same", async () => {
  const dimensions = [{ name: "time", size: 4, labels: null }];
  const cube = () => watchedRaster(countingRaster({ width: 8, height: 8, dimensions, chunkShape: [1, 4, 4] }));
  const zones = collection(box(0, 0, 4, 4), box(2, 2, 7, 7), box(9, 9, 10, 10), box(4, 0, 8, 4));
  const statistics = ["median", "mode", "values"];
  const whole = await valuesOf(cube(), zones, { statistics });
  // A step of a zone of 25 cells, each with 40 bytes, in a quarter of it; all zones have 16 + 25 + 16 cells.
  const small = createEngine({ backend: "cpu", memoryBudget: 4 * 25 * 40 });
  const raster = cube();
  expect(await valuesOf(raster, zones, { statistics, engine: small })).toEqual(whole);
  // Four steps by three passes: of zone 0, of zones 1 and 2, of zone 3, which lie in 1, 4 and 1 chunks.
  expect(raster.reads).toHaveLength(4 * (1 + 4 + 1));
  const tiny = createEngine({ backend: "cpu", memoryBudget: 4 * 25 * 40 - 1 });
  const refused = valuesOf(cube(), zones, { statistics, engine: tiny });
  await expect(refused).rejects.toMatchObject({ tag: "budget-too-small", bytesNeeded: 4 * 25 * 40 });
  const withoutLists = { statistics: ["median", "mode"], engine: createEngine({ backend: "cpu", memoryBudget: 64 }) };
  expect(await valuesOf(cube(), zones, withoutLists)).toEqual(whole.map(({ values: _, ...rest }) => rest));
});
