import { nodeDecoder } from "./node-zlib.ts";
import { readBody } from "./transport-body.ts";
import { withSlack } from "./zarr-codec-sizes.ts";
import { zstdSize } from "./zstd-size.ts";

/** What zstd keeps in memory at most where it works piece by piece: 2^ZSTD_WINDOWLOG_LIMIT_DEFAULT. */
const MOST_WINDOW = 2 ** 27;

/**
 * Undoes one codec from bytes to bytes, but never makes much more than a chunk's `decodedBytes`: a few kilobytes may
 * claim to be gigabytes. Sizes that are declared are checked before `decode` runs; gzip and zlib are watched.
 */
export async function decompress(
  codec: string,
  bytes: Uint8Array,
  decodedBytes: number,
  decode: (bytes: Uint8Array) => unknown,
): Promise<Uint8Array> {
  const most = withSlack(decodedBytes);
  if (codec === "gzip" || codec === "zlib") {
    const native = nodeDecoder(codec);
    return native ? native(bytes, decodedBytes, most) : inflate(codec === "gzip" ? "gzip" : "deflate", bytes, most);
  }
  const declared =
    codec === "zstd" ? zstdSize(bytes) : { bytes: headerSize(codec, bytes), bound: false, single: false };
  // Frames that leave their size out are only known to hold less than their blocks could, which is often far less.
  if (declared.bytes > (declared.bound ? 16 * most + 2 ** 28 : most)) {
    throw new Error(`the ${codec} data claims ${declared.bytes} bytes where a chunk has ${decodedBytes}`);
  }
  // Node stops after the first frame, and refuses larger ones.
  const streams = declared.single && !declared.bound && declared.bytes <= MOST_WINDOW;
  const native = streams ? nodeDecoder("zstd") : null;
  if (native) return native(bytes, declared.bytes, declared.bytes);
  try {
    return (await decode(bytes)) as Uint8Array;
  } catch (error) {
    // Compiled codecs throw bare numbers.
    throw error instanceof Error ? error : new Error(`the ${codec} data is damaged`);
  }
}

/** Decoded size in the header of blosc (https://github.com/Blosc/c-blosc/blob/main/README_CHUNK_FORMAT.rst) or lz4. */
function headerSize(codec: string, bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (codec === "lz4") {
    if (bytes.byteLength < 4) throw new Error("the lz4 data is cut off");
    return view.getUint32(0, true);
  }
  if (bytes.byteLength < 16 || view.getUint32(12, true) > bytes.byteLength)
    throw new Error("the blosc data is cut off");
  return view.getUint32(4, true);
}

function inflate(format: "gzip" | "deflate", bytes: Uint8Array, most: number): Promise<Uint8Array> {
  const stream = new DecompressionStream(format);
  const writer = stream.writable.getWriter();
  // What goes wrong in writing is told by reading too.
  writer.write(bytes as Uint8Array<ArrayBuffer>).catch(() => {});
  writer.close().catch(() => {});
  return readBody(new Response(stream.readable), `the ${format} data`, most);
}
