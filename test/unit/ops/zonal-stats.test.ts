import { describe, expect, it } from "vitest";
import { createEngine } from "../../../src/engine.ts";
import { isRastrumError } from "../../../src/errors.ts";
import type { ZonalOptions } from "../../../src/ops/zonal-options.ts";
import { zonalStats } from "../../../src/ops/zonal-stats.ts";
import { memoryRaster } from "../../../src/source/memory.ts";
import { box, collection, countingRaster } from "../../helpers/squares.ts";
import { columnOf } from "../../helpers/tables.ts";
import { watchedRaster } from "../../helpers/watched-raster.ts";

const engine = createEngine({ backend: "cpu" });
const zones = collection(box(0, 0, 2, 2, { id: 7, properties: { name: "a", area: 4 } }), box(1, 1, 3, 3));
const cube = () =>
  countingRaster({ width: 4, height: 4, dimensions: [{ name: "time", size: 3, labels: null }], chunkShape: [1, 2, 2] });

/** The tagged error of a job, and that nothing was read for it. */
async function refusal(options: ZonalOptions, input: unknown = zones, raster = cube()) {
  const watched = watchedRaster(raster);
  const job = zonalStats(watched, input as object, { zonesCrs: "raster", engine, ...options });
  const error = await job.then(
    () => Promise.reject(new Error("accepted")),
    (reason: unknown) => reason,
  );
  if (!isRastrumError(error)) throw error;
  await expect(job.estimate().then(() => job)).rejects.toBe(error);
  expect(watched.reads).toEqual([]);
  return error;
}

describe("zonalStats", () => {
  it("count and mean are what it gives where nothing is asked for", async () => {
    const table = await zonalStats(countingRaster({ width: 4, height: 4 }), zones, { zonesCrs: "raster" });
    expect(columnOf(table, "count")).toEqual([4, 4]);
    // Rows of four: cells 0, 1, 4, 5 and 5, 6, 9, 10.
    expect(columnOf(table, "mean")).toEqual([(0 + 1 + 4 + 5) / 4, (5 + 6 + 9 + 10) / 4]);
  });

  it("estimates without reading a cell, and changes neither options nor zones", async () => {
    const raster = watchedRaster(cube());
    const options = Object.freeze({ statistics: Object.freeze(["sum"]), zonesCrs: "raster", engine });
    const text = JSON.stringify(zones);
    const job = zonalStats(raster, zones, options);
    expect(await job.estimate()).toEqual({
      zones: 2,
      chunks: 4 * 3,
      requests: 0,
      bytes: 0,
      decodedBytes: 4 * 4 * 3 * 4,
      cells: (2 * 2 + 2 * 2) * 3,
    });
    expect(raster.reads).toEqual([]);
    await job;
    expect(raster.reads).toHaveLength(12);
    expect(JSON.stringify(zones)).toBe(text);
  });

  it("tells its progress chunk by chunk, from none to all", async () => {
    const raster = watchedRaster(cube(), { delay: () => 1 });
    const seen: number[] = [];
    const job = zonalStats(raster, zones, {
      zonesCrs: "raster",
      engine: createEngine({ backend: "cpu", concurrency: 1 }),
    });
    for await (const { done, total } of job) seen.push(done / total);
    expect([seen[0], seen[seen.length - 1]]).toEqual([0, 1]);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
  });

  it("zones that share, overlap or lie in a hole are independent of each other", async () => {
    const shell = box(0, 0, 4, 4).geometry as { coordinates: number[][][] };
    const hole = box(1, 1, 3, 3).geometry as { coordinates: number[][][] };
    const holed = { type: "Polygon", coordinates: [...shell.coordinates, ...hole.coordinates] };
    const input = collection({ ...box(0, 0, 1, 1), geometry: holed }, box(1, 1, 3, 3), box(0, 0, 4, 4));
    const table = await zonalStats(countingRaster({ width: 4, height: 4 }), input, { zonesCrs: "raster", engine });
    expect(columnOf(table, "count")).toEqual([16 - 4, 4, 16]);
  });

  it("takes zones as a Feature, a Geometry or text, and nodata and NaN out of the count", async () => {
    const data = Float32Array.of(1, -9999, Number.NaN, 4);
    const raster = memoryRaster({ data, width: 2, height: 2, transform: [1, 0, 0, 0, -1, 0], nodata: -9999 });
    const feature = box(0, 0, 2, 2);
    for (const input of [feature, feature.geometry as object, JSON.stringify(feature)]) {
      const table = await zonalStats(raster, input, { statistics: ["count", "sum"], zonesCrs: "raster", engine });
      expect([columnOf(table, "count"), columnOf(table, "sum")]).toEqual([[2], [1 + 4]]);
    }
  });
});

it("absent chunks are warned of, those of this job alone", async () => {
  const raster = { ...watchedRaster(cube()), missingChunks: () => raster.reads.length / 2 };
  const run = () => zonalStats(raster, zones, { zonesCrs: "raster", engine });
  for (const job of [run(), run()]) {
    await job;
    expect(job.warnings).toEqual(["6 chunks are not in the store and were read as its fill value."]);
  }
});

describe("zones outside the raster", () => {
  it("have rows of count 0 and a warning, not an error", async () => {
    const raster = watchedRaster(cube());
    const away = collection(box(90, 0, 91, 1), box(0, 40, 1, 41));
    const job = zonalStats(raster, away, { zonesCrs: "raster", engine, statistics: ["count", "max"] });
    const table = await job;
    expect(columnOf(table, "count")).toEqual([0, 0, 0, 0, 0, 0]);
    expect(columnOf(table, "max")).toEqual(new Array(6).fill(null));
    expect(job.warnings).toEqual(["2 of 2 zones lie wholly outside the raster (rows 0, 1). Is the zones' CRS right?"]);
    expect(JSON.parse(table.schema.metadata.get("rastrum.warnings") ?? "")).toEqual(job.warnings);
    expect(raster.reads).toEqual([]);
  });

  it("are told once, the first few of many by row", async () => {
    const far = Array.from({ length: 7 }, (_, i) => box(50 + i, 0, 51 + i, 1));
    const job = zonalStats(cube(), collection(box(0, 0, 1, 1), ...far), { zonesCrs: "raster", engine });
    await Promise.all([job.estimate(), job, job]);
    expect(job.warnings).toEqual(["7 of 8 zones lie wholly outside the raster (rows 1, 2, 3, 4, 5, …)."]);
  });

  it("no warning for one that only touches the raster's inside with no centre", async () => {
    const job = zonalStats(cube(), collection(box(0, 0, 0.4, 0.4)), { zonesCrs: "raster", engine });
    expect(columnOf(await job, "count")).toEqual([0, 0, 0]);
    expect(job.warnings).toEqual([]);
  });
});

describe("bad input is a tagged error that says what to do, before anything is read", () => {
  it("no CRS: which options supply one", async () => {
    const error = await refusal({ zonesCrs: undefined });
    expect(error.tag).toBe("missing-crs");
    expect(error.message).toMatch(/crs.*zonesCrs: "raster"/);
  });

  it("no transform: which option supplies one", async () => {
    const raster = memoryRaster({ data: new Uint8Array(4), width: 2, height: 2 });
    const error = await refusal({}, zones, raster);
    expect(error.tag).toBe("missing-transform");
    expect(error.message).toContain("pass transform");
  });

  it.each([
    [{ statistics: ["mean", "medain"] }, { tag: "unknown-statistic", statistic: "medain", nearest: "mean" }],
    [{ statistics: [] }, { tag: "invalid-option", option: "statistics" }],
    [{ rule: "centre" }, { tag: "invalid-option", option: "rule", received: "centre" }],
    [{ select: { tiem: 0 } }, { tag: "unknown-dimension", dimension: "tiem", dimensions: ["time"] }],
    [{ select: { time: "2013" } }, { tag: "unknown-label", dimension: "time", label: "2013" }],
    [{ select: { time: 3 } }, { tag: "unknown-label", dimension: "time", label: "3" }],
    [{ select: { time: [2, 1] } }, { tag: "invalid-option", option: "select" }],
    [{ include: ["nmae"] }, { tag: "unknown-property", property: "nmae", properties: ["name", "area"] }],
    [{ include: ["constructor"] }, { tag: "unknown-property", property: "constructor" }],
    [{ include: ["name", "name"] }, { tag: "invalid-option", option: "include", received: "name" }],
    [{ zonesCrs: "EPSG:123456" }, { tag: "missing-crs" }],
  ])("%j", async (options, expected) => {
    expect(await refusal(options as ZonalOptions)).toMatchObject(expected);
  });

  it("the nearest property is named", async () => {
    expect((await refusal({ include: ["nmae"] })).message).toContain('Did you mean "name"?');
  });

  it("an attribute or a dimension named as another column", async () => {
    const named = collection(box(0, 0, 1, 1, { properties: { mean: 1, time: 2 } }));
    for (const include of [["mean"], ["time"]]) {
      expect(await refusal({ include }, named)).toMatchObject({ tag: "invalid-option", received: include[0] });
    }
    const zoned = countingRaster({ width: 4, height: 4, dimensions: [{ name: "zone", size: 3, labels: null }] });
    expect(await refusal({}, zones, zoned)).toMatchObject({ tag: "invalid-option", received: "zone" });
  });

  it.each([
    [{ type: "FeatureCollection", features: [] }],
    [{ type: "Feature", properties: {}, geometry: { type: "Circle", coordinates: [0, 0] } }],
    ["{ no GeoJSON"],
    [{}],
  ])("zones %#, which are none", async (input) => {
    expect(await refusal({}, input)).toMatchObject({ tag: "invalid-zones" });
  });

  it("an engine together with a backend, and a backend that is none", async () => {
    const run = (options: object) => zonalStats(cube(), zones, { zonesCrs: "raster", ...options });
    await expect(run({ engine, backend: "cpu" })).rejects.toMatchObject({ tag: "invalid-option", option: "backend" });
    await expect(run({ backend: "gpu" })).rejects.toMatchObject({ tag: "invalid-option", received: "gpu" });
    await expect(run({ engine: {} })).rejects.toMatchObject({ tag: "invalid-option", option: "engine" });
  });
});

describe("abort", () => {
  const options = { zonesCrs: "raster", engine };

  it("before the start: nothing is read, and the caller's reason comes back", async () => {
    const reason = new Error("changed my mind");
    const job = zonalStats(watchedRaster(cube()), zones, { ...options, signal: AbortSignal.abort(reason) });
    await expect(job.estimate()).rejects.toBe(reason);
    await expect(job).rejects.toBe(reason);
  });

  it("between the estimate and the run", async () => {
    const controller = new AbortController();
    const raster = watchedRaster(cube());
    const job = zonalStats(raster, zones, { ...options, signal: controller.signal });
    await job.estimate();
    controller.abort();
    await expect(job).rejects.toMatchObject({ name: "AbortError" });
    expect(raster.reads).toEqual([]);
  });

  it("from within the loop over its progress", async () => {
    const controller = new AbortController();
    const raster = watchedRaster(cube(), { delay: (read) => (read < 2 ? 0 : 10_000) });
    const job = zonalStats(raster, zones, { ...options, signal: controller.signal });
    const loop = async () => {
      for await (const { done } of job) if (done >= 2) controller.abort();
    };
    await expect(loop()).rejects.toMatchObject({ name: "AbortError" });
    expect(raster.inFlight).toBe(0);
  });
});
