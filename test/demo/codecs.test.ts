import { cp, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type OpenPage, openPage } from "../helpers/browser.ts";
import { type StaticServer, serveFolder } from "../helpers/static-server.ts";
import { DOUBLE, LONG, SHORT, type Tag, tiff } from "../helpers/tiff.ts";

/** Decoders that are files of their own are found: in Node, in a page that somebody builds with Vite, and in its workers. */
const root = join(import.meta.dirname, "../..");
const SIDE = 1024;
/** A tile as GDAL writes it, all cells 7; and of red 7, green 9, blue 200. */
const LERC = "TGVyYzIgBAAAAMh4HsIABAAAAAQAAAEAAAAAABAACAAAAEYAAAABAAAAAAAAAAAA4D8AAAAAAAAcQAAAAAAAABxAAAAAAAA=";
const WEBP =
  "UklGRlAAAABXRUJQVlA4TEMAAAAv/8P/AAfQhB4Uuf8BgUCyv/kERfQ/4z//+c9//vOf//znP//5z3/+85///Oc///nPf/7zn//85z//+c9//vOf//zfAA==";

const program = `import { createEngine, openCog, zonalStats } from "rastrum";
const zones = { type: "Polygon", coordinates: [[[0, 0], [4096, 0], [4096, -4096], [0, -4096], [0, 0]]] };
globalThis.run = async (address, options) => {
  const engine = createEngine({ backend: "cpu", ...options });
  const table = await zonalStats(await openCog(address), zones, { statistics: ["mean"], zonesCrs: "raster", engine });
  await engine.close();
  return [...table].map(({ mean }) => mean).concat(table.schema.metadata.get("rastrum.workers") ?? "none");
};`;

let folder: string;
let installed: string;
let elsewhere: StaticServer;
const servers: StaticServer[] = [];
const open: OpenPage[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rastrum-codecs-"));
  installed = join(folder, "node_modules/rastrum");
  const outDir = join(installed, "dist");
  for (const config of ["vite.config.ts", "vite.worker.config.ts"]) {
    await build({ root, configFile: join(root, config), logLevel: "error", build: { outDir } });
  }
  await cp(join(root, "package.json"), join(installed, "package.json"));
  const { dependencies } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  for (const name of Object.keys(dependencies)) {
    await mkdir(dirname(join(folder, "node_modules", name)), { recursive: true });
    await symlink(join(root, "node_modules", name), join(folder, "node_modules", name));
  }
  await writeFile(join(folder, "main.js"), program);
  await mkdir(join(folder, "data"));
  await writeFile(join(folder, "data/lerc.tif"), image(34887, LERC, 1));
  await writeFile(join(folder, "data/webp.tif"), image(50001, WEBP, 3));
}, 120_000);

afterAll(async () => {
  for (const each of [...open, ...servers]) await each.close();
  await rm(folder, { recursive: true, force: true });
});

/** 4 × 4 tiles, all the same. */
function image(compression: number, tile: string, samples: number): Uint8Array {
  const shorts = (tag: number, ...values: number[]): Tag => [tag, SHORT, values];
  const tags: Tag[] = [
    shorts(256, 4 * SIDE),
    shorts(257, 4 * SIDE),
    shorts(258, ...new Array(samples).fill(8)),
    shorts(259, compression),
    shorts(262, samples === 3 ? 2 : 1),
    shorts(277, samples),
    shorts(322, SIDE),
    shorts(323, SIDE),
    [33550, DOUBLE, [1, 1, 0]],
    [33922, DOUBLE, [0, 0, 0, 0, 0, 0]],
    [50674, LONG, [4, 0]],
  ];
  const bytes = Uint8Array.from(atob(tile), (character) => character.charCodeAt(0));
  return tiff([{ tags, pieces: new Array(16).fill(bytes), tiled: true }]);
}

/** Builds the page; its files and the data are served from one place unless `base` says where the files are. */
async function buildPage(name: string, format: "es" | "iife", base = "/"): Promise<StaticServer> {
  const outDir = join(folder, name);
  await build({
    root: folder,
    configFile: false,
    publicDir: false,
    logLevel: "error",
    base,
    worker: { format },
    build: { outDir, rolldownOptions: { input: join(folder, "main.js"), output: { entryFileNames: "main.js" } } },
  });
  await cp(join(folder, "data"), join(outDir, "data"), { recursive: true });
  const html = `<!doctype html><link rel="icon" href="data:,"><script type="module" src="${base}main.js"></script>`;
  await writeFile(join(outDir, "index.html"), html);
  const server = await serveFolder(outDir);
  servers.push(server);
  return server;
}

async function run(server: StaticServer, file: string, workers: number): Promise<unknown> {
  const opened = await openPage(`${server.url}/index.html`);
  open.push(opened);
  await opened.page.waitForFunction("globalThis.run");
  const call = `globalThis.run(new URL("data/${file}", location.href).href, ${JSON.stringify({ workers })})`;
  const means = await opened.page.evaluate(call);
  expect(opened.errors).toEqual([]);
  return means;
}

const codecsOf = (requests: readonly string[]) => {
  const names = requests.map((request) => /\/codec-([a-z]+)/.exec(request)?.[1]).filter((name) => name !== undefined);
  return [...new Set(names)];
};

it.each(["es", "iife"] as const)(
  "in a page built with Vite, on its thread and in workers of format %s",
  async (format) => {
    const server = await buildPage(format, format);
    expect(await run(server, "lerc.tif", 0)).toEqual([7, "none"]);
    expect(codecsOf(server.requests)).toEqual(["lerc"]);
    expect(await run(server, "lerc.tif", 2)).toEqual([7, "2"]);
    expect(await run(server, "webp.tif", 0)).toEqual([7, 9, 200, "none"]);
    expect(await run(server, "webp.tif", 2)).toEqual([7, 9, 200, "2"]);
    expect(codecsOf(server.requests)).toEqual(["lerc", "webp"]);
  },
);

it("in a page and its workers whose scripts are of another origin", async () => {
  elsewhere = await serveFolder(join(folder, "apart"));
  servers.push(elsewhere);
  const server = await buildPage("apart", "es", `${elsewhere.url}/`);
  expect(await run(server, "lerc.tif", 2)).toEqual([7, "2"]);
  expect(await run(server, "webp.tif", 0)).toEqual([7, 9, 200, "none"]);
  expect(codecsOf(elsewhere.requests)).toEqual(["lerc", "webp"]);
  expect(codecsOf(server.requests)).toEqual([]);
});

it("in Node, on its thread and in its workers", async () => {
  const { createEngine, openCog, zonalStats } = await import(pathToFileURL(join(installed, "dist/index.js")).href);
  const zones = { type: "Polygon", coordinates: [[[0, 0], [4096, 0], [4096, -4096], [0, -4096], [0, 0]]] }; // biome-ignore format: one line
  for (const workers of [0, 2]) {
    const engine = createEngine({ backend: "cpu", workers });
    const options = { statistics: ["mean"], zonesCrs: "raster", engine };
    const table = await zonalStats(await openCog(join(folder, "data/lerc.tif")), zones, options);
    await engine.close();
    expect(table.get(0).mean).toBe(7);
    expect(table.schema.metadata.get("rastrum.workers") ?? "none").toBe(workers === 0 ? "none" : "2");
  }
});

it("neither the library nor its worker holds them", async () => {
  const size = async (name: string) => (await stat(join(installed, "dist", name))).size;
  expect(await size("codec-lerc.js")).toBeGreaterThan(100_000);
  expect(await size("codec-webp.js")).toBeGreaterThan(100_000);
  for (const name of ["index.js", "worker.js", "worker.cjs"]) {
    const text = await readFile(join(installed, "dist", name), "utf8");
    expect(text).not.toContain("AGFzbQ"); // how WebAssembly begins in base64
  }
});
