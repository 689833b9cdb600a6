import { Table, tableFromArrays } from "apache-arrow";
import { describe, expect, it } from "vitest";
import { createEngine } from "../../../src/engine.ts";
import { isRastrumError } from "../../../src/errors.ts";
import { combinePartials } from "../../../src/ops/combine-partials.ts";
import { finalizePartials } from "../../../src/ops/finalize-partials.ts";
import { type PartialsOptions, zonalPartials } from "../../../src/ops/zonal-partials.ts";
import { zonalStats } from "../../../src/ops/zonal-stats.ts";
import { memoryRaster } from "../../../src/source/memory.ts";
import { defineStatistic } from "../../../src/stats/define-statistic.ts";
import { contentOf, sent } from "../../helpers/partials.ts";
import { box, collection, countingRaster } from "../../helpers/squares.ts";
import { columnOf } from "../../helpers/tables.ts";

const engine = createEngine({ backend: "cpu" });
const features = [
  box(0, 0, 2, 2, { id: 7, properties: { name: "a" } }),
  box(1, 1, 3, 3, { properties: { name: "b" } }),
  box(9, 9, 10, 10, { properties: { name: "far" } }),
];
const zones = collection(...features);
const time = { name: "time", size: 3, labels: { type: "text" as const, values: ["z", "y", "x"] } };
const cube = () => countingRaster({ width: 4, height: 4, dimensions: [time], chunkShape: [1, 2, 2] });
const layer = () => countingRaster({ width: 4, height: 4, chunkShape: [2, 2] });

function partials(options: PartialsOptions = {}, input: object = zones, raster = layer()) {
  return Promise.resolve(zonalPartials(raster, input, { zonesCrs: "raster", engine, ...options }));
}

async function faultOf(work: () => unknown) {
  try {
    await work();
  } catch (error) {
    if (isRastrumError(error)) return error;
    throw error;
  }
  throw new Error("accepted");
}

describe("zonalPartials", () => {
  it("gives what sums, extremes and counts are made of, and says what it is", async () => {
    const table = await partials({ statistics: ["mean"], include: ["name"] });
    const column = (name: string) => columnOf(table, name);
    expect(table.schema.fields.map(({ name }) => name)).toEqual([
      ..."zone id name slice cells min max sum_mantissa sum_exponent sum_nonfinite".split(" "),
    ]);
    // Rows of four: cells 0, 1, 4, 5 and 5, 6, 9, 10; none.
    expect([column("cells"), column("min"), column("max")]).toEqual([
      [4n, 4n, 0n],
      [0, 5, null],
      [5, 10, null],
    ]);
    // 10 = 5 × 2^1, 30 = 15 × 2^1
    expect(column("sum_mantissa")).toEqual([Uint8Array.of(5), Uint8Array.of(15), Uint8Array.of(0)]);
    expect(column("sum_exponent")).toEqual([1, 1, 0]);
    const metadata = Object.fromEntries(table.schema.metadata);
    expect(metadata).toMatchObject({
      "rastrum.partials": "1",
      "rastrum.statistics": '["mean"]',
      "rastrum.accumulators": '["sum"]',
      "rastrum.dtype": '"int32"',
      "rastrum.grid": '{"crs":null,"transform":[1,0,0,0,-1,0],"width":4,"height":4}',
      "rastrum.warnings": '["1 of 3 zones lie wholly outside the raster (rows 2)."]',
    });
  });

  it("reads its share of the chunks only; rows without cells are in the first share", async () => {
    const jobs = [0, 1, 2].map((index) =>
      zonalPartials(layer(), zones, { zonesCrs: "raster", part: [index, 3], engine }),
    );
    const estimates = await Promise.all(jobs.map((job) => job.estimate()));
    // Chunks of four cells: the first zone has the first of them, the second one has a cell of each.
    expect(estimates.map(({ chunks, cells, decodedBytes }) => [chunks, cells, decodedBytes])).toEqual([
      [2, 4 + 1 + 1, 2 * 4 * 4],
      [1, 1, 4 * 4],
      [1, 1, 4 * 4],
    ]);
    const tables = await Promise.all(jobs);
    expect(tables.map((table) => [columnOf(table, "zone"), columnOf(table, "cells")])).toEqual([
      [[0, 1, 2], [4n, 2n, 0n]], // biome-ignore format: one line
      [[1], [1n]],
      [[1], [1n]],
    ]);
    const progress: string[] = [];
    const job = zonalPartials(cube(), zones, { zonesCrs: "raster", part: [2, 3], engine });
    for await (const { done, total } of job) progress.push(`${done}/${total}`);
    expect([progress[0], progress.at(-1)]).toEqual(["0/3", "3/3"]);
  });

  it("more shares than chunks, and zones outside of the raster, are no trouble", async () => {
    const far = collection(features[2]);
    for (const input of [zones, far]) {
      const tables = await Promise.all([0, 1, 2, 3, 4, 5].map((index) => partials({ part: [index, 6] }, input)));
      const whole = await zonalStats(layer(), input, { zonesCrs: "raster", engine });
      const final = finalizePartials(combinePartials(tables));
      expect(contentOf(final)).toEqual(contentOf(whole));
      expect([...final.schema.metadata]).toEqual([...whole.schema.metadata]);
    }
    const estimate = await zonalPartials(layer(), far, { zonesCrs: "raster", part: [1, 2] }).estimate();
    expect(estimate).toMatchObject({ chunks: 0, cells: 0, decodedBytes: 0 });
  });

  it.each([
    [{ part: [2, 2] as const }, "part"],
    [{ firstZone: -1 }, "firstZone"],
    [{ firstZone: 2 ** 31 - 1 }, "firstZone"],
    [{ statistics: ["nothing"] }, undefined],
    [{ include: ["cells"] }, "include"],
  ])("refuses %j", async (options, option) => {
    const input = collection({ ...features[0], properties: { cells: 1 } }, features[1]);
    const error = await faultOf(() => partials(options, input));
    expect(isRastrumError(error, "invalid-option") ? error.option : undefined).toBe(option);
  });
});

describe("combinePartials", () => {
  it("orders rows by zone, then as the dimension goes, whatever the order of the tables", async () => {
    const options = { statistics: ["sum"], include: ["name"] };
    const late = await partials({ ...options, select: { time: [1, 3] } }, zones, cube());
    const early = await partials({ ...options, select: { time: ["z", "z"] } }, zones, cube());
    const table = combinePartials([late, early]);
    expect(columnOf(table, "zone")).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2]);
    expect(columnOf(table, "time")).toEqual(["z", "y", "x", "z", "y", "x", "z", "y", "x"]);
    expect(contentOf(combinePartials([early, late]))).toEqual(contentOf(table));
    expect(contentOf(combinePartials([table]))).toEqual(contentOf(table));
  });

  it("gives columns the types that all their values need", async () => {
    const input = [1, null, "1", true].map((name, i) =>
      box(i, 0, i + 1, 1, { id: i % 2 ? "odd" : i, properties: { name } }),
    );
    const include = ["name"];
    const pieces = await Promise.all(
      input.map((feature, i) => partials({ include, firstZone: i, statistics: ["max"] }, collection(feature))),
    );
    expect(pieces.map((table) => String(table.getChild("name")?.type))).toEqual(["Float64", "Utf8", "Utf8", "Bool"]);
    const final = finalizePartials(combinePartials([...pieces].reverse()));
    expect(columnOf(final, "name")).toEqual(["1", null, "1", "true"]);
    expect(columnOf(final, "id")).toEqual(["0", "odd", "2", "odd"]);
    const numbers = combinePartials(pieces.slice(0, 2));
    expect(columnOf(numbers, "name")).toEqual([1, null]);
  });

  it("tells warnings of zones in pieces with where those begin", async () => {
    const pieces = [
      await partials({ firstZone: 0 }, collection(features[0])),
      await partials({ firstZone: 1 }, collection(features[2])),
    ];
    expect(JSON.parse(combinePartials(pieces).schema.metadata.get("rastrum.warnings") ?? "")).toEqual([
      "Of the zones from 1 on, counted from there: 1 of 1 zones lie wholly outside the raster (rows 0). Is the zones' CRS right?",
    ]);
  });

  it("refuses an empty list, and what are no tables of partials", async () => {
    expect(await faultOf(() => combinePartials([]))).toMatchObject({ tag: "invalid-option", option: "tables" });
    const final = await zonalStats(layer(), zones, { zonesCrs: "raster", engine });
    for (const table of [final, tableFromArrays({ zone: [1] }), null as unknown as Table]) {
      expect(await faultOf(() => combinePartials([table]))).toMatchObject({ what: "rastrum.partials" });
    }
    const table = await partials({ statistics: ["sum"] });
    const bare = table.select(["zone", "id", "slice", "cells", "min", "max", "sum_mantissa", "sum_nonfinite"]);
    const error = await faultOf(() => combinePartials([bare]));
    expect(error.message).toContain('the column "sum_exponent" is missing');
    const ofOldVersion = new Table(table.batches);
    ofOldVersion.schema.metadata.set("rastrum.partials", "0");
    expect((await faultOf(() => combinePartials([ofOldVersion]))).message).toContain("version 0, not 1");
  });

  const scaled = countingRaster({ width: 4, height: 4, chunkShape: [2, 2], scale: 2 });
  const shifted = countingRaster({ width: 4, height: 4, chunkShape: [2, 2], transform: [1, 0, 0, 0, -1, 1] });
  it.each<[string, PartialsOptions, ReturnType<typeof layer>]>([
    ["statistics", { statistics: ["sum"] }, layer()],
    ["scale", {}, scaled],
    ["grid", {}, shifted],
    ["dtype", {}, memoryRaster({ data: new Int16Array(16), width: 4, height: 4, transform: [1, 0, 0, 0, -1, 0] })],
    ["counting", { rule: "touched" }, layer()],
    ["include", { include: ["name"] }, layer()],
  ])("refuses tables that differ in %s", async (key, options, raster) => {
    const tables = [await partials({ part: [0, 2] }), await partials({ ...options, part: [1, 2] }, zones, raster)];
    const error = await faultOf(() => combinePartials(tables));
    expect(error).toMatchObject({ tag: "invalid-partials", what: `rastrum.${key}` });
  });

  it("refuses single slices of different indices: their tables have no column that would tell them apart", async () => {
    const tables = [
      await partials({ select: { time: 0 } }, zones, cube()),
      await partials({ select: { time: 1 } }, zones, cube()),
    ];
    const error = await faultOf(() => combinePartials(tables));
    expect(error.message).toContain('"fixed" is {"time":0} in one table and {"time":1} in another');
  });

  it("refuses the same cells twice, other zones, and chunks of another shape", async () => {
    const [first, second] = [await partials({ part: [0, 2] }), await partials({ part: [1, 2] })];
    expect((await faultOf(() => combinePartials([first, second, first]))).message).toContain("would count twice");
    const pieces = [await partials({}, collection(features[0])), await partials({}, collection(features[1]))];
    expect((await faultOf(() => combinePartials(pieces))).message).toContain("firstZone");
    const include = ["name"];
    const renamed = collection(features[0], { ...features[1], properties: { name: "c" } }, features[2]);
    const mixed = [await partials({ include, part: [0, 2] }), await partials({ include, part: [1, 2] }, renamed)];
    expect((await faultOf(() => combinePartials(mixed))).message).toContain('"name" of zone 1 is b in one table and c');
    const other = countingRaster({ width: 4, height: 4, chunkShape: [1, 4] });
    const chunks = [first, await partials({ part: [1, 2] }, zones, other)];
    expect((await faultOf(() => combinePartials(chunks))).message).toContain("other chunks");
  });
});

describe("finalizePartials", () => {
  it("is exact where doubles are not: 64-bit sums, and what over- or underflows on the way", async () => {
    const values = [2n ** 63n - 1n, 2n ** 63n - 1n, -(2n ** 62n), 5n];
    const big = memoryRaster({
      data: BigInt64Array.from(values),
      width: 4,
      height: 1,
      chunkShape: [1, 1],
      transform: [1, 0, 0, 0, -1, 0],
    });
    const floats = Float64Array.of(1.5e308, 1.5e308, -1.5e308, 5e-324);
    const wide = memoryRaster({
      data: floats,
      width: 4,
      height: 1,
      chunkShape: [1, 1],
      transform: [1, 0, 0, 0, -1, 0],
    });
    const all = collection(box(0, 0, 4, 1));
    for (const raster of [big, wide]) {
      const options = { statistics: ["sum", "variance", "median", "min"] };
      const parts = await Promise.all(
        [0, 1, 2, 3].map((index) => partials({ ...options, part: [index, 4] }, all, raster)),
      );
      const final = finalizePartials(combinePartials(parts.map(sent)));
      const expected = raster === big ? 2n ** 64n - 2n - 2n ** 62n + 5n : 1.5e308;
      expect(columnOf(final, "sum")).toEqual([expected]);
      const whole = await zonalStats(raster, all, { ...options, zonesCrs: "raster", engine });
      expect(contentOf(final)).toEqual(contentOf(whole));
    }
  });

  it("refuses parts that do not make a whole, unless asked to take them", async () => {
    const part = await partials({ part: [0, 2], statistics: ["count"] });
    const error = await faultOf(() => finalizePartials(part));
    expect(error).toMatchObject({ tag: "invalid-partials", what: "rastrum.pieces" });
    expect(error.message).toContain("zones 0 to 2, chunks 0 to 1 of 4");
    expect(columnOf(finalizePartials(part, { incomplete: true }), "count")).toEqual([4, 2, 0]);
  });

  it("makes other statistics of the same accumulators", async () => {
    const table = await partials({ statistics: ["stdev", "cell_id"] });
    const final = finalizePartials(table, { statistics: ["mean", "variance", "median"] });
    expect(final.schema.fields.map(({ name }) => name)).toEqual(["zone", "id", "mean", "variance", "median"]);
    expect(columnOf(final, "mean")).toEqual([10 / 4, 30 / 4, null]);
    const lacking = await faultOf(() => finalizePartials(table, { statistics: ["quantile_sketch(0.5)"] }));
    expect(lacking).toMatchObject({ tag: "invalid-partials", what: "sketch" });
    expect(await faultOf(() => finalizePartials(table, { statistics: ["meen"] }))).toMatchObject({ nearest: "mean" });
  });

  it("needs statistics that callers define once more", async () => {
    const double = defineStatistic({ name: "double_sum", needs: ["sum"], finalize: ({ sum }) => 2 * Number(sum) });
    const table = sent(await partials({ statistics: ["count", double] }));
    const error = await faultOf(() => finalizePartials(table));
    expect(error).toMatchObject({ tag: "invalid-option", option: "statistics" });
    expect(error.message).toContain("double_sum");
    expect(columnOf(finalizePartials(table, { statistics: [double] }), "double_sum")).toEqual([20, 60, null]);
  });

  it("names all backends that ran", async () => {
    const tables = [await partials({ part: [0, 2] }), await partials({ part: [1, 2] })];
    tables[1].schema.metadata.set("rastrum.backends", '[["webgpu","a GPU is there"]]');
    const { metadata } = finalizePartials(combinePartials(tables)).schema;
    expect(metadata.get("rastrum.backend")).toBe("cpu, webgpu");
    expect(metadata.get("rastrum.backend_reason")).toBe("asked for; a GPU is there");
  });
});
