import { describe, expect, it } from "vitest";
import { addCell } from "../../../src/kernels/single-cell.ts";
import { createExactSums } from "../../../src/stats/exact-sums.ts";
import { Moments } from "../../../src/stats/moments.ts";
import { createPartials } from "../../../src/stats/partial.ts";
import { PartialRow } from "../../../src/stats/partial-row.ts";
import { makeMask } from "../../helpers/parity.ts";

const needs = new Set(["weight", "sum", "squares", "weights", "weightedSum", "weightedSquares"] as const);

/** Cells [value, weight, coverage], the default of which is 1, by the kernel that takes cells one by one. */
function rowOf(cells: readonly (readonly number[])[], { scale = 1, offset = 0 } = {}): PartialRow {
  const partials = createPartials(1, "float64", needs);
  const data = Float64Array.from(cells, ([value]) => value);
  const input = { data, slices: 1, mask: makeMask([[]], 1, data.length), nodata: null, needs };
  const weighing = { areas: null, weights: Float64Array.from(cells, ([, weight]) => weight), gridWidth: data.length };
  for (const [i, [, , coverage = 1]] of cells.entries()) addCell(partials, 0, input, weighing, 0, 0, i, coverage);
  const grid = { crs: null, transform: null, width: data.length, height: 1 };
  return new PartialRow(partials, { grid, scale, offset, integers: false });
}

const weighted = (...args: Parameters<typeof rowOf>) => {
  const { weight, sum, mean, variance, stdev } = rowOf(...args).weighted;
  return { weight, sum, mean, variance, stdev };
};

describe("weighted moments", () => {
  it("count each cell by coverage × weight", () => {
    const row = rowOf([
      [10, 2],
      [20, 3, 0.5],
      [40, 4, 0.25],
    ]);
    const [w, x] = [[2, 1.5, 1], [10, 20, 40]]; // biome-ignore format: one line
    const [W, S] = [2 + 1.5 + 1, 2 * 10 + 1.5 * 20 + 1 * 40];
    expect([row.weighted.weight, row.weighted.sum, row.weighted.mean]).toEqual([W, S, S / W]);
    const spread = x.reduce((sum, value, i) => sum + w[i] * (value - 20) ** 2, 0);
    expect(S / W).toBe(20);
    expect(row.weighted.variance).toBe(spread / W);
    expect(row.weighted.stdev).toBeCloseTo(Math.sqrt(spread / W), 14);
    // The plain ones count coverage alone.
    expect([row.count, row.sum]).toEqual([1.75, 10 + 0.5 * 20 + 0.25 * 40]);
  });

  it("weights of 0 take no part", () => {
    expect(weighted([[5, 1], [1000, 0], [7, 1]])).toEqual({ weight: 2, sum: 12, mean: 6, variance: 1, stdev: 1 }); // biome-ignore format: one line
  });

  it("weights that sum to 0: no mean of nothing, an infinite one of something, no variance", () => {
    const none = { variance: Number.NaN, stdev: Number.NaN };
    expect(weighted([[5, 0], [7, 0]])).toEqual({ weight: 0, sum: 0, mean: Number.NaN, ...none }); // biome-ignore format: one line
    expect(weighted([[5, 1], [7, -1]])).toEqual({ weight: 0, sum: -2, mean: -Infinity, ...none }); // biome-ignore format: one line
  });

  it("negative weights count against: a variance may be negative, its root is none", () => {
    // Σw = 1, Σwx = 3·1 − 2·3 = −3, Σwx² = 3·1 − 2·9 = −15.
    const cells = [[1, 3], [3, -2]]; // biome-ignore format: one line
    expect(weighted(cells)).toEqual({ weight: 1, sum: -3, mean: -3, variance: -15 - 9, stdev: Number.NaN });
  });

  it("a weight that is missing leaves all of them without a value", () => {
    const all = weighted([[5, 1], [7, Number.NaN]]); // biome-ignore format: one line
    expect(Object.values(all)).toEqual(new Array(5).fill(Number.NaN));
    expect(rowOf([[5, 1], [7, Number.NaN]]).mean).toBe(6); // biome-ignore format: one line
  });

  it("infinite weights and values do what arithmetic does", () => {
    expect(weighted([[-1, Infinity], [5, 1]])).toMatchObject({ weight: Infinity, sum: -Infinity, mean: Number.NaN }); // biome-ignore format: one line
    expect(weighted([[Infinity, -2], [5, 1]])).toMatchObject({ weight: -1, sum: -Infinity, mean: Infinity }); // biome-ignore format: one line
    expect(weighted([[Infinity, 0], [5, 1]])).toMatchObject({ weight: 1, sum: Number.NaN, mean: Number.NaN }); // biome-ignore format: one line
    expect(weighted([[Infinity, 1], [5, 1]], { scale: -2, offset: 3 })).toMatchObject({ sum: -Infinity, mean: -Infinity }); // biome-ignore format: one line
  });

  it("scale and offset enter once, exactly", () => {
    const cells = [[1, 0.5], [2, 0.25]]; // biome-ignore format: one line
    const { sum, mean, variance } = weighted(cells, { scale: -4, offset: 100 });
    expect(sum).toBe(0.5 * 96 + 0.25 * 92);
    expect(mean).toBe((0.5 * 96 + 0.25 * 92) / 0.75);
    // Two values a step apart: p·(1 − p)·step², p = 2/3.
    expect(variance).toBeCloseTo((2 / 3) * (1 / 3) * 16, 14);
  });

  it("do not cancel, over- or underflow on the way", () => {
    const far = [[1e15 + 1, 0.5], [1e15 + 3, 0.5]]; // biome-ignore format: one line
    expect(weighted(far)).toMatchObject({ mean: 1e15 + 2, variance: 1 });
    expect(weighted([[1e200, 1e-200], [-1e200, 1e-200]])).toMatchObject({ sum: 0, stdev: 1e200, variance: Infinity }); // biome-ignore format: one line
    expect(weighted([[5e-324, 0.5], [5e-324, 0.5]])).toMatchObject({ sum: 5e-324, mean: 5e-324, stdev: 0 }); // biome-ignore format: one line
  });

  it("ask for what they need", () => {
    const sums = { weight: createExactSums(1), sum: null, squares: null };
    expect(() => new Moments(sums, { scale: 1, offset: 0 }, false).mean).toThrow("does not list");
  });
});
