import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";

/** `npm run soak` makes 10,000. */
const jobs = process.env.RASTRUM_SOAK_JOBS ?? "2000";
const script = join(import.meta.dirname, "../../scripts/soak.mjs");

it(`${jobs} jobs cancelled at all moments leave nothing behind, and the process ends by itself`, async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [script, jobs], { timeout: 590_000 }).catch(
    (error: { stdout?: string; message: string }) => {
      throw new Error(error.stdout || error.message);
    },
  );
  expect(JSON.parse(stdout)).toMatchObject({ jobs: Number(jobs), failures: [] });
}, 600_000);
