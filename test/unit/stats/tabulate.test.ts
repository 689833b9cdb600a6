import { describe, expect, it } from "vitest";
import type { CellArray } from "../../../src/source/source.ts";
import { ByteTable } from "../../../src/stats/byte-table.ts";
import { sortCells } from "../../../src/stats/sort-cells.ts";
import { type Tabulated, tabulate } from "../../../src/stats/tabulate.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";

const asLists = ({ values, weights, length }: Tabulated) => [
  Array.from(values).slice(0, length),
  Array.from(weights).slice(0, length),
];

const bytes = new ByteTable();
const others = { weights: new Float64Array(0), ids: new Float64Array(0) };

function ofBytes(whole: readonly CellArray[], partial: CellArray, coverage: Float64Array) {
  bytes.clear();
  const add = (start: number, stop: number) => bytes.addMany(0, { values: partial, coverage, ...others }, start, stop);
  // Some of the cells in part come before whole ones, as those of other chunks do.
  const some = Math.floor(partial.length / 2);
  if (partial.length > 0) add(0, some);
  for (const cells of whole) bytes.addWhole(0, cells, 0, cells.length);
  if (partial.length > 0) add(some, partial.length);
  return bytes.finish() ? asLists(bytes) : null;
}

/** By sorting, as cells of other types are. */
function plainly(whole: readonly CellArray[], partial: CellArray, coverage: Float64Array) {
  return asLists(tabulate(sortCells(whole), { partial, coverage }));
}

describe("cells of 8 bits by value", () => {
  it.each([Uint8Array, Int8Array])(`are those of sorting, to the bit (%o, seed ${seed})`, (Cells) => {
    const random = seededRandom(seed);
    const some = (values: number, most: number) =>
      new Cells(Math.floor(random() * most)).map(() => random() * values - 128);
    for (let i = 0; i < draws(200); i++) {
      const values = i % 2 === 0 ? 256 : 7;
      const whole = [some(values, 40), some(values, 40)].slice(0, 1 + (i % 2));
      const partial = some(values, 100);
      const coverage = Float64Array.from(partial, () => random() * 2 ** -Math.floor(random() * 20));
      expect(ofBytes(whole, partial, coverage)).toEqual(plainly(whole, partial, coverage));
    }
  });

  it("are not answered for where two doubles do not hold a weight, and leave nothing behind", () => {
    const partial = Uint8Array.of(5, 5, 5, 6);
    const coverage = Float64Array.of(1, 2 ** -60, 2 ** -120, 0.5);
    expect(ofBytes([], partial, coverage)).toBeNull();
    expect(ofBytes([], partial.subarray(2), coverage.subarray(2))).toEqual([[5, 6], [2 ** -120, 0.5]]); // biome-ignore format: a line
  });

  it("are not there where cells are of another type, or none are", () => {
    expect(ofBytes([Int16Array.of(1)], new Int16Array(0), new Float64Array(0))).toBeNull();
    expect(ofBytes([], new Uint8Array(0), new Float64Array(0))).toBeNull();
  });
});

describe("cells of other types by value", () => {
  it("take a table of as many values as 16 bits have, however many the cells are", () => {
    const whole = Int16Array.from({ length: 2 ** 17 + 1 }, (_, i) => i);
    const coverage = Float64Array.of(0.25, 0.5, 0.125);
    const table = tabulate(sortCells([whole]), { partial: Int16Array.of(7, -(2 ** 15), 7), coverage });
    expect([table.length, table.values.length, table.weights.length]).toEqual([2 ** 16, 2 ** 16, 2 ** 16]);
    const at = (value: number) => [table.values[value + 2 ** 15], table.weights[value + 2 ** 15]];
    expect([-(2 ** 15), -1, 0, 1, 7, 2 ** 15 - 1].map(at)).toEqual([
      [-(2 ** 15), 2 + 0.5],
      [-1, 2],
      [0, 3],
      [1, 2],
      [7, 2 + 0.25 + 0.125],
      [2 ** 15 - 1, 2],
    ]);
  });

  it.each([Float32Array, Float64Array, Int32Array, Uint16Array])(`are those of a map (%o, seed ${seed})`, (Cells) => {
    const random = seededRandom(seed + 1);
    for (let i = 0; i < draws(50); i++) {
      const some = (most: number) => new Cells(Math.floor(random() * most)).map(() => Math.floor(random() * 2000));
      const [whole, partial] = [some(3000), some(600)];
      // Sums of eighths are exact in doubles, in whatever order.
      const coverage = Float64Array.from(partial, () => Math.ceil(random() * 8) / 8);
      const weights = new Map<number, number>();
      const add = (value: number, weight: number) => weights.set(value, (weights.get(value) ?? 0) + weight);
      for (const value of whole) add(value, 1);
      partial.forEach((value, cell) => {
        add(value, coverage[cell]);
      });
      const ascending = [...weights].sort(([a], [b]) => a - b);
      const wanted = [ascending.map(([value]) => value), ascending.map(([, weight]) => weight)];
      expect(plainly([whole], partial, coverage)).toEqual(wanted);
    }
  });
});
