import type { AnyWorker } from "../../src/worker/spawn.ts";
import { tasks } from "../../src/worker/tasks.ts";

interface Posted {
  readonly id: number;
  readonly name: keyof typeof tasks;
  readonly input: unknown;
}

/** Stands for a module worker of a browser: what it is sent waits until a test has it answered, lost or done. */
export class FakeWorker {
  readonly posted: Posted[] = [];
  ended = false;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null;
  onmessageerror: (() => void) | null = null;

  /** Messages are cloned, as those of workers are. */
  postMessage(message: Posted, transfer: ArrayBuffer[] = []): void {
    this.posted.push(structuredClone(message, { transfer }));
    this.onPosted?.();
  }

  terminate(): void {
    this.ended = true;
  }

  answer(reply: unknown): void {
    this.onmessage?.({ data: structuredClone(reply) });
  }

  /** Answers the oldest task that waits. */
  answerNext(output: unknown): void {
    const { id } = this.posted.shift() as Posted;
    this.answer({ id, output });
  }

  fail(message: string): void {
    this.onerror?.({ message, preventDefault() {} });
  }

  /** Called after each message. */
  onPosted: (() => void) | null = null;
}

export const asWorker = (worker: FakeWorker) => worker as unknown as AnyWorker;

/** Does its tasks as `src/worker/worker.ts` does, on this thread but by cloned messages; `before` may have it die. */
export function workingWorker(before: (worker: FakeWorker, task: Posted) => boolean = () => true): FakeWorker {
  const worker = new FakeWorker();
  worker.onPosted = () => {
    const task = worker.posted.shift() as Posted;
    queueMicrotask(async () => {
      if (worker.ended || !before(worker, task)) return;
      const output = await tasks[task.name](task.input as never);
      if (!worker.ended) worker.answer({ id: task.id, output });
    });
  };
  return worker;
}
