import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** The library, then its worker and its codecs. */
const configs = ["vite.config.ts", "vite.worker.config.ts"];

/** What changes sources on their way. */
const plugins = ["numcodecs-decoders", "decoder-wasm", "registered-functions", "worker-file", "compiled-wasm"].map(
  (name) => `scripts/${name}.mjs`,
);

/** Builds dist/ where a source is newer. Throws where that fails. */
export function buildIfStale(root) {
  const outputs = ["index.js", "worker.js"].map((name) => join(root, "dist", name));
  const newest = newestSource(root);
  if (outputs.every((path) => existsSync(path) && newest <= statSync(path).mtimeMs)) return;
  const vite = join(root, "node_modules/vite/bin/vite.js");
  for (const config of configs) {
    const args = [vite, "build", "--config", config, "--logLevel", "warn"];
    const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
    if (status !== 0) throw new Error("The build failed, so there is nothing to measure.");
  }
}

function newestSource(root) {
  const files = ["src", "shaders", "wasm"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name)),
  );
  return Math.max(
    ...[...files, ...configs, ...plugins, "package.json"].map((path) => statSync(join(root, path)).mtimeMs),
  );
}
