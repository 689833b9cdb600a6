import { onAbort } from "../source/on-abort.ts";
import { detachFirst } from "./detach-first.ts";
import { unpackError } from "./messages.ts";
import { checkWorkerOptions, type WorkerOptions } from "./options.ts";
import { type AnyWorker, createWorker, startThread, type Thread } from "./spawn.ts";
import type { Reply, Request, TaskInput, TaskName, TaskOutput } from "./tasks.ts";

/** A worker was lost with a task, whose input is gone with it. */
export class WorkerLost extends Error {
  override name = "WorkerLost";
}

/** What workers make of something; where one of them is lost, what is made of it here. */
export async function orHere<Result>(
  inWorkers: () => Promise<Result>,
  here: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await inWorkers();
  } catch (error) {
    if (!(error instanceof WorkerLost)) throw error;
    return here();
  }
}

const MOST_WORKERS = 8;
/** Tasks that a worker has at once: one under way, one that waits so that none is waited for. */
const TASKS_A_WORKER = 2;
/** Workers that may be lost, with no answer between, before no more are started. */
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

/**
 * Workers, started when they are first needed, kept from job to job; each loss is told, and the rest goes on. Those of a
 * pool that has had nothing to do for `idleMs` are ended, since each holds its codecs' memory; the next task starts them.
 */
export class WorkerPool {
  #size: number;
  readonly #create: () => AnyWorker;
  #idleMs: number | null;
  readonly #members = new Set<Member>();
  readonly #waiting: Task[] = [];
  /** In a row. */
  #losses = 0;
  /** Whether any worker ever answered: where none does, none can be had. */
  #answered = false;
  #nextId = 0;
  #refusal: string | null;
  #idleTimer: ReturnType<typeof setTimeout> | undefined;

  /** @param idleMs null where workers hold what must not be lost @throws `invalid-option` */
  constructor(options: WorkerOptions, idleMs: number | null = null) {
    checkWorkerOptions(options);
    detachFirst();
    const { workers = defaultWorkers(), createWorker: create = createWorker } = options;
    this.#size = workers;
    this.#create = create;
    this.#idleMs = idleMs;
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

  /** Has them come up, to stay until the pool is closed. Resolves once all are up that can be had. */
  async awake(): Promise<void> {
    this.#idleMs = null;
    clearTimeout(this.#idleTimer);
    // Each goes to the one with the fewest tasks. Of one that is lost the pool itself takes note.
    const all = Array.from({ length: this.size }, () => this.run("awake", null, []));
    await Promise.allSettled(all);
  }

  /** Starts them ahead of the first task. */
  start(): void {
    while (this.#refusal === null && this.#members.size < this.#size) this.#add();
    this.#rest();
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
    if (signal?.aborted) return Promise.reject(signal.reason);
    this.start();
    if (this.#refusal !== null && this.#members.size === 0) return Promise.reject(new WorkerLost(this.#refusal));
    return new Promise((resolve, reject) => {
      const unhear = onAbort(signal, () => {
        const place = this.#waiting.indexOf(task);
        if (place >= 0) this.#waiting.splice(place, 1);
        reject(signal?.reason);
      });
      const task: Task = {
        name,
        input,
        transfer,
        resolve(output) {
          unhear();
          resolve(output);
        },
        reject(reason) {
          unhear();
          reject(reason);
        },
      };
      this.#waiting.push(task);
      this.#dispatch();
    });
  }

  close(): void {
    this.#refusal = "the engine was closed";
    clearTimeout(this.#idleTimer);
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
      // Where some were started and no more can be, those will do.
      if (this.#members.size > 0) this.#size = this.#members.size;
      else this.#refusal ??= error instanceof Error ? error.message : String(error);
    }
  }

  #dispatch(): void {
    while (this.#waiting.length > 0) {
      let idlest: Member | null = null;
      for (const member of this.#members) if (!idlest || member.tasks.size < idlest.tasks.size) idlest = member;
      if (!idlest || idlest.tasks.size >= TASKS_A_WORKER) return;
      clearTimeout(this.#idleTimer);
      this.#send(idlest, this.#waiting.shift() as Task);
    }
  }

  #send(member: Member, task: Task): void {
    const id = this.#nextId++;
    const request: Request = { id, name: task.name, input: task.input };
    if (member.tasks.size === 0) member.thread.keepAlive(true);
    member.tasks.set(id, task);
    try {
      member.thread.post(request, task.transfer);
    } catch (error) {
      this.#take(member, id);
      task.reject(error);
    }
  }

  /** Takes a task back from a worker: what it had is done, and it keeps nothing waiting. */
  #take(member: Member, id: number): Task | undefined {
    const task = member.tasks.get(id);
    member.tasks.delete(id);
    if (member.tasks.size === 0) member.thread.keepAlive(false);
    return task;
  }

  #settle(member: Member, reply: Reply): void {
    if (!this.#members.has(member)) return;
    this.#answered = true;
    this.#losses = 0;
    const task = this.#take(member, reply.id);
    this.#dispatch();
    this.#rest();
    if ("error" in reply) task?.reject(unpackError(reply.error));
    else task?.resolve(reply.output as never);
  }

  /** Ends the workers after a while without a task. */
  #rest(): void {
    if (this.#idleMs === null || [...this.#members].some(({ tasks }) => tasks.size > 0)) return;
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => {
      for (const { thread } of this.#members) thread.end();
      this.#members.clear();
    }, this.#idleMs);
    (this.#idleTimer as { unref?(): void }).unref?.(); // Node must not wait for it
  }

  #lose(member: Member, reason: string): void {
    if (!this.#members.delete(member)) return;
    member.thread.end();
    const none = !this.#answered && this.#members.size === 0;
    if (++this.#losses >= MOST_LOSSES || none) this.#refusal ??= reason;
    for (const task of member.tasks.values()) task.reject(new WorkerLost(reason));
    if (this.#waiting.length > 0) this.start();
    this.#dispatch();
    if (this.#members.size === 0) for (const task of this.#waiting.splice(0)) task.reject(new WorkerLost(reason));
  }
}

const noThread: Thread = { post() {}, keepAlive() {}, end() {} };

function defaultWorkers(): number {
  return Math.min(MOST_WORKERS, processors());
}

/** Of the host, as far as it tells: browsers that guard their users' privacy say fewer. */
export function processors(): number {
  const node = () => globalThis.process?.getBuiltinModule?.("node:os").availableParallelism();
  return globalThis.navigator?.hardwareConcurrency || node() || 2;
}
