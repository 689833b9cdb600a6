import { expect, it } from "vitest";
import { DevicePool } from "../../src/backend/device-pool.ts";
import { EngineCore } from "../../src/engine.ts";
import { zonalStats } from "../../src/ops/zonal-stats.ts";
import { FakeDevice } from "../helpers/fake-device.ts";
import { asWorker, FakeWorker, workingWorker } from "../helpers/fake-worker.ts";
import { box, collection, countingRaster } from "../helpers/squares.ts";
import { watchedRaster } from "../helpers/watched-raster.ts";

/** 16 chunks of 4 × 4 cells. */
const raster = () => countingRaster({ width: 16, height: 16, chunkShape: [4, 4] });
const zones = collection(box(0, 0, 16, 16));
const closed = { tag: "closed", what: "engine", message: /make another one/ };

it("an engine closed before a job is said by the job, which reads nothing", async () => {
  const engine = new EngineCore({ backend: "cpu" });
  await engine.close();
  const watched = watchedRaster(raster());
  await expect(Promise.resolve(zonalStats(watched, zones, { zonesCrs: "raster", engine }))).rejects.toMatchObject(
    closed,
  );
  expect(watched.reads).toEqual([]);
});

it("an engine's workers are up before its first job, unless it is closed", async () => {
  const workers: FakeWorker[] = [];
  const createWorker = () => asWorker(workers[workers.push(workingWorker()) - 1]);
  const engine = new EngineCore({ backend: "cpu", workers: 2, createWorker });
  await engine.start();
  expect(workers).toHaveLength(2);
  const starting = engine.start();
  await engine.close();
  await expect(starting).rejects.toMatchObject({ tag: "closed" });
  await expect(engine.start()).rejects.toMatchObject({ tag: "closed" });
  expect(workers.map(({ ended }) => ended)).toEqual([true, true]);
  await new EngineCore({ backend: "cpu", workers: 0, createWorker }).start();
  expect(workers).toHaveLength(2);
});

it("closed while chunks are read: the reads are stopped, the job rejects", async () => {
  const engine = new EngineCore({ backend: "cpu", concurrency: 3 });
  const onRead = (read: number) => void (read === 4 && engine.close());
  const watched = watchedRaster(raster(), { onRead, delay: (read) => (read < 2 ? 0 : 10_000) });
  await expect(Promise.resolve(zonalStats(watched, zones, { zonesCrs: "raster", engine }))).rejects.toMatchObject(
    closed,
  );
  expect([watched.reads.length, watched.inFlight]).toEqual([5, 0]);
});

it("closed while workers reduce: they are ended, and their work is not done here instead", async () => {
  const workers: FakeWorker[] = [];
  const createWorker = () => asWorker(workers[workers.push(new FakeWorker()) - 1]);
  const engine = new EngineCore({ backend: "cpu", workers: 2, concurrency: 8, workersFrom: 0, createWorker });
  const watched = watchedRaster(raster());
  const job = Promise.resolve(zonalStats(watched, zones, { zonesCrs: "raster", engine }));
  const outcome = expect(job).rejects.toMatchObject(closed);
  while (workers.reduce((sum, { posted }) => sum + posted.length, 0) < 4) await new Promise(setImmediate);
  await engine.close();
  await outcome;
  expect(workers.map(({ ended }) => ended)).toEqual([true, true]);
  expect(watched.reads).toHaveLength(8);
});

it("closed while a device works: no other one is opened", async () => {
  const devices = [new FakeDevice("first"), new FakeDevice("second")];
  const opened: FakeDevice[] = [];
  const pool = new DevicePool("webgpu", 0, async () => devices[opened.push(devices[opened.length]) - 1]);
  const engine = new EngineCore({ concurrency: 2 }, pool);
  const onRead = (read: number) => void (read === 4 && engine.close());
  await expect(
    Promise.resolve(zonalStats(watchedRaster(raster(), { onRead }), zones, { zonesCrs: "raster", engine })),
  ).rejects.toMatchObject(closed);
  expect([opened.length, devices[0].closed]).toEqual([1, 1]);
});

it("a worker that dies under a job is made up for, and the answer is the same", async () => {
  let tasks = 0;
  const dying = () =>
    asWorker(
      workingWorker((worker) => {
        if (++tasks !== 3) return true;
        worker.fail("ended by the test");
        return false;
      }),
    );
  const engine = new EngineCore({ backend: "cpu", workers: 1, workersFrom: 0, createWorker: dying });
  const table = await zonalStats(raster(), zones, { zonesCrs: "raster", engine, statistics: ["count", "sum"] });
  await engine.close();
  expect(table.toArray().map((row) => row?.toJSON())).toMatchObject([{ count: 256, sum: (255 * 256) / 2 }]);
  expect(tasks).toBeGreaterThan(3);
});
