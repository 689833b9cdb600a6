import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { ByteRange, openStore, Store } from "../../src/source/store.ts";
import { type OpenPage, openPage } from "../helpers/browser.ts";
import { type FaultServer, startFaultServer } from "../helpers/fault-server.ts";
import { type StaticServer, serveFolder } from "../helpers/static-server.ts";

/** A page of one server reads files of another, which lets it see the headers that CORS lets through by itself. */
const file = Uint8Array.from({ length: 10_000 }, (_, i) => i % 251);
const entry = join(import.meta.dirname, "../../src/source/store.ts");
const consent = { "access-control-allow-origin": "*" };
const dated = (day: string) => ({ ...consent, "last-modified": `${day} Jan 2000 00:00:00 GMT` });

let folder: string;
let site: StaticServer;
let files: FaultServer;
let open: OpenPage;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rastrum-page-"));
  const lib = { entry, formats: ["es" as const], fileName: () => "store.js" };
  await build({
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    build: { outDir: folder, emptyOutDir: true, lib },
  });
  const script = `import { openStore } from "./store.js"; Object.assign(globalThis, { openStore });`;
  await writeFile(
    join(folder, "index.html"),
    `<!doctype html><link rel="icon" href="data:,"><script type="module">${script}</script>`,
  );
  site = await serveFolder(folder);
  files = await startFaultServer(new Map(["/a", "/b", "/c", "/d"].map((path) => [path, file])));
  open = await openPage(site.url);
}, 120_000);
afterAll(async () => {
  await open.close();
  await site.close();
  await files.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  files.log.length = 0;
});

/** Reads in the page, at the same time; sums of bytes, or the tags of errors. */
function readInPage(key: string, ranges: readonly ByteRange[], name = "store"): Promise<(number | string)[]> {
  return open.page.evaluate(
    async ({ url, path, wanted, kept }) => {
      const page = globalThis as unknown as Record<string, Store> & { openStore: typeof openStore };
      page[kept] ??= page.openStore(url, { retries: 0 });
      const sum = (bytes: Uint8Array | undefined) => bytes?.reduce((total, byte) => total + byte, 0) ?? -1;
      const reads = wanted.map((range) => page[kept].getRange(path, range));
      return Promise.all(reads.map((read) => read.then(sum, (error: { tag: string }) => error.tag)));
    },
    { url: files.url, path: key, wanted: ranges, kept: name },
  );
}

const sumOf = (start: number, end: number) => file.subarray(start, end).reduce((total, byte) => total + byte, 0);

it("parts are joined, and cost no preflight", async () => {
  files.fault = () => ({ kind: "headers", headers: consent });
  const offsets = [0, 100, 200, 300];
  const sums = await readInPage(
    "/a",
    offsets.map((offset) => ({ offset, length: 100 })),
  );
  expect(sums).toEqual(offsets.map((offset) => sumOf(offset, offset + 100)));
  expect(files.log).toEqual(["GET /a bytes=0-399"]);
});

it("a file that changes is told by its date, where its ETag cannot be seen", async () => {
  files.fault = () => ({ kind: "headers", headers: { ...dated("Sat, 01"), etag: '"a"', "cache-control": "no-store" } });
  expect(await readInPage("/b", [{ offset: 0, length: 10 }])).toEqual([sumOf(0, 10)]);
  files.fault = () => ({ kind: "headers", headers: { ...dated("Sun, 02"), etag: '"b"', "cache-control": "no-store" } });
  expect(await readInPage("/b", [{ offset: 50, length: 10 }])).toEqual(["source-changed"]);
});

it("what the browser has in its cache is not fetched again", async () => {
  files.fault = () => ({
    kind: "headers",
    headers: { ...dated("Sat, 01"), etag: '"a"', "cache-control": "max-age=60" },
  });
  expect(await readInPage("/c", [{ offset: 0, length: 10 }], "first")).toEqual([sumOf(0, 10)]);
  expect(await readInPage("/c", [{ offset: 0, length: 10 }], "second")).toEqual([sumOf(0, 10)]);
  expect(files.log).toEqual(["GET /c bytes=0-9"]);
});

it("an end is read with a preflight where the server consents, else by the file's length", async () => {
  const allow = { ...consent, "access-control-allow-headers": "Range" };
  files.fault = (_, __, { method }) =>
    method === "OPTIONS" ? { kind: "status", status: 204, headers: allow } : { kind: "headers", headers: consent };
  expect(await readInPage("/d", [{ suffixLength: 10 }])).toEqual([sumOf(9990, 10_000)]);
  expect(files.log).toEqual(["OPTIONS /d", "GET /d bytes=-10"]);
  files.log.length = 0;
  files.fault = (_, __, { method }) =>
    method === "OPTIONS" ? { kind: "status", status: 403 } : { kind: "headers", headers: consent };
  expect(await readInPage("/a", [{ suffixLength: 10 }], "third")).toEqual([sumOf(9990, 10_000)]);
  expect(files.log).toEqual(["OPTIONS /a", "HEAD /a", "GET /a bytes=9990-9999"]);
});
