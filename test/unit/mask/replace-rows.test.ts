import { describe, expect, it } from "vitest";
import { clippedMask } from "../../../src/mask/clipped-mask.ts";
import { replaceRows } from "../../../src/mask/replace-rows.ts";
import { rules } from "../../../src/mask/rule.ts";
import { sameMask } from "../../../src/mask/same-mask.ts";
import { type ZoneCells, zoneCells } from "../../../src/mask/zone-cells.ts";
import { changedRows } from "../../../src/zones/changed-rows.ts";
import type { PixelZones } from "../../../src/zones/zones.ts";
import { dragged, drawZone, size } from "../../helpers/live-drags.ts";
import { pixelZones, rectangle, type Vertex } from "../../helpers/pixel-zones.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";

/** All cells of one zone. */
function maskOf(zones: PixelZones, cells: ZoneCells) {
  const window = { row: 0, column: 0, ...size };
  return clippedMask({ window, zones: Uint32Array.of(0), ...cells, pixelZones: zones });
}

describe.each(rules)("cells of rows that changed, among those that did not: %s", (rule) => {
  it("are those of the zone as it is", () => {
    const random = seededRandom(seed);
    const cellsOf = (zones: PixelZones, first = 0, stop = size.height) =>
      zoneCells(zones, stop, size.width, rule, first);
    let fewer = 0;
    for (let draw = 0; draw < draws(200); draw++) {
      let zone = drawZone(random);
      let before = pixelZones([zone]);
      let cells = cellsOf(before);
      for (let step = 0; step < 5; step++) {
        zone = dragged(zone, random);
        const after = pixelZones([zone]);
        const rows = changedRows(before, after);
        before = after;
        if (rows === null) cells = cellsOf(after);
        else {
          const range = { first: Math.max(0, rows.first), stop: Math.min(size.height, rows.stop) };
          if (range.stop - range.first < size.height) fewer++;
          cells = replaceRows(cells, cellsOf(after, range.first, range.stop), range);
        }
        expect(sameMask(maskOf(after, cells), maskOf(after, cellsOf(after)))).toBe(true);
      }
    }
    expect(fewer).toBeGreaterThan(draws(200) / 10);
  });
});

describe("changed rows", () => {
  const square = (bottom: Vertex) => pixelZones([[[[...rectangle(2, 10, 20, 30), bottom]]]]);

  it("are those of the edges at a vertex, before and after, and one more on either side", () => {
    // The vertex is between (2, 30) and (2, 10).
    expect(changedRows(square([1, 20.5]), square([0, 40.5]))).toEqual({ first: 9, stop: 42 });
  });

  it("are none where nothing changed", () => {
    const { first, stop } = changedRows(square([1, 20]), square([1, 20])) ?? { first: 0, stop: 1 };
    expect(stop).toBeLessThanOrEqual(first);
  });

  it("are not known where a vertex came", () => {
    expect(changedRows(square([1, 20]), pixelZones([[[rectangle(2, 10, 20, 30)]]]))).toBeNull();
  });
});
