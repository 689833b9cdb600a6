import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { EngineCore } from "../../src/engine.ts";
import { memoryRaster } from "../../src/source/memory.ts";
import { splitProperty } from "../helpers/partial-properties.ts";
import { draws, seed } from "../helpers/random.ts";

const engines = (["cpu", "webgpu"] as const).map((backend) => new EngineCore({ backend }));

const adapter = await navigator.gpu.requestAdapter();
// Where WebGPU is required, the set-up of these tests has thrown before.
if (!adapter) console.warn("SKIPPED: parts of a job on WebGPU, for want of an adapter.");

afterAll(() => Promise.all(engines.map((engine) => engine.close())));

describe.skipIf(!adapter)(`parts on the CPU and on WebGPU make one table (seed ${seed})`, () => {
  it("runs on WebGPU", async () => {
    const { dtype } = memoryRaster({ data: Float32Array.of(1), width: 1, height: 1 });
    expect(await engines[1].describe({ dtype, needs: new Set() })).toMatchObject({ name: "webgpu" });
  });

  it("that of zonalStats", { timeout: 300_000 }, () =>
    fc.assert(splitProperty(engines, ["uint8", "int16", "int32", "float32"]), { numRuns: draws(60), seed }),
  );
});
