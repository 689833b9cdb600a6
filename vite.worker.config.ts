import { defineConfig } from "vite";
import { mendNumcodecs } from "./scripts/mend-numcodecs.mjs";
import { workerFile } from "./scripts/worker-file.mjs";

/** dist/worker.js: all that a worker needs, with its packages inside, since a page's import map does not hold in workers. */
export default defineConfig({
  publicDir: false,
  plugins: [mendNumcodecs(), workerFile()],
  build: {
    target: "es2022",
    sourcemap: true,
    minify: false,
    emptyOutDir: false,
    lib: { entry: { worker: "src/worker/worker.ts" }, formats: ["es"] },
    rolldownOptions: { external: [/^node:/], output: { chunkFileNames: "chunks/worker-[name]-[hash].js" } },
  },
});
