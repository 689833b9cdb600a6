import { bytesOfBase64 } from "./base64.ts";

/**
 * What a module of wasm/ exports, from its base64 (`?compiled`, scripts/compiled-wasm.mjs); `host` is what it declares as
 * external of "host".
 * @throws where the host has no WebAssembly, or none of 128 bits, or a policy forbids it.
 */
export function instantiate<Exports>(base64: string, host: WebAssembly.ModuleImports = {}): Exports {
  return new WebAssembly.Instance(new WebAssembly.Module(bytesOfBase64(base64)), { host }).exports as Exports;
}
