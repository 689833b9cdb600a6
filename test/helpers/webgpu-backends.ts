import { afterAll, beforeAll } from "vitest";
import { createWebgpuBackend, type WebgpuBackend } from "../../src/backend/webgpu.ts";

/**
 * For the tests of a file: many strips, pages and pieces; one of each, without subgroups; all zones through earcut as far as
 * it goes.
 */
export function useBackends(): readonly WebgpuBackend[] {
  const backends: WebgpuBackend[] = [];
  beforeAll(async () => {
    backends.push(await createWebgpuBackend({ memoryBudget: 16_000 }));
    backends.push(await createWebgpuBackend({ subgroups: false }));
    backends.push(await createWebgpuBackend({ fill: "triangles" }));
  });
  afterAll(() => {
    for (const backend of backends) backend.close();
  });
  return backends;
}
