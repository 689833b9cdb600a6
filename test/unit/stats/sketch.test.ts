import { describe, expect, it } from "vitest";
import { Sketches, sketchQuantile } from "../../../src/stats/sketch.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";
import { sum, toNumber } from "../../helpers/rational.ts";

const { MAX_VALUE, MIN_VALUE } = Number;
const BOUND = 2 ** -8;

function sketchOf(values: readonly number[], weights?: readonly number[]) {
  const sketches = new Sketches();
  if (!weights) sketches.addAll(0, Float64Array.from(values), values.length);
  else for (const [i, value] of values.entries()) sketches.add(0, value, weights[i]);
  return sketches;
}

function bucketsOf(sketches: Sketches, row = 0) {
  const buckets = sketches.buckets(row);
  if (!buckets) throw new Error("empty");
  return buckets;
}

/** The order statistics around q·(n − 1), and what lies between them. */
function exactQuantile(sorted: readonly number[], q: number) {
  const position = q * (sorted.length - 1);
  const low = sorted[Math.floor(position)];
  const high = sorted[Math.ceil(position)];
  const part = position % 1;
  return { low, high, value: low * (1 - part) + high * part };
}

const manyQ = [0, 1e-4, 0.001, 0.01, 0.05, 0.1, 0.25, 1 / 3, 0.5, 0.6, 0.75, 0.9, 0.95, 0.99, 0.999, 1 - 1e-12, 1];

const random = seededRandom(seed);
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const kinds: Record<string, () => number> = {
  "heavy-tailed": () => (1 - random()) ** -2,
  "log-normal over 40 powers of ten": () => 10 ** (7 * normal()),
  negative: () => -Math.exp(3 * normal()),
  "of mixed signs": () => normal() * 1e5,
  "rain: mostly 0": () => (random() < 0.7 ? 0 : Math.exp(normal())),
  "far from 0": () => 1e9 + normal(),
  "32-bit floats": () => Math.fround(300 + 20 * normal()),
  "large and small, few": () => (random() < 0.5 ? -1 : 1) * 2 ** Math.floor(2000 * random() - 1000),
};

function drawn(kind: string, count: number): number[] {
  return Array.from({ length: count }, kinds[kind]);
}

describe.each(Object.keys(kinds))("a sketch of values %s", (kind) => {
  it("is within 2^-8 of the exact quantile", () => {
    for (const count of [1, 2, 3, 10, 101, 5000]) {
      const values = drawn(kind, count);
      const sorted = values.toSorted((a, b) => a - b);
      const buckets = bucketsOf(sketchOf(values));
      let before = Number.NEGATIVE_INFINITY;
      for (const q of manyQ) {
        const { low, high, value } = exactQuantile(sorted, q);
        const found = sketchQuantile(buckets, q, sorted[0], sorted[count - 1]);
        const allowed = BOUND * Math.max(Math.abs(low), Math.abs(high)) * (1 + 1e-9);
        expect(Math.abs(found - value), `${count} cells, q ${q}: ${found} for ${value}`).toBeLessThanOrEqual(allowed);
        expect(found).toBeGreaterThanOrEqual(before);
        before = found;
      }
      expect(before).toBe(sorted[count - 1]);
    }
  });

  it("does not depend on order, split, or the way by which cells come", () => {
    const values = drawn(kind, 500);
    const expected = bucketsOf(sketchOf(values));
    for (let draw = 0; draw < draws(20); draw++) {
      const parts = new Sketches();
      const places = 1 + Math.floor(5 * random());
      for (const value of values.toSorted(() => random() - 0.5)) {
        const row = Math.floor(places * random());
        if (random() < 0.5) parts.add(row, value, 1);
        else parts.addAll(row, Float64Array.of(Number.NaN, value).subarray(1), 1);
      }
      const whole = new Sketches();
      for (const row of Array.from({ length: places }, (_, i) => i).toSorted(() => random() - 0.5)) {
        whole.combine(7, parts, row);
      }
      expect(bucketsOf(whole, 7)).toEqual(expected);
    }
  });
});

describe("weights", () => {
  const values = Array.from({ length: 2000 }, () => Math.exp(4 * normal()) - 1);
  const weights = values.map(() => random() ** 4 * 1e10);

  it("are summed exactly: any order and split has the same bits", () => {
    const expected = bucketsOf(sketchOf(values, weights));
    for (let draw = 0; draw < draws(10); draw++) {
      const parts = new Sketches();
      for (const i of values.map((_, i) => i).toSorted(() => random() - 0.5)) {
        parts.add(Math.floor(3 * random()), values[i], weights[i]);
      }
      parts.combine(0, parts, 1);
      parts.combine(0, parts, 2);
      expect(bucketsOf(parts)).toEqual(expected);
    }
    expect(toNumber(sum([...expected.weights]))).toBeCloseTo(toNumber(sum(weights)), 2);
    expect(expected.cells).toBe(2000);
  });

  it("are rounded once: 1e16 + 1 + 1 is 1e16 + 2", () => {
    expect(bucketsOf(sketchOf([3, 3, 3], [1e16, 1, 1])).weights).toEqual(Float64Array.of(1e16 + 2));
    const tenths = bucketsOf(sketchOf([3, 3, 3], [0.1, 0.2, 0.7])).weights[0];
    expect(tenths).toBe(toNumber(sum([0.1, 0.2, 0.7])));
  });

  it("place quantiles within 2^-8 of the values at which shares of the weight around q are passed", () => {
    const order = values.map((_, i) => i).toSorted((a, b) => values[a] - values[b]);
    const total = toNumber(sum(weights));
    const buckets = bucketsOf(sketchOf(values, weights));
    /** The value where `share` of all weight is passed. */
    const valueAt = (share: number) => {
      let passed = 0;
      for (const i of order) {
        passed += weights[i];
        if (passed > share * total) return values[i];
      }
      return values[order[1999]];
    };
    for (const q of manyQ) {
      const [least, greatest] = [values[order[0]], values[order[1999]]];
      const found = sketchQuantile(buckets, q, least, greatest);
      const low = q * 1999 < 1 ? least : valueAt((Math.floor(q * 1999) + 0.5 - 1e-6) / 2000);
      const high = q * 1999 > 1998 ? greatest : valueAt((Math.ceil(q * 1999) + 0.5 + 1e-6) / 2000);
      expect(found).toBeGreaterThanOrEqual(low - BOUND * Math.abs(low));
      expect(found).toBeLessThanOrEqual(high + BOUND * Math.abs(high));
    }
  });

  it("that are all alike do not matter, and cells of weight 0 do not count", () => {
    const plain = bucketsOf(sketchOf(values));
    const areas = bucketsOf(
      sketchOf(
        values,
        values.map(() => 0.3),
      ),
    );
    const sorted = values.toSorted((a, b) => a - b);
    for (const q of manyQ) {
      const [least, greatest] = [sorted[0], sorted[1999]];
      expect(sketchQuantile(areas, q, least, greatest)).toBe(sketchQuantile(plain, q, least, greatest));
    }
    expect(bucketsOf(sketchOf([1, 5, 9], [1, 0, 1]))).toEqual(bucketsOf(sketchOf([1, 9])));
    expect(sketchOf([5], [0]).buckets(0)).toBeNull();
  });
});

describe("buckets", () => {
  it("hold each number of 8 bits by itself: no quantile of bytes is off", () => {
    const bytes = Array.from({ length: 999 }, () => Math.floor(256 * random()));
    const sorted = bytes.toSorted((a, b) => a - b);
    const buckets = bucketsOf(sketchOf(bytes));
    expect([...buckets.values]).toEqual([...new Set(sorted)]);
    for (const q of manyQ) {
      expect(sketchQuantile(buckets, q, sorted[0], sorted[998])).toBeCloseTo(exactQuantile(sorted, q).value, 11);
    }
    expect([...bucketsOf(sketchOf([-256, -0.75, 1.25, 256])).values]).toEqual([-256, -0.75, 1.25, 256]);
  });

  it("take the nearest of them, of two the one farther from 0", () => {
    // Between 256 and 512 there are 128, each 2 wide.
    expect([...bucketsOf(sketchOf([256, 257, 258, 258.999, -257])).values]).toEqual([-258, 256, 258]);
    expect([...bucketsOf(sketchOf([256, 257, 258, 258.999, -257])).weights]).toEqual([1, 1, 3]);
    expect([...bucketsOf(sketchOf([511.5])).values]).toEqual([512]);
  });

  it("have one for each infinity, which the greatest doubles do not reach", () => {
    const buckets = bucketsOf(sketchOf([MAX_VALUE, Infinity, -Infinity, -MAX_VALUE]));
    const most = 2 ** 1023 * (2 - 2 ** -7);
    expect([...buckets.values]).toEqual([-Infinity, -most, most, Infinity]);
    expect(sketchQuantile(buckets, 0, -Infinity, Infinity)).toBe(-Infinity);
    expect(sketchQuantile(buckets, 1 / 3, -Infinity, Infinity)).toBe(-most);
    expect(sketchQuantile(buckets, 0.5, -Infinity, Infinity)).toBe(0);
    expect(sketchQuantile(buckets, 0.9, -Infinity, Infinity)).toBe(Infinity);
    expect(sketchQuantile(bucketsOf(sketchOf([-Infinity, Infinity])), 0.5, -Infinity, Infinity)).toBeNaN();
    expect(sketchQuantile(bucketsOf(sketchOf([Infinity, Infinity])), 0.5, Infinity, Infinity)).toBe(Infinity);
  });

  it("take −0 for 0, and what is below 2^-1030 too", () => {
    const { values, weights } = bucketsOf(sketchOf([0, -0, MIN_VALUE, -MIN_VALUE, 2 ** -1031]));
    expect(values).toEqual(Float64Array.of(0));
    expect(weights).toEqual(Float64Array.of(5));
    expect([...bucketsOf(sketchOf([-(2 ** -1022), 2 ** -1029])).values]).toEqual([-(2 ** -1022), 2 ** -1029]);
    for (let draw = 0; draw < draws(1000); draw++) {
      const subnormal = random() * 2 ** -1022;
      const [found] = bucketsOf(sketchOf([subnormal])).values;
      expect(Math.abs(found - subnormal)).toBeLessThanOrEqual(2 ** -1030);
    }
  });

  it("pass over NaN, and take bigints", () => {
    const sketches = sketchOf([Number.NaN, 1, Number.NaN]);
    sketches.add(0, Number.NaN, 1);
    sketches.add(0, 2n ** 63n, 1);
    sketches.add(0, -(10n ** 18n), 1);
    expect(bucketsOf(sketches)).toEqual(bucketsOf(sketchOf([-1e18, 1, 2 ** 63])));
    expect(bucketsOf(sketches).cells).toBe(3);
    expect(sketchOf([Number.NaN]).buckets(0)).toBeNull();
  });

  it("are at most 524,033 a row", () => {
    // All doubles with no bits but those kept, and no infinity: exponent and 7 bits, both signs, one 0.
    const words = new Uint32Array(4 * 2047 * 128);
    const values = new Float64Array(words.buffer);
    for (let i = 0; i < values.length; i++) words[2 * i + 1] = ((i >> 1) << 13) | (i & 1 ? 0x80000000 : 0);
    const sketches = new Sketches();
    sketches.addAll(0, values, values.length);
    sketches.addAll(0, Float64Array.of(Infinity, -Infinity), 2);
    const { values: found, cells } = bucketsOf(sketches);
    expect(found.length).toBe(2 * 2047 * 128 + 1);
    expect(cells).toBe(2 * 2047 * 128 + 2);
    expect(found.every((value, i) => i === 0 || value > found[i - 1])).toBe(true);
  });
});

describe("a row", () => {
  it("without cells is null, with one cell is that cell", () => {
    const sketches = sketchOf([1000.3]);
    expect(sketches.buckets(1)).toBeNull();
    sketches.addAll(1, Float64Array.of(1, 2, 3), 0);
    sketches.combine(1, new Sketches(), 0);
    expect(sketches.buckets(1)).toBeNull();
    for (const q of manyQ) expect(sketchQuantile(bucketsOf(sketches), q, 1000.3, 1000.3)).toBe(1000.3);
  });

  it("of equal cells is their value, which its bucket need not be", () => {
    const buckets = bucketsOf(sketchOf(Array(10).fill(0.1)));
    expect(buckets.values[0]).not.toBe(0.1);
    for (const q of manyQ) expect(sketchQuantile(buckets, q, 0.1, 0.1)).toBe(0.1);
  });

  it("is apart from others, and takes the first n alone", () => {
    const sketches = new Sketches();
    sketches.addAll(3, Float64Array.of(1, 2, 3), 2);
    sketches.add(1e9, 5, 0.5);
    expect(bucketsOf(sketches, 3)).toEqual({ values: Float64Array.of(1, 2), weights: Float64Array.of(1, 1), cells: 2 });
    expect(bucketsOf(sketches, 1e9)).toEqual({ values: Float64Array.of(5), weights: Float64Array.of(0.5), cells: 1 });
  });
});
