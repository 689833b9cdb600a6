import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EngineCore } from "../../../src/engine.ts";
import { isRastrumError } from "../../../src/errors.ts";
import type { ZonalOptions } from "../../../src/ops/zonal-options.ts";
import { zonalStats } from "../../../src/ops/zonal-stats.ts";
import { openZarr } from "../../../src/source/zarr.ts";
import { asWorker, workingWorker } from "../../helpers/fake-worker.ts";
import { type FaultServer, startFaultServer } from "../../helpers/fault-server.ts";
import { countedShards } from "../../helpers/shard-fixture.ts";
import { box, collection, countingRaster, unitTransform } from "../../helpers/squares.ts";

/** 64 × 64 cells, two by two shards of 2 × 2 chunks of 16 × 16 cells: cell k holds k. */
const SIZE = 64;
const everywhere = collection(box(0, 0, SIZE, SIZE));
const answer = { count: SIZE ** 2, sum: ((SIZE ** 2 - 1) * SIZE ** 2) / 2 };

let server: FaultServer;
let engine: EngineCore;
beforeEach(async () => {
  server = await startFaultServer(countedShards(SIZE));
  const createWorker = () => asWorker(workingWorker());
  engine = new EngineCore({ backend: "cpu", workers: 2, workersFrom: 0, createWorker });
});
afterEach(async () => {
  await engine.close();
  await server.close();
});

async function job(options: ZonalOptions = {}) {
  const raster = await openZarr(`${server.url}/z`, { transform: unitTransform, retryDelayMs: 1 });
  return zonalStats(raster, everywhere, { statistics: ["count", "sum"], zonesCrs: "raster", engine, ...options });
}

describe("a job", () => {
  it("from a server that ignores Range has its answer, and each file once", async () => {
    server.fault = () => ({ kind: "no-range" });
    expect((await job()).toArray().map((row) => row?.toJSON())).toMatchObject([answer]);
    expect(server.log.filter((line) => line.includes("/c/"))).toHaveLength(4);
  });

  it("under which a file changes says so, and gives no table", async () => {
    server.fault = (path, nth) => ({
      kind: "headers",
      headers: { etag: nth > 0 && path.endsWith("1/1") ? '"b"' : '"a"' },
    });
    const url = `${server.url}/z/c/1/1`;
    await expect(job()).rejects.toMatchObject({ tag: "source-changed", url, message: /open the raster again/ });
    server.fault = () => undefined;
    expect((await job()).toArray().map((row) => row?.toJSON())).toMatchObject([answer]);
  });

  it("from a slow server tells its progress on the way", async () => {
    server.fault = (path) => (path.includes("/c/") ? { kind: "drip", bytes: 400, pauseMs: 5 } : undefined);
    const raster = await openZarr(`${server.url}/z`, { transform: unitTransform });
    const steps: number[] = [];
    const slow = zonalStats(raster, everywhere, { zonesCrs: "raster", engine });
    for await (const { done, total } of slow) steps.push(done / total);
    expect(steps[0]).toBe(0);
    expect(steps.at(-1)).toBe(1);
    expect(steps.filter((share) => share > 0 && share < 1).length).toBeGreaterThan(0);
  });
});

/** Runs with the budget that each refusal names, from 1 byte on. */
async function leastBudget(options: ZonalOptions) {
  const raster = countingRaster({ width: 32, height: 32, chunkShape: [8, 8] });
  const refusals: number[] = [];
  for (let memoryBudget = 1; ; ) {
    const engine = new EngineCore({ backend: "cpu", workers: 0, memoryBudget });
    try {
      const table = await zonalStats(raster, collection(box(0, 0, 20, 20)), { zonesCrs: "raster", engine, ...options });
      return { refusals, row: table.get(0)?.toJSON() };
    } catch (error) {
      if (!isRastrumError(error, "budget-too-small")) throw error;
      expect(error.message).toContain(String(error.bytesNeeded));
      expect(error.bytesNeeded).toBeGreaterThan(memoryBudget);
      refusals.push(error.bytesNeeded);
      memoryBudget = error.bytesNeeded;
    }
  }
}

describe("a budget that is too small", () => {
  const chunk = 8 * 8 * 4;
  // Of a quarter of the budget cells that are listed take 40 bytes each.
  it.each<[string[], number]>([
    [["sum"], chunk],
    [["median"], chunk],
    [["mode"], chunk],
    [["quantile(0.9)", "mean"], chunk],
    [["values"], 4 * 20 * 20 * 40],
  ])("for %j names the bytes that will do", async (statistics, bytes) => {
    const { refusals, row } = await leastBudget({ statistics });
    expect(refusals).toEqual([bytes]);
    expect(row).toBeDefined();
  });

  it("for lists of values names what it knows to be needed, until it is enough", async () => {
    const { refusals, row } = await leastBudget({ statistics: ["unique"] });
    expect(row?.unique).toHaveLength(20 * 20);
    expect(refusals.at(-1)).toBeLessThanOrEqual(8 * 20 * 20);
  });
});
