import { getEventListeners } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openStore, type Store } from "../../../src/source/store.ts";
import { type FaultServer, startFaultServer } from "../../helpers/fault-server.ts";

const READS = 10_000;
const BATCH = 100;
/** 200 bytes a read, which the test's own lists may take. */
const MOST_GROWTH_BYTES = 200 * READS;

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

let server: FaultServer;
beforeEach(async () => {
  server = await startFaultServer(new Map([["/z/a", new Uint8Array(100_000)]])); // biome-ignore format: one line
});
afterEach(() => server.close());

/** What a process holds on to; sockets that wait for the next request are the connection pool's own. */
const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
const heldBytes = () => {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/** Reads of all kinds, half of them before they have begun, half while they are under way; all are cancelled. */
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
  `${READS} reads cancelled %s leave no listener, timer, connection or buffer behind`,
  async (_, after) => {
    server.fault = () => ({ kind: "stall" });
    const store = openStore(`${server.url}/z`, { timeoutMs: 60_000 });
    await cancelled(store, READS / 10, after);
    await wait(50);
    const before = { bytes: heldBytes(), timers: timers() };
    const signals = await cancelled(store, READS, after);
    await vi.waitFor(async () => expect(await server.connections()).toBeLessThanOrEqual(6), { timeout: 4000 });
    expect(signals.map((signal) => getEventListeners(signal, "abort").length)).toEqual(signals.map(() => 0));
    expect(timers()).toBeLessThanOrEqual(before.timers);
    server.log.length = 0;
    await vi.waitFor(() => expect(heldBytes() - before.bytes).toBeLessThan(MOST_GROWTH_BYTES), { timeout: 4000 });
    server.fault = () => undefined;
    expect(await store.get("/a")).toEqual(new Uint8Array(100_000)); // nothing holds a place in the queue
  },
  60_000,
);

it("reads that end by themselves leave nothing on the signal of their job either", async () => {
  const store = openStore(`${server.url}/z`);
  const { signal } = new AbortController();
  for (let i = 0; i < 50; i++) {
    const offsets = Array.from({ length: 20 }, (_, k) => k * 5000 + i);
    await Promise.all(offsets.map((offset) => store.getRange("/a", { offset, length: 10 }, { signal })));
  }
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});
