/**
 * Where the library finds its worker once built: sources say "./worker.ts", which the demo and the tests serve as it
 * is; in a build that is dist/worker.js, made by vite.worker.config.ts. Written so that bundlers of those who use the
 * library find the file too: `new Worker(new URL("…", import.meta.url), …)`. Node's is dist/worker.cjs.
 */
const source = /"\.\/worker\.ts(\?node)?"/g;
const pattern = "new Worker(new URL(";
/** Keeps Vite from bundling the worker into this build. */
const hidden = "new __Worker(new __URL(";

export function workerFile() {
  return {
    name: "worker-file",
    enforce: "pre",
    transform(code, id) {
      if (/[\\/]src[\\/]worker[\\/]spawn\.ts$/.test(id)) return { code: code.replaceAll(pattern, hidden), map: null };
    },
    renderChunk(code, { fileName }) {
      if (!code.includes(hidden)) return null;
      const up = "../".repeat(fileName.split("/").length - 1) || "./";
      const built = (_, ofNode) => JSON.stringify(`${up}worker.${ofNode ? "cjs" : "js"}`);
      return { code: code.replaceAll(hidden, pattern).replace(source, built), map: null };
    },
  };
}
