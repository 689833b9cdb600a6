import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { expect, it } from "vitest";
import { distFile } from "../../helpers/dist-worker.ts";

/** Names of Node's own modules that a worker loads with a script, and of those of the script's packages. */
async function loadedWith(file: string): Promise<string[]> {
  const script = `const { parentPort } = require("node:worker_threads");
    const known = new Set(process.moduleLoadList);
    require(${JSON.stringify(file)});
    parentPort.postMessage(process.moduleLoadList.filter((name) => !known.has(name)));`;
  const worker = new Worker(script, { eval: true });
  expect(await once(worker, "message")).toEqual(["ready"]);
  const [names] = await once(worker, "message");
  await worker.terminate();
  return names;
}

it("a worker of Node comes up without a loader of modules", async () => {
  expect((await loadedWith(distFile("worker.cjs"))).filter((name) => /esm|promises/.test(name))).toEqual([]);
});
