import { describe, expect, it } from "vitest";
import type { Transform } from "../../../src/grid/affine.ts";
import { rules } from "../../../src/mask/rule.ts";
import { type ZoneCells, zoneCells } from "../../../src/mask/zone-cells.ts";
import { countRange, nestingOf } from "../../../src/ops/count-range.ts";
import { hardMakers } from "../../helpers/hard-polygons.ts";
import { pixelZones } from "../../helpers/pixel-zones.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";
import { makers } from "../../helpers/random-polygons.ts";

const base = { crs: null, transform: [1, 0, 0, 0, -1, 0] as Transform, width: 37, height: 29 };
const over = (transform: Transform, width: number, height: number) => ({ crs: null, transform, width, height });

/** What the cells of a zone, the only one, add up to. */
function countOf({ runs, partial }: ZoneCells): number {
  const whole = runs.starts.reduce((sum, start, i) => sum + runs.stops[i] - start, 0);
  return whole + (partial?.coverage.reduce((sum, coverage) => sum + coverage, 0) ?? 0);
}

describe("nestingOf", () => {
  it("finds how many cells lie in one, and where the first begins", async () => {
    const nesting = { rows: 4, columns: 3, firstRow: -2, firstColumn: -1 };
    expect(nestingOf(base, over([3, 0, -1, 0, -4, 2], 13, 8))).toEqual(nesting);
  });

  it("is none where cells are cut, left out, flipped or oblique", async () => {
    expect(nestingOf(base, over([2.5, 0, 0, 0, -4, 0], 20, 8))).toBeNull();
    expect(nestingOf(base, over([4, 0, 0.5, 0, -4, 0], 20, 8))).toBeNull();
    expect(nestingOf(base, over([4, 0, 0, 0, -4, 0], 9, 8))).toBeNull();
    expect(nestingOf(base, over([4, 0, 0, 0, 4, -32], 10, 8))).toBeNull();
    expect(nestingOf(base, over([4, 1, 0, 0, -4, 0], 10, 8))).toBeNull();
  });
});

describe("countRange", () => {
  const all = Object.entries({ ...makers, ...hardMakers });
  it.each(all)("holds the count of %s by every rule", async (_, maker) => {
    const random = seededRandom(seed);
    for (let draw = 0; draw < draws(40); draw++) {
      const zones = pixelZones([maker({ random, height: base.height, width: base.width })]);
      const factor = 2 + (draw % 4);
      const corner = draw % 2 === 0 ? 0 : 1;
      const size = (length: number) => Math.ceil((length + corner) / factor);
      const transform: Transform = [factor, 0, -corner, 0, -factor, corner];
      const overview = over(transform, size(base.width), size(base.height));
      const nesting = nestingOf(base, overview);
      if (!nesting) throw new Error("These nest.");
      const { low, high } = await countRange(zones, base, overview, nesting);
      for (const rule of rules) {
        const count = countOf(zoneCells(zones, base.height, base.width, rule));
        expect(count).toBeGreaterThanOrEqual(low[0] - 1e-9);
        expect(count).toBeLessThanOrEqual(high[0] + 1e-9);
      }
    }
  });
});
