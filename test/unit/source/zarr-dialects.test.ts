import { describe, expect, it } from "vitest";
import { isRastrumError } from "../../../src/errors.ts";
import { type Dialect, dialects, height, openDialect, width } from "../../helpers/zarr-dialects.ts";

async function sumsOf(dialect: Dialect) {
  const raster = await openDialect(dialect);
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
  for (const dialect of dialects) {
    const { name, kind, sums } = dialect;
    it(`${name}: ${kind}`, async () => {
      const outcome = await sumsOf(dialect).catch((error: unknown) => error);
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
