import { expect, it } from "vitest";
import { DeviceLost } from "../../src/backend/backend.ts";
import { createWebgpuBackend, type WebgpuOptions } from "../../src/backend/webgpu.ts";
import { mask as maskKernel } from "../../src/kernels/mask.ts";
import { type ZonalInput, zonal } from "../../src/kernels/zonal.ts";
import type { Dtype } from "../../src/source/source.ts";
import { mixedZones, needsAll, smallZones, zonalInput } from "../helpers/kernel-cases.ts";
import { expectSame, makeMask } from "../helpers/parity.ts";
import { rectangle, type Vertex } from "../helpers/pixel-zones.ts";

const steps = (n: number) => Float32Array.from({ length: n }, (_, i) => (i % 89) / 8);

async function withBackend<T>(
  options: WebgpuOptions,
  use: (backend: Awaited<ReturnType<typeof createWebgpuBackend>>) => Promise<T>,
) {
  const backend = await createWebgpuBackend(options);
  try {
    return await use(backend);
  } finally {
    backend.close();
  }
}

function mixedInput(slices: number): ZonalInput {
  return zonalInput(makeMask(mixedZones(3, 90, 120), 90, 120), slices, steps, 2);
}

it("says what it runs on and which cells it takes", () =>
  withBackend({}, async (backend) => {
    expect(backend.name).toBe("webgpu");
    expect(backend.description).not.toBe("");
    const takes = (dtype: Dtype) => backend.supports({ dtype, needs: new Set(["sum"]) });
    expect((["uint8", "int32", "float16", "float32"] as const).map(takes)).not.toContain(false);
    expect((["int64", "uint64", "float64"] as const).map(takes)).not.toContain(true);
    expect(backend.supports({ dtype: "uint8", needs: new Set(["values"]) })).toBe(true);
    expect(backend.supports({ dtype: "uint16", needs: new Set(["values"]) })).toBe(false);
    expect(backend.supports({ dtype: "uint8", needs: new Set(["cells"]) })).toBe(false);
    expect(backend.supports({ dtype: "uint8", needs: new Set(["sum"]), singly: true })).toBe(false);
    const wide = { ...mixedInput(1), data: new Float64Array(90 * 120) };
    await expect(backend.run(zonal, wide)).rejects.toMatchObject({ tag: "unsupported" });
  }));

it("has subgroups where the adapter has them, unless told otherwise", async () => {
  const has = (await navigator.gpu.requestAdapter())?.features.has("subgroups");
  await withBackend({}, async ({ device }) => expect(device.features.has("subgroups")).toBe(has));
  await withBackend({ subgroups: false }, async (backend) => {
    expect(backend.device.features.has("subgroups")).toBe(false);
    const input = mixedInput(2);
    expectSame(await backend.run(zonal, input), zonal.cpu(input));
  });
});

it("rejects with no-webgpu where there is no adapter, or none but software", async () => {
  const gpu = { requestAdapter: async () => null } as unknown as GPU;
  await expect(createWebgpuBackend({ gpu })).rejects.toMatchObject({ tag: "no-webgpu" });
  const adapter = { info: { isFallbackAdapter: true, description: "a rasteriser" } };
  expect((await navigator.gpu.requestAdapter())?.info.isFallbackAdapter).toBeTypeOf("boolean");
  const software = { requestAdapter: async () => adapter } as unknown as GPU;
  await expect(createWebgpuBackend({ gpu: software, acceptSoftware: false })).rejects.toThrow(
    "software (a rasteriser)",
  );
});

it("a device that refuses shaders is no WebGPU, and none that a run goes on with", async () => {
  const adapter = await navigator.gpu.requestAdapter();
  if (!adapter) throw new Error("no WebGPU adapter");
  const device = await adapter.requestDevice();
  const refuse = () => Promise.reject(new Error("not this one"));
  const { info, features } = adapter;
  const gpu = { requestAdapter: async () => ({ info, features, requestDevice: async () => device }) };
  device.createRenderPipelineAsync = refuse;
  await expect(createWebgpuBackend({ gpu: gpu as unknown as GPU })).rejects.toMatchObject({ tag: "no-webgpu" });

  await withBackend({}, async (backend) => {
    backend.device.createComputePipelineAsync = refuse;
    await expect(backend.run(zonal, mixedInput(1))).rejects.toBeInstanceOf(DeviceLost);
  });
});

it.each([20_000, 100_000, 10 ** 6])("splits into strips, pages and slices under a budget of %i bytes", (memoryBudget) =>
  withBackend({ memoryBudget }, async (backend) => {
    for (const input of [mixedInput(5), zonalInput(smallZones(), 1, (n) => new Uint8Array(n).fill(7), null)]) {
      expectSame(await backend.run(zonal, input), zonal.cpu(input));
    }
    const { mask } = mixedInput(1);
    const all = mask.zones.length - 4;
    expectSame(await backend.run(maskKernel, { mask, zone: all }), maskKernel.cpu({ mask, zone: all }));
  }),
);

it("names the budget that a row of cells needs", () =>
  withBackend({ memoryBudget: 1000 }, async (backend) => {
    const wanted = { tag: "budget-too-small", bytesNeeded: 4 * 120 * 4, budgetBytes: 1000 };
    await expect(backend.run(zonal, mixedInput(1))).rejects.toMatchObject(wanted);
  }));

it("runs many inputs at once, also where not all fit the budget, and forgets masks", () =>
  withBackend({ memoryBudget: 300_000 }, async (backend) => {
    const inputs = Array.from({ length: 6 }, (_, i) => (i % 2 ? mixedInput(1 + i) : { ...mixedInput(1), nodata: i }));
    const shared = inputs.map((input) => ({ ...input, mask: inputs[0].mask }));
    const all = [...inputs, ...shared];
    const outputs = await Promise.all(all.map((input) => backend.run(zonal, input)));
    for (const [i, output] of outputs.entries()) expectSame(output, zonal.cpu(all[i]));
    for (const { mask } of all) backend.releaseMask(mask);
    expectSame(await backend.run(zonal, all[0]), zonal.cpu(all[0]));
  }));

it("notices what earcut gets wrong, repairs it and does not trust it again", () =>
  withBackend({ fill: "triangles" }, async (backend) => {
    const square = rectangle(3, 3, 30, 30);
    // By even-odd nothing is inside; to earcut, area and triangles agree. The other parts make a rectangle around it.
    const walkedTwice = [...square, ...square];
    const corners = [[rectangle(0, 0, 2, 2)], [rectangle(40, 40, 45, 45)]];
    const bowTie: Vertex[] = [[2, 2], [40, 40], [40, 2], [2, 40]]; // biome-ignore format: one line
    const mask = makeMask(
      [[[walkedTwice], ...corners], [[square, square], ...corners], [[bowTie]], [[square]]],
      50,
      50,
    );
    const input = zonalInput(mask, 1, steps, null);
    expectSame(await backend.run(zonal, input), zonal.cpu(input));
    const noticed = backend.repairedZones;
    expect(noticed).toBeGreaterThan(0);
    const again = { ...input, mask: { ...mask } };
    expectSame(await backend.run(zonal, again), zonal.cpu(again));
    expect(backend.repairedZones).toBe(noticed);
  }));

it("fills by parity alone, too", () =>
  withBackend({ fill: "parity" }, async (backend) => {
    const input = mixedInput(1);
    expectSame(await backend.run(zonal, input), zonal.cpu(input));
    expect(backend.repairedZones).toBe(0);
  }));

it("rejects what is in flight and what comes with DeviceLost when the device goes", () =>
  withBackend({}, async (backend) => {
    const before = mixedInput(2);
    expectSame(await backend.run(zonal, before), zonal.cpu(before));
    const inFlight = [mixedInput(3), mixedInput(4)].map((input) => backend.run(zonal, input));
    const settled = Promise.allSettled(inFlight);
    backend.device.destroy();
    for (const result of await settled) {
      expect(result.status).toBe("rejected");
      if (result.status === "rejected") expect(result.reason).toBeInstanceOf(DeviceLost);
    }
    await expect(backend.run(zonal, before)).rejects.toBeInstanceOf(DeviceLost);
  }));

it.each([0, 1, 5, 20, 60, 150])("survives the device going %i ms into a run", (delay) =>
  withBackend({}, async (backend) => {
    const input = mixedInput(2);
    const run = backend.run(zonal, input).then(
      (output) => expectSame(output, zonal.cpu(input)),
      (error) => expect(error).toBeInstanceOf(DeviceLost),
    );
    setTimeout(() => backend.device.destroy(), delay);
    await run;
  }),
);

it("ends with DeviceLost after close, and on errors that nobody caught", async () => {
  const closed = await createWebgpuBackend();
  closed.close();
  await expect(closed.run(zonal, mixedInput(1))).rejects.toBeInstanceOf(DeviceLost);

  await withBackend({}, async (backend) => {
    backend.device.createBuffer({ size: 16, usage: 0 });
    await backend.device.queue.onSubmittedWorkDone();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect(backend.run(zonal, mixedInput(1))).rejects.toBeInstanceOf(DeviceLost);
  });
});

it("an invalid command is an error, never a wrong number", () =>
  withBackend({}, async (backend) => {
    const { createBuffer } = backend.device;
    const spoilt = { ...mixedInput(1), needs: needsAll };
    backend.device.createBuffer = (descriptor) => createBuffer.call(backend.device, { ...descriptor, usage: 1 });
    await expect(backend.run(zonal, spoilt)).rejects.toThrow("WebGPU refused a command");
  }));
