import type { Kernel } from "../kernels/kernel.ts";
import type { Mask } from "../mask/mask.ts";
import type { Work } from "../plan/work.ts";
import type { Dtype } from "../source/source.ts";
import type { Accumulator } from "../stats/partial.ts";

export type BackendName = "cpu" | "webgpu";

/** What a job asks of a backend. */
export interface Demand {
  readonly dtype: Dtype;
  readonly needs: ReadonlySet<Accumulator>;
  /** Whether cells go one by one, each with a weight of its own. */
  readonly singly?: boolean;
  /** How much there is to do; where it is not given the backend is not chosen by it. The same object all through a job. */
  readonly work?: Work;
  /** Threads that the CPU would share it among; 1 unless given. */
  readonly threads?: number;
}

/** Where kernels run. The same input gives the same output, bit for bit, on every backend. */
export interface Backend {
  readonly name: BackendName;
  /** For people: "CPU" or the adapter's name. */
  readonly description: string;
  /** Bytes of cells that it takes at once: larger blocks go in pieces. */
  readonly stepBytes: number;
  /** False for what this backend could not do exactly. */
  supports(demand: Demand): boolean;
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
