import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { webgpuEnv } from "../../scripts/webgpu-env.mjs";

const root = join(import.meta.dirname, "../..");
const runner = join(root, "../shared/conformance/runner.mjs");
/** Of the 428 cases those with the rule `center` and the statistics that there are: the rest awaits other rules. */
const leastPasses = 71;

/** Counts of cases by the runner's last words; it imports the built dist/. */
function runCases(backend: string, env: Record<string, string>) {
  const options = { cwd: root, env: { ...process.env, ...env, RASTRUM_BACKEND: backend } };
  return new Promise<{ pass: number; fail: number; output: string }>((resolve, reject) => {
    execFile(process.execPath, [runner, "test/conformance/adapter.mjs", "--verbose"], options, (_, stdout, stderr) => {
      const counts = /pass: (\d+), fail: (\d+)/.exec(stdout);
      if (!counts) return reject(new Error(`${stdout}${stderr}`));
      resolve({ pass: Number(counts[1]), fail: Number(counts[2]), output: stdout });
    });
  });
}

async function expectPasses(backend: string, env: Record<string, string> = {}) {
  const { pass, fail, output } = await runCases(backend, env);
  expect(fail, output).toBe(0);
  expect(pass).toBeGreaterThanOrEqual(leastPasses);
}

if (existsSync(runner)) {
  it("the cases of shared/conformance on the CPU", { timeout: 120_000 }, () => expectPasses("cpu"));

  it("the cases of shared/conformance on WebGPU", { timeout: 300_000 }, async (context) => {
    const env = await webgpuEnv().catch((error: Error) => error);
    if (!(env instanceof Error)) return expectPasses("webgpu", env);
    if (process.env.REQUIRE_WEBGPU === "1") throw env;
    console.warn(`SKIPPED: the conformance cases on WebGPU. ${env.message}`);
    context.skip(env.message);
  });
} else {
  it.skip("SKIPPED: the conformance cases, since ../shared/conformance is not there");
  console.warn("SKIPPED: the conformance cases, since ../shared/conformance is not there.");
}
