import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { afterAll, expect, it } from "vitest";
import { EngineCore } from "../../../src/engine.ts";
import { zonalStats } from "../../../src/ops/zonal-stats.ts";
import { memoryRaster } from "../../../src/source/memory.ts";
import { bytesOf } from "../../helpers/tables.ts";

const worker = pathToFileURL(join(import.meta.dirname, "../../../dist/worker.js")).href;

/** What is done to a thread before the worker's script is loaded: `blocks` counts those that WebAssembly took. */
const hosts: Record<string, [prepare: string, compiles: boolean]> = {
  "where there is WebAssembly": [
    `const { Instance } = WebAssembly;
    WebAssembly.Instance = function (module) {
      const { exports } = new Instance(module);
      const placeCells = (...values) => {
        Atomics.add(blocks, 0, 1);
        exports.placeCells(...values);
      };
      return { exports: { ...exports, placeCells } };
    };`,
    true,
  ],
  "where a policy forbids it": [
    `WebAssembly.Module = class { constructor() { throw new WebAssembly.CompileError("blocked by CSP"); } };`,
    false,
  ],
  "where there is none": ["delete globalThis.WebAssembly;", false],
};

const engines: EngineCore[] = [];
afterAll(() => {
  for (const engine of engines) engine.close();
});

const cells = Float32Array.from({ length: 3 * 64 * 64 }, (_, i) => (i % 11 === 0 ? -9 : Math.sin(i) * 1000));
const place = { crs: "EPSG:4326", transform: [1, 0, 0, 0, -1, 64] } as const;
const raster = memoryRaster({ data: cells, width: 64, height: 64, dimensions: [{ name: "t", size: 3, labels: null }], chunkShape: [3, 64, 64], nodata: -9, ...place }); // biome-ignore format: few lines
const polygon = (ring: number[][]) => ({ type: "Polygon", coordinates: [ring] });
const features = [
  polygon([[0, 0], [64, 0], [64, 64], [0, 64], [0, 0]]),
  polygon([[3, 3], [40, 9], [20, 60], [3, 3]]),
].map((geometry) => ({ type: "Feature", properties: {}, geometry })); // biome-ignore format: few lines

async function tableOf(engine: EngineCore) {
  engines.push(engine);
  const zones = { type: "FeatureCollection", features };
  return zonalStats(raster, zones, { statistics: ["count", "sum", "min", "max", "stdev"], engine });
}

it.each(Object.entries(hosts))(
  "a worker reduces in WebAssembly, else in JavaScript: %s",
  async (_, [prepare, compiles]) => {
    const blocks = new Int32Array(new SharedArrayBuffer(4));
    const script = `const { blocks } = require("node:worker_threads").workerData; ${prepare} import(${JSON.stringify(worker)});`;
    const createWorker = () => new Worker(script, { eval: true, workerData: { blocks } });
    const table = await tableOf(new EngineCore({ backend: "cpu", workers: 1, workersFrom: 0, createWorker }));
    expect(table.schema.metadata.get("rastrum.workers")).toBe("1");
    expect(blocks[0]).toBe(compiles ? 1 : 0);
    expect(bytesOf(table)).toEqual(bytesOf(await tableOf(new EngineCore({ backend: "cpu", workers: 0 }))));
  },
);
