import { bytesOfBase64 } from "../compiled/base64.ts";
import { takeMemory } from "./spare-memory.ts";

/** What scripts/decoder-wasm.mjs leaves of a codec. Places and lengths are bytes. */
interface Codec {
  readonly memory: WebAssembly.Memory;
  start(): void;
  malloc(bytes: number): number;
  free(place: number): void;
  /** @param input its length in 32 bits, and the bytes. The result lies at `address` until it is released. */
  decompress(input: number): unknown;
  release(): void;
  readonly address: WebAssembly.Global<"i32">;
  readonly length: WebAssembly.Global<"i32">;
}

/** The builds have this in place of a class of numcodecs; tests that do not build have that, which does the same. */
export function compiledDecoder(name: string, base64: string) {
  let loading: Promise<Codec> | null = null;
  const ready = (): Promise<Codec> => {
    loading ??= load(base64).catch((error) => {
      loading = null; // what was missing may be there the next time: memory
      throw error;
    });
    return loading;
  };
  const decode = async (bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => {
    const awaited = ready();
    const codec = await awaited;
    if (awaited !== loading) return decode(bytes); // meanwhile damaged data came before these
    try {
      return run(codec, bytes);
    } catch {
      loading = null; // an exception of C++ or a trap; what it leaves behind, on the stack too, goes with the memory
      throw new Error(`the ${name} data is damaged, or too large for the memory there is`);
    }
  };
  return { fromConfig: () => ({ decode }), ready };
}

async function load(base64: string): Promise<Codec> {
  const { instance } = await WebAssembly.instantiate(bytesOfBase64(base64));
  const codec = instance.exports as unknown as Codec;
  codec.start();
  return codec;
}

function run(codec: Codec, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const input = codec.malloc(4 + bytes.byteLength);
  if (input === 0) throw new RangeError("no memory");
  new DataView(codec.memory.buffer).setUint32(input, bytes.byteLength, true);
  new Uint8Array(codec.memory.buffer).set(bytes, input + 4);
  codec.decompress(input);
  codec.free(input);
  const decoded = new Uint8Array(codec.memory.buffer, codec.address.value >>> 0, codec.length.value >>> 0);
  const output = takeMemory(decoded.byteLength);
  output.set(decoded);
  codec.release();
  return output;
}
