import { expect, it } from "vitest";
import { measureRates } from "../../../src/backend/calibrate.ts";
import { createWebgpuBackend } from "../../../src/backend/webgpu.ts";
import type { Accumulator } from "../../../src/stats/partial.ts";

it("measures a device, by blocks that it takes", async () => {
  const backend = await createWebgpuBackend();
  try {
    const needs = new Set<Accumulator>(["sum", "squares"]);
    const rates = await measureRates(backend, { dtype: "float32", needs }, 64);
    expect(rates.step).toBeGreaterThan(0);
    expect(Object.values(rates).every((rate) => Number.isFinite(rate) && rate >= 0)).toBe(true);
    expect(backend.stepBytes).toBeGreaterThanOrEqual(4 * 1024 ** 2);
  } finally {
    backend.close();
  }
}, 120_000);
