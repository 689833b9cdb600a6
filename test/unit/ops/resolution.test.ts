import { describe, expect, it } from "vitest";
import { finalizePartials } from "../../../src/ops/finalize-partials.ts";
import { zonalPartials } from "../../../src/ops/zonal-partials.ts";
import { zonalStats } from "../../../src/ops/zonal-stats.ts";
import { pyramid } from "../../helpers/pyramid.ts";

/** 128 × 128 cells of row + 2 · column, with means over 2, 4 and 8 cells. */
const raster = pyramid(128, [2, 4, 8]);
const square = (size: number) => ({
  type: "Polygon",
  coordinates: [[[0, 0], [size, 0], [size, -size], [0, -size], [0, 0]]], // biome-ignore format: one line
});
const run = (zone: object, resolution: number | "native" | "auto" | undefined) =>
  zonalStats(raster, zone, { zonesCrs: "raster", backend: "cpu", statistics: ["count", "mean"], resolution });

async function answer(zone: object, resolution: number | "native" | "auto" | undefined) {
  const table = await run(zone, resolution);
  const note = table.schema.metadata.get("rastrum.resolution");
  return {
    count: table.getChild("count")?.get(0),
    mean: table.getChild("mean")?.get(0),
    note: note && JSON.parse(note),
  };
}

describe("resolution", () => {
  it("is that of the raster unless it is asked for, and then nothing is said", async () => {
    const mean = (3 * (64 - 1)) / 2; // of row + 2 · column from 0 to 63
    expect(await answer(square(64), undefined)).toEqual({ count: 64 ** 2, mean, note: undefined });
    expect(await answer(square(64), "native")).toEqual({ count: 64 ** 2, mean, note: undefined });
  });

  it.each([
    [0.3, 0, 1],
    [1, 0, 1],
    [1.99, 0, 1],
    [2, 1, 2],
    [7, 2, 4],
    [1e9, 3, 8],
  ])("of %d takes level %d, the coarsest that is not coarser", async (asked, level, size) => {
    expect(await answer(square(64), asked)).toEqual({
      count: (64 / size) ** 2,
      mean: (3 * (64 - 1)) / 2,
      note: { asked, level, levels: 3, name: "memory", cellSize: [size, size], resampling: level ? "average" : null },
    });
  });

  it('"auto" takes the coarsest level in which every polygon has 1,024 cells', async () => {
    // (128 / 4)² = 1,024, (64 / 2)² = 1,024; 31² is less than that.
    expect((await answer(square(128), "auto")).count).toBe(1024);
    expect((await answer(square(64), "auto")).note).toMatchObject({ asked: "auto", level: 1 });
    expect((await answer(square(31), "auto")).note).toMatchObject({ level: 0 });
    const both = { type: "GeometryCollection", geometries: [square(128)] };
    const zones = {
      type: "FeatureCollection",
      features: [square(128), square(31)].map((geometry) => ({ type: "Feature", properties: {}, geometry })),
    };
    expect((await answer(zones, "auto")).note).toMatchObject({ level: 0 });
    expect((await answer(both, "auto")).note).toMatchObject({ level: 2 });
  });

  it("holds for parts of a job", async () => {
    const part = await zonalPartials(raster, square(64), {
      zonesCrs: "raster",
      backend: "cpu",
      statistics: ["count"],
      resolution: 4,
    });
    expect(finalizePartials(part).getChild("count")?.get(0)).toBe(16 ** 2);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, "coarse"])("refuses %s", async (resolution) => {
    await expect(run(square(64), resolution as number)).rejects.toMatchObject({
      tag: "invalid-option",
      option: "resolution",
    });
  });
});
