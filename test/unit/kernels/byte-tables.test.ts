import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { tabulateBytes } from "../../../src/kernels/byte-tables.ts";
import type { CellsInput } from "../../../src/kernels/zonal.ts";
import { reduceCells } from "../../../src/kernels/zonal-partial.ts";
import type { ClippedMask } from "../../../src/mask/clipped-mask.ts";
import { valuesOfRows } from "../../../src/stats/finalize.ts";
import { gatherRows } from "../../../src/stats/gather-rows.ts";
import { loadKeeping } from "../../../src/stats/keeping.ts";
import type { KeptCells } from "../../../src/stats/kept-cells.ts";
import { type Accumulator, type Partials, rowsFrom } from "../../../src/stats/partial.ts";
import { resolveStatistics } from "../../../src/stats/resolve.ts";
import { askedOfTables, closedColumns } from "../../../src/worker/closing-groups.ts";
import { rowsThatAre } from "../../../src/worker/collected-columns.ts";
import { packColumns, unpackColumns } from "../../../src/worker/pack-columns.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";

const resolved = resolveStatistics([
  "count", "min", "max", "majority", "minority", "mode", "variety", "unique", "frac", "frac_of(3)", "median", "quantile(0.3)",
  "histogram(4)",
]); // biome-ignore format: a list
const asked = resolved.map(({ statistic, parameters }) => ({ name: statistic.name, parameters }));

const center = new Set<Accumulator>(["values"]);
const fraction = new Set<Accumulator>(["values", "weight"]);

beforeAll(() => loadKeeping(center));

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

const random = seededRandom(seed);
const below = (limit: number) => Math.floor(random() * limit);
const either = <Value>(...values: Value[]) => values[below(values.length)];

/** Zones of some runs, and of some cells in part; runs of one and cells may be the same, which matters to nobody. */
function drawMask(height: number, width: number, zones: number, inParts: boolean): ClippedMask {
  const runs: number[] = [];
  const offsets = [0];
  const partial = { offsets: [0], rows: [] as number[], columns: [] as number[], coverage: [] as number[] };
  for (let zone = 0; zone < zones; zone++) {
    for (let run = below(4); run > 0; run--) {
      const start = below(width);
      runs.push(below(height), start, start + 1 + below(width - start));
    }
    offsets.push(runs.length / 3);
    for (let cell = inParts ? below(9) : 0; cell > 0; cell--) {
      partial.rows.push(below(height));
      partial.columns.push(below(width));
      partial.coverage.push(either(random(), 0.5, 1, 2 ** -40 * random()));
    }
    partial.offsets.push(partial.rows.length);
  }
  const cells = runs.reduce((sum, stop, i) => (i % 3 === 2 ? sum + stop - runs[i - 1] : sum), 0);
  const { rows, columns, coverage } = partial;
  const parts = { offsets: partial.offsets, rows, columns };
  const [partOffsets, partRows, partColumns] = Object.values(parts).map((each) => Int32Array.from(each));
  return {
    window: { row: 3, column: 5, height, width },
    zones,
    runs: Int32Array.from(runs),
    offsets: Int32Array.from(offsets),
    cells,
    partial: inParts
      ? { offsets: partOffsets, rows: partRows, columns: partColumns, coverage: Float64Array.from(coverage) }
      : null,
  };
}

function drawInput(): CellsInput {
  const [height, width, slices] = [1 + below(6), 1 + below(40), 1 + below(3)];
  const inParts = random() < 0.5;
  const cells = height * width * slices;
  const spread = either(1, 3, 14, 256);
  const drawn = Array.from({ length: cells }, () => below(spread) - either(0, 100));
  const data = random() < 0.5 ? Uint8Array.from(drawn) : Int8Array.from(drawn);
  const mask = drawMask(height, width, 1 + below(5), inParts);
  return {
    data,
    slices,
    mask,
    nodata: either<number | null>(null, 0, 2, -1, 255, 300),
    needs: inParts ? fraction : center,
  };
}

function meaningOf(scale: number, offset: number) {
  return { grid: { crs: null, transform: null, height: 9, width: 99 }, scale, offset, integers: true };
}

/** The cells of some rows, in their order. */
const cellsOf = (kept: KeptCells | null, rows: number, of: Int32Array) =>
  kept && gatherRows(kept, of, rowsFrom(0, of.length), rows);

it("say of groups what their cells say, to the last bit", () => {
  let groups = 0;
  for (let draw = draws(400); draw > 0; draw--) {
    const input = drawInput();
    const closes = Uint8Array.from({ length: input.mask.zones }, () => below(4) && 1);
    const closing = { asked, meaning: meaningOf(either(1, 0.1, -3), either(0, 0.5)), closes };
    const tabled = tabulateBytes(input, closes, askedOfTables(closing));
    if (!tabled) throw new Error("These cells are for WebAssembly.");
    const { partials, tables, others, columns } = tabled;
    const all = reduceCells(input, null);
    const found = unpackColumns(closedColumns({ ...partials, kept: tables }, input.slices, closing, columns));
    expect(found).toEqual(unpackColumns(closedColumns(all, input.slices, closing)));
    groups += found[0].length;
    const open = rowsThatAre(0, closes, input.slices);
    const valuesOf = (from: Partials) => packColumns(valuesOfRows(resolved, from, open, closing.meaning));
    expect(valuesOf({ ...partials, kept: others })).toEqual(valuesOf(all));
    expect(cellsOf(others, all.rows, open)).toEqual(cellsOf(all.kept, all.rows, open));
  }
  expect(groups).toBeGreaterThan(draws(400));
});

it("leave to JavaScript what two doubles cannot weigh, and take what comes next", () => {
  const offsets = Int32Array.of(0, 0);
  const parts = { offsets: Int32Array.of(0, 3), rows: new Int32Array(3), columns: Int32Array.of(0, 1, 2) };
  const block = (coverage: number[]): CellsInput => ({
    data: Uint8Array.of(7, 7, 7),
    slices: 1,
    nodata: null,
    needs: fraction,
    mask: {
      window: { row: 0, column: 0, height: 1, width: 3 },
      zones: 1,
      runs: new Int32Array(0),
      offsets,
      cells: 0,
      partial: { ...parts, coverage: Float64Array.from(coverage) },
    },
  });
  const closes = Uint8Array.of(1);
  expect(tabulateBytes(block([1, 2 ** -60, 2 ** -130]), closes)).toBe(null);
  const tabled = tabulateBytes(block([1, 0.25, 0.25]), closes);
  const { count, weight, min } = tabled?.partials ?? {};
  expect([count?.[0], weight?.components[0][0], min?.[0]]).toEqual([3, 1.5, 7]);
  expect(tabled?.tables.table(0)).toMatchObject({ length: 1 });
});

it("are not of cells that more must be known of, nor of wider ones", () => {
  const input = drawInput();
  const closes = new Uint8Array(input.mask.zones).fill(1);
  expect(tabulateBytes({ ...input, needs: new Set(["values", "sum"]) }, closes)).toBe(null);
  expect(tabulateBytes({ ...input, needs: new Set(["weight", "cells"]) }, closes)).toBe(null);
  expect(tabulateBytes({ ...input, data: Int16Array.from(input.data as Uint8Array) }, closes)).toBe(null);
});

/** Rows of zeros, cut into zones that lie behind each other. */
function inRows(height: number, width: number, zones: number, slices = 1): CellsInput {
  const cut = (zone: number) => Math.floor((zone * height * width) / zones);
  const runs: number[] = [];
  const offsets = [0];
  for (let zone = 0; zone < zones; zone++) {
    for (let cell = cut(zone); cell < cut(zone + 1); ) {
      const [row, start] = [Math.floor(cell / width), cell % width];
      const stop = Math.min(width, start + cut(zone + 1) - cell);
      runs.push(row, start, stop);
      cell += stop - start;
    }
    offsets.push(runs.length / 3);
  }
  const window = { row: 0, column: 0, height, width };
  const columns = { runs: Int32Array.from(runs), offsets: Int32Array.from(offsets) };
  const mask = { window, zones, ...columns, cells: height * width, partial: null };
  return { data: new Uint8Array(slices * height * width), slices, mask, nodata: null, needs: center };
}

it("are not made where they would take more than 32 MiB", () => {
  const closes = new Uint8Array(1200).fill(1);
  expect(tabulateBytes(inRows(1200, 1000, 1200, 15), closes)).toBe(null);
  expect(tabulateBytes(inRows(1200, 1000, 1200), closes)?.partials.count[7]).toBe(1000);
});

it.each([
  { side: 4096, zones: 100 },
  { side: 2048, zones: 8000 },
])("are made of $side × $side cells in $zones zones, which their columns are told of, too", ({ side, zones }) => {
  const closes = new Uint8Array(zones).fill(1);
  closes[3] = 0;
  const { columns, others } = tabulateBytes(inRows(side, side, zones), closes, ["length"]) ?? {};
  expect(columns?.get("length")).toMatchObject({ numbers: new Float64Array(zones - 1).fill(1) });
  const cut = (zone: number) => Math.floor((zone * side * side) / zones);
  expect(others?.row(3)?.whole.map(({ length }) => length)).toEqual([cut(4) - cut(3)]);
});

it("are none where a policy forbids WebAssembly", async () => {
  vi.stubGlobal("WebAssembly", undefined);
  const fresh = await import("../../../src/kernels/byte-tables.ts");
  const input = drawInput();
  expect(fresh.tabulateBytes(input, new Uint8Array(input.mask.zones).fill(1))).toBe(null);
});
