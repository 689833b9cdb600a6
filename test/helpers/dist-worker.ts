import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";

const file = join(import.meta.dirname, "../../dist/worker.js");

/** The worker as it is built: `npm test` builds it, as does `npm run build`. */
export function distWorker(): Worker {
  if (!existsSync(file)) throw new Error(`${file} is not there: run \`npm run build\` first.`);
  return new Worker(file);
}
