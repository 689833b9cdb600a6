import { READY } from "./messages.ts";

type NodeWorker = import("node:worker_threads").Worker;

/** A module worker of a browser, or a worker thread of Node. */
export type AnyWorker = Worker | NodeWorker;

/** A worker, whatever the host. */
export interface Thread {
  post(message: unknown, transfer: readonly ArrayBuffer[]): void;
  /** Whether the process must wait for it (Node only). */
  keepAlive(needed: boolean): void;
  end(): void;
}

export interface ThreadEvents {
  readonly onMessage: (message: unknown) => void;
  /** It could not be started, or is gone; nothing more comes. */
  readonly onLoss: (reason: string) => void;
}

/** A script that is not loaded by then is held up for good; looked at so often, since this thread may have been busy. */
const START_CHECKS = 20;
const START_CHECK_MS = 1000;

/** @throws where the host forbids workers. */
export function startThread(create: () => AnyWorker, { onMessage, onLoss }: ThreadEvents): Thread {
  const worker = create();
  if (typeof worker?.postMessage !== "function") throw new Error("createWorker gave no worker");
  const unwatch = watchStart(onLoss);
  const hear = (message: unknown) => {
    unwatch();
    if (message !== READY) onMessage(message);
  };
  const lose = (reason: string) => {
    unwatch();
    onLoss(reason);
  };
  const thread = "on" in worker ? listenInNode(worker, hear, lose) : listen(worker, hear, lose);
  const end = () => {
    unwatch();
    void worker.terminate();
  };
  return { ...thread, end };
}

type Listener<What> = (what: What) => void;

function listenInNode(worker: NodeWorker, hear: Listener<unknown>, lose: Listener<string>): Omit<Thread, "end"> {
  worker.on("message", hear);
  worker.on("messageerror", () => lose("a message of the worker cannot be read"));
  worker.on("error", (error) => lose(error instanceof Error ? error.message : String(error)));
  worker.on("exit", (code) => lose(`the worker ended with code ${code}`));
  worker.unref();
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    keepAlive: (needed) => (needed ? worker.ref() : worker.unref()),
  };
}

function listen(worker: Worker, hear: Listener<unknown>, lose: Listener<string>): Omit<Thread, "end"> {
  worker.onmessage = ({ data }) => hear(data);
  worker.onmessageerror = () => lose("a message of the worker cannot be read");
  worker.onerror = (event) => {
    event.preventDefault();
    lose(event.message || "the worker's script cannot be loaded, or the page's Content Security Policy forbids it");
  };
  return { post: (message, transfer) => worker.postMessage(message, [...transfer]), keepAlive: () => {} };
}

/** Tells where nothing comes, neither a word nor an error; returns what ends the watch. */
function watchStart(onLoss: (reason: string) => void): () => void {
  let checks = 0;
  const timer = setInterval(() => {
    if (++checks < START_CHECKS) return;
    clearInterval(timer);
    onLoss(`the worker did not start within ${(START_CHECKS * START_CHECK_MS) / 1000} s`);
  }, START_CHECK_MS);
  (timer as { unref?(): void }).unref?.(); // Node must not wait for it
  return () => clearInterval(timer);
}

/** The library's own worker. */
export function createWorker(): AnyWorker {
  const here = new URL(import.meta.url);
  const threads = globalThis.process?.getBuiltinModule?.("node:worker_threads");
  if (threads && here.protocol === "file:") {
    const url = new URL(script, here);
    if (url.pathname.endsWith(".ts")) throw new Error("the library runs from its sources, which Node's workers do not");
    return new threads.Worker(url);
  }
  if (typeof Worker === "undefined") throw new Error("this host has no workers");
  return here.origin === globalThis.location?.origin ? startScript() : startFromElsewhere();
}

/** Beside this file. What the build makes of it is CommonJS: a worker that has a loader of modules to set up comes up later. */
const script = "./worker.ts?node";

/** Written as bundlers know it, who make a file of the worker and put its address here. */
function startScript(): Worker {
  return new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "rastrum" });
}

/**
 * A worker's script must be of the page's origin, what it imports need not be: a library from elsewhere, such as a CDN,
 * goes this way. The address is known to the expression of `startScript` only, so that is told here what to call.
 */
function startFromElsewhere(): Worker {
  const native = globalThis.Worker;
  globalThis.Worker = class extends native {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(shim(String(address)), options);
    }
  };
  try {
    return startScript();
  } finally {
    globalThis.Worker = native;
  }
}

let shimAddress: string | undefined;

function shim(address: string): string {
  shimAddress ??= URL.createObjectURL(new Blob([`import ${JSON.stringify(address)};`], { type: "text/javascript" }));
  return shimAddress;
}
