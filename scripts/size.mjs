/** What the library weighs, minified and gzipped, alone and with the dependencies that a bundler adds. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";

/** @returns {Promise<string>} One line: the entry, what it loads only when needed, and both with dependencies. */
export async function sizeReport(root) {
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const isDependency = new RegExp(`^(node:|webgpu$|(${Object.keys(dependencies).join("|")}|numcodecs)(/|$))`);
  const own = await bundle(root, isDependency);
  const whole = await bundle(root, /^(node:|webgpu$)/);
  const text = ({ entry, later }) => `${kB(entry)} + ${kB(later)} loaded later`;
  return `entry ${text(own)}; with its dependencies ${text(whole)} (minified, gzipped)`;
}

async function bundle(root, external) {
  const { output } = await build({
    root,
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      target: "es2022",
      minify: true,
      rolldownOptions: { input: join(root, "src/index.ts"), external, preserveEntrySignatures: "strict" },
    },
  });
  const first = new Set();
  const add = (chunk) => {
    if (!chunk || first.has(chunk)) return;
    first.add(chunk);
    for (const name of chunk.imports) add(output.find((other) => other.fileName === name));
  };
  add(output.find((chunk) => chunk.isEntry));
  const chunks = output.filter((chunk) => chunk.type === "chunk");
  const size = (list) => list.reduce((sum, chunk) => sum + gzipSync(chunk.code).byteLength, 0);
  return { entry: size([...first]), later: size(chunks.filter((chunk) => !first.has(chunk))) };
}

function kB(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
