/**
 * Decoders that are large are files of their own, dist/codec-*.js, that hold all they need, made by vite.worker.config.ts:
 * they must not be part of dist/worker.js, nor of the one script that bundlers make of a worker. src/source/cog/load-codec.ts
 * imports their sources, which the demo and the tests serve as they are; in a build it imports the files by their address,
 * written so that bundlers copy them, and leave the import alone: `new URL("…", import.meta.url)` and two comments.
 */
const imported = /import\("\.\/codecs\/(\w+)\.ts"\)/g;
/** Keeps Vite from looking into it. */
const hidden = /__codec\("(\w+)"\)/g;

export function codecFiles() {
  return {
    name: "codec-files",
    enforce: "pre",
    transform(code, id) {
      if (/[\\/]cog[\\/]load-codec\.ts$/.test(id)) return { code: code.replace(imported, '__codec("$1")'), map: null };
    },
    renderChunk(code, { fileName }, { format }) {
      if (!code.includes("__codec(")) return null;
      const up = "../".repeat(fileName.split("/").length - 1) || "./";
      const load =
        format === "cjs"
          ? `import("${up}codec-$1.js")` // no bundler sees it
          : `import(/* @vite-ignore */ /* webpackIgnore: true */ new URL("${up}codec-$1.js", import.meta.url).href)`;
      return { code: code.replace(hidden, load), map: null };
    },
  };
}

/** The WebAssembly of WebP is given to its glue, which else would have it once more. */
export function onlyOnce() {
  const address = 'new URL("webp_dec.wasm",import.meta.url).href';
  return {
    name: "only-once",
    enforce: "pre",
    transform(code, id) {
      if (!/[\\/]webp_dec\.js$/.test(id)) return null;
      if (!code.includes(address)) throw new Error(`${id}: ${address} is not in it any more`);
      return { code: code.replace(address, '""'), map: null };
    },
  };
}
