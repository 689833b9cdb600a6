import { rastrumError } from "../../errors.ts";
import { decompress } from "../zarr-decompress.ts";
import { unpackSnappy } from "./snappy.ts";

type Decompress = (bytes: Uint8Array, length: number) => Promise<Uint8Array>;

/**
 * How pages are unpacked, by the codec's name. The decoders are those of chunks, which know when to stop, and not those
 * of hyparquet-compressors, of which some make as much as bytes ask for.
 */
const decoders: Readonly<Record<string, Decompress>> = {
  SNAPPY: async (bytes, length) => unpackSnappy(bytes, length),
  GZIP: (bytes, length) => decompress("gzip", bytes, length, unneeded),
  ZSTD: async (bytes, length) => {
    const codec = (await import("numcodecs/zstd")).default.fromConfig({ id: "zstd", level: 1 });
    return decompress("zstd", bytes, length, (packed) => codec.decode(packed));
  },
  // The codec of numcodecs has the length before the block.
  LZ4_RAW: async (bytes, length) => {
    const codec = (await import("numcodecs/lz4")).default.fromConfig({ id: "lz4", acceleration: 1 });
    const framed = new Uint8Array(bytes.length + 4);
    new DataView(framed.buffer).setUint32(0, length, true);
    framed.set(bytes, 4);
    return decompress("lz4", framed, length, (packed) => codec.decode(packed));
  },
  BROTLI: (bytes, length) => {
    const zlib = globalThis.process?.getBuiltinModule?.("node:zlib");
    if (!zlib) throw unsupported("BROTLI outside Node");
    return new Promise((resolve, reject) => {
      zlib.brotliDecompress(bytes, { maxOutputLength: length + 1 }, (error, page) =>
        error ? reject(error) : resolve(page),
      );
    });
  },
};

/** A page of `length` bytes. Throws `unsupported` for codecs that no file has had in years. */
export async function decompressPage(codec: string, bytes: Uint8Array, length: number): Promise<Uint8Array> {
  if (length === 0) return new Uint8Array(0);
  const decode = decoders[codec];
  if (!decode) throw unsupported(codec);
  const page = await decode(bytes, length);
  if (page.length !== length) throw new RangeError(`a page unpacks to ${page.length} bytes, not to ${length}`);
  return page;
}

function unsupported(codec: string) {
  const message = `The Parquet file is packed by ${codec}, which is not read: write it with zstd or snappy.`;
  return rastrumError("unsupported", message, { what: `${codec} in Parquet` });
}

function unneeded(): never {
  throw new Error("gzip is the host's");
}
