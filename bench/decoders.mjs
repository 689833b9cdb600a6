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
  /** @param block of a raster's `read.encoded`, with bytes of its own */
  const decode = (block) =>
    new Promise((resolve, reject) => {
      if (!block.bytes) return resolve(null); // a chunk that is not there
      const id = next++;
      waiting.set(id, { resolve, reject });
      const input = { ...block, bytes: block.bytes.slice() };
      workers[id % workers.length].postMessage({ id, name: "decode", input }, [input.bytes.buffer]);
    });
  return { decode, close: () => Promise.all(workers.map((worker) => worker.terminate())) };
}
