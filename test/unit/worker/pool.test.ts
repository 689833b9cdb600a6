import { afterEach, expect, it, vi } from "vitest";
import { isRastrumError, rastrumError } from "../../../src/errors.ts";
import { packError } from "../../../src/worker/messages.ts";
import { processors, WorkerLost, WorkerPool } from "../../../src/worker/pool.ts";
import type { TaskInput } from "../../../src/worker/tasks.ts";
import { asWorker, FakeWorker } from "../../helpers/fake-worker.ts";

/** A pool of fake workers, and those that it has started. */
function poolOf(workers: number, idleMs?: number) {
  const started: FakeWorker[] = [];
  const createWorker = () => {
    const worker = new FakeWorker();
    started.push(worker);
    return asWorker(worker);
  };
  return { pool: new WorkerPool({ workers, createWorker }, idleMs), started };
}

/** A task for fake workers, which look at its name and input only. */
const run = (pool: WorkerPool, input: unknown, signal?: AbortSignal, transfer: ArrayBuffer[] = []) =>
  pool.run("decode", input as TaskInput<"decode">, transfer, signal) as Promise<unknown>;

const inputs = (worker: FakeWorker) => worker.posted.map(({ input }) => input);

afterEach(() => vi.useRealTimers());

it("starts its workers with the first task, gives each two tasks at most, and the rest as they answer", async () => {
  const { pool, started } = poolOf(2);
  expect(started).toEqual([]);
  const all = ["a", "b", "c", "d", "e"].map((input) => run(pool, input));
  expect(started.map(inputs)).toEqual([["a", "c"], ["b", "d"]]); // biome-ignore format: one line
  started[1].answerNext("B");
  expect(started.map(inputs)).toEqual([["a", "c"], ["d", "e"]]); // biome-ignore format: one line
  for (const output of ["D", "E"]) started[1].answerNext(output);
  for (const output of ["A", "C"]) started[0].answerNext(output);
  expect(await Promise.all(all)).toEqual(["A", "B", "C", "D", "E"]);
  expect([pool.size, pool.refusal]).toEqual([2, null]);
});

it("moves what it is told to move", async () => {
  const { pool, started } = poolOf(1);
  const cells = new Float32Array([1, 2]);
  run(pool, { cells }, undefined, [cells.buffer]);
  expect(cells.length).toBe(0);
  expect(inputs(started[0])).toEqual([{ cells: new Float32Array([1, 2]) }]);
});

it("never starts what was aborted while it waited", async () => {
  const { pool, started } = poolOf(1);
  const controller = new AbortController();
  const kept = ["a", "b"].map((input) => run(pool, input));
  const aborted = run(pool, "c", controller.signal);
  const last = run(pool, "d");
  controller.abort(new Error("enough"));
  await expect(aborted).rejects.toThrow("enough");
  for (const output of ["A", "B", "D"]) started[0].answerNext(output);
  expect(await Promise.all([...kept, last])).toEqual(["A", "B", "D"]);
});

it("lets go at once of what is aborted under way, whose answer comes to nothing", async () => {
  const { pool, started } = poolOf(1);
  const controller = new AbortController();
  const aborted = run(pool, "a", controller.signal);
  controller.abort(new Error("enough"));
  await expect(aborted).rejects.toThrow("enough");
  const next = ["b", "c"].map((input) => run(pool, input));
  expect(inputs(started[0])).toEqual(["a", "b"]); // the worker is still at "a": "c" waits
  for (const output of ["A", "B", "C"]) started[0].answerNext(output);
  expect(await Promise.all(next)).toEqual(["B", "C"]);
});

it("starts nothing for a signal that has aborted already", async () => {
  const { pool, started } = poolOf(1);
  await expect(run(pool, "a", AbortSignal.abort(new Error("before")))).rejects.toThrow("before");
  expect(started).toEqual([]);
});

it("tells an error of a task with its tag, its fields and its cause", async () => {
  const { pool, started } = poolOf(1);
  const fields = { path: "a.zarr", chunk: [0, 1], cause: rastrumError("timeout", "Slow.", { url: "u", timeoutMs: 5 }) };
  const tagged = run(pool, "a").catch((error: unknown) => error);
  const plain = run(pool, "b").catch((error: unknown) => error);
  const [{ id: first }, { id: second }] = started[0].posted;
  started[0].answer({ id: first, error: packError(rastrumError("decode-failed", "It cannot be.", fields)) });
  started[0].answer({ id: second, error: packError(new TypeError("x is not a function")) });
  const error = await tagged;
  if (!isRastrumError(error, "decode-failed")) throw error;
  expect(error).toMatchObject({ message: "It cannot be.", path: "a.zarr", chunk: [0, 1] });
  expect(isRastrumError(error.cause, "timeout") && error.cause.timeoutMs).toBe(5);
  expect(await plain).toEqual(new Error("x is not a function"));
});

it("an error with a cause that no message carries is told all the same", () => {
  const cause = Object.assign(() => {}, { message: "a function" });
  const error = rastrumError("decode-failed", "No.", { path: "p", chunk: [0], cause });
  expect(structuredClone(packError(error))).toMatchObject({ tag: "decode-failed", fields: { path: "p" } });
});

it("tells the tasks of a lost worker, and has another do those that wait", async () => {
  const { pool, started } = poolOf(1);
  const first = run(pool, "a");
  started[0].answerNext("A");
  await first;
  const lost = ["b", "c"].map((input) => run(pool, input).catch((error: unknown) => error));
  const next = run(pool, "d");
  started[0].fail("out of memory");
  expect(await Promise.all(lost)).toEqual([new WorkerLost("out of memory"), new WorkerLost("out of memory")]);
  expect(started[0].ended).toBe(true);
  expect(inputs(started[1])).toEqual(["d"]);
  started[1].answerNext("D");
  expect(await next).toBe("D");
});

it("starts no more after three losses in a row, and tells all that waits", async () => {
  const { pool, started } = poolOf(1);
  for (let loss = 0; loss < 2; loss++) {
    const done = run(pool, "a");
    started[loss].answerNext("A"); // an answer between: no row
    await done;
    const lost = run(pool, "b");
    started[loss].fail("gone");
    await expect(lost).rejects.toThrow(WorkerLost);
    expect(pool.refusal).toBeNull();
  }
  const all = ["c", "d", "e", "f", "g", "h", "i"].map((input) =>
    run(pool, input).catch((error: Error) => error.message),
  );
  for (let loss = 2; loss < 4; loss++) started[loss].fail("gone");
  expect(await Promise.all(all)).toEqual(["gone", "gone", "gone", "gone", "gone", "gone", "gone"]);
  expect([pool.refusal, pool.size, started.length]).toEqual(["gone", 0, 4]);
  await expect(run(pool, "j")).rejects.toThrow("gone");
});

it("has no workers where none ever starts", async () => {
  const { pool, started } = poolOf(4);
  const all = ["a", "b"].map((input) => run(pool, input).catch((error: unknown) => error));
  for (const worker of started) worker.fail("forbidden by the page");
  expect(await Promise.all(all)).toEqual([new WorkerLost("forbidden by the page"), new WorkerLost("forbidden by the page")]); // biome-ignore format: one line
  expect([pool.refusal, pool.size]).toEqual(["forbidden by the page", 0]);
});

it("the others go on where one is lost before any has answered", async () => {
  const { pool, started } = poolOf(2);
  const [lost, kept, next] = ["a", "b", "c"].map((input) => run(pool, input).catch((error: unknown) => error));
  started[0].fail("gone");
  expect(await lost).toEqual(new WorkerLost("gone"));
  expect(await next).toEqual(new WorkerLost("gone"));
  expect(pool.refusal).toBeNull();
  started[1].answerNext("B");
  expect(await kept).toBe("B");
});

it("awake: all are up, and stay", async () => {
  vi.useFakeTimers();
  const { pool, started } = poolOf(3, 1000);
  const up = pool.awake();
  expect(started.map(({ posted }) => posted.map(({ name }) => name))).toEqual([["awake"], ["awake"], ["awake"]]);
  for (const worker of started) worker.answerNext(undefined);
  await up;
  vi.advanceTimersByTime(60_000);
  expect(started.map(({ ended }) => ended)).toEqual([false, false, false]);
});

it("awake does not wait for what cannot be had", async () => {
  const { pool, started } = poolOf(2);
  const up = pool.awake();
  started[0].fail("no");
  started[1].answerNext(undefined);
  await up;
  const createWorker = () => {
    throw new Error("not here");
  };
  const none = new WorkerPool({ workers: 2, createWorker });
  await none.awake();
  expect(none.refusal).toBe("not here");
});

it("makes do with the workers that it could start", async () => {
  const workers: FakeWorker[] = [];
  const createWorker = () => {
    if (workers.length === 2) throw new Error("no more threads");
    workers.push(new FakeWorker());
    return asWorker(workers[workers.length - 1]);
  };
  const pool = new WorkerPool({ workers: 8, createWorker });
  pool.start();
  expect([pool.size, pool.refusal, workers.length]).toEqual([2, null, 2]);
});

it("says why there is none where the first cannot be made", async () => {
  const createWorker = () => {
    throw new Error("not here");
  };
  const pool = new WorkerPool({ workers: 2, createWorker });
  await expect(run(pool, "a")).rejects.toThrow(new WorkerLost("not here"));
  const odd = new WorkerPool({ workers: 2, createWorker: () => ({}) as Worker });
  await expect(run(odd, "a")).rejects.toThrow("createWorker gave no worker");
  expect(new WorkerPool({ workers: 0 }).refusal).toBe("none were asked for");
});

it("says so where the host has no workers, and from its sources in Node", async () => {
  await expect(run(new WorkerPool({ workers: 1 }), "a")).rejects.toThrow("the library runs from its sources");
  vi.stubGlobal("process", undefined);
  const pool = new WorkerPool({ workers: 1 });
  pool.start();
  vi.unstubAllGlobals();
  expect(pool.refusal).toBe("this host has no workers");
});

it("gives up a worker from which nothing comes for 20 s", async () => {
  vi.useFakeTimers();
  const { pool, started } = poolOf(1);
  const task = run(pool, "a").catch((error: unknown) => error);
  vi.advanceTimersByTime(20_000);
  expect(await task).toEqual(new WorkerLost("the worker did not start within 20 s"));
  expect([started[0].ended, pool.refusal]).toEqual([true, "the worker did not start within 20 s"]);
  const other = poolOf(1);
  other.pool.start();
  other.started[0].onmessage?.({ data: "ready" });
  expect(vi.getTimerCount()).toBe(0);
});

it("a task that cannot be sent is told, and keeps no worker", async () => {
  const { pool, started } = poolOf(1);
  await expect(run(pool, { of: () => {} })).rejects.toThrow("could not be cloned");
  const all = ["a", "b"].map((input) => run(pool, input));
  for (const output of ["A", "B"]) started[0].answerNext(output);
  expect(await Promise.all(all)).toEqual(["A", "B"]);
});

it("closing ends all workers, and tells every task, also those that wait", async () => {
  const { pool, started } = poolOf(2);
  const first = run(pool, "a");
  started[0].answerNext("A");
  await first;
  const all = ["b", "c", "d", "e", "f", "g"].map((input) => run(pool, input).catch((error: unknown) => error));
  pool.close();
  expect(await Promise.all(all)).toEqual(Array(6).fill(new WorkerLost("the engine was closed")));
  expect(started.map(({ ended }) => ended)).toEqual([true, true]);
  started[0].answerNext("too late");
  await expect(run(pool, "h")).rejects.toThrow("the engine was closed");
  expect(started.length).toBe(2);
});

it("ends workers that have had nothing to do for a while, and starts others when there is", async () => {
  vi.useFakeTimers();
  const { pool, started } = poolOf(2, 30_000);
  const ask = (input: string) => run(pool, input);
  const first = ask("a");
  for (const worker of started) worker.answer("ready");
  started[0].answerNext("A");
  expect(await first).toBe("A");
  vi.advanceTimersByTime(29_000);
  const second = ask("b");
  vi.advanceTimersByTime(29_000);
  expect(started.map(({ ended }) => ended)).toEqual([false, false]); // busy: "b" is under way
  started[0].answerNext("B");
  expect(await second).toBe("B");
  vi.advanceTimersByTime(30_000);
  expect(started.map(({ ended }) => ended)).toEqual([true, true]);
  expect(pool.refusal).toBeNull();
  pool.start(); // for a job that is given up before its first task
  vi.advanceTimersByTime(30_000);
  expect(started.map(({ ended }) => ended)).toEqual([true, true, true, true]);
  const third = ask("c");
  expect(started.length).toBe(6);
  started[4].answerNext("C");
  expect(await third).toBe("C");
});

it("10,000 cancelled tasks leave no listener and nothing that waits", async () => {
  const { pool, started } = poolOf(2);
  const signals: { add: number; remove: number } = { add: 0, remove: 0 };
  const count = (signal: AbortSignal) => {
    const { addEventListener: add, removeEventListener: remove } = signal;
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      signals.add++;
      add.apply(signal, args);
    };
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      signals.remove++;
      remove.apply(signal, args);
    };
    return signal;
  };
  const kept = count(new AbortController().signal); // one that never aborts, such as a page's own
  let rejected = 0;
  for (let i = 0; i < 10_000; i++) {
    const controller = new AbortController();
    const cancelled = run(pool, i, controller.signal);
    controller.abort();
    await cancelled.catch(() => rejected++);
  }
  expect(rejected).toBe(10_000);
  expect(started.map(inputs)).toEqual([[0, 2], [1, 3]]); // biome-ignore format: one line
  for (const worker of started) for (let i = 0; i < 2; i++) worker.answerNext(null);
  expect(started.map(inputs)).toEqual([[], []]);
  for (let i = 0; i < 100; i++) {
    const done = run(pool, i, kept);
    started[0].answerNext(i);
    expect(await done).toBe(i);
  }
  expect(signals).toEqual({ add: 100, remove: 100 });
});

it.each([-1, 1.5, Number.NaN, "2"])("refuses %s workers", (workers) => {
  expect(() => new WorkerPool({ workers: workers as number })).toThrow(/give a number of workers, 0 for none/);
});

it("refuses a createWorker that is no function", () => {
  try {
    new WorkerPool({ createWorker: "worker.js" as never });
    expect.unreachable();
  } catch (error) {
    expect(isRastrumError(error, "invalid-option") && error.option).toBe("createWorker");
  }
});

it("asks the host how many processors it has", () => {
  expect(processors()).toBeGreaterThanOrEqual(1);
  vi.stubGlobal("navigator", { hardwareConcurrency: 64 });
  expect(processors()).toBe(64);
  expect(new WorkerPool({}).size).toBe(8);
  vi.stubGlobal("navigator", {});
  vi.stubGlobal("process", undefined);
  expect(processors()).toBe(2);
  vi.unstubAllGlobals();
});
