import { existsSync, readdirSync, readlinkSync } from "node:fs";
import { rename, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { openStore } from "../../../src/source/store.ts";
import { writeZarr } from "../../helpers/zarr-fixture.ts";

const bytes = Uint8Array.from({ length: 1000 }, (_, i) => i % 251);
const at = (offset: number, length: number) => ({ offset, length });

let folder: string;
beforeEach(async () => {
  folder = await writeZarr({ a: bytes, "sub/b": bytes });
});

/** Descriptors of this process that lead into the folder; none can be seen where there is no /proc. */
const openIn = (path: string) =>
  readdirSync("/proc/self/fd").filter((descriptor) => linkOf(descriptor).startsWith(path)).length;

function linkOf(descriptor: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`);
  } catch {
    return ""; // closed meanwhile
  }
}

describe("local files", () => {
  it("are read whole, in parts and from the end; a folder or nothing is undefined", async () => {
    const store = openStore(folder);
    expect(await store.get("/a")).toEqual(bytes);
    expect(await store.getRange("/sub/b", at(100, 20))).toEqual(bytes.subarray(100, 120));
    expect(await store.getRange("/a", { suffixLength: 16 })).toEqual(bytes.subarray(984));
    expect(await store.getRange("/a", { suffixLength: 5000 })).toEqual(bytes);
    for (const key of ["/sub", "/c", "/a/b"]) {
      expect(await store.get(key)).toBeUndefined();
      expect(await store.getRange(key, at(0, 1))).toBeUndefined();
    }
    expect(await store.folders?.("")).toEqual(["sub"]);
  });

  it("a part beyond the end, and a file longer than it may be, are truncated", async () => {
    const store = openStore(folder);
    const beyond = { tag: "truncated", expected: 20, received: 10 };
    await expect(store.getRange("/a", at(990, 20))).rejects.toMatchObject(beyond);
    await expect(store.get("/a", { maxBytes: 999 })).rejects.toMatchObject({ tag: "truncated", expected: 999 });
  });

  it("an abort is told, before and while a file is read", async () => {
    const store = openStore(folder);
    const stop = new AbortController();
    const reads = Array.from({ length: 100 }, (_, i) => store.getRange("/a", at(i, 1), { signal: stop.signal }));
    stop.abort(new Error("enough"));
    for (const read of reads) await expect(read).rejects.toThrow("enough");
    await expect(store.get("/a", { signal: stop.signal })).rejects.toThrow("enough");
  });
});

describe("a local file that changes", () => {
  const changed = { tag: "source-changed", message: /open the raster again/ };

  it.each<[string, (file: string) => Promise<unknown>]>([
    [
      "is written anew",
      (file) =>
        writeFile(
          file,
          bytes.map((byte) => byte ^ 1),
        ),
    ],
    ["has another date", (file) => utimes(file, 1, 1)],
    ["grows", (file) => writeFile(file, new Uint8Array(2000))],
  ])("is told where it %s", async (_, change) => {
    const store = openStore(folder);
    await store.getRange("/a", at(0, 10));
    await store.get("/sub/b");
    await change(join(folder, "a"));
    await change(join(folder, "sub/b"));
    await expect(store.getRange("/a", at(20, 10))).rejects.toMatchObject({ ...changed, url: join(folder, "a") });
    await expect(store.get("/sub/b")).rejects.toMatchObject(changed);
    expect(await openStore(folder).getRange("/a", at(20, 10))).toHaveLength(10);
  });

  it("is read on as it was where another takes its name while it is open, and told when it is opened again", async () => {
    const store = openStore(folder);
    await store.getRange("/a", at(0, 10));
    await writeFile(join(folder, "new"), new Uint8Array(1000));
    await rename(join(folder, "new"), join(folder, "a"));
    expect(await store.getRange("/a", at(20, 10))).toEqual(bytes.subarray(20, 30));
    await expect(store.get("/a")).rejects.toMatchObject(changed);
  });

  it("is told where it is gone", async () => {
    const store = openStore(folder);
    await store.get("/a");
    await rm(join(folder, "a"));
    await expect(store.get("/a")).rejects.toMatchObject({ ...changed, after: "no file" });
  });
});

describe.runIf(existsSync("/proc/self/fd"))("descriptors", () => {
  it("one a file, few at once, and none a second after the last read", async () => {
    const files = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`f${i}`, bytes]));
    const many = await writeZarr(files);
    const store = openStore(many);
    let most = 0;
    const reads = Array.from({ length: 2000 }, async (_, i) => {
      await store.getRange(`/f${i % 200}`, at(i % 900, 10));
      await store.get(`/f${i % 200}`);
      if (i % 50 === 0) most = Math.max(most, openIn(many));
    });
    await Promise.all(reads);
    expect(most).toBeLessThanOrEqual(32 + 16); // kept, and being read
    await vi.waitFor(() => expect(openIn(many)).toBe(0), { timeout: 4000 });
  });
});

if (!existsSync("/proc/self/fd")) {
  console.warn("SKIPPED: without /proc/self/fd the descriptors that are open cannot be counted.");
  it.skip("SKIPPED: descriptors, since there is no /proc/self/fd");
}
