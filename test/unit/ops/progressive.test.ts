import type { Table } from "apache-arrow";
import { beforeAll, describe, expect, it } from "vitest";
import { createEngine } from "../../../src/engine.ts";
import type { ZonalOptions } from "../../../src/ops/zonal-options.ts";
import { zonalStats } from "../../../src/ops/zonal-stats.ts";
import { memoryRaster } from "../../../src/source/memory.ts";
import type { Raster } from "../../../src/source/source.ts";
import { openZarr } from "../../../src/source/zarr.ts";
import { defineStatistic } from "../../../src/stats/define-statistic.ts";
import { finest, layout, pyramid, zarrPyramid } from "../../helpers/pyramid.ts";
import { box, collection } from "../../helpers/squares.ts";
import { bytesOf, columnOf } from "../../helpers/tables.ts";
import { watchedRaster } from "../../helpers/watched-raster.ts";
import { writeZarr } from "../../helpers/zarr-fixture.ts";

const engine = createEngine({ backend: "cpu" });
// Columns 0–8 of rows 0–8; columns 3–5 of rows 3–5, smaller than a cell of the coarsest level.
const zones = collection(box(0, 0, 8, 8, { id: "a", properties: { name: "A" } }), box(3, 3, 5, 5));

/** What a progressive job yields, and its result beside that of one that is not. */
async function run(raster: Raster, options: ZonalOptions = {}, input: object = zones) {
  const asked: ZonalOptions = { zonesCrs: "raster", engine, ...options };
  const job = zonalStats(raster, input, { ...asked, progressive: true });
  const previews: Table[] = [];
  for await (const { preview } of job) if (preview) previews.push(preview);
  const table = await job;
  expect(bytesOf(table)).toEqual(bytesOf(await zonalStats(raster, input, asked)));
  return { previews, table, warnings: job.warnings };
}

// What estimates need is loaded, or exact tables overtake them.
beforeAll(async () => {
  for (let tries = 0; tries < 5; tries++) {
    const { previews } = await run(pyramid(16, [4]), {
      statistics: ["count", "mean", "sum", "min"],
      include: ["name"],
    });
    if (previews.length > 0) return;
  }
}, 60_000);

const facts = (table: Table) => JSON.parse(table.schema.metadata.get("rastrum.estimate") ?? "null");

describe("progressive", () => {
  it("gives one estimate with the same columns, before the same table", async () => {
    const { previews, table, warnings } = await run(pyramid(16, [4]), {
      statistics: ["count", "mean", "sum", "min"],
      include: ["name"],
    });
    expect(previews).toHaveLength(1);
    const [preview] = previews;
    expect(preview.schema.fields.map(({ name }) => name)).toEqual(table.schema.fields.map(({ name }) => name));
    // The first zone is four cells of 4 × 4, so that sums are right; the second covers a sixteenth of each of 4.
    expect(columnOf(preview, "count")).toEqual([(4 * 16) as number, (4 * 16) / 16]);
    // Of the plane row + 2 · column: its value in the middle, 3.5 + 2 · 3.5.
    expect(columnOf(preview, "mean")).toEqual([10.5, 10.5]);
    expect(columnOf(preview, "sum")).toEqual([10.5 * 64, 10.5 * 4]);
    expect(columnOf(table, "mean")).toEqual([10.5, 10.5]);
    // The mean of the first 4 × 4 cells, not their least.
    expect(columnOf(preview, "min")).toEqual([4.5, 4.5]);
    expect(columnOf(table, "min")).toEqual([0, 9]);
    expect(columnOf(preview, "name")).toEqual(["A", null]);
    expect(table.schema.metadata.has("rastrum.estimate")).toBe(false);
    expect(warnings).toEqual([]);
  });

  it("says of which level it is, and what counts cannot be beyond", async () => {
    const data = new Uint8Array(256).fill(1);
    const { overviews: _, ...base } = pyramid(16, []);
    const coarse = await pyramid(16, [4]).overviews?.();
    const whole = memoryRaster({
      data,
      width: 16,
      height: 16,
      transform: base.grid.transform ?? undefined,
      overviews: coarse,
    });
    for (const rule of ["center", "touched", "fraction"] as const) {
      const { previews, table } = await run(whole, { rule });
      expect(facts(previews[0])).toEqual({
        level: 1,
        levels: 1,
        name: "memory",
        cellSize: [4, 4],
        resampling: "average",
        // The second zone has no cell of 4 × 4 whole, and meets four.
        range: { count: { low: [64, 0], high: [64, 64] }, mean: "none" },
      });
      expect(columnOf(table, "count")).toEqual([64, 4]);
    }
  });

  it("promises no least count where cells may be missing, and nothing where cells do not nest", async () => {
    const range = async (raster: Raster, options: ZonalOptions = {}) =>
      facts((await run(raster, { statistics: ["count"], ...options })).previews[0]).range.count;
    expect(await range(pyramid(16, [4]))).toEqual({ low: [0, 0], high: [64, 64] });
    expect(await range(pyramid(16, [4]), { defaultValue: 0 })).toEqual({ low: [64, 0], high: [64, 64] });
    expect(await range(pyramid(16, [4]), { coverageWeight: "area_cartesian" })).toBe("none");
    const uneven = memoryRaster({ data: new Float32Array(36), width: 6, height: 6, bounds: [0, -16, 16, 0] });
    expect(await range(pyramid(16, [], { overviews: [uneven] }))).toBe("none");
  });

  it("counts only cells that there are, where the last cell of the overview reaches beyond them", async () => {
    const data = new Uint8Array(10 * 10).fill(1);
    const coarse = memoryRaster({ data: new Uint8Array(9), width: 3, height: 3, bounds: [0, -12, 12, 0] });
    const raster = memoryRaster({ data, width: 10, height: 10, bounds: [0, -10, 10, 0], overviews: [coarse] });
    const { previews } = await run(raster, { statistics: ["count"] }, collection(box(0, 0, 12, 12)));
    expect(facts(previews[0]).range.count).toEqual({ low: [100], high: [100] });
  });

  it("estimates for zones that name the raster's projected CRS in other words", async () => {
    const grid = { data: new Uint8Array(256).fill(1), width: 16, height: 16, crs: "EPSG:27700" };
    const coarse = memoryRaster({ ...grid, data: new Uint8Array(16), width: 4, height: 4, bounds: [0, 0, 16, 16] });
    const raster = memoryRaster({ ...grid, bounds: [0, 0, 16, 16], overviews: [coarse] });
    const crs = { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::27700" } };
    const named = { ...collection(box(0, -8, 8, 0)), crs }; // y runs down in squares, north from 0 here
    const asked: ZonalOptions = { statistics: ["count"], zonesCrs: undefined };
    await run(raster, asked, named); // which loads the registry
    const { previews, warnings } = await run(raster, asked, named);
    expect(previews).toHaveLength(1);
    expect(warnings.filter((text) => /no estimate/.test(text))).toEqual([]);
  });

  it("weighs cells by their areas where areas are asked for", async () => {
    const { previews, table } = await run(pyramid(16, [4]), {
      coverageWeight: "area_cartesian",
      statistics: ["count"],
    });
    expect(columnOf(previews[0], "count")).toEqual([64, 4]);
    expect(columnOf(table, "count")).toEqual([64, 4]);
  });

  it("scales what grows with cells, also in statistics of the caller's own", async () => {
    const total = defineStatistic({
      name: "total",
      description: "",
      needs: ["sum"],
      finalize: (row) => Number(row.sum),
    });
    const asked = ["sum", "histogram(0,100)", "variety"];
    for (const statistics of [asked, [...asked, total]]) {
      const [preview] = (await run(pyramid(16, [4]), { statistics })).previews;
      expect(columnOf(preview, "sum")).toEqual([10.5 * 64, 10.5 * 4]);
      expect(columnOf(preview, "histogram(0,100)")).toEqual([[64], [4]]);
      expect(columnOf(preview, "variety")).toEqual([4, 4]);
      if (statistics.length > 3) expect(columnOf(preview, "total")).toEqual([10.5 * 64, 10.5 * 4]);
    }
  });

  it("keeps dimensions, and what is selected of them", async () => {
    const time = [{ name: "time", size: 2, labels: { type: "text", values: ["one", "two"] } }] as const;
    const cube = (width: number, more: object = {}) =>
      memoryRaster({ data: Float32Array.from({ length: 2 * width * width }, (_, i) => Math.floor(i / width ** 2)), width, height: width, bounds: [0, -16, 16, 0], dimensions: time, ...more }); // biome-ignore format: one line
    const raster = cube(16, { overviews: [cube(4, { dimensions: [{ ...time[0], labels: null }] })] });
    const { previews } = await run(raster, { statistics: ["mean"], select: { time: ["two", "two"] } });
    expect(columnOf(previews[0], "time")).toEqual(["two", "two"]);
    expect(columnOf(previews[0], "mean")).toEqual([1, 1]);
    expect(columnOf((await run(raster, { statistics: ["mean"] })).previews[0], "mean")).toEqual([0, 1, 0, 1]);
  });

  it("takes the finest level that answers soon, and the coarsest where none does", async () => {
    const level = async (raster: Raster) => facts((await run(raster)).previews[0]).cellSize[0];
    expect(await level(pyramid(64, [2, 4, 8]))).toBe(2);
    const dear = (raster: Raster, requests: number) => ({ ...raster, chunkCost: { requests, bytes: 0 } });
    const overviews = (await pyramid(64, [2, 4, 8]).overviews?.()) ?? [];
    const costing = (requests: number[]) =>
      pyramid(64, [], { overviews: overviews.map((overview, i) => dear(overview, requests[i])) });
    expect(await level(costing([100, 5, 1]))).toBe(4);
    expect(await level(costing([100, 100, 100]))).toBe(8);
  });

  it("estimates nothing without overviews, nor with a second raster", async () => {
    const weights = pyramid(16, []);
    for (const [raster, options] of [
      [{ ...pyramid(16, [4]), overviews: undefined }, {}],
      [pyramid(16, []), {}],
      [pyramid(16, [4]), { weights, statistics: ["weighted_mean"] }],
      [
        pyramid(16, [4]),
        { classes: memoryRaster({ data: new Uint8Array(256), width: 16, height: 16, bounds: [0, -16, 16, 0] }) },
      ],
    ] as [Raster, ZonalOptions][]) {
      expect(await run(raster, options)).toMatchObject({ previews: [], warnings: [] });
    }
  });

  it("goes on without an estimate where overviews fail, and says so", async () => {
    const coarse = (await pyramid(16, [4]).overviews?.()) ?? [];
    const broken = coarse.map((level) => watchedRaster(level, { failure: () => new Error("no such chunk") }));
    const { previews, warnings, table } = await run(pyramid(16, [], { overviews: broken }));
    expect(previews).toEqual([]);
    expect(warnings).toEqual(["There is no estimate: no such chunk"]);
    expect(table.schema.metadata.get("rastrum.warnings")).toBe(JSON.stringify(warnings));
    const elsewhere = memoryRaster({ data: new Float32Array(4), width: 2, height: 2, bounds: [900, 0, 916, 16] });
    expect((await run(pyramid(16, [], { overviews: [elsewhere] }))).warnings[0]).toMatch(/covers other ground/);
  });

  it("does not wait for overviews that are slow, and leaves no read of them behind", async () => {
    const [coarse] = (await pyramid(16, [4]).overviews?.()) ?? [];
    const slow = watchedRaster(coarse, { delay: () => 60_000 });
    const { previews, warnings } = await run(pyramid(16, [], { overviews: [slow] }));
    expect([previews, warnings, slow.reads.length, slow.inFlight]).toEqual([[], [], 1, 0]);
  });

  it("ends with the signal, and is told of no estimate then", async () => {
    const controller = new AbortController();
    const [coarse] = (await pyramid(16, [4]).overviews?.()) ?? [];
    const slow = watchedRaster(coarse, { delay: () => 60_000, onRead: () => controller.abort(new Error("enough")) });
    const raster = pyramid(16, [], { overviews: [slow] });
    const job = zonalStats(raster, zones, { zonesCrs: "raster", engine, progressive: true, signal: controller.signal });
    await expect(job).rejects.toThrow("enough");
    expect([slow.inFlight, job.warnings]).toEqual([0, []]);
  });

  it("estimates from the levels of a Zarr", async () => {
    const said = { "spatial:transform": finest, multiscales: { layout: layout(3), resampling_method: "average" } };
    const raster = await openZarr(await writeZarr(zarrPyramid(said)), { path: "0" });
    const zone = [[500, 900], [540, 900], [540, 860], [500, 860], [500, 900]]; // biome-ignore format: one line
    const { previews, table } = await run(raster, {}, { type: "Polygon", coordinates: [zone] });
    expect(facts(previews[0])).toMatchObject({ level: 1, levels: 2, cellSize: [20, 20], resampling: "average" });
    for (const each of [...previews, table]) expect(columnOf(each, "count").concat(columnOf(each, "mean"))).toEqual([16, 4.5]); // biome-ignore format: one line
  });
});
