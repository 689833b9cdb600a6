import { expect, it } from "vitest";
import { tabulateBytes } from "../../../src/kernels/byte-tables.ts";
import type { CellsInput } from "../../../src/kernels/zonal.ts";
import { fractionsOf, majorityOf, minorityOf, modeOf, uniqueOf, varietyOf } from "../../../src/stats/frequency.ts";
import type { Group } from "../../../src/stats/section.ts";
import { statistics } from "../../../src/stats/statistics.ts";
import { asStored } from "../../../src/stats/units.ts";
import { ValueTable } from "../../../src/stats/value-table.ts";

/** Values and weights of groups: ties, one within the slack of another, none, and sums that two doubles do not hold. */
const groups: readonly (readonly [value: number, weight: number][])[] = [
  [],
  [[3, 1], [5, 2], [9, 2]],
  [],
  [[-128, 0.1], [0, 0.1 + 1e-15], [127, 0.3]],
  [[7, 4]],
  [[1, 0.1], [2, 0.2], [3, 0.3], [4, 0.7]],
  [[8, 1]],
  [[1, 1], [2, 2 ** -60], [3, 2 ** -120], [4, 2 ** -120]],
  [[100, 2], [101, 1.5], [102, 1]],
]; // biome-ignore format: a group a line
/** One has no table. */
const wanted = Uint8Array.of(1, 1, 1, 1, 1, 1, 0, 1, 1);

/** Cells in a row: as many whole ones as a weight has, and one for what is left of it. */
function blockOf(slices: number): CellsInput {
  const [cells, runs, offsets]: number[][] = [[], [], [0]];
  const partial: { offsets: number[]; columns: number[]; coverage: number[] } = {
    offsets: [0],
    columns: [],
    coverage: [],
  };
  for (const group of groups) {
    for (const [value, weight] of group) {
      const whole = Math.floor(weight);
      if (whole > 0) runs.push(0, cells.length, cells.length + whole);
      for (let i = 0; i < whole; i++) cells.push(value);
      if (weight === whole) continue;
      partial.columns.push(cells.length);
      partial.coverage.push(weight - whole);
      cells.push(value);
    }
    offsets.push(runs.length / 3);
    partial.offsets.push(partial.columns.length);
  }
  return {
    data: Int8Array.from(Array.from({ length: slices }, () => cells).flat()),
    slices,
    nodata: null,
    needs: new Set(["values", "weight"]),
    mask: {
      window: { row: 0, column: 0, height: 1, width: cells.length },
      zones: groups.length,
      runs: Int32Array.from(runs),
      offsets: Int32Array.from(offsets),
      cells: cells.length,
      partial: {
        offsets: Int32Array.from(partial.offsets),
        rows: new Int32Array(partial.columns.length),
        columns: Int32Array.from(partial.columns),
        coverage: Float64Array.from(partial.coverage),
      },
    },
  };
}

function groupOf(rows: readonly (readonly [number, number])[]): Group {
  const table = {
    values: rows.map(([value]) => value),
    weights: rows.map(([, weight]) => weight),
    length: rows.length,
  };
  return { all: { table: new ValueTable(table, false, asStored) } } as unknown as Group;
}

it.each([
  { name: "mode", one: modeOf },
  { name: "majority", one: majorityOf },
  { name: "minority", one: minorityOf },
  { name: "variety", one: varietyOf },
  { name: "unique", one: uniqueOf },
  { name: "frac", one: fractionsOf },
])("the $name of many tables is what it is of each", ({ name, one }) => {
  const { ofTable, whenEmpty } = statistics.find((statistic) => statistic.name === name) ?? {};
  if (!ofTable) throw new Error(`${name} is not told by a table`);
  const found = tabulateBytes(blockOf(1), wanted, [ofTable])?.columns.get(ofTable);
  if (!found) throw new Error(`${name} was not told`);
  const chosen = groups.filter((_, i) => wanted[i] === 1);
  expect("offsets" in found ? found.offsets.length - 1 : found.isNull.length).toBe(chosen.length);
  for (const [place, group] of chosen.entries()) {
    const expected = group.length > 0 ? one(groupOf(group)) : (whenEmpty?.() ?? null);
    const value =
      "offsets" in found
        ? [...found.numbers.subarray(found.offsets[place], found.offsets[place + 1])]
        : found.isNull[place] === 1
          ? null
          : found.numbers[place];
    expect(value, `group ${place}`).toEqual(expected);
  }
});

it("nothing is told of tables of several slices", () => {
  expect(tabulateBytes(blockOf(2), wanted, ["length"])?.columns.size).toBe(0);
});
