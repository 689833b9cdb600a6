import { execFileSync } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { EngineCore } from "../../../src/engine.ts";
import { zonalStats } from "../../../src/ops/zonal-stats.ts";
import type { Raster } from "../../../src/source/source.ts";
import { openZarr } from "../../../src/source/zarr.ts";
import { distWorkerOfNode } from "../../helpers/dist-worker.ts";
import { bytesOf } from "../../helpers/tables.ts";
import { arrayV3, bytesOf as bytes, writeZarr } from "../../helpers/zarr-fixture.ts";

const place = { attributes: { "proj:code": "EPSG:4326", "spatial:transform": [1, 0, 0, 0, -1, 8] } };
const ring = [[0, 8], [7, 8], [7, 1], [0, 1], [0, 8]]; // biome-ignore format: one line
const zones = { type: "Polygon", coordinates: [ring] };

/** 8 × 8 cells, uncompressed, in chunks of 4 × 4. */
function write(): Promise<string> {
  const files: Record<string, object | Uint8Array> = {
    "zarr.json": arrayV3([8, 8], "int32", ["y", "x"], { chunks: [4, 4], ...place }),
  };
  for (const name of ["0/0", "0/1", "1/0", "1/1"]) {
    files[`c/${name}`] = bytes(Int32Array.from({ length: 16 }, (_, i) => i * (1 + name.length)));
  }
  return writeZarr(files);
}

const here = new EngineCore({ backend: "cpu", workers: 0, keptChunks: 0 });
const there = new EngineCore({
  backend: "cpu",
  workers: 2,
  workersFrom: 0,
  createWorker: distWorkerOfNode,
  keptChunks: 0,
});
afterAll(() => there.close());

/** The table of each engine, or its error. */
const answers = (raster: Raster) =>
  Promise.all(
    [here, there].map(async (engine) => {
      try {
        return bytesOf(await zonalStats(raster, zones, { statistics: ["sum", "median"], engine, zonesCrs: "raster" }));
      } catch (error) {
        const { tag, message } = error as Error & { tag: string };
        return { tag, message };
      }
    }),
  );

const troubles = {
  "is a folder, which is no chunk": async (file: string) => {
    await rm(file);
    await mkdir(file);
  },
  "is a pipe that nobody writes to": async (file: string) => {
    await rm(file);
    execFileSync("mkfifo", [file]);
  },
  "is missing": (file: string) => rm(file),
  "has more bytes than it can have": (file: string) => writeFile(file, new Uint8Array(1000)),
  "has too few": (file: string) => writeFile(file, new Uint8Array(10)),
  "is empty": (file: string) => writeFile(file, ""),
};

it.each(Object.entries(troubles))("a file that %s: workers read it as this thread does", async (_, make) => {
  const folder = await write();
  await make(join(folder, "c/1/0"));
  const raster = await openZarr(folder);
  const [own, other] = await answers(raster);
  expect(other).toEqual(own);
  expect(raster.missingChunks?.()).toBe(Array.isArray(own) ? 1 : 0);
});

it("workers read files, and this thread none", async () => {
  const raster = await openZarr(await write());
  const fetched = vi.fn(raster.read.encoded);
  const read = Object.assign(vi.fn(raster.read), raster.read, { encoded: fetched });
  const [, other] = await answers({ ...raster, read });
  expect(other).toEqual((await answers(raster))[0]);
  expect([read.mock.calls.length, fetched.mock.calls.length]).toEqual([4, 0]); // by the engine without workers
});

it("a file that is another than before is told", async () => {
  const folder = await write();
  const raster = await openZarr(folder);
  const [own, other] = await answers(raster);
  expect(own).toBeInstanceOf(Array);
  expect(other).toEqual(own);
  await writeFile(join(folder, "c/0/1"), bytes(new Int32Array(16)));
  expect(await answers(raster)).toMatchObject([{ tag: "source-changed" }, { tag: "source-changed" }]);
  await writeFile(join(folder, "c/0/1"), "no chunk");
  expect(await answers(raster)).toMatchObject([{ tag: "source-changed" }, { tag: "source-changed" }]);
  await rm(join(folder, "c/0/1"));
  expect(await answers(raster)).toMatchObject([{ tag: "source-changed" }, { tag: "source-changed" }]);
});
