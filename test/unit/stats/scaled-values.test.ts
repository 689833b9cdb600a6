import { expect, it } from "vitest";
import { createPartials } from "../../../src/stats/partial.ts";
import { PartialRow } from "../../../src/stats/partial-row.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";
import { add, multiply, rational, toNumber } from "../../helpers/rational.ts";

const random = seededRandom(seed);
const oneOf = <Item>(items: readonly Item[]): Item => items[Math.floor(items.length * random())];
const fraction = () => random() + 2 ** -32 * random() - 0.5;

/** Integers, fractions, ties (odd numbers of 54 bits in halves), and both ends of the range of doubles. */
const stored = [
  () => Math.floor(65536 * random()),
  () => fraction() * 2 ** Math.floor(60 * random() - 30),
  () => 2 ** 53 - 1 - 2 * Math.floor(100 * random()),
  () => fraction() * 2 ** oneOf([-1060, -1000, -220, -200, -180, 180, 200, 220, 1000]),
];
const scales = [0.01, 0.1, -0.02, 1.5, 0.5, 3e-5, 1e-160, 1e160, 2 ** -200];
const offsets = [273.15, -40, 0.5, 2 ** 53, 1e-300, 1e300, 1e-60];

it(`a value, scaled and moved, is rounded once: ${draws(2000)} draws`, () => {
  const partials = createPartials(1, "float64", new Set());
  partials.count[0] = 1;
  const grid = { crs: null, transform: null, width: 1, height: 1 };
  const rounded = Array.from({ length: draws(2000) }, () => {
    const [value, scale, offset] = [oneOf(stored)(), oneOf(scales), oneOf(offsets)];
    partials.min[0] = partials.max[0] = value;
    const row = new PartialRow(partials, { grid, scale, offset, integers: false });
    const wanted = toNumber(add(multiply(rational(value), rational(scale)), rational(offset)));
    return { value, scale, offset, min: row.min, max: row.max, wanted };
  });
  expect(rounded.filter(({ min, max, wanted }) => !Object.is(min, wanted) || !Object.is(max, wanted))).toEqual([]);
});
