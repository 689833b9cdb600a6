/**
 * The whole verb once more, cell by cell in fractions of bigints, for small rasters: every statistic correctly rounded,
 * whatever the order. Nothing of src/stats, src/mask or src/kernels is used.
 */
import type { CellArray } from "../../src/source/source.ts";
import { exactMask } from "./even-odd.ts";
import type { Zone } from "./pixel-zones.ts";
import { add, compare, divide, multiply, negate, type Rational, rational, rootToNumber, toNumber } from "./rational.ts";

export interface BruteInput {
  /** slices × height × width. */
  readonly data: CellArray;
  readonly height: number;
  readonly width: number;
  readonly slices: number;
  readonly nodata: number | bigint | null;
  readonly scale: number;
  readonly offset: number;
  /** In pixel space. */
  readonly zones: readonly Zone[];
}

export type Value = number | bigint | null;

export const allStatistics = [
  "count", "sum", "mean", "min", "max", "range", "variance", "stdev", "coefficient_of_variation",
] as const; // biome-ignore format: one line

/** Rows zone × slice, each with all statistics by name. */
export function bruteForce(input: BruteInput): Record<string, Value>[] {
  const { data, height, width, slices, nodata, zones } = input;
  return zones.flatMap((zone) => {
    const mask = exactMask(zone, height, width).join("");
    return Array.from({ length: slices }, (_, slice) => {
      const cells = [...data.subarray(slice * height * width, (slice + 1) * height * width)] as (number | bigint)[];
      const valid = cells.filter((value, i) => mask[i] === "#" && value !== nodata && !Number.isNaN(value));
      return summary(valid, input);
    });
  });
}

function summary(stored: readonly (number | bigint)[], { scale, offset, data }: BruteInput): Record<string, Value> {
  if (stored.length === 0) {
    return { ...Object.fromEntries(allStatistics.map((name) => [name, null])), count: 0, sum: 0 };
  }
  const exact = scale === 1 && offset === 0;
  const kept = (value: Rational): Value => {
    const wide = data instanceof BigInt64Array || data instanceof BigUint64Array;
    return exact && wide ? value.top : toNumber(value);
  };
  const integers = !(data instanceof Float32Array || data instanceof Float64Array);
  if (stored.some((value) => value === Infinity || value === -Infinity)) return withInfinities(stored, scale, offset);
  const values = stored.map((value) => add(multiply(rational(value), rational(scale)), rational(offset))).sort(compare);
  const n = rational(values.length);
  const total = values.map(lowest).reduce(addLowest, rational(0));
  const mean = divide(total, n);
  const deviations = values.map((value) => add(value, negate(mean)));
  const spread = deviations.map((value) => lowest(multiply(value, value))).reduce(addLowest, rational(0));
  const variance = divide(spread, n);
  const [low, high] = [values[0], values[values.length - 1]];
  return {
    count: values.length,
    sum: integers && exact ? total.top / total.bottom : toNumber(total),
    mean: toNumber(mean),
    min: kept(low),
    max: kept(high),
    range: kept(add(high, negate(low))),
    variance: toNumber(variance),
    stdev: rootToNumber(variance),
    coefficient_of_variation: ratio(variance, mean),
  };
}

function ratio(variance: Rational, mean: Rational): number {
  if (mean.top === 0n) return variance.top === 0n ? Number.NaN : Infinity;
  const root = rootToNumber(divide(variance, multiply(mean, mean)));
  return mean.top < 0n ? 0 - root : root;
}

/** IEEE arithmetic does what is meant where infinities decide. */
function withInfinities(stored: readonly (number | bigint)[], scale: number, offset: number): Record<string, Value> {
  const values = stored.map((value) =>
    Number.isFinite(value)
      ? toNumber(add(multiply(rational(value), rational(scale)), rational(offset)))
      : Number(value) * scale,
  );
  const infinite = values.filter((_, i) => !Number.isFinite(stored[i])).reduce((a, b) => a + b);
  const [min, max] = [Math.min(...values) + 0, Math.max(...values) + 0];
  const undefined3 = { variance: Number.NaN, stdev: Number.NaN, coefficient_of_variation: Number.NaN };
  return { count: values.length, sum: infinite, mean: infinite, min, max, range: max - min, ...undefined3 };
}

/** Denominators are powers of two times n: kept short, or they would grow with every addition. */
function lowest({ top, bottom }: Rational): Rational {
  let [a, b] = [top < 0n ? -top : top, bottom];
  while (b > 0n) [a, b] = [b, a % b];
  return a === 0n ? { top: 0n, bottom: 1n } : { top: top / a, bottom: bottom / a };
}

function addLowest(a: Rational, b: Rational): Rational {
  return lowest(add(a, b));
}

/** Equal as numbers, whether a column came out as bigints or as doubles; −0 is not 0. */
export function textOf(value: unknown): string {
  if (typeof value === "number" && Number.isInteger(value) && !Object.is(value, -0)) return BigInt(value).toString();
  return Object.is(value, -0) ? "-0" : String(value);
}
