import { expect, it } from "vitest";
import { fractionsOf, majorityOf, minorityOf, modeOf, uniqueOf, varietyOf } from "../../../src/stats/frequency.ts";
import type { Group } from "../../../src/stats/section.ts";
import { statistics } from "../../../src/stats/statistics.ts";
import { chooseTables, columnOfTables } from "../../../src/stats/table-columns.ts";
import { asStored } from "../../../src/stats/units.ts";
import { ValueTable } from "../../../src/stats/value-table.ts";

/** Values and weights of groups: ties, one within the slack of another, none, and sums that two doubles do not hold. */
const groups: readonly (readonly [value: number, weight: number][])[] = [
  [[3, 1], [5, 2], [9, 2]],
  [],
  [[-128, 0.1], [0, 0.1 + 1e-15], [127, 0.3]],
  [[7, 4]],
  [[1, 0.1], [2, 0.2], [3, 0.3], [4, 0.7]],
  [],
  [[1, 1], [2, 2 ** -60], [3, 2 ** -120], [4, 2 ** -120]],
  [[250, 2], [251, 1], [252, 1]],
]; // biome-ignore format: a group a line

const ends = Int32Array.from(groups, (_, i) => groups.slice(0, i + 1).flat().length);
const values = Int16Array.from(groups.flat(), ([value]) => value);
const weights = Float64Array.from(groups.flat(), ([, weight]) => weight);

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
  const chosen = Int32Array.of(0, 1, 2, 3, 4, 6, 7);
  const found = columnOfTables(chooseTables({ values, weights, ends }, chosen), ofTable);
  for (const [place, group] of chosen.entries()) {
    const expected = groups[group].length > 0 ? one(groupOf(groups[group])) : (whenEmpty?.() ?? null);
    const value =
      "offsets" in found
        ? [...found.numbers.subarray(found.offsets[place], found.offsets[place + 1])]
        : found.isNull[place] === 1
          ? null
          : found.numbers[place];
    expect(value, `group ${group}`).toEqual(expected);
  }
});
