import { describe, expect, it } from "vitest";
import { type BackendPool, createBackendPool } from "../../../src/backend/choose.ts";
import { DevicePool } from "../../../src/backend/device-pool.ts";
import { rastrumError } from "../../../src/errors.ts";
import type { ZonalInput } from "../../../src/kernels/zonal.ts";
import { zonal } from "../../../src/kernels/zonal.ts";
import { zoneRuns } from "../../../src/mask/runs.ts";
import type { Dtype } from "../../../src/source/source.ts";
import type { Accumulator } from "../../../src/stats/partial.ts";
import { FakeDevice } from "../../helpers/fake-device.ts";
import { pixelZones, rectangle } from "../../helpers/pixel-zones.ts";

const zones = pixelZones([[[rectangle(0, 0, 2, 1)]]]);

function input(): ZonalInput {
  const mask = {
    window: { row: 0, column: 0, height: 1, width: 3 },
    zones: Uint32Array.of(0),
    runs: zoneRuns(zones, 1, 3),
    partial: null,
    pixelZones: zones,
  };
  return { data: Float32Array.of(1, 2, 4), slices: 1, mask, nodata: null, needs: new Set(["sum"]) };
}

const noAdapter = () => Promise.reject(rastrumError("no-webgpu", "none", { reason: "no adapter" }));

/** A pool whose devices are handed out in order. */
function poolOf(...devices: FakeDevice[]) {
  const left = [...devices];
  return new DevicePool("webgpu", 0, () =>
    left.length > 0 ? Promise.resolve(left.shift() as FakeDevice) : noAdapter(),
  );
}

const demand = (dtype: Dtype) => ({ dtype, needs: new Set<Accumulator>(["sum"]) });

/** 1 + 2: what every run must give, wherever it ran. */
const sumOf = async (pool: BackendPool) => (await pool.run(zonal, input(), demand("float32"))).sum?.components[0][0];

describe("the backend of an engine", () => {
  it("is the CPU where that was asked for, and no device is opened", async () => {
    const pool = createBackendPool("cpu", 0);
    expect(await pool.pick(demand("float32"))).toMatchObject({ backend: { name: "cpu" }, reason: "asked for" });
    expect(await sumOf(pool)).toBe(1 + 2);
  });

  it("one device is opened for all that asks at once, and closed with the pool", async () => {
    const device = new FakeDevice();
    const pool = poolOf(device);
    expect(await Promise.all([sumOf(pool), sumOf(pool), sumOf(pool)])).toEqual([3, 3, 3]);
    expect(device.uses).toHaveLength(3);
    await pool.close();
    expect(device.closed).toBe(1);
  });

  it("webgpu asked for without an adapter is an error, each time anew", async () => {
    let asked = 0;
    const pool = new DevicePool("webgpu", 0, () => (asked++ === 0 ? noAdapter() : Promise.resolve(new FakeDevice())));
    await expect(sumOf(pool)).rejects.toMatchObject({ tag: "no-webgpu", reason: "no adapter" });
    expect(await sumOf(pool)).toBe(3);
    await pool.close();
  });

  it("auto without WebGPU is the CPU, and says why", async () => {
    for (const [pool, why] of [
      [new DevicePool("auto", 0, noAdapter), "no adapter"],
      [createBackendPool("auto", 0), "there is no WebGPU here"],
    ] as const) {
      expect(await pool.pick(demand("float32"))).toMatchObject({ backend: { name: "cpu" }, reason: why });
    }
  });

  it("cells that a device could not reduce exactly go to the CPU", async () => {
    const pool = poolOf(new FakeDevice());
    expect(await pool.pick(demand("float64"))).toMatchObject({
      backend: { name: "cpu" },
      reason: "float64 cells are exact on the CPU only",
    });
    expect(await pool.pick(demand("uint8"))).toMatchObject({ backend: { name: "webgpu" }, reason: "asked for" });
  });
});

describe("a lost device", () => {
  it("is closed once and replaced; what was in flight runs again", async () => {
    const [first, second] = [new FakeDevice("first", 1), new FakeDevice("second")];
    const pool = poolOf(first, second);
    expect(await Promise.all(Array.from({ length: 5 }, () => sumOf(pool)))).toEqual([3, 3, 3, 3, 3]);
    expect([first.uses.length, second.uses.length]).toEqual([5, 4]);
    expect([first.closed, second.closed]).toEqual([1, 0]);
  });

  it("lost on its very first run costs one run", async () => {
    const [first, second] = [new FakeDevice("first", 0), new FakeDevice("second")];
    expect(await sumOf(poolOf(first, second))).toBe(3);
    expect([first.uses.length, second.uses.length]).toEqual([1, 1]);
  });

  it("after two the CPU takes over, and says so", async () => {
    const pool = poolOf(new FakeDevice("first", 0), new FakeDevice("second", 0), new FakeDevice("never"));
    expect(await sumOf(pool)).toBe(3);
    expect(await pool.pick(demand("float32"))).toMatchObject({
      backend: { name: "cpu" },
      reason: "the WebGPU device was lost again",
    });
  });

  it("where no second one comes the CPU takes over, also where webgpu was asked for", async () => {
    const pool = poolOf(new FakeDevice("first", 1));
    expect([await sumOf(pool), await sumOf(pool), await sumOf(pool)]).toEqual([3, 3, 3]);
    expect(await pool.pick(demand("float32"))).toMatchObject({ backend: { name: "cpu" }, reason: "no adapter" });
  });

  it("other errors of a backend are passed on", async () => {
    const device = new FakeDevice();
    device.run = () => Promise.reject(new TypeError("a bug"));
    await expect(sumOf(poolOf(device))).rejects.toThrow("a bug");
  });
});
