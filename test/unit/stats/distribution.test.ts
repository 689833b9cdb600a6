import { describe, expect, it } from "vitest";
import {
  distributionOf,
  fractionOf,
  fractionsOf,
  histogramEdges,
  histogramOf,
  majorityOf,
  minorityOf,
  modeOf,
  quantileOf,
} from "../../helpers/groups-of-cells.ts";

type Value = number | bigint;

const floats = (...values: number[]) => distributionOf([Float64Array.from(values)]);
const quantiles = (cells: ReturnType<typeof floats>, ...qs: number[]) => qs.map((q) => quantileOf(cells, q));

describe("quantiles of whole cells are NumPy's: linear around q·(n − 1)", () => {
  it("between order statistics, whatever order and pieces cells come in", () => {
    const cells = distributionOf([Uint8Array.of(40, 10), Uint8Array.of(), Uint8Array.of(30, 20)]);
    // 0.25·3 = 0.75: three quarters from 10 to 20.
    expect(quantiles(cells, 0, 0.25, 0.5, 0.75, 1)).toEqual([10, 10 + 0.75 * 10, 25, 30 + 0.25 * 10, 40]);
  });

  it("medians of integers are not cut off", () => {
    expect(quantileOf(distributionOf([Int32Array.of(1, 2)]), 0.5)).toBe(1.5);
    expect(quantileOf(distributionOf([Int8Array.of(-2, -1)]), 0.5)).toBe(-1.5);
  });

  it("one cell, and cells that are all equal, have one quantile", () => {
    expect(quantiles(floats(7), 0, 0.3, 1)).toEqual([7, 7, 7]);
    expect(quantiles(floats(0.1, 0.1, 0.1), 0, 1 / 3, 0.7, 1)).toEqual([0.1, 0.1, 0.1, 0.1]);
  });

  it("64-bit integers are rounded once, at the end", () => {
    const [low, high] = [2n ** 60n + 1n, 2n ** 60n + 511n];
    const cells = distributionOf([BigInt64Array.of(high, low)]);
    expect(quantileOf(cells, 0.5)).toBe(Number((low + high) / 2n));
    expect(Number((low + high) / 2n)).toBe(2 ** 60 + 256);
    const wide = distributionOf([BigUint64Array.of(2n ** 64n - 1n, 0n)]);
    expect(quantiles(wide, 0, 0.25, 1)).toEqual([0, 2 ** 62, 2 ** 64]);
  });

  it("a step that no double holds does not overflow", () => {
    expect(quantileOf(floats(-1.5e308, 1.5e308), 0.5)).toBe(0);
  });

  it("infinities are values: halfway to one is one, between both there is none", () => {
    const cells = floats(-Infinity, 0, 1, Infinity);
    expect(quantiles(cells, 0, 1 / 6, 0.5, 5 / 6, 1)).toEqual([-Infinity, -Infinity, 0.5, Infinity, Infinity]);
    expect(quantileOf(floats(-Infinity, Infinity), 0.5)).toBeNaN();
    // 1/3·3 rounds to 1: no part of the step to the next is taken.
    expect(quantileOf(floats(1, 2, Infinity), 0.5)).toBe(2);
  });

  it("a negative scale turns them around", () => {
    const cells = distributionOf([Int16Array.of(1, 2, 4)], [], { scale: -10, offset: 5 });
    expect(quantiles(cells, 0, 0.25, 0.5, 1)).toEqual([5 - 40, 5 - 30, 5 - 20, 5 - 10]);
  });
});

describe("quantiles of covered cells are exactextract's: places i·wᵢ + (k − 1)·Σ_{j<i} wⱼ", () => {
  const cells = distributionOf(
    [Float64Array.of(10)],
    [
      [20, 0.5],
      [40, 0.25],
    ],
  );

  it("linear between places", () => {
    // Places 0·1 + 2·0, 1·0.5 + 2·1 and 2·0.25 + 2·1.5; the target is q·2·1.75.
    const places = [0, 2.5, 3.5];
    const at = (q: number) => q * 2 * 1.75;
    expect(at(1)).toBe(places[2]);
    expect(quantileOf(cells, 0.5)).toBe(10 + (at(0.5) / places[1]) * 10);
    expect(quantileOf(cells, 0.75)).toBe(20 + ((at(0.75) - places[1]) / (places[2] - places[1])) * 20);
  });

  it("from the least to the greatest value, not beyond by a rounding", () => {
    expect(quantiles(cells, 0, 1)).toEqual([10, 40]);
    for (let n = 2; n < 60; n++) {
      const parts = Array.from(
        { length: n },
        (_, i) => [i === n - 1 ? 1e300 : i, ((i * 7) % 11) / 10.1 + 1e-9] as const,
      );
      expect(quantileOf(distributionOf([], parts), 1)).toBe(1e300);
    }
  });

  it("weights of 1 give those of whole cells that all differ", () => {
    const whole = floats(3, 8, 9, 20);
    const parts = ([20, 9, 8, 3] as const).map((value) => [value, 1] as const);
    const covered = distributionOf([], parts);
    for (const q of [0, 0.125, 0.25, 0.5, 0.875, 1]) expect(quantileOf(covered, q)).toBe(quantileOf(whole, q));
  });

  it("infinities, steps beyond doubles and 64-bit integers as above", () => {
    const half = (a: Value, b: Value) => distributionOf([], [[a, 0.5], [b, 0.5]]); // biome-ignore format: one line
    expect(quantiles(half(0, Infinity), 0, 0.5, 1)).toEqual([0, Infinity, Infinity]);
    expect(quantiles(half(-Infinity, 0), 0, 0.5, 1)).toEqual([-Infinity, -Infinity, 0]);
    expect(quantileOf(half(-1.5e308, 1.5e308), 0.5)).toBe(0);
    expect(quantileOf(half(2n ** 60n + 1n, 2n ** 60n + 511n), 0.5)).toBe(2 ** 60 + 256);
  });
});

describe("values and their weights", () => {
  it("count cells, of a tie the mode takes the greatest, majority and minority the least", () => {
    const cells = distributionOf([Int8Array.of(5, -3, 5, 9), Int8Array.of(-3, 7)]);
    expect(cells.values()).toEqual([-3, 5, 7, 9]);
    expect([...cells.weights]).toEqual([2, 2, 1, 1]);
    expect([cells.table.length, cells.cells]).toEqual([4, 6]);
    expect([modeOf(cells), majorityOf(cells), minorityOf(cells)]).toEqual([5, -3, 7]);
    expect([...fractionsOf(cells)]).toEqual([2 / 6, 2 / 6, 1 / 6, 1 / 6]);
    expect([fractionOf(cells, 5), fractionOf(cells, 6)]).toEqual([2 / 6, 0]);
  });

  it("sum coverage exactly, so that ties are ties in any order", () => {
    const parts = [0.1, 0.2, 0.3].map((part) => [4, part] as const);
    const forth = distributionOf([], [...parts, [2, 0.6]]);
    const back = distributionOf([], [[2, 0.6], ...parts.toReversed()]);
    expect([...forth.weights]).toEqual([...back.weights]);
    // One of the three orders of 0.1 + 0.2 + 0.3 in doubles is 0.6000000000000001.
    expect([...forth.weights]).toEqual([0.6, 0.6]);
    expect([modeOf(forth), majorityOf(forth)]).toEqual([4, 2]);
  });

  it("put whole and covered cells of a value together", () => {
    const cells = distributionOf([Uint8Array.of(1, 2, 2)], [[2, 0.5], [0, 0.25], [3, 0.125]]); // biome-ignore format: one line
    expect(cells.values()).toEqual([0, 1, 2, 3]);
    expect([...cells.weights]).toEqual([0.25, 1, 2.5, 0.125]);
  });

  it("−0 is 0, subnormals and infinities are values of their own", () => {
    const cells = floats(0, -0, 5e-324, -0, Infinity, -Infinity, Infinity);
    expect(cells.values()).toEqual([-Infinity, 0, 5e-324, Infinity]);
    expect([...cells.weights]).toEqual([1, 3, 1, 2]);
  });

  it("those that scaling rounds to one value are one", () => {
    // 2^53 + 1 lies between two doubles; ties go to the even one.
    const scaled = { scale: 1, offset: 2 ** 53 };
    const cells = distributionOf([Int32Array.of(0, 1, 2, 3)], [], scaled);
    expect(cells.values()).toEqual([2 ** 53, 2 ** 53 + 2, 2 ** 53 + 4]);
    expect([...cells.weights]).toEqual([2, 1, 1]);
    const turned = distributionOf([Int32Array.of(0, -1)], [[-1, 0.5], [-3, 0.5]], { ...scaled, scale: -1 }); // biome-ignore format: one line
    expect(turned.values()).toEqual([2 ** 53, 2 ** 53 + 4]);
    expect([...turned.weights]).toEqual([2.5, 0.5]);
    const tiny = distributionOf([Float64Array.of(1e-300, 2e-300, 1)], [], { scale: 1e-300, offset: 0 });
    expect(tiny.values()).toEqual([0, 1e-300]);
  });
});

describe("histograms", () => {
  const cells = floats(-1, 0, 0.5, 1, 2, 3, Infinity);

  it("an edge belongs to the bin on its right, the last one to the bin on its left; what is outside is in none", () => {
    expect(histogramOf(cells, [0, 1, 2])).toEqual([2, 2]);
    expect(histogramOf(cells, [-5, -1, 0, 3, 4])).toEqual([0, 1, 4, 1]);
    expect(histogramOf(cells, [4, 5])).toEqual([0]);
  });

  it("equal bins go from the least finite value to the greatest, as NumPy's", () => {
    expect(histogramEdges(cells, [4])).toEqual([-1, 0, 1, 2, 3]);
    expect(histogramOf(cells, [4])).toEqual([1, 2, 1, 2]);
  });

  it("around one value, and around none", () => {
    expect(histogramEdges(floats(5, 5), [2])).toEqual([4.5, 5, 5.5]);
    expect(histogramOf(floats(5, 5), [2])).toEqual([0, 2]);
    expect(histogramEdges(floats(Infinity), [2])).toEqual([0, 0.5, 1]);
    expect(histogramOf(floats(Infinity), [2])).toEqual([0, 0]);
  });

  it("hold all cells from end to end of doubles and of 64-bit integers", () => {
    expect(histogramEdges(floats(-1.5e308, 1.5e308), [2])).toEqual([-1.5e308, 0, 1.5e308]);
    const wide = distributionOf([BigInt64Array.of(2n ** 60n + 100n, 2n ** 60n + 900n, 0n)]);
    expect(histogramEdges(wide, [1])).toEqual([0, 2 ** 60 + 1024]);
    expect(histogramOf(distributionOf([BigInt64Array.of(2n ** 60n + 100n, -(2n ** 60n) - 100n)]), [2])).toEqual([1, 1]);
  });

  it("edges of 64-bit integers are exact", () => {
    const wide = distributionOf([BigInt64Array.of(2n ** 53n + 1n, 2n ** 53n)]);
    expect(histogramOf(wide, [0, 2 ** 53, 2 ** 54])).toEqual([0, 2]);
    expect(histogramOf(wide, [0, 2 ** 53])).toEqual([1]);
  });

  it("sum coverage", () => {
    const covered = distributionOf([Uint8Array.of(1)], [[1, 0.5], [2, 0.25]]); // biome-ignore format: one line
    expect(histogramOf(covered, [0, 2, 3])).toEqual([1.5, 0.25]);
  });
});
