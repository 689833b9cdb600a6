import { unpackError } from "./messages.ts";
import { type AnyWorker, createWorker, startThread, type Thread } from "./spawn.ts";
import type { Reply, Request, TaskInput, TaskName, TaskOutput } from "./tasks.ts";

export interface WorkerOptions {
  /**
   * Workers that decode and reduce; 0: none, all is done on the thread that asks. Default: as many as the host has
   * processors (`navigator.hardwareConcurrency`), 8 at most, since by then fetching is slower.
   */
  readonly workers?: number;
  /** Makes a worker that runs `dist/worker.js`, where the library's own way to find that file fails. */
  readonly createWorker?: () => AnyWorker;
}

/** A worker was lost with a task, whose input is gone with it. */
export class WorkerLost extends Error {
  override name = "WorkerLost";
}

const MOST_WORKERS = 8;
/** Tasks that a worker has at once: one under way, one that waits so that none is waited for. */
const TASKS_A_WORKER = 2;
/** Workers that may be lost before no more are started. */
const MOST_LOSSES = 3;

interface Task {
  readonly name: TaskName;
  readonly input: unknown;
  readonly transfer: readonly ArrayBuffer[];
  readonly resolve: (output: never) => void;
  readonly reject: (reason: unknown) => void;
}

interface Member {
  readonly thread: Thread;
  readonly tasks: Map<number, Task>;
}

/** Workers, started when they are first needed, kept from job to job; each loss is told, and the rest goes on. */
export class WorkerPool {
  readonly #size: number;
  readonly #create: () => AnyWorker;
  readonly #members = new Set<Member>();
  readonly #waiting: Task[] = [];
  #losses = 0;
  /** Whether any worker ever answered: where none does, none can be had. */
  #answered = false;
  #nextId = 0;
  #refusal: string | null;

  constructor({ workers = defaultWorkers(), createWorker: create = createWorker }: WorkerOptions) {
    this.#size = workers;
    this.#create = create;
    this.#refusal = workers === 0 ? "none were asked for" : null;
  }

  /** Why there are no workers; null where there are some, or can be. */
  get refusal(): string | null {
    return this.#refusal;
  }

  /** Workers that there are at most. */
  get size(): number {
    return this.#refusal === null ? this.#size : 0;
  }

  /** Starts them ahead of the first task. */
  start(): void {
    while (this.#refusal === null && this.#members.size < this.#size) this.#add();
  }

  /**
   * Does a task on some worker. `transfer` is moved to it, and no longer there. Rejects with `WorkerLost` where the
   * worker is lost, or none can be started; with the task's own error; with the signal's reason while it waits.
   */
  run<Name extends TaskName>(
    name: Name,
    input: TaskInput<Name>,
    transfer: readonly ArrayBuffer[],
    signal?: AbortSignal,
  ): Promise<TaskOutput<Name>> {
    this.start();
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      if (this.#refusal !== null) return reject(new WorkerLost(this.#refusal));
      const settled = () => signal?.removeEventListener("abort", onAbort);
      const task: Task = {
        name,
        input,
        transfer,
        resolve: (output) => {
          settled();
          resolve(output);
        },
        reject: (reason) => {
          settled();
          reject(reason);
        },
      };
      const onAbort = () => {
        const place = this.#waiting.indexOf(task);
        if (place >= 0) this.#waiting.splice(place, 1);
        task.reject(signal?.reason);
      };
      signal?.addEventListener("abort", onAbort, { once: true });
      this.#waiting.push(task);
      this.#dispatch();
    });
  }

  close(): void {
    this.#refusal = "the engine was closed";
    for (const member of [...this.#members]) this.#lose(member, this.#refusal);
  }

  #add(): void {
    const member: { thread: Thread; tasks: Map<number, Task> } = { thread: noThread, tasks: new Map() };
    try {
      member.thread = startThread(this.#create, {
        onMessage: (reply) => this.#settle(member, reply as Reply),
        onLoss: (reason) => this.#lose(member, reason),
      });
      this.#members.add(member);
    } catch (error) {
      this.#refuse(error instanceof Error ? error.message : String(error));
    }
  }

  #dispatch(): void {
    while (this.#waiting.length > 0) {
      let idlest: Member | null = null;
      for (const member of this.#members) if (!idlest || member.tasks.size < idlest.tasks.size) idlest = member;
      if (!idlest || idlest.tasks.size >= TASKS_A_WORKER) return;
      const task = this.#waiting.shift() as Task;
      const id = this.#nextId++;
      const request: Request = { id, name: task.name, input: task.input };
      if (idlest.tasks.size === 0) idlest.thread.keepAlive(true);
      idlest.tasks.set(id, task);
      try {
        idlest.thread.post(request, task.transfer);
      } catch (error) {
        idlest.tasks.delete(id);
        task.reject(error);
      }
    }
  }

  #settle(member: Member, reply: Reply): void {
    this.#answered = true;
    const task = member.tasks.get(reply.id);
    member.tasks.delete(reply.id);
    if (member.tasks.size === 0) member.thread.keepAlive(false);
    this.#dispatch();
    if ("error" in reply) task?.reject(unpackError(reply.error));
    else task?.resolve(reply.output as never);
  }

  #lose(member: Member, reason: string): void {
    if (!this.#members.delete(member)) return;
    member.thread.end();
    if (++this.#losses >= MOST_LOSSES || !this.#answered) this.#refuse(reason);
    for (const task of member.tasks.values()) task.reject(new WorkerLost(reason));
    if (this.#waiting.length === 0) return;
    this.start();
    this.#dispatch();
  }

  #refuse(reason: string): void {
    this.#refusal ??= reason;
    if (this.#members.size > 0) return;
    for (const task of this.#waiting.splice(0)) task.reject(new WorkerLost(reason));
  }
}

const noThread: Thread = { post() {}, keepAlive() {}, end() {} };

function defaultWorkers(): number {
  return Math.min(MOST_WORKERS, processors());
}

/** Of the host, as far as it tells. */
export function processors(): number {
  const node = () => globalThis.process?.getBuiltinModule?.("node:os").availableParallelism();
  return globalThis.navigator?.hardwareConcurrency ?? node() ?? 2;
}
