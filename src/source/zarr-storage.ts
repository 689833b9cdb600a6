import type { Storage } from "./source.ts";
import { isSharding } from "./zarr-codec-sizes.ts";
import type { ArrayNode, CodecMetadata } from "./zarr-metadata.ts";

/** How an array is stored, in words. */
export function zarrStorage({ version, codecs, chunkShape }: ArrayNode): Storage {
  const shards = codecs.some(isSharding) ? { shardShape: chunkShape } : {};
  return { driver: `Zarr v${version}`, codecs: codecNames(codecs), ...shards };
}

/** In the order of writing, those within shards too; how bytes lie is told where they are not little-endian. */
export function codecNames(codecs: readonly CodecMetadata[]): string[] {
  return codecs.flatMap((codec): string[] => {
    const { name, configuration } = codec;
    if (isSharding(codec)) {
      const inner = Array.isArray(configuration.codecs) ? (configuration.codecs as CodecMetadata[]) : [];
      return ["shards", ...codecNames(inner.map(({ name, configuration = {} }) => ({ name, configuration })))];
    }
    if (name === "bytes") return configuration.endian === "big" ? ["big-endian"] : [];
    const plain = name.replace(/^numcodecs\./, "");
    return [typeof configuration.cname === "string" ? `${plain} (${configuration.cname})` : plain];
  });
}
