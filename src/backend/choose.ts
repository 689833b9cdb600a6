import { isRastrumError, rastrumError } from "../errors.ts";
import type { Kernel } from "../kernels/kernel.ts";
import type { Mask } from "../mask/mask.ts";
import { type Backend, type BackendName, type Demand, DeviceLost } from "./backend.ts";
import { createCpuBackend } from "./cpu.ts";

export type BackendChoice = "auto" | BackendName;

type OpenBackend = (options: { acceptSoftware: boolean }) => Promise<Backend>;

/** Loaded where it is wanted, since half of the pages have no GPU that would do. */
const openWebgpuBackend: OpenBackend = async (options) => (await import("./webgpu.ts")).createWebgpuBackend(options);

/** A device that is lost this often is not asked for again. */
const MAX_DEVICES = 2;

/**
 * The backend of an engine: chosen at first use, replaced where its device is lost, with the CPU as the last resort.
 * `webgpu` forced without an adapter rejects with `no-webgpu`; `auto` takes the CPU then and remembers why.
 */
export class BackendPool {
  readonly #choice: BackendChoice;
  readonly #openWebgpu: OpenBackend;
  readonly #cpu = createCpuBackend();
  /** Also while it is being opened; the CPU where that failed. */
  #webgpu: Promise<Backend> | null = null;
  /** What #webgpu came to, where it is a device. */
  #device: Backend | null = null;
  #devices = 0;
  #closed = false;
  /** Why what ran ran, for the table's metadata. */
  #reason: string;

  /** `openWebgpu` is for tests, which lose devices. */
  constructor(choice: BackendChoice, openWebgpu: OpenBackend = openWebgpuBackend) {
    this.#choice = choice;
    this.#openWebgpu = openWebgpu;
    this.#reason = choice === "cpu" ? "asked for" : "";
  }

  /** The backend for a job. */
  async pick(demand: Demand): Promise<{ backend: Backend; reason: string }> {
    const backend = await this.#current();
    if (backend.supports(demand)) return { backend, reason: this.#reason };
    return { backend: this.#cpu, reason: `${whyNot(backend, demand)} on the CPU only` };
  }

  /** Runs a kernel on the backend for a job; where its device is lost, again on the next one. */
  async run<Input, Output>(kernel: Kernel<Input, Output>, input: Input, demand: Demand): Promise<Output> {
    const { backend } = await this.pick(demand);
    try {
      return await backend.run(kernel, input);
    } catch (error) {
      if (!(error instanceof DeviceLost)) throw error;
      this.#giveUp(backend);
      return this.run(kernel, input, demand);
    }
  }

  /** Of the inputs that were in flight on a lost device, the first to come here has it replaced. */
  #giveUp(lost: Backend): void {
    if (this.#device !== lost) return;
    this.#webgpu = this.#device = null;
    // A device that ran out of memory is there still, and would keep what it holds.
    lost.close();
  }

  async releaseMask(mask: Mask): Promise<void> {
    (await this.#webgpu?.catch(() => null))?.releaseMask(mask);
  }

  async close(): Promise<void> {
    this.#closed = true;
    const webgpu = this.#webgpu;
    this.#webgpu = this.#device = null;
    (await webgpu?.catch(() => null))?.close();
  }

  async #current(): Promise<Backend> {
    // What was in flight on the device comes here to have another one.
    if (this.#closed) throw rastrumError("closed", "The engine is closed: make another one.", { what: "engine" });
    if (this.#choice === "cpu") return this.#cpu;
    // Node's optional package is for those who ask for it by name: loading it costs time, and its driver may be noisy.
    if (this.#choice === "auto" && !globalThis.navigator?.gpu) {
      this.#reason = "there is no WebGPU here";
      return this.#cpu;
    }
    if (!this.#webgpu && this.#devices >= MAX_DEVICES) {
      this.#reason = "the WebGPU device was lost again";
      return this.#cpu;
    }
    if (!this.#webgpu) {
      this.#devices++;
      this.#webgpu = this.#open();
    }
    return this.#webgpu;
  }

  async #open(): Promise<Backend> {
    try {
      const backend = await this.#openWebgpu({ acceptSoftware: this.#choice === "webgpu" });
      this.#reason = this.#choice === "webgpu" ? "asked for" : `a GPU is there: ${backend.description}`;
      this.#device = backend;
      return backend;
    } catch (error) {
      if (!isRastrumError(error, "no-webgpu")) throw error;
      // A device that was there and is lost must not end the job, also where webgpu was asked for.
      if (this.#choice === "webgpu" && this.#devices === 1) {
        this.#webgpu = null;
        this.#devices = 0;
        throw error;
      }
      this.#reason = error.reason;
      return this.#cpu;
    }
  }
}

/** What of a demand a backend does not take. */
function whyNot(backend: Backend, { dtype, singly }: Demand): string {
  if (!backend.supports({ dtype, needs: new Set() })) return `${dtype} cells are exact`;
  return singly ? "cells are weighed, listed or classed one by one" : "cells are kept for these statistics";
}
