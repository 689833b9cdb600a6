import { describe, expect, it } from "vitest";
import { dyadic, multiplyDyadic } from "../../../src/stats/dyadic.ts";
import {
  addExact,
  combineExact,
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

describe("any order and any grouping give the same total", () => {
  const random = seededRandom(seed);
  const shuffled = <Item>(items: readonly Item[]) =>
    items.map((item) => ({ item, key: random() })).sort((a, b) => a.key - b.key).map(({ item }) => item); // biome-ignore format: one line

  it.each([
    ["of like size", () => random() - 0.5],
    ["over all exponents", () => (random() - 0.5) * 2 ** (2090 * random() - 1070)],
    ["at the top", () => (random() < 0.5 ? -1 : 1) * MAX_VALUE * (1 - random() * 2 ** -50)],
    [
      "an ulp around the top",
      () => (random() < 0.5 ? -1 : 1) * (random() < 0.5 ? MAX_VALUE : 2 ** (960 + 12 * random())),
    ],
    ["at the bottom", () => (random() - 0.5) * 2 ** -1040],
    ["that cancel", () => Math.round(random() * 9 - 4.5) * 2 ** Math.round(random() * 120)],
  ])("%s", (_, draw) => {
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

  it("a long sum over all exponents needs few components", () => {
    const values = Array.from({ length: 20_000 }, () => (random() - 0.5) * 2 ** (1900 * random() - 950));
    const sums = sumsOf(values);
    expect(roundedTotal(sums, 0)).toBe(exact(values));
    expect(sums.components.length).toBeLessThan(2 * Math.ceil(2098 / 53));
  });
});
