import { describe, expect, it } from "vitest";
import type { CellArray } from "../../../src/source/source.ts";
import { sortCells } from "../../../src/stats/sort-cells.ts";
import { distinct, type Tabulated, tabulateBytes, withPartial } from "../../../src/stats/tabulate.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";

const asLists = (table: Tabulated | null) => table && [[...Array.from(table.values)], [...table.weights]];

/** By sorting, as cells of other types are. */
function plainly(whole: readonly CellArray[], partial: CellArray, coverage: Float64Array) {
  return asLists(withPartial(distinct(sortCells(whole)), { partial, coverage }));
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
      expect(asLists(tabulateBytes(whole, partial, coverage))).toEqual(plainly(whole, partial, coverage));
    }
  });

  it("are not answered for where two doubles do not hold a weight, and leave nothing behind", () => {
    const partial = Uint8Array.of(5, 5, 5, 6);
    const coverage = Float64Array.of(1, 2 ** -60, 2 ** -120, 0.5);
    expect(tabulateBytes([], partial, coverage)).toBeNull();
    expect(asLists(tabulateBytes([], partial.subarray(2), coverage.subarray(2)))).toEqual([[5, 6], [2 ** -120, 0.5]]); // biome-ignore format: a line
  });

  it("are not there where cells are of another type, or none are", () => {
    expect(tabulateBytes([Int16Array.of(1)], [], [])).toBeNull();
    expect(tabulateBytes([], [], [])).toBeNull();
  });
});
