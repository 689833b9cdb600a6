import { describe, expect, it } from "vitest";
import { asValues } from "../../../src/stats/column-values.ts";
import type { StatisticColumns } from "../../../src/stats/finalize.ts";
import { CollectedColumns } from "../../../src/worker/collected-columns.ts";
import { packColumns } from "../../../src/worker/pack-columns.ts";

/** What comes of a column of four rows of which 2 and 0 come first, then 3. */
function collected(first: StatisticColumns[number], second: StatisticColumns[number], rest: StatisticColumns[number]) {
  const columns = new CollectedColumns(1, 4);
  columns.put(Int32Array.of(2, 0), packColumns([first]));
  columns.put(Int32Array.of(3), packColumns([second]));
  expect([...columns.closed]).toEqual([1, 0, 1, 1]);
  return columns.finish([rest])[0];
}

const others = [7, 8, 9, 10];

describe("values that come a block at a time", () => {
  it("are numbers in a column", () => {
    const found = collected([5, null], [6], others);
    expect(found).toEqual({ numbers: Float64Array.of(0, 8, 5, 6), isNull: Uint8Array.of(1, 0, 0, 0) });
    expect(asValues(found)).toEqual([null, 8, 5, 6]);
  });

  it("are lists in a column", () => {
    const found = collected([[1, 2], []], [[3]], [[], [4, 5], [], []]);
    expect(found).toMatchObject({
      rows: 4,
      blocks: [{ rows: Int32Array.of(2, 0) }, { items: Float64Array.of(3) }, {}],
    });
    expect(asValues(found)).toEqual([[], [4, 5], [1, 2], [3]]);
  });

  it("stay in a column where a block has no row of them", () => {
    const columns = new CollectedColumns(1, 2);
    columns.put(new Int32Array(0), packColumns([[]]));
    columns.put(Int32Array.of(1), packColumns([[[3, 4]]]));
    columns.put(new Int32Array(0), packColumns([[]]));
    const [found] = columns.finish([[[1], null]]);
    expect(found).toMatchObject({ blocks: [{ items: Float64Array.of(3, 4) }, { items: Float64Array.of(1) }] });
  });

  it("are of as many rows as have come, however often one came", () => {
    const columns = new CollectedColumns(1, 4);
    for (const rows of [[2, 0], [3], [0, 2]]) columns.put(Int32Array.from(rows), packColumns([rows]));
    expect([[...columns.closed], columns.length]).toEqual([[1, 0, 1, 1], 3]);
  });

  it("of long lists are not made anew of each number", () => {
    const items = Float64Array.from({ length: 100 }, (_, i) => i);
    const block = { rows: Int32Array.of(1), items, offsets: Int32Array.of(0, 100) };
    expect(asValues({ rows: 2, blocks: [block] })).toEqual([[], items]);
  });

  it.each([
    { first: [5, null], second: [2n ** 60n], rest: others, all: [null, 8, 5, 2n ** 60n] },
    { first: [2n ** 60n, null], second: [6], rest: others, all: [null, 8, 2n ** 60n, 6] },
    { first: [5, null], second: [[6]], rest: others, all: [null, 8, 5, [6]] },
    { first: [[5], []], second: [6], rest: others, all: [[], 8, [5], 6] },
    { first: [[5], []], second: [[6]], rest: [null, null, null, null], all: [[], null, [5], [6]] },
  ])("are as they are where they are of several kinds: $first, then $second", ({ first, second, rest, all }) => {
    expect(asValues(collected(first, second, rest))).toEqual(all);
  });
});
