/** libwebp as Squoosh compiles it. */
import createModule from "@jsquash/webp/codec/dec/webp_dec.js";
import compiled from "@jsquash/webp/codec/dec/webp_dec.wasm?url&inline";
import { bytesOfDataUrl } from "./wasm-bytes.ts";

interface Decoder {
  decode(bytes: Uint8Array): { readonly data: Uint8ClampedArray<ArrayBuffer> } | null;
}

let compiling: Promise<WebAssembly.Module> | undefined;
let starting: Promise<Decoder> | null = null;

/** Compiles it. */
export function load(): Promise<WebAssembly.Module> {
  compiling ??= WebAssembly.compile(bytesOfDataUrl(compiled));
  return compiling;
}

/** Red, green, blue and alpha side by side, unmultiplied. The size is for the caller to check before. */
export async function decode(bytes: Uint8Array): Promise<Uint8Array> {
  const module = await load();
  starting ??= start(module);
  const image = decodeWith(await starting, bytes);
  if (!image) throw new Error("the WebP data are damaged");
  return new Uint8Array(image.data.buffer, image.data.byteOffset, image.data.byteLength);
}

/** What throws in the middle may leave anything behind: another is started. */
function decodeWith(decoder: Decoder, bytes: Uint8Array) {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    starting = null;
    throw error instanceof Error ? error : new Error("the WebP data are damaged");
  }
}

function start(module: WebAssembly.Module): Promise<Decoder> {
  return new Promise((resolve, reject) => {
    const instantiateWasm = (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => {
      // Not at once: browsers allow that only of small modules on a page's thread.
      WebAssembly.instantiate(module, imports).then(done, reject);
      return {};
    };
    const started = createModule({ noInitialRun: true, instantiateWasm } as never) as unknown as Promise<Decoder>;
    started.then(resolve, reject);
  });
}
