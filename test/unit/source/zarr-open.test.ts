import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openZarr, type ZarrOptions } from "../../../src/source/zarr.ts";
import { type FaultServer, startFaultServer } from "../../helpers/fault-server.ts";
import {
  arrayV2,
  arrayV3,
  bytesOf,
  coordinate,
  encodeFiles,
  group,
  gzip,
  writeZarr,
  type ZarrFiles,
} from "../../helpers/zarr-fixture.ts";

const layer = arrayV3([2, 2], "int16", ["y", "x"], { chunks: [1, 2] });
const two: ZarrFiles = {
  "zarr.json": group(),
  "a/zarr.json": group(),
  "a/v/zarr.json": layer,
  "a/x/zarr.json": arrayV3([2], "float64", ["x"]),
  "a/x_bnds/zarr.json": arrayV3([2, 2], "float64", ["x", "nv"]),
  "a/spatial_ref/zarr.json": arrayV3([], "int64", []),
  "b/zarr.json": layer,
};

describe("which array", () => {
  it("by its path, by a group that holds one, by the address of the array itself, by a file URL", async () => {
    const folder = await writeZarr(two);
    expect((await openZarr(folder, { path: "a/v" })).name).toBe(`${folder}/a/v`);
    expect((await openZarr(folder, { path: "/a/" })).name).toBe(`${folder}/a/v`);
    expect((await openZarr(join(folder, "a"))).name).toBe(`${folder}/a/v`);
    expect((await openZarr(pathToFileURL(join(folder, "b")))).grid).toMatchObject({ width: 2, height: 2 });
    const direct = await writeZarr({
      ...two,
      ...prefixed("a", { ...coordinate("x", [1, 3]), ...coordinate("y", [9, 7]) }),
    });
    expect((await openZarr(join(direct, "a", "v"))).grid.transform).toEqual([2, 0, 0, 0, -2, 10]);
  });

  it("several, none, or a path to nothing: the arrays that there are", async () => {
    const folder = await writeZarr(two);
    const arrays = ["b", "a/v"];
    await expect(openZarr(folder)).rejects.toMatchObject({ tag: "array-not-found", arrays, message: /2 rasters/ });
    await expect(openZarr(folder, { path: "c" })).rejects.toMatchObject({ tag: "array-not-found", path: "c", arrays });
    await expect(openZarr(folder, { path: "a/x" })).rejects.toMatchObject({
      tag: "array-not-found",
      arrays,
      message: /1 dim/,
    });
    await expect(openZarr(folder, { path: "../etc" })).rejects.toMatchObject({ tag: "invalid-option", option: "path" });
    const empty = await writeZarr({ "zarr.json": group() });
    await expect(openZarr(empty)).rejects.toMatchObject({ tag: "array-not-found", arrays: [] });
  });

  it("no Zarr, no folder, no JSON, no known scheme", async () => {
    const folder = await writeZarr({ "readme.txt": new Uint8Array(3), "broken/zarr.json": new Uint8Array([123]) });
    await mkdir(join(folder, "empty"));
    await expect(openZarr(folder)).rejects.toMatchObject({ tag: "not-a-raster", path: folder });
    await expect(openZarr(join(folder, "readme.txt"))).rejects.toMatchObject({ tag: "not-a-raster" });
    await expect(openZarr(join(folder, "gone"))).rejects.toMatchObject({ tag: "not-found" });
    await expect(openZarr(join(folder, "broken"))).rejects.toMatchObject({ tag: "invalid-metadata" });
    await expect(openZarr("ftp://host/key")).rejects.toMatchObject({ tag: "unsupported" });
  });

  it.each([
    ["shape", { shape: [2, -2] }],
    ["chunk_shape", { chunks: [0, 2] }],
    ["chunk_shape", { chunks: [2] }],
    ["shape", { shape: "2" }],
    ["codecs", { codecs: null }],
  ])("metadata with a wrong %s", async (field, more) => {
    const folder = await writeZarr({ "zarr.json": arrayV3([2, 2], "int16", ["y", "x"], more) });
    await expect(openZarr(folder)).rejects.toMatchObject({ tag: "invalid-metadata", message: new RegExp(field) });
  });

  it.each([
    ["an unknown codec", { codecs: [{ name: "bytes" }, { name: "numcodecs.bz2" }] }],
    ["chunks of 2 TiB", { chunks: [2 ** 20, 2 ** 20] }],
    ["another chunk grid", { chunk_grid: { name: "rectilinear", configuration: {} } }],
  ])("%s is refused when it is opened", async (_, more) => {
    const folder = await writeZarr({ "zarr.json": arrayV3([2, 2], "int16", ["y", "x"], more) });
    await expect(openZarr(folder)).rejects.toMatchObject({ tag: "unsupported" });
  });
});

describe("damaged chunks", () => {
  const gzipped = arrayV3([1, 4], "int16", ["y", "x"], {
    codecs: [{ name: "bytes", configuration: { endian: "little" } }, { name: "gzip" }],
  });
  const good = gzip(Int16Array.of(1, 2, 3, 4));

  it.each<[string, Uint8Array]>([
    ["cut off", good.subarray(0, good.length - 9)],
    ["garbage", Uint8Array.of(1, 2, 3, 4)],
    ["a web page", new TextEncoder().encode("<html></html>")],
    ["empty", new Uint8Array(0)],
    ["too short once decoded", gzip(Int16Array.of(1, 2, 3))],
    ["a bomb of 64 MiB", gzip(new Uint8Array(2 ** 26))],
  ])("%s", async (_, bytes) => {
    const raster = await openZarr(await writeZarr({ "zarr.json": gzipped, "c/0/0": bytes }));
    const read = raster.read({ row: 0, column: 0, width: 4, height: 1 });
    await expect(read).rejects.toMatchObject({ tag: "decode-failed", chunk: [0, 0], path: raster.name });
  });
});

describe("over http", () => {
  let server: FaultServer;
  beforeEach(async () => {
    const x = coordinate("x", [1, 3]);
    const y = coordinate("y", [9, 7]);
    const chunks = { "v/c/0/0": bytesOf(Int16Array.of(1, 2)), "v/c/1/0": bytesOf(Int16Array.of(3, 4)) };
    server = await startFaultServer(
      encodeFiles(prefixed("/z", { "zarr.json": group(), "v/zarr.json": layer, ...x, ...y, ...chunks })),
    );
  });
  afterEach(() => server.close());

  const open = (path?: string, options: ZarrOptions = {}) =>
    openZarr(`${server.url}/z`, { path, retryDelayMs: 1, ...options });
  const everything = { row: 0, column: 0, width: 2, height: 2 };

  it("fetches each chunk once", async () => {
    const raster = await open("v");
    expect(raster.grid.transform).toEqual([2, 0, 0, 0, -2, 10]);
    server.log.length = 0;
    expect((await raster.read(everything)).data).toEqual(Int16Array.of(1, 2, 3, 4));
    expect(server.log.sort()).toEqual(["GET /z/v/c/0/0", "GET /z/v/c/1/0"]);
  });

  it("uses consolidated metadata, v3's and v2's: one request for all metadata", async () => {
    const metadata = { v: layer, spatial_ref: arrayV3([], "int64", [], { attributes: { spatial_ref: "X" } }) };
    server.files.set("/z/zarr.json", encode({ ...group(), consolidated_metadata: { kind: "inline", metadata } }));
    expect((await open()).grid.crs).toBe("X");
    expect(server.log).toEqual(["GET /z/zarr.json"]);
    server.log.length = 0;
    server.files.delete("/z/zarr.json");
    const v2 = { ".zgroup": {}, "w/.zarray": arrayV2([2, 2], "|u1"), "w/.zattrs": { _ARRAY_DIMENSIONS: ["y", "x"] } };
    server.files.set("/z/.zmetadata", encode({ metadata: v2, zarr_consolidated_format: 1 }));
    expect((await open()).name).toBe(`${server.url}/z/w`);
    expect(server.log).toEqual(["GET /z/zarr.json", "GET /z/.zmetadata"]);
    await expect(open("nothing")).rejects.toMatchObject({ tag: "array-not-found", arrays: ["w"] });
  });

  it("without it, tries the usual name, or says that it cannot list", async () => {
    await expect(open()).rejects.toMatchObject({ tag: "array-not-found", message: /cannot be listed.*give the path/ });
    server.files.set("/z/data/zarr.json", encode(layer));
    expect((await open()).name).toBe(`${server.url}/z/data`);
  });

  it("a 404 is no Zarr; pages and 403 everywhere are told as what they are", async () => {
    await expect(openZarr(`${server.url}/other`)).rejects.toMatchObject({ tag: "not-a-raster" });
    server.fault = (path) => (server.files.has(path) ? undefined : { kind: "page" });
    await expect(openZarr(`${server.url}/other`)).rejects.toMatchObject({ tag: "http-error", message: /web page/ });
    expect((await open("v")).grid.crs).toBeNull(); // what is only optional may be a page or a 403
    server.fault = (path) => (server.files.has(path) ? undefined : { kind: "status", status: 403 });
    await expect(openZarr(`${server.url}/other`)).rejects.toMatchObject({ tag: "http-error", status: 403 });
    expect((await open("v")).grid.crs).toBeNull();
  });

  it("a chunk with 404 is absent; with 403, a page, a stall or a cut it is an error", async () => {
    const raster = await open("v", { timeoutMs: 100, retries: 1 });
    const faulty = async (fault: FaultServer["fault"]) => {
      server.fault = (path, nth, request) => (path === "/z/v/c/1/0" ? fault(path, nth, request) : undefined);
      return raster.read(everything).catch((error: unknown) => error);
    };
    expect(await faulty(() => ({ kind: "status", status: 404 }))).toMatchObject({ data: Int16Array.of(1, 2, 0, 0) });
    expect(raster.missingChunks?.()).toBe(1);
    expect(await faulty(() => ({ kind: "status", status: 403 }))).toMatchObject({ tag: "http-error", status: 403 });
    expect(await faulty(() => ({ kind: "page" }))).toMatchObject({ tag: "http-error" });
    expect(await faulty(() => ({ kind: "stall" }))).toMatchObject({ tag: "timeout", timeoutMs: 100 });
    expect(await faulty(() => ({ kind: "truncate", bytes: 1 }))).toMatchObject({ tag: "decode-failed", chunk: [1, 0] });
    expect(await faulty(() => undefined)).toMatchObject({ data: Int16Array.of(1, 2, 3, 4) });
  });

  it("an abort stops opening and reading at once, and leaves nothing running", async () => {
    const stop = new AbortController();
    server.fault = () => ({ kind: "stall" });
    const opening = open("v", { signal: stop.signal });
    setTimeout(() => stop.abort(new Error("enough")), 30);
    await expect(opening).rejects.toThrow("enough");
    server.fault = () => undefined;
    const raster = await open("v");
    server.fault = () => ({ kind: "stall" });
    const before = server.closed();
    const reading = raster.read(everything, { signal: AbortSignal.timeout(50) });
    await expect(reading).rejects.toMatchObject({ name: "TimeoutError" });
    for (let i = 0; i < 100 && server.closed() < before + 2; i++)
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(server.closed()).toBe(before + 2);
  });
});

function prefixed(folder: string, files: ZarrFiles): ZarrFiles {
  return Object.fromEntries(Object.entries(files).map(([key, content]) => [`${folder}/${key}`, content]));
}

function encode(document: object): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(document));
}
