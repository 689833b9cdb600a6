import { afterEach, describe, expect, it, vi } from "vitest";
import { dyadic } from "../../../src/stats/dyadic.ts";
import { ExactMoments } from "../../../src/stats/exact-moments.ts";
import { addExact, createExactSums, spillExact } from "../../../src/stats/exact-sums.ts";
import { Moments } from "../../../src/stats/moments.ts";
import * as pairs from "../../../src/stats/pair-moments.ts";
import { usePairs } from "../../../src/stats/pairs.ts";
import type { PowerSums, Scaling } from "../../../src/stats/power-sums.ts";
import { addProduct, addSquareProduct } from "../../../src/stats/weighted-sums.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";

usePairs(pairs);

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

const random = seededRandom(seed);
const below = (n: number) => Math.floor(n * random());
const view = new DataView(new ArrayBuffer(8));

/** All 53 bits are drawn. */
const fraction = () => random() + 2 ** -32 * random();

function anyDouble(): number {
  view.setUint32(0, random() * 2 ** 32);
  view.setUint32(4, random() * 2 ** 32);
  const value = view.getFloat64(0);
  return Number.isFinite(value) ? value : anyDouble();
}

const oneOf = <Item>(items: readonly Item[]): Item => items[below(items.length)];

/** Ways to draw the cells of a group. */
const values: Record<string, () => () => number> = {
  bytes: () => () => below(256),
  "few bits": () => () => below(4) / 4,
  "one value": () => {
    const value = oneOf([0, 1, -7, 0.1, 1e15 + 1, anyDouble()]);
    return () => value;
  },
  integers: () => () => below(2 ** 32) - 2 ** 31,
  "integers beyond 2^53": () => () => (below(2 ** 31) * 2 ** 32 + below(2 ** 32)) * oneOf([1, -1]),
  float32: () => () => Math.fround(1000 + 500 * fraction()),
  float64: () => () => fraction() - 0.5,
  "huge offset": () => {
    const offset = 10 ** (3 + below(14));
    return () => offset + fraction();
  },
  "an ulp apart": () => () => 1 + below(3) * Number.EPSILON,
  "around zero": () => () => oneOf([1, -1]) * oneOf([1, 2, 3 + fraction()]),
  "all magnitudes": () => anyDouble,
  "many magnitudes": () => () => (fraction() - 0.5) * 2 ** (below(400) - 200),
  subnormal: () => () => below(2 ** 20) * Number.MIN_VALUE,
  large: () => () => (fraction() - 0.5) * 1e300,
  "at the limits of pairs": () => {
    const scale = 2 ** oneOf([-205, -200, -195, -105, -100, -95, 95, 100, 105, 195, 200, 205]);
    return () => (fraction() - 0.5) * scale;
  },
};

const weightings: Record<string, (() => () => number) | null> = {
  none: null,
  parts: () => () => oneOf([1, fraction()]),
  halves: () => () => below(5) / 4,
  negative: () => () => fraction() - 0.25,
  "very different": () => () => fraction() * 2 ** (below(300) - 150),
};

const scalings: (() => Scaling)[] = [
  () => ({ scale: 1, offset: 0 }),
  () => ({ scale: 0.01, offset: 273.15 }),
  () => ({ scale: -0.5, offset: 3 }),
  () => ({ scale: oneOf([1e-30, 1e30, 2 ** -199, 2 ** 210]), offset: oneOf([0, 1e-30, 1e300]) }),
  () => ({ scale: fraction(), offset: 1000 * fraction() - 500 }),
];

/** The power sums of one group, in the last of some rows. */
function drawSums(draw: () => number, weigh: (() => number) | null): PowerSums {
  const [sum, squares, weights] = [createExactSums(1), createExactSums(1), createExactSums(1)];
  const cells = oneOf([1, 2, 3, 1 + below(20)]);
  for (let i = 0; i < cells; i++) {
    const [value, weight] = [draw(), weigh ? weigh() : 1];
    addExact(weights, 0, weight);
    addProduct(sum, 0, value, weight);
    addSquareProduct(squares, 0, value, weight);
  }
  return { weight: weigh ? weights : Float64Array.of(cells), sum, squares };
}

/** Sums that need not be of any cells, of up to three doubles anywhere in the range of doubles, mostly about a limit. */
function anySums(): PowerSums {
  const column = () => {
    const sums = createExactSums(1);
    const exponent = oneOf([0, 0, 20, 95, 145, 195, 205, 255, 295, 305, 500, 900]) * oneOf([1, -1]);
    for (let i = below(3); i >= 0; i--) addExact(sums, 0, (fraction() - 0.25) * 2 ** (exponent - 50 * i));
    return sums;
  };
  return { weight: oneOf([column(), Float64Array.of(1 + below(9))]), sum: column(), squares: column() };
}

const names = ["weight", "sum", "mean", "variance", "stdev", "coefficientOfVariation"] as const;

function exactOf(exact: ExactMoments, row: number): ExactMoments {
  exact.row = row;
  return exact;
}

function expectSame(sums: PowerSums, scaling: Scaling): void {
  const [moments, exact] = [new Moments(sums, scaling, false), new ExactMoments(sums, scaling, false)];
  const found = names.map((name) => moments[name]);
  const wanted = names.map((name) => exact[name]);
  if (found.some((value, i) => !Object.is(value, wanted[i]))) expect({ scaling, sums, found }).toBe(wanted);
}

describe("moments by pairs of doubles", () => {
  // By hand with RASTRUM_DRAWS=100000: 700,000 groups, 3.5 million numbers.
  const perCase = draws(40);
  for (const [weighting, makeWeigh] of Object.entries(weightings)) {
    it(`equal those by bigints to the bit: weights ${weighting}, ${perCase} draws a kind of value`, () => {
      for (const makeDraw of Object.values(values)) {
        for (let i = 0; i < perCase; i++) {
          const sums = drawSums(makeDraw(), makeWeigh?.() ?? null);
          expectSame(sums, oneOf(scalings)());
        }
      }
    });
  }

  it(`equal those by bigints to the bit: whatever the sums, ${draws(4000)} draws`, () => {
    for (let i = draws(4000); i > 0; i--) expectSame(anySums(), oneOf(scalings)());
  });

  it("are those of each row, wherever it stands among others, with WebAssembly or without, loaded or not", async () => {
    const rows = 700;
    const [weight, sum, squares] = [createExactSums(rows), createExactSums(rows), createExactSums(rows)];
    const cells = new Float64Array(rows);
    for (let row = 0; row < rows; row++) {
      // Those that are far need bigints, and some columns more.
      const draw = row % 13 === 0 ? anyDouble : () => 1000 + fraction();
      for (cells[row] = below(4); weight.components[0][row] < cells[row]; addExact(weight, row, 1)) {
        const value = draw();
        addExact(sum, row, value);
        addSquareProduct(squares, row, value, 1);
      }
    }
    sum.nonfinite[500] = Infinity;
    for (const row of [300, 650]) spillExact(squares, row, dyadic(1));
    const asked = [...Array.from({ length: 600 }, (_, i) => i), 650, 640, 641, 699];
    const sums: PowerSums = { weight, sum, squares };
    const scaling = { scale: 0.1, offset: 20 };
    const loaded = new Moments(sums, scaling, false);
    vi.resetModules();
    const unloaded = new (await import("../../../src/stats/moments.ts")).Moments(sums, scaling, false);
    vi.stubGlobal("WebAssembly", undefined);
    const pairsWithoutWasm = await import("../../../src/stats/pair-moments.ts");
    (await import("../../../src/stats/pairs.ts")).usePairs(pairsWithoutWasm);
    const withoutWasm = new (await import("../../../src/stats/moments.ts")).Moments(sums, scaling, false);
    for (const name of names) {
      const exact = new ExactMoments(sums, scaling, false);
      const wanted = asked.map((row) => (cells[row] > 0 ? exactOf(exact, row)[name] : "none"));
      for (const moments of [loaded, unloaded, withoutWasm]) {
        const column = new Array(asked.length).fill("none");
        moments.putInto(column, name, asked, cells);
        expect(column).toEqual(wanted);
      }
    }
  });

  it("are certain of nearly all groups of usual cells, and never of what over- or underflows", () => {
    const certain = (kind: string, weigh: (() => number) | null, scaling: Scaling) => {
      const groups = Array.from(
        { length: draws(200) },
        () => new pairs.PairMoments(drawSums(values[kind](), weigh), scaling),
      );
      const isCertain = (group: pairs.PairMoments) => names.every((name) => !Number.isNaN(group.find(name, 0, 1)[0]));
      return groups.filter(isCertain).length / groups.length;
    };
    const scaling = { scale: 0.01, offset: 273.15 };
    for (const kind of ["integers", "float32", "float64", "huge offset", "an ulp apart"]) {
      // Ties are not: the deviation of two cells is half their difference, which may need 54 bits.
      expect(certain(kind, null, scaling)).toBeGreaterThan(0.95);
      expect(certain(kind, fraction, scaling)).toBeGreaterThan(0.99);
    }
    for (const kind of ["subnormal", "large"]) expect(certain(kind, null, scaling)).toBe(0);
  });
});
