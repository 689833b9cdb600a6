import { expect, it } from "vitest";
import { RequestQueue } from "../../../src/source/request-queue.ts";

/** Tasks that end when they are told to; `started` lists them in order. */
function tasks(queue: RequestQueue) {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const run = (name: string, limit = 2, signal?: AbortSignal) =>
    queue.run(
      name[0],
      limit,
      () => {
        started.push(name);
        return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
      },
      signal,
    );
  const end = async (name: string) => {
    ends.get(name)?.();
    await settled();
  };
  return { started, run, end };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

it("runs so many of a host at once, in the order in which they came, and lets other hosts by", async () => {
  const { started, run, end } = tasks(new RequestQueue(10));
  const all = ["a1", "a2", "a3", "b1", "a4"].map((name) => run(name));
  await settled();
  expect(started).toEqual(["a1", "a2", "b1"]);
  await end("a2");
  expect(started).toEqual(["a1", "a2", "b1", "a3"]);
  for (const name of ["a1", "a3", "b1", "a4"]) await end(name);
  expect(await Promise.all(all)).toEqual(["a1", "a2", "a3", "b1", "a4"]);
});

it("runs so many in all, and hosts take turns", async () => {
  const queue = new RequestQueue(1);
  const { started, run, end } = tasks(queue);
  const names = ["a1", "a2", "a3", "b1", "b2", "c1"];
  const all = names.map((name) => run(name));
  await settled();
  expect(queue.size).toBe(6);
  for (let i = 0; i < 6; i++) await end(started[i]);
  expect(started).toEqual(["a1", "a2", "b1", "c1", "a3", "b2"]); // "a1" had begun before the others came
  await Promise.all(all);
  expect(queue.size).toBe(0);
});

it("one that is aborted while it waits never starts and leaves its place; one that fails leaves it too", async () => {
  const queue = new RequestQueue(10);
  const { started, run, end } = tasks(queue);
  const stop = new AbortController();
  const first = run("a1", 1);
  const second = run("a2", 1, stop.signal);
  const third = run("a3", 1);
  stop.abort(new Error("enough"));
  await expect(second).rejects.toThrow("enough");
  await expect(run("a4", 1, stop.signal)).rejects.toThrow("enough");
  await end("a1");
  await end("a3");
  await Promise.all([first, third]);
  expect(started).toEqual(["a1", "a3"]);
  await expect(queue.run("a", 1, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await queue.run("a", 1, async () => "next")).toBe("next");
  expect(queue.size).toBe(0);
});
