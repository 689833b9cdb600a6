import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import Zstd from "numcodecs/zstd";
import { build } from "vite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type OpenPage, openPage } from "../helpers/browser.ts";
import { type StaticServer, serveFolder } from "../helpers/static-server.ts";
import { arrayV3, writeZarr, type ZarrFiles } from "../helpers/zarr-fixture.ts";

/** A page of somebody who has the package installed as it is published, and builds with Vite. */
const root = join(import.meta.dirname, "../..");
const SIDE = 1024;
const program = `import { createEngine, openZarr, zonalStats } from "rastrum";
const zones = { type: "Polygon", coordinates: [[[0, 0], [9, 0], [9, -9], [0, -9], [0, 0]]] };
globalThis.run = async (options) => {
  const engine = createEngine({ backend: "cpu", ...options });
  const table = await zonalStats(await openZarr(new URL("data", location.href).href), zones, { statistics: ["sum", "median"], zonesCrs: "raster", engine });
  await engine.close();
  return [Number(table.get(0).sum), table.get(0).median, table.schema.metadata.get("rastrum.workers") ?? null];
};`;

const page = (head: string, source: string) =>
  `<!doctype html><link rel="icon" href="data:,">${head}<script type="module" src="${source}"></script>`;

let consumer: string;
let raster: string;
let site: StaticServer;
let elsewhere: StaticServer;
const open: OpenPage[] = [];

/** Builds the page for an address of its assets; with `plain.html`, one whose policy forbids workers, and the data. */
async function buildPage(name: string, format: "es" | "iife", base = "/"): Promise<void> {
  const outDir = join(consumer, name);
  const output = { entryFileNames: "main.js" };
  await build({
    root: consumer,
    configFile: false,
    publicDir: false,
    logLevel: "error",
    base,
    worker: { format },
    build: { outDir, rolldownOptions: { input: join(consumer, "main.js"), output } },
  });
  await writeFile(join(outDir, "plain.html"), page("", `${base}main.js`));
  const policy = `<meta http-equiv="Content-Security-Policy" content="worker-src 'none'">`;
  await writeFile(join(outDir, "strict.html"), page(policy, `${base}main.js`));
  await cp(raster, join(outDir, "data"), { recursive: true });
}

beforeAll(async () => {
  consumer = await mkdtemp(join(tmpdir(), "rastrum-consumer-"));
  const { files, dependencies } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const installed = join(consumer, "node_modules/rastrum");
  for (const name of [...files, "package.json"]) await cp(join(root, name), join(installed, name), { recursive: true });
  for (const name of Object.keys(dependencies)) {
    await mkdir(dirname(join(consumer, "node_modules", name)), { recursive: true });
    await symlink(join(root, "node_modules", name), join(consumer, "node_modules", name));
  }
  await writeFile(join(consumer, "main.js"), program);
  raster = await largeRaster();
  await buildPage("built", "es");
  await buildPage("classic", "iife");
  site = await serveFolder(join(consumer, "built"));
  elsewhere = await serveFolder(join(consumer, "assets-elsewhere"));
  await buildPage("assets-elsewhere", "es", `${elsewhere.url}/`);
}, 180_000);

afterAll(async () => {
  for (const { close } of open) await close();
  for (const server of [site, elsewhere]) await server?.close();
  await rm(consumer, { recursive: true, force: true });
});

/** 4 × 4 chunks of 1024 × 1024 cells, a byte each: 16 MiB; each holds its number, in zstd, whose decoder comes later. */
async function largeRaster(): Promise<string> {
  const attributes = { "proj:code": "EPSG:4326", "spatial:transform": [0.001, 0, 0, 0, -0.001, 0] };
  const codecs = [{ name: "bytes" }, { name: "zstd", configuration: { level: 3, checksum: false } }];
  const zstd = Zstd.fromConfig({ id: "zstd", level: 3 });
  const more = { chunks: [SIDE, SIDE], codecs, attributes };
  const files: ZarrFiles = { "zarr.json": arrayV3([4 * SIDE, 4 * SIDE], "uint8", ["y", "x"], more) };
  for (let chunk = 0; chunk < 16; chunk++) {
    const bytes = await zstd.encode(new Uint8Array(SIDE * SIDE).fill(chunk));
    files[`c/${Math.floor(chunk / 4)}/${chunk % 4}`] = new Uint8Array(bytes);
  }
  return writeZarr(files);
}

/** [sum, median, what the metadata says of workers], and how many workers the page had. */
async function run(address: string, options: object) {
  const opened = await openPage(address);
  open.push(opened);
  let workers = 0;
  opened.page.on("worker", () => workers++);
  await opened.page.waitForFunction("globalThis.run");
  const call = `globalThis.run(${JSON.stringify(options)})`;
  const outcome = await opened.page.evaluate<unknown[]>(call);
  return { outcome, workers, errors: opened.errors.filter((error) => !/status of 404/.test(error)) };
}

const sum = 120 * SIDE * SIDE; // 0 + 1 + … + 15 of each chunk's cells
const median = 7.5;

it("a page built with Vite has its workers, which give the table of the page's own thread", async () => {
  const none = await run(`${site.url}/plain.html`, { workers: 0 });
  expect(none).toEqual({ outcome: [sum, median, null], workers: 0, errors: [] });
  const two = await run(`${site.url}/plain.html`, { workers: 2 });
  expect(two).toEqual({ outcome: [sum, median, "2"], workers: 2, errors: [] });
});

it("so it does with workers of one file, as Vite makes them where nothing is said", async () => {
  const classic = await serveFolder(join(consumer, "classic"));
  const two = await run(`${classic.url}/plain.html`, { workers: 2 });
  await classic.close();
  expect(two).toEqual({ outcome: [sum, median, "2"], workers: 2, errors: [] });
});

it("where the page's policy forbids workers the job goes on, and says so", async () => {
  const { outcome, workers } = await run(`${site.url}/strict.html`, { workers: 2 });
  expect(outcome).toEqual([sum, median, expect.stringMatching(/^0: .*Content Security Policy/)]);
  expect(workers).toBe(0);
});

it("a library from another origin has its workers too", async () => {
  const main = `${elsewhere.url}/main.js`;
  await writeFile(join(consumer, "built/other.html"), page("", main));
  const two = await run(`${site.url}/other.html`, { workers: 2 });
  expect(two).toEqual({ outcome: [sum, median, "2"], workers: 2, errors: [] });
});

it("createWorker of the page's own is used", async () => {
  const opened = await openPage(`${site.url}/plain.html`);
  open.push(opened);
  await opened.page.waitForFunction("globalThis.run");
  const outcome = await opened.page.evaluate<unknown[]>(
    `globalThis.run({ workers: 1, createWorker: () => { throw new Error("not in this page"); } })`,
  );
  expect(outcome).toEqual([sum, median, "0: not in this page"]);
});
