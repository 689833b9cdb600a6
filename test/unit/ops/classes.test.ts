import { describe, expect, it } from "vitest";
import { zonalStats } from "../../../src/ops/zonal-stats.ts";
import { memoryRaster } from "../../../src/source/memory.ts";

const box = (minX: number, minY: number, maxX: number, maxY: number) => ({
  type: "Feature",
  properties: { name: `${minX}` },
  geometry: {
    type: "Polygon",
    coordinates: [[[minX, minY], [maxX, minY], [maxX, maxY], [minX, maxY], [minX, minY]]], // biome-ignore format: one line
  },
});

/** Two columns of a grid of 4 × 2 cells each, and one zone beside it. */
const zones = { type: "FeatureCollection", features: [box(0, 0, 2, 2), box(2, 0, 4, 2), box(9, 9, 10, 10)] };

const people = memoryRaster({
  data: Float32Array.of(1, 2, 3, 4, /* below */ 10, 20, 30, Number.NaN),
  width: 4,
  height: 2,
  bounds: [0, 0, 4, 2],
  chunkShape: [1, 3],
});

/** Land cover in cells half as large; what lies under each cell's centre is its class. */
const cover = memoryRaster({
  // biome-ignore format: the grid
  data: Uint8Array.of(
    0, 0, 0, 0,  0, 0, 0, 0,
    0, 7, 0, 5,  0, 7, 0, 9,
    0, 0, 0, 0,  0, 0, 0, 0,
    0, 5, 0, 5,  0, 255, 0, 7,
  ),
  width: 8,
  height: 4,
  bounds: [0, 0, 4, 2],
  nodata: 255,
});

const run = async (options: Parameters<typeof zonalStats>[2], raster = people) => {
  const table = await zonalStats(raster, zones, { zonesCrs: "raster", backend: "cpu", ...options });
  return table.toArray().map((row) => {
    const entries = Object.entries(row.toJSON() as Record<string, unknown>);
    return Object.fromEntries(
      entries.map(([key, value]) => [key, value && typeof value === "object" ? [...(value as number[])] : value]),
    );
  });
};

describe("classes of a second raster", () => {
  it("cut each zone: a row a zone and class that has a cell", async () => {
    // The centre of a cell lies in the lower right of its four parts: 7 5 7 9, and 5 5 – 7.
    expect(await run({ classes: cover, statistics: ["count", "sum"] })).toEqual([
      { zone: 0, class: 5, count: 3, sum: 2 + 10 + 20 },
      { zone: 0, class: 7, count: 1, sum: 1 },
      { zone: 1, class: 7, count: 1, sum: 3 },
      { zone: 1, class: 9, count: 1, sum: 4 },
      { zone: 2, class: null, count: 0, sum: 0 },
    ]);
  });

  it("give the same for values that are kept, for weights and for parts of cells", async () => {
    const statistics = ["median", "count", "weighted_sum"];
    const options = { classes: cover, statistics, weights: people, rule: "fraction" as const, include: ["name"] };
    expect(await run(options)).toEqual([
      { zone: 0, name: "0", class: 5, median: 10, count: 3, weighted_sum: 4 + 100 + 400 },
      { zone: 0, name: "0", class: 7, median: 1, count: 1, weighted_sum: 1 },
      { zone: 1, name: "2", class: 7, median: 3, count: 1, weighted_sum: 9 },
      { zone: 1, name: "2", class: 9, median: 4, count: 1, weighted_sum: 16 },
      { zone: 2, name: "9", class: null, median: null, count: 0, weighted_sum: 0 },
    ]);
  });

  it("stand in columns where the form is wide", async () => {
    expect(await run({ classes: cover, form: "wide", statistics: ["count", "max"] })).toEqual([
      { zone: 0, count_5: 3, count_7: 1, count_9: 0, max_5: 20, max_7: 1, max_9: null },
      { zone: 1, count_5: 0, count_7: 1, count_9: 1, max_5: null, max_7: 3, max_9: 4 },
      { zone: 2, count_5: 0, count_7: 0, count_9: 0, max_5: null, max_7: null, max_9: null },
    ]);
  });

  it("of floats are bins, named by their lower edges; what is outside is of no class", async () => {
    const options = { classes: people, classEdges: [0, 3, 20], statistics: ["count"] };
    expect(await run(options)).toEqual([
      { zone: 0, class: 0, count: 2 },
      { zone: 0, class: 3, count: 2 },
      { zone: 1, class: 3, count: 2 },
      { zone: 2, class: null, count: 0 },
    ]);
  });

  it.each([
    [{ classes: people }, "classes", "give classEdges"],
    [{ classes: people, classEdges: [3, 1] }, "classEdges", "increase"],
    [{ classes: cover, maxClasses: 2 }, "maxClasses", "3 classes were found"],
    [{ classes: cover, form: "list" as const }, "form", '"long"'],
    [{ form: "long" as const, statistics: ["mean"] }, "form", "is for classes"],
    [{ form: "wid" as "wide" }, "form", 'Did you mean "wide"?'],
  ])("%#: refuses what cannot be", async (options, option, text) => {
    await expect(run(options)).rejects.toMatchObject({ tag: "invalid-option", option });
    await expect(run(options)).rejects.toThrow(text);
  });
});

describe("fractions of the raster's own values", () => {
  const own = memoryRaster({
    data: Uint8Array.of(7, 5, 7, 9, /* below */ 5, 5, 255, 7),
    width: 4,
    height: 2,
    bounds: [0, 0, 4, 2],
    nodata: 255,
  });

  it("are lists, or columns, or rows", async () => {
    expect(await run({ statistics: ["unique", "frac"] }, own)).toEqual([
      { zone: 0, unique: [5, 7], frac: [3 / 4, 1 / 4] },
      { zone: 1, unique: [7, 9], frac: [2 / 3, 1 / 3] },
      { zone: 2, unique: [], frac: [] },
    ]);
    expect(await run({ statistics: ["count", "frac"], form: "wide" }, own)).toEqual([
      { zone: 0, count: 4, frac_5: 3 / 4, frac_7: 1 / 4, frac_9: 0 },
      { zone: 1, count: 3, frac_5: 0, frac_7: 2 / 3, frac_9: 1 / 3 },
      { zone: 2, count: 0, frac_5: null, frac_7: null, frac_9: null },
    ]);
    expect(await run({ statistics: ["count", "frac"], form: "long" }, own)).toEqual([
      { zone: 0, class: 5, count: 4, frac: 3 / 4 },
      { zone: 0, class: 7, count: 4, frac: 1 / 4 },
      { zone: 1, class: 7, count: 3, frac: 2 / 3 },
      { zone: 1, class: 9, count: 3, frac: 1 / 3 },
      { zone: 2, class: null, count: 0, frac: null },
    ]);
  });
});
