import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { isRastrumError } from "../../../src/errors.ts";
import type { Raster } from "../../../src/source/source.ts";
import { openZarr } from "../../../src/source/zarr.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";
import { serveFolder } from "../../helpers/static-server.ts";

/** Made by scripts/make-parquet-references.py. */
const references = fileURLToPath(new URL("../../fixtures/references.parq", import.meta.url));
const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

async function copy(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "rastrum-references-"));
  folders.push(folder);
  await cp(references, folder, { recursive: true });
  return folder;
}

async function cellsOf(raster: Raster): Promise<number[]> {
  const { width, height } = raster.grid;
  const { data } = await raster.read({ row: 0, column: 0, height, width });
  return Array.from(data, Number);
}

/** Cell k holds k, but for the last chunk, which no table has. */
const cells = Array.from({ length: 24 }, (_, k) => (k % 6 >= 4 && k >= 12 ? -1 : k));

describe("kerchunk's references in Parquet", () => {
  it("lead to parts of files, to whole ones, and to what they hold themselves", async () => {
    expect(await cellsOf(await openZarr(references, { path: "cells" }))).toEqual(cells);
    expect(await cellsOf(await openZarr(references, { path: "whole" }))).toEqual([16, 17, 22, 23]);
  });

  it("do so over HTTP, where only those tables are read that have chunks of the window", async () => {
    const server = await serveFolder(references);
    const raster = await openZarr(`${server.url}/`, { path: "cells" });
    const { data } = await raster.read({ row: 0, column: 0, height: 2, width: 2 });
    expect(Array.from(data, Number)).toEqual([0, 1, 6, 7]);
    expect(server.requests.filter((request) => request.includes(".parq"))).toHaveLength(1);
    await server.close();
  });

  it.each([
    ["a size of 0", (text: string) => text.replace('"record_size":4', '"record_size":0')],
    ["a size that is none", (text: string) => text.replace('"record_size":4', '"record_size":"many"')],
    ["chunks of fewer dimensions", (text: string) => text.replace('"chunks":[2,2]', '"chunks":[2]')],
  ])("are refused with %s", async (_, spoil) => {
    const folder = await copy();
    const file = join(folder, ".zmetadata");
    await writeFile(file, spoil(await readFile(file, "utf8")));
    await expect(openZarr(folder, { path: "cells" })).rejects.toMatchObject({ tag: "invalid-metadata" });
  });

  it("that are damaged are cells or tagged errors", async () => {
    const folder = await copy();
    const table = join(folder, "cells/refs.0.parq");
    const sound = new Uint8Array(await readFile(table));
    const random = seededRandom(seed);
    for (let draw = 0; draw < draws(300); draw++) {
      const bytes = sound.slice(0, random() < 0.2 ? Math.floor(random() * sound.length) : sound.length);
      for (let i = 0; i < 1 + 4 * random(); i++)
        bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
      await writeFile(table, bytes);
      const error = await openZarr(folder, { path: "cells" })
        .then(cellsOf)
        .then(
          () => null,
          (reason: unknown) => reason,
        );
      if (error !== null && !isRastrumError(error)) throw error;
    }
  });
});
