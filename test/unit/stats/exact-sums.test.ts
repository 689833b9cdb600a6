import { describe, expect, it } from "vitest";
import { dyadic, multiplyDyadic } from "../../../src/stats/dyadic.ts";
import {
  addExact,
  addExactColumn,
  combineExact,
  combineExactRows,
  createExactSums,
  exactTotal,
  roundedTotal,
  singleTotal,
  spillExact,
} from "../../../src/stats/exact-sums.ts";
import { seed, seededRandom } from "../../helpers/random.ts";
import { sum, toNumber } from "../../helpers/rational.ts";

function sumsOf(values: readonly number[]) {
  const sums = createExactSums(1);
  for (const value of values) addExact(sums, 0, value);
  return sums;
}

const total = (...values: number[]) => roundedTotal(sumsOf(values), 0);
const exact = (values: readonly number[]) => toNumber(sum(values));
const { MAX_VALUE, MIN_VALUE } = Number;

describe("exact sums", () => {
  it("do not cancel", () => {
    expect(total(1e16, 1, -1e16)).toBe(1);
    expect(total(1e300, 1, 1e-300, -1e300, -1)).toBe(1e-300);
    expect(total(0.1, 0.2, -0.3)).toBe(2 ** -55); // the doubles next to 0.1, 0.2 and 0.3 differ by that
  });

  it("round once, ties to even and what lies below the tie seen", () => {
    expect(total(2 ** 53, 1)).toBe(2 ** 53);
    expect(total(2 ** 53, 1, MIN_VALUE)).toBe(2 ** 53 + 2);
    expect(total(2 ** 53, 1, -MIN_VALUE)).toBe(2 ** 53);
    expect(total(2 ** 53 + 2, 1)).toBe(2 ** 53 + 4);
  });

  it("survive an overflow on the way", () => {
    expect(total(1e308, 1e308, -1e308)).toBe(1e308);
    expect(total(MAX_VALUE, MAX_VALUE, -MAX_VALUE, -MAX_VALUE, 3)).toBe(3);
    expect(total(MAX_VALUE, MAX_VALUE)).toBe(Infinity);
    expect(total(-MAX_VALUE, -MAX_VALUE)).toBe(-Infinity);
    expect(total(MAX_VALUE, 2 ** 969)).toBe(MAX_VALUE); // less than half an ulp more
    expect(total(MAX_VALUE, 2 ** 969, 2 ** 969)).toBe(Infinity); // half an ulp
  });

  it("keep what is not finite apart", () => {
    expect(total(1, Infinity, 2)).toBe(Infinity);
    expect(total(-Infinity, 1e308, 1e308)).toBe(-Infinity);
    expect(total(Infinity, -Infinity)).toBeNaN();
    expect(exactTotal(sumsOf([1, Infinity, 2]), 0)).toEqual(dyadic(3));
  });

  it("give no −0", () => {
    expect(total(-0, -0)).toBe(0);
    expect(total(5, -5)).toBe(0);
  });

  it("hold what no double holds in the spill", () => {
    const sums = sumsOf([7]);
    const least = dyadic(MIN_VALUE);
    spillExact(sums, 0, multiplyDyadic(least, least));
    expect(singleTotal(sums, 0)).toBeNull();
    expect(exactTotal(sums, 0)).toEqual({ mantissa: ((7n << 2148n) + 1n) << 1074n, exponent: -3222 });
    expect(roundedTotal(sums, 0)).toBe(7);
  });

  it("say when one double is all", () => {
    expect(singleTotal(sumsOf([3, 4]), 0)).toBe(3 + 4);
    expect(singleTotal(sumsOf([2 ** 53, 1]), 0)).toBeNull();
  });
});

describe("columns of values", () => {
  /** A row a list, each list of as many values: column after column. */
  function columnSums(lists: readonly (readonly number[])[]) {
    const sums = createExactSums(lists.length);
    const rows = Int32Array.from(lists, (_, row) => row);
    for (let i = 0; i < lists[0].length; i++) {
      const values = Float64Array.from(lists, (list) => list[i]);
      addExactColumn(sums, rows, values);
    }
    return sums;
  }

  it("leave what rounding takes away to the next components, of which there are as many as are needed", () => {
    const sums = columnSums([
      [1e16, 1, -1e16],
      [1e300, 1, 1e-300],
      [3, 4, -0],
    ]);
    expect([0, 1, 2].map((row) => roundedTotal(sums, row))).toEqual([1, 1e300, 7]);
    expect(exactTotal(sums, 1)).toEqual(exactTotal(sumsOf([1e-300, 1, 1e300]), 0));
    expect([0, 1, 2].map((row) => singleTotal(sums, row))).toEqual([null, null, 7]);
    expect(sums.components.length).toBe(3);
  });

  it("may go to one row more than once", () => {
    const sums = createExactSums(2);
    addExactColumn(sums, Int32Array.of(1, 1, 0, 1), Float64Array.of(2 ** 53, 1, 5, 1));
    expect([roundedTotal(sums, 0), roundedTotal(sums, 1)]).toEqual([5, 2 ** 53 + 2]);
  });

  it("spill where doubles overflow, each row by itself", () => {
    const sums = columnSums([
      [MAX_VALUE, MAX_VALUE, -MAX_VALUE],
      [1, 2, 3],
      [MAX_VALUE, MAX_VALUE, MAX_VALUE],
    ]);
    expect([...sums.spill.keys()]).toEqual([0, 2]);
    expect([0, 1, 2].map((row) => roundedTotal(sums, row))).toEqual([MAX_VALUE, 1 + 2 + 3, Infinity]);
    for (let i = 0; i < 2; i++) addExactColumn(sums, Int32Array.of(2), Float64Array.of(-MAX_VALUE));
    expect(roundedTotal(sums, 2)).toBe(MAX_VALUE); // three less two
  });

  it("take what is spilled and what is not finite from row to row", () => {
    const other = columnSums([
      [MAX_VALUE, MAX_VALUE, 1],
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ]);
    const least = dyadic(MIN_VALUE);
    spillExact(other, 3, multiplyDyadic(least, least));
    other.nonfinite.set([0, -Infinity, Infinity, 0]);
    const sums = columnSums([[1], [2], [3], [-MAX_VALUE], [5]]);
    sums.nonfinite.set([0, 0, -Infinity, 0, 0]);
    combineExactRows(sums, Int32Array.of(3, 1, 2, 0), other, Int32Array.of(0, 1, 2, 3));
    // 1 + (7 + 8 + 9) + the least double squared.
    expect(exactTotal(sums, 0)).toEqual({ mantissa: ((25n << 2148n) + 1n) << 1074n, exponent: -3222 });
    const totals = [0, 1, 2, 3, 4].map((row) => roundedTotal(sums, row));
    expect(totals).toEqual([25, -Infinity, Number.NaN, MAX_VALUE, 5]);
    expect(exactTotal(sums, 1)).toEqual(dyadic(2 + 1 + 2 + 3));
    expect([...sums.spill.keys()].sort()).toEqual([0, 3]);
  });
});

describe("any order and any grouping give the same total", () => {
  const random = seededRandom(seed);
  const shuffled = <Item>(items: readonly Item[]) =>
    items.map((item) => ({ item, key: random() })).sort((a, b) => a.key - b.key).map(({ item }) => item); // biome-ignore format: one line

  const draws: [string, () => number][] = [
    ["of like size", () => random() - 0.5],
    ["over all exponents", () => (random() - 0.5) * 2 ** (2090 * random() - 1070)],
    ["at the top", () => (random() < 0.5 ? -1 : 1) * MAX_VALUE * (1 - random() * 2 ** -50)],
    [
      "an ulp around the top",
      () => (random() < 0.5 ? -1 : 1) * (random() < 0.5 ? MAX_VALUE : 2 ** (960 + 12 * random())),
    ],
    ["at the bottom", () => (random() - 0.5) * 2 ** -1040],
    ["that cancel", () => Math.round(random() * 9 - 4.5) * 2 ** Math.round(random() * 120)],
  ];

  it.each(draws)("%s", (_, draw) => {
    for (let round = 0; round < 60; round++) {
      const values = Array.from({ length: 2 + Math.floor(40 * random()) }, draw);
      if (round % 3 === 0) values.push(...values.map((value) => -value), 1);
      const expected = exact(values);
      expect(total(...values)).toBe(expected);
      expect(total(...shuffled(values))).toBe(expected);
      const cut = Math.floor(random() * values.length);
      const combined = createExactSums(2);
      for (const part of shuffled([values.slice(cut), values.slice(0, cut)]))
        combineExact(combined, 1, sumsOf(part), 0);
      expect(roundedTotal(combined, 1)).toBe(expected);
      expect(roundedTotal(combined, 0)).toBe(0);
    }
  });

  it.each(draws)("%s, rows at a time", (_, draw) => {
    for (let round = 0; round < 30; round++) {
      const lists = Array.from({ length: 5 }, () => Array.from({ length: Math.floor(12 * random()) }, draw));
      for (const list of lists) if (random() < 0.3) list.push(...list.map((value) => -value), 1);
      // A row a list, in another order in each part.
      const combined = createExactSums(lists.length);
      const left = lists.map(shuffled);
      while (left.some((list) => list.length > 0)) {
        const into = shuffled(lists.map((_, row) => row));
        const part = createExactSums(lists.length);
        into.forEach((row, from) => {
          for (const value of left[row].splice(0, 1 + Math.floor(4 * random()))) addExact(part, from, value);
        });
        const from = Int32Array.from(into, (_, i) => i);
        combineExactRows(combined, Int32Array.from(into), part, from);
      }
      expect(lists.map((_, row) => roundedTotal(combined, row))).toEqual(lists.map(exact));
    }
  });

  it("a long sum over all exponents needs few components", () => {
    const values = Array.from({ length: 20_000 }, () => (random() - 0.5) * 2 ** (1900 * random() - 950));
    const sums = sumsOf(values);
    expect(roundedTotal(sums, 0)).toBe(exact(values));
    expect(sums.components.length).toBeLessThan(2 * Math.ceil(2098 / 53));
  });
});
