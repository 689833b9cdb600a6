import { expect, it } from "vitest";
import { openCog } from "../../../../src/source/cog/open-cog.ts";
import { decodeBlock } from "../../../../src/source/encoded-block.ts";
import type { CellArray, Raster } from "../../../../src/source/source.ts";
import { filesFetch } from "../../../helpers/files-fetch.ts";
import { counted, grey, LONG, SHORT, type Tag, type TiffOptions, tiff } from "../../../helpers/tiff.ts";

const open = (bytes: Uint8Array) => openCog(new Blob([bytes.slice()]));
const all = async (raster: Raster) => [...(await raster.read({ row: 0, column: 0, ...raster.grid })).data].map(Number);
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

const kinds: TiffOptions[] = [true, false].flatMap((littleEndian) =>
  [true, false].map((big) => ({ littleEndian, big })),
);

it.each(kinds)("strips of bytes, the last one short: %o", async (options) => {
  const strips = [counted(8), counted(8, 8), counted(4, 16)];
  const raster = await open(tiff([{ tags: grey(4, 5, 2), pieces: strips }], options));
  expect(raster).toMatchObject({ dtype: "uint8", dimensions: [], nodata: null, scale: 1, offset: 0 });
  expect(raster.grid).toEqual({ crs: null, transform: null, width: 4, height: 5 });
  expect(await all(raster)).toEqual(upTo(20));
});

it.each(kinds)("16 bits in tiles that reach over the edges: %o", async (options) => {
  // A tile of 16 × 16 whose cell (row, column) is 256 row + column, four times.
  const tile = new Uint8Array(512);
  for (let row = 0; row < 16; row++) {
    for (let column = 0; column < 16; column++) {
      tile[(row * 16 + column) * 2 + (options.littleEndian ? 0 : 1)] = column;
      tile[(row * 16 + column) * 2 + (options.littleEndian ? 1 : 0)] = row;
    }
  }
  const tags = grey(20, 18, 1, [[258, SHORT, [16]], [322, LONG, [16]], [323, LONG, [16]]]); // biome-ignore format: one line
  const raster = await open(tiff([{ tags, tiled: true, pieces: [tile, tile, tile, tile] }], options));
  const { data } = await raster.read({ row: 15, column: 14, height: 3, width: 4 });
  const row = (y: number) => [14, 15, 0, 1].map((x) => 256 * y + x);
  expect([...data]).toEqual([...row(15), ...row(0), ...row(1)]);
});

it("bands side by side, and apart, are a dimension of its own", async () => {
  const bands = [[277, SHORT, [3]], [258, SHORT, [8, 8, 8]]] as const; // biome-ignore format: one line
  const chunky = await open(tiff([{ tags: grey(2, 2, 2, bands), pieces: [counted(12)] }]));
  const planar = await open(
    tiff([{ tags: grey(2, 2, 2, [...bands, [284, SHORT, [2]]]), pieces: [counted(4), counted(4, 4), counted(4, 8)] }]),
  );
  expect(chunky.dimensions).toEqual([{ name: "band", size: 3, labels: { type: "number", values: [1, 2, 3] } }]);
  expect([chunky.chunkShape, planar.chunkShape]).toEqual([[3, 2, 2], [1, 2, 2]]); // biome-ignore format: one line
  expect(await all(chunky)).toEqual([0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11]);
  expect(await all(planar)).toEqual(upTo(12));
  const second = { ranges: [[1, 2]] as const };
  const window = { row: 1, column: 0, height: 1, width: 2 };
  expect([...(await chunky.read(window, second)).data]).toEqual([7, 10]);
  expect([...(await planar.read(window, second)).data]).toEqual([6, 7]);
});

it.each([[], [[278, LONG, [2 ** 32 - 1]]]] as const)("one strip where RowsPerStrip says so: %o", async (...more) => {
  const tags = grey(3, 3, 3).filter(([tag]) => tag !== 278);
  const raster = await open(tiff([{ tags: [...tags, ...more], pieces: [counted(9)] }]));
  expect(await all(raster)).toEqual(upTo(9));
});

it("sparse strips are nodata, else 0", async () => {
  const pieces = [null, counted(2, 1)];
  const bare = await open(tiff([{ tags: grey(2, 2, 1), pieces }]));
  const said = await open(tiff([{ tags: grey(2, 2, 1, [[42113, 2, "9"]]), pieces }]));
  expect([await all(bare), await all(said)]).toEqual([[0, 0, 1, 2], [9, 9, 1, 2]]); // biome-ignore format: one line
  expect([bare.nodata, said.nodata]).toEqual([null, 9]);
});

it("a block that is decoded elsewhere, as a worker does, is the one that is read", async () => {
  const raster = await open(tiff([{ tags: grey(40, 30, 7), pieces: [280, 280, 280, 280, 80].map((n) => counted(n)) }]));
  const window = { row: 0, column: 0, height: 30, width: 40 };
  const encoded = await raster.read.encoded?.(window);
  const { data, shape } = await decodeBlock(structuredClone(encoded as NonNullable<typeof encoded>));
  expect(shape).toEqual([30, 40]);
  expect(data).toEqual((await raster.read(window)).data satisfies CellArray);
});

it("a window of many chunks is put together; none of another file's cells", async () => {
  const tags = grey(300, 400, 1, [[322, LONG, [128]], [323, LONG, [64]]]); // biome-ignore format: one line
  const pieces = Array.from({ length: 7 * 3 }, (_, tile) => new Uint8Array(128 * 64).fill(tile));
  const raster = await open(tiff([{ tags, tiled: true, pieces }]));
  expect(raster.chunkShape).toEqual([256, 256]);
  const { data } = await raster.read({ row: 60, column: 100, height: 300, width: 200 });
  const expected = Array.from({ length: 300 * 200 }, (_, i) => {
    const [row, column] = [60 + Math.floor(i / 200), 100 + (i % 200)];
    return Math.floor(row / 64) * 3 + Math.floor(column / 128);
  });
  expect([...data]).toEqual(expected);
});

it("small files take one request, headers of others one or two; of a large strip only the rows that are asked for", async () => {
  const asked: string[] = [];
  const [width, height] = [5000, 4000];
  const strip = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) strip.fill(row % 251, row * width, (row + 1) * width);
  const files = new Map([
    ["small.tif", tiff([{ tags: grey(4, 5, 5), pieces: [counted(20)] }])],
    ["large.tif", tiff([{ tags: grey(width, height, height), pieces: [strip] }])],
  ]);
  const sizes: number[] = [];
  const serve = filesFetch("/data", files, asked);
  const fetch: typeof globalThis.fetch = async (...request) => {
    const answer = await serve(...request);
    sizes.push((await answer.clone().arrayBuffer()).byteLength);
    return answer;
  };
  const small = await openCog("http://host.example/data/small.tif?token=1", { fetch });
  expect(await all(small)).toEqual(upTo(20));
  expect(asked).toEqual(["http://host.example/data/small.tif?token=1"]);

  const large = await openCog("http://host.example/data/large.tif", { fetch });
  expect(asked).toHaveLength(3); // the header's place, and the header after the strip
  sizes.length = 0;
  expect(large.chunkShape).toEqual([3, 5000]); // 20 million cells / 1024: 3.9 rows
  const { data } = await large.read({ row: 2602, column: 7, height: 3, width: 1 });
  expect([...data]).toEqual([2602 % 251, 2603 % 251, 2604 % 251]);
  expect(sizes).toEqual([3 * width]);
});

it("what came with the header is not asked for again", async () => {
  const cells = Uint8Array.from({ length: 128 * 256 }, (_, i) => (7 * i) % 251);
  const sizes: number[] = [];
  const serve = filesFetch("", new Map([["x.tif", tiff([{ tags: grey(256, 128, 128), pieces: [cells] }])]]));
  const fetch: typeof globalThis.fetch = async (...request) => {
    const answer = await serve(...request);
    sizes.push((await answer.clone().arrayBuffer()).byteLength);
    return answer;
  };
  const raster = await openCog("http://host.example/x.tif", { fetch });
  sizes.length = 0;
  expect((await all(raster)).every((cell, i) => cell === cells[i])).toBe(true);
  expect(sizes).toEqual([128 * 256 - (2 ** 14 - 8)]); // a block of 16 KiB, in which the cells begin at byte 8
});

it("a file that is not there, one that is no TIFF, and a signal", async () => {
  const fetch = filesFetch("/", new Map([["page.txt", new TextEncoder().encode("Good morning, this is a text.")]]));
  await expect(openCog("http://host.example/no.tif", { fetch })).rejects.toMatchObject({
    tag: "http-error",
    status: 404,
  });
  await expect(openCog("no/such.tif")).rejects.toMatchObject({ tag: "not-found" });
  await expect(openCog("http://host.example/page.txt", { fetch })).rejects.toMatchObject({ tag: "not-a-raster" });
  await expect(open(new Uint8Array(0))).rejects.toMatchObject({ tag: "not-a-raster" });
  const signal = AbortSignal.abort(new Error("enough"));
  await expect(openCog("http://host.example/page.txt", { fetch, signal })).rejects.toThrow("enough");
  const raster = await open(tiff([{ tags: grey(4, 5, 5), pieces: [counted(20)] }]));
  await expect(raster.read({ row: 0, column: 0, ...raster.grid }, { signal })).rejects.toThrow("enough");
});

it("where GDAL says that tiles lie in a row, the list of their lengths is not fetched", async () => {
  const lines = ["LAYOUT=IFDS_BEFORE_DATA", "BLOCK_ORDER=ROW_MAJOR", "BLOCK_LEADER=SIZE_AS_UINT4"];
  lines.push("BLOCK_TRAILER=LAST_4_BYTES_REPEATED", "KNOWN_INCOMPATIBLE_EDITION=NO");
  const ghost = `GDAL_STRUCTURAL_METADATA_SIZE=000140 bytes\n${lines.join("\n")}\n `;
  // 100 × 100 tiles of 16 × 16 cells; each is its number, 4 bytes before and behind it.
  const count = 100 * 100;
  const [first, step] = [2 ** 18, 256 + 8];
  const places = Array.from({ length: count }, (_, i) => first + i * step + 4);
  const tags = grey(1600, 1600, 1, [[322, LONG, [16]], [323, LONG, [16]], [324, LONG, places]]); // biome-ignore format: one line
  const header = tiff([{ tags: [...tags, [325, LONG, new Array(count).fill(256)]] }], { gap: ghost.length });
  const bytes = new Uint8Array(first + count * step);
  bytes.set(header);
  for (let i = 0; i < count; i++) bytes.fill(i % 251, places[i], places[i] + 256);
  const read = async () => {
    const asked: number[] = [];
    const serve = filesFetch("/", new Map([["cog.tif", bytes]]));
    const fetch: typeof globalThis.fetch = (input, init) => {
      asked.push(Number(/=(\d+)-/.exec(new Headers(init?.headers).get("range") ?? "")?.[1]));
      return serve(input, init);
    };
    const raster = await openCog("http://host.example/cog.tif", { fetch });
    asked.length = 0;
    const { data } = await raster.read({ row: 805, column: 803, height: 1, width: 1 });
    expect([...data]).toEqual([5050 % 251]);
    return asked;
  };
  const without = await read();
  bytes.set(new TextEncoder().encode(ghost), 8);
  expect(await read()).toEqual(without.filter((_, i) => i !== 1));
  expect(without).toHaveLength(3); // a block of places, one of lengths, the tile
});

it.each([
  [32, "float32", [-3.4028234663852886e38, -3.4028230607370965e38, -3.402e38]],
  [64, "float64", [-3.4028234663852886e38, -3.40282306074e38, -3.402e38]],
] as const)(
  "cells that GDAL takes for nodata, though the tag is rounded, are it (%i bits)",
  async (bits, dtype, cells) => {
    const bytes = new Uint8Array((bits === 32 ? new Float32Array(cells) : new Float64Array(cells)).buffer);
    const tags: Tag[] = [[258, SHORT, [bits]], [339, SHORT, [3]], [42113, 2, "-3.40282306074e+38"]]; // biome-ignore format: one line
    const raster = await openCog(new Blob([tiff([{ tags: grey(3, 1, 1, tags), pieces: [bytes] }]).slice()]));
    const { nodata } = raster;
    expect(raster.dtype).toBe(dtype);
    const { data } = await raster.read({ row: 0, column: 0, height: 1, width: 3 });
    expect([...data].map((cell) => cell === nodata)).toEqual([true, true, false]);
  },
);
