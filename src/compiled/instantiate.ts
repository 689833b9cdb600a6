/**
 * What a module of wasm/ exports, from its base64 (`?compiled`, scripts/compiled-wasm.mjs).
 * @throws where the host has no WebAssembly, or none of 128 bits, or a policy forbids it.
 */
export function instantiate<Exports>(base64: string): Exports {
  const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
  return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as Exports;
}
