import type { InputType, ZlibOptions } from "node:zlib";

/** Node takes no smaller pieces. */
const LEAST_PIECE = 64;
/** More comes in several: what a chunk of text takes is not known before. */
const MOST_PIECE = 2 ** 24;

type Unpack = (bytes: InputType, options: ZlibOptions, done: (error: Error | null, result: Uint8Array) => void) => void;

/**
 * Node's own decoder, which works off this thread; null in other hosts. zstd is there from 22.15 on.
 * `bytes` is what comes out as a rule, `most` what is never exceeded.
 */
export function nodeDecoder(codec: "gzip" | "zlib" | "zstd") {
  const zlib = globalThis.process?.getBuiltinModule?.("node:zlib");
  const unpack =
    zlib && ({ gzip: zlib.gunzip, zlib: zlib.inflate, zstd: zlib.zstdDecompress }[codec] as Unpack | undefined);
  if (!unpack) return null;
  return (packed: Uint8Array, bytes: number, most: number) =>
    new Promise<Uint8Array>((resolve, reject) => {
      // One byte more than comes out, or it would look for more. Pieces of the default size, 16 kB, take twice as long.
      const chunkSize = Math.min(Math.max(bytes + 1, LEAST_PIECE), MOST_PIECE);
      unpack(packed, { chunkSize, maxOutputLength: Math.max(most, 1) }, (error, result) => {
        if (error) reject(tooLarge(error) ? new Error(`the ${codec} data hold more than ${most} bytes`) : error);
        else resolve(ownBytes(result));
      });
    });
}

/**
 * A plain array, since `slice` of a Buffer copies nothing. Small Buffers lie in a common one, which cannot be handed to a
 * worker, and short ones would keep much memory: those are copied.
 */
function ownBytes({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  return buffer.byteLength > byteLength + 1 ? bytes.slice() : bytes;
}

function tooLarge(error: NodeJS.ErrnoException): boolean {
  return error.code === "ERR_BUFFER_TOO_LARGE";
}
