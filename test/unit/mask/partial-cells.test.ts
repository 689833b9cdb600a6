import { describe, expect, it } from "vitest";
import { countWhole, keepCovered } from "../../../src/mask/partial-cells.ts";
import { zoneCells } from "../../../src/mask/zone-cells.ts";
import { coverageOf } from "../../helpers/masks.ts";
import { pixelZones, rectangle } from "../../helpers/pixel-zones.ts";

/** Columns 0.5 to 2.75 of rows 0 and 1, the upper one by a half; then nothing; then a quarter of one cell. */
const zones = pixelZones([[[rectangle(0.5, 0.5, 2.75, 2)]], [[rectangle(8, 8, 9, 9)]], [[rectangle(1, 1, 1.5, 1.5)]]]);
const cells = zoneCells(zones, 2, 3, "fraction");
const covered = (from: typeof cells) => [0, 1, 2].map((zone) => [...coverageOf(from, zone, 2, 3)]);

describe("cells in part", () => {
  it("are those of the zones", () => {
    expect(covered(cells)).toEqual([
      [0.25, 0.5, 0.375, 0.5, 1, 0.75],
      [0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0.25, 0],
    ]);
  });

  it("count from a fraction on, which is in", () => {
    expect(covered(keepCovered(cells, 0.5))).toEqual([
      [0, 0.5, 0, 0.5, 1, 0.75],
      [0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 0],
    ]);
    expect(covered(keepCovered(cells, 1))[0]).toEqual([0, 0, 0, 0, 1, 0]);
    expect(keepCovered(cells, 0)).toBe(cells);
  });

  it("count whole, however little is covered; together: those that count", () => {
    expect(covered(countWhole(cells))).toEqual([
      [1, 1, 1, 1, 1, 1],
      [0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 1, 0],
    ]);
    expect(covered(countWhole(keepCovered(cells, 0.5)))[0]).toEqual([0, 1, 0, 1, 1, 1]);
  });

  it("leave alone what they are given, and rules that know no parts", () => {
    const before = covered(cells);
    keepCovered(cells, 0.9);
    countWhole(cells);
    expect(covered(cells)).toEqual(before);
    const centers = zoneCells(zones, 2, 3, "center");
    expect([keepCovered(centers, 0.5), countWhole(centers)]).toEqual([centers, centers]);
  });
});
