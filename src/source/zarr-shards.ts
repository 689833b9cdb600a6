import { ByteLru } from "./byte-lru.ts";
import { SharedReads } from "./share-reads.ts";
import type { Store } from "./store.ts";
import { createDecoder } from "./zarr-codecs.ts";
import type { Decoder } from "./zarr-decoded.ts";
import type { ArrayNode } from "./zarr-metadata.ts";
import { placeInShard, type Sharding } from "./zarr-sharding.ts";

/** Decoded indexes that are kept. */
const INDEX_CACHE_BYTES = 32 * 2 ** 20;

export interface ShardReader {
  /** Bytes of an inner chunk, by its place in the whole array; undefined where there is none. */
  read(
    coordinates: readonly number[],
    maxBytes: number,
    signal: AbortSignal | undefined,
  ): Promise<Uint8Array | undefined>;
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
    decoder ??= createDecoder("uint64", [...indexShape, 2], indexCodecs, null);
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
      const place = placeInShard(index, within, maxBytes);
      return place ? store.getRange(key, place, { signal, maxBytes }) : undefined;
    },
  };
}
