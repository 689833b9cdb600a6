import { describe, expect, it } from "vitest";
import { openRaster } from "../../../src/source/open-raster.ts";
import { openZarr } from "../../../src/source/zarr.ts";
import { filesFetch } from "../../helpers/files-fetch.ts";
import { arrayV3, bytesOf, encodeFiles, group, gzip, writeZarr } from "../../helpers/zarr-fixture.ts";
import { zipOf } from "../../helpers/zip.ts";

const count = (length: number) => Array.from({ length }, (_, i) => i);
/** 4 × 4 cells of 0 to 15 in two chunks of 2 × 4. */
const files = encodeFiles({
  "zarr.json": group(),
  "v/zarr.json": arrayV3([4, 4], "int16", ["y", "x"], { chunks: [2, 4] }),
  "v/c/0/0": bytesOf(Int16Array.from(count(8))),
  "v/c/1/0": bytesOf(Int16Array.from(count(8), (i) => i + 8)),
});
const cellsOf = async (raster: Awaited<ReturnType<typeof openZarr>>) =>
  Array.from<number | bigint>((await raster.read({ row: 0, column: 0, width: 4, height: 4 })).data);
const serve = (path: string, bytes: Uint8Array, asked: string[] = []) =>
  filesFetch("", new Map([[path, bytes]]), asked);
const inFolder = (folder: string) => Object.fromEntries([...files].map(([key, bytes]) => [`${folder}${key}`, bytes]));

describe("a Zarr in a ZIP archive", () => {
  it.each([
    ["stored", 0, 0, ""],
    ["deflated", 8, 0, ""],
    ["within one folder", 8, 0, "cube.zarr/"],
    ["with long local headers", 0, 200, ""],
  ] as const)("is read %s, by address and as a Blob", async (_, method, extra, folder) => {
    const bytes = zipOf(inFolder(folder), method, extra);
    const byAddress = await openZarr("https://host/cube.zip?key=1", { fetch: serve("cube.zip", bytes) });
    expect(await cellsOf(byAddress)).toEqual(count(16));
    expect(await cellsOf(await openRaster(new Blob([bytes])))).toEqual(count(16));
  });

  it("costs requests for its end, its directory and what is asked for, each with the query of the address", async () => {
    const asked: string[] = [];
    const bytes = zipOf(inFolder(""), 0);
    const raster = await openZarr("https://host/cube.zip?key=1", { fetch: serve("cube.zip", bytes, asked), path: "v" });
    asked.length = 0;
    await raster.read({ row: 0, column: 0, width: 4, height: 2 });
    expect(asked).toEqual(["https://host/cube.zip?key=1"]);
  });

  it("is refused where it is cut off, damaged, or claims to be large", async () => {
    const bytes = zipOf(inFolder(""), 8);
    const opened = async (change: (bytes: Uint8Array) => Uint8Array) => {
      const raster = await openZarr(new Blob([Uint8Array.from(change(bytes.slice()))]));
      return cellsOf(raster);
    };
    await expect(opened((b) => b.subarray(0, -30))).rejects.toMatchObject({ tag: "invalid-metadata" });
    const at = Buffer.from(bytes).lastIndexOf("v/c/0/0") - 46; // its entry of the directory
    const claim = (b: Uint8Array) => {
      new DataView(b.buffer).setUint32(at + 24, 2 ** 30, true);
      return b;
    };
    await expect(opened(claim)).rejects.toMatchObject({ tag: "invalid-metadata" });
    const spoil = (b: Uint8Array) => b.fill(0, at + 16, at + 20);
    await expect(opened(spoil)).rejects.toThrow("is damaged");
  });
});

describe("kerchunk's references", () => {
  /** The chunks lie in one file, with something before them. */
  const blob = Uint8Array.from([9, 9, ...(files.get("v/c/0/0") ?? []), ...(files.get("v/c/1/0") ?? [])]);
  const text = (key: string) => new TextDecoder().decode(files.get(key));
  const inline = { "zarr.json": text("zarr.json"), "v/zarr.json": JSON.parse(text("v/zarr.json")) };
  const base64 = `base64:${Buffer.from(files.get("v/c/1/0") ?? []).toString("base64")}`;
  const open = (document: object, address = "https://host/a/refs.json", asked: string[] = []) => {
    const served = new Map([
      ["a/refs.json", new TextEncoder().encode(JSON.stringify(document))],
      ["a/blob", blob],
      ["whole", files.get("v/c/0/0") ?? new Uint8Array(0)],
    ]);
    return openZarr(address, { fetch: filesFetch("", served, asked), path: "v", headers: { authorization: "secret" } });
  };

  it.each([
    [
      "version 0: parts of a file beside them, and base64",
      { ...inline, "v/c/0/0": ["blob", 2, 16], "v/c/1/0": base64 },
    ],
    ["version 1: whole files", { version: 1, refs: { ...inline, "v/c/0/0": ["../whole"], "v/c/1/0": base64 } }],
    [
      "templates",
      {
        version: 1,
        templates: { u: "https://host/a", f: "{{u}}/{{c}}" },
        refs: { ...inline, "v/c/0/0": ["{{u}}/blob", 2, 16], "v/c/1/0": ["{{f(c='blob')}}", 18, 16] },
      },
    ],
    [
      "gen",
      {
        version: 1,
        templates: { u: "blob" },
        refs: inline,
        gen: [
          {
            key: "v/c/{{i}}/0",
            url: "{{u}}",
            offset: "{{2 + i * (10 + 6)}}",
            length: "16",
            dimensions: { i: { stop: 2 } },
          },
        ],
      },
    ],
  ])("are followed: %s", async (_, document) => {
    expect(await cellsOf(await open(document))).toEqual(count(16));
  });

  it("lead to public buckets by https, without the headers that are for their own host", async () => {
    const seen: [string, string | null][] = [];
    const document = { ...inline, "v/c/0/0": ["s3://bucket/blob", 2, 16], "v/c/1/0": ["gs://bucket/blob", 18, 16] };
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      seen.push([new URL(request.url).host, request.headers.get("authorization")]);
      const served = new Map([
        ["refs.json", new TextEncoder().encode(JSON.stringify(document))],
        ["blob", blob],
        ["bucket/blob", blob],
      ]);
      return filesFetch("", served)(request);
    };
    const raster = await openZarr("https://host/refs.json", { fetch, path: "v", headers: { authorization: "secret" } });
    expect(await cellsOf(raster)).toEqual(count(16));
    expect(Object.fromEntries(seen)).toEqual({
      host: "secret",
      "bucket.s3.amazonaws.com": null,
      "storage.googleapis.com": null,
    });
  });

  it("do not lead from a server to this machine's files", async () => {
    const raster = await open({ ...inline, "v/c/0/0": ["file:///etc/hostname", 0, 16] });
    await expect(cellsOf(raster)).rejects.toMatchObject({ tag: "unsupported" });
  });

  it.each([
    ["a part beyond the end", { ...inline, "v/c/0/0": ["blob", 2, 1e15] }],
    ["a negative offset", { ...inline, "v/c/0/0": ["blob", -2, 16] }],
    [
      "circles",
      { version: 1, templates: { a: "{{b}}", b: "{{a}}" }, refs: { ...inline, "v/c/0/0": ["{{a}}", 0, 16] } },
    ],
    ["a version to come", { version: 2, refs: inline }],
    [
      "a gen without end",
      { version: 1, refs: inline, gen: [{ key: "{{i}}", url: "u", dimensions: { i: { stop: 1e12 } } }] },
    ],
    ["a file that is not there", { ...inline, "v/c/0/0": ["nothing"] }],
  ])("are refused with %s", async (_, document) => {
    const read = async () => cellsOf(await open(document));
    await expect(read()).rejects.toHaveProperty("tag");
  });

  it("are found on a disk, from their folder", async () => {
    const folder = await writeZarr({
      "a/refs.json": { ...inline, "v/c/0/0": ["../blob", 2, 16], "v/c/1/0": base64 },
      blob,
    });
    expect(await cellsOf(await openZarr(`${folder}/a/refs.json`))).toEqual(count(16));
  });
});

describe("a store of somebody else", () => {
  it("is read by its keys, in parts where it can", async () => {
    const keys: string[] = [];
    const get = async (key: string) => {
      keys.push(key);
      return files.get(key.slice(1));
    };
    expect(await cellsOf(await openZarr({ get }, { path: "v" }))).toEqual(count(16));
    expect(keys).toContain("/v/c/1/0");
  });

  it("is told from one that fails or gives something else", async () => {
    const failing = { get: () => Promise.reject(new Error("no")) };
    await expect(openZarr(failing)).rejects.toMatchObject({ tag: "network-error" });
    await expect(openZarr({ get: async () => "text" as never })).rejects.toMatchObject({ tag: "truncated" });
    await expect(openZarr({} as never)).rejects.toMatchObject({ tag: "invalid-option" });
    await expect(openZarr(new Blob([gzip(new Uint8Array(4)) as Uint8Array<ArrayBuffer>]))).rejects.toMatchObject({
      tag: "not-a-raster",
    });
  });
});
