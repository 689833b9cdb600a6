import { afterEach, expect, it } from "vitest";
import { createEngine, type Engine } from "../../../src/engine.ts";
import { zonalStats } from "../../../src/ops/zonal-stats.ts";
import { memoryRaster } from "../../../src/source/memory.ts";
import { asWorker, workingWorker } from "../../helpers/fake-worker.ts";
import { box, collection, unitTransform } from "../../helpers/squares.ts";

/** 16 MiB, from which on workers help. */
const SIDE = 4096;

let engine: Engine;
afterEach(() => engine.close());

/** A zone over all cells, which are 1, in chunks of 64 rows and so many columns; and the tasks that workers were sent. */
function job(columns: number, options: { workersFrom?: number; signal?: AbortSignal } = {}) {
  const { signal, ...engineOptions } = options;
  const tasks: string[] = [];
  const createWorker = () =>
    asWorker(
      workingWorker((_, { name }) => {
        tasks.push(name);
        return true;
      }),
    );
  engine = createEngine({ backend: "cpu", workers: 1, createWorker, ...engineOptions });
  const data = new Uint8Array(SIDE * SIDE).fill(1);
  const raster = memoryRaster({ data, width: SIDE, height: SIDE, transform: unitTransform, chunkShape: [64, columns] });
  const zones = collection(box(0, 0, SIDE, SIDE));
  const table = zonalStats(raster, zones, { statistics: ["sum"], zonesCrs: "raster", engine, signal });
  return { table, tasks };
}

it.each([
  ["8,192 cells stay on this thread", 128, undefined, 0],
  ["more go to workers", 4096, undefined, SIDE / 64],
  ["8,192 cells go there where the caller says so", 128, 0, (SIDE / 64) * (SIDE / 128)],
])("blocks of %s", async (_, columns, workersFrom, sent) => {
  const { table, tasks } = job(columns, { workersFrom });
  expect((await table).getChild("sum")?.get(0)).toBe(SIDE * SIDE);
  expect(tasks.filter((name) => name === "reduce")).toHaveLength(sent);
});

it("many small blocks leave turns to others, so that a timer can abort the job", async () => {
  const stop = new AbortController();
  const { table } = job(8, { signal: stop.signal });
  let done = 0;
  const watch = async () => {
    for await (const progress of table) {
      if (done === 0) setTimeout(() => stop.abort());
      done = progress.done;
    }
  };
  const [watched, made] = await Promise.allSettled([watch(), table]);
  expect([watched.status, made]).toMatchObject(["rejected", { status: "rejected", reason: { name: "AbortError" } }]);
  expect(done).toBeLessThan((SIDE / 64) * (SIDE / 8));
});
