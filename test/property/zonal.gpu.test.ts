import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { EngineCore } from "../../src/engine.ts";
import { memoryRaster } from "../../src/source/memory.ts";
import type { Dtype } from "../../src/source/source.ts";
import { draws, seed } from "../helpers/random.ts";
import { chunkingProperty, flipProperty, moveProperty, orderProperty } from "../helpers/zonal-properties.ts";

const engines = [1, 2, 3, 8].map((concurrency) => ({
  concurrency,
  engine: new EngineCore({ backend: "webgpu", concurrency }),
}));
const engineOf = ({ concurrency = 8 }) =>
  engines.find((known) => known.concurrency === concurrency)?.engine as EngineCore;

/** Those that run on the GPU; the rest is the CPU's, whatever is asked for. */
const dtypes: Dtype[] = ["bool", "int8", "uint8", "int16", "uint16", "int32", "uint32", "float16", "float32"];

const adapter = await navigator.gpu.requestAdapter();
if (!adapter && process.env.REQUIRE_WEBGPU === "1") throw new Error("no WebGPU adapter");
if (!adapter) console.warn("SKIPPED: the property tests on WebGPU, for want of an adapter.");

afterAll(() => Promise.all(engines.map(({ engine }) => engine.close())));

describe.skipIf(!adapter)(`WebGPU gives the CPU's table bit for bit (seed ${seed})`, () => {
  it("runs on WebGPU", async () => {
    const raster = memoryRaster({ data: Float32Array.of(1), width: 1, height: 1 });
    expect(await engineOf({}).describe({ dtype: raster.dtype, needs: new Set() })).toMatchObject({ name: "webgpu" });
  });

  it("by any chunks, read in any order, any number at once", { timeout: 300_000 }, () =>
    fc.assert(chunkingProperty(engineOf, dtypes), { numRuns: draws(40), seed }),
  );
  it("for zones in any order, rings begun anywhere and walked either way", { timeout: 300_000 }, () =>
    fc.assert(orderProperty(engineOf, dtypes), { numRuns: draws(30), seed }),
  );
  it("for rows stored from the south up", { timeout: 300_000 }, () =>
    fc.assert(flipProperty(engineOf, dtypes), { numRuns: draws(20), seed }),
  );
  it("where raster and zones are moved by powers of two", { timeout: 300_000 }, () =>
    fc.assert(moveProperty(engineOf, dtypes), { numRuns: draws(20), seed }),
  );
});
