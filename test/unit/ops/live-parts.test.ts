import { expect, it } from "vitest";
import { bandRowsOf } from "../../../src/ops/live-parts.ts";
import type { Prepared } from "../../../src/ops/zonal-prepare.ts";
import type { Accumulator } from "../../../src/stats/partial.ts";

const bandRows = (side: number, slices: number, needs: Accumulator[] = ["sum", "squares"]) =>
  bandRowsOf({
    needs: new Set(needs),
    plan: { slices },
    raster: { grid: { height: side, width: side }, chunkShape: [slices, 512, 512] },
    selected: [{}],
  } as unknown as Prepared);

it("bands have the rows of a tile, more where slices or windows are many, and no more than a chunk", () => {
  expect(bandRows(2048, 12)).toBe(16); // 32 bands × 12 slices are at most 512
  expect(bandRows(2048, 24)).toBe(32); // 16 bands × 24 slices are
  expect(bandRows(16_384, 12)).toBe(192); // 1,024 windows: 32 partials each, so 2.7 bands of 12 slices
  expect(bandRows(16_384, 120)).toBe(512);
  expect(bandRows(2048, 12, ["values"])).toBe(512);
});
