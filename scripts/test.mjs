/**
 * `npm test`: every project of vitest.config.ts, after a build where dist/ is out of date (the CLI, the conformance
 * cases and the types' test run on it). Further arguments go to vitest. The last line is `N passed, N failed`.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { findChromium } from "./chromium.mjs";
import { webgpuEnv } from "./webgpu-env.mjs";

const root = dirname(import.meta.dirname);
process.chdir(root);

/** Runs a program of node_modules; its exit status. */
function run(script, ...args) {
  const env = { ...process.env, REQUIRE_WEBGPU: process.env.REQUIRE_WEBGPU ?? (process.env.CI ? "1" : "0") };
  return (
    spawnSync(process.execPath, [join(root, "node_modules", script), ...args], { stdio: "inherit", env }).status ?? 1
  );
}

function buildIsStale() {
  const outputs = ["dist/index.js", "dist/cli.js", "dist/worker.js", "dist/worker.cjs", "dist/types/index.d.ts"];
  if (!outputs.every(existsSync)) return true;
  const built = Math.min(...outputs.map((path) => statSync(path).mtimeMs));
  const sources = ["src", "shaders", "wasm"].flatMap((folder) =>
    readdirSync(folder, { recursive: true }).map((name) => join(folder, name)),
  );
  const names = [
    "numcodecs-decoders.mjs",
    "decoder-wasm.mjs",
    "registered-functions.mjs",
    "worker-file.mjs",
    "codec-files.mjs",
    "compiled-wasm.mjs",
  ];
  const makers = names.map((name) => join("scripts", name));
  const settings = ["vite.config.ts", "vite.worker.config.ts", "tsconfig.build.json", "package.json"];
  return [...sources, ...makers, ...settings].some((path) => statSync(path).mtimeMs > built);
}

try {
  await findChromium();
  await webgpuEnv();
} catch (error) {
  console.error(`Tests need a browser and a WebGPU adapter. ${error.message}`);
  process.exit(1);
}

if (buildIsStale()) {
  const status =
    run("vite/bin/vite.js", "build") ||
    run("vite/bin/vite.js", "build", "--config", "vite.worker.config.ts") ||
    run("typescript/bin/tsc", "-p", "tsconfig.build.json");
  if (status !== 0) process.exit(status);
}

const reporters = ["--reporter=default", "--reporter=scripts/plain-reporter.mjs"];
process.exit(run("vitest/vitest.mjs", "run", ...reporters, ...process.argv.slice(2)));
