import { readFileSync } from "node:fs";
import { defineConfig } from "vite";
import { mendNumcodecs } from "./scripts/mend-numcodecs.mjs";
import { workerFile } from "./scripts/worker-file.mjs";

const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));

/** Not bundled: what package.json names, Node's own modules, and Dawn, which only Node users bring. */
const external = [...Object.keys(dependencies), "webgpu", "node"].map((name) => new RegExp(`^${name}([/:]|$)`));

/** The library (dist/index.js) and the CLI (dist/cli.js), which share chunks; shaders are text, numcodecs is inside. */
export default defineConfig({
  publicDir: false,
  plugins: [mendNumcodecs(), workerFile()],
  build: {
    target: "es2022",
    sourcemap: true,
    minify: false,
    lib: { entry: { index: "src/index.ts", cli: "src/cli/main.ts" }, formats: ["es"] },
    rolldownOptions: { external, output: { chunkFileNames: "chunks/[name]-[hash].js" } },
  },
});
