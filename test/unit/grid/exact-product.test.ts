import { expect, it } from "vitest";
import { productError } from "../../../src/grid/exact-product.ts";
import { seed, seededRandom } from "../../helpers/random.ts";
import { add, compare, multiply, rational } from "../../helpers/rational.ts";

it("is what rounding took away from a product", () => {
  // (1 + 2^-30)² = 1 + 2^-29 + 2^-60, of which a double keeps the first two.
  expect(productError(1 + 2 ** -30, 1 + 2 ** -30, 1 + 2 ** -29)).toBe(2 ** -60);
  // (2^53 − 1)² = 2^106 − 2^54 + 1.
  expect(productError(2 ** 53 - 1, 2 ** 53 - 1, 2 ** 106 - 2 ** 54)).toBe(1);
  expect(productError(3, 5, 15)).toBe(0);
  expect(productError(0, -7, 0)).toBe(0);
});

it("makes products of doubles up to 2^500 exact: product + error = a × b", () => {
  const random = seededRandom(seed);
  const draw = () => (random() - 0.5) * 2 ** Math.round(1000 * random() - 500);
  for (let i = 0; i < 2000; i++) {
    const [a, b] = [draw(), draw()];
    if (Math.abs(a * b) < 2 ** -900) continue;
    const sum = add(rational(a * b), rational(productError(a, b, a * b)));
    expect(compare(sum, multiply(rational(a), rational(b))), `${a} × ${b}`).toBe(0);
  }
});
