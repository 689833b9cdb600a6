import { readFileSync } from "node:fs";
import { defineConfig } from "vite";

const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));

/** Not bundled: what package.json names, Node's own modules, and Dawn, which only Node users bring. */
const external = [...Object.keys(dependencies), "webgpu", "node"].map((name) => new RegExp(`^${name}([/:]|$)`));

/** The library (dist/index.js) and the CLI (dist/cli.js), which share chunks; shaders are inlined as text. */
export default defineConfig({
  publicDir: false,
  build: {
    target: "es2022",
    sourcemap: true,
    minify: false,
    lib: { entry: { index: "src/index.ts", cli: "src/cli/main.ts" }, formats: ["es"] },
    rolldownOptions: { external, output: { chunkFileNames: "chunks/[name]-[hash].js" } },
  },
});
