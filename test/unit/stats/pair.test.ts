import { describe, expect, it } from "vitest";
import { instantiate } from "../../../src/compiled/instantiate.ts";
import { type Pair, roundPair } from "../../../src/stats/pair.ts";
import { ProductSum } from "../../../src/stats/product-sum.ts";
import pairs from "../../../wasm/pairs.ts?compiled";

const pair = (high: number, low = 0): Pair => ({ high, low });
const { EPSILON } = Number;
const little = 2 ** -73;
const [most, least] = [2 ** 300, 2 ** -300];

/** What wasm/pairs.ts exports. */
interface Compiled {
  readonly multiply: (aHigh: number, aLow: number, bHigh: number, bLow: number) => void;
  readonly quotientOf: (aHigh: number, aLow: number, bHigh: number, bLow: number) => number;
  readonly rootOf: (aHigh: number, aLow: number, bHigh: number, bLow: number) => number;
  readonly productHigh: WebAssembly.Global<"f64">;
  readonly productLow: WebAssembly.Global<"f64">;
}

const compiled = instantiate<Compiled>(pairs);
const quotientOf = (a: Pair, b: Pair) => compiled.quotientOf(a.high, a.low, b.high, b.low);
const rootOf = (a: Pair, b: Pair) => compiled.rootOf(a.high, a.low, b.high, b.low);
const productOf = (a: Pair, b: Pair) => {
  compiled.multiply(a.high, a.low, b.high, b.low);
  return pair(compiled.productHigh.value, compiled.productLow.value);
};

describe("pairs of doubles", () => {
  it("are rounded where it is certain to what: not ties", () => {
    // The low part decides: 1 + ε/2 is a tie, a little more or less is none.
    expect(roundPair(pair(1, EPSILON / 2 + little))).toBe(1 + EPSILON);
    expect(roundPair(pair(1, EPSILON / 2 - little))).toBe(1);
    expect(roundPair(pair(1, EPSILON / 2))).toBeNull();
    expect(roundPair(pair(-0))).toBe(0);
  });

  it("divide and take roots with one rounding", () => {
    expect(quotientOf(pair(1), pair(3))).toBe(1 / 3);
    expect(quotientOf(pair(-6), pair(3))).toBe(-2);
    expect(rootOf(pair(2), pair(1))).toBe(Math.SQRT2);
    expect(rootOf(pair(9), pair(4))).toBe(1.5);
    expect(quotientOf(pair(1, EPSILON / 2 + little), pair(1))).toBe(1 + EPSILON);
    expect(quotientOf(pair(1, EPSILON / 2 - little), pair(1))).toBe(1);
    // (1 + ε)² = 1 + 2ε + ε²
    expect(productOf(pair(1 + EPSILON), pair(1 + EPSILON))).toEqual(pair(1 + 2 * EPSILON, EPSILON ** 2));
  });

  it("leave ties to bigints", () => {
    expect(quotientOf(pair(1, EPSILON / 2), pair(1))).toBeNaN();
    // 1 + ε + ε²/4 = (1 + ε/2)²
    expect(rootOf(pair(1 + EPSILON, EPSILON ** 2 / 4), pair(1))).toBeNaN();
  });

  it("leave to bigints what might over- or underflow on the way, what has no root, and division by 0", () => {
    for (const far of [most, least, -most, -least]) {
      expect(quotientOf(pair(far), pair(1))).toBeNaN();
      expect(quotientOf(pair(1), pair(far))).toBeNaN();
      expect(rootOf(pair(far), pair(1))).toBeNaN();
      expect(rootOf(pair(1), pair(far))).toBeNaN();
    }
    expect(quotientOf(pair(most / 2), pair(2 * least))).toBe(2 ** 598);
    expect(rootOf(pair(most / 2), pair(2 * least))).toBe(2 ** 299);
    expect([rootOf(pair(-1), pair(1)), rootOf(pair(1), pair(-1))]).toEqual([Number.NaN, Number.NaN]);
    expect([quotientOf(pair(0), pair(0)), rootOf(pair(0), pair(0))]).toEqual([Number.NaN, Number.NaN]);
  });

  it("give 0 without a sign", () => {
    expect([quotientOf(pair(0), pair(-3)), rootOf(pair(0), pair(3))]).toEqual([0, 0]);
  });
});

describe("a sum of products", () => {
  const sumOf = (...products: [number, number][]) => {
    const sum = new ProductSum();
    for (const [a, b] of products) sum.add(a, b);
    return sum.pair();
  };

  it("is exact, however much cancels", () => {
    expect(sumOf()).toEqual(pair(0));
    expect(sumOf([3, 5], [2, 4])).toEqual(pair(23));
    expect(sumOf([1e20, 1e20], [3, 5], [-1e20, 1e20])).toEqual(pair(15));
    // (1 + ε)(1 − ε) − 1 = −ε²
    expect(sumOf([1 + EPSILON, 1 - EPSILON], [-1, 1])).toEqual(pair(-(EPSILON ** 2)));
    expect(sumOf([0.1, 0.3], [-0.3, 0.1])).toEqual(pair(0));
  });

  it("starts anew when cleared", () => {
    const sum = new ProductSum();
    sum.add(1e300, 1);
    expect(sum.pair()).toBeNull();
    sum.clear();
    sum.add(7, 6);
    expect(sum.pair()).toEqual(pair(42));
  });

  it("is left to bigints for factors that are too large or small, and for more than 32 products", () => {
    for (const far of [2 ** 200, 2 ** -200, -(2 ** 200), Number.MIN_VALUE]) expect(sumOf([far, 1])).toBeNull();
    const ones = (n: number) => Array.from({ length: n }, (): [number, number] => [1, 1]);
    expect(sumOf(...ones(32))).toEqual(pair(32));
    expect(sumOf(...ones(33))).toBeNull();
  });
});
