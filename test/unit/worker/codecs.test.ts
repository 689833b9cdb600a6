import { deflateSync, gzipSync } from "node:zlib";
import Blosc from "numcodecs/blosc";
import Lz4 from "numcodecs/lz4";
import Zstd from "numcodecs/zstd";
import { afterAll, expect, it } from "vitest";
import { EngineCore } from "../../../src/engine.ts";
import { isRastrumError } from "../../../src/errors.ts";
import { zonalStats } from "../../../src/ops/zonal-stats.ts";
import { crc32c } from "../../../src/source/crc32c.ts";
import { openZarr } from "../../../src/source/zarr.ts";
import { distWorker, distWorkerOfNode } from "../../helpers/dist-worker.ts";
import { encodeShard, shardingCodec } from "../../helpers/shard-fixture.ts";
import { bytesOf, columnOf } from "../../helpers/tables.ts";
import { arrayV3, bytesOf as bytes, writeZarr } from "../../helpers/zarr-fixture.ts";

type Encode = (cells: Int32Array) => Uint8Array | Promise<Uint8Array>;

const little = { name: "bytes", configuration: { endian: "little" } };
const blosc = (cname: string, shuffle: string) => ({ cname, shuffle, clevel: 5, typesize: 4, blocksize: 0 });
const bloscOf = (cname: string, shuffle: number) => Blosc.fromConfig({ ...blosc(cname, ""), shuffle } as never);
const swapped = (cells: Int32Array) => new Uint8Array(Buffer.from(bytes(cells.slice())).swap32());
/** The cells of a chunk of 4 × 4, columns first. */
const turned = (cells: Int32Array) => bytes(Int32Array.from(cells, (_, i) => cells[4 * (i % 4) + Math.floor(i / 4)]));
/** First bytes of all cells, then all second ones, … */
const shuffled = (cells: Int32Array) => {
  const plain = bytes(cells);
  return Uint8Array.from(plain, (_, i) => plain[4 * (i % cells.length) + Math.floor(i / cells.length)]);
};

/** What a chunk's metadata says, and how its cells are stored by it. */
const codecs: Record<string, [codecs: object[], encode: Encode]> = {
  "none, little endian": [[little], bytes],
  "none, big endian": [[{ name: "bytes", configuration: { endian: "big" } }], swapped],
  gzip: [[little, { name: "gzip", configuration: { level: 5 } }], (cells) => gzipSync(bytes(cells))],
  zlib: [[little, { name: "numcodecs.zlib", configuration: { level: 5 } }], (cells) => deflateSync(bytes(cells))],
  zstd: [
    [little, { name: "zstd", configuration: { level: 3, checksum: false } }],
    (cells) => Zstd.fromConfig({ id: "zstd", level: 3 }).encode(bytes(cells)),
  ],
  lz4: [
    [little, { name: "numcodecs.lz4", configuration: { acceleration: 1 } }],
    (cells) => Lz4.fromConfig({ id: "lz4", acceleration: 1 }).encode(bytes(cells)),
  ],
  "blosc, lz4, bytes shuffled": [
    [little, { name: "blosc", configuration: blosc("lz4", "shuffle") }],
    (cells) => bloscOf("lz4", 1).encode(bytes(cells)),
  ],
  "blosc, zstd, bits shuffled": [
    [little, { name: "blosc", configuration: blosc("zstd", "bitshuffle") }],
    (cells) => bloscOf("zstd", 2).encode(bytes(cells)),
  ],
  crc32c: [
    [little, { name: "crc32c" }],
    (cells) => Uint8Array.of(...bytes(cells), ...bytes(Uint32Array.of(crc32c(bytes(cells))))),
  ],
  transpose: [[{ name: "transpose", configuration: { order: [1, 0] } }, little], turned],
  "shuffle and gzip": [
    [little, { name: "numcodecs.shuffle", configuration: { elementsize: 4 } }, { name: "gzip" }],
    (cells) => gzipSync(shuffled(cells)),
  ],
  delta: [
    [{ name: "numcodecs.delta", configuration: { dtype: "<i4" } }, little],
    (cells) => bytes(cells.map((cell, i) => cell - (i > 0 ? cells[i - 1] : 0))),
  ],
  "scale and offset": [
    [{ name: "scale_offset", configuration: { offset: 1, scale: 2 } }, little],
    (cells) => bytes(cells.map((cell) => (cell - 1) * 2)),
  ],
  "a cast": [
    [{ name: "cast_value", configuration: { data_type: "int16" } }, little],
    (cells) => bytes(Int16Array.from(cells)),
  ],
  "shards of 2 × 2": [
    [shardingCodec([2, 2])],
    (cells) =>
      encodeShard([0, 2, 8, 10].map((i) => bytes(Int32Array.of(cells[i], cells[i + 1], cells[i + 4], cells[i + 5])))),
  ],
};

const place = { attributes: { "proj:code": "EPSG:4326", "spatial:transform": [1, 0, 0, 0, -1, 8] } };
const square = (size: number) => [[0, 8], [size, 8], [size, 8 - size], [0, 8 - size], [0, 8]]; // biome-ignore format: one line
/** All cells, and the 5 × 5 in the upper left, which has chunks in part. */
const features = [8, 5].map((size) => ({
  type: "Feature",
  properties: {},
  geometry: { type: "Polygon", coordinates: [square(size)] },
}));
const zones = { type: "FeatureCollection", features };

/** 8 × 8 cells in chunks of 4 × 4: cell (row, column) is 10·row + column; the last chunk is missing, and so 0. Damage is to the second. */
async function write([codecs, encode]: [object[], Encode], damage = (chunk: Uint8Array) => chunk): Promise<string> {
  const files: Record<string, object | Uint8Array> = {
    "zarr.json": arrayV3([8, 8], "int32", ["y", "x"], { chunks: [4, 4], codecs, ...place }),
  };
  for (const [i, j] of [[0, 0], [0, 1], [1, 0]]) {
    const cells = Int32Array.from({ length: 16 }, (_, n) => 10 * (4 * i + Math.floor(n / 4)) + 4 * j + (n % 4));
    const chunk = new Uint8Array(await encode(cells));
    files[`c/${i}/${j}`] = j === 1 ? damage(chunk) : chunk;
  } // biome-ignore format: one line
  return writeZarr(files);
}

const here = new EngineCore({ backend: "cpu", workers: 0 });
const there = new EngineCore({ backend: "cpu", workers: 2, workersFrom: 0, createWorker: distWorker });
const inNode = new EngineCore({ backend: "cpu", workers: 2, workersFrom: 0, createWorker: distWorkerOfNode });
afterAll(() => Promise.all([there.close(), inNode.close()]));

const statistics = ["count", "sum", "min", "max", "median", "cell_id"];
const tableOf = async (folder: string, engine: EngineCore) =>
  zonalStats(await openZarr(folder), zones, { statistics, engine, zonesCrs: "raster" });

it.each(Object.entries(codecs))("%s: the same table by workers, byte for byte", async (_, codec) => {
  const folder = await write(codec);
  const [own, table] = [await tableOf(folder, here), await tableOf(folder, there)];
  expect(table.schema.metadata.get("rastrum.workers")).toBe("2");
  expect(own.schema.metadata.get("rastrum.workers")).toBeUndefined();
  expect(bytesOf(table)).toEqual(bytesOf(own));
  const ofNode = await tableOf(folder, inNode);
  expect([ofNode.schema.metadata.get("rastrum.workers"), bytesOf(ofNode)]).toEqual(["2", bytesOf(own)]);
  // Rows 0–3 hold 8·(0 + 10 + 20 + 30) + 4·(0 + … + 7), rows 4–7 the same of their first four columns.
  const whole = 8 * 60 + 4 * 28 + 4 * (40 + 50 + 60 + 70) + 4 * 6;
  // 5 × 5: 5·(0 + 10 + 20 + 30 + 40) + 5·(0 + … + 4), without cell (4, 4).
  expect(columnOf(table, "sum").map(Number)).toEqual([whole, 5 * 100 + 5 * 10 - 44]);
  expect(columnOf(table, "count")).toEqual([64, 25]);
});

const damages = {
  "cut off": (chunk: Uint8Array) => chunk.slice(0, chunk.length >> 1),
  "with its middle turned over": (chunk: Uint8Array) =>
    chunk.map((byte, i) => (i > chunk.length / 3 && i < (2 * chunk.length) / 3 ? byte ^ 0xff : byte)),
};

it.each(
  Object.entries(codecs).flatMap(([name, codec]) =>
    Object.entries(damages).map(([how, damage]) => ({ name, codec, how, damage })),
  ),
)("$name, $how: by workers the same error, or where it goes unseen the same table", async ({ codec, damage }) => {
  const folder = await write(codec, damage);
  const [own, other] = await Promise.all(
    [here, there].map((engine) => tableOf(folder, engine).then(bytesOf, (error: unknown) => error)),
  );
  if (!isRastrumError(own, "decode-failed") || !isRastrumError(other, "decode-failed")) {
    expect(own).toBeInstanceOf(Array);
    expect(other).toEqual(own);
    return;
  }
  expect([other.path, other.chunk]).toEqual([own.path, own.chunk]);
  // Only builds have decoders of their own, in whose words data are damaged: here numcodecs tells it, as C++ does.
  const words = /is damaged, or too large|codec error|typed array length/;
  const plain = (text: string) => (words.test(text) ? text.replace(/: .*/, ": damaged") : text);
  expect(plain(other.message)).toBe(plain(own.message));
  expect(plain(`: ${(other.cause as Error).message}`)).toBe(plain(`: ${(own.cause as Error).message}`));
});
