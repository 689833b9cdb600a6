import { readFileSync } from "node:fs";
import { defineConfig } from "vite";
import { codecFiles } from "./scripts/codec-files.mjs";
import { compiledWasm } from "./scripts/compiled-wasm.mjs";
import { numcodecsDecoders } from "./scripts/numcodecs-decoders.mjs";
import { workerFile } from "./scripts/worker-file.mjs";

const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));

/** Not bundled: what package.json names, Node's own modules, and Dawn, which only Node users bring. */
const external = [...Object.keys(dependencies), "webgpu", "node"].map((name) => new RegExp(`^${name}([/:]|$)`));

/** A build of dist/: modules as they are written, numcodecs inside. */
export function libraryBuild(
  entry: Record<string, string>,
  external: RegExp[],
  chunkFileNames: string,
  format: "es" | "cjs" = "es",
) {
  return defineConfig({
    publicDir: false,
    plugins: [numcodecsDecoders(), workerFile(), codecFiles(), compiledWasm()],
    build: {
      target: "es2022",
      sourcemap: true,
      minify: false,
      lib: { entry, formats: [format] },
      rolldownOptions: { external, output: { chunkFileNames }, checks: { pluginTimings: false } },
    },
  });
}

/** The library (dist/index.js) and the CLI (dist/cli.js), which share chunks; shaders are text. */
export default libraryBuild({ index: "src/index.ts", cli: "src/cli/main.ts" }, external, "chunks/[name]-[hash].js");
