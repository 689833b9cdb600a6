import { rastrumError } from "../errors.ts";
import { cellCount } from "./copy-cells.ts";
import type { LocatedFile, Store } from "./store.ts";
import { decodedBytes, isSharding, mostStoredBytes, storedBytes } from "./zarr-codec-sizes.ts";
import { checkCodecs } from "./zarr-codecs.ts";
import { asDecodeFailure, type ChunkRecipe, decodeChunk } from "./zarr-decode.ts";
import type { DecodedChunk } from "./zarr-decoded.ts";
import type { ArrayNode } from "./zarr-metadata.ts";
import type { Sharding } from "./zarr-sharding.ts";
import type { ShardReader } from "./zarr-shards.ts";

/** A chunk that decodes to more is refused: compiled codecs and typed arrays end at 2 GiB. */
const MOST_CHUNK_BYTES = 2 ** 30;
/** Stored bytes of a chunk of text, whose decoded size nobody knows. */
const MOST_TEXT_BYTES = 2 ** 26;

/** Chunks of an array: what can be fetched and decoded by itself, which in a shard is the inner chunk. */
export interface ChunkReader {
  /** What makes cells of the bytes. */
  readonly recipe: ChunkRecipe;
  /** Bytes of every stored chunk; null where they differ. */
  readonly storedBytes: number | null;
  /** The bytes of a chunk as stored; null where the store lacks it. They are the caller's own. */
  fetch(coordinates: readonly number[], signal: AbortSignal | undefined): Promise<Uint8Array | null>;
  /** Where the bytes of a chunk lie, for another thread to read; null where only `fetch` has them. */
  locate(coordinates: readonly number[]): Promise<LocatedFile | null>;
  /** Fetches and decodes one chunk; the fill value where the store lacks it. */
  read(coordinates: readonly number[], signal: AbortSignal | undefined): Promise<DecodedChunk>;
  /** How many different chunks the store lacked so far. */
  missing(): number;
}

/** Reads no chunk yet. @throws `unsupported`, `invalid-metadata`. */
export async function openChunks(store: Store, array: ArrayNode): Promise<ChunkReader> {
  const path = `${store.url}${array.path}`;
  await checkCodecs(path, array.codecs, array.chunkShape);
  // Parts of a shard can be fetched unless codecs are around it: then it is a chunk.
  const [outer] = array.codecs;
  const sharding =
    array.codecs.length === 1 && isSharding(outer) ? await shardingOf(path, outer, array.chunkShape) : null;
  const shape = sharding?.chunkShape ?? array.chunkShape;
  const codecs = sharding?.codecs ?? array.codecs;
  const bytes = decodedBytes(array.dataType, shape);
  if ((bytes ?? cellCount(shape)) > MOST_CHUNK_BYTES) {
    const message = `${path} has chunks of ${shape.join(" × ")} cells (${bytes} bytes); up to ${MOST_CHUNK_BYTES} bytes can be decoded.`;
    throw rastrumError("unsupported", message, { what: `chunks of ${bytes} bytes` });
  }
  const maxBytes = bytes === null ? MOST_TEXT_BYTES : await mostStoredBytes(bytes, shape, codecs);
  const shards = sharding && (await shardReader(store, array, sharding));
  const missing = new Set<string>();
  const recipe: ChunkRecipe = { path, dataType: array.dataType, shape, codecs, fillValue: array.fillValue };

  const keyOf = (coordinates: readonly number[]) => `${array.path}/${array.chunkKey(coordinates)}`;
  const fetch: ChunkReader["fetch"] = async (coordinates, signal) => {
    try {
      const stored = shards
        ? await shards.read(coordinates, maxBytes, signal)
        : await store.get(keyOf(coordinates), { signal, maxBytes });
      signal?.throwIfAborted();
      if (!stored) missing.add(coordinates.join());
      return stored ?? null;
    } catch (error) {
      throw signal?.aborted ? signal.reason : asDecodeFailure(error, path, coordinates);
    }
  };
  return {
    recipe,
    storedBytes: storedBytes(array.dataType, shape, codecs),
    fetch,
    async locate(coordinates) {
      const file = shards ? null : await store.locate?.(keyOf(coordinates), maxBytes);
      if (!file) return null;
      const met: LocatedFile["met"] = (state) => {
        file.met(state);
        if (!state) missing.add(coordinates.join());
      };
      return { ...file, met };
    },
    async read(coordinates, signal) {
      const chunk = await decodeChunk(recipe, await fetch(coordinates, signal), coordinates);
      signal?.throwIfAborted();
      return chunk;
    },
    missing: () => missing.size,
  };
}

/** What reads shards is loaded with the first array that has them. */
async function shardingOf(...of: Parameters<typeof import("./zarr-sharding.ts").shardingOf>): Promise<Sharding> {
  return (await import("./zarr-sharding.ts")).shardingOf(...of);
}

async function shardReader(store: Store, array: ArrayNode, sharding: Sharding): Promise<ShardReader> {
  return (await import("./zarr-shards.ts")).createShardReader(store, array, sharding);
}
