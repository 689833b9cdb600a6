import { afterEach, expect, it, vi } from "vitest";
import { isRastrumError } from "../../../src/errors.ts";
import { processors, WorkerLost, WorkerPool } from "../../../src/worker/pool.ts";
import { poolOf, run } from "../../helpers/fake-pool.ts";
import { asWorker, FakeWorker } from "../../helpers/fake-worker.ts";

afterEach(() => vi.useRealTimers());

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
