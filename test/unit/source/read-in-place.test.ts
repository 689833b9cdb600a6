import { rm, symlink, truncate } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { readInPlace, spareBytes } from "../../../src/source/read-in-place.ts";
import { type LocatedFile, openStore } from "../../../src/source/store.ts";
import { writeZarr } from "../../helpers/zarr-fixture.ts";

const bytes = Uint8Array.from({ length: 1000 }, (_, i) => i % 251);
const cells = new Float32Array(1);

let folder: string;
beforeEach(async () => {
  folder = await writeZarr({ a: bytes, "sub/b": bytes.subarray(0, 600), few: bytes.subarray(0, 10) });
});
const read = (name: string, maxBytes = 1000) => readInPlace({ path: join(folder, name), maxBytes });

describe("a file read in place", () => {
  it("is there whole, or is not there", () => {
    const { bytes: whole, state } = read("a") ?? {};
    expect(whole).toEqual(bytes);
    expect(state).toMatchObject({ size: 1000, ms: expect.any(Number) });
    expect(read("c")).toEqual({ bytes: null, state: null });
  });

  it("is not read where it is a folder, or more than it may be, or cannot be found", async () => {
    await symlink("loop", join(folder, "loop"));
    expect([read("sub"), read("a", 999), read("loop"), read("a/b")]).toEqual([null, null, null, null]);
  });

  it("lies where the one before lay, unless somebody has that yet", () => {
    const first = read("a")?.bytes as Uint8Array;
    const second = read("a")?.bytes as Uint8Array;
    expect(second.buffer).not.toBe(first.buffer);
    spareBytes(first, new Uint8Array(first.buffer, 8)); // cells that lie in it
    expect(read("sub/b")?.bytes?.buffer).not.toBe(first.buffer);
    spareBytes(first, cells);
    const short = read("sub/b")?.bytes as Uint8Array;
    expect([short.buffer, short]).toEqual([first.buffer, bytes.subarray(0, 600)]);
    spareBytes(first, cells);
    expect(read("few")?.bytes?.buffer.byteLength).toBe(10); // which cells may take along
  });
});

describe("a store of local files", () => {
  const locate = async () => (await store.locate?.("/a", 1000)) as LocatedFile;
  const state = ({ place }: LocatedFile) => readInPlace(place)?.state ?? null;
  let store: ReturnType<typeof openStore>;
  beforeEach(() => {
    store = openStore(folder);
  });

  it("says where a file is, and refuses what another thread met once it is not what it was", async () => {
    const file = await locate();
    expect(file.place).toEqual({ path: join(folder, "a"), maxBytes: 1000 });
    file.met(state(file));
    file.met(state(file));
    await truncate(join(folder, "a"), 500);
    expect(() => file.met(state(file))).toThrow("changed while it was read");
    await rm(join(folder, "a"));
    expect(() => file.met(state(file))).toThrow("then no file");
  });

  it("compares it with what it read itself", async () => {
    await store.get("/a");
    await truncate(join(folder, "a"), 500);
    const file = await locate();
    expect(() => file.met(state(file))).toThrow("changed while it was read");
  });

  it("reads files itself, several at once, where others wait for some in a row", async () => {
    const file = await locate();
    const slow = { ...(state(file) as NonNullable<ReturnType<typeof state>>), ms: 50 };
    for (let i = 0; i < 3; i++) file.met(slow);
    file.met({ ...slow, ms: 1 });
    for (let i = 0; i < 4; i++) {
      expect(await locate()).not.toBeNull();
      if (i < 2) file.met(slow);
      else file.missed();
    }
    expect(await locate()).toBeNull();
    file.met({ ...slow, ms: 1 });
    expect(await locate()).toBeNull();
    expect(await store.get("/a")).toEqual(bytes);
  });

  it("keeps bytes that it is asked to keep, so that nobody else reads them", async () => {
    expect(await openStore(folder, { cacheBytes: 10 }).locate?.("/a", 1000)).toBeUndefined();
  });
});
