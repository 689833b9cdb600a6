import { rastrumError } from "../errors.ts";
import type { WorkerOptions } from "../worker/options.ts";
import type { BackendChoice } from "./choose.ts";

export interface EngineOptions extends WorkerOptions {
  /**
   * "auto": WebGPU where a real adapter is found and will be faster for the job, by rates that are measured once a device;
   * else the CPU. In Node always the CPU, since WebGPU is an optional package there and imported only when asked for.
   * "webgpu" without an adapter is an error. Default "auto".
   */
  readonly backend?: BackendChoice;
  /** Bytes of decoded cells held at once. Default 512 MiB: small beside a browser tab's limit of 2–4 GiB. */
  readonly memoryBudget?: number;
  /**
   * Beside these, bytes of decoded chunks that stay from one job to the next of the same opened raster; where jobs run on
   * WebGPU as many bytes of their cells stay on the device, too, beside the 256 MiB that buffers and masks in use take
   * there. Default 128 MiB; 0: none. Jobs without an engine of their own keep none.
   */
  readonly keptChunks?: number;
  /** Chunks in flight at most. Default 32: so many wait for a connection that neighbours in a shard join into one request. */
  readonly concurrency?: number;
}

const DEFAULT_MEMORY_BUDGET = 512 * 2 ** 20;
const DEFAULT_KEPT_CHUNKS = 128 * 2 ** 20;
const DEFAULT_CONCURRENCY = 32;

/** The options with their defaults, but for those of workers. @throws `invalid-option` */
export function checkEngineOptions(options: EngineOptions) {
  const { backend = "auto" } = options;
  if (backend !== "auto" && backend !== "cpu" && backend !== "webgpu") {
    const message = `backend cannot be ${JSON.stringify(backend)}: give "auto", "cpu" or "webgpu".`;
    throw rastrumError("invalid-option", message, { option: "backend", received: backend });
  }
  return {
    backend,
    memoryBudget: positiveInteger("memoryBudget", options.memoryBudget, DEFAULT_MEMORY_BUDGET),
    keptChunks: keptBytes(options.keptChunks),
    concurrency: positiveInteger("concurrency", options.concurrency, DEFAULT_CONCURRENCY),
  };
}

function keptBytes(received = DEFAULT_KEPT_CHUNKS): number {
  if (Number.isInteger(received) && received >= 0) return received;
  const message = `keptChunks cannot be ${JSON.stringify(received)}: give a number of bytes, 0 for none.`;
  throw rastrumError("invalid-option", message, { option: "keptChunks", received });
}

function positiveInteger(option: string, received: number | undefined, fallback: number): number {
  if (received === undefined) return fallback;
  if (Number.isInteger(received) && received > 0) return received;
  const message = `${option} cannot be ${JSON.stringify(received)}: give a positive integer.`;
  throw rastrumError("invalid-option", message, { option, received });
}
