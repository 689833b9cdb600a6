import { isRastrumError, rastrumError } from "../errors.ts";
import { createCells, isDtype } from "./cells.ts";
import { cellCount } from "./copy-cells.ts";
import { isSharding } from "./zarr-codec-sizes.ts";
import { createDecoder, isByteCodec } from "./zarr-codecs.ts";
import { type DecodedChunk, type Decoder, filledChunk } from "./zarr-decoded.ts";
import type { CodecMetadata } from "./zarr-metadata.ts";

/** How the bytes of an array's chunks become cells: plain data, so that any thread can do it. */
export interface ChunkRecipe {
  /** Where the array is, for messages. */
  readonly path: string;
  /** As in the metadata. */
  readonly dataType: string;
  /** Of a chunk: what is fetched and decoded by itself, which in a shard is the inner chunk. */
  readonly shape: readonly number[];
  readonly codecs: readonly CodecMetadata[];
  readonly fillValue: unknown;
}

/** Decoders are the same for all arrays of a kind; more kinds than this are not kept. */
const MOST_DECODERS = 64;
const decoders = new Map<string, Promise<Decoder>>();

/** @param bytes null where the store has none: the fill value. @throws `decode-failed` */
export async function decodeChunk(
  recipe: ChunkRecipe,
  bytes: Uint8Array | null,
  coordinates: readonly number[],
): Promise<DecodedChunk> {
  if (bytes === null) return filled(recipe);
  try {
    return await (await decoderOf(recipe))(bytes);
  } catch (error) {
    throw asDecodeFailure(error, recipe.path, coordinates);
  }
}

/** Loads what decoding will need, ahead of the first chunk. */
export async function prepareDecoder(recipe: ChunkRecipe): Promise<void> {
  await decoderOf(recipe);
  if (recipe.codecs.some(isByteCodec)) await (await import("./zarr-optional-codecs.ts")).loadCompiled(recipe.codecs);
}

/** Failures of the connection keep their own tag; bytes that came but make no chunk are a failure to decode. */
export function asDecodeFailure(error: unknown, path: string, chunk: readonly number[]): unknown {
  if (isRastrumError(error) && error.tag !== "truncated") return error;
  const reason = error instanceof Error ? error.message : String(error);
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : "";
  const message = `Chunk ${chunk.join(", ")} of ${path} cannot be decoded: ${reason}${cause}`;
  return rastrumError("decode-failed", message, { path, chunk: [...chunk], cause: error });
}

function decoderOf({ dataType, shape, codecs, fillValue }: ChunkRecipe): Promise<Decoder> {
  const fill = codecs.some(isSharding) ? `${typeof fillValue} ${String(fillValue)}` : "";
  const kind = JSON.stringify([dataType, shape, codecs, fill]);
  let decoder = decoders.get(kind);
  if (!decoder) {
    if (decoders.size === MOST_DECODERS) decoders.clear();
    decoder = createDecoder(dataType, shape, codecs, fillValue);
    decoders.set(kind, decoder);
    // What could not be loaded may be there the next time.
    decoder.catch(() => decoders.delete(kind));
  }
  return decoder;
}

function filled({ dataType, shape, fillValue }: ChunkRecipe): DecodedChunk {
  if (isDtype(dataType)) return filledChunk(createCells(dataType, cellCount(shape)), shape, fillValue);
  const text = typeof fillValue === "string" ? fillValue : "";
  return { data: new Array<string>(cellCount(shape)).fill(text), strides: shape.length === 1 ? [1] : [] };
}
