import { rastrumError } from "../errors.ts";
import type { AnyWorker } from "./spawn.ts";

export interface WorkerOptions {
  /**
   * Workers that decode and reduce; 0: none, all is done on the thread that asks. Default: as many as the host has
   * processors (`navigator.hardwareConcurrency`), 8 at most, since by then fetching is slower.
   */
  readonly workers?: number;
  /**
   * Bytes that a raster has at least, once decoded, for workers to help; smaller ones are read before workers are up.
   * Default 16 MiB, of which chunks of 8,192 cells or fewer stay on the thread that asks, since messages would take longer.
   * 0: all, as pays where many small rasters are asked of an engine whose workers run already.
   */
  readonly workersFrom?: number;
  /** Makes a worker that runs `dist/worker.js`, where the library's own way to find that file fails. */
  readonly createWorker?: () => AnyWorker;
}

/** @throws `invalid-option` */
export function checkWorkerOptions({ workers, workersFrom: from, createWorker: create }: WorkerOptions): void {
  if (workers !== undefined && !(Number.isInteger(workers) && workers >= 0)) {
    const message = `workers cannot be ${JSON.stringify(workers)}: give a number of workers, 0 for none.`;
    throw rastrumError("invalid-option", message, { option: "workers", received: workers });
  }
  if (from !== undefined && !(Number.isInteger(from) && from >= 0)) {
    const message = `workersFrom cannot be ${JSON.stringify(from)}: give a number of bytes, 0 for rasters of any size.`;
    throw rastrumError("invalid-option", message, { option: "workersFrom", received: from });
  }
  if (create !== undefined && typeof create !== "function") {
    const message = `createWorker cannot be ${JSON.stringify(create)}: give a function that makes a worker.`;
    throw rastrumError("invalid-option", message, { option: "createWorker", received: create });
  }
}
