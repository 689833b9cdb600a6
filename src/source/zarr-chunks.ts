import { isRastrumError, rastrumError } from "../errors.ts";
import { createCells, isDtype } from "./cells.ts";
import { cellCount } from "./copy-cells.ts";
import type { Store } from "./store.ts";
import {
  checkCodecs,
  createDecoder,
  type DecodedChunk,
  decodedBytes,
  filledChunk,
  storedBytes,
} from "./zarr-codecs.ts";
import type { ArrayNode } from "./zarr-metadata.ts";
import { createShardReader, type ShardReader, shardingOf } from "./zarr-shards.ts";

/** A chunk that decodes to more is refused: compiled codecs and typed arrays end at 2 GiB. */
const MOST_CHUNK_BYTES = 2 ** 30;
/** Stored bytes of a chunk of text, whose decoded size nobody knows. */
const MOST_TEXT_BYTES = 2 ** 26;

/** Chunks of an array: what can be fetched and decoded by itself, which in a shard is the inner chunk. */
export interface ChunkReader {
  readonly shape: readonly number[];
  /** Bytes of every stored chunk; null where they differ. */
  readonly storedBytes: number | null;
  /** Fetches and decodes one chunk; the fill value where the store lacks it. */
  read(coordinates: readonly number[], signal: AbortSignal | undefined): Promise<DecodedChunk>;
  /** How many different chunks the store lacked so far. */
  missing(): number;
}

/** Reads no chunk yet. @throws `unsupported`, `invalid-metadata`. */
export function openChunks(store: Store, array: ArrayNode): ChunkReader {
  const path = `${store.url}${array.path}`;
  const sharding = shardingOf(path, array);
  const shape = sharding?.chunkShape ?? array.chunkShape;
  const codecs = sharding?.codecs ?? array.codecs;
  checkCodecs(path, codecs);
  const bytes = decodedBytes(array.dataType, shape);
  if ((bytes ?? cellCount(shape)) > MOST_CHUNK_BYTES) {
    const message = `${path} has chunks of ${shape.join(" × ")} cells (${bytes} bytes); up to ${MOST_CHUNK_BYTES} bytes can be decoded.`;
    throw rastrumError("unsupported", message, { what: `chunks of ${bytes} bytes` });
  }
  const maxBytes = bytes === null ? MOST_TEXT_BYTES : bytes + Math.ceil(bytes / 8) + 2 ** 16;
  const shards: ShardReader | null = sharding && createShardReader(store, array, sharding);
  const missing = new Set<string>();
  let decoder: ReturnType<typeof createDecoder> | undefined;

  return {
    shape,
    storedBytes: storedBytes(array.dataType, shape, codecs),
    missing: () => missing.size,
    async read(coordinates, signal) {
      try {
        const stored = shards
          ? await shards.read(coordinates, maxBytes, signal)
          : await store.get(`${array.path}/${array.chunkKey(coordinates)}`, { signal, maxBytes });
        signal?.throwIfAborted();
        if (stored) {
          decoder ??= createDecoder(array.dataType, shape, codecs);
          const chunk = await (await decoder)(stored);
          signal?.throwIfAborted();
          return chunk;
        }
      } catch (error) {
        throw signal?.aborted ? signal.reason : asDecodeFailure(error, path, coordinates);
      }
      missing.add(coordinates.join());
      return filled(array, shape);
    },
  };
}

function filled(array: ArrayNode, shape: readonly number[]): DecodedChunk {
  if (isDtype(array.dataType)) {
    return filledChunk(createCells(array.dataType, cellCount(shape)), shape, array.fillValue);
  }
  const text = typeof array.fillValue === "string" ? array.fillValue : "";
  return { data: new Array<string>(cellCount(shape)).fill(text), strides: shape.length === 1 ? [1] : [] };
}

/** Failures of the connection keep their own tag; bytes that came but make no chunk are a failure to decode. */
function asDecodeFailure(error: unknown, path: string, chunk: readonly number[]): unknown {
  if (isRastrumError(error) && error.tag !== "truncated") return error;
  const reason = error instanceof Error ? error.message : String(error);
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : "";
  const message = `Chunk ${chunk.join(", ")} of ${path} cannot be decoded: ${reason}${cause}`;
  return rastrumError("decode-failed", message, { path, chunk: [...chunk], cause: error });
}
