import { mergeConfig } from "vite";
import { libraryBuild } from "./vite.config.ts";

/** Loaded by each worker by itself: better one file than ten. What decodes TIFFs, and compiled codecs, come when met. */
const core = { name: "core", test: /[\\/](src[\\/](?!source[\\/]cog[\\/])|robust-predicates)|rolldown.runtime/ };

/** dist/worker.js: all that a worker needs, with its packages inside, since a page's import map does not hold in workers. */
export default mergeConfig(
  libraryBuild({ worker: "src/worker/worker.ts" }, [/^node:/], "chunks/worker-[name]-[hash].js"),
  { build: { emptyOutDir: false, rolldownOptions: { output: { codeSplitting: { groups: [core] } } } } },
);
