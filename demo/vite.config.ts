import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { compiledWasm } from "../scripts/compiled-wasm.mjs";
import { numcodecsDecoders } from "../scripts/numcodecs-decoders.mjs";

/** In the page, and in its workers. */
const plugins = () => [numcodecsDecoders(), compiledWasm()];
/** Workers have at once what pages load later. */
const rolldownOptions = { checks: { pluginTimings: false, ineffectiveDynamicImport: false } };

/** `npm start` serves the demo; a build of it is a folder of static files that works below any path. */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  plugins: plugins(),
  appType: "mpa", // a file that is missing is a 404, not the page: a store of chunks has to see the difference
  resolve: { alias: { rastrum: fileURLToPath(new URL("../src/index.ts", import.meta.url)) } },
  worker: { format: "es", plugins, rolldownOptions },
  build: { outDir: "dist", emptyOutDir: true, target: "es2022", rolldownOptions, chunkSizeWarningLimit: 2000 },
});
