import { afterEach, expect, it, vi } from "vitest";
import type { CellArray } from "../../../src/source/source.ts";
import type { ExactSums } from "../../../src/stats/exact-sums.ts";
import { KeptCells } from "../../../src/stats/kept-cells.ts";
import { createPartials, type Partials, rowsFrom } from "../../../src/stats/partial.ts";
import type { Scaling } from "../../../src/stats/power-sums.ts";
import { quantileOf } from "../../../src/stats/quantile.ts";
import { putQuantiles } from "../../../src/stats/quantile-columns.ts";
import type { Group, Value } from "../../../src/stats/section.ts";
import { sortCells } from "../../../src/stats/sort-cells.ts";
import { tabulate } from "../../../src/stats/tabulate.ts";
import { mayMeet } from "../../../src/stats/units.ts";
import { ValueTable } from "../../../src/stats/value-table.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";
import { rangedCells } from "../../helpers/ranged-cells.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

const qs = [0, 1e-9, 0.1, 1 / 3, 0.5, 0.9, 0.999, 1];
const none = { values: new Float32Array(0), coverage: new Float64Array(0) };

/** Cells of a group: whole ones, and some in part. */
interface Cells {
  readonly whole: CellArray;
  readonly values: CellArray;
  readonly coverage: Float64Array;
}

function partialsOf(groups: readonly Cells[], weighed: boolean, kept = new KeptCells()): Partials {
  const weight = weighed ? ({} as ExactSums) : null;
  groups.forEach(({ whole, values, coverage }, row) => {
    kept.addWhole(row, whole, 0, whole.length);
    kept.addPlaces(row, values, rowsFrom(0, values.length), coverage, values.length);
  });
  const count = Float64Array.from(groups, ({ whole, values }) => whole.length + values.length);
  return { ...createPartials(groups.length, "float64", new Set()), kept, count, weight };
}

/** What JavaScript finds, by its table or by the cells in their order. */
function plainQuantile({ whole, values, coverage }: Cells, q: number, weighed: boolean, { scale, offset }: Scaling) {
  const toUnits = (value: Value) => (value as number) * scale + offset;
  const sorted = sortCells([whole.slice()]) as Float32Array;
  const table = new ValueTable(tabulate(sorted, { partial: values, coverage }), scale < 0, toUnits);
  const cellAt = (place: number) => toUnits(sorted[scale < 0 ? sorted.length - 1 - place : place]);
  return quantileOf({ cells: sorted.length, weighed, all: { table, cellAt } } as unknown as Group, q);
}

/** Of each group the quantiles, and whether that is all. */
function found(partials: Partials, rows: readonly number[], scaling: Scaling) {
  const columns = qs.map(() => rows.map((): unknown => null));
  const isAll = putQuantiles({ qs, columns }, partials, rows, scaling);
  return { isAll, groups: rows.map((_, i) => columns.map((column) => column[i])) };
}

const scalings = [{ scale: 1, offset: 0 }, { scale: -0.1, offset: 0 }, { scale: 1, offset: -273.15 }]; // biome-ignore format: one line

/** How many quantiles were asked for, and how many of them are not certain. */
class Asked {
  asked = 0;
  uncertain = 0;

  expect(groups: readonly Cells[], rows: readonly number[], partials: Partials) {
    for (const scaling of scalings) {
      const all = found(partials, rows, scaling);
      let missing = 0;
      rows.forEach((row, i) => {
        qs.forEach((q, j) => {
          this.asked++;
          const value = all.groups[i][j];
          if (value !== null) expect(value).toBe(plainQuantile(groups[row], q, partials.weight !== null, scaling));
          else if (partials.count[row] > 0) missing++;
        });
      });
      expect(all.isAll).toBe(missing === 0);
      this.uncertain += missing;
    }
  }
}

const kinds = [Float32Array, Int32Array, Uint32Array, Int16Array, Uint16Array];

it.each(kinds)(`quantiles of many groups are those of JavaScript (%o, seed ${seed})`, (Like) => {
  const random = seededRandom(seed);
  const asked = new Asked();
  for (let i = 0; i < draws(5); i++) {
    const groups = Array.from({ length: 12 }, (): Cells => {
      const counts = [0, 1, 7, 8, 39, 40, 41, 63, 64, 511, 512, 2047, 2048, 5000, 9000];
      const count = counts[Math.floor(random() * counts.length)];
      const parts = Math.floor(random() * 300);
      const all = rangedCells(Like, count + parts, random);
      const values = all.slice(count);
      return { whole: all.slice(0, count), values, coverage: Float64Array.from(values, () => random()) };
    });
    const rows = groups.map((_, row) => row).filter(() => random() < 0.8);
    asked.expect(groups, rows, partialsOf(groups, true));
    const whole = groups.map((group) => ({ ...group, values: new Like(0), coverage: none.coverage }));
    asked.expect(whole, rows, partialsOf(whole, false));
    const mixed = new KeptCells();
    const others = partialsOf(groups, true);
    for (const row of [...rows].reverse()) mixed.combine(row, others.kept as KeptCells, row);
    asked.expect(groups, [...rows].reverse(), { ...others, kept: mixed });
  }
  // Those of infinities, halves of odd last bits, and values that scaling may make one.
  expect(asked.uncertain).toBeLessThan(asked.asked / 5);
});

it("more groups than are looked at together are found all the same, some of which have no cells", () => {
  const groups = 100_000;
  const kept = new KeptCells();
  for (let row = 0; row < groups; row += 2) kept.addWhole(row, Int16Array.of(row % 1000), 0, 1);
  const count = Float64Array.from({ length: groups }, (_, row) => 1 - (row % 2));
  const partials = { ...createPartials(groups, "float64", new Set()), kept, count, weight: null };
  const many = Array.from({ length: 30 }, (_, i) => i / 29);
  const rows = rowsFrom(0, groups);
  const columns = many.map(() => new Array<unknown>(groups).fill(null));
  expect(putQuantiles({ qs: many, columns }, partials, rows, { scale: 1, offset: 0 })).toBe(true);
  const expected = Array.from(rows, (row) => (row % 2 === 0 ? row % 1000 : null));
  for (const column of columns) expect(column).toEqual(expected);
});

it("values that scaling may make one are JavaScript's", () => {
  const scaling = { scale: 1, offset: 2 ** 60 };
  const group = { whole: Float32Array.of(1, 2, 3), values: Float32Array.of(4), coverage: Float64Array.of(0.5) };
  expect(mayMeet(1, 1, 4, scaling)).toBe(true);
  expect(found(partialsOf([group], true), [0], scaling)).toEqual({ isAll: false, groups: [qs.map(() => null)] });
});

it.each([
  ["a weight that two doubles do not hold", Float32Array.of(1), Float32Array.of(5, 5, 5)],
  ["cells of 64 bits", Float64Array.of(1), new Float64Array(3)],
  ["cells of 8 bits, which are counted by value", Uint8Array.of(1), new Uint8Array(3)],
  ["more than memory is kept for", new Float32Array(2 ** 20), new Float32Array(3)],
])("%s: JavaScript's", (_, whole, values) => {
  const partials = partialsOf([{ whole, values, coverage: Float64Array.of(1, 2 ** -60, 2 ** -120) }], true);
  expect(found(partials, [0], scalings[0])).toEqual({ isAll: false, groups: [qs.map(() => null)] });
});

it("so is all where there is no WebAssembly, and where there are both a scale and an offset", async () => {
  const partials = partialsOf([{ whole: Float32Array.of(1, 2), ...none }], false);
  expect(found(partials, [0], { scale: 2, offset: 1 }).isAll).toBe(false);
  vi.resetModules();
  vi.stubGlobal("WebAssembly", undefined);
  const { putQuantiles } = await import("../../../src/stats/quantile-columns.ts");
  const columns = [[null]];
  expect(putQuantiles({ qs: [0.5], columns }, partials, [0], scalings[0])).toBe(false);
  expect(columns).toEqual([[null]]);
});
