import { WorkerPool } from "../../src/worker/pool.ts";
import type { TaskInput } from "../../src/worker/tasks.ts";
import { asWorker, FakeWorker } from "./fake-worker.ts";

/** A pool of fake workers, and those that it has started. */
export function poolOf(workers: number, idleMs?: number) {
  const started: FakeWorker[] = [];
  const createWorker = () => {
    const worker = new FakeWorker();
    started.push(worker);
    return asWorker(worker);
  };
  return { pool: new WorkerPool({ workers, createWorker }, idleMs), started };
}

/** A task for fake workers, which look at its name and input only. */
export const run = (pool: WorkerPool, input: unknown, signal?: AbortSignal, transfer: ArrayBuffer[] = []) =>
  pool.run("decode", input as TaskInput<"decode">, transfer, signal) as Promise<unknown>;
