import type { Kernel } from "../kernels/kernel.ts";
import type { Mask } from "../mask/mask.ts";
import type { Dtype } from "../source/source.ts";

export type BackendName = "cpu" | "webgpu";

/** Where kernels run. The same input gives the same output, bit for bit, on every backend. */
export interface Backend {
  readonly name: BackendName;
  /** For people: "CPU" or the adapter's name. */
  readonly description: string;
  /** False for types of cells that this backend could not reduce exactly. */
  supports(dtype: Dtype): boolean;
  /** Runs a kernel; rejects with `DeviceLost` where the device is gone, then the input can be run elsewhere. */
  run<Input, Output>(kernel: Kernel<Input, Output>, input: Input): Promise<Output>;
  /** Frees what was kept for a mask. Masks are kept from their first use until then. */
  releaseMask(mask: Mask): void;
  close(): void;
}

/** The device went away in the middle of a job. */
export class DeviceLost extends Error {
  override name = "DeviceLost";
}
