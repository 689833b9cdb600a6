import { describe, expect, it } from "vitest";
import { crossingPlace } from "../../../src/mask/edge-place.ts";
import { zoneCells } from "../../helpers/both-ways.ts";
import { coverageOf, maskOf } from "../../helpers/masks.ts";
import { pixelZones, type Ring, rectangle, type Vertex, type Zone } from "../../helpers/pixel-zones.ts";

function touched(zone: Zone, height: number, width: number): string[] {
  return maskOf(zoneCells(pixelZones([zone]), height, width, "touched").runs, 0, height, width);
}

/** A row of the coverage a line. */
function coverage(zone: Zone, height: number, width: number): number[][] {
  const cells = coverageOf(zoneCells(pixelZones([zone]), height, width, "fraction"), 0, height, width);
  return Array.from({ length: height }, (_, row) => [...cells.subarray(row * width, (row + 1) * width)]);
}

describe("the place where an edge meets a line between rows", () => {
  it("is a column's middle, or the line between two columns", () => {
    expect(crossingPlace(0, 0, 4, 2, 1)).toBe(2);
    expect(crossingPlace(0, 0, 5, 2, 1)).toBe(2.5);
    expect(crossingPlace(5, 0, 0, 2, 1)).toBe(2.5);
    expect(crossingPlace(-3, 0, 0, 2, 1)).toBe(-1.5);
  });

  it("is between the ends of an edge that is all but level, whose slope no double holds", () => {
    const least = Number.MIN_VALUE;
    expect(crossingPlace(6.5, -least, 1.5, least, 0)).toBe(4); // in the middle
    const ring: Ring = [[0, 6], [0.25, 0.5], [4.25, 4.5], [6.5, -least], [1.5, least], [5.5, 3], [0.75, 4.25], [-0.5, 2.5]]; // biome-ignore format: one ring
    expect(touched([[ring]], 9, 11).length).toBe(9);
    expect(
      coverage([[ring]], 9, 11)
        .flat()
        .every((part) => part >= 0 && part <= 1),
    ).toBe(true);
  });

  it("is exact where rounding would not be", () => {
    // At y = 1 of 3: a third of 9 + 2^-49 is beyond column 3 by 2^-49 / 3, where doubles have steps of 2^-51.
    expect(crossingPlace(0, 0, 9 + 2 ** -49, 3, 1)).toBe(3.5);
    expect(crossingPlace(0, 0, 9 - 2 ** -49, 3, 1)).toBe(2.5);
    expect(crossingPlace(0, 0, 9, 3, 1)).toBe(3);
  });

  it("is found by halves where an end is so far that a double cannot tell", () => {
    // From (−2^60, 0) to (2^60 + 2^9, 2): in the middle of its height it is at 2^8.
    expect(crossingPlace(-(2 ** 60), 0, 2 ** 60 + 2 ** 9, 2, 1)).toBe(2 ** 8);
    expect(crossingPlace(-(2 ** 60), 0, 2 ** 60, 2, 1)).toBe(0);
    expect(crossingPlace(-(2 ** 60), -1, 2 ** 60 + 2 ** 9, 2 ** 60, 2 ** 58)).toBe(-0.5);
  });
});

describe("touched", () => {
  it("has the cells whose open square the boundary meets, and those inside", () => {
    expect(touched([[rectangle(0.9, 0.9, 3.1, 3.1)]], 5, 5)).toEqual(["####.", "####.", "####.", "####.", "....."]);
    expect(touched([[rectangle(1, 1, 3, 3)]], 5, 5)).toEqual([".....", ".##..", ".##..", ".....", "....."]);
    // A hole takes only the cells away that it covers wholly.
    expect(touched([[rectangle(0, 0, 5, 5), rectangle(0.9, 1, 3.1, 4)]], 5, 5)[2]).toBe("#..##");
  });

  it("has the cell that begins in a corner through which an edge slants", () => {
    const diagonal: Ring = [[3, 0], [0, 3], [0, 3.5], [3.5, 0]]; // biome-ignore format: one line
    // From the upper right to the lower left by way of (2, 1) and (1, 2), where the cells on the diagonal begin.
    expect(touched([[[[3, 0], [0, 3], [0, 0]]]], 4, 4)).toEqual(["###.", "###.", "##..", "...."]); // biome-ignore format: one line
    expect(touched([[diagonal]], 4, 4)).toEqual(["..##", ".##.", "##..", "#..."]);
  });

  it("has a zone thinner than a hair", () => {
    expect(touched([[[[0.2, 0.5], [3.7, 0.5], [3.7, 0.5 + 1e-12], [0.2, 0.5 + 1e-12]]]], 2, 5)).toEqual(["####.", "....."]); // biome-ignore format: one line
    expect(touched([[[[1.2, 0.3], [1.2, 0.3], [1.2, 0.3]]]], 1, 3)).toEqual(["..."]); // biome-ignore format: one line
  });
});

describe("fraction", () => {
  it("is the covered part of a cell", () => {
    expect(coverage([[rectangle(0.5, 0.75, 2.25, 2)]], 3, 4)).toEqual([
      [0.5 * 0.25, 1 * 0.25, 0.25 * 0.25, 0],
      [0.5, 1, 0.25, 0],
      [0, 0, 0, 0],
    ]);
    // A triangle's half of a square, and an eighth left of a line through (3, 0) and (2.5, 1).
    expect(coverage([[[[1, 0], [2, 1], [1, 1]]]], 1, 3)).toEqual([[0, 0.5, 0]]); // biome-ignore format: one line
    expect(coverage([[[[0, 0], [3, 0], [2.5, 1], [0, 1]]]], 1, 4)).toEqual([[1, 1, 1 - (0.5 * 1) / 2, 0]]); // biome-ignore format: one line
  });

  it("is that of the union of parts, even-odd in each", () => {
    const [left, right] = [[rectangle(0, 0, 0.75, 1)], [rectangle(0.5, 0, 1, 1)]];
    expect(coverage([left, right], 1, 1)).toEqual([[1]]);
    expect(coverage([[...left, ...right]], 1, 1)).toEqual([[0.5 + 0.25]]);
    expect(coverage([left, left], 1, 1)).toEqual([[0.75]]);
    expect(coverage([[...left, ...left]], 1, 1)).toEqual([[0]]);
    // A bow-tie is two triangles: each a quarter of the square.
    expect(coverage([[[[0, 0], [1, 1], [1, 0], [0, 1]]]], 1, 1)).toEqual([[2 * (0.5 * 1 * 0.5)]]); // biome-ignore format: one line
  });

  it("lists no cell that is not covered, and wholly covered ones with the rest of a run where no edge passes", () => {
    const { runs, partial } = zoneCells(pixelZones([[[rectangle(0.5, 0, 4, 1)]]]), 1, 9, "fraction");
    expect([[...runs.starts], [...runs.stops]]).toEqual([[1], [4]]);
    expect([[...(partial?.columns ?? [])], [...(partial?.coverage ?? [])]]).toEqual([[0], [0.5]]);
  });

  it("leaves out what lies beside the grid, and takes in what goes through it", () => {
    expect(coverage([[rectangle(-7, -7, 9, 0.5)]], 1, 2)).toEqual([[0.5, 0.5]]);
    expect(coverage([[rectangle(-7.5, 0, -0.5, 1)], [rectangle(2.5, 0, 9, 1)]], 1, 2)).toEqual([[0, 0]]);
    expect(coverage([[[[-100, 0.25], [102, 0.25], [102, 1], [-100, 1]]]], 1, 2)).toEqual([[0.75, 0.75]]); // biome-ignore format: one line
  });

  it("knows many edges in one row: a saw with teeth of a hundredth of a cell", () => {
    const teeth = Array.from({ length: 800 }, (_, i): Vertex => [i / 100, i % 2 === 0 ? 0.25 : 0.75]);
    const saw: Ring = [...teeth, [8, 0.25], [8, 1], [0, 1]];
    // Half of the teeth's height on the average, above the solid quarter.
    const [cells] = coverage([[saw]], 1, 9);
    for (const cell of cells.slice(0, 8)) expect(cell).toBeCloseTo(0.25 + 0.5 / 2, 14);
    expect(cells[8]).toBe(0);
  });
});
