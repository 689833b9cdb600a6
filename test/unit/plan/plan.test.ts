import { describe, expect, it } from "vitest";
import { zoneCells } from "../../../src/mask/zone-cells.ts";
import { planZonal } from "../../../src/plan/plan.ts";
import { resolveSelect, type Selection } from "../../../src/plan/select.ts";
import { exactMask } from "../../helpers/even-odd.ts";
import { pixelZones, rectangle, type Zone } from "../../helpers/pixel-zones.ts";
import { seed, seededRandom } from "../../helpers/random.ts";
import { makers } from "../../helpers/random-polygons.ts";

interface Query {
  readonly size: readonly [height: number, width: number];
  readonly chunkShape: readonly number[];
  readonly zones: readonly Zone[];
  /** Sizes of non-spatial dimensions a, b, … */
  readonly dimensions?: readonly number[];
  readonly select?: Record<string, Selection>;
  readonly bytesPerCell?: number;
}

/** A plan is pure: no raster, no zones file, no I/O. */
function planOf({ size: [height, width], chunkShape, zones, dimensions = [], select = {}, bytesPerCell = 1 }: Query) {
  const named = dimensions.map((size, i) => ({ name: "abc"[i], size, labels: null }));
  const lattice = { height, width, chunkShape, bytesPerCell };
  return planZonal(lattice, zoneCells(pixelZones(zones), height, width, "center"), resolveSelect(named, select));
}

const box = (left: number, top: number, right: number, bottom: number): Zone => [[rectangle(left, top, right, bottom)]];

describe("chunks × zones", () => {
  it("each chunk once, in row-major order, with the zones that have a cell in it", () => {
    const plan = planOf({
      size: [10, 10],
      chunkShape: [4, 4],
      zones: [box(0, 0, 10, 10), box(3, 3, 5, 5), box(8, 8, 9, 9), box(20, 0, 30, 10), []],
    });
    const at = (row: number, column: number) =>
      plan.tasks.find(({ window: w }) => w.row === row && w.column === column);
    expect(plan.tasks.map(({ window }) => [window.row / 4, window.column / 4])).toEqual([
      [0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [1, 2], [2, 0], [2, 1], [2, 2],
    ]); // biome-ignore format: one line
    expect([...(at(0, 0)?.zones ?? [])]).toEqual([0, 1]);
    expect([...(at(4, 4)?.zones ?? [])]).toEqual([0, 1]);
    expect([...(at(0, 8)?.zones ?? [])]).toEqual([0]);
    expect([...(at(8, 8)?.zones ?? [])]).toEqual([0, 2]);
    expect(at(8, 8)?.window).toEqual({ row: 8, column: 8, height: 10 - 8, width: 10 - 8 });
  });

  it("a chunk whose cells a zone only surrounds is not read, nor one that it touches without a centre", () => {
    const ring: Zone = [[rectangle(0, 0, 12, 12), rectangle(4, 4, 8, 8)]];
    expect(planOf({ size: [12, 12], chunkShape: [4, 4], zones: [ring] }).tasks).toHaveLength(9 - 1);
    const touching = box(1, 1, 4.4, 4.4); // reaches into the next chunks, but over no centre
    expect(planOf({ size: [12, 12], chunkShape: [4, 4], zones: [touching] }).tasks).toHaveLength(1);
  });

  it("counts chunks, cells and bytes", () => {
    const plan = planOf({
      size: [10, 10],
      chunkShape: [2, 4, 4],
      dimensions: [5],
      bytesPerCell: 8,
      zones: [box(0, 0, 5, 1), box(4, 0, 6, 2)],
    });
    expect(plan.tasks).toHaveLength(2);
    expect(plan.blocks).toHaveLength(Math.ceil(5 / 2));
    expect(plan.chunks).toBe(2 * 3);
    expect(plan.cells).toBe((5 * 1 + 2 * 2) * 5);
    expect(plan.blockBytes).toBe(2 * 4 * 4 * 8);
  });

  it("zones wholly outside need nothing", () => {
    const plan = planOf({ size: [4, 4], chunkShape: [2, 2], zones: [box(9, 9, 12, 12), []] });
    expect(plan).toMatchObject({ tasks: [], chunks: 0, cells: 0, blockBytes: 0, slices: 1 });
  });

  it("is the plan that trying every chunk with every zone gives", () => {
    const random = seededRandom(seed);
    const [height, width] = [9, 11];
    const kinds = Object.values(makers);
    for (let draw = 0; draw < 60; draw++) {
      const zones = [0, 1, 2, 3].map((i) => kinds[(4 * draw + i) % kinds.length]({ random, height, width }));
      const chunkShape = [1 + Math.floor(random() * 10), 1 + Math.floor(random() * 12)];
      const masks = zones.map((zone) => exactMask(zone, height, width));
      const expected: [number, number, number[]][] = [];
      for (let row = 0; row < height; row += chunkShape[0]) {
        for (let column = 0; column < width; column += chunkShape[1]) {
          const inChunk = (mask: string[]) =>
            mask
              .slice(row, row + chunkShape[0])
              .some((line) => line.slice(column, column + chunkShape[1]).includes("#"));
          const met = zones.map((_, zone) => zone).filter((zone) => inChunk(masks[zone]));
          if (met.length > 0) expected.push([row, column, met]);
        }
      }
      const { tasks, cells } = planOf({ size: [height, width], chunkShape, zones });
      expect(tasks.map(({ window, zones: met }) => [window.row, window.column, [...met]])).toEqual(expected);
      expect(cells).toBe(masks.flat().join("").split("#").length - 1);
    }
  });
});

describe("blocks along the other dimensions", () => {
  const blocksOf = (dimensions: number[], chunkShape: number[], select: Record<string, Selection> = {}) => {
    const { blocks, slices } = planOf({ size: [1, 1], chunkShape: [...chunkShape, 1, 1], dimensions, select, zones: [[]] }); // biome-ignore format: one line
    return { blocks: blocks.map(({ ranges, slices: of }) => [...ranges.map(String), [...of]]), slices };
  };

  it("one block without ranges where there are none", () => {
    expect(blocksOf([], [])).toEqual({ slices: 1, blocks: [[[0]]] });
  });

  it("are cut at chunk borders, the last one short", () => {
    expect(blocksOf([5], [2])).toEqual({
      slices: 5,
      blocks: [["0,2", [0, 1]], ["2,4", [2, 3]], ["4,5", [4]]], // biome-ignore format: one line
    });
  });

  it("a selection that begins and ends in the middle of chunks", () => {
    expect(blocksOf([10], [4], { a: [3, 9] })).toEqual({
      slices: 9 - 3,
      blocks: [["3,4", [0]], ["4,8", [1, 2, 3, 4]], ["8,9", [5]]], // biome-ignore format: one line
    });
    expect(blocksOf([10], [4], { a: 6 })).toEqual({ slices: 1, blocks: [["6,7", [0]]] });
  });

  it("two dimensions: slices in C order of what is selected", () => {
    expect(blocksOf([3, 4], [2, 3], { b: [1, 4] })).toEqual({
      slices: 3 * 3,
      blocks: [
        ["0,2", "1,3", [0, 1, 3, 4]],
        ["0,2", "3,4", [2, 5]],
        ["2,3", "1,3", [6, 7]],
        ["2,3", "3,4", [8]],
      ],
    });
  });

  it("chunks larger than the dimension, and very many blocks", () => {
    expect(blocksOf([3], [100]).blocks).toEqual([["0,3", [0, 1, 2]]]);
    expect(blocksOf([200_000], [1]).blocks).toHaveLength(200_000);
  });
});
