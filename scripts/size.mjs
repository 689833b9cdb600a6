/** What the library weighs, minified and gzipped, alone and with the dependencies that a bundler adds. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { compiledWasm } from "./compiled-wasm.mjs";
import { numcodecsDecoders } from "./numcodecs-decoders.mjs";

/** What a page imports that takes zonal statistics of a Zarr. */
const CORE = ["openZarr", "zonalStats", "createEngine"];

/**
 * @returns {Promise<{ core: number, beyond: string[], lines: string[] }>} Bytes that a page of `CORE` loads before its
 * first job, beside the dependencies; files that the plainest job loads beyond these; a line each on the core and on all
 * of the library: the entry, and what it loads only when needed.
 */
export async function sizeReport(root) {
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const isDependency = new RegExp(`^(node:|webgpu$|(${Object.keys(dependencies).join("|")}|numcodecs)(/|$))`);
  const own = await bundle(root, `export { ${CORE.join(", ")} }`, isDependency);
  const all = await bundle(root, "export *", isDependency);
  const whole = await bundle(root, "export *", /^(node:|webgpu$)/);
  const text = ({ entry, later }) => `${kB(entry)} + ${kB(later)} loaded later`;
  const lines = [
    `${CORE.join(", ")}: entry ${text(own)} (minified, gzipped)`,
    `all of it: entry ${text(all)}; with its dependencies ${text(whole)}`,
  ];
  return { core: own.entry, beyond: loadedByPlainJob(root, own).filter((name) => !own.first.includes(name)), lines };
}

/** Sizes of what an entry made of some of the exports loads at once, and of what it loads later. */
async function bundle(root, exported, external) {
  const entry = {
    name: "entry",
    resolveId: (id) => (id === "virtual:entry" ? id : null),
    load: (id) => (id === "virtual:entry" ? `${exported} from ${JSON.stringify(join(root, "src/index.ts"))};` : null),
  };
  const { output } = await build({
    root,
    configFile: false,
    logLevel: "silent",
    plugins: [entry, numcodecsDecoders(), compiledWasm()],
    ssr: { noExternal: true },
    build: {
      ssr: true, // a build for pages adds Vite's own helper to each import(), which is none of the library
      write: false,
      target: "es2022",
      minify: true,
      rolldownOptions: { input: "virtual:entry", external, preserveEntrySignatures: "strict" },
    },
  });
  const first = new Set();
  const add = (chunk) => {
    if (!chunk || first.has(chunk)) return;
    first.add(chunk);
    for (const name of chunk.imports) add(output.find((other) => other.fileName === name));
  };
  add(output.find((chunk) => chunk.isEntry));
  const later = output.filter((chunk) => chunk.type === "chunk" && !first.has(chunk));
  const size = (list) => list.reduce((sum, chunk) => sum + gzipSync(chunk.code).byteLength, 0);
  const names = [...first].map((chunk) => chunk.fileName);
  return { entry: size([...first]), later: size(later), first: names, chunks: [...first, ...later] };
}

/** Names of the files of a bundle that scripts/plain-job.mjs loads; they must lie where the dependencies are found. */
function loadedByPlainJob(root, { chunks, first: [entry] }) {
  const folder = mkdtempSync(join(root, "node_modules", ".size-"));
  try {
    for (const { fileName, code } of chunks) {
      const path = join(folder, fileName);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `${code};(globalThis.loadedFiles ??= []).push(${JSON.stringify(fileName)});`);
    }
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    const job = [join(root, "scripts/plain-job.mjs"), pathToFileURL(join(folder, entry)).href];
    return JSON.parse(execFileSync(process.execPath, job, { encoding: "utf8" }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function kB(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
