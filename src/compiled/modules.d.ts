/** AssemblyScript as WebAssembly in base64: scripts/compiled-wasm.mjs. */
declare module "*?compiled" {
  const base64: string;
  export default base64;
}
