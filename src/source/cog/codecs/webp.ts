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
  try {
    starting ??= start(module);
    const image = (await starting).decode(bytes);
    if (!image) throw new Error("the WebP data are damaged");
    return new Uint8Array(image.data.buffer, image.data.byteOffset, image.data.byteLength);
  } catch (error) {
    // What threw in the middle may have left anything behind.
    starting = null;
    throw error;
  }
}

function start(module: WebAssembly.Module): Promise<Decoder> {
  const instantiateWasm = (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => {
    // Not at once: browsers allow that only of small modules on a page's thread.
    void WebAssembly.instantiate(module, imports).then(done);
    return {};
  };
  return createModule({ noInitialRun: true, instantiateWasm } as never) as unknown as Promise<Decoder>;
}
