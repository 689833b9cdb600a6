import { mergeConfig } from "vite";
import { libraryBuild } from "./vite.config.ts";

/** dist/worker.js: all that a worker needs, with its packages inside, since a page's import map does not hold in workers. */
export default mergeConfig(
  libraryBuild({ worker: "src/worker/worker.ts" }, [/^node:/], "chunks/worker-[name]-[hash].js"),
  { build: { emptyOutDir: false } },
);
