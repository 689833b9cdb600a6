import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createEngine, EngineCore } from "../../../src/engine.ts";
import { isRastrumError } from "../../../src/errors.ts";
import { zonalStats } from "../../../src/ops/zonal-stats.ts";
import { KeptBlocks } from "../../../src/resident/kept-blocks.ts";
import type { Block, Raster } from "../../../src/source/source.ts";
import { openZarr } from "../../../src/source/zarr.ts";
import { distWorker } from "../../helpers/dist-worker.ts";
import { box, collection, unitTransform } from "../../helpers/squares.ts";
import { columnOf } from "../../helpers/tables.ts";
import { arrayV3, gzip, writeZarr } from "../../helpers/zarr-fixture.ts";

const window = (row: number) => ({ row, column: 0, height: 1, width: 4 });

/** Four bytes a row, which it counts the reads of. */
function stored(): Raster & { reads: number } {
  const raster = {
    reads: 0,
    read: Object.assign(
      async ({ row }: { row: number }): Promise<Block> => {
        raster.reads++;
        return { data: new Uint8Array(4).fill(row), shape: [1, 4] };
      },
      { encoded: async () => null },
    ),
  };
  return raster as unknown as Raster & { reads: number };
}

describe("kept blocks", () => {
  it("are read once, by window and ranges, for each raster", async () => {
    const kept = new KeptBlocks(1000);
    const [one, other] = [stored(), stored()];
    for (let time = 0; time < 3; time++) {
      expect((await kept.keeping(one).read(window(5))).data[0]).toBe(5);
      await kept.keeping(one).read(window(6), { ranges: [[0, 1]] });
      await kept.keeping(one).read(window(6), { ranges: [[1, 2]] });
      await kept.keeping(other).read(window(5));
    }
    expect([one.reads, other.reads]).toEqual([3, 1]);
    kept.clear();
    await kept.keeping(one).read(window(5));
    expect(one.reads).toBe(4);
  });

  it("go when others came that need the room", async () => {
    const kept = new KeptBlocks(2 * (4 + 64));
    const raster = stored();
    for (const row of [1, 2, 1, 3, 1, 2]) await kept.keeping(raster).read(window(row));
    // 1 and 2 are read, 3 takes the place of 2, and 2 is read again.
    expect(raster.reads).toBe(4);
  });

  it("are none of a raster in memory, nor without a budget", () => {
    const raster = stored();
    expect(new KeptBlocks(0).keeping(raster)).toBe(raster);
    const inMemory = { ...raster, read: async () => ({ data: new Uint8Array(4), shape: [1, 4] }) };
    expect(new KeptBlocks(1000).keeping(inMemory)).toBe(inMemory);
  });
});

/** 2 × 2 chunks of 4 × 4 cells, which hold the number of their chunk. */
function writeChunks(): Promise<string> {
  const codecs = [{ name: "bytes" }, { name: "gzip" }];
  const chunk = (number: number) => gzip(new Uint8Array(16).fill(number));
  return writeZarr({
    "zarr.json": arrayV3([8, 8], "uint8", ["y", "x"], { chunks: [4, 4], codecs }),
    ...{ "c/0/0": chunk(1), "c/0/1": chunk(2), "c/1/0": chunk(3), "c/1/1": chunk(4) },
  });
}

const everywhere = collection(box(0, 0, 8, 8));
const sum = (1 + 2 + 3 + 4) * 16;

describe.each([
  ["on this thread", () => createEngine({ backend: "cpu" }) as EngineCore],
  ["by workers", () => new EngineCore({ backend: "cpu", workers: 1, workersFrom: 0, createWorker: distWorker })],
])("chunks stay from job to job, %s", (_, open) => {
  it("on one engine, where they are not read again", async () => {
    const folder = await writeChunks();
    const raster = await openZarr(folder, { transform: unitTransform });
    const engine = open();
    const sumOf = async (options: object) => {
      const asked = { statistics: ["sum"], zonesCrs: "raster", ...options };
      return columnOf(await zonalStats(raster, everywhere, asked), "sum");
    };
    expect(await sumOf({ engine })).toEqual([sum]);
    await rm(join(folder, "c"), { recursive: true });
    expect(await sumOf({ engine })).toEqual([sum]);
    // An expression reads the raster's own cells.
    expect(await sumOf({ engine, cell: "x + 1" })).toEqual([sum + 64]);
    // Jobs without an engine keep none, and find that the files have gone.
    expect(await sumOf({ backend: "cpu" }).catch((error) => error.tag)).toBe("source-changed");
    await engine.close();
  });
});

it("an impossible budget for them is refused", () => {
  for (const keptChunks of [-1, 0.5, Number.NaN]) {
    let error: unknown;
    try {
      createEngine({ keptChunks });
    } catch (reason) {
      error = reason;
    }
    expect(isRastrumError(error, "invalid-option") && error.received).toBe(keptChunks);
  }
});
