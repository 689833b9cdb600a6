import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { webgpuEnv } from "../../scripts/webgpu-env.mjs";

const root = join(import.meta.dirname, "../..");
const runner = join(root, "../shared/conformance/runner.mjs");
/**
 * Cases whose answers contradict what an invalid zone means here: even-odd in each polygon, and the union of polygons,
 * so that no cell is covered more than once. They hold coverages of 2 where parts overlap, or leave the overlap out.
 */
const contradictions = ["invalid/double-ring", "invalid/nested-multi", "invalid/overlapping-multi"];

/** Counts of cases by the runner's last words, and the names of those that fail; it imports the built dist/. */
function runCases(backend: string, env: Record<string, string>) {
  const options = { cwd: root, env: { ...process.env, ...env, RASTRUM_BACKEND: backend } };
  return new Promise<{ cases: number; pass: number; failed: string[]; output: string }>((resolve, reject) => {
    execFile(process.execPath, [runner, "test/conformance/adapter.mjs", "--verbose"], options, (_, stdout, stderr) => {
      const counts = /cases: (\d+), pass: (\d+)/.exec(stdout);
      if (!counts) return reject(new Error(`${stdout}${stderr}`));
      const failed = [...stdout.matchAll(/^(\S+) \n {4}/gm)].map(([, name]) => name).sort();
      resolve({ cases: Number(counts[1]), pass: Number(counts[2]), failed, output: stdout });
    });
  });
}

async function expectPasses(backend: string, env: Record<string, string> = {}) {
  const { cases, pass, failed, output } = await runCases(backend, env);
  expect(failed, output).toEqual(contradictions);
  expect(pass + failed.length).toBe(cases);
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
