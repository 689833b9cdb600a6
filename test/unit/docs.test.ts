import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { docFaults, pairFaults } from "../../scripts/layout.mjs";

const root = join(import.meta.dirname, "../..");

it("every file that the documents name is there", () => {
  expect(docFaults(root)).toEqual([]);
});

it("every kernel has its shader and every shader its kernel", () => {
  expect(pairFaults(root)).toEqual([]);
});

it("a file that is not there is told", () => {
  const folder = mkdtempSync(join(tmpdir(), "docs-"));
  writeFileSync(
    join(folder, "README.md"),
    "See `src/a.ts`, `mean / count`, [b](docs/b.md#top) and [c](https://c.org/c.md).",
  );
  expect(docFaults(folder)).toEqual([
    "README.md names src/a.ts, which is not there",
    "README.md names docs/b.md, which is not there",
  ]);
});
