import { describe, expect, it } from "vitest";
import { crc32c } from "../../../src/source/crc32c.ts";
import type { CellArray } from "../../../src/source/source.ts";
import { openZarr } from "../../../src/source/zarr.ts";
import { arrayV2, arrayV3, bytesOf, group, gzip, writeZarr, type ZarrFiles } from "../../helpers/zarr-fixture.ts";

const count = (length: number) => Array.from({ length }, (_, i) => i);
const all = async (folder: string, path = "v") => {
  const raster = await openZarr(folder, { path });
  const { width, height } = raster.grid;
  return { raster, block: await raster.read({ row: 0, column: 0, width, height }) };
};

/** 3 rows × 5 columns of row·5 + column in chunks of 2 × 2, whose overhang is 99. */
function chunked(make: (cells: number[]) => Uint8Array, metadata: object): ZarrFiles {
  const files: ZarrFiles = { "zarr.json": group(), "v/zarr.json": metadata };
  for (let i = 0; i < 2; i++) {
    for (let j = 0; j < 3; j++) {
      const cells = [0, 1, 2, 3].map((k) => {
        const [row, column] = [2 * i + (k >> 1), 2 * j + (k & 1)];
        return row < 3 && column < 5 ? row * 5 + column : 99;
      });
      files[`v/c/${i}/${j}`] = make(cells);
    }
  }
  return files;
}

describe("chunks", () => {
  const metadata = arrayV3([3, 5], "int16", ["y", "x"], { chunks: [2, 2] });

  it("assembles any window from the chunks that it meets", async () => {
    const raster = await openZarr(await writeZarr(chunked((cells) => bytesOf(Int16Array.from(cells)), metadata)));
    expect(raster.chunkShape).toEqual([2, 2]);
    expect(raster.chunkCost).toEqual({ requests: 1, bytes: 2 * 2 * 2 });
    for (let row = 0; row < 3; row++) {
      for (let column = 0; column < 5; column++) {
        for (let height = 1; row + height <= 3; height++) {
          for (let width = 1; column + width <= 5; width++) {
            const block = await raster.read({ row, column, width, height });
            const expected = count(height).flatMap((i) => count(width).map((j) => (row + i) * 5 + column + j));
            expect(block).toEqual({ data: Int16Array.from(expected), shape: [height, width] });
          }
        }
      }
    }
    expect(raster.missingChunks?.()).toBe(0);
  });

  it("reads gzip, whose cost is not known before", async () => {
    const codecs = [...metadata.codecs, { name: "gzip", configuration: { level: 5 } }];
    const folder = await writeZarr(chunked((cells) => gzip(Int16Array.from(cells)), { ...metadata, codecs }));
    const { raster, block } = await all(folder);
    expect(block.data).toEqual(Int16Array.from(count(15)));
    expect(raster.chunkCost).toEqual({ requests: 1, bytes: null });
  });

  it("reads absent chunks as the fill value and counts each once", async () => {
    const files = chunked((cells) => bytesOf(Int16Array.from(cells)), { ...metadata, fill_value: -7 });
    delete files["v/c/0/0"];
    const { raster, block } = await all(await writeZarr(files));
    expect(block.data).toEqual(Int16Array.of(-7, -7, 2, 3, 4, -7, -7, 7, 8, 9, 10, 11, 12, 13, 14));
    await raster.read({ row: 0, column: 0, width: 1, height: 1 });
    expect(raster.missingChunks?.()).toBe(1);
    expect(raster.nodata).toBeNull(); // v3: the fill value is a value
  });
});

describe("types", () => {
  it.each<[string, CellArray, CellArray]>([
    ["int8", Int8Array.of(-128, 127), Int8Array.of(-128, 127)],
    ["uint32", Uint32Array.of(0, 2 ** 32 - 1), Uint32Array.of(0, 2 ** 32 - 1)],
    ["int64", BigInt64Array.of(-(2n ** 63n), 2n ** 63n - 1n), BigInt64Array.of(-(2n ** 63n), 2n ** 63n - 1n)],
    ["uint64", BigUint64Array.of(0n, 2n ** 64n - 1n), BigUint64Array.of(0n, 2n ** 64n - 1n)],
    ["float32", Float32Array.of(0.1, Number.NaN), Float32Array.of(0.1, Number.NaN)],
    ["float64", Float64Array.of(0.1, -0), Float64Array.of(0.1, -0)],
    ["bool", Uint8Array.of(0, 5), Uint8Array.of(0, 1)],
    // 0x3c01 is 1 + 2^-10, 0x8001 the least subnormal -2^-24.
    ["float16", Uint16Array.of(0x3c01, 0x8001), Float32Array.of(1 + 2 ** -10, -(2 ** -24))],
  ])("%s", async (dtype, stored, expected) => {
    const files = { "zarr.json": arrayV3([1, 2], dtype, ["y", "x"]), "c/0/0": bytesOf(stored) };
    const { raster, block } = await all(await writeZarr(files), "");
    expect(raster.dtype).toBe(dtype);
    expect(block.data).toEqual(expected);
  });

  it("fills absent chunks of 64-bit integers exactly, although JSON rounds them", async () => {
    const metadata = JSON.stringify(arrayV3([1, 1], "uint64", ["y", "x"], { fill_value: 0 }));
    const text = metadata.replace('"fill_value":0', '"fill_value":18446744073709551615');
    const folder = await writeZarr({ "zarr.json": new TextEncoder().encode(text) });
    expect((await all(folder, "")).block.data).toEqual(BigUint64Array.of(2n ** 64n - 1n));
  });

  it("refuses complex cells by name", async () => {
    const files = { "zarr.json": arrayV3([1, 2], "complex64", ["y", "x"]) };
    await expect(openZarr(await writeZarr(files))).rejects.toMatchObject({ tag: "unsupported", what: /complex64/ });
  });
});

describe("orders of dimensions", () => {
  // (y, x, band): value = 100·band + 10·row + column.
  it("puts (y, x, band) into blocks of [band, rows, columns]", async () => {
    const cells = count(2).flatMap((y) => count(3).flatMap((x) => count(2).map((band) => 100 * band + 10 * y + x)));
    const files = { "zarr.json": arrayV3([2, 3, 2], "uint8", ["y", "x", "band"]), "c/0/0/0": Uint8Array.from(cells) };
    const { raster, block } = await all(await writeZarr(files), "");
    expect(raster.dimensions).toEqual([{ name: "band", size: 2, labels: null }]);
    expect(raster.grid).toMatchObject({ width: 3, height: 2 });
    expect(block).toEqual({ data: Uint8Array.of(0, 1, 2, 10, 11, 12, 100, 101, 102, 110, 111, 112), shape: [2, 2, 3] });
    const part = await raster.read({ row: 1, column: 1, width: 2, height: 1 }, { ranges: [[1, 2]] });
    expect(part).toEqual({ data: Uint8Array.of(111, 112), shape: [1, 1, 2] });
  });

  it("puts (x, y) into rows and columns", async () => {
    const cells = count(3).flatMap((x) => count(2).map((y) => 10 * y + x));
    const files = { "zarr.json": arrayV3([3, 2], "uint8", ["lon", "lat"]), "c/0/0": Uint8Array.from(cells) };
    const { block } = await all(await writeZarr(files), "");
    expect(block).toEqual({ data: Uint8Array.of(0, 1, 2, 10, 11, 12), shape: [2, 3] });
  });

  it("takes the last two where there are no names, and refuses names that say nothing", async () => {
    const unnamed = { "zarr.json": arrayV3([1, 2, 3], "uint8", null), "c/0/0/0": Uint8Array.from(count(6)) };
    expect((await all(await writeZarr(unnamed), "")).block.shape).toEqual([1, 2, 3]);
    const odd = { "zarr.json": arrayV3([2, 3], "uint8", ["station", "time"]) };
    await expect(openZarr(await writeZarr(odd))).rejects.toMatchObject({ tag: "unsupported", message: /station,time/ });
  });

  it("reads v2 in Fortran order, big-endian, with a delta filter that narrows the type", async () => {
    const fortran = { ".zarray": arrayV2([2, 3], "|u1", { order: "F" }), "0.0": Uint8Array.of(0, 10, 1, 11, 2, 12) };
    expect((await all(await writeZarr(fortran), "")).block.data).toEqual(Uint8Array.of(0, 1, 2, 10, 11, 12));
    const big = { ".zarray": arrayV2([1, 2], ">i2"), "0.0": Uint8Array.of(1, 0, 255, 254) };
    expect((await all(await writeZarr(big), "")).block.data).toEqual(Int16Array.of(256, -2));
    const filters = [{ id: "delta", dtype: "<i4", astype: "<i1" }];
    const delta = { ".zarray": arrayV2([1, 3], "<i4", { filters }), "0.0": bytesOf(Int8Array.of(100, 100, -1)) };
    expect((await all(await writeZarr(delta), "")).block.data).toEqual(Int32Array.of(100, 200, 199));
  });
});

describe("shards", () => {
  /** 4 × 4 in one shard of four 2 × 2 chunks, of which the third is absent. */
  function shard(index_location: "start" | "end"): ZarrFiles {
    const inner = [[0, 1, 4, 5], [2, 3, 6, 7], null, [10, 11, 14, 15]]; // biome-ignore format: one line
    const index = new BigUint64Array(8).fill(2n ** 64n - 1n);
    const checked = (bytes: Uint8Array) => [...bytes, ...bytesOf(Uint32Array.of(crc32c(bytes)))];
    const body: number[] = [];
    const indexBytes = 8 * 8 + 4;
    inner.forEach((cells, i) => {
      if (!cells) return;
      index[2 * i] = BigInt(body.length + (index_location === "start" ? indexBytes : 0));
      body.push(...checked(Uint8Array.from(cells)));
      index[2 * i + 1] = 8n; // four cells, four bytes of checksum
    });
    const encodedIndex = checked(bytesOf(index));
    const codecs = [{ name: "bytes" }, { name: "crc32c" }];
    const configuration = { chunk_shape: [2, 2], codecs, index_codecs: codecs, index_location };
    return {
      "zarr.json": arrayV3([4, 4], "uint8", ["y", "x"], {
        fill_value: 9,
        codecs: [{ name: "sharding_indexed", configuration }],
      }),
      "c/0/0": Uint8Array.from(index_location === "start" ? [...encodedIndex, ...body] : [...body, ...encodedIndex]),
    };
  }

  it.each(["start", "end"] as const)("with the index at the %s", async (location) => {
    const { raster, block } = await all(await writeZarr(shard(location)), "");
    expect(raster.chunkShape).toEqual([2, 2]);
    expect(block.data).toEqual(Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7, 9, 9, 10, 11, 9, 9, 14, 15));
    expect(raster.missingChunks?.()).toBe(1);
  });

  it("of chunks whose transpose is no order of the axes are refused", async () => {
    const files = shard("end");
    const { codecs, ...rest } = files["zarr.json"] as { codecs: object[] };
    const transpose = { name: "transpose", configuration: { order: [null, 0] } };
    const broken = { ...files, "zarr.json": { ...rest, codecs: [transpose, ...codecs] } };
    await expect(all(await writeZarr(broken), "")).rejects.toMatchObject({ tag: "invalid-metadata" });
  });

  it("notices a wrong checksum", async () => {
    const files = shard("end");
    (files["c/0/0"] as Uint8Array)[0] ^= 1;
    await expect(all(await writeZarr(files), "")).rejects.toMatchObject({ tag: "decode-failed", chunk: [0, 0] });
  });
});
