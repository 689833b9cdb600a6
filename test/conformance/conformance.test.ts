import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { webgpuEnv } from "../../scripts/webgpu-env.mjs";

const root = join(import.meta.dirname, "../..");
const runner = join(root, "../shared/conformance/runner.mjs");
/**
 * Cases whose answers contradict what an invalid zone means here: even-odd in each polygon, and the union of polygons,
 * so that no cell is covered more than once. They hold coverages of 2 where parts overlap, or leave the overlap out.
 */
const contradictions = ["invalid/double-ring", "invalid/nested-multi", "invalid/overlapping-multi"];

const folder = mkdtempSync(join(tmpdir(), "rastrum-conformance-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A line of what the adapter writes. */
interface Answer {
  readonly id: string;
  readonly answer: string | readonly string[];
  readonly ran: readonly (readonly [backend: string, workers: string])[];
}

type Pool = "on" | "off";

interface Run {
  readonly cases: number;
  readonly pass: number;
  readonly failed: readonly string[];
  readonly output: string;
  readonly answers: readonly Answer[];
}

/** Counts of cases by the runner's last words, names of those that fail, and all answers; it imports the built dist/. */
function runCases(backend: string, pool: Pool, env: Record<string, string>) {
  const file = join(folder, `${backend}-${pool}`);
  const set = { RASTRUM_BACKEND: backend, RASTRUM_POOL: pool, RASTRUM_ANSWERS: file };
  const options = { cwd: root, env: { ...process.env, ...env, ...set } };
  return new Promise<Run>((resolve, reject) => {
    execFile(process.execPath, [runner, "test/conformance/adapter.mjs", "--verbose"], options, (_, stdout, stderr) => {
      const counts = /cases: (\d+), pass: (\d+)/.exec(stdout);
      if (!counts) return reject(new Error(`${stdout}${stderr}`));
      const failed = [...stdout.matchAll(/^(\S+) \n {4}/gm)].map(([, name]) => name).sort();
      const lines = readFileSync(file, "utf8").trimEnd().split("\n");
      const answers = lines.map((line): Answer => JSON.parse(line));
      resolve({ cases: Number(counts[1]), pass: Number(counts[2]), failed, output: stdout, answers });
    });
  });
}

/** Answers of the first run, which all others have to give too. */
let expected: Map<string, Answer["answer"]> | null = null;

/** Runs all cases with workers or without. */
async function expectPasses(backend: string, pool: Pool, env: Record<string, string> = {}) {
  const { cases, pass, failed, output, answers } = await runCases(backend, pool, env);
  expect(failed, output).toEqual(contradictions);
  expect(pass + failed.length).toBe(cases);
  expect(answers.length).toBe(cases);
  const ran = answers.flatMap((answer) => answer.ran);
  expect(new Set(ran.map(([, workers]) => workers))).toEqual(new Set([pool === "on" ? "2" : "none"]));
  const onBackend = ran.filter(([name]) => name === backend).length;
  expect(onBackend).toBeGreaterThan(ran.length / 3);
  const found = new Map(answers.map(({ id, answer }) => [id, answer]));
  expected ??= found;
  const others = [...found].filter(([id, answer]) => String(answer) !== String(expected?.get(id)));
  expect(others.map(([id]) => id)).toEqual([]);
  const counts = `${pass} of ${cases} pass, ${ran.length} tables, ${onBackend} on ${backend}`;
  console.info(
    `Conformance, ${backend}, pool ${pool}: ${counts}; answers other than the first run's: ${others.length}.`,
  );
}

if (existsSync(runner)) {
  for (const pool of ["off", "on"] as const) {
    it(`the cases of shared/conformance on the CPU, pool ${pool}`, { timeout: 120_000 }, () =>
      expectPasses("cpu", pool),
    );
  }
  for (const pool of ["off", "on"] as const) {
    it(`the same on WebGPU, pool ${pool}: the same bytes`, { timeout: 300_000 }, async (context) => {
      const env = await webgpuEnv().catch((error: Error) => error);
      if (!(env instanceof Error)) return expectPasses("webgpu", pool, env);
      if (process.env.REQUIRE_WEBGPU === "1") throw env;
      console.warn(`SKIPPED: the conformance cases on WebGPU. ${env.message}`);
      context.skip(env.message);
    });
  }
} else {
  it.skip("SKIPPED: the conformance cases, since ../shared/conformance is not there");
  console.warn("SKIPPED: the conformance cases, since ../shared/conformance is not there.");
}
