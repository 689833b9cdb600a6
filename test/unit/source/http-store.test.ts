import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, type StoreOptions } from "../../../src/source/store.ts";
import { type FaultServer, startFaultServer } from "../../helpers/fault-server.ts";

const bytes = (length: number) => Uint8Array.from({ length }, (_, i) => i % 251);
const quick: StoreOptions = { retryDelayMs: 1, timeoutMs: 2000 };

let server: FaultServer;
beforeEach(async () => {
  server = await startFaultServer(new Map([["/data/a", bytes(1000)]]));
});
afterEach(() => server.close());

const open = (options: StoreOptions = {}) => openStore(`${server.url}/data`, { ...quick, ...options });
const settled = async (done: () => boolean) => {
  for (let i = 0; i < 200 && !done(); i++) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe("whole files", () => {
  it("reads a file; a missing one is undefined, not an error, and is asked for once", async () => {
    expect(await open().get("/a")).toEqual(bytes(1000));
    expect(await open().get("/b")).toBeUndefined();
    expect(server.log).toEqual(["GET /data/a", "GET /data/b"]);
  });

  it("keeps the query of the address and sends the headers", async () => {
    const seen: unknown[] = [];
    server.fault = (_, __, request) => void seen.push(request.url, request.headers["x-key"]);
    await openStore(`${server.url}/data/?token=1`, { ...quick, headers: { "X-Key": "k" } }).get("/a b/c");
    expect(seen).toEqual(["/data/a%20b/c?token=1", "k"]);
  });

  it("uses the fetch that it is given", async () => {
    const store = open({ fetch: async () => new Response(bytes(3)) });
    expect(await store.get("/a")).toEqual(bytes(3));
    expect(server.log).toEqual([]);
  });

  it.each([401, 403, 418])("%d is an error at once", async (status) => {
    server.fault = () => ({ kind: "status", status });
    await expect(open().get("/a")).rejects.toMatchObject({ tag: "http-error", status, url: `${server.url}/data/a` });
    expect(server.log).toHaveLength(1);
  });

  it("says of a 403 that object stores answer so for missing files", async () => {
    server.fault = () => ({ kind: "status", status: 403 });
    await expect(open().get("/a")).rejects.toThrow(/files that are missing/);
  });

  it("calls a web page a web page", async () => {
    server.fault = () => ({ kind: "page" });
    await expect(open().get("/a")).rejects.toThrow(/a web page came/);
  });

  it("refuses more bytes than there can be, also where the server never ends", async () => {
    server.fault = () => ({ kind: "endless" });
    await expect(open().get("/a", { maxBytes: 100_000 })).rejects.toMatchObject({
      tag: "truncated",
      expected: 100_000,
    });
    await settled(() => server.closed() === 1);
    expect(server.closed()).toBe(1);
  });
});

describe("retries", () => {
  it.each([429, 500, 503])("%d passes: two failures, then the file", async (status) => {
    server.fault = (_, nth) => (nth < 2 ? { kind: "status", status } : undefined);
    expect(await open().get("/a")).toEqual(bytes(1000));
    expect(server.log).toHaveLength(3);
  });

  it("gives up after the retries with the status", async () => {
    server.fault = () => ({ kind: "status", status: 502 });
    await expect(open({ retries: 2 }).get("/a")).rejects.toMatchObject({ tag: "http-error", status: 502 });
    expect(server.log).toHaveLength(3);
  });

  it("waits as long as Retry-After says", async () => {
    server.fault = (_, nth) =>
      nth === 0 ? { kind: "status", status: 429, headers: { "retry-after": "1" } } : undefined;
    const start = performance.now();
    await open().get("/a");
    expect(performance.now() - start).toBeGreaterThan(990);
  });

  it("survives a connection that is reset, and names the address when it stays so", async () => {
    server.fault = (_, nth) => (nth === 0 ? { kind: "reset" } : undefined);
    expect(await open().get("/a")).toEqual(bytes(1000));
    server.fault = () => ({ kind: "reset" });
    await expect(open({ retries: 1 }).get("/a")).rejects.toMatchObject({
      tag: "network-error",
      url: `${server.url}/data/a`,
    });
  });

  it("survives a body that breaks off, and tells how much is missing when it stays so", async () => {
    server.fault = (_, nth) => (nth === 0 ? { kind: "truncate", bytes: 10 } : undefined);
    expect(await open().get("/a")).toEqual(bytes(1000));
    server.fault = () => ({ kind: "truncate", bytes: 10 });
    await expect(open({ retries: 1 }).get("/a")).rejects.toMatchObject({
      tag: "truncated",
      expected: 1000,
      received: 10,
    });
  });

  it.each([[undefined], [10]])("a stall (after %s bytes) is a time-out, after the retries", async (afterBytes) => {
    server.fault = () => ({ kind: "stall", afterBytes });
    const read = open({ timeoutMs: 50, retries: 1 }).get("/a");
    await expect(read).rejects.toMatchObject({ tag: "timeout", timeoutMs: 50 });
    expect(server.log).toHaveLength(2);
  });
});

describe("ranges", () => {
  it("reads a part and an end", async () => {
    expect(await open().getRange("/a", { offset: 100, length: 20 })).toEqual(bytes(1000).subarray(100, 120));
    expect(await open().getRange("/a", { suffixLength: 16 })).toEqual(bytes(1000).subarray(984));
    expect(await open().getRange("/b", { suffixLength: 16 })).toBeUndefined();
    expect(server.log).toEqual(["GET /data/a bytes=100-119", "GET /data/a bytes=-16", "GET /data/b bytes=-16"]);
  });

  it("slices a 200, and does not fetch the file again for the next range", async () => {
    server.fault = () => ({ kind: "no-range" });
    const store = open();
    expect(await store.getRange("/a", { suffixLength: 16 })).toEqual(bytes(1000).subarray(984));
    expect(await store.getRange("/a", { offset: 100, length: 20 })).toEqual(bytes(1000).subarray(100, 120));
    expect(server.log).toHaveLength(1);
  });

  it("does not take another part for the one it asked for", async () => {
    server.fault = () => ({ kind: "wrong-part" });
    await expect(open().getRange("/a", { offset: 100, length: 20 })).rejects.toMatchObject({ tag: "truncated" });
  });

  it("does not take a part for the end of the file, but finds the end by its length", async () => {
    server.fault = () => ({ kind: "wrong-suffix" });
    const store = open();
    expect(await store.getRange("/a", { suffixLength: 16 })).toEqual(bytes(1000).subarray(984));
    expect(await store.getRange("/a", { suffixLength: 8 })).toEqual(bytes(1000).subarray(992));
    expect(server.log).toEqual([
      "GET /data/a bytes=-16",
      "GET /data/a bytes=984-999",
      "HEAD /data/a",
      "GET /data/a bytes=992-999",
    ]);
  });

  it("a part beyond the end is truncated", async () => {
    await expect(open().getRange("/a", { offset: 990, length: 20 })).rejects.toMatchObject({
      tag: "truncated",
      expected: 20,
    });
  });
});

describe("aborts", () => {
  it("reads at the same time share a request; one caller's abort does not reject the other's read", async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const store = open({
      fetch: async (input, init) => {
        await gate;
        return fetch(input, init);
      },
    });
    const first = new AbortController();
    const second = new AbortController();
    const gone = store.get("/a", { signal: first.signal });
    const kept = store.get("/a", { signal: second.signal });
    first.abort(new Error("enough"));
    await expect(gone).rejects.toThrow("enough");
    release();
    expect(await kept).toEqual(bytes(1000));
    expect(server.log).toEqual(["GET /data/a"]);
  });

  it("stops the request when every caller has gone, and a later read starts anew", async () => {
    server.fault = (_, nth) => (nth === 0 ? { kind: "stall", afterBytes: 10 } : undefined);
    const store = open();
    const stops = [new AbortController(), new AbortController()];
    const reads = stops.map(({ signal }) => store.get("/a", { signal }));
    await settled(() => server.log.length === 1);
    for (const stop of stops) stop.abort(new Error("enough"));
    for (const read of reads) await expect(read).rejects.toThrow("enough");
    await settled(() => server.closed() === 1);
    expect(server.closed()).toBe(1);
    expect(await store.get("/a", { signal: new AbortController().signal })).toEqual(bytes(1000));
  });

  it("rejects at once while it waits for a retry, and with a signal that is aborted already", async () => {
    server.fault = () => ({ kind: "status", status: 503, headers: { "retry-after": "20" } });
    const stop = new AbortController();
    const read = open().get("/a", { signal: stop.signal });
    await settled(() => server.log.length === 1);
    stop.abort(new Error("enough"));
    await expect(read).rejects.toThrow("enough");
    await expect(open().get("/a", { signal: AbortSignal.abort(new Error("before")) })).rejects.toThrow("before");
    expect(server.log).toHaveLength(1);
  });

  it("keeps to the limit of requests at once, and never starts those that are aborted while they wait", async () => {
    for (let i = 0; i < 20; i++) server.files.set(`/data/${i}`, bytes(10));
    const store = open({ concurrency: 3 });
    await Promise.all(Array.from({ length: 20 }, (_, i) => store.get(`/${i}`)));
    expect(server.busiest()).toBeLessThanOrEqual(3);
    server.log.length = 0;
    server.fault = () => ({ kind: "stall" });
    const stop = new AbortController();
    const reads = Array.from({ length: 5 }, (_, i) => store.get(`/${i}`, { signal: stop.signal }));
    await settled(() => server.log.length === 3);
    stop.abort(new Error("enough"));
    for (const read of reads) await expect(read).rejects.toThrow("enough");
    expect(server.log).toHaveLength(3);
  });
});
