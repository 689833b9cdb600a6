/**
 * A Vite plugin that puts the decoders of numcodecs in place of its codecs: their WebAssembly, the fastest of those measured
 * (bench/README.md), without what only compressing needs, and without Emscripten's JavaScript, which is slow to start, copies
 * bytes one at a time and makes functions from text, as no Content Security Policy should have to allow. What decodes stays
 * as it is, but in smaller functions (split-functions.mjs); src/source/compiled-decoder.ts calls it.
 */
import { fileURLToPath } from "node:url";

export function numcodecsDecoders() {
  return {
    name: "numcodecs-decoders",
    async transform(code, id) {
      const [, codec] = /[\\/]numcodecs[\\/]dist[\\/](zstd|blosc|lz4)\.js$/.exec(id) ?? [];
      if (codec) return { code: await moduleOf(code, codec), map: { mappings: "" } };
    },
  };
}

/** In place of a codec's module. */
async function moduleOf(code, codec) {
  const { decoder } = await import("./decoder-wasm.mjs"); // with binaryen, which takes a second to load
  const from = JSON.stringify(fileURLToPath(new URL("../src/source/compiled-decoder.ts", import.meta.url)));
  const base64 = Buffer.from(decoder(code, codec)).toString("base64");
  return `import { compiledDecoder } from ${from};\nexport default compiledDecoder("${codec}", "${base64}");`;
}
