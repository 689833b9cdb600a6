import { afterAll, describe, expect, it } from "vitest";
import { BackendPool } from "../../src/backend/choose.ts";
import { EngineCore, type EngineOptions } from "../../src/engine.ts";
import { memoryRaster } from "../../src/source/memory.ts";
import type { Dtype } from "../../src/source/source.ts";
import { checkProperty } from "../helpers/check-property.ts";
import { chunkingProperty, flipProperty, moveProperty, orderProperty } from "../helpers/zonal-properties.ts";

/** One device for all engines. */
const pool = new BackendPool("webgpu");
const engineOf = (options: EngineOptions) => new EngineCore({ ...options, backend: "webgpu" }, pool);
const timeout = 900_000;
const tally = { severalPasses: 0 };

/** Those that run on the GPU; the rest is the CPU's, whatever is asked for. */
const dtypes: Dtype[] = ["bool", "int8", "uint8", "int16", "uint16", "int32", "uint32", "float16", "float32"];

const adapter = await navigator.gpu.requestAdapter();
if (!adapter && process.env.REQUIRE_WEBGPU === "1") throw new Error("no WebGPU adapter");
if (!adapter) console.warn("SKIPPED: the property tests on WebGPU, for want of an adapter.");

afterAll(() => pool.close());

/** Statistics that keep cells run on the CPU beside it. */
describe.skipIf(!adapter)("WebGPU gives the CPU's table bit for bit, whatever is asked for", () => {
  it("runs on WebGPU", async () => {
    const raster = memoryRaster({ data: Float32Array.of(1), width: 1, height: 1 });
    expect(await engineOf({}).describe({ dtype: raster.dtype, needs: new Set() })).toMatchObject({ name: "webgpu" });
  });

  it("by any chunks, read in any order, any number at once, in any number of passes", { timeout }, () =>
    checkProperty("WebGPU, chunks", chunkingProperty(engineOf, dtypes, tally), 25, () => {
      return `, ${tally.severalPasses} in several passes`;
    }),
  );
  it("for zones in any order, rings begun anywhere and walked either way", { timeout }, () =>
    checkProperty("WebGPU, order", orderProperty(engineOf, dtypes), 15),
  );
  it("for rows stored from the south up", { timeout }, () =>
    checkProperty("WebGPU, from the south up", flipProperty(engineOf, dtypes), 15),
  );
  it("where raster and zones are moved by powers of two", { timeout }, () =>
    checkProperty("WebGPU, moved", moveProperty(engineOf, dtypes), 15),
  );
});
