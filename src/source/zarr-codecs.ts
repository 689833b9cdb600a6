import { registry } from "zarrita";
import { rastrumError } from "../errors.ts";
import { cellCount } from "./copy-cells.ts";
import { halfToFloat32 } from "./half.ts";
import type { CellArray } from "./source.ts";
import { decodedBytes, isSharding, mostStoredBytes } from "./zarr-codec-sizes.ts";
import type { Decoder } from "./zarr-decoded.ts";
import type { CodecMetadata } from "./zarr-metadata.ts";

export interface ArrayChunk {
  readonly data: unknown;
  readonly shape: readonly number[];
  readonly stride: readonly number[];
}

interface CodecInstance {
  readonly kind?: string;
  decode(input: unknown): unknown;
  getEncodedMeta?(meta: ChunkMeta): ChunkMeta;
}

interface ChunkMeta {
  readonly dataType: string;
  readonly shape: readonly number[];
  readonly codecs: readonly CodecMetadata[];
  readonly fillValue: unknown;
}

/** Filters that only prepare cells for compression: nothing to undo. */
const NOTHING_TO_UNDO = new Set(["bitround", "numcodecs.bitround", "numcodecs.quantize"]);
/** A chunk of text has no size of its own; more than this is not believed. */
const MOST_TEXT_BYTES = 64 * 2 ** 20;
/** From bytes to bytes, here rather than in zarrita, whose shuffle takes elements for cells and which lacks the others. */
const OWN = ["shuffle", "packbits", "crc32c", "crc32", "adler32", "fletcher32"];
/** The same of what compresses, so that sizes are bounded. */
const COMPRESSORS = ["zstd", "blosc", "lz4", "gzip", "zlib"];
const MOST_SHARDS_WITHIN = 8;

/** @throws `unsupported` where a codec is not known, `invalid-metadata` where shards cannot be cut. */
export async function checkCodecs(
  path: string,
  codecs: readonly CodecMetadata[],
  shape: readonly number[],
  depth = 0,
): Promise<void> {
  for (const codec of codecs) {
    if (isSharding(codec) && depth < MOST_SHARDS_WITHIN) {
      const { encodedShape, shardingOf } = await import("./zarr-sharding.ts");
      const sharding = shardingOf(path, codec, encodedShape(path, codecs, shape));
      await checkCodecs(path, sharding.indexCodecs, sharding.indexShape, MOST_SHARDS_WITHIN);
      await checkCodecs(path, sharding.codecs, sharding.chunkShape, depth + 1);
    } else if (!isKnown(codec.name)) {
      const message = `${path} is stored with the codec ${codec.name}, which is not supported; known ones: ${codecNames()}.`;
      throw rastrumError("unsupported", message, { what: `the codec ${codec.name}` });
    }
  }
}

function isKnown(name: string): boolean {
  return NOTHING_TO_UNDO.has(name) || OWN.includes(plainName(name)) || registry.has(name);
}

/** Whether a codec is undone from bytes to bytes, by zarr-optional-codecs.ts. */
export function isByteCodec({ name }: CodecMetadata): boolean {
  return [...OWN, ...COMPRESSORS].includes(plainName(name));
}

export function plainName(name: string): string {
  return name.replace(/^numcodecs\./, "");
}

function codecNames(): string {
  const names = [...registry.keys()].filter((name) => !name.includes("."));
  return [...new Set([...names, ...OWN, "sharding_indexed"])].join(", ");
}

/**
 * @param dataType as in the metadata
 * @param shape of one chunk; one of no axis holds one cell
 * @param fillValue of chunks that a shard lacks
 */
export async function createDecoder(
  dataType: string,
  shape: readonly number[],
  codecs: readonly CodecMetadata[],
  fillValue: unknown,
): Promise<Decoder> {
  // Bytes and half floats are read as the integers that they are stored as: a host may lack Float16Array.
  const readAs: Record<string, string> = { bool: "uint8", float16: "uint16" };
  const arithmetic = codecs.some(({ name }) => /delta|scale_offset|cast_value/.test(name));
  if (dataType === "float16" && arithmetic && !("Float16Array" in globalThis)) {
    throw rastrumError("unsupported", "float16 cells behind an arithmetic codec need a host that has Float16Array.", {
      what: "float16 cells behind an arithmetic codec",
    });
  }
  // Shards have cells as they are meant, since one that is absent is made of the fill value.
  const storedAs = arithmetic || codecs.some(isSharding) ? dataType : (readAs[dataType] ?? dataType);
  const pipeline = await loadCodecs({ dataType: storedAs, shape, codecs, fillValue });
  const exactly = pipeline.sharded ? null : decodedBytes(pipeline.encodedType, shape);
  const most =
    exactly ??
    (pipeline.sharded ? await mostStoredBytes(decodedBytes(dataType, shape) ?? 0, shape, codecs) : MOST_TEXT_BYTES);
  return async (bytes) => {
    let left = bytes;
    for (const codec of pipeline.bytesToBytes) left = await codec(left, most);
    if (exactly !== null && left.byteLength !== exactly) {
      throw new Error(`${left.byteLength} bytes came out, not the ${exactly} of a chunk of ${shape.join(" × ")} cells`);
    }
    // zarrita's text codec reads from the start of the buffer, whatever part of it the bytes are.
    const own = exactly === null ? left.slice() : left;
    let chunk = await pipeline.arrayToBytes(own);
    for (const codec of pipeline.arrayToArray) chunk = await codec(chunk);
    return { data: finish(chunk, dataType, cellCount(shape)), strides: chunk.stride };
  };
}

/** Undoes a codec from bytes to bytes, of a chunk that takes so many in the end. */
export type ByteDecoder = (bytes: Uint8Array, decodedBytes: number) => Uint8Array | Promise<Uint8Array>;

interface Pipeline {
  /** All in the order of decoding. */
  readonly arrayToArray: ((chunk: ArrayChunk) => ArrayChunk | Promise<ArrayChunk>)[];
  arrayToBytes: (bytes: Uint8Array) => ArrayChunk | Promise<ArrayChunk>;
  readonly bytesToBytes: ByteDecoder[];
  /** The type that the bytes hold, where a codec casts. */
  encodedType: string;
  sharded: boolean;
}

/** zarrita's codecs and ours; its own pipeline has no bounds and is not exported. */
async function loadCodecs(chunk: ChunkMeta): Promise<Pipeline> {
  const pipeline: Pipeline = {
    arrayToArray: [],
    arrayToBytes: () => Promise.reject(new Error("no codec makes bytes of the cells")),
    bytesToBytes: [],
    encodedType: chunk.dataType,
    sharded: false,
  };
  let meta = chunk;
  let inBytes = false;
  for (const codec of chunk.codecs) {
    if (NOTHING_TO_UNDO.has(codec.name)) continue;
    if (isByteCodec(codec)) {
      const { byteCodec } = await import("./zarr-optional-codecs.ts");
      pipeline.bytesToBytes.unshift(await byteCodec(codec, cellCount(chunk.shape)));
    } else if (codec.name === "transpose") {
      const { transposeOrder, transposed } = await import("./zarr-optional-codecs.ts");
      const order = transposeOrder(codec, meta.shape.length);
      pipeline.arrayToArray.unshift((cells) => transposed(cells, order));
      meta = { ...meta, shape: order.map((axis) => meta.shape[axis]) };
    } else if (isSharding(codec)) {
      const [{ shardingOf }, { wholeShardDecoder }] = await Promise.all([
        import("./zarr-sharding.ts"),
        import("./zarr-whole-shard.ts"),
      ]);
      const decode = await wholeShardDecoder(
        shardingOf("", codec, meta.shape),
        meta.dataType,
        meta.fillValue,
        createDecoder,
      );
      const { shape } = meta;
      pipeline.arrayToBytes = async (bytes) => {
        const { data, strides } = await decode(bytes);
        return { data, shape, stride: strides };
      };
      [inBytes, pipeline.sharded] = [true, true];
    } else {
      const instance = await loadCodec(codec, meta);
      if (instance.kind === "array_to_array")
        pipeline.arrayToArray.unshift((cells) => instance.decode(cells) as ArrayChunk);
      else if (instance.kind === "array_to_bytes") {
        pipeline.arrayToBytes = (bytes) => instance.decode(bytes) as ArrayChunk;
        inBytes = true;
      } else pipeline.bytesToBytes.unshift((bytes) => instance.decode(bytes) as Uint8Array);
      meta = instance.getEncodedMeta?.(meta) ?? meta;
    }
  }
  pipeline.encodedType = meta.dataType;
  if (inBytes) return pipeline;
  const bytesCodec = await loadCodec({ name: "bytes", configuration: { endian: "little" } }, meta);
  return { ...pipeline, arrayToBytes: (bytes) => bytesCodec.decode(bytes) as ArrayChunk };
}

async function loadCodec({ name, configuration }: CodecMetadata, meta: ChunkMeta): Promise<CodecInstance> {
  const load = registry.get(name) ?? registry.get(plainName(name));
  if (!load) throw new Error(`unknown codec ${name}`);
  const entry = (await load()) as unknown as { fromConfig(configuration: unknown, meta: ChunkMeta): CodecInstance };
  return entry.fromConfig(configuration, meta);
}

/** Cells as the engine has them. zarrita's text arrays give strings by iteration. */
function finish(chunk: ArrayChunk, dataType: string, cells: number): CellArray | string[] {
  const data = chunk.data;
  if (!ArrayBuffer.isView(data)) {
    const texts = Array.from(data as Iterable<unknown>, String);
    if (texts.length === cells) return texts;
    throw new Error(`${texts.length} texts came out, not ${cells}`);
  }
  if (dataType === "bool" && !(data instanceof Uint8Array))
    throw new Error("a codec does not go with cells of the type bool");
  if (dataType === "bool") return (data as Uint8Array).map((byte) => (byte === 0 ? 0 : 1));
  if (dataType !== "float16") return data as CellArray;
  return data instanceof Uint16Array ? halfToFloat32(data) : Float32Array.from(data as Float32Array);
}
