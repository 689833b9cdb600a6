import { crc32c } from "../../src/source/crc32c.ts";
import { arrayV3, bytesOf, encodeFiles } from "./zarr-fixture.ts";

const withChecksum = (bytes: Uint8Array) => Uint8Array.of(...bytes, ...bytesOf(Uint32Array.of(crc32c(bytes))));

/** The bytes of a shard whose inner chunks, in C order, have been encoded; null for one that is absent. */
export function encodeShard(
  chunks: readonly (Uint8Array | null)[],
  indexLocation: "start" | "end" = "end",
): Uint8Array {
  const indexBytes = 16 * chunks.length + 4;
  const index = new BigUint64Array(2 * chunks.length).fill(2n ** 64n - 1n);
  let end = indexLocation === "start" ? indexBytes : 0;
  chunks.forEach((chunk, i) => {
    if (!chunk) return;
    index[2 * i] = BigInt(end);
    index[2 * i + 1] = BigInt(chunk.length);
    end += chunk.length;
  });
  const body = chunks.filter((chunk) => chunk !== null);
  const parts =
    indexLocation === "start" ? [withChecksum(bytesOf(index)), ...body] : [...body, withChecksum(bytesOf(index))];
  return new Uint8Array(Buffer.concat(parts));
}

/** The codec of an array whose inner chunks are stored as they are. */
export function shardingCodec(chunkShape: number[], indexLocation: "start" | "end" = "end") {
  const codecs = [{ name: "bytes", configuration: { endian: "little" } }];
  const configuration = {
    chunk_shape: chunkShape,
    codecs,
    index_codecs: [...codecs, { name: "crc32c" }],
    index_location: indexLocation,
  };
  return { name: "sharding_indexed", configuration };
}

/** Cells of a chunk along a side, in `countedShards`. */
const CHUNK = 16;

/** /z: a Zarr of size × size cells, cell k holds k, in two by two shards of chunks of 16 × 16 cells. */
export function countedShards(size: number): Map<string, Uint8Array> {
  const side = size / 2;
  const across = side / CHUNK;
  const shard = (shardRow: number, shardColumn: number) => {
    const chunks = Array.from({ length: across ** 2 }, (_, k) => {
      const row = shardRow * side + CHUNK * Math.floor(k / across);
      const column = shardColumn * side + CHUNK * (k % across);
      const cell = (_: unknown, i: number) => (row + Math.floor(i / CHUNK)) * size + column + (i % CHUNK);
      return bytesOf(Uint16Array.from({ length: CHUNK * CHUNK }, cell));
    });
    return encodeShard(chunks);
  };
  const codecs = [shardingCodec([CHUNK, CHUNK])];
  const metadata = arrayV3([size, size], "uint16", ["y", "x"], { chunks: [side, side], codecs });
  const shards = [0, 1].flatMap((i) => [0, 1].map((j) => [`/z/c/${i}/${j}`, shard(i, j)] as const));
  return encodeFiles({ "/z/zarr.json": metadata, ...Object.fromEntries(shards) });
}
