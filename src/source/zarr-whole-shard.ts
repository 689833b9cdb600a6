import { createCells, isDtype } from "./cells.ts";
import { cellCount, copyCells, cStrides } from "./copy-cells.ts";
import type { CellArray } from "./source.ts";
import { type DecodedChunk, type Decoder, filledChunk } from "./zarr-decoded.ts";
import type { CodecMetadata } from "./zarr-metadata.ts";
import { placeInShard, type Sharding } from "./zarr-sharding.ts";

/** Makes a decoder of one chunk. */
export type CreateDecoder = (
  dataType: string,
  shape: readonly number[],
  codecs: readonly CodecMetadata[],
  fillValue: unknown,
) => Promise<Decoder>;

/** Decodes a shard whole: one within another shard, or within other codecs, where parts of it cannot be fetched. */
export async function wholeShardDecoder(
  sharding: Sharding,
  dataType: string,
  fillValue: unknown,
  createDecoder: CreateDecoder,
): Promise<Decoder> {
  if (!isDtype(dataType)) throw new Error(`shards of ${dataType} within other codecs are not read`);
  const { chunkShape, indexShape, indexCodecs, indexBytes, indexAtStart } = sharding;
  const inner = await createDecoder(dataType, chunkShape, sharding.codecs, fillValue);
  const readIndex = await createDecoder("uint64", [...indexShape, 2], indexCodecs, null);
  const shape = indexShape.map((count, axis) => count * chunkShape[axis]);
  const strides = cStrides(shape);

  return async (bytes): Promise<DecodedChunk> => {
    if (bytes.byteLength < indexBytes) throw new Error("the shard is shorter than its index");
    const stored = indexAtStart ? bytes.slice(0, indexBytes) : bytes.slice(-indexBytes);
    const index = (await readIndex(stored)).data as BigUint64Array;
    const { data } = filledChunk(createCells(dataType, cellCount(shape)), shape, fillValue);
    const out = data as CellArray;
    for (let chunk = 0; chunk < cellCount(indexShape); chunk++) {
      const place = placeInShard(index, chunk, bytes.byteLength);
      if (!place) continue;
      const part = await inner(bytes.slice(place.offset, place.offset + place.length));
      const from = { data: part.data as CellArray, offset: 0, strides: part.strides };
      let offset = 0;
      for (let axis = shape.length - 1, rest = chunk; axis >= 0; axis--) {
        offset += (rest % indexShape[axis]) * chunkShape[axis] * strides[axis];
        rest = Math.floor(rest / indexShape[axis]);
      }
      copyCells(from, { data: out, offset, strides }, chunkShape);
    }
    return { data: out, strides };
  };
}
