import type { Kernel } from "../kernels/kernel.ts";
import type { Mask } from "../mask/mask.ts";
import type { Backend, BackendName, Demand } from "./backend.ts";
import { createCpuBackend } from "./cpu.ts";

export type BackendChoice = "auto" | BackendName;

/** Those that may take a device. */
export type DeviceChoice = Exclude<BackendChoice, "cpu">;

export interface Picked {
  readonly backend: Backend;
  /** For the table's metadata. */
  readonly reason: string;
}

/** The backends of an engine. */
export interface BackendPool {
  /** The backend for a job, the same until its device is lost. */
  pick(demand: Demand): Promise<Picked>;
  /** Runs a kernel on the backend for a job; where its device is lost, again on the next one. */
  run<Input, Output>(kernel: Kernel<Input, Output>, input: Input, demand: Demand): Promise<Output>;
  /** Frees what was kept for a mask. */
  releaseMask(mask: Mask): Promise<void>;
  close(): Promise<void>;
}

/**
 * The CPU where that is asked for or there is no WebGPU; else what opens devices, compares them with the CPU and replaces
 * lost ones, which is loaded then. Node's optional package is for those who ask for it by name: loading it costs time, and
 * its driver may be noisy.
 * @param keptCells bytes of cells that stay on a device
 */
export function createBackendPool(choice: BackendChoice, keptCells: number): BackendPool {
  if (choice === "cpu") return cpuPool("asked for");
  const mayHaveDevice = choice === "webgpu" || globalThis.navigator?.gpu;
  return mayHaveDevice ? devicePool(choice, keptCells) : cpuPool("there is no WebGPU here");
}

function cpuPool(reason: string): BackendPool {
  const backend = createCpuBackend();
  return {
    pick: async () => ({ backend, reason }),
    run: (kernel, input) => backend.run(kernel, input),
    releaseMask: async () => {},
    close: async () => {},
  };
}

function devicePool(choice: DeviceChoice, keptCells: number): BackendPool {
  const loading = import("./device-pool.ts").then(({ DevicePool }) => new DevicePool(choice, keptCells));
  loading.catch(() => {}); // told to whoever picks
  return {
    pick: async (demand) => (await loading).pick(demand),
    run: async (kernel, input, demand) => (await loading).run(kernel, input, demand),
    releaseMask: async (mask) => (await loading).releaseMask(mask),
    close: async () => (await loading).close(),
  };
}
