import { cellCount } from "./copy-cells.ts";
import { isSharding, storedBytes } from "./zarr-codec-sizes.ts";
import { integers, invalid } from "./zarr-fields.ts";
import { transposeOrder } from "./zarr-filters.ts";
import { type CodecMetadata, codecsV3 } from "./zarr-metadata.ts";

/** An index of more is not believed; one entry is 16 bytes an inner chunk. */
const MOST_INDEX_BYTES = 32 * 2 ** 20;
const ABSENT = 2n ** 64n - 1n;
/** For the header of each inner chunk. */
const HEADER_BYTES = 64;

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

/**
 * How a shard of a shape is cut into chunks.
 * @param path for messages
 * @throws `unsupported`, `invalid-metadata`
 */
export function shardingOf(path: string, { configuration }: CodecMetadata, shape: readonly number[]): Sharding {
  const chunkShape = integers(path, "chunk_shape of the shards", configuration.chunk_shape, 1, shape.length);
  const codecs = codecsV3(path, configuration.codecs);
  const indexShape = shape.map((length, axis) => length / chunkShape[axis]);
  if (!indexShape.every(Number.isInteger))
    throw invalid(path, `shards of [${shape}] cannot be cut into [${chunkShape}]`);
  const indexCodecs = codecsV3(path, configuration.index_codecs ?? []);
  const { index_location: location = "end" } = configuration;
  if (location !== "start" && location !== "end") throw invalid(path, `index_location is ${JSON.stringify(location)}`);
  const indexBytes = storedBytes("uint64", [...indexShape, 2], indexCodecs);
  if (indexBytes === null || indexBytes > MOST_INDEX_BYTES)
    throw invalid(path, "the index of a shard has no usable size");
  return { chunkShape, codecs, indexShape, indexCodecs, indexAtStart: location === "start", indexBytes };
}

/** Where the index says that a chunk lies; null for one that is not there. Throws where it would be too much, or too far. */
export function placeInShard(
  index: BigUint64Array,
  chunk: number,
  mostBytes: number,
): { readonly offset: number; readonly length: number } | null {
  const offset = index[2 * chunk];
  const length = index[2 * chunk + 1];
  if (offset === ABSENT && length === ABSENT) return null;
  if (length > BigInt(mostBytes) || offset > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw new Error(`the index of the shard says ${length} bytes from ${offset}, which cannot be right`);
  }
  return { offset: Number(offset), length: Number(length) };
}

/** The shape of what shards are cut from: that of the chunk, transposed where it is. Throws `invalid-metadata`. */
export function encodedShape(
  path: string,
  codecs: readonly CodecMetadata[],
  shape: readonly number[],
): readonly number[] {
  const orderOf = (codec: CodecMetadata) => {
    try {
      return transposeOrder(codec, shape.length);
    } catch (error) {
      throw invalid(path, (error as Error).message);
    }
  };
  const transposed = codecs.filter(({ name }) => name === "transpose");
  return transposed.reduce((lengths, codec) => orderOf(codec).map((axis) => lengths[axis]), shape);
}

/** What shards add to their cells. */
export function shardBytes(shape: readonly number[], codecs: readonly CodecMetadata[]): number {
  const codec = codecs.find(isSharding);
  if (!codec) return 0;
  const { indexBytes, indexShape, chunkShape, codecs: inner } = shardingOf("", codec, encodedShape("", codecs, shape));
  return indexBytes + cellCount(indexShape) * (HEADER_BYTES + shardBytes(chunkShape, inner));
}
