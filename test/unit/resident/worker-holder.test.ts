import "../../helpers/keeping.ts";
import { describe, expect, it } from "vitest";
import { EngineCore } from "../../../src/engine.ts";
import { liveZonalStats } from "../../../src/ops/live-zonal-stats.ts";
import { createLane } from "../../../src/resident/lane.ts";
import { WorkerHolder } from "../../../src/resident/worker-holder.ts";
import { WorkerLost, WorkerPool } from "../../../src/worker/pool.ts";
import { asWorker, FakeWorker, workingWorker } from "../../helpers/fake-worker.ts";
import { checkDrags, raggedRaster } from "../../helpers/live-drags.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";
import { box, collection, countingRaster } from "../../helpers/squares.ts";
import { columnOf } from "../../helpers/tables.ts";

const sums = ["count", "sum", "mean", "min", "max", "stdev"];
const mask = {
  window: { row: 0, column: 0, height: 4, width: 4 },
  ...{ zones: 1, runs: Int32Array.of(0, 0, 4), offsets: Int32Array.of(0, 1), cells: 4, partial: null },
};

/** An engine whose workers take rasters of any size. */
function engineWith(createWorker: () => FakeWorker, memoryBudget?: number) {
  const create = () => asWorker(createWorker());
  return new EngineCore({ backend: "cpu", workers: 2, workersFrom: 0, memoryBudget, createWorker: create });
}

describe("blocks held in workers", () => {
  it.each(["int16", "float32", "float64", "uint64"] as const)(
    "%s: the tables of zonalStats, bit for bit",
    async (dtype) => {
      const tasks: string[] = [];
      const working = () => workingWorker((_, { name }) => tasks.push(name) > 0);
      const engine = engineWith(working);
      const random = seededRandom(seed);
      await checkDrags(raggedRaster(dtype, random), { statistics: sums, rule: "fraction" }, engine, draws(8), random);
      expect(tasks).toContain("hold");
      expect(tasks).toContain("reduceHeld");
      expect(tasks).toContain("countZones");
      await engine.close();
    },
  );

  it("kept cells, sketches, and a budget that has no room for all blocks", async () => {
    const random = seededRandom(seed);
    const tight = engineWith(() => workingWorker(), 2 * 4 * 53 * 70);
    await checkDrags(raggedRaster("int16", random), { statistics: sums }, tight, draws(5), random);
    await tight.close();
    const engine = engineWith(() => workingWorker());
    const options = { statistics: ["median", "values", "quantile_sketch(0.5)"], rule: "fraction" } as const;
    await checkDrags(raggedRaster("float32", random), options, engine, draws(5), random);
    await engine.close();
  });

  it("workers that die again and again: blocks are read anew, in the end on this thread", async () => {
    let left = 40;
    const mortal = () =>
      workingWorker((worker, { name }) => {
        if (name !== "reduceHeld" || left-- % 3 !== 0) return true;
        worker.fail("gone");
        return false;
      });
    const engine = engineWith(mortal);
    const random = seededRandom(seed);
    await checkDrags(raggedRaster("int32", random), { statistics: sums }, engine, draws(8), random);
    await engine.close();
  });

  it("cells of zones that change one after the other are found by one of the workers", async () => {
    const counting: FakeWorker[] = [];
    const watched = () => workingWorker((worker, { name }) => name !== "countZones" || counting.push(worker) > 0);
    const engine = engineWith(watched);
    const raster = countingRaster({ width: 8, height: 8, chunkShape: [4, 4] });
    const live = liveZonalStats(raster, collection(box(0, 0, 2, 2)), { zonesCrs: "raster", engine });
    await live.ready;
    for (const right of [3, 5, 8]) await live.update(0, box(0, 0, right, 8).geometry);
    expect(counting).toHaveLength(3);
    expect(new Set(counting).size).toBe(1);
    live.close();
    await engine.close();
  });

  it("workers that cannot be had", async () => {
    const engine = engineWith(() => {
      throw new Error("forbidden");
    });
    const raster = countingRaster({ width: 8, height: 8, chunkShape: [4, 4] });
    const live = liveZonalStats(raster, collection(box(0, 0, 2, 2)), { zonesCrs: "raster", engine });
    await live.ready;
    const updated = await live.update(0, box(0, 0, 8, 8).geometry);
    expect(updated && columnOf(updated, "mean")).toEqual([63 / 2]);
    live.close();
    await engine.close();
  });

  it("workers end when nothing has been held for a while, and others start with the next block", async () => {
    const made: FakeWorker[] = [];
    const createWorker = () => {
      const worker = workingWorker();
      made.push(worker);
      return asWorker(worker);
    };
    const holder = new WorkerHolder({ workers: 1, createWorker }, 10);
    const block = { data: Int8Array.from({ length: 16 }, (_, cell) => cell), shape: [4, 4] };
    const cells = { block, slices: 1, window: mask.window, nodata: null, needs: new Set<never>() };
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    await holder.hold("a", cells, true);
    await pause(30);
    expect(made.map(({ ended }) => ended)).toEqual([false]);
    holder.drop("a");
    await pause(30);
    expect(made.map(({ ended }) => ended)).toEqual([true]);
    await holder.hold("b", cells, true);
    const [partials] = await holder.reduce({ keys: ["b"], mask, weighing: null });
    expect([partials.count[0], partials.min[0], partials.max[0]]).toEqual([4, 0, 3]);
    expect(made.map(({ ended }) => ended)).toEqual([true, false]);
    holder.close();
    expect(made.map(({ ended }) => ended)).toEqual([true, true]);
  });

  it("a worker that took the place of another holds nothing, and says so", async () => {
    const worker = new FakeWorker();
    const lane = createLane(new WorkerPool({ workers: 1, createWorker: () => asWorker(worker) }));
    const reduced = lane.reduce({ keys: ["a"], mask, weighing: null });
    worker.answerNext(null);
    await expect(reduced).rejects.toBeInstanceOf(WorkerLost);
    lane.close();
  });
});
