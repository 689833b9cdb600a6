import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";

/** A file of the build: `npm test` builds it, as does `npm run build`. */
export function distFile(name: string): string {
  const file = join(import.meta.dirname, "../../dist", name);
  if (!existsSync(file)) throw new Error(`${file} is not there: run \`npm run build\` first.`);
  return file;
}

/** The worker as pages have it, and whoever makes one by hand. */
export const distWorker = (): Worker => new Worker(distFile("worker.js"));

/** The worker that the built library starts in Node. */
export const distWorkerOfNode = (): Worker => new Worker(distFile("worker.cjs"));
