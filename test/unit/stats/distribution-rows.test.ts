import { expect, it } from "vitest";
import type { CellArray } from "../../../src/source/source.ts";
import { Distribution } from "../../../src/stats/distribution.ts";
import { KeptCells } from "../../../src/stats/kept-cells.ts";

type Part = readonly [value: number, coverage: number];

/** Rows of whole cells, and of cells with their coverage. */
function keptOf(Cells: new (values: number[]) => CellArray, rows: readonly (readonly [number[], Part[]])[]): KeptCells {
  const kept = new KeptCells();
  rows.forEach(([whole, parts], row) => {
    kept.addWhole(row, new Cells(whole), 0, whole.length);
    for (const [value, coverage] of parts) kept.addOne(row, new Cells([value]), 0, coverage, null, null);
  });
  return kept;
}

function tableOf({ table }: Distribution) {
  return Array.from({ length: table.length }, (_, i) => [table.valueAt(i), table.weightAt(i)]);
}

const tiny: Part[] = [[5, 1], [5, 2 ** -60], [6, 0.5], [5, 2 ** -120]]; // biome-ignore format: a line

it.each([Int8Array, Uint8Array, Int16Array, Float32Array])("one row after the other, each by itself: %o", (Cells) => {
  const kept = keptOf(Cells, [
    [[3, 5, 3], []],
    [[9], [[2, 0.25], [9, 0.5]]],
    [[], tiny],
    [[6, 5], []],
    [Array.from({ length: 40 }, (_, i) => 100 - i), [[7, 0.5]]],
  ]); // biome-ignore format: a row a line
  const cells = new Distribution({ scale: 1, offset: 0 });
  const read = (row: number, count: number) => {
    cells.readRow(kept, row, count);
    return tableOf(cells);
  };
  expect(read(0, 3)).toEqual([[3, 2], [5, 1]]); // biome-ignore format: a line
  expect(read(1, 3)).toEqual([[2, 0.25], [9, 1.5]]); // biome-ignore format: a line
  expect(read(2, 4)).toEqual([[5, 1], [6, 0.5]]); // biome-ignore format: a line
  expect(read(3, 2)).toEqual([[5, 1], [6, 1]]); // biome-ignore format: a line
  const many = [[7, 0.5], ...Array.from({ length: 40 }, (_, i) => [61 + i, 1])];
  expect(read(4, 41)).toEqual(many);
  expect(read(0, 3)).toEqual([[3, 2], [5, 1]]); // biome-ignore format: a line
});

it("cells of a row have their places, whether or not their table is asked for, and whatever was read before", () => {
  for (const Cells of [Uint8Array, Float32Array]) {
    const kept = keptOf(Cells, [[[6, 5, 6], []]]);
    const cells = new Distribution({ scale: -2, offset: 1 });
    cells.read({ whole: [Cells.of(1)], partial: [], coverage: [], weights: [], ids: [] }, 100);
    expect([cells.start, cells.stop, cells.cellAt(100)]).toEqual([100, 101, -1]);
    cells.readRow(kept, 0, 3);
    expect([cells.start, cells.stop]).toEqual([0, 3]);
    expect([0, 1, 2].map((place) => cells.cellAt(place))).toEqual([-11, -11, -9]);
    expect(tableOf(cells)).toEqual([[-11, 2], [-9, 1]]); // biome-ignore format: a line
    expect([0, 1, 2].map((place) => cells.cellAt(place))).toEqual([-11, -11, -9]);
  }
});

it("what a second raster gives cells is added up apart from their coverage", () => {
  const kept = new KeptCells();
  const data = Uint8Array.of(4, 4, 8);
  for (const [i, weight] of [3, 5, 7].entries()) kept.addOne(1, data, i, 0.5, weight, i);
  const cells = new Distribution({ scale: 1, offset: 0 });
  cells.readRow(kept, 1, 3);
  expect(tableOf(cells)).toEqual([[4, 1], [8, 0.5]]); // biome-ignore format: a line
  const { products } = cells;
  expect([0, 1].map((i) => [products.valueAt(i), products.weightAt(i)])).toEqual([
    [4, 0.5 * 3 + 0.5 * 5],
    [8, 0.5 * 7],
  ]);
});
