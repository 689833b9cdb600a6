import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";

/** As many workers as the engine has by default, which decode chunks as its own do, and do nothing else. */
export function createDecoders() {
  const script = join(import.meta.dirname, "../dist/worker.js");
  const waiting = new Map();
  const workers = Array.from({ length: availableParallelism() }, () => {
    const worker = new Worker(script);
    worker.on("message", ({ id, output, error }) => {
      const { resolve, reject } = waiting.get(id) ?? {};
      waiting.delete(id);
      if (error) reject?.(new Error(error.message));
      else resolve?.(output);
    });
    return worker;
  });
  let next = 0;
  const ask = (name, input, transfer) =>
    new Promise((resolve, reject) => {
      const id = next++;
      waiting.set(id, { resolve, reject });
      workers[id % workers.length].postMessage({ id, name, input }, transfer);
    });
  /** @param block of a raster's `read.encoded`, with bytes of its own */
  const decode = async (block) => {
    if (!block.bytes) return null; // a chunk that is not there
    const input = { ...block, bytes: block.bytes.slice() };
    return ask("decode", input, [input.bytes.buffer]);
  };
  /** Resolves once all are up. */
  const awake = () => Promise.all(workers.map(() => ask("awake", null, [])));
  return { decode, awake, close: () => Promise.all(workers.map((worker) => worker.terminate())) };
}
