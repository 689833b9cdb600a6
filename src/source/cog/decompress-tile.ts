import { nodeDecoder } from "../node-zlib.ts";
import { decompress } from "../zarr-decompress.ts";
import { DEFLATE, LZW, NONE, OLD_DEFLATE, PACKBITS, ZSTD } from "./compressions.ts";
import { decodeLzw } from "./lzw.ts";
import { decodePackBits } from "./packbits.ts";

/**
 * Undoes a compression from bytes to bytes. Not much more than `most` bytes are made, those of a whole tile or strip,
 * whatever the data claim.
 */
export async function decompressTile(compression: number, bytes: Uint8Array, most: number): Promise<Uint8Array> {
  switch (compression) {
    case NONE:
      return bytes;
    case LZW:
      return decodeLzw(bytes, most);
    case PACKBITS:
      return decodePackBits(bytes, most);
    case ZSTD:
      return decompress("zstd", bytes, most, unpackZstd);
    case DEFLATE:
    case OLD_DEFLATE:
      return decompress("zlib", bytes, most, (packed) => packed);
    default:
      throw new Error(`no decoder for compression ${compression}`);
  }
}

/** Loaded when met, where the host has none of its own. */
async function unpackZstd(bytes: Uint8Array): Promise<unknown> {
  const { default: codec } = await import("numcodecs/zstd");
  return codec.fromConfig({ id: "zstd", level: 1 }).decode(bytes);
}

/** Ahead of the first tile. */
export async function loadDecompressor(compression: number): Promise<void> {
  if (compression === ZSTD && !nodeDecoder("zstd")) await import("numcodecs/zstd");
}
