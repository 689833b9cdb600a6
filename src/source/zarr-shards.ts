import { rastrumError } from "../errors.ts";
import { ByteLru } from "./byte-lru.ts";
import { SharedReads } from "./share-reads.ts";
import type { Store } from "./store.ts";
import { checkCodecs, createDecoder, type Decoder, storedBytes } from "./zarr-codecs.ts";
import { integers, invalid } from "./zarr-fields.ts";
import { type ArrayNode, type CodecMetadata, codecsV3 } from "./zarr-metadata.ts";

/** Decoded indexes that are kept; one entry is 16 bytes an inner chunk. */
const INDEX_CACHE_BYTES = 32 * 2 ** 20;
const ABSENT = 2n ** 64n - 1n;

/** https://zarr-specs.readthedocs.io/en/latest/v3/codecs/sharding-indexed/index.html */
export interface Sharding {
  /** Of the inner chunks. */
  readonly chunkShape: readonly number[];
  readonly codecs: readonly CodecMetadata[];
  /** Inner chunks along each axis of a shard. */
  readonly indexShape: readonly number[];
  readonly indexCodecs: readonly CodecMetadata[];
  readonly indexAtStart: boolean;
  readonly indexBytes: number;
}

export interface ShardReader {
  /** Bytes of an inner chunk, by its place in the whole array; undefined where there is none. */
  read(
    coordinates: readonly number[],
    maxBytes: number,
    signal: AbortSignal | undefined,
  ): Promise<Uint8Array | undefined>;
}

/** How an array is sharded; null where it is not. @throws `unsupported`, `invalid-metadata`. */
export function shardingOf(path: string, array: ArrayNode): Sharding | null {
  const codec = array.codecs.find(({ name }) => name === "sharding_indexed");
  if (!codec) return null;
  const { configuration } = codec;
  const chunkShape = integers(path, "chunk_shape of the shards", configuration.chunk_shape, 1, array.shape.length);
  const codecs = codecsV3(path, configuration.codecs);
  if (array.codecs.length > 1 || codecs.some(({ name }) => name === "sharding_indexed")) {
    const message = `${path}: codecs around sharding_indexed, and shards within shards, are not supported.`;
    throw rastrumError("unsupported", message, { what: "codecs around sharding_indexed" });
  }
  const indexShape = array.chunkShape.map((length, axis) => length / chunkShape[axis]);
  if (!indexShape.every(Number.isInteger))
    throw invalid(path, `shards of [${array.chunkShape}] cannot be cut into [${chunkShape}]`);
  const indexCodecs = codecsV3(path, configuration.index_codecs ?? []);
  checkCodecs(path, indexCodecs);
  const indexBytes = storedBytes("uint64", [...indexShape, 2], indexCodecs);
  if (indexBytes === null || indexBytes > INDEX_CACHE_BYTES)
    throw invalid(path, "the index of a shard has no usable size");
  const indexAtStart = configuration.index_location === "start";
  return { chunkShape, codecs, indexShape, indexCodecs, indexAtStart, indexBytes };
}

/** Reads each shard's index once, whoever asks for it meanwhile, then each inner chunk by its range. */
export function createShardReader(store: Store, array: ArrayNode, sharding: Sharding): ShardReader {
  const { indexShape, indexCodecs, indexBytes } = sharding;
  const indexes = new ByteLru<BigUint64Array>(INDEX_CACHE_BYTES, ({ byteLength }) => byteLength);
  const underWay = new SharedReads<BigUint64Array>();
  let decoder: Promise<Decoder> | undefined;

  const fetchIndex = async (key: string, signal: AbortSignal): Promise<BigUint64Array> => {
    const range = sharding.indexAtStart ? { offset: 0, length: indexBytes } : { suffixLength: indexBytes };
    const bytes = await store.getRange(key, range, { signal });
    decoder ??= createDecoder("uint64", [...indexShape, 2], indexCodecs);
    const index = bytes ? ((await (await decoder)(bytes)).data as BigUint64Array).slice() : new BigUint64Array(0);
    indexes.set(key, index);
    return index;
  };
  const readIndex = (key: string, signal: AbortSignal | undefined) =>
    indexes.get(key) ?? underWay.read(key, signal, (stop) => fetchIndex(key, stop));

  return {
    async read(coordinates, maxBytes, signal) {
      const shard = coordinates.map((at, axis) => Math.floor(at / indexShape[axis]));
      const key = `${array.path}/${array.chunkKey(shard)}`;
      const index = await readIndex(key, signal);
      if (index.length === 0) return undefined;
      const within = coordinates.reduce((sum, at, axis) => sum * indexShape[axis] + (at % indexShape[axis]), 0);
      const offset = index[2 * within];
      const length = index[2 * within + 1];
      if (offset === ABSENT && length === ABSENT) return undefined;
      if (length > BigInt(maxBytes) || offset > BigInt(Number.MAX_SAFE_INTEGER)) {
        throw new Error(`the index of the shard says ${length} bytes from ${offset}, which cannot be right`);
      }
      return store.getRange(key, { offset: Number(offset), length: Number(length) }, { signal, maxBytes });
    },
  };
}
