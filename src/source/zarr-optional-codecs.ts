import { nodeDecoder } from "./node-zlib.ts";
import { type ArrayChunk, type ByteDecoder, plainName } from "./zarr-codecs.ts";
import { decompress } from "./zarr-decompress.ts";
import { unpackBits, unshuffle } from "./zarr-filters.ts";
import type { CodecMetadata } from "./zarr-metadata.ts";

export { transposeOrder } from "./zarr-filters.ts";

interface CompiledCodec {
  decode(bytes: Uint8Array): unknown;
}

/** Only encoders need settings; these keep constructors content that check them. */
const ANY_SETTINGS = { level: 1, clevel: 5, cname: "lz4", shuffle: 1, blocksize: 0, acceleration: 1 };
interface CodecModule {
  readonly default: {
    fromConfig(settings: object): CompiledCodec;
    /** Has it compiled ahead of the first chunk, where it is a decoder of a build. */
    ready?(): Promise<unknown>;
  };
}

/** WebAssembly, loaded when met. Named here, not only by zarrita, to be bundled; builds put in decoders: scripts/numcodecs-decoders.mjs. */
const COMPILED: Record<string, () => Promise<CodecModule>> = {
  zstd: () => import("numcodecs/zstd"),
  blosc: () => import("numcodecs/blosc"),
  lz4: () => import("numcodecs/lz4"),
};

/** What undoes one of the codecs that `isByteCodec` names. @param cells of a chunk */
export async function byteCodec(codec: CodecMetadata, cells: number): Promise<ByteDecoder> {
  const name = plainName(codec.name);
  if (name === "shuffle") return (bytes) => unshuffle(bytes, codec);
  if (name === "packbits") return (bytes) => unpackBits(bytes, cells);
  if (/32/.test(name)) {
    const { withoutChecksum } = await import("./zarr-checksums.ts");
    return (bytes) => withoutChecksum(name, bytes, codec.configuration.location);
  }
  return (bytes, most) => decompress(name, bytes, most, (input) => decodeCompiled(name, input));
}

/** The cells stay where they are. */
export function transposed({ data, shape, stride }: ArrayChunk, order: readonly number[]): ArrayChunk {
  const undone = (lengths: readonly number[]) => order.map((_, axis) => lengths[order.indexOf(axis)]);
  return { data, shape: undone(shape), stride: undone(stride) };
}

/** Has what is compiled of some codecs ready, where the host has none of its own. */
export async function loadCompiled(codecs: readonly CodecMetadata[]): Promise<void> {
  for (const { name } of codecs) {
    const plain = plainName(name);
    if (!(plain === "zstd" && nodeDecoder("zstd"))) await (await COMPILED[plain]?.())?.default.ready?.();
  }
}

/** Loads it when it is needed: Node has some of its own. */
async function decodeCompiled(name: string, bytes: Uint8Array): Promise<unknown> {
  const { default: codec } = await COMPILED[name]();
  return codec.fromConfig(ANY_SETTINGS).decode(bytes);
}
