import { describe, expect, it } from "vitest";
import { DevicePool } from "../../src/backend/device-pool.ts";
import type { EngineOptions } from "../../src/backend/engine-options.ts";
import { createEngine, EngineCore } from "../../src/engine.ts";
import type { ZonalOptions } from "../../src/ops/zonal-options.ts";
import { zonalStats } from "../../src/ops/zonal-stats.ts";
import type { Raster } from "../../src/source/source.ts";
import { FakeDevice } from "../helpers/fake-device.ts";
import { box, collection, countingRaster } from "../helpers/squares.ts";
import { watchedRaster } from "../helpers/watched-raster.ts";

/** 4 chunks of 4 × 4 cells × 3 blocks of 2 slices (of 5). */
const cube = () =>
  countingRaster({
    width: 8,
    height: 8,
    chunkShape: [2, 4, 4],
    dimensions: [{ name: "time", size: 5, labels: null }],
  });
const everywhere = collection(box(0, 0, 8, 8), box(1, 1, 7, 7), box(3, 3, 4, 4));
const slice = (time: number) => 64 * time;

function sums(raster: Raster, options: ZonalOptions & { engine: EngineCore }) {
  return zonalStats(raster, everywhere, { statistics: ["sum"], zonesCrs: "raster", ...options });
}

const cpu = (options: EngineOptions = {}) => new EngineCore({ backend: "cpu", ...options });
const on = (...devices: FakeDevice[]) => new EngineCore({}, new DevicePool("webgpu", 0, async () => devices.shift() as FakeDevice)); // biome-ignore format: one line

describe("reading", () => {
  it("reads each chunk once for all zones and slices, along chunk borders", async () => {
    const raster = watchedRaster(cube());
    const table = await sums(raster, { engine: cpu() });
    const windows = ["0,0 4×4", "0,4 4×4", "4,0 4×4", "4,4 4×4"];
    expect([...raster.reads].sort()).toEqual(windows.flatMap((window) => ["0–2", "2–4", "4–5"].map((range) => `${range} @ ${window}`)).sort()); // biome-ignore format: one line
    // Σ 0…63, and 64 more a cell for each step of time.
    expect(table.getChild("sum")?.get(4)).toBe((63 * 64) / 2 + 64 * slice(4));
    expect(table.getChild("sum")?.get(2 * 5 + 1)).toBe(3 * 8 + 3 + slice(1));
  });

  it("uses a mask for all slices of a chunk and lets it go after the last", async () => {
    const device = new FakeDevice();
    await sums(watchedRaster(cube()), { engine: on(device) });
    expect(device.uses).toHaveLength(4 * 3);
    expect(new Set(device.uses).size).toBe(4);
    expect(device.masks.size).toBe(0);
  });

  it("keeps `concurrency` chunks in flight, and fewer where memoryBudget says so", async () => {
    const most = async (options: EngineOptions) => {
      const raster = watchedRaster(cube(), { delay: () => 2 });
      await sums(raster, { engine: cpu(options) });
      return raster.mostInFlight;
    };
    const blockBytes = 2 * 4 * 4 * 4;
    expect(await most({})).toBe(12); // all there are, fewer than the default
    expect(await most({ concurrency: 1 })).toBe(1);
    expect(await most({ concurrency: 3 })).toBe(3);
    expect(await most({ memoryBudget: 5 * blockBytes })).toBe(5);
    expect(await most({ memoryBudget: blockBytes })).toBe(1);
  });

  it("a chunk that does not fit the budget is refused before anything is read", async () => {
    const raster = watchedRaster(cube());
    const engine = cpu({ memoryBudget: 2 * 4 * 4 * 4 - 1 });
    await expect(sums(raster, { engine })).rejects.toMatchObject({
      tag: "budget-too-small",
      bytesNeeded: 128,
      budgetBytes: 127,
    });
    expect(raster.reads).toEqual([]);
  });

  it.each([{ concurrency: 0 }, { concurrency: 1.5 }, { memoryBudget: -1 }, { backend: "gpu" }])(
    "refuses %j",
    (options) => {
      expect(() => createEngine(options as EngineOptions)).toThrow(
        expect.objectContaining({ tag: "invalid-option", option: Object.keys(options)[0] }),
      );
    },
  );
});

describe("failing", () => {
  it("the first failure stops the other reads, and is what the job rejects with", async () => {
    const failure = (read: number) => (read === 2 ? new Error("chunk 2 is broken") : undefined);
    const raster = watchedRaster(cube(), { failure, delay: (read) => (read === 2 ? 1 : 10_000) });
    await expect(sums(raster, { engine: cpu({ concurrency: 4 }) })).rejects.toThrow("chunk 2 is broken");
    expect(raster.reads).toHaveLength(4);
    expect(raster.inFlight).toBe(0);
  });

  it("lets go of all masks", async () => {
    const device = new FakeDevice();
    const failure = (read: number) => (read === 4 ? new Error("broken") : undefined);
    await expect(sums(watchedRaster(cube(), { failure }), { engine: on(device) })).rejects.toThrow("broken");
    expect(device.masks.size).toBe(0);
  });
});

describe("aborting", () => {
  it.each([0, 1, 5, 11])("in read %i stops reading at once and leaves nothing running", async (at) => {
    const controller = new AbortController();
    const device = new FakeDevice();
    const onRead = (read: number) => {
      if (read === at) controller.abort(new Error("enough"));
    };
    const raster = watchedRaster(cube(), { onRead, delay: (read) => (read < at - 2 ? 0 : 10_000) });
    const started = performance.now();
    await expect(sums(raster, { engine: on(device), signal: controller.signal })).rejects.toThrow("enough");
    expect(performance.now() - started).toBeLessThan(5000);
    expect(raster.reads).toHaveLength(at + 1);
    expect([raster.inFlight, device.masks.size]).toEqual([0, 0]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(raster.reads).toHaveLength(at + 1);
  });

  it("before it begins reads nothing", async () => {
    const raster = watchedRaster(cube());
    const signal = AbortSignal.abort(new Error("never"));
    await expect(sums(raster, { engine: cpu(), signal })).rejects.toThrow("never");
    expect(raster.reads).toEqual([]);
  });

  it("one job does not stop another on the same engine and raster", async () => {
    const controller = new AbortController();
    const raster = watchedRaster(cube(), { delay: () => 3 });
    const engine = cpu();
    const aborted = sums(raster, { engine, signal: controller.signal });
    const other = sums(raster, { engine });
    setTimeout(() => controller.abort(), 4);
    const [first, second] = await Promise.allSettled([aborted, other]);
    expect([first.status, second.status]).toEqual(["rejected", "fulfilled"]);
  });
});

describe("a device lost in the middle of a job", () => {
  it.each([0, 1, 5, 11])("after %i runs: the same table", async (lostAfter) => {
    const expected = await sums(cube(), { engine: cpu() });
    const devices = [new FakeDevice("first", lostAfter), new FakeDevice("second", 3)];
    const table = await sums(cube(), { engine: on(...devices) });
    expect(table.getChild("sum")?.toArray()).toEqual(expected.getChild("sum")?.toArray());
    expect(table.schema.metadata.get("rastrum.backend")).toBe(lostAfter === 11 ? "webgpu" : "cpu");
    expect(devices[0].closed).toBe(1);
  });
});
