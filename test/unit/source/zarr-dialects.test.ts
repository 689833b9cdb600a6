import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isRastrumError } from "../../../src/errors.ts";
import { openZarr } from "../../../src/source/zarr.ts";
import { filesFetch } from "../../helpers/files-fetch.ts";

interface Case {
  readonly kind: "read" | "error" | "optional" | "any";
  readonly files: Readonly<Record<string, string>>;
  /** [cells that are finite and no nodata, their sum] of each slice. */
  readonly sums: readonly (readonly [count: number, sum: number])[];
}

// Made by scripts/make-zarr-dialects.py with zarr-python.
const { cases, width, height } = JSON.parse(
  readFileSync(new URL("../../fixtures/zarr-dialects.json", import.meta.url), "utf8"),
) as { cases: Record<string, Case>; width: number; height: number };

async function sumsOf(name: string, files: Case["files"]) {
  const bytes = new Map(Object.entries(files).map(([key, text]) => [key, Buffer.from(text, "base64")]));
  const raster = await openZarr(`http://host/${name}.zarr`, { path: "v", fetch: filesFetch(`/${name}.zarr`, bytes) });
  const { data } = await raster.read({ row: 0, column: 0, width, height });
  const slices = data.length / (width * height);
  return Array.from({ length: slices }, (_, slice) => {
    const cells = Array.from<number | bigint>(data).slice(slice * width * height, (slice + 1) * width * height);
    const valid = cells.filter((cell) => cell !== raster.nodata).map(Number);
    const finite = valid.filter(Number.isFinite);
    return [finite.length, finite.reduce((sum, cell) => sum + cell, 0)];
  });
}

describe("Zarr as zarr-python writes it", () => {
  for (const [name, { kind, files, sums }] of Object.entries(cases)) {
    it(`${name}: ${kind}`, async () => {
      const outcome = await sumsOf(name, files).catch((error: unknown) => error);
      if (isRastrumError(outcome)) {
        expect(["unsupported", "invalid-metadata", "decode-failed"]).toContain(outcome.tag);
        expect(kind).not.toBe("read");
        return;
      }
      expect(kind).not.toBe("error");
      if (kind === "any") return;
      expect(outcome).toHaveLength(sums.length);
      sums.forEach(([count, sum], slice) => {
        const [counted, summed] = (outcome as number[][])[slice];
        expect(counted).toBe(count);
        expect(Math.abs(summed - sum)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(sum)));
      });
    });
  }
});
