/**
 * Puts WebGPU (npm `webgpu`: Chrome's own Dawn) into Node: `navigator.gpu` and the GPU constants.
 * The setup file of the `dawn` project. A missing adapter is said aloud, and is a failure with REQUIRE_WEBGPU=1.
 */
import { create, globals } from "webgpu";

Object.assign(globalThis, globals);
const gpu = create([]);
const host = globalThis.navigator ?? {}; // Node 20 has no navigator
Object.defineProperty(host, "gpu", { value: gpu, configurable: true });
Object.defineProperty(globalThis, "navigator", { value: host, configurable: true });

const adapter = await gpu.requestAdapter();
if (!adapter) {
  const words = 'No WebGPU adapter in Node: run `npm test`, or `eval "$(node scripts/webgpu-env.mjs)"` first.';
  if (process.env.REQUIRE_WEBGPU === "1") throw new Error(words);
  console.warn(words);
}
