import { chmodSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { createOutput } from "../../../src/cli/output.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rastrum-output-"));
});

it("shows a file only once it is committed", async () => {
  const path = join(folder, "x.csv");
  const output = createOutput(path);
  await output.write(["a\n", "é\n"]);
  expect(readdirSync(folder)).not.toContain("x.csv");
  output.commit();
  output.discard();
  expect(readdirSync(folder)).toEqual(["x.csv"]);
  expect(readFileSync(path, "utf8")).toBe("a\né\n");
});

it("keeps the file that was there where the work fails", async () => {
  const path = join(folder, "x.csv");
  writeFileSync(path, "before");
  const output = createOutput(path);
  await output.write(["half"]);
  output.discard();
  expect(readdirSync(folder)).toEqual(["x.csv"]);
  expect(readFileSync(path, "utf8")).toBe("before");
});

it("writes bytes and long texts whole", async () => {
  const path = join(folder, "x.bin");
  const output = createOutput(path);
  await output.write(["ä".repeat(100_000), Uint8Array.of(0, 255)]);
  output.commit();
  const bytes = readFileSync(path);
  expect(bytes.length).toBe(200_002);
  expect([...bytes.subarray(-3)]).toEqual([0xa4, 0, 255]);
});

it("follows a link instead of replacing it", async () => {
  writeFileSync(join(folder, "real.csv"), "before");
  symlinkSync("real.csv", join(folder, "link.csv"));
  const output = createOutput(join(folder, "link.csv"));
  await output.write(["after"]);
  output.commit();
  expect(readFileSync(join(folder, "real.csv"), "utf8")).toBe("after");
});

it("writes to a device as it is", async () => {
  const output = createOutput("/dev/null");
  await output.write(["x"]);
  output.commit();
  output.discard();
});

it("says at once why a path cannot be written", () => {
  writeFileSync(join(folder, "file"), "");
  const fault = (path: string) => () => createOutput(join(folder, path));
  expect(fault("none/x.csv")).toThrow(`Cannot write ${folder}/none/x.csv: there is no such folder.`);
  expect(fault("file/x.csv")).toThrow(`Cannot write ${folder}/file/x.csv: a part of the path is not a folder.`);
  expect(fault(".")).toThrow("it is a folder");
});

const superuser = process.getuid?.() === 0;
if (superuser) console.warn("Skipped: that a protected file is not replaced, since the superuser may replace it.");
it.skipIf(superuser)("does not replace a protected file (skipped for the superuser, who may)", () => {
  const path = join(folder, "x.csv");
  writeFileSync(path, "");
  chmodSync(path, 0o444);
  expect(() => createOutput(path)).toThrow(`Cannot write ${path}: it is not allowed.`);
});
