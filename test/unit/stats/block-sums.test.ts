import { describe, expect, it } from "vitest";
import { addBlock, addBlockOfSquares, BLOCK_CELLS, exponentOf } from "../../../src/stats/block-sums.ts";
import type { Dyadic } from "../../../src/stats/dyadic.ts";
import { createExactSums, exactTotal } from "../../../src/stats/exact-sums.ts";
import { seed, seededRandom } from "../../helpers/random.ts";
import { multiply, rational } from "../../helpers/rational.ts";

const random = seededRandom(seed);
const sign = () => (random() < 0.5 ? -1 : 1);

/** In units of 2^-3222, the least double cubed. */
const fixed = ({ mantissa, exponent }: Dyadic) => mantissa << BigInt(exponent + 3222);

function exactSum(values: Float64Array, power: 1 | 2): bigint {
  let total = 0n;
  for (const value of values) {
    const exact = power === 1 ? rational(value) : multiply(rational(value), rational(value));
    total += (exact.top << 3222n) / exact.bottom;
  }
  return total;
}

/** Both sums by blocks, as the kernel calls them for doubles. */
function blockSums(values: Float64Array, bitsBelow: number, bits = 53): { sum: bigint; squares: bigint } {
  const magnitudes = [...values].map(Math.abs).filter((value) => value > 0);
  const minExponent = exponentOf(Math.min(...magnitudes));
  const maxAbs = magnitudes.reduce((most, value) => Math.max(most, value), 0);
  const unit = Math.max(-1074, minExponent - bitsBelow);
  const sums = createExactSums(2);
  const squares = createExactSums(2);
  addBlock(sums, 1, values, values.length, maxAbs, unit);
  addBlockOfSquares(squares, 1, values, values.length, maxAbs, unit, minExponent, bits);
  expect(fixed(exactTotal(sums, 0))).toBe(0n);
  return { sum: fixed(exactTotal(sums, 1)), squares: fixed(exactTotal(squares, 1)) };
}

const kinds: Record<string, () => number> = {
  "of like size": () => sign() * (1 + random()),
  "with all 53 bits set, one sign": () => 2 - 2 ** -52 * Math.round(3 * random()),
  "of 30 binary orders": () => sign() * (1 + random()) * 2 ** Math.round(30 * random()),
  "of 60 binary orders": () => sign() * (1 + random()) * 2 ** Math.round(60 * random()),
  "of 200 binary orders": () => sign() * (1 + random()) * 2 ** Math.round(200 * random() - 100),
  "of 250 binary orders, few bits each": () => sign() * 2 ** Math.round(250 * random()),
  "of all binary orders": () => sign() * (1 + random()) * 2 ** Math.round(2045 * random() - 1023),
  "near the top": () => sign() * Number.MAX_VALUE * (1 - random() / 8),
  "near 2^480, where squares stop fitting": () => sign() * 2 ** (476 + 8 * random()),
  "near 2^960, where sums stop fitting": () => sign() * 2 ** (956 + 8 * random()),
  "near 2^-480": () => sign() * 2 ** (-440 - 90 * random()),
  "near 2^-960": () => sign() * 2 ** (-900 - 70 * random()),
  subnormal: () => sign() * Math.ceil(random() * 2 ** 40) * Number.MIN_VALUE,
  "of zeros and few others": () => (random() < 0.9 ? 0 : sign() * random()),
  "of bin-sized steps": () => sign() * (2 ** 38 - Math.round(random())) * 2 ** (38 * Math.round(2 * random())),
  "of halves of bins, where pieces round to even": () => sign() * (Math.round(random() * 7) + 0.5) * 2 ** 37,
};

describe("sums of blocks are exact", () => {
  it.each(Object.keys(kinds))("%s", (kind) => {
    for (const length of [1, 2, 17, 300]) {
      const values = Float64Array.from({ length }, kinds[kind]);
      if (values.every((value) => value === 0)) values[0] = 1.5;
      expect(blockSums(values, 52)).toEqual({ sum: exactSum(values, 1), squares: exactSum(values, 2) });
    }
  });

  it.each(["with all 53 bits set, one sign", "of bin-sized steps", "of 60 binary orders"])(
    "a full block, %s",
    (kind) => {
      const values = Float64Array.from({ length: BLOCK_CELLS }, () => Math.abs(kinds[kind]()));
      expect(blockSums(values, 52)).toEqual({ sum: exactSum(values, 1), squares: exactSum(values, 2) });
    },
  );

  it("a full block of the widest integers and of float32", () => {
    const integers = Float64Array.from({ length: BLOCK_CELLS }, () => Number.MAX_SAFE_INTEGER - Math.round(random()));
    expect(blockSums(integers, exponentOf(integers[0]))).toEqual({
      sum: exactSum(integers, 1),
      squares: exactSum(integers, 2),
    });
    const floats = Float64Array.from({ length: BLOCK_CELLS }, () => Math.fround(3.4e38 * (1 - random() * 2 ** -20)));
    for (const bits of [24, 53])
      expect(blockSums(floats, 23, bits)).toEqual({ sum: exactSum(floats, 1), squares: exactSum(floats, 2) });
  });

  it.each(["of like size", "of 30 binary orders", "of 60 binary orders", "of 200 binary orders"])(
    "float32 %s",
    (kind) => {
      const values = Float64Array.from({ length: 500 }, () => Math.fround(kinds[kind]()));
      expect(blockSums(values, 23, 24)).toEqual({ sum: exactSum(values, 1), squares: exactSum(values, 2) });
    },
  );

  it("only the first n values count", () => {
    const sums = createExactSums(1);
    addBlock(sums, 0, Float64Array.of(1, 2, 4), 2, 2, 0);
    addBlockOfSquares(sums, 0, Float64Array.of(1, 2, 4), 2, 2, 0, 0);
    expect(fixed(exactTotal(sums, 0))).toBe(BigInt(1 + 2 + 1 + 4) << 3222n);
  });
});

it("exponentOf is ⌊log2⌋ of a normal double", () => {
  expect([1, 1.5, 2, 0.75, 2 ** -1022, Number.MAX_VALUE].map(exponentOf)).toEqual([0, 0, 1, -1, -1022, 1023]);
  expect(exponentOf(2 ** -1030)).toBe(-1023);
});
