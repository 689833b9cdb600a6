import { build, mergeConfig, type Plugin, type UserConfig } from "vite";
import { onlyOnce } from "./scripts/codec-files.mjs";
import { libraryBuild } from "./vite.config.ts";

/** dist/codec-NAME.js: large decoders, each with its WebAssembly inside; a build each, since none may share a chunk. */
const codecs = ["lerc", "webp"];

/**
 * Loaded by each worker by itself: better one file than ten. What decodes TIFFs, and compiled codecs, come when met; the
 * entry stays in dist/worker.js, since bundlers drop a file that is imported for nothing but what it does.
 */
const core = {
  name: "core",
  test: /[\\/](src[\\/](?!source[\\/]cog[\\/]|worker[\\/]worker\.ts)|robust-predicates)|rolldown.runtime/,
};

/** All that a worker needs, with its packages inside, since a page's import map does not hold in workers. */
function workerBuild(format: "es" | "cjs", extension: string): UserConfig {
  const chunks = `chunks/worker-[name]-[hash].${extension}`;
  return mergeConfig(libraryBuild({ worker: "src/worker/worker.ts" }, [/^node:/], chunks, format), {
    build: {
      emptyOutDir: false,
      rolldownOptions: {
        output: { codeSplitting: { groups: [core] } },
        checks: { ineffectiveDynamicImport: false }, // what the library loads later is here at once
      },
    },
  });
}

/** Besides the worker: the codecs, and dist/worker.cjs, the same for workers that the library starts in Node. */
function buildMore(): Plugin {
  let outDir: string;
  const add = (library: UserConfig, plugins: UserConfig["plugins"] = []) => {
    const settings = { outDir, emptyOutDir: false, sourcemap: false, minify: true };
    return build(mergeConfig(library, { configFile: false, logLevel: "warn", plugins, build: settings }));
  };
  return {
    name: "build-more",
    configResolved(config) {
      outDir = config.build.outDir;
    },
    async closeBundle() {
      for (const name of codecs) {
        const entry = { [`codec-${name}`]: `src/source/cog/codecs/${name}.ts` };
        await add(libraryBuild(entry, [/^node:/], "[name].js"), [onlyOnce()]);
      }
      await add(workerBuild("cjs", "cjs"));
    },
  };
}

/** dist/worker.js. */
export default mergeConfig(workerBuild("es", "js"), { plugins: [buildMore()] });
