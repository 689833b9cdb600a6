import { describe, expect, it } from "vitest";
import { addCell, type Weighing } from "../../../src/kernels/single-cell.ts";
import { reduceSingly } from "../../../src/kernels/zonal-partial.ts";
import { clippedMask } from "../../../src/mask/clipped-mask.ts";
import type { CellArray } from "../../../src/source/source.ts";
import { roundedTotal } from "../../../src/stats/exact-sums.ts";
import { type Accumulator, createPartials, valueKindOf } from "../../../src/stats/partial.ts";
import { makeMask } from "../../helpers/parity.ts";
import { rectangle, type Zone } from "../../helpers/pixel-zones.ts";

const needs: ReadonlySet<Accumulator> = new Set([
  "weight", "sum", "squares", "weights", "weightedSum", "weightedSquares", "cells",
]); // biome-ignore format: few lines

/** The window of rows 3 and 4, columns 5 to 7, of a grid of 10 × 20 cells. */
const window = { row: 3, column: 5, height: 2, width: 3 };
const all: Zone = [[rectangle(0, 0, 20, 10)]];
const mask = makeMask([all], 10, 20, window);

function partialsOf(data: CellArray, nodata: number | bigint | null, weighing: Weighing | null, coverage = 0.5) {
  const slices = data.length / 6;
  const partials = createPartials(slices, valueKindOf(data), needs);
  const input = { data, slices, mask, nodata, needs };
  for (let slice = 0; slice < slices; slice++) {
    for (let cell = 0; cell < 6; cell++) {
      addCell(partials, slice, input, weighing, slice, Math.floor(cell / 3), cell % 3, coverage);
    }
  }
  return partials;
}

describe("one cell", () => {
  it("is taken from its slice, and does not count where it is nodata or NaN", () => {
    const data = Float32Array.of(1, 2, -9, Number.NaN, 5, 6, /* slice 1 */ -9, -9, -9, 40, 50, Number.NaN);
    const { count, sum, min, max } = partialsOf(data, -9, null);
    expect([...count]).toEqual([4, 2]);
    expect([0, 1].map((row) => sum && roundedTotal(sum, row))).toEqual([(1 + 2 + 5 + 6) / 2, (40 + 50) / 2]);
    expect([[...min], [...max]]).toEqual([[1, 40], [6, 50]]); // biome-ignore format: one line
  });

  it("64-bit nodata is compared exactly, and sums are exact", () => {
    const big = 2n ** 53n;
    const { count, sum, squares } = partialsOf(BigInt64Array.of(big, big + 1n, 0n, 0n, 0n, -big), big, null);
    expect(count[0]).toBe(5);
    expect(sum && roundedTotal(sum, 0)).toBe(Number(big + 1n - big) / 2);
    // ((2^53 + 1)² + 2^106)/2 = 2^106 + 2^53 + ½.
    expect(squares && roundedTotal(squares, 0)).toBe(2 ** 106 + 2 ** 54);
  });

  it("weighs coverage × the area of its row of the window, and that × its weight in the window", () => {
    const areas = Float64Array.of(300, 400);
    const weighing = { areas, weights: Float64Array.of(1, 2, 3, 4, 5, Number.NaN), gridWidth: 20 };
    const { weight, weights, weightedSum, kept } = partialsOf(Uint8Array.of(10, 20, 30, 40, 50, 255), 255, weighing);
    expect(weight && roundedTotal(weight, 0)).toBe(0.5 * 300 * 3 + 0.5 * 400 * 2);
    expect(weights && roundedTotal(weights, 0)).toBe(150 * (1 + 2 + 3) + 200 * (4 + 5));
    expect(weightedSum && roundedTotal(weightedSum, 0)).toBe(150 * (10 + 40 + 90) + 200 * (160 + 250));
    const { ids = [], coverage = [], weights: each = [] } = kept?.row(0) ?? {};
    expect([...ids]).toEqual([65, 66, 67, 85, 86]);
    expect([...coverage]).toEqual([150, 150, 150, 200, 200]);
    expect([...each]).toEqual([1, 2, 3, 4, 5]);
  });

  it("has no number and no weight where nothing asks for them", () => {
    const row = partialsOf(Uint8Array.of(1, 2, 3, 4, 5, 6), null, null).kept?.row(0);
    expect([row?.ids.length, row?.weights.length]).toEqual([0, 0]);
  });

  it("infinite values are set aside", () => {
    const { sum, squares, max } = partialsOf(Float64Array.of(1, Infinity, 3, -5, 7, 9), null, null);
    expect([sum?.nonfinite[0], squares?.nonfinite[0], max[0]]).toEqual([Infinity, Infinity, Infinity]);
  });
});

it("whole cells one by one are all cells of the runs, each in full", () => {
  const data = Int32Array.from({ length: 12 }, (_, i) => i + 1);
  const input = { data, slices: 2, mask: clippedMask(mask), nodata: 3, needs };
  const partials = reduceSingly(input, { areas: null, weights: null, gridWidth: 20 });
  expect([...partials.count]).toEqual([5, 6]);
  const { ids = [], coverage = [] } = partials.kept?.row(1) ?? {};
  expect([...ids]).toEqual([65, 66, 67, 85, 86, 87]);
  expect([...coverage]).toEqual(new Array(6).fill(1));
  expect(partials.sum && roundedTotal(partials.sum, 0)).toBe(1 + 2 + 4 + 5 + 6);
});
