import { describe, expect, it, vi } from "vitest";
import type { Window } from "../../../src/grid/window.ts";
import { addPartialCells } from "../../../src/kernels/zonal-partial.ts";
import { clippedMask } from "../../../src/mask/clipped-mask.ts";
import { zoneCells } from "../../../src/mask/zone-cells.ts";
import type { CellArray } from "../../../src/source/source.ts";
import { roundedTotal } from "../../../src/stats/exact-sums.ts";
import {
  type Accumulator,
  combineRows,
  createPartials,
  type Partials,
  valueKindOf,
} from "../../../src/stats/partial.ts";
import { hardMakers } from "../../helpers/hard-polygons.ts";
import { pixelZones, rectangle, type Zone } from "../../helpers/pixel-zones.ts";
import { seed, seededRandom } from "../../helpers/random.ts";

vi.setConfig({ testTimeout: 60_000 });

const needs: ReadonlySet<Accumulator> = new Set(["weight", "sum", "squares"]);

/** Partials of the cells that zones cover in part, of the grid or of a window of it. */
function partialsOf(
  zones: readonly Zone[],
  data: CellArray,
  height: number,
  width: number,
  nodata: number | bigint | null = null,
  window: Window = { row: 0, column: 0, height, width },
): Partials {
  const inPixels = pixelZones(zones);
  const mask = { window, zones: Uint32Array.from(zones.keys()), pixelZones: inPixels, ...zoneCells(inPixels, height, width, "fraction") }; // biome-ignore format: one line
  const slices = data.length / (window.height * window.width);
  const partials = createPartials(zones.length * slices, valueKindOf(data), needs);
  addPartialCells(partials, { data, slices, mask: clippedMask(mask), nodata, needs }, null);
  return partials;
}

function rowOf(partials: Partials, row: number) {
  const { count, min, max, weight, sum, squares } = partials;
  const totals = [weight, sum, squares].map((sums) => sums && roundedTotal(sums, row));
  return { count: count[row], extremes: [min[row], max[row]], totals };
}

/** Covers a half of column 0 and three quarters of column 2 of two rows, the upper one by half; column 1 there, too. */
const zone: Zone = [[rectangle(0.5, 0.5, 2.75, 2)]];

describe("cells that zones cover in part", () => {
  it("weigh as much as they are covered; the whole one is not among them", () => {
    const data = Int16Array.from([1, 2, 3, 4, 5, 6]);
    expect(rowOf(partialsOf([zone], data, 2, 3), 0)).toEqual({
      count: 5,
      extremes: [1, 6],
      totals: [
        0.25 + 0.5 + 0.375 + 0.5 + 0.75,
        0.25 * 1 + 0.5 * 2 + 0.375 * 3 + 0.5 * 4 + 0.75 * 6,
        0.25 * 1 + 0.5 * 4 + 0.375 * 9 + 0.5 * 16 + 0.75 * 36,
      ],
    });
  });

  it("are a row for each zone and slice", () => {
    const data = Float32Array.from([1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60]);
    const corner: Zone = [[rectangle(0, 0, 0.5, 0.5)]];
    const partials = partialsOf([zone, corner], data, 2, 3);
    expect([0, 1, 2, 3].map((row) => rowOf(partials, row).totals[1])).toEqual([8.875, 88.75, 0.25 * 1, 0.25 * 10]);
  });

  it("are as many as there are, though few are looked at together", () => {
    const width = 3000;
    const half: Zone = [[rectangle(0, 0, width, 0.5)]];
    const quarter: Zone = [[rectangle(0, 0, width, 0.25)]];
    const data = Uint16Array.from({ length: width }, (_, column) => column);
    const partials = partialsOf([half, quarter], data, 1, width, 5);
    const sum = (width * (width - 1)) / 2 - 5;
    const squares = ((width - 1) * width * (2 * width - 1)) / 6 - 25;
    expect([0, 1].map((row) => rowOf(partials, row))).toEqual([
      { count: width - 1, extremes: [0, width - 1], totals: [0.5 * (width - 1), 0.5 * sum, 0.5 * squares] },
      { count: width - 1, extremes: [0, width - 1], totals: [0.25 * (width - 1), 0.25 * sum, 0.25 * squares] },
    ]);
  });

  it("count where they are valid only", () => {
    const holes = partialsOf([zone], Float64Array.from([Number.NaN, -9, 3, 4, 5, 6]), 2, 3, -9);
    expect(rowOf(holes, 0)).toEqual({
      count: 3,
      extremes: [3, 6],
      totals: [0.375 + 0.5 + 0.75, 0.375 * 3 + 0.5 * 4 + 0.75 * 6, 0.375 * 9 + 0.5 * 16 + 0.75 * 36],
    });
    const none = partialsOf([zone], new Uint8Array(6).fill(7), 2, 3, 7);
    expect(rowOf(none, 0)).toMatchObject({ count: 0, totals: [0, 0, 0] });
  });

  it("may be infinite", () => {
    const partials = partialsOf([zone], Float64Array.from([-Infinity, 2, 3, 4, 5, 6]), 2, 3);
    expect(rowOf(partials, 0)).toMatchObject({ count: 5, extremes: [-Infinity, 6] });
    expect([partials.sum?.nonfinite[0], partials.squares?.nonfinite[0]]).toEqual([-Infinity, Infinity]);
  });

  it("are exact where a double does not hold the value", () => {
    const big = 2n ** 62n + 1n;
    const data = BigInt64Array.from([big, -big, 0n, 2n, 0n, 0n]);
    const { count, extremes, totals } = rowOf(partialsOf([zone], data, 2, 3), 0);
    expect([count, extremes]).toEqual([5, [-big, big]]);
    // A quarter of big less a half of it, and a half of 2: −(2^62 + 1) / 4 + 1 = −2^60 + 3/4.
    expect(totals[1]).toBe(-(2 ** 60) + 0.75);
    expect(partialsOf([zone], data, 2, 3, big).count[0]).toBe(4);
    expect(partialsOf([zone], data, 2, 3, 2n ** 62n).count[0]).toBe(5);
  });

  it(`have the same exact sums by any windows (seed ${seed})`, () => {
    const random = seededRandom(seed);
    const [height, width] = [9, 11];
    const zones = Object.values(hardMakers).map((maker) => maker({ random, height, width }));
    const data = Float64Array.from({ length: height * width }, () => (random() - 0.5) * 10 ** (20 * random()));
    const whole = partialsOf(zones, data, height, width);
    for (const [rows, columns] of [
      [1, 11],
      [9, 1],
      [4, 5],
      [2, 3],
    ]) {
      // biome-ignore format: one line
      const combined = createPartials(zones.length, "float64", needs);
      for (let row = 0; row < height; row += rows) {
        for (let column = 0; column < width; column += columns) {
          const window = {
            row,
            column,
            height: Math.min(rows, height - row),
            width: Math.min(columns, width - column),
          };
          const cells = Float64Array.from({ length: window.height * window.width }, (_, i) => {
            return data[(row + Math.floor(i / window.width)) * width + column + (i % window.width)];
          });
          const part = partialsOf(zones, cells, height, width, null, window);
          combineRows(combined, Int32Array.from(zones.keys()), part);
        }
      }
      for (const index of zones.keys()) expect(rowOf(combined, index)).toEqual(rowOf(whole, index));
    }
  });
});
