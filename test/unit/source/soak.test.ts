import { getEventListeners } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openStore, type Store } from "../../../src/source/store.ts";
import { type FaultServer, startFaultServer } from "../../helpers/fault-server.ts";

const READS = 10_000;
const BATCH = 100;
/** A closure that stays takes more. */
const MOST_BYTES_A_READ = 40;

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

let server: FaultServer;
beforeEach(async () => {
  const file = new Uint8Array(100_000);
  server = await startFaultServer(new Map([["/z/a", file]]));
});
afterEach(() => server.close());

const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
const heldBytes = () => {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/** Reads of all kinds, a hundred at a time; all of them are cancelled. */
async function cancelled(store: Store, count: number, after: () => Promise<unknown>): Promise<AbortSignal[]> {
  const signals: AbortSignal[] = [];
  for (let done = 0; done < count; done += BATCH) {
    const stop = new AbortController();
    signals.push(stop.signal);
    const reads = Array.from({ length: BATCH }, (_, i) => {
      const own = { signal: stop.signal };
      if (i % 3 === 0) return store.get(`/a${i}`, own);
      if (i % 3 === 1) return store.getRange("/a", { suffixLength: 1 + i }, own);
      return store.getRange("/a", { offset: i * 700, length: 100 }, own);
    });
    const outcomes = Promise.allSettled(reads);
    await after();
    stop.abort(new Error("enough"));
    expect((await outcomes).every(({ status }) => status === "rejected")).toBe(true);
  }
  return signals;
}

it.each<[string, () => Promise<unknown>]>([
  ["before they begin", async () => undefined],
  ["under way", () => wait(1)],
])(
  `${READS} reads cancelled %s leave no listener, timer, connection or place in the queue behind`,
  async (_, after) => {
    server.fault = () => ({ kind: "stall" });
    const store = openStore(`${server.url}/z`, { timeoutMs: 60_000 });
    const before = timers();
    const signals = await cancelled(store, READS, after);
    // Node keeps some that were opened for a request that was gone by then, and uses them for the next.
    await vi.waitFor(async () => expect(await server.connections()).toBeLessThan(BATCH), { timeout: 4000 });
    expect(signals.map((signal) => getEventListeners(signal, "abort").length)).toEqual(signals.map(() => 0));
    expect(timers()).toBeLessThanOrEqual(before);
    server.fault = () => undefined;
    expect(await store.get("/a")).toEqual(new Uint8Array(100_000));
  },
  60_000,
);

it(`${READS} cancelled reads leave no memory behind`, async () => {
  // No server: what Node's sockets keep for a while after they are closed would hide what is looked for.
  const silent = (_: unknown, init?: RequestInit) =>
    new Promise<Response>((_, reject) => init?.signal?.addEventListener("abort", () => reject(init.signal?.reason)));
  const store = openStore("http://silent.example/z", { timeoutMs: 60_000, fetch: silent });
  await cancelled(store, READS / 10, () => wait(1));
  const before = heldBytes();
  await cancelled(store, READS, () => wait(1));
  const growth = () => heldBytes() - before;
  await vi.waitFor(() => expect(growth()).toBeLessThan(MOST_BYTES_A_READ * READS), { timeout: 4000, interval: 200 });
}, 60_000);

it("reads that end by themselves leave nothing on the signal of their job either", async () => {
  const store = openStore(`${server.url}/z`);
  const { signal } = new AbortController();
  for (let i = 0; i < 50; i++) {
    const offsets = Array.from({ length: 20 }, (_, k) => k * 5000 + i);
    await Promise.all(offsets.map((offset) => store.getRange("/a", { offset, length: 10 }, { signal })));
  }
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});
