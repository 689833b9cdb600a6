import { afterEach, expect, it } from "vitest";
import { EngineCore } from "../../../src/engine.ts";
import { zonalStats } from "../../../src/ops/zonal-stats.ts";
import type { Raster } from "../../../src/source/source.ts";
import { asWorker, workingWorker } from "../../helpers/fake-worker.ts";
import { box, collection, countingRaster } from "../../helpers/squares.ts";
import { bytesOf } from "../../helpers/tables.ts";
import { watchedRaster } from "../../helpers/watched-raster.ts";

const STEPS = 6;
const cells = Uint8Array.from({ length: STEPS * 16 }, (_, i) => (i * 7) % 40);
const dimensions = [{ name: "t", size: STEPS, labels: null }];
/** A block a time step. */
const raster = countingRaster({ data: cells, width: 4, height: 4, dimensions, chunkShape: [1, 4, 4] });

const engines: EngineCore[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
});

function engineOf(options: ConstructorParameters<typeof EngineCore>[0]): EngineCore {
  const engine = new EngineCore({ backend: "cpu", concurrency: 1, ...options });
  engines.push(engine);
  return engine;
}

async function answer(engine: EngineCore, of: Raster): Promise<string[]> {
  const statistics = ["count", "median", "variety", "unique"];
  return bytesOf(await zonalStats(of, collection(box(0, 0, 3, 4)), { statistics, zonesCrs: "raster", engine }));
}

const alone = () => answer(engineOf({ workers: 0 }), raster);

it.each([2, 4, STEPS])("a zone keeps what workers closed of it where one is lost with step %d", async (lost) => {
  let reduces = 0;
  const dies = () =>
    workingWorker((worker, { name }) => {
      if (name !== "reduce" || ++reduces !== lost) return true;
      worker.fail("ended by the test");
      return false;
    });
  const engine = engineOf({ workers: 1, workersFrom: 0, createWorker: () => asWorker(dies()) });
  expect(await answer(engine, raster)).toEqual(await alone());
  expect(reduces).toBe(STEPS);
});

it("a zone has values of all steps where workers come up in the middle of a job", async () => {
  let reduces = 0;
  const counts = () =>
    workingWorker((_, { name }) => {
      if (name === "reduce") reduces++;
      return true;
    });
  const engine = engineOf({ workers: 1, createWorker: () => asWorker(counts()) });
  const watched = watchedRaster(raster, { onRead: (read) => void (read === 2 && engine.start()) });
  expect(await answer(engine, watched)).toEqual(await alone());
  expect(reduces).toBe(STEPS - 3);
});
