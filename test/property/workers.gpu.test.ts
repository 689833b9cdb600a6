import { afterAll, describe, expect, it } from "vitest";
import { DevicePool } from "../../src/backend/device-pool.ts";
import type { EngineOptions } from "../../src/backend/engine-options.ts";
import { EngineCore } from "../../src/engine.ts";
import { zonalStats } from "../../src/ops/zonal-stats.ts";
import { gpuDtypes, onCpuAlone } from "../helpers/asks.ts";
import { checkProperty } from "../helpers/check-property.ts";
import { distWorker } from "../helpers/dist-worker.ts";
import { asWorker, workingWorker } from "../helpers/fake-worker.ts";
import { box, collection } from "../helpers/squares.ts";
import { bytesOf } from "../helpers/tables.ts";
import { dialects, height, openDialect, width } from "../helpers/zarr-dialects.ts";
import { chunkingProperty, takeTally } from "../helpers/zonal-properties.ts";

const timeout = 900_000;
const adapter = await navigator.gpu.requestAdapter();
// Where WebGPU is required, the set-up of these tests has thrown before.
if (!adapter) console.warn("SKIPPED: workers beside WebGPU, for want of an adapter.");

describe.skipIf(!adapter)("with WebGPU and workers the table of the CPU alone, bit for bit", () => {
  it("whatever is asked for", { timeout }, async () => {
    const pool = new DevicePool("webgpu"); // one device for all engines
    const createWorker = () => asWorker(workingWorker());
    const workers = { workers: 2, workersFrom: 0, createWorker };
    const engineOf = (options: EngineOptions) => new EngineCore({ ...options, ...workers, backend: "webgpu" }, pool);
    await checkProperty("workers beside WebGPU", chunkingProperty(engineOf, gpuDtypes, onCpuAlone), 40, takeTally);
    await pool.close();
  });

  describe("of a Zarr, which workers decode", () => {
    const workers = { workers: 2, workersFrom: 0, createWorker: distWorker };
    const alone = new EngineCore({ backend: "cpu", workers: 0 });
    const others = {
      "the CPU and workers": new EngineCore({ backend: "cpu", ...workers }),
      WebGPU: new EngineCore({ backend: "webgpu", workers: 0 }),
      "WebGPU and workers": new EngineCore({ backend: "webgpu", ...workers }),
    };
    afterAll(() => Promise.all(Object.values(others).map((engine) => engine.close())));
    const zones = collection(box(0, 0, width, height), box(1, 2, 5, 6));

    for (const dialect of dialects.filter(({ kind }) => kind === "read")) {
      it(dialect.name, async () => {
        const tableOf = async (engine: EngineCore) =>
          zonalStats(await openDialect(dialect), zones, {
            statistics: ["count", "sum", "mean", "stdev", "min", "max", "median"],
            zonesCrs: "raster",
            engine,
          });
        const own = bytesOf(await tableOf(alone));
        for (const [name, engine] of Object.entries(others)) {
          const table = await tableOf(engine);
          expect(bytesOf(table), name).toEqual(own);
          expect(table.schema.metadata.get("rastrum.workers"), name).toBe(name === "WebGPU" ? undefined : "2");
        }
      });
    }
  });
});
