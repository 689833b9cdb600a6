import { getEventListeners } from "node:events";
import { expect, it } from "vitest";
import { onAbort } from "../../../src/source/on-abort.ts";
import { SharedReads } from "../../../src/source/share-reads.ts";

it("one read for all who ask meanwhile; each gets bytes of its own, also when the first gives its away", async () => {
  const reads = new SharedReads<Uint8Array>((bytes) => bytes.slice());
  let started = 0;
  const start = async () => {
    started++;
    return Uint8Array.of(1, 2, 3);
  };
  const first = reads.read("a", undefined, start).then((bytes) => structuredClone(bytes, { transfer: [bytes.buffer] }));
  const others = [1, 2].map(() => reads.read("a", undefined, start));
  expect(reads.has("a")).toBe(true);
  const all = await Promise.all([first, ...others]);
  expect(all).toEqual([Uint8Array.of(1, 2, 3), Uint8Array.of(1, 2, 3), Uint8Array.of(1, 2, 3)]);
  expect(new Set(all.map(({ buffer }) => buffer)).size).toBe(3);
  expect([started, reads.has("a")]).toEqual([1, false]);
});

it("stops the read when all have gone, not before; who comes then starts anew", async () => {
  const reads = new SharedReads<string>();
  const stopped: unknown[] = [];
  const start = (signal: AbortSignal) =>
    new Promise<string>((_, reject) => signal.addEventListener("abort", () => reject(stopped.push(signal.reason))));
  const stops = [new AbortController(), new AbortController()];
  const both = stops.map(({ signal }) => reads.read("a", signal, start));
  stops[0].abort("first");
  await expect(both[0]).rejects.toBe("first");
  expect(stopped).toEqual([]);
  stops[1].abort("second");
  await expect(both[1]).rejects.toBe("second");
  expect(stopped).toEqual(["second"]);
  expect(await reads.read("a", undefined, async () => "anew")).toBe("anew");
});

it("a signal has one listener, however many wait for it, and none when they are done", async () => {
  const { signal } = new AbortController();
  const reads = new SharedReads<number>();
  const all = Array.from({ length: 50 }, (_, i) => reads.read(String(i), signal, async () => i));
  expect(getEventListeners(signal, "abort")).toHaveLength(1);
  await Promise.all(all);
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});

it("calls back once, those that have not taken it back", () => {
  const stop = new AbortController();
  const called: string[] = [];
  onAbort(stop.signal, () => called.push("kept"));
  onAbort(stop.signal, () => called.push("gone"))();
  stop.abort();
  stop.abort();
  expect(called).toEqual(["kept"]);
});
