import { afterAll, describe, expect, it } from "vitest";
import { DevicePool } from "../../src/backend/device-pool.ts";
import type { EngineOptions } from "../../src/backend/engine-options.ts";
import { EngineCore } from "../../src/engine.ts";
import { memoryRaster } from "../../src/source/memory.ts";
import { gpuDtypes, onCpuAlone } from "../helpers/asks.ts";
import { checkProperty } from "../helpers/check-property.ts";
import { chunkingProperty, flipProperty, moveProperty, orderProperty, takeTally } from "../helpers/zonal-properties.ts";

/** One device for all engines. */
const pool = new DevicePool("webgpu");
const engineOf = (options: EngineOptions) => new EngineCore({ ...options, backend: "webgpu" }, pool);
const timeout = 900_000;

const adapter = await navigator.gpu.requestAdapter();
// Where WebGPU is required, the set-up of these tests has thrown before.
if (!adapter) console.warn("SKIPPED: the property tests on WebGPU, for want of an adapter.");

afterAll(() => pool.close());

describe.skipIf(!adapter)("WebGPU gives the CPU's table bit for bit, whatever is asked for", () => {
  it("runs on WebGPU", async () => {
    const raster = memoryRaster({ data: Float32Array.of(1), width: 1, height: 1 });
    expect(await engineOf({}).describe({ dtype: raster.dtype, needs: new Set() })).toMatchObject({ name: "webgpu" });
  });

  it("by any chunks, read in any order, any number at once, in any number of passes", { timeout }, () =>
    checkProperty("WebGPU, chunks", chunkingProperty(engineOf, gpuDtypes, onCpuAlone), 25, takeTally),
  );
  it("for zones in any order, rings begun anywhere and walked either way", { timeout }, () =>
    checkProperty("WebGPU, order", orderProperty(engineOf, gpuDtypes, onCpuAlone), 15, takeTally),
  );
  it("for rows stored from the south up", { timeout }, () =>
    checkProperty("WebGPU, from the south up", flipProperty(engineOf, gpuDtypes, onCpuAlone), 15, takeTally),
  );
  it("where raster and zones are moved by powers of two", { timeout }, () =>
    checkProperty("WebGPU, moved", moveProperty(engineOf, gpuDtypes, onCpuAlone), 15, takeTally),
  );
});
