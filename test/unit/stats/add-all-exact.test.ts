import { describe, expect, it } from "vitest";
import { addAllExact } from "../../../src/stats/add-all-exact.ts";
import { addDyadic, negateDyadic } from "../../../src/stats/dyadic.ts";
import { addExact, createExactSums, exactTotal, roundedTotal } from "../../../src/stats/exact-sums.ts";
import { roundedSum } from "../../../src/stats/rounded-sum.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";
import { sum, toNumber } from "../../helpers/rational.ts";

function both(values: readonly number[]) {
  const [all, each] = [createExactSums(2), createExactSums(2)];
  for (const sums of [all, each]) addExact(sums, 1, 0.1);
  addAllExact(all, 1, Float64Array.of(...values, 99), values.length);
  for (const value of values) addExact(each, 1, value);
  return { all, each };
}

describe("many numbers at once", () => {
  it("are those one by one, whether or not two doubles hold their sum", () => {
    for (const values of [
      [],
      [0.25],
      [0.1, 0.2, 0.3],
      [1, 2 ** -60, 2 ** -120, 2 ** -180, 1],
      [2 ** 100, 1, 2 ** -100, -(2 ** 100), -1],
      [1e308, 1e308, -1e308],
      [1, Infinity, 2],
    ]) {
      const { all, each } = both(values);
      expect({ values, total: roundedTotal(all, 1) }).toEqual({ values, total: roundedTotal(each, 1) });
      expect(all.nonfinite).toEqual(each.nonfinite);
      expect(roundedTotal(all, 0)).toBe(0);
    }
    expect(roundedTotal(both([1, 2 ** -60, 2 ** -120, -1, -(2 ** -60), -0.1]).all, 1)).toBe(2 ** -120);
  });

  it(`are exact and rounded once: drawn (seed ${seed})`, () => {
    const random = seededRandom(seed);
    for (let i = 0; i < draws(300); i++) {
      const spread = 150 * random();
      const values = Array.from({ length: 20 * random() }, () => (random() - 0.5) * 2 ** Math.floor(spread * random()));
      const { all, each } = both(values);
      expect(addDyadic(exactTotal(all, 1), negateDyadic(exactTotal(each, 1))).mantissa).toBe(0n);
      const [from, to] = [Math.min(1, values.length), values.length];
      expect(roundedSum(values, from, to)).toBe(toNumber(sum(values.slice(from, to))));
    }
  });

  it("have a sum that is rounded once where two doubles do not hold it", () => {
    expect(roundedSum([2 ** 53, 1, 2 ** -60], 0, 3)).toBe(2 ** 53 + 2);
    expect(roundedSum([2 ** 53, 1, 2 ** -60, -(2 ** -120)], 0, 4)).toBe(2 ** 53 + 2);
    expect(roundedSum([2 ** 53, 1, 2 ** -120, -(2 ** -60)], 0, 4)).toBe(2 ** 53);
    expect([roundedSum([], 0, 0), roundedSum([-0], 0, 1)]).toEqual([0, 0]);
  });
});
