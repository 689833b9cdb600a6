import { crc32c } from "../../src/source/crc32c.ts";
import { bytesOf } from "./zarr-fixture.ts";

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
