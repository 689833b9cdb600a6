import { cellCount } from "./copy-cells.ts";
import type { CodecMetadata } from "./zarr-metadata.ts";

/** Room for checksums, and for one compressor around another. */
const SLACK_BYTES = 2 ** 16;

const TYPE_BYTES: Record<string, number> = {
  bool: 1, int8: 1, uint8: 1, int16: 2, uint16: 2, float16: 2, int32: 4, uint32: 4, float32: 4, int64: 8, uint64: 8, float64: 8,
}; // biome-ignore format: one table

/** Bytes that a chunk takes once decoded; null for text. */
export function decodedBytes(dataType: string, shape: readonly number[]): number | null {
  const bytes = TYPE_BYTES[dataType] ?? fixedTextBytes(dataType);
  return bytes === null ? null : bytes * cellCount(shape);
}

function fixedTextBytes(dataType: string): number | null {
  const match = /^v2:([US])(\d+)$/.exec(dataType);
  return match && (match[1] === "U" ? 4 : 1) * Number(match[2]);
}

/** Bytes that a chunk takes as it is stored, where every chunk takes the same; null for compressed ones. */
export function storedBytes(
  dataType: string,
  shape: readonly number[],
  codecs: readonly CodecMetadata[],
): number | null {
  let bytes = decodedBytes(dataType, shape);
  for (const { name } of codecs) {
    if (name.endsWith("crc32c") && bytes !== null) bytes += 4;
    else if (name !== "bytes" && name !== "transpose") return null;
  }
  return bytes;
}

export function isSharding({ name }: CodecMetadata): boolean {
  return name === "sharding_indexed";
}

/** Bytes that so many may become by codecs that make nothing smaller. */
export function withSlack(bytes: number): number {
  return bytes + Math.ceil(bytes / 8) + SLACK_BYTES;
}

/** Bytes that a stored chunk of so many decoded ones takes at most: compressors add little, indexes of shards more. */
export async function mostStoredBytes(
  bytes: number,
  shape: readonly number[],
  codecs: readonly CodecMetadata[],
): Promise<number> {
  const most = withSlack(bytes);
  return codecs.some(isSharding) ? most + (await import("./zarr-sharding.ts")).shardBytes(shape, codecs) : most;
}
