/**
 * A Vite plugin: `import base64 from "….ts?compiled"` is the WebAssembly of that file, which is AssemblyScript (wasm/), so
 * that no compiled bytes are kept in the repository, and tests run what was written last.
 */
import { readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** Lanes of 128 bits, which all browsers have since 2023; no runtime, since nothing is allocated. */
const settings = ["--optimizeLevel", "2", "--noAssert", "--runtime", "stub", "--enable", "simd"];

/** @returns {Promise<Uint8Array>} */
async function compile(file) {
  const { main } = await import("assemblyscript/asc"); // large, and not wanted by every build
  let bytes = null;
  const keep = (_name, contents) => {
    bytes = contents;
  };
  const args = [relative(process.cwd(), file), "--outFile", "x.wasm", ...settings];
  const { error, stderr } = await main(args, { writeFile: keep });
  if (error) throw new Error(`${file} does not compile: ${stderr}`);
  return bytes;
}

const isSource = (file) => /[\\/]wasm[\\/][^\\/]+\.ts$/.test(file);

export function compiledWasm() {
  const known = new Map();
  return {
    name: "compiled-wasm",
    enforce: "pre",
    load: {
      filter: { id: /\?compiled$/ },
      async handler(id) {
        const [file] = id.split("?");
        for (const name of readdirSync(dirname(file))) this.addWatchFile(join(dirname(file), name));
        if (!known.has(file)) known.set(file, compile(file));
        return `export default ${JSON.stringify(Buffer.from(await known.get(file)).toString("base64"))};`;
      },
    },
    /** All is compiled again, since it may be made of the file that changed. */
    watchChange(file) {
      if (isSource(file)) known.clear();
    },
    hotUpdate({ file, modules }) {
      if (!isSource(file)) return;
      const loaded = [...this.environment.moduleGraph.idToModuleMap.values()];
      return [...modules, ...loaded.filter(({ id }) => id?.endsWith("?compiled"))];
    },
  };
}
