import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { chromiumLaunchOptions } from "./scripts/chromium.mjs";

const parity = ["test/parity/**/*.test.ts", "**/*.gpu.test.ts"];
const exclude = ["**/node_modules/**", "dist/**"];

/** Without a browser Playwright says so itself, and only the browser project fails. */
const launchOptions = await chromiumLaunchOptions().catch(() => ({}));

/**
 * `unit` runs in Node, `dawn` in Node with Chrome's WebGPU (npm `webgpu`), `browser` in real Chromium.
 * A file of test/parity runs in both of the latter. `npm test` sets the environment that `dawn` needs.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/{unit,property,conformance,cli}/**/*.test.ts"],
          exclude: [...exclude, "**/*.gpu.test.ts"],
        },
      },
      {
        test: {
          name: "dawn",
          include: parity,
          exclude,
          pool: "forks",
          setupFiles: ["test/helpers/dawn.ts"],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts", ...parity],
          exclude,
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
