import { expect, it, vi } from "vitest";
import type { ZonesTask } from "../../../src/worker/zone-work.ts";
import { pixelZones, type Zone } from "../../helpers/pixel-zones.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";
import { makers } from "../../helpers/random-polygons.ts";

/** As a thread that begins. */
async function counted(task: ZonesTask) {
  vi.resetModules();
  return (await import("../../../src/worker/zone-work.ts")).countZones(task);
}

it(`cells and faults are the same where WebAssembly is missing or forbidden (seed ${seed})`, async () => {
  const random = seededRandom(seed);
  const [height, width] = [9, 11];
  const kinds = Object.values(makers);
  const zones = Array.from({ length: draws(2000) }, (_, i): Zone => kinds[i % kinds.length]({ random, height, width }));
  const counting = { rule: "center", minCoverage: 0, whole: false } as const;
  const task: ZonesTask = { zones: pixelZones(zones), height, width, counting };
  const expected = await counted(task);
  expect(expected.invalid.length).toBeGreaterThan(draws(200));
  try {
    vi.stubGlobal("WebAssembly", undefined);
    expect(await counted(task)).toEqual(expected);
    vi.stubGlobal("WebAssembly", {
      Module: class {
        constructor() {
          throw new EvalError("wasm-unsafe-eval");
        }
      },
    });
    expect(await counted(task)).toEqual(expected);
  } finally {
    vi.unstubAllGlobals();
  }
});
