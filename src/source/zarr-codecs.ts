import { registry } from "zarrita";
import { rastrumError } from "../errors.ts";
import { cellCount, cStrides } from "./copy-cells.ts";
import { halfToFloat32 } from "./half.ts";
import { nodeDecoder } from "./node-zlib.ts";
import type { CellArray } from "./source.ts";
import { decompress } from "./zarr-decompress.ts";
import type { CodecMetadata } from "./zarr-metadata.ts";

/** A decoded chunk; the strides need not be C order. Text is a list of strings. */
export interface DecodedChunk {
  readonly data: CellArray | readonly string[];
  readonly strides: readonly number[];
}

/** Turns the bytes of one chunk into cells: float16 as float32, bool as 0 and 1. Throws what went wrong, untagged. */
export type Decoder = (bytes: Uint8Array) => Promise<DecodedChunk>;

interface ArrayChunk {
  data: unknown;
  shape: number[];
  stride: number[];
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
  readonly fillValue: null;
}

/** Filters that only prepare cells for compression: nothing to undo. */
const NOTHING_TO_UNDO = new Set(["bitround", "numcodecs.bitround", "numcodecs.quantize"]);
/** Codecs from bytes to bytes; all others of zarrita know the shape and the type of the chunk. */
const BYTES_TO_BYTES = /^(numcodecs\.)?(zstd|blosc|lz4|gzip|zlib|crc32c)$/;
/** Only encoders need settings; these keep constructors content that check them. */
const ANY_SETTINGS = { level: 1, clevel: 5, cname: "lz4", shuffle: 1, blocksize: 0, acceleration: 1 };
/** WebAssembly, loaded when met. Named here, not only by zarrita, to be bundled and mended: scripts/mend-numcodecs.mjs. */
const COMPILED: Record<string, () => Promise<{ default: { fromConfig(settings: object): CodecInstance } }>> = {
  zstd: () => import("numcodecs/zstd"),
  blosc: () => import("numcodecs/blosc"),
  lz4: () => import("numcodecs/lz4"),
};
const TYPE_BYTES: Record<string, number> = {
  bool: 1, int8: 1, uint8: 1, int16: 2, uint16: 2, float16: 2, int32: 4, uint32: 4, float32: 4, int64: 8, uint64: 8, float64: 8,
}; // biome-ignore format: one table
/** A chunk of text has no size of its own; more than this is not believed. */
const MOST_TEXT_BYTES = 64 * 2 ** 20;

/** @throws `unsupported` where a codec is not known. */
export function checkCodecs(path: string, codecs: readonly CodecMetadata[]): void {
  for (const { name } of codecs) {
    if (NOTHING_TO_UNDO.has(name) || name === "numcodecs.crc32c" || registry.has(name)) continue;
    const message = `${path} is stored with the codec ${name}, which is not supported; known ones: ${codecNames()}.`;
    throw rastrumError("unsupported", message, { what: `the codec ${name}` });
  }
}

function codecNames(): string {
  return [...registry.keys()].filter((name) => !name.includes(".")).join(", ");
}

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

/** @param dataType as in the metadata. @param shape of one chunk; one of no axis holds one cell. */
export async function createDecoder(
  dataType: string,
  shape: readonly number[],
  codecs: readonly CodecMetadata[],
): Promise<Decoder> {
  // Bytes and half floats are read as the integers that they are stored as: a host may lack Float16Array.
  const readAs: Record<string, string> = { bool: "uint8", float16: "uint16" };
  const arithmetic = codecs.some(({ name }) => /delta|scale_offset|cast_value/.test(name));
  if (dataType === "float16" && arithmetic && !("Float16Array" in globalThis)) {
    throw rastrumError("unsupported", "float16 cells behind an arithmetic codec need a host that has Float16Array.", {
      what: "float16 cells behind an arithmetic codec",
    });
  }
  const storedAs = arithmetic ? dataType : (readAs[dataType] ?? dataType);
  const pipeline = await loadCodecs({ dataType: storedAs, shape, codecs, fillValue: null });
  const exactly = decodedBytes(pipeline.encodedType, shape);
  return async (bytes) => {
    let left = bytes;
    for (const codec of pipeline.bytesToBytes) left = await codec(left, exactly ?? MOST_TEXT_BYTES);
    if (exactly !== null && left.byteLength !== exactly) {
      throw new Error(`${left.byteLength} bytes came out, not the ${exactly} of a chunk of ${shape.join(" × ")} cells`);
    }
    // zarrita's text codec reads from the start of the buffer, whatever part of it the bytes are.
    const own = exactly === null ? left.slice() : left;
    let chunk = (await pipeline.arrayToBytes.decode(own)) as ArrayChunk;
    for (const codec of pipeline.arrayToArray) chunk = (await codec.decode(chunk)) as ArrayChunk;
    return { data: finish(chunk, dataType, cellCount(shape)), strides: chunk.stride };
  };
}

interface Pipeline {
  readonly arrayToArray: readonly CodecInstance[];
  readonly arrayToBytes: CodecInstance;
  readonly bytesToBytes: readonly ((bytes: Uint8Array, decodedBytes: number) => Promise<Uint8Array>)[];
  /** The type that the bytes hold, where a codec casts. */
  readonly encodedType: string;
}

/** zarrita's codecs in the order of decoding; its own pipeline has no bounds and is not exported. */
async function loadCodecs(chunk: ChunkMeta): Promise<Pipeline> {
  const arrayToArray: CodecInstance[] = [];
  const bytesToBytes: Pipeline["bytesToBytes"][number][] = [];
  let arrayToBytes: CodecInstance | undefined;
  let meta = chunk;
  for (const { name, configuration } of chunk.codecs) {
    if (NOTHING_TO_UNDO.has(name)) continue;
    const plain = BYTES_TO_BYTES.exec(name)?.[2];
    if (plain) {
      bytesToBytes.unshift((bytes, most) => decompress(plain, bytes, most, (input) => decodeCompiled(plain, input)));
      continue;
    }
    const codec = await loadCodec(name, configuration, meta);
    if (codec.kind === "array_to_array") arrayToArray.unshift(codec);
    else if (codec.kind === "array_to_bytes") arrayToBytes = codec;
    else bytesToBytes.unshift(async (bytes) => (await codec.decode(bytes)) as Uint8Array);
    meta = codec.getEncodedMeta?.(meta) ?? meta;
  }
  arrayToBytes ??= await loadCodec("bytes", { endian: "little" }, meta);
  return { arrayToArray, arrayToBytes, bytesToBytes, encodedType: meta.dataType };
}

/** Loads it when it is needed: Node has some of its own. */
async function decodeCompiled(name: string, bytes: Uint8Array): Promise<unknown> {
  const { default: codec } = await COMPILED[name]();
  return codec.fromConfig(ANY_SETTINGS).decode(bytes);
}

/** Loads what is compiled of some codecs, where the host has none of its own. */
export async function loadCompiled(codecs: readonly CodecMetadata[]): Promise<void> {
  for (const { name } of codecs) {
    const plain = name.replace("numcodecs.", "");
    if (!(plain === "zstd" && nodeDecoder("zstd"))) await COMPILED[plain]?.();
  }
}

async function loadCodec(name: string, configuration: unknown, meta: ChunkMeta): Promise<CodecInstance> {
  const load = registry.get(name) ?? registry.get(name.replace("numcodecs.", ""));
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
  if (dataType === "bool") return (data as Uint8Array).map((byte) => (byte === 0 ? 0 : 1));
  if (dataType !== "float16") return data as CellArray;
  return data instanceof Uint16Array ? halfToFloat32(data) : Float32Array.from(data as Float32Array);
}

/** A chunk that the store lacks: every cell the fill value; numbers only. */
export function filledChunk(data: CellArray, shape: readonly number[], fillValue: unknown): DecodedChunk {
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) {
    data.fill(typeof fillValue === "bigint" ? fillValue : 0n);
  } else {
    data.fill(typeof fillValue === "number" ? fillValue : fillValue === true ? 1 : 0);
  }
  return { data, strides: cStrides(shape) };
}
