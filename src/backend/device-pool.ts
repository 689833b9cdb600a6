import { isRastrumError, rastrumError } from "../errors.ts";
import type { Kernel } from "../kernels/kernel.ts";
import type { Mask } from "../mask/mask.ts";
import { type Backend, type Demand, DeviceLost } from "./backend.ts";
import type { BackendPool, DeviceChoice, Picked } from "./choose.ts";
import { Comparison } from "./compare.ts";
import { createCpuBackend } from "./cpu.ts";
import { webgpuSupports } from "./webgpu/supports.ts";

type OpenBackend = (options: { acceptSoftware: boolean; keptCells: number }) => Promise<Backend>;

/** Loaded where it is wanted, since many a job is done before a device could be opened. */
const openWebgpuBackend: OpenBackend = async (options) => (await import("./webgpu.ts")).createWebgpuBackend(options);

/** A device that is lost this often is not asked for again. */
const MAX_DEVICES = 2;

/**
 * The backend of an engine, replaced where its device is lost, with the CPU as the last resort. `webgpu` forced without
 * an adapter rejects with `no-webgpu`. `auto` takes the backend that will be faster by measure, and the CPU where there
 * is no adapter, and remembers why.
 */
export class DevicePool implements BackendPool {
  readonly #choice: DeviceChoice;
  readonly #keptCells: number;
  readonly #openWebgpu: OpenBackend;
  readonly #cpu = createCpuBackend();
  readonly #comparison: Comparison;
  /** Also while it is being opened; the CPU where that failed. */
  #webgpu: Promise<Backend> | null = null;
  /** What #webgpu came to, where it is a device. */
  #device: Backend | null = null;
  #devices = 0;
  #closed = false;
  /** Why there is the backend that there is. */
  #reason = "";

  /**
   * `openWebgpu` and `comparison` are for tests, which lose devices and have rates of their own.
   * @param keptCells bytes of cells that stay on a device
   */
  constructor(
    choice: DeviceChoice,
    keptCells = 0,
    openWebgpu: OpenBackend = openWebgpuBackend,
    comparison: Comparison = new Comparison(),
  ) {
    this.#choice = choice;
    this.#keptCells = keptCells;
    this.#openWebgpu = openWebgpu;
    this.#comparison = comparison;
  }

  async pick(demand: Demand): Promise<Picked> {
    const early = await this.#withoutDevice(demand);
    if (early) return early;
    const backend = await this.#current();
    if (!backend.supports(demand)) return { backend: this.#cpu, reason: whyNot(demand, backend.supports) };
    if (this.#choice !== "auto" || backend === this.#cpu || !demand.work) return { backend, reason: this.#reason };
    try {
      return await this.#comparison.faster(this.#cpu, backend, { ...demand, work: demand.work });
    } catch (error) {
      return this.#afterLoss(error, backend, () => this.pick(demand));
    }
  }

  async run<Input, Output>(kernel: Kernel<Input, Output>, input: Input, demand: Demand): Promise<Output> {
    const { backend } = await this.pick(demand);
    try {
      return await backend.run(kernel, input);
    } catch (error) {
      return this.#afterLoss(error, backend, () => this.run(kernel, input, demand));
    }
  }

  #afterLoss<Result>(error: unknown, backend: Backend, again: () => Promise<Result>): Promise<Result> {
    if (!(error instanceof DeviceLost)) throw error;
    this.#giveUp(backend);
    return again();
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

  /** The CPU, for jobs that no device need be opened for; null for others. */
  async #withoutDevice(demand: Demand): Promise<Picked | null> {
    if (this.#choice !== "auto" || !demand.work || this.#closed) return null;
    if (!webgpuSupports(demand)) return { backend: this.#cpu, reason: whyNot(demand, webgpuSupports) };
    const measured = { ...demand, work: demand.work };
    const reason = await this.#comparison.whySmall(this.#cpu, measured, this.#webgpu !== null);
    return reason === null ? null : { backend: this.#cpu, reason };
  }

  async #current(): Promise<Backend> {
    // What was in flight on the device comes here to have another one.
    if (this.#closed) throw rastrumError("closed", "The engine is closed: make another one.", { what: "engine" });
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
      const backend = await this.#openWebgpu({
        acceptSoftware: this.#choice === "webgpu",
        keptCells: this.#keptCells,
      });
      this.#reason = this.#choice === "webgpu" ? "asked for" : "a GPU is there";
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
function whyNot({ dtype, singly }: Demand, supports: Backend["supports"]): string {
  if (!supports({ dtype, needs: new Set() })) return `${dtype} cells are exact on the CPU only`;
  const what = singly ? "cells are weighed, listed or classed one by one" : "cells are kept for these statistics";
  return `${what} on the CPU only`;
}
