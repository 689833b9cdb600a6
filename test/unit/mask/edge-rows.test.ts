import { describe, expect, it } from "vitest";
import { EdgeRows } from "../../../src/mask/edge-rows.ts";
import { pixelZones, rectangle, type Zone } from "../../helpers/pixel-zones.ts";

function collected(zones: readonly Zone[], zone: number, height: number) {
  const rows = new EdgeRows();
  rows.collect(pixelZones(zones).rings, zone, 0, height);
  return rows;
}

/** For each row the ends of its edges. */
function endsByRow(rows: EdgeRows): number[][][] {
  return Array.from({ length: rows.rows }, (_, index) =>
    [...rows.members.subarray(rows.offset(index), rows.offset(index + 1))].map((edge) => [
      ...rows.ends.subarray(4 * edge, 4 * edge + 4),
    ]),
  );
}

describe("the edges of a zone by rows", () => {
  it("begin at their upper end, and are in every row whose band they enter", () => {
    const triangle: Zone = [[[[1, 0.5], [3, 2.5], [1, 2.5]]]]; // biome-ignore format: one line
    const rows = collected([triangle], 0, 9);
    const [down, flat, up] = [[1, 0.5, 3, 2.5], [1, 2.5, 3, 2.5], [1, 0.5, 1, 2.5]]; // biome-ignore format: one line
    expect(rows.firstRow).toBe(0);
    expect(endsByRow(rows)).toEqual([[up, down], [up, down], [up, down, flat]]); // biome-ignore format: one line
  });

  it("are in no row where they run along a border of rows, nor where they have no length", () => {
    const rows = collected([[[[...rectangle(0, 1, 2, 3), [0, 3]]]]], 0, 9);
    expect(rows.firstRow).toBe(1);
    const sides = [[0, 1, 0, 3], [2, 1, 2, 3]]; // biome-ignore format: one line
    expect(endsByRow(rows).map((row) => row.sort())).toEqual([sides, sides]);
  });

  it("stay on the grid", () => {
    const rows = collected([[[rectangle(-5, -7, 5, 70)]]], 0, 3);
    expect([rows.firstRow, rows.rows]).toEqual([0, 3]);
    expect(collected([[[rectangle(0, 5, 1, 9)]]], 0, 3).rows).toBe(0);
    expect(collected([[[rectangle(0, -9, 1, -5)]]], 0, 3).rows).toBe(0);
    expect(collected([[]], 0, 3).rows).toBe(0);
  });

  it("know their polygon, counted in their zone", () => {
    const [a, b] = [[rectangle(0, 0, 1, 1)], [rectangle(2, 0, 3, 1), rectangle(2.2, 0.2, 2.8, 0.8)]];
    const rows = collected([[a], [a, b]], 1, 3);
    expect([...rows.parts.subarray(0, rows.edges)]).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1]);
  });
});
