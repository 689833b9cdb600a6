import { describe, expect, it } from "vitest";
import type { Backend, Demand } from "../../../src/backend/backend.ts";
import { measureRates } from "../../../src/backend/calibrate.ts";
import { Comparison } from "../../../src/backend/compare.ts";
import { estimateSeconds, type Rates, ratesOf, secondsText } from "../../../src/backend/cost.ts";
import { createCpuBackend } from "../../../src/backend/cpu.ts";
import { DevicePool } from "../../../src/backend/device-pool.ts";
import { EngineCore } from "../../../src/engine.ts";
import { defineKernel, type Kernel } from "../../../src/kernels/kernel.ts";
import { zonalStats } from "../../../src/ops/zonal-stats.ts";
import type { Work } from "../../../src/plan/work.ts";
import { FakeDevice } from "../../helpers/fake-device.ts";
import { box, collection, countingRaster } from "../../helpers/squares.ts";

const none: Rates = { step: 0, byte: 0, cell: 0, part: 0, maskCell: 0, maskPart: 0 };
const work = (cells: number): Work => ({
  steps: 10,
  bytes: 4 * cells,
  cells,
  parts: 50,
  maskCells: cells / 2,
  maskParts: 25,
});
const demand = (cells: number, more: Partial<Demand> = {}): Demand & { work: Work } => {
  return { dtype: "float32", needs: new Set(["sum"]), work: work(cells), ...more };
};

describe("the estimate", () => {
  it("adds up what there is to do, shared among threads", () => {
    const rates: Rates = { step: 1, byte: 0.001, cell: 0.01, part: 0.1, maskCell: 0.02, maskPart: 0.2 };
    const seconds = 10 * 1 + 400 * 0.001 + 100 * 0.01 + 50 * 0.1 + 50 * 0.02 + 25 * 0.2;
    expect(estimateSeconds(rates, work(100), Infinity, 1)).toBeCloseTo(seconds, 12);
    expect(estimateSeconds(rates, work(100), Infinity, 4)).toBeCloseTo(seconds / 4, 12);
  });

  it("takes blocks that a device cannot take at once for several steps", () => {
    expect(estimateSeconds({ ...none, step: 1 }, work(1000), 1000, 1)).toBe(10);
    expect(estimateSeconds({ ...none, step: 1 }, work(1000), 100, 1)).toBe(4000 / 100);
  });

  it("finds rates in timings, each of which has one more kind of work", () => {
    const known: Rates = { step: 0.5, byte: 0.001, cell: 0.01, part: 0.25, maskCell: 0.125, maskPart: 1 };
    const [bytes, cells, parts, partCells] = [4000, 1000, 16, 250];
    const tiny = known.step;
    const wide = tiny + bytes * known.byte;
    const whole = wide + cells * known.cell;
    const many = wide + partCells * known.cell + parts * known.part;
    const wholeFresh = whole + cells * known.maskCell;
    const manyFresh = many + partCells * known.maskCell + parts * known.maskPart;
    const rates = ratesOf({ tiny, wide, whole, many, wholeFresh, manyFresh, bytes, cells, parts, partCells });
    for (const kind of Object.keys(known) as (keyof Rates)[]) expect(rates[kind]).toBeCloseTo(known[kind], 12);
    const noisy = { tiny: 2, wide: 1, whole: 0, many: 0, wholeFresh: 0, manyFresh: 0, bytes, cells, parts, partCells };
    expect(ratesOf(noisy)).toEqual({ ...none, step: 2 });
  });

  it.each([
    [12.34, "12 s"],
    [1.26, "1.3 s"],
    [0.01234, "12 ms"],
    [0.000456, "0.46 ms"],
    [0, "0 ms"],
  ])("tells %d seconds as %s", (seconds, text) => expect(secondsText(seconds)).toBe(text));
});

describe("measuring", () => {
  it("runs the kernel on one block with few and many zones, and lets go of the masks", async () => {
    const device = new FakeDevice();
    const rates = await measureRates(device, demand(1));
    expect(device.masks.size).toBe(0);
    expect([...new Set(device.uses.map(({ zones }) => zones.length))]).toEqual([32 ** 2, 1]);
    expect(rates.step).toBeGreaterThan(0.0005); // each run of a fake takes a millisecond
    expect(Object.values(rates).every((rate) => Number.isFinite(rate) && rate >= 0)).toBe(true);
  });

  it("on the CPU, of any cells that a device takes", async () => {
    for (const dtype of ["uint8", "float16", "int32"] as const) {
      const rates = await measureRates(createCpuBackend(), demand(1, { dtype }));
      expect(rates.cell).toBeGreaterThan(0);
      expect(rates.cell).toBeLessThan(1e-5);
    }
  });
});

/** A pool whose device takes `onDevice` seconds a cell, where the CPU takes `onCpu`. */
function poolOf(onCpu: number, onDevice: number, leastSeconds = 0) {
  const devices = [new FakeDevice("a fake")];
  const measured: string[] = [];
  const opened: FakeDevice[] = [];
  const measure = async (backend: Backend) => {
    measured.push(backend.name);
    return { ...none, cell: backend.name === "cpu" ? onCpu : onDevice };
  };
  const open = async () => devices[opened.push(devices[opened.length]) - 1];
  return { pool: new DevicePool("auto", 0, open, new Comparison(measure, leastSeconds)), measured, opened };
}

describe("auto", () => {
  it("takes the device where it is faster by the estimates, and says both", async () => {
    const { pool, measured } = poolOf(2, 1);
    const asked = demand(1000);
    const reason = "faster by estimate: 1000 s on the GPU, 2000 s on the CPU";
    expect(await pool.pick(asked)).toMatchObject({ backend: { name: "webgpu" }, reason });
    expect(await pool.pick(asked)).toMatchObject({ backend: { name: "webgpu" }, reason });
    expect(measured).toEqual(["cpu", "webgpu"]);
  });

  it("takes the CPU where that is, or where it has threads enough", async () => {
    const slow = poolOf(1, 2);
    const reason = "faster by estimate: 1000 s on the CPU, 2000 s on the GPU (a fake)";
    expect(await slow.pool.pick(demand(1000))).toMatchObject({ backend: { name: "cpu" }, reason });
    const { pool } = poolOf(2, 1);
    expect(await pool.pick(demand(1000, { threads: 4 }))).toMatchObject({ backend: { name: "cpu" } });
    expect(await pool.pick(demand(1000, { threads: 1 }))).toMatchObject({ backend: { name: "webgpu" } });
  });

  it("opens no device for a small job, nor for what no device can do", async () => {
    const { pool, opened, measured } = poolOf(1e-10, 0, 0.2);
    // 10 steps of 10 µs, 4,000,000 bytes of 1 ns, 10⁶ cells of 20 ns, 0.5·10⁶ of 1 ns in the mask, 75 parts of 1 µs.
    const tiny = `done before a GPU could be opened: ${Math.round(0.1 + 4 + 20 + 0.5 + 0.075)} ms at most`;
    expect(await pool.pick(demand(10 ** 6))).toMatchObject({ backend: { name: "cpu" }, reason: tiny });
    expect(measured).toEqual([]);
    const small = demand(10 ** 9);
    const reason = "done before a GPU could be opened: 100 ms by estimate";
    expect(await pool.pick(small)).toMatchObject({ backend: { name: "cpu" }, reason });
    expect(measured).toEqual(["cpu"]);
    expect(await pool.pick(demand(10 ** 9, { dtype: "int64" }))).toMatchObject({
      reason: "int64 cells are exact on the CPU only",
    });
    expect(await pool.pick(demand(10 ** 9, { singly: true }))).toMatchObject({ backend: { name: "cpu" } });
    expect(opened).toHaveLength(0);
    expect(await pool.pick(demand(10 ** 10))).toMatchObject({ backend: { name: "webgpu" } });
    // It is there now, so that small jobs are compared too; the first one stays where it began.
    expect(await pool.pick(demand(10 ** 6))).toMatchObject({ backend: { name: "webgpu" } });
    expect(await pool.pick(small)).toMatchObject({ backend: { name: "cpu" }, reason });
  });

  it("compares a device that takes the place of a lost one anew, and goes on where measuring loses it", async () => {
    const [first, second] = [new FakeDevice("first", 0), new FakeDevice("second")];
    const opened: FakeDevice[] = [];
    const open = async () => [first, second][opened.push(first) - 1];
    const probe: Kernel<object, number> = defineKernel({ name: "zonal", wgsl: "", structs: [], cpu: () => 1 });
    const measure = async (backend: Backend) => {
      if (backend.name === "webgpu") await backend.run(probe, { mask: {} });
      return { ...none, cell: backend.name === "cpu" ? 2 : 1 };
    };
    const pool = new DevicePool("auto", 0, open, new Comparison(measure, 0));
    expect(await pool.pick(demand(1000))).toMatchObject({ backend: { description: "second" } });
    expect([first.closed, second.closed]).toEqual([1, 0]);
  });

  it("gives the same table wherever it runs, with the reason in its metadata", async () => {
    const raster = countingRaster({ width: 8, height: 8, chunkShape: [4, 4] });
    const zones = collection(box(0, 0, 8, 8), box(1, 1, 7, 3));
    const run = (pool: DevicePool) =>
      zonalStats(raster, zones, { zonesCrs: "raster", engine: new EngineCore({}, pool) });
    const tables = await Promise.all([run(poolOf(2, 1).pool), run(poolOf(1, 2).pool)]);
    const [device, cpu] = tables.map(({ schema }) => schema.metadata);
    // 64 + 12 cells, all in the zone or zones.
    expect(device.get("rastrum.backend_reason")).toBe("faster by estimate: 76 s on the GPU, 152 s on the CPU (a fake)");
    expect(cpu.get("rastrum.backend_reason")).toBe("faster by estimate: 76 s on the CPU, 152 s on the GPU (a fake)");
    expect(tables[0].toArray().map(String)).toEqual(tables[1].toArray().map(String));
  });

  it("leaves backends that were asked for as they are, and measures nothing", async () => {
    const measure = () => Promise.reject(new Error("measured"));
    const device = new FakeDevice();
    const forced = new DevicePool("webgpu", 0, async () => device, new Comparison(measure));
    expect(await forced.pick(demand(1))).toMatchObject({ backend: device, reason: "asked for" });
  });
});
