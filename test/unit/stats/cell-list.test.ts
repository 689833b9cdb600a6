import { describe, expect, it } from "vitest";
import { CellList } from "../../../src/stats/cell-list.ts";

/** Cells of a grid of 4 columns, as they might come from chunks read in any order. */
const kept = {
  whole: [],
  partial: [7, 3, 9, 3, 9],
  coverage: [0.1, 0.2, 0.3, 0.4, 0.5],
  weights: [70, 30, 90, 31, 91],
  ids: [9, 6, 5, 2, 0],
};
const grid = { crs: null, transform: [10, 0, 100, 0, -5, 50], width: 4, height: 3 } as const;
const asStored = (stored: number | bigint) => stored;

describe("a list of cells", () => {
  it("goes row by row, whatever order cells come in", () => {
    const list = new CellList(kept, grid, asStored);
    expect([...list.ids]).toEqual([0, 2, 5, 6, 9]);
    expect(list.values).toEqual([9, 3, 9, 3, 7]);
    expect([...list.coverage]).toEqual([0.5, 0.4, 0.3, 0.2, 0.1]);
    expect([...list.weights]).toEqual([91, 31, 90, 30, 70]);
  });

  it("has centres in units of the CRS", () => {
    const list = new CellList(kept, grid, asStored);
    const [columns, rows] = [[0, 2, 1, 2, 1], [0, 0, 1, 1, 2]]; // biome-ignore format: one line
    expect([...list.centers("x")]).toEqual(columns.map((column) => 100 + 10 * (column + 0.5)));
    expect([...list.centers("y")]).toEqual(rows.map((row) => 50 - 5 * (row + 0.5)));
  });

  it("on a rotated grid, too; in cells where there is no transform", () => {
    const rotated = new CellList(kept, { ...grid, transform: [0, 2, 10, 3, 0, 20] }, asStored);
    // Cell 9 is row 2, column 1.
    expect([rotated.centers("x")[4], rotated.centers("y")[4]]).toEqual([10 + 2 * 2.5, 20 + 3 * 1.5]);
    const bare = new CellList(kept, { ...grid, transform: null }, asStored);
    expect([bare.centers("x")[4], bare.centers("y")[4]]).toEqual([1.5, 2.5]);
  });

  it("points at the first of several least and greatest values, in the raster's units", () => {
    const list = new CellList(kept, grid, asStored);
    expect([list.centerOfLeast("x"), list.centerOfLeast("y")]).toEqual([100 + 10 * 2.5, 50 - 5 * 0.5]);
    expect([list.centerOfGreatest("x"), list.centerOfGreatest("y")]).toEqual([100 + 10 * 0.5, 50 - 5 * 0.5]);
    const negative = new CellList(kept, grid, (stored) => -2 * Number(stored) + 1);
    expect(negative.values).toEqual([-17, -5, -17, -5, -13]);
    expect(negative.centerOfLeast("x")).toBe(100 + 10 * 0.5);
  });

  it("64-bit integers stay what they are, and have no weights where there are none", () => {
    const partial = [2n ** 60n + 1n, 2n ** 60n];
    const list = new CellList({ ...kept, partial, ids: [1, 0], weights: [] }, grid, asStored);
    expect([list.values, [...list.weights]]).toEqual([[2n ** 60n, 2n ** 60n + 1n], []]);
    expect([list.centerOfLeast("x"), list.centerOfGreatest("x")]).toEqual([105, 115]);
  });
});
