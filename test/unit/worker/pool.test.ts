import { afterEach, expect, it, vi } from "vitest";
import { isRastrumError, rastrumError } from "../../../src/errors.ts";
import { packError } from "../../../src/worker/messages.ts";
import { WorkerLost } from "../../../src/worker/pool.ts";
import { poolOf, run } from "../../helpers/fake-pool.ts";
import type { FakeWorker } from "../../helpers/fake-worker.ts";

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
