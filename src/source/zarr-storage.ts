import type { Storage } from "./source.ts";
import { isSharding } from "./zarr-codec-sizes.ts";
import { isRecord } from "./zarr-fields.ts";
import type { ArrayNode, CodecMetadata } from "./zarr-metadata.ts";

/** How an array is stored, in words. */
export function zarrStorage({ version, codecs, chunkShape }: ArrayNode): Storage {
  const shards = codecs.some(isSharding) ? { shardShape: chunkShape } : {};
  return { driver: `Zarr v${version}`, codecs: codecNames(codecs), ...shards };
}

/** Shards within shards are named so deep. */
const MOST_DEPTH = 4;

/** In the order of writing, those within shards too; how bytes lie is told where they are not little-endian. */
export function codecNames(codecs: readonly CodecMetadata[], depth = 0): string[] {
  return codecs.flatMap((codec): string[] => {
    const { name, configuration } = codec;
    if (isSharding(codec)) {
      if (depth === MOST_DEPTH) return ["shards", "…"];
      return ["shards", ...codecNames(innerCodecs(configuration.codecs), depth + 1)];
    }
    if (name === "bytes") return configuration.endian === "big" ? ["big-endian"] : [];
    const plain = name.replace(/^numcodecs\./, "");
    return [typeof configuration.cname === "string" ? `${plain} (${configuration.cname})` : plain];
  });
}

/** Those that can be named: the others are refused where they are to be undone. */
function innerCodecs(codecs: unknown): CodecMetadata[] {
  if (!Array.isArray(codecs)) return [];
  return codecs.flatMap((codec: unknown) => {
    const { name, configuration } = isRecord(codec) ? codec : { name: codec };
    return typeof name === "string" ? [{ name, configuration: isRecord(configuration) ? configuration : {} }] : [];
  });
}
