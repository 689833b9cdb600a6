import { describe, expect, it } from "vitest";
import { reduceCells } from "../../../src/kernels/zonal-partial.ts";
import { clippedMask } from "../../../src/mask/clipped-mask.ts";
import { zoneCells } from "../../../src/mask/zone-cells.ts";
import type { Dtype } from "../../../src/source/source.ts";
import { asValues, type ListColumn } from "../../../src/stats/column-values.ts";
import { defineStatistic } from "../../../src/stats/define-statistic.ts";
import { finalizeRows, putRows } from "../../../src/stats/finalize.ts";
import { loadKeeping } from "../../../src/stats/keeping.ts";
import { addWholeCells, createPartials } from "../../../src/stats/partial.ts";
import { resolveStatistics } from "../../../src/stats/resolve.ts";
import { ClosingGroups, closeGroups, closingGroups } from "../../../src/worker/closing-groups.ts";
import type { CollectedColumns } from "../../../src/worker/collected-columns.ts";
import { packColumns, unpackColumns } from "../../../src/worker/pack-columns.ts";
import { packPartials } from "../../../src/worker/pack-partials.ts";
import { pixelZones, type Zone } from "../../helpers/pixel-zones.ts";

const [height, width, slices] = [2, 3, 2];
const grid = { crs: null, transform: null, height, width };
const meaning = { grid, scale: 1, offset: 0, integers: true };
/** The left column and half of the next; the right column; nothing. */
const zones: Zone[] = [
  [[[[0, 0], [1.5, 0], [1.5, 2], [0, 2]]]],
  [[[[2, 0], [3, 0], [3, 2], [2, 2]]]],
  [[[[0.1, 0], [0.2, 0], [0.1, 0]]]],
]; // biome-ignore format: as drawn
const data = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 7, 8, 5);

const needs = new Set(["weight", "values"] as const);

async function partialsOfBlock() {
  await loadKeeping(needs);
  const inPixels = pixelZones(zones);
  const window = { row: 0, column: 0, height, width };
  const counted = zoneCells(inPixels, height, width, "fraction");
  const mask = { window, zones: Uint32Array.from(zones.keys()), pixelZones: inPixels, ...counted };
  return reduceCells({ data, slices, mask: clippedMask(mask), nodata: null, needs }, null);
}

describe("zones that lie in one chunk", () => {
  const statistics = resolveStatistics(["count", "majority", "unique"]);

  it("are closed with it: their values are found, and their cells stay where they are", async () => {
    const asked = statistics.map(({ statistic, parameters }) => ({ name: statistic.name, parameters }));
    const closing = { asked, meaning, closes: Uint8Array.of(1, 0, 1) };
    const { columns, partials } = closeGroups(await partialsOfBlock(), slices, closing);
    const [count, majority, unique] = unpackColumns(columns);
    // Zone 0 has cells 1 and 4 whole, 2 and 5 by half; in the second slice 7 twice, 8 by half twice. Zone 2 has none.
    expect(count).toEqual([3, 3, 0, 0]);
    expect(majority).toEqual([1, 7, null, null]);
    expect(unique.map((values) => [...(values as number[])])).toEqual([[1, 2, 4, 5], [7, 8], [], []]);
    const { kept } = packPartials(partials);
    expect(kept && [[...kept.wholeOffsets], [...kept.offsets], kept.whole]).toEqual([
      [0, 0, 0, 2, 4, 4, 4],
      [0, 0, 0, 0, 0, 0, 0],
      Uint8Array.of(3, 6, 9, 5),
    ]);
  });

  /** Zone 0 lies in one chunk, zone 2 in two. */
  const closingOf = (zones: Uint32Array, dtype: Dtype = "float32") => {
    const tasks = [{ zones: Uint32Array.of(0, 2) }, { zones: Uint32Array.of(2) }];
    const pass = { tasks, blocks: [{ ranges: [], slices: Uint32Array.of(0, 1) }], zones };
    return new ClosingGroups({ before: null, statistics, meaning, needs, dtype }, pass, 3, slices);
  };

  it("are those of one task alone, and their rows are told from the rest", () => {
    const closing = closingOf(Uint32Array.of(0, 1, 2));
    expect(closing.of(Uint32Array.of(0, 2)).closes).toEqual(Uint8Array.of(1, 0));
    const found = [[3, 5], [4, 6], [[], [7]]]; // biome-ignore format: a line
    // Of both zones both slices; the second zone is not closed.
    const open = closing.put(Uint32Array.of(0, 2), Uint8Array.of(1, 0), [0, 1], packColumns(found));
    expect(open).toEqual({ zones: Int32Array.of(2), rows: Int32Array.of(2, 3) });
    expect([...closing.columns.closed]).toEqual([1, 1, 0, 0, 0, 0]);
  });

  it.each([
    {
      pass: [0, 1, 2],
      ofZone1: [
        [0, 0],
        [null, null],
        [[], []],
      ],
    },
    {
      pass: [0, 2],
      ofZone1: [
        [7, 8],
        [9, 9],
        [[9], []],
      ],
    },
  ])(
    "leave rows for the others alone, and none for those without a cell: a pass of $pass",
    async ({ pass, ofZone1 }) => {
      const closing = closingOf(Uint32Array.from(pass));
      closing.put(Uint32Array.of(0, 2), Uint8Array.of(1, 0), [0, 1], packColumns([[3, 5], [4, 6], [[], [7]]])); // biome-ignore format: a line
      const { groups } = closing;
      expect([groups.length, groups.indexOf(2), groups.indexOf(2), groups.zoneOf(0)]).toEqual([1, 0, 0, 2]);
      await closing.finish(createPartials(2, "float64", new Set()), async (columns, rows) => {
        expect(rows).toEqual([0, 1]);
        putRows(columns, rows, [[30, 31], [32, 33], [[34], [35, 36]]]); // biome-ignore format: a line
      });
      const others = [[0, 0, 7, 8, 0, 0], [0, 0, 9, 9, 0, 0], [[], [], [9], [], [], []]]; // biome-ignore format: a line
      const columns = closing.columns.finish(pass.length === 3 ? null : others).map(asValues);
      const ends: unknown[][] = [[3, 5, 30, 31], [4, 6, 32, 33], [[], [7], [34], [35, 36]]]; // biome-ignore format: a line
      expect(columns).toEqual(ends.map((values, i) => values.toSpliced(2, 0, ...ofZone1[i])));
    },
  );

  it("of a later pass are beside those before, and those without a cell are told", async () => {
    const of = (zones: number[], before: CollectedColumns | null) => {
      const pass = { tasks: [{ zones: Uint32Array.from(zones) }], blocks: [{ ranges: [], slices: Uint32Array.of(0) }] };
      const step = { before, statistics, meaning, needs, dtype: "float32" } as const;
      return new ClosingGroups(step, { ...pass, zones: Uint32Array.from(zones) }, 5, 1);
    };
    const ofNone = async (_: unknown, rows: readonly number[]) => expect(rows).toEqual([]);
    const first = of([4], null);
    first.put(Uint32Array.of(4), Uint8Array.of(1), [0], packColumns([[3], [4], [[5]]]));
    await first.finish(createPartials(0, "float64", needs), ofNone);
    const next = of([0, 1, 2, 3], first.columns);
    next.put(
      Uint32Array.of(1, 2, 3),
      Uint8Array.of(1, 1, 1),
      [0],
      packColumns([
        [1, 2, 3],
        [6, 7, 8],
        [[6], [7], [8]],
      ]),
    );
    expect(next.columns.length).toBe(4);
    await next.finish(createPartials(0, "float64", needs), ofNone);
    expect(next.columns.finish(null).map(asValues)).toEqual([
      [0, 1, 2, 3, 3],
      [null, 6, 7, 8, 4],
      [[], [6], [7], [8], [5]],
    ]);
  });

  it.each(["uint8", "uint16"] as const)(
    "have the others finished by tables where cells are of 8 bits: %s",
    async (dtype) => {
      const closing = closingOf(Uint32Array.of(0, 1, 2), dtype);
      for (const zone of [0, 1, 2]) closing.groups.indexOf(zone);
      const partials = await partialsOfBlock();
      let isAsked = false;
      await closing.finish(partials, async (columns, rows) => {
        isAsked = true;
        finalizeRows(columns, statistics, partials, rows, meaning);
      });
      expect(isAsked).toBe(dtype === "uint16");
      const [count, majority, unique] = closing.columns.finish(null).map(asValues);
      expect(count).toEqual([3, 3, 2, 2, 0, 0]);
      expect(majority).toEqual([1, 7, 3, 5, null, null]);
      expect(unique).toEqual([[1, 2, 4, 5], [7, 8], [3, 6], [5, 9], [], []]); // biome-ignore format: a line
    },
  );

  it.each(["uint8", "float32"] as const)(
    "keep what was closed where other slices of theirs were not, as a worker was lost: %s",
    async (dtype) => {
      const closing = closingOf(Uint32Array.of(0, 1, 2), dtype);
      closing.put(Uint32Array.of(0), Uint8Array.of(1), [0], packColumns([[3], [4], [[5, 6]]]));
      for (const zone of [2, 0]) closing.groups.indexOf(zone);
      await loadKeeping(needs);
      // Of group 1, which is zone 0, there are cells of the second slice alone.
      const partials = createPartials(4, "float64", needs);
      [9, 9, 7, 7, 8].forEach((value, i) => {
        const row = i < 2 ? i : 3;
        partials.kept?.addWhole(row, Uint8Array.of(value), 0, 1);
        addWholeCells(partials, row, 1, value, value);
      });
      await closing.finish(partials, async (columns, rows) => {
        expect(rows).toEqual([0, 1, 3]);
        finalizeRows(columns, statistics, partials, rows, meaning);
      });
      const columns = closing.columns.finish(null);
      expect(columns.map(asValues)).toEqual([
        [3, 3, 0, 0, 1, 1],
        [4, 7, null, null, 9, 9],
        [[5, 6], [7, 8], [], [], [9], [9]],
      ]);
      const { blocks } = columns[2] as ListColumn;
      expect(blocks.flatMap(({ rows }) => [...rows]).sort()).toEqual([0, 1, 2, 3, 4, 5]);
    },
  );

  it("have rows of their own where they were not closed after all", () => {
    const { groups } = closingOf(Uint32Array.of(0, 1, 2));
    expect([2, 0, 1, 2].map((zone) => groups.indexOf(zone))).toEqual([0, 1, 2, 0]);
    expect([groups.length, groups.met]).toEqual([3, Int32Array.of(2, 0, 1)]);
  });

  it("wait for the others where a statistic is the caller's own", () => {
    const own = defineStatistic({ name: "last", description: "of a test", needs: [], finalize: () => 1 });
    const asked = resolveStatistics([own]);
    const pass = { tasks: [], blocks: [], zones: new Uint32Array(0) };
    expect(closingGroups({ before: null, statistics: asked, meaning, needs, dtype: "float32" }, pass, 0, 1)).toBeNull();
  });
});
