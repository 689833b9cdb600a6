import { describe, expect, it } from "vitest";
import { asValues, type ListColumn } from "../../../src/stats/column-values.ts";
import { listsInForm } from "../../../src/stats/forms.ts";
import { resolveStatistics } from "../../../src/stats/resolve.ts";
import { valueData } from "../../../src/table.ts";

/** The last two lists in a block, then the first. */
function inColumn([first, ...rest]: readonly (readonly number[])[]): ListColumn {
  const block = (rows: number[], lists: readonly (readonly number[])[]) => {
    const offsets = Int32Array.from([0, ...lists], (_, i) => lists.slice(0, i).flat().length);
    return { rows: Int32Array.from(rows), items: Float64Array.from(lists.flat()), offsets };
  };
  return { rows: 3, blocks: [block([2, 1], [...rest].reverse()), block([0], [first])] };
}

const statistics = resolveStatistics(["count", "frac", "unique"]);
const counts = { numbers: Float64Array.of(4, 0, 2), isNull: new Uint8Array(3) };
const shares = [[0.5, 0.25, 0.25], [], [1]];

describe.each([
  { classes: [[3, 7, 250], [], [7]] },
  { classes: [[3, 70_000, 2 ** 33], [], [70_000]] },
  { classes: [[-2, 0.5, 7], [], [0.5]] },
])("lists of classes $classes in columns", ({ classes }) => {
  const places = { zones: Int32Array.of(0, 1, 2), slices: new Int32Array(3), classes: null };
  const rowsOf = (...values: (ListColumn | (readonly number[])[] | typeof counts)[]) => ({
    ...places,
    columns: values.map((values, i) => ({ name: statistics[i].column, values })),
  });

  it.each(["wide", "long"] as const)("are formed as lists by themselves are: %s", (form) => {
    const expected = listsInForm(rowsOf(counts, shares, classes), statistics, form);
    const found = listsInForm(rowsOf(counts, inColumn(shares), inColumn(classes)), statistics, form);
    const plain = ({ columns, ...rest }: typeof found) => ({
      ...rest,
      columns: columns.map(({ name, values }) => ({ name, values: asValues(values) })),
    });
    expect(plain(found)).toEqual(plain(expected));
    expect(found.columns.length).toBe(form === "wide" ? 4 : 2);
    for (const [i, { values }] of found.columns.entries()) {
      const [data, other] = [valueData(values), valueData(expected.columns[i].values)];
      expect([...data.values]).toEqual([...other.values]);
      expect([data.nullCount, data.nullCount && data.nullBitmap]).toEqual([
        other.nullCount,
        other.nullCount && other.nullBitmap,
      ]);
    }
  });

  it("are lists of Arrow as they are", () => {
    const [data, expected] = [valueData(inColumn(classes)), valueData(classes)];
    expect([...data.valueOffsets]).toEqual([...expected.valueOffsets]);
    expect([...data.children[0].values]).toEqual([...expected.children[0].values]);
  });
});
