import "../../helpers/keeping.ts";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type CellsOfSlices, keepCompiled } from "../../../src/stats/keep-compiled.ts";
import { keepRuns } from "../../../src/stats/keep-runs.ts";
import { createPartials, type Partials, valueKindOf } from "../../../src/stats/partial.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";

const types = [Float32Array, Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array];

type Run = readonly [row: number, start: number, stop: number];

/** Slices of a window that zones have runs in. */
function cellsOf(
  data: CellsOfSlices["data"],
  [height, width]: readonly [number, number],
  zones: readonly Run[][],
  nodata: number | null,
): CellsOfSlices {
  const offsets = Int32Array.of(0, ...zones.map((_, zone) => zones.slice(0, zone + 1).flat().length));
  const runs = Int32Array.from(zones.flat(2));
  const cells = zones.flat().reduce((sum, [, start, stop]) => sum + stop - start, 0);
  const window = { row: 0, column: 0, height, width };
  const mask = { window, zones: zones.length, runs, offsets, cells, partial: null };
  return { data, slices: data.length / height / width, mask, nodata };
}

function emptyFor({ data, mask, slices }: CellsOfSlices): Partials {
  return createPartials(mask.zones * slices, valueKindOf(data), new Set(["values", "weight"]));
}

/** What partials say of each row; −0 is 0 among extremes. */
function meaningOf({ rows, count, min, max, weight, kept }: Partials) {
  return Array.from({ length: rows }, (_, row) => ({
    count: count[row],
    extremes: [min[row], max[row]].map((value) => Number(value) + 0),
    weight: weight?.components[0][row],
    whole: kept?.row(row)?.whole ?? null,
  }));
}

function inJavaScript(cells: CellsOfSlices, counts: boolean) {
  const { data, mask, slices, nodata } = cells;
  const { window, offsets, runs } = mask;
  const partials = emptyFor(cells);
  for (let row = 0; row < mask.zones * slices; row++) {
    const zone = Math.floor(row / slices);
    const base = (row % slices) * window.height * window.width;
    const range = { data: runs, from: offsets[zone], to: offsets[zone + 1] };
    keepRuns(partials, row, range, { data, base, width: window.width, nodata }, counts);
  }
  return meaningOf(partials);
}

function inWasm(cells: CellsOfSlices, counts: boolean) {
  const partials = emptyFor(cells);
  expect(keepCompiled(partials, cells, counts)).toBe(true);
  return meaningOf(partials);
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

describe("whole cells kept by WebAssembly", () => {
  it.each(types)(`are those kept by JavaScript (%o, seed ${seed})`, (Cells) => {
    const random = seededRandom(seed);
    const below = (limit: number) => Math.floor(random() * limit);
    for (let i = 0; i < draws(40); i++) {
      const [height, width, slices] = [1 + below(6), 1 + below(90), 1 + below(3)];
      const values = below(2) === 0 ? 4 : 2 ** 33;
      const data = new Cells(slices * height * width).map(() => below(values) - values / 2);
      if (data instanceof Float32Array) for (let n = below(20); n > 0; n--) data[below(data.length)] = Number.NaN;
      const zones = Array.from({ length: 1 + below(5) }, () =>
        Array.from({ length: below(6) }, (): Run => {
          const start = below(width + 1);
          return [below(height), start, start + below(width + 1 - start)];
        }),
      );
      // Others are so few at times that JavaScript does it.
      zones.splice(below(zones.length + 1), 0, [[below(height), 0, width]]);
      zones.push(Array.from({ length: height }, (_, row): Run => [row, 0, Math.ceil(width / 8)]));
      const nodata = [null, 0, -1, 1, data[0], 0.1, Number.NaN][below(7)];
      const cells = cellsOf(data, [height, width], zones, nodata);
      expect(inWasm(cells, true)).toEqual(inJavaScript(cells, true));
      expect(inWasm(cells, false)).toEqual(inJavaScript(cells, false));
    }
  });

  it("infinities, zeros of both signs and all that is nodata", () => {
    const cells = Float32Array.of(-0, Infinity, -Infinity, 0, -9, -9, -9, -9, -9, 3);
    const zones: Run[][] = [[[0, 0, 4]], [[0, 4, 9]], [], [[0, 0, 10]]]; // biome-ignore format: one line
    for (const nodata of [-9, 0, null]) {
      const all = cellsOf(cells, [1, 10], zones, nodata);
      expect(inWasm(all, true)).toEqual(inJavaScript(all, true));
    }
    const none = cellsOf(cells, [1, 10], [[], []], null);
    expect(inWasm(none, true)).toEqual(inJavaScript(none, true));
    const first = inWasm(cellsOf(cells, [1, 10], zones, -9), true);
    expect(first[0]).toEqual({ count: 4, extremes: [-Infinity, Infinity], weight: 4, whole: [cells.subarray(0, 4)] }); // biome-ignore format: one line
    expect(first[1]).toMatchObject({ count: 0, whole: null });
  });

  it("leave 64-bit cells, few cells far apart, and all without WebAssembly to JavaScript", async () => {
    const zones: Run[][] = [[[0, 0, 1], [999, 0, 1]]]; // biome-ignore format: one line
    const takes = (data: CellsOfSlices["data"], runs = zones) => {
      const cells = cellsOf(data, [1000, 1000], runs, null);
      return keepCompiled(emptyFor(cells), cells, true);
    };
    expect(takes(new Uint8Array(1e6))).toBe(false);
    expect(takes(new Float64Array(1e6), [[[0, 0, 1000]]])).toBe(false);
    expect(takes(new Uint8Array(1e6), [[[0, 0, 1000]]])).toBe(true);
    // A copy of 24 MB, and what is kept of it as much again, are more than memory may be.
    const [height, width] = [1000, 6000];
    const rows = Array.from({ length: height }, (_, row): Run => [row, 0, width]);
    const large = cellsOf(new Float32Array(height * width), [height, width], [rows], null);
    expect(keepCompiled(emptyFor(large), large, true)).toBe(false);
    expect(takes(new Uint8Array(1e6), [[[0, 0, 1000]]])).toBe(true);
    vi.resetModules();
    vi.stubGlobal("WebAssembly", undefined);
    const { keepWhole } = await import("../../../src/stats/keep-runs.ts");
    const cells = cellsOf(Uint8Array.of(5, 6, 7, 8, 9, 7), [1, 3], [[[0, 0, 2]], [[0, 1, 3]]], 7);
    const partials = emptyFor(cells);
    keepWhole(partials, cells, true);
    const whole = [[5, 6], [8, 9], [6], [9]].map((values) => [Uint8Array.from(values)]); // biome-ignore format: one line
    expect(meaningOf(partials).map((row) => row.whole)).toEqual(whole);
  });
});
