import { build, mergeConfig, type Plugin } from "vite";
import { onlyOnce } from "./scripts/codec-files.mjs";
import { libraryBuild } from "./vite.config.ts";

/** dist/codec-NAME.js: large decoders, each with its WebAssembly inside; a build each, since none may share a chunk. */
const codecs = ["lerc", "webp"];

function buildCodecs(): Plugin {
  let outDir: string;
  return {
    name: "build-codecs",
    configResolved(config) {
      outDir = config.build.outDir;
    },
    async closeBundle() {
      for (const name of codecs) {
        const entry = { [`codec-${name}`]: `src/source/cog/codecs/${name}.ts` };
        const settings = { outDir, emptyOutDir: false, sourcemap: false, minify: true };
        const library = libraryBuild(entry, [/^node:/], "[name].js");
        await build(
          mergeConfig(library, { configFile: false, logLevel: "warn", plugins: [onlyOnce()], build: settings }),
        );
      }
    },
  };
}

/**
 * Loaded by each worker by itself: better one file than ten. What decodes TIFFs, and compiled codecs, come when met; the
 * entry stays in dist/worker.js, since bundlers drop a file that is imported for nothing but what it does.
 */
const core = {
  name: "core",
  test: /[\\/](src[\\/](?!source[\\/]cog[\\/]|worker[\\/]worker\.ts)|robust-predicates)|rolldown.runtime/,
};

/** dist/worker.js: all that a worker needs, with its packages inside, since a page's import map does not hold in workers. */
export default mergeConfig(
  libraryBuild({ worker: "src/worker/worker.ts" }, [/^node:/], "chunks/worker-[name]-[hash].js"),
  {
    plugins: [buildCodecs()],
    build: {
      emptyOutDir: false,
      rolldownOptions: {
        output: { codeSplitting: { groups: [core] } },
        checks: { ineffectiveDynamicImport: false }, // what the library loads later is here at once
      },
    },
  },
);
