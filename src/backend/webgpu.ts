import type { MaskInput } from "../kernels/mask.ts";
import type { Fill } from "../kernels/mask-plan.ts";
import type { ZonalInput } from "../kernels/zonal.ts";
import type { Backend } from "./backend.ts";
import { noWebgpu, openDevice } from "./webgpu/adapter.ts";
import { Atlas } from "./webgpu/atlas.ts";
import { Gpu, MemoryShort } from "./webgpu/device.ts";
import { maskPipelines } from "./webgpu/draw.ts";
import { KeptCells } from "./webgpu/kept-cells.ts";
import { cellBytesLimit } from "./webgpu/limits.ts";
import { runMask } from "./webgpu/mask.ts";
import { webgpuSupports } from "./webgpu/supports.ts";
import { runZonal } from "./webgpu/zonal.ts";

export interface WebgpuOptions {
  /** The WebGPU to use: `navigator.gpu`, or in Node the optional package `webgpu`, unless given. */
  gpu?: GPU;
  /** Bytes that buffers and masks on the GPU take together; 256 MiB unless given, which the least of devices has. */
  memoryBudget?: number;
  /** Beside these, bytes of cells that are `kept` (kernels/zonal.ts) and stay on the GPU from run to run; 0 unless given. */
  keptCells?: number;
  /** Takes adapters that run on the CPU, too (SwiftShader, WARP, lavapipe); true unless given. */
  acceptSoftware?: boolean;
  /** Uses subgroups where the adapter has them; true unless given. Tests compare the ways. */
  subgroups?: boolean;
  /** How zones are filled; tests compare the ways. */
  fill?: Fill;
}

export interface WebgpuBackend extends Backend {
  /** Zones that came out wrong by triangles so far, were noticed and drawn again. */
  readonly repairedZones: number;
  /** For tests, which end it. */
  readonly device: GPUDevice;
}

/** Of the memory budget: masks that no run uses at the moment. */
const IDLE_PAGES_SHARE = 1 / 4;

/**
 * Runs kernels on a GPU, with the same results as the CPU, bit for bit.
 * @throws RastrumError `no-webgpu` where there is no usable adapter
 */
export async function createWebgpuBackend(options: WebgpuOptions = {}): Promise<WebgpuBackend> {
  const {
    gpu: api,
    memoryBudget = 256 * 2 ** 20,
    keptCells = 0,
    acceptSoftware = true,
    subgroups = true,
    fill = "auto",
  } = options;
  const { device, description } = await openDevice(api, acceptSoftware, subgroups);
  const gpu = new Gpu(device, memoryBudget);
  const pipelines = await maskPipelines(gpu).catch((error: Error) => {
    gpu.end(error.message);
    throw noWebgpu(error.message);
  });
  const atlas = new Atlas(gpu, pipelines, fill, memoryBudget * IDLE_PAGES_SHARE);
  const cells = new KeptCells(gpu, keptCells);
  const runners: Record<string, (input: never) => Promise<unknown>> = {
    zonal: (input: ZonalInput) => runZonal({ gpu, atlas, cells }, input),
    mask: (input: MaskInput) => runMask(gpu, atlas, input),
  };
  let keeps = keptCells > 0;
  return {
    name: "webgpu",
    description,
    stepBytes: cellBytesLimit(gpu),
    device,
    supports: webgpuSupports,
    async run<Input, Output>(kernel: { readonly name: string }, input: Input): Promise<Output> {
      gpu.assertAlive();
      const run = () => runners[kernel.name](input as never) as Promise<Output>;
      if (!keeps) return run();
      try {
        return await run();
      } catch (error) {
        if (!(error instanceof MemoryShort)) throw error;
        keeps = false;
        cells.giveUp();
        gpu.buffers.clear();
        return run();
      }
    },
    releaseMask: (mask) => atlas.releaseMask(mask),
    close: () => gpu.end("the backend was closed"),
    get repairedZones() {
      return atlas.repairedZones;
    },
  };
}
