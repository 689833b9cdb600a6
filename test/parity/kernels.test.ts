import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWebgpuBackend, type WebgpuBackend } from "../../src/backend/webgpu.ts";
import type { Kernel } from "../../src/kernels/kernel.ts";
import { kernels } from "../../src/kernels/kernels.ts";
import { type MaskInput, mask } from "../../src/kernels/mask.ts";
import { kernelCases } from "../helpers/kernel-cases.ts";
import { expectSame } from "../helpers/parity.ts";

let backend: WebgpuBackend;
let byParity: WebgpuBackend;

beforeAll(async () => {
  backend = await createWebgpuBackend({ fill: "triangles" });
  byParity = await createWebgpuBackend({ fill: "parity" });
});
afterAll(() => {
  backend.close();
  byParity.close();
});

describe.each(kernels as readonly Kernel<unknown, unknown>[])("$name is the same on both backends", (kernel) => {
  const cases = kernelCases[kernel.name]?.() ?? {};

  it("has cases", () => expect(Object.keys(cases).length).toBeGreaterThan(0));

  it.each(Object.keys(cases))("%s", async (name) => {
    const input = cases[name]();
    expectSame(await backend.run(kernel, input), kernel.cpu(input));
  });
});

describe("masks filled by parity", () => {
  const cases = kernelCases.mask();

  it.each(Object.keys(cases))("%s", async (name) => {
    const input = cases[name]();
    expectSame(await byParity.run(mask as Kernel<unknown, unknown>, input), mask.cpu(input as MaskInput));
  });

  it("were right at once", () => expect(byParity.repairedZones).toBe(0));
});
