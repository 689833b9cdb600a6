import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, type StoreOptions } from "../../../src/source/store.ts";
import { type Fault, type FaultServer, startFaultServer } from "../../helpers/fault-server.ts";

const MIB = 2 ** 20;
const bytes = (length: number) => Uint8Array.from({ length }, (_, i) => i % 251);
const small = bytes(1000);
const large = bytes(3 * MIB);
const quick: StoreOptions = { retryDelayMs: 1, timeoutMs: 2000 };

let server: FaultServer;
beforeEach(async () => {
  server = await startFaultServer(new Map([["/small", small], ["/large", large]])); // biome-ignore format: one line
});
afterEach(() => server.close());

const open = (options: StoreOptions = {}) => openStore(server.url, { ...quick, ...options });
const always = (fault: Fault | undefined) => {
  server.fault = () => fault;
};
const headers = (more: Record<string, string>): Fault => ({ kind: "headers", headers: more });

describe("a server that ignores Range", () => {
  it("a small file is used as it comes, and kept", async () => {
    always({ kind: "no-range" });
    const store = open();
    expect(await store.getRange("/small", { offset: 10, length: 20 })).toEqual(small.subarray(10, 30));
    expect(await store.getRange("/small", { suffixLength: 20 })).toEqual(small.subarray(980));
    await expect(store.getRange("/small", { offset: 990, length: 20 })).rejects.toMatchObject({ tag: "truncated" });
    expect(server.log).toHaveLength(1);
  });

  it("a large one is fetched whole once, however many parts are wanted at the same time", async () => {
    always({ kind: "no-range" });
    const store = open();
    const offsets = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => i * 300_000); // far enough apart to be asked for one by one
    const parts = await Promise.all(offsets.map((offset) => store.getRange("/large", { offset, length: 1000 })));
    expect(parts).toEqual(offsets.map((offset) => large.subarray(offset, offset + 1000)));
    expect(server.log.filter((line) => line === "GET /large")).toHaveLength(1);
    server.log.length = 0;
    expect(await store.getRange("/large", { offset: 5, length: 5 })).toEqual(large.subarray(5, 10));
    expect(server.log).toEqual([]);
  });

  it("one caller's abort leaves the whole file to the others", async () => {
    always({ kind: "no-range" });
    const store = open();
    const stop = new AbortController();
    const gone = store.getRange("/large", { offset: 0, length: 10 }, { signal: stop.signal });
    const kept = store.getRange("/large", { offset: MIB, length: 10 });
    while (!server.log.includes("GET /large")) await new Promise((resolve) => setTimeout(resolve, 1));
    stop.abort(new Error("enough"));
    await expect(gone).rejects.toThrow("enough");
    expect(await kept).toEqual(large.subarray(MIB, MIB + 10));
  });

  it("one too large to be fetched whole is refused before it is read, and the message says what to do", async () => {
    always({ kind: "huge", byteLength: 300 * MIB });
    const error = await open()
      .getRange("/large", { offset: 0, length: 10 })
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ tag: "no-ranges", url: `${server.url}/large`, byteLength: 300 * MIB });
    expect(String(error)).toMatch(/ignores the header Range.*answered with 206/);
    expect([server.log.length, server.sentBytes()]).toEqual([1, 0]);
  });
});

describe("other wrong answers to a range", () => {
  it("a part of a compressed form is told as what it is, not tried again", async () => {
    always(headers({ "content-encoding": "gzip" }));
    const read = open().getRange("/small", { offset: 0, length: 10 });
    await expect(read).rejects.toMatchObject({ tag: "no-ranges", byteLength: null, message: /Content-Encoding: gzip/ });
    expect(server.log).toHaveLength(1);
  });

  it("a Content-Range of another part, and more bytes than were asked for", async () => {
    always(headers({ "content-range": "bytes 5-14/1000" }));
    await expect(open().getRange("/small", { offset: 0, length: 10 })).rejects.toMatchObject({ tag: "truncated" });
    always({ kind: "wrong-part" });
    const both = [0, 20].map((offset) => open().getRange("/small", { offset: 100 + offset, length: 10 }));
    for (const read of both) await expect(read).rejects.toMatchObject({ tag: "truncated" });
  });

  it("a body that breaks off is asked for again; parts that had come already are given at once", async () => {
    server.fault = (_, nth) => (nth === 0 ? { kind: "truncate", bytes: 15 } : undefined);
    const store = open({ retryDelayMs: 100 });
    const came: string[] = [];
    const reads = [0, 10].map(async (offset) => {
      const part = await store.getRange("/small", { offset, length: 10 });
      came.push(`${offset} after ${server.log.length}`);
      return part;
    });
    expect(await Promise.all(reads)).toEqual([small.subarray(0, 10), small.subarray(10, 20)]);
    expect(came).toEqual(["0 after 1", "10 after 2"]);
  });

  it("a slow body that keeps coming is no stall, although it takes longer than the time-out", async () => {
    always({ kind: "drip", bytes: 100, pauseMs: 30 });
    const start = performance.now();
    expect(await open({ timeoutMs: 200, retries: 0 }).get("/small")).toEqual(small);
    expect(performance.now() - start).toBeGreaterThan(200);
  });
});

describe("a file that changes", () => {
  const first = { etag: '"a"', "last-modified": "Sat, 01 Jan 2000 00:00:00 GMT" };

  it.each<[string, Record<string, string>, string, string]>([
    ["ETag", { ...first, etag: '"b"' }, 'ETag "a"', 'ETag "b"'],
    [
      "Last-Modified, where a page cannot see the ETag",
      { "last-modified": "Sun, 02 Jan 2000 00:00:00 GMT" },
      "modified Sat, 01 Jan 2000 00:00:00 GMT",
      "modified Sun, 02 Jan 2000 00:00:00 GMT",
    ],
    ["size alone", { "content-range": "bytes 20-29/1001" }, "size 1000", "size 1001"],
  ])("is told by its %s", async (_, then, before, after) => {
    const store = open();
    always(headers(first));
    await store.getRange("/small", { offset: 0, length: 10 });
    always(headers(then));
    const read = store.getRange("/small", { offset: 20, length: 10 });
    const url = `${server.url}/small`;
    await expect(read).rejects.toMatchObject({ tag: "source-changed", url, before, after, message: /open the raster/ });
    expect(await open().getRange("/small", { offset: 20, length: 10 })).toEqual(small.subarray(20, 30));
  });

  it("so is one that is gone, and one that is read whole for the second time", async () => {
    const store = open();
    always(headers(first));
    await store.get("/small");
    always(headers({ ...first, etag: '"b"' }));
    await expect(store.get("/small")).rejects.toMatchObject({ tag: "source-changed" });
    always({ kind: "status", status: 404 });
    await expect(store.getRange("/small", { offset: 0, length: 10 })).rejects.toMatchObject({
      tag: "source-changed",
      after: "no file",
    });
    expect(await store.get("/large")).toBeUndefined();
  });

  it("a tag that only says that the body was compressed, or is weak, is the same", async () => {
    const store = open();
    for (const etag of ['"a"', 'W/"a"', '"a-gzip"', 'W/"a;br"']) {
      always(headers({ etag }));
      expect(await store.get("/small")).toEqual(small);
    }
  });

  it("asks without headers that would cost a page a preflight, and lets the HTTP cache work", async () => {
    const asked: RequestInit[] = [];
    const store = open({
      fetch: (input, init = {}) => {
        asked.push(init);
        return fetch(input, init);
      },
    });
    always(headers(first));
    await store.getRange("/small", { offset: 0, length: 10 });
    await store.getRange("/small", { offset: 20, length: 10 });
    expect(asked.map(({ headers }) => headers)).toEqual([{ Range: "bytes=0-9" }, { Range: "bytes=20-29" }]);
    expect(asked.map(({ cache }) => cache)).toEqual([undefined, undefined]);
  });
});

describe("bytes", () => {
  it("are the caller's own: giving them away takes them from nobody", async () => {
    always({ kind: "no-range" });
    const store = open({ cacheBytes: MIB });
    const read = async () => {
      const part = (await store.getRange("/small", { offset: 0, length: 10 })) as Uint8Array;
      const whole = (await store.get("/small")) as Uint8Array;
      structuredClone([part, whole], { transfer: [part.buffer, whole.buffer] });
      return [part.byteLength, whole.byteLength];
    };
    expect(await Promise.all([read(), read(), read()])).toEqual([[0, 0], [0, 0], [0, 0]]); // biome-ignore format: one line
    expect(await store.getRange("/small", { offset: 0, length: 10 })).toEqual(small.subarray(0, 10));
    expect(await store.get("/small")).toEqual(small);
  });

  it("are kept as they came where cacheBytes says so", async () => {
    const store = open({ cacheBytes: 10_000 });
    for (let i = 0; i < 3; i++) {
      expect(await store.get("/small")).toEqual(small);
      expect(await store.getRange("/large", { suffixLength: 5 })).toEqual(large.subarray(-5));
    }
    await expect(store.get("/small", { maxBytes: 10 })).rejects.toMatchObject({ tag: "truncated" });
    expect(server.log).toEqual(["GET /small", "GET /large bytes=-5", "GET /small"]);
  });
});
