/** The built library in processes of its own: when workers start, what they keep alive, how they end. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { arrayV3, gzip, writeZarr } from "../helpers/zarr-fixture.ts";
import { rastrum } from "./rastrum.ts";

const library = JSON.stringify(join(import.meta.dirname, "../../dist/index.js"));
const folder = mkdtempSync(join(tmpdir(), "rastrum-workers-"));
afterAll(() => rmSync(folder, { recursive: true }));

const polygon = { type: "Polygon", coordinates: [[[0, 0], [9, 0], [9, -9], [0, -9], [0, 0]]] }; // biome-ignore format: one line
const SIDE = 1024;
/** 4 × 4 chunks of 1024 × 1024 cells, a byte each: 16 MiB, of which each chunk holds its number. */
let large = "";

beforeAll(async () => {
  const attributes = { "proj:code": "EPSG:4326", "spatial:transform": [0.001, 0, 0, 0, -0.001, 0] };
  const codecs = [{ name: "bytes" }, { name: "gzip" }];
  const files: Record<string, object | Uint8Array> = {
    "zarr.json": arrayV3([4 * SIDE, 4 * SIDE], "uint8", ["y", "x"], { chunks: [SIDE, SIDE], codecs, attributes }),
  };
  for (let chunk = 0; chunk < 16; chunk++) {
    files[`c/${Math.floor(chunk / 4)}/${chunk % 4}`] = gzip(new Uint8Array(SIDE * SIDE).fill(chunk));
  }
  large = await writeZarr(files);
});

/** Runs a program as a process of its own; it must end by itself within the time of a test. */
function run(program: string): Promise<string> {
  const file = join(folder, "program.mjs");
  writeFileSync(file, `import * as rastrum from ${library};\nconst zones = ${JSON.stringify(polygon)};\n${program}`);
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [file], { timeout: 25_000 }, (error, stdout, stderr) =>
      error ? reject(new Error(`${error.message}\n${stderr}`)) : resolve(stdout.trim()),
    );
  });
}

const jobOf = (raster: string, options = "") =>
  `rastrum.zonalStats(await ${raster}, zones, { statistics: ["sum"], zonesCrs: "raster", ${options} })`;
const told = `table.schema.metadata.get("rastrum.workers")`;
const sum = 120 * SIDE * SIDE; // 0 + 1 + … + 15 of each chunk's cells

it("a job on a large raster is done by workers, which do not keep the process", { timeout: 30_000 }, async () => {
  const program = `const table = await ${jobOf(`rastrum.openZarr(${JSON.stringify(large)})`)};
    console.log(Number(table.get(0).sum), Number(${told}) >= 1);`;
  expect(await run(program)).toBe(`${sum} true`);
});

it("a job under way keeps the process until it is done", { timeout: 30_000 }, async () => {
  const program = `const job = ${jobOf(`rastrum.openZarr(${JSON.stringify(large)})`)};
    job.then((table) => console.log(Number(table.get(0).sum)));`;
  expect(await run(program)).toBe(String(sum));
});

it("an engine's workers end with it, and any number of engines can follow", { timeout: 30_000 }, async () => {
  const program = `const raster = await rastrum.openZarr(${JSON.stringify(large)});
    const sums = new Set();
    for (let i = 0; i < 4; i++) {
      const engine = rastrum.createEngine({ workers: i % 3 });
      const table = await ${jobOf("raster", "engine")};
      sums.add([Number(table.get(0).sum), ${told}].join());
      await engine.close();
    }
    console.log([...sums].join(" "));`;
  expect(await run(program)).toBe(`${sum}, ${sum},1 ${sum},2`);
});

it("an engine that was started keeps no process", { timeout: 30_000 }, async () => {
  const program = `const engine = rastrum.createEngine({ workers: 2 });
    await engine.start();
    console.log("up");`;
  expect(await run(program)).toBe("up");
});

it("a raster of little starts none", { timeout: 30_000 }, async () => {
  const raster =
    "rastrum.memoryRaster({ data: new Uint8Array(16).fill(2), width: 4, height: 4, bounds: [0, -4, 4, 0] })";
  const program = `const table = await ${jobOf(raster)};
    console.log(Number(table.get(0).sum), ${told}, process.getActiveResourcesInfo().includes("MessagePort"));`;
  expect(await run(program)).toBe("32 undefined false");
});

it("a worker that cannot be started is told, and missed by nobody", { timeout: 30_000 }, async () => {
  const program = `import { Worker } from "node:worker_threads";
    const createWorker = () => new Worker("throw new Error('not today')", { eval: true });
    const engine = rastrum.createEngine({ workers: 2, createWorker });
    const table = await ${jobOf(`rastrum.openZarr(${JSON.stringify(large)})`, "engine")};
    console.log(Number(table.get(0).sum), ${told});`;
  expect(await run(program)).toBe(`${sum} 0: not today`);
});

it("an aborted job leaves nothing that keeps the process", { timeout: 30_000 }, async () => {
  const program = `const controller = new AbortController();
    const raster = await rastrum.openZarr(${JSON.stringify(large)});
    const job = ${jobOf("raster", "signal: controller.signal")};
    setTimeout(() => controller.abort(new Error("enough")), 50);
    await Promise.resolve(job).catch((error) => console.log(error.message));`;
  expect(await run(program)).toMatch(/^(enough)?$/);
});

it("the command line takes --workers, says them, and writes the same bytes", { timeout: 30_000 }, async () => {
  writeFileSync(join(folder, "zones.geojson"), JSON.stringify(polygon));
  const outcome = async (workers: number) => {
    const words = ["zonal", large, "zones.geojson", "--zones-crs", "raster", "--stats", "sum", "--verbose"];
    const { code, stderr } = await rastrum([...words, "--workers", `${workers}`, "-o", `${workers}.arrow`], folder);
    return { code, stderr, bytes: readFileSync(join(folder, `${workers}.arrow`)) };
  };
  const [none, two] = [await outcome(0), await outcome(2)];
  expect([none.code, two.code]).toEqual([0, 0]);
  expect(none.stderr).not.toContain("workers");
  expect(two.stderr).toMatch(/1 rows in .* on cpu \(.*workers: 2\)/);
  expect(two.bytes.equals(none.bytes)).toBe(true);
});
