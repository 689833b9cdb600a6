import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { importFaults } from "../../scripts/layout.mjs";

it("imports go only up the listing", () => {
  expect(importFaults(join(import.meta.dirname, "../.."))).toEqual([]);
});

it("an import that goes down, a folder of no place and a demo that reaches inside are told", () => {
  const root = mkdtempSync(join(tmpdir(), "layout-"));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write("src/grid/grid.ts", 'import { rastrumError } from "../errors.ts";\nimport type { A } from "../ops/a.ts";');
  write("src/ops/a.ts", 'import { grid } from "../grid/grid.ts";\nawait import("../cli/main.ts");');
  write("src/helpers/b.ts", "");
  write("demo/main.ts", 'import { openZarr } from "rastrum";\nimport "../src/errors.ts";');
  expect(importFaults(root).sort()).toEqual([
    'demo/main.ts imports src/errors.ts: import "rastrum"',
    "src/grid/grid.ts imports src/ops/a.ts, below it",
    "src/helpers/b.ts: not in the listing of scripts/layout.mjs",
    "src/ops/a.ts imports src/cli/main.ts, below it",
  ]);
});
