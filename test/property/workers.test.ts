import { afterAll, describe, expect, it } from "vitest";
import type { EngineOptions } from "../../src/backend/engine-options.ts";
import { EngineCore } from "../../src/engine.ts";
import type { AnyWorker } from "../../src/worker/spawn.ts";
import { checkProperty } from "../helpers/check-property.ts";
import { distWorker } from "../helpers/dist-worker.ts";
import { asWorker, workingWorker } from "../helpers/fake-worker.ts";
import { splitProperty } from "../helpers/partial-properties.ts";
import { chunkingProperty } from "../helpers/zonal-properties.ts";

const timeout = 900_000;

/** Engines with workers for rasters of any size; each ends the one before it. `tasks` counts what went to workers. */
function enginesWith(create: () => AnyWorker) {
  const counted = { tasks: 0, engines: 0 };
  let last: EngineCore | null = null;
  const createWorker = () => {
    const worker = create() as Worker;
    const post = worker.postMessage.bind(worker);
    worker.postMessage = (message: unknown, transfer?: unknown) => {
      counted.tasks++;
      post(message, transfer as Transferable[]);
    };
    return worker;
  };
  const engineOf = (options: EngineOptions = {}) => {
    last?.close();
    const workers = 1 + (counted.engines++ % 3);
    last = new EngineCore({ ...options, backend: "cpu", workers, workersFrom: 0, createWorker });
    return last;
  };
  afterAll(() => last?.close());
  return { counted, engineOf };
}

/** The other engine of these properties has none. */
describe("with workers the same table bit for bit, whatever is asked for", () => {
  it("through messages", { timeout }, async () => {
    const { counted, engineOf } = enginesWith(() => asWorker(workingWorker()));
    await checkProperty("through messages", chunkingProperty(engineOf), 60, () => `, ${counted.tasks} tasks`);
    expect(counted.tasks).toBeGreaterThan(counted.engines);
  });
  it("in threads that run dist/worker.js", { timeout }, async () => {
    const { counted, engineOf } = enginesWith(distWorker);
    await checkProperty("in threads", chunkingProperty(engineOf), 40, () => `, ${counted.tasks} tasks`);
    expect(counted.tasks).toBeGreaterThan(counted.engines);
  });
  it("where every third task ends its worker", { timeout }, async () => {
    let tasks = 0;
    const dies = () =>
      workingWorker((worker) => {
        if (++tasks % 3 > 0) return true;
        worker.fail("ended by the test");
        return false;
      });
    const { engineOf } = enginesWith(() => asWorker(dies()));
    await checkProperty("lost workers", chunkingProperty(engineOf), 40, () => `, ${Math.floor(tasks / 3)} lost`);
    expect(tasks).toBeGreaterThan(40);
  });
  it("split in any way, with weights and classes", { timeout }, async () => {
    const { counted, engineOf } = enginesWith(() => asWorker(workingWorker()));
    const engines = [new EngineCore({ backend: "cpu", workers: 0 }), engineOf()];
    await checkProperty("split", splitProperty(engines), 40, () => `, ${counted.tasks} tasks`);
    expect(counted.tasks).toBeGreaterThan(40);
  });
});
