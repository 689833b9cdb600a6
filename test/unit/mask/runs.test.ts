import { describe, expect, it } from "vitest";
import { boundaryCells } from "../../../src/mask/boundary-cells.ts";
import { crossingColumn, firstRowFrom } from "../../../src/mask/crossings.ts";
import { ClippedRuns, zoneRuns } from "../../../src/mask/runs.ts";
import { centerWays } from "../../helpers/center-ways.ts";
import { exactMask } from "../../helpers/even-odd.ts";
import { maskOf } from "../../helpers/masks.ts";
import { pixelZones, rectangle, type Zone } from "../../helpers/pixel-zones.ts";
import { seed, seededRandom } from "../../helpers/random.ts";
import { makers } from "../../helpers/random-polygons.ts";

const ulpBelow = (value: number) => value * (1 - 2 ** -53);

describe("crossings", () => {
  it("a row begins at the first centre at or below an edge", () => {
    expect([0, 0.5, 0.5 + 2 ** -52, 1.5, 2].map(firstRowFrom)).toEqual([-0, 0, 1, 1, 2]);
    expect(firstRowFrom(ulpBelow(1.5))).toBe(1);
  });

  it("a crossing on a centre belongs to that column, one an ulp right of it to the next", () => {
    const vertical = (x: number) => crossingColumn(x, 0, x, 1, 0.5);
    expect([2.5, 2.5 + 2 ** -51, ulpBelow(2.5)].map(vertical)).toEqual([2, 3, 2]);
    expect([2, 3].map(vertical)).toEqual([2, 3]);
  });

  it("is exact where rounding would not be: an edge that misses a centre by 2^-53 of a cell", () => {
    // From (0, 0) to (5, 5 + ε): at y = 2.5 the crossing is at 2.5 × 5 / (5 + ε), just left of the centre of column 2.
    const above = 5 + 2 ** -50;
    expect(crossingColumn(0, 0, 5, above, 2.5)).toBe(2);
    expect(crossingColumn(0, 0, above, 5, 2.5)).toBe(3);
  });
});

describe.each(centerWays)("runs by %s", (_, runsOf) => {
  const only = (zone: Zone, height: number, width: number) => {
    const { starts, stops, runOffsets, firstRow } = runsOf(pixelZones([zone]), height, width);
    return {
      firstRow: firstRow[0],
      runs: [...starts].map((start, i) => [start, stops[i]]),
      runOffsets: [...runOffsets],
    };
  };

  it("touching runs of a row are one, and an empty one is none", () => {
    const shell = rectangle(0, 0, 9, 1);
    // A slit between centres takes no cell away, a hole over the centre of column 6 takes one.
    expect(only([[shell, rectangle(2.6, 0, 3.4, 1), rectangle(6.2, 0, 6.8, 1)]], 1, 9).runs).toEqual([[0, 6], [7, 9]]); // biome-ignore format: one line
  });

  it("parts are united: neighbours joined, overlaps once, rows between them empty", () => {
    const parts = [rectangle(0, 0, 2, 1), rectangle(2, 0, 4, 1), rectangle(3, 0, 5, 1), rectangle(7, 2, 8, 3)];
    expect(
      only(
        parts.map((ring) => [ring]),
        4,
        9,
      ),
    ).toEqual({
      firstRow: 0,
      runs: [[0, 5], [7, 8]], // biome-ignore format: one line
      runOffsets: [0, 1, 1, 2],
    });
  });

  it("zones without polygons, of no cell, and outside keep their places", () => {
    const far = rectangle(-9, -9, -8, -8);
    const zones: Zone[] = [[], [[rectangle(0.6, 0.6, 1.4, 1.4)]], [[far]], [[far], [far]], [[rectangle(1, 1, 2, 2)]]];
    const runs = runsOf(pixelZones(zones), 3, 3);
    expect(zones.map((_, zone) => maskOf(runs, zone, 3, 3).join("/"))).toEqual([
      ...new Array(4).fill(".../.../..."),
      ".../.#./...",
    ]);
  });
});

it("runs clipped to a window are that part of the mask, and their cells are counted", () => {
  const random = seededRandom(seed);
  const [height, width] = [9, 11];
  const clipped = new ClippedRuns();
  for (let draw = 0; draw < 200; draw++) {
    const kinds = Object.values(makers);
    const zone = kinds[draw % kinds.length]({ random, height, width });
    const [row, column] = [Math.floor(random() * height), Math.floor(random() * width)];
    const window = {
      row,
      column,
      height: 1 + Math.floor(random() * (height - row)),
      width: 1 + Math.floor(random() * (width - column)),
    };
    const cells = Array.from({ length: window.height }, () => new Array<string>(window.width).fill("."));
    clipped.clip(zoneRuns(pixelZones([zone]), height, width), 0, window);
    for (let i = 0; i < clipped.length; i++) {
      const [at, start, stop] = clipped.data.subarray(3 * i, 3 * i + 3);
      cells[at].fill("#", start, stop);
    }
    const expected = exactMask(zone, height, width)
      .slice(row, row + window.height)
      .map((text) => text.slice(column, column + window.width));
    expect(cells.map((line) => line.join(""))).toEqual(expected);
    expect(clipped.cells).toBe(expected.join("").split("#").length - 1);
  }
});

it("there is room for the runs in a window, however many are beside it, also where they touch", () => {
  const columns = Array.from({ length: 400 }, (_, i) => [rectangle(i, 0, i + 1, 9)]);
  const { runs } = boundaryCells(pixelZones([columns]), { firstRow: 0, stopRow: 9, width: 400 }, "fraction");
  const clipped = new ClippedRuns();
  const room = clipped.data.length;
  expect(clipped.clip(runs, 0, { row: 2, column: 100, height: 5, width: 10 })).toMatchObject({ length: 50, cells: 50 });
  expect(clipped.data).toHaveLength(room);
  const wide = { row: 2, column: 100, height: 5, width: 200 };
  expect(clipped.clip(runs, 0, wide)).toMatchObject({ length: 1000, cells: 1000 });
  expect(clipped.data.subarray(2997, 3000)).toEqual(Int32Array.of(4, 199, 200));
});
