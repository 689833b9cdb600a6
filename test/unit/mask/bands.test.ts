import { describe, expect, it } from "vitest";
import { byBands, replaceBands, wholeBands } from "../../../src/mask/bands.ts";
import { changedZones } from "../../../src/mask/changed-zones.ts";
import { type ClippedMask, clippedMask } from "../../../src/mask/clipped-mask.ts";
import { joinZones } from "../../../src/mask/join-zones.ts";
import { rules } from "../../../src/mask/rule.ts";
import { changedRows } from "../../../src/zones/changed-rows.ts";
import type { PixelZones } from "../../../src/zones/zones.ts";
import { zoneCells } from "../../helpers/both-ways.ts";
import { dragged, drawZone, size } from "../../helpers/live-drags.ts";
import { pixelZones, rectangle, type Vertex } from "../../helpers/pixel-zones.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";

/** The window is the second of chunks of 21 rows; its last band has 5 of them. */
const [bandRows, chunkHeight] = [8, 21];
const window = { row: 21, column: 5, height: 21, width: 60 };

describe.each(rules)("cells of bands that changed, among those that did not: %s", (rule) => {
  const maskOf = (zones: PixelZones, first = 0, stop = size.height): ClippedMask => {
    const cells = zoneCells(zones, stop, size.width, rule, first);
    return byBands(clippedMask({ window, zones: Uint32Array.of(0), ...cells, pixelZones: zones }), bandRows);
  };

  it("are those of the zone as it is", () => {
    const random = seededRandom(seed);
    let fewer = 0;
    for (let draw = 0; draw < draws(200); draw++) {
      let zone = drawZone(random);
      let before = pixelZones([zone]);
      let mask = maskOf(before);
      for (let step = 0; step < 5; step++) {
        zone = dragged(zone, random);
        const after = pixelZones([zone]);
        const changed = changedRows(before, after);
        const expected = maskOf(after);
        if (changed === null) mask = expected;
        else {
          const rows = wholeBands(changed, bandRows, chunkHeight, size.height);
          if (rows.stop - rows.first < size.height) fewer++;
          mask = replaceBands(mask, maskOf(after, rows.first, rows.stop), bandRows, rows);
        }
        expect(mask).toEqual(expected);
        before = after;
      }
    }
    expect(fewer).toBeGreaterThan(draws(200) / 10);
  });

  it("are told from each other, and taken by themselves", () => {
    const [low, high] = [rectangle(10, 25, 20, 40), rectangle(10, 25, 20, 32)].map((ring) => pixelZones([[[ring]]]));
    const [before, mask] = [maskOf(low), maskOf(high)];
    // Rows 25 to 40 are those from 4 to 19 of the window: of bands 0, 1 and 2; to 32, from 4 to 11: of 0 and 1.
    expect(changedZones(before, mask)).toEqual([1, 2]);
    expect(changedZones(mask, maskOf(high))).toEqual([]);
    const band = joinZones([{ mask: before, from: 1, to: 2 }]);
    expect([...band.runs]).toEqual(Array.from({ length: 8 }, (_, row) => [8 + row, 5, 15]).flat());
    expect([band.zones, band.cells, [...band.offsets]]).toEqual([1, 8 * 10, [0, 8]]);
  });
});

describe("rows of whole bands", () => {
  it("begin and end with bands, which begin with chunks, within the grid", () => {
    const whole = (first: number, stop: number) => Object.values(wholeBands({ first, stop }, 8, 21, 53));
    expect(whole(3, 4)).toEqual([0, 8]);
    expect(whole(17, 22)).toEqual([16, 29]);
    expect(whole(9, 17)).toEqual([8, 21]);
    expect(whole(-5, 99)).toEqual([0, 53]);
    expect(whole(60, 70)).toEqual([0, 0]);
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
