import { describe, expect, it } from "vitest";
import { EDGE } from "../../../src/mask/edge-record.ts";
import { RowEdges } from "../../../src/mask/row-edges.ts";
import { pixelZones, rectangle, type Zone } from "../../helpers/pixel-zones.ts";

const { LEFT, PART, RIGHT, X0 } = EDGE;

interface Edge {
  ends: number[];
  part: number;
  columns: number[];
}

/** For each row of a zone its edges, from left to right. */
function edgesByRow(zones: readonly Zone[], zone: number, height: number, corners = false): Edge[][] {
  const edges = new RowEdges(corners);
  edges.collect(pixelZones(zones).rings, zone, 0, height);
  return Array.from({ length: edges.rows }, (_, index) => {
    edges.enter(edges.firstRow + index);
    return [...edges.edges.subarray(0, edges.count)].map((edge) => {
      const record = edges.records.subarray(edge);
      return { ends: [...record.subarray(X0, X0 + 4)], part: record[PART], columns: [record[LEFT], record[RIGHT]] };
    });
  });
}

function rowsOf(zone: Zone, height: number): number[] {
  const edges = new RowEdges(false);
  edges.collect(pixelZones([zone]).rings, 0, 0, height);
  return [edges.firstRow, edges.rows];
}

const endsByRow = (...args: Parameters<typeof edgesByRow>) =>
  edgesByRow(...args).map((row) => row.map(({ ends }) => ends));

describe("the edges of a zone by rows", () => {
  it("begin at their upper end, and are in every row whose band they enter", () => {
    const triangle: Zone = [[[[1, 0.5], [3, 2.5], [1, 2.5]]]]; // biome-ignore format: one line
    const [down, flat, up] = [[1, 0.5, 3, 2.5], [3, 2.5, 1, 2.5], [1, 0.5, 1, 2.5]]; // biome-ignore format: one line
    const rows = endsByRow([triangle], 0, 9);
    expect(rowsOf(triangle, 9)).toEqual([0, 3]);
    expect(rows.map((row) => row.toSorted())).toEqual([[up, down], [up, down], [up, down, flat]].map((row) => row.toSorted())); // biome-ignore format: one line
  });

  it("are in no row where they run along a border of rows, nor where they have no length", () => {
    const zone: Zone = [[[...rectangle(0, 1, 2, 3), [0, 3]]]];
    expect(rowsOf(zone, 9)).toEqual([1, 2]);
    const sides = [[0, 1, 0, 3], [2, 1, 2, 3]]; // biome-ignore format: one line
    expect(endsByRow([zone], 0, 9)).toEqual([sides, sides]);
  });

  it("stay on the grid", () => {
    expect(rowsOf([[rectangle(-5, -7, 5, 70)]], 3)).toEqual([0, 3]);
    expect(rowsOf([[rectangle(0, 5, 1, 9)]], 3)[1]).toBe(0);
    expect(rowsOf([[rectangle(0, -9, 1, -5)]], 3)[1]).toBe(0);
    expect(rowsOf([], 3)[1]).toBe(0);
  });

  it("know their polygon, counted in their zone", () => {
    const [a, b] = [[rectangle(0, 0, 1, 1)], [rectangle(2, 0, 3, 1), rectangle(2.2, 0.2, 2.8, 0.8)]];
    const [row] = edgesByRow([[a], [a, b]], 1, 3);
    // Upright ones of the first polygon, then upright and level ones of the second.
    expect(row.map(({ part }) => part)).toEqual([0, 0, 1, 1, 1, 1, 1, 1]);
  });

  it("know the columns that they reach into; those along a line between columns reach into none", () => {
    const [row] = edgesByRow([[[rectangle(1, 0, 3.5, 1), rectangle(5.2, 0.2, 6.2, 0.8)]]], 0, 1);
    // x = 1, x = 3.5, and x = 5.2, y = 0.2 and 0.8, x = 6.2.
    expect(row.map(({ columns }) => columns).sort()).toEqual([[1, 1], [3, 4], [5, 6], [5, 7], [5, 7], [6, 7]]); // biome-ignore format: one line
  });

  it("reach into the cell that begins in a corner through which they slant, if that is asked for", () => {
    // From (2, 0) through (1, 1) to (0, 2), and back along x = 0 and y = 0.
    const zone: Zone = [[[[2, 0], [0, 2], [0, 0]]]]; // biome-ignore format: one line
    const columns = (corners: boolean) => edgesByRow([zone], 0, 2, corners).map((row) => row[1].columns);
    expect(columns(false)).toEqual([[1, 2], [0, 1]]); // biome-ignore format: one line
    expect(columns(true)).toEqual([[1, 2], [0, 2]]); // biome-ignore format: one line
  });
});
