import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";

/** `npm run fuzz` makes 10,000. */
const inputs = process.env.RASTRUM_FUZZ_INPUTS ?? "1500";
const script = join(import.meta.dirname, "../../scripts/fuzz.mjs");

it(`${inputs} changed files of all formats end in tables or tagged errors`, async () => {
  const folder = await mkdtemp(join(tmpdir(), "rastrum-fuzz-test-"));
  const { stdout } = await promisify(execFile)(process.execPath, [script, inputs, "--out", folder], {
    timeout: 290_000,
  }).catch((error: { stdout?: string; message: string }) => {
    throw new Error(error.stdout || error.message);
  });
  await rm(folder, { recursive: true });
  expect(stdout.trim().split("\n").at(-1)).toMatch(new RegExp(`^${inputs} inputs, \\d+ s, 0 faults$`));
  for (const parser of ["tiff", "zarr v2", "zarr v3", "kerchunk", "zip", "geoparquet", "flatgeobuf", "csv", "crs"]) {
    expect(stdout).toMatch(new RegExp(`^${parser} .*\\bread [1-9]`, "m"));
  }
}, 300_000);
