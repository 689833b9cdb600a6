import { describe, expect, it } from "vitest";
import { dyadic, multiplyDyadic } from "../../../src/stats/dyadic.ts";
import { addExact, spillExact } from "../../../src/stats/exact-sums.ts";
import { addExtremes, combineRows, createPartials, type Partials, valueKindOf } from "../../../src/stats/partial.ts";
import { PartialRow } from "../../../src/stats/partial-row.ts";

const grid = { crs: null, transform: null, width: 10, height: 10 };
const needs = new Set(["sum", "squares"] as const);
type Values = readonly number[] | readonly bigint[];

/** Adds values to a row one by one, the plain way. */
function accumulate(partials: Partials, row: number, values: Values): Partials {
  for (const value of values) {
    addExtremes(partials, row, 1, value, value);
    const exact = typeof value === "bigint" ? { mantissa: value, exponent: 0 } : null;
    if (partials.sum) exact ? spillExact(partials.sum, row, exact) : addExact(partials.sum, row, Number(value));
    if (!partials.squares) continue;
    if (exact === null && !Number.isFinite(value)) partials.squares.nonfinite[row] = Infinity;
    else spillExact(partials.squares, row, square(exact ?? dyadic(Number(value))));
  }
  return partials;
}

const square = (value: ReturnType<typeof dyadic>) => multiplyDyadic(value, value);

function rowOf(values: Values, { scale = 1, offset = 0, integers = false } = {}): PartialRow {
  const kind = typeof values[0] === "bigint" ? valueKindOf(new BigInt64Array()) : "float64";
  const partials = accumulate(createPartials(2, kind, needs), 1, values);
  const row = new PartialRow(partials, { grid, scale, offset, integers });
  row.row = 1;
  return row;
}

describe("a row of partials", () => {
  it("says what plain arithmetic says of small numbers", () => {
    const row = rowOf([2, 4, 4, 4, 5, 5, 7, 9]);
    expect(row.count).toBe(8);
    expect([row.min, row.max, row.range]).toEqual([2, 9, 9 - 2]);
    expect(row.sum).toBe(2 + 4 + 4 + 4 + 5 + 5 + 7 + 9);
    expect(row.mean).toBe(40 / 8);
    expect(row.variance).toBe((9 + 1 + 1 + 1 + 0 + 0 + 4 + 16) / 8);
    expect([row.stdev, row.coefficientOfVariation]).toEqual([Math.sqrt(32 / 8), 2 / 5]);
  });

  it("applies scale and offset once", () => {
    const row = rowOf([1, 2, 6], { scale: 0.5, offset: 10 });
    expect([row.min, row.max, row.range]).toEqual([10.5, 13, 2.5]);
    expect([row.sum, row.mean]).toEqual([0.5 * 9 + 3 * 10, 34.5 / 3]);
    expect(row.variance).toBe(0.25 * ((4 + 1 + 9) / 3));
  });

  it("a negative scale swaps min and max, and keeps variance and range positive", () => {
    const row = rowOf([1, 2, 6], { scale: -2, offset: 1 });
    expect([row.min, row.max, row.range]).toEqual([1 - 12, 1 - 2, 2 * (6 - 1)]);
    expect(row.mean).toBe((-1 - 3 - 11) / 3);
    expect(row.variance).toBe(4 * ((4 + 1 + 9) / 3));
    expect(row.coefficientOfVariation).toBeLessThan(0);
  });

  it("equal cells have min = mean = max and no spread, whatever scale and offset", () => {
    for (const [scale, offset] of [
      [0.1, 0.7],
      [0.01, 273.15],
      [-1e-7, 1 / 3],
    ]) {
      // biome-ignore format: one line
      const row = rowOf([2345, 2345, 2345], { scale, offset });
      expect([row.min, row.max]).toEqual([row.mean, row.mean]);
      expect([row.range, row.variance, row.stdev]).toEqual([0, 0, 0]);
    }
  });

  it("a variance beside a huge offset does not cancel", () => {
    const row = rowOf([1e15 + 1, 1e15 + 2, 1e15 + 3]);
    expect(row.variance).toBe(2 / 3);
    expect(rowOf([1e15 + 1, 1e15 + 2, 1e15 + 3], { offset: -1e15 }).mean).toBe(2);
    expect(rowOf([1, 2, 3], { offset: 1e15 }).variance).toBe(2 / 3);
  });

  it("a stdev is right where the variance over- or underflows", () => {
    const huge = rowOf([1e200, -1e200]);
    expect([huge.variance, huge.stdev]).toEqual([Infinity, 1e200]);
    const small = rowOf([1e-200, -1e-200]);
    expect([small.variance, small.stdev]).toEqual([0, 1e-200]);
    expect(rowOf([1e-200, 3e-200]).coefficientOfVariation).toBe(0.5);
  });

  it("integers beyond 2^53 stay exact, as bigints", () => {
    const row = rowOf([2n ** 62n, 2n ** 62n - 1n, 5n], { integers: true });
    expect([row.min, row.max, row.range]).toEqual([5n, 2n ** 62n, 2n ** 62n - 5n]);
    expect(row.sum).toBe(2n ** 63n + 4n);
    expect(rowOf([2n ** 62n, 5n - 2n ** 62n], { integers: true }).sum).toBe(5);
    expect(rowOf([2n ** 60n + 1n, 2n ** 60n + 3n], { integers: true }).variance).toBe(1);
  });

  it("scaled integers are numbers", () => {
    const row = rowOf([2n ** 60n + 1n, 2n ** 60n - 1n], { integers: true, scale: 0.5, offset: -(2 ** 59) });
    expect([row.min, row.max, row.sum, row.range]).toEqual([-0.5, 0.5, 0, 1]);
  });

  it("infinite cells make infinite sums and no variance", () => {
    const row = rowOf([1, Infinity]);
    expect([row.sum, row.mean, row.max, row.range]).toEqual([Infinity, Infinity, Infinity, Infinity]);
    expect([row.variance, row.stdev, row.coefficientOfVariation]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    const scaled = rowOf([1, Infinity], { scale: -2, offset: 5 });
    expect([scaled.sum, scaled.min, scaled.max, scaled.range]).toEqual([-Infinity, -Infinity, 5 - 2, Infinity]);
    expect(rowOf([-Infinity, Infinity]).mean).toBeNaN();
  });

  it("a coefficient of variation is infinite beside a mean of 0, and undefined where nothing varies there", () => {
    expect(rowOf([-1, 1]).coefficientOfVariation).toBe(Infinity);
    expect(rowOf([0, 0]).coefficientOfVariation).toBeNaN();
    expect(rowOf([-3, -3]).coefficientOfVariation).toBe(0);
  });
});

describe("partials combine", () => {
  it("as a commutative monoid: an empty row changes nothing", () => {
    const total = createPartials(1, "float64", needs);
    const parts = createPartials(3, "float64", needs);
    accumulate(parts, 0, [5, 6]);
    accumulate(parts, 2, [-1e300, 1e300, 7]);
    combineRows(total, new Int32Array(4), parts, Int32Array.of(1, 2, 1, 0));
    const row = new PartialRow(total, { grid, scale: 1, offset: 0, integers: false });
    expect([row.count, row.min, row.max, row.sum]).toEqual([2 + 3, -1e300, 1e300, 5 + 6 + 7]);
  });

  it("keep only what is needed", () => {
    const partials = createPartials(2, "uint64", new Set());
    expect([partials.sum, partials.squares]).toEqual([null, null]);
    expect(partials.min).toBeInstanceOf(BigUint64Array);
    const row = new PartialRow(partials, { grid, scale: 1, offset: 0, integers: true });
    expect(() => row.sum).toThrow("does not list");
  });
});
