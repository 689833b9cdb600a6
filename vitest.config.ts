import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { chromiumLaunchOptions } from "./scripts/chromium.mjs";
import { compiledWasm } from "./scripts/compiled-wasm.mjs";
import { webgpuEnv } from "./scripts/webgpu-env.mjs";

const parity = "test/parity/**/*.test.ts";
const dawnOnly = "**/*.gpu.test.ts";
const exclude = ["**/node_modules/**", "dist/**"];

/** Without a browser Playwright says so itself, and only the browser project fails. */
const launchOptions = await chromiumLaunchOptions().catch(() => ({}));

/** For Dawn, also in the processes that tests start; without an adapter the setup of `dawn` says so. */
const env = await webgpuEnv().catch(() => ({}));

/** Known from the start, since a package met late makes the pages load again in the middle of a test. */
const bundled = [
  ...Object.keys(JSON.parse(readFileSync("package.json", "utf8")).dependencies),
  ...["zstd", "blosc", "lz4"].map((codec) => `numcodecs/${codec}`),
  "fast-check",
];

/**
 * `unit` runs in Node, `dawn` in Node with Chrome's WebGPU (npm `webgpu`), `browser` in real Chromium,
 * `demo` in Node, driving whole pages in Chromium.
 * A file of test/parity runs in both `dawn` and `browser`, a `*.gpu.test.ts` wherever it lies in `dawn` alone.
 */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [compiledWasm()],
        test: {
          name: "unit",
          env,
          include: ["test/*.test.ts", "test/{unit,property,conformance,cli}/**/*.test.ts"],
          exclude: [...exclude, dawnOnly],
          testTimeout: 30_000, // on a machine that does other work, too
        },
      },
      {
        plugins: [compiledWasm()],
        test: {
          name: "dawn",
          env,
          include: [parity, dawnOnly],
          exclude,
          pool: "forks",
          setupFiles: ["test/helpers/dawn.ts"],
          testTimeout: 30_000,
        },
      },
      {
        plugins: [compiledWasm()],
        resolve: { alias: { rastrum: fileURLToPath(new URL("src/index.ts", import.meta.url)) } }, // as the demo has it
        test: {
          name: "demo",
          include: ["test/demo/**/*.test.ts"],
          exclude,
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [compiledWasm()],
        optimizeDeps: { include: bundled },
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts", parity],
          exclude: [...exclude, dawnOnly],
          fileParallelism: false, // pages share one GPU process
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: "chromium" }],
            provider: playwright({ launchOptions }),
          },
        },
      },
    ],
  },
});
