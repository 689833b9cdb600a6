/** The script of a worker: does the tasks that it is sent, one after the other. */
import { CoveredWasm } from "../kernels/covered-wasm.ts";
import { useCompiledReduce } from "../kernels/zonal-cpu.ts";
import { useCompiledCovered } from "../kernels/zonal-partial.ts";
import { ZonalWasm } from "../kernels/zonal-wasm.ts";
import { useKeeping } from "../stats/keeping.ts";
import * as keepingParts from "../stats/keeping-parts.ts";
import * as pairMoments from "../stats/pair-moments.ts";
import { usePairs } from "../stats/pairs.ts";
import { detachFirst } from "./detach-first.ts";
import { buffersOf, packError, READY } from "./messages.ts";
import { type Reply, type Request, tasks } from "./tasks.ts";

interface Port {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
}

async function answer(port: Port, { id, name, input }: Request): Promise<void> {
  const send = (reply: Reply, transfer: ArrayBuffer[] = []) => port.postMessage(reply, transfer);
  try {
    const output = await tasks[name](input as never);
    send({ id, output }, buffersOf(output));
  } catch (error) {
    send({ id, error: packError(error) });
  }
}

detachFirst();
// Within this file: each worker would load it by itself.
useKeeping(keepingParts);
usePairs(pairMoments);

try {
  useCompiledReduce(new ZonalWasm());
  useCompiledCovered(new CoveredWasm());
} catch {
  // JavaScript does the same, but slower.
}

const threads = globalThis.process?.getBuiltinModule?.("node:worker_threads");
if (threads?.parentPort) {
  const port = threads.parentPort;
  port.on("message", (request: Request) => answer(port, request));
  port.postMessage(READY);
} else {
  const port = globalThis as unknown as Port;
  globalThis.onmessage = ({ data }: MessageEvent<Request>) => void answer(port, data);
  port.postMessage(READY, []);
}
