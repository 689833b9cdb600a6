import { describe, expect, it } from "vitest";
import { createExactSums, roundedTotal } from "../../../src/stats/exact-sums.ts";
import { addProduct, addSquareProduct } from "../../../src/stats/weighted-sums.ts";
import { seed, seededRandom } from "../../helpers/random.ts";
import { add, multiply, type Rational, rational, toNumber } from "../../helpers/rational.ts";

type Pair = readonly [value: number, weight: number];

function totals(pairs: readonly Pair[]) {
  const [sums, squares] = [createExactSums(1), createExactSums(1)];
  for (const [value, weight] of pairs) {
    addProduct(sums, 0, value, weight);
    addSquareProduct(squares, 0, value, weight);
  }
  return { sum: roundedTotal(sums, 0), squares: roundedTotal(squares, 0) };
}

/** Σ weight × value and Σ weight × value², rounded once. */
function exactTotals(pairs: readonly Pair[]) {
  let [sum, squares]: Rational[] = [rational(0), rational(0)];
  for (const [value, weight] of pairs) {
    const product = multiply(rational(value), rational(weight));
    sum = add(sum, product);
    squares = add(squares, multiply(product, rational(value)));
  }
  return { sum: toNumber(sum), squares: toNumber(squares) };
}

describe("weighted sums", () => {
  it("are Σ weight × value and Σ weight × value²", () => {
    expect(totals([[3, 0.5], [-4, 0.25]])).toEqual({ sum: 0.5 * 3 - 0.25 * 4, squares: 0.5 * 9 + 0.25 * 16 }); // biome-ignore format: one line
    expect(totals([[5, 0], [0, 1]])).toEqual({ sum: 0, squares: 0 }); // biome-ignore format: one line
  });

  it("keep what a product of doubles loses", () => {
    // A third of 3e16 twice, and −2e16: the products are off by up to 1 each, their exact sum is 6e16 × fl(1/3) − 2e16.
    const third = 1 / 3; // (1 − 2^-54) / 3
    expect(totals([[3e16, third], [3e16, third], [-2e16, 1]]).sum).toBe(-2e16 * 2 ** -54); // biome-ignore format: one line
    // (1 + 2^-30)² − 1 − 2^-29 = 2^-60
    expect(totals([[1 + 2 ** -30, 1], [1, -1], [2 ** -15, -2], [2 ** -16, 0]]).squares).toBe(2 ** -60); // biome-ignore format: one line
  });

  it("neither over- nor underflow on the way", () => {
    const [huge, tiny] = [2 ** 1000, 2 ** -1000];
    expect(totals([[huge, 0.5], [-huge, 0.5], [3, 1]]).sum).toBe(3); // biome-ignore format: one line
    expect(totals([[huge, tiny]]).squares).toBe(2 ** 1000);
    expect(totals([[tiny, huge], [tiny, huge]])).toEqual({ sum: 2, squares: 2 * tiny }); // biome-ignore format: one line
    expect(totals([[huge, 1], [huge, -1], [Number.MIN_VALUE, 1]])).toEqual({ sum: Number.MIN_VALUE, squares: 0 }); // biome-ignore format: one line
  });

  it(`are rounded once, whatever the exponents and the order (seed ${seed})`, () => {
    const random = seededRandom(seed);
    for (let draw = 0; draw < 200; draw++) {
      const reach = [1, 20, 140, 330][draw % 4];
      const pairs = Array.from({ length: 20 }, (): Pair => {
        const value = (random() - 0.5) * 2 ** Math.round(reach * (2 * random() - 1));
        return [value, random() ** 8];
      });
      const exact = exactTotals(pairs);
      expect(totals(pairs)).toEqual(exact);
      expect(totals([...pairs].reverse())).toEqual(exact);
    }
  });
});
