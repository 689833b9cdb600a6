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

/** @throws where the host forbids workers. */
export function startThread(create: () => AnyWorker, { onMessage, onLoss }: ThreadEvents): Thread {
  const worker = create();
  if ("on" in worker) {
    worker.on("message", onMessage);
    worker.on("error", (error: Error) => onLoss(error.message));
    worker.on("exit", (code: number) => onLoss(`the worker ended with code ${code}`));
    worker.unref();
    return {
      post: (message, transfer) => worker.postMessage(message, transfer),
      keepAlive: (needed) => (needed ? worker.ref() : worker.unref()),
      end: () => void worker.terminate(),
    };
  }
  worker.onmessage = ({ data }) => onMessage(data);
  worker.onmessageerror = () => onLoss("a message of the worker cannot be read");
  worker.onerror = (event) => {
    event.preventDefault();
    onLoss(event.message || "the worker's script cannot be loaded");
  };
  return {
    post: (message, transfer) => worker.postMessage(message, [...transfer]),
    keepAlive: () => {},
    end: () => worker.terminate(),
  };
}

/** Beside this file; the build names what it becomes. */
const script = "./worker.ts";

/** The library's own worker. */
export function createWorker(): AnyWorker {
  const threads = globalThis.process?.getBuiltinModule?.("node:worker_threads");
  if (threads) {
    const url = new URL(script, import.meta.url);
    if (url.pathname.endsWith(".ts")) throw new Error("the library runs from its sources, which Node's workers do not");
    return new threads.Worker(url);
  }
  if (typeof Worker === "undefined") throw new Error("this host has no workers");
  if (new URL(import.meta.url).origin === globalThis.location?.origin) {
    return new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "rastrum" });
  }
  // A worker's script must be of the page's origin, what it imports need not be: a library from elsewhere goes this way.
  const source = `import ${JSON.stringify(new URL(script, import.meta.url).href)};`;
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  return new Worker(address, { type: "module", name: "rastrum" });
}
