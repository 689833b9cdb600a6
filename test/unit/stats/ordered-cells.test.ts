import { afterEach, expect, it, vi } from "vitest";
import type { CellArray } from "../../../src/source/source.ts";
import type { KeptRow } from "../../../src/stats/kept-cells.ts";
import { type OrderedCells, orderedCells } from "../../../src/stats/ordered-cells.ts";
import { sortCells } from "../../../src/stats/sort-cells.ts";
import { type Tabulated, tabulate } from "../../../src/stats/tabulate.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";
import { rangedCells } from "../../helpers/ranged-cells.ts";

const kinds = [Float32Array, Int32Array, Uint32Array, Int16Array, Uint16Array, Int8Array, Uint8Array];
type Cells = InstanceType<(typeof kinds)[number]>;

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

function rowOf(whole: readonly CellArray[], partial: CellArray, coverage: Float64Array): KeptRow {
  return { whole: [...whole], partial, coverage, weights: [], ids: [] };
}

function ordered(row: KeptRow): OrderedCells {
  const cells = orderedCells(row, row.coverage);
  if (!cells) throw new Error("These cells are for WebAssembly.");
  return cells;
}

/** Values and weights; −0 is 0. */
function listsOf({ values, weights, length }: Tabulated) {
  return [0, 1].map((i) =>
    Array.from([values, weights][i])
      .slice(0, length)
      .map((x) => (x as number) + 0),
  );
}

function expectSame(row: KeptRow) {
  const cells = ordered(row);
  const sorted = sortCells(row.whole.map((piece) => piece.slice())) as Cells;
  const places = [...new Set([0, 1, 2, 0.1, 0.5, 0.9, 1].map((part) => Math.floor(part * (sorted.length - 1))))];
  for (const place of places.filter((place) => place >= 0 && place < sorted.length)) {
    expect(cells.at(place)).toBe(sorted[place] + 0);
  }
  const plain = tabulate(sorted, row);
  expect(cells.values).toBe(plain.length);
  const found = cells.table() as Tabulated;
  expect(listsOf(found)).toEqual(listsOf(plain));
}

it.each(kinds)(`cells at places, values and weights are JavaScript's (%o, seed ${seed})`, (Like) => {
  const random = seededRandom(seed);
  for (let i = 0; i < draws(60); i++) {
    const counts = [0, 1, 7, 8, 39, 40, 41, 63, 64, 511, 512, 2047, 2048, 5000];
    const count = counts[Math.floor(random() * counts.length)];
    const all = rangedCells(Like, count + 300, random);
    const cut = Math.floor(random() * count);
    const parts = Math.floor(random() * 300) + (count === 0 ? 1 : 0);
    const partial = all.slice(count - Math.min(count, parts >> 1), count + parts - (parts >> 1));
    const coverage = Float64Array.from(partial, () => random() * 2 ** -Math.floor(random() * 12));
    expectSame(rowOf([all.slice(0, cut), all.slice(cut, count)], partial, coverage));
    if (count > 0) expectSame(rowOf([all.slice(0, count)], all.slice(0, 0), new Float64Array(0)));
  }
});

const tiny = 2 ** -149;
const great = 3.4028234663852886e38;
const nasty = [0, -0, tiny, -tiny, 2 ** -126, 1, -1, 1 + 2 ** -23, great, -great, Infinity, -Infinity];

it.each([12, 50, 3000])("nasty floats are in order, −0 with 0: %o cells", (count) => {
  const random = seededRandom(seed);
  const cells = () => Float32Array.from({ length: count }, () => nasty[Math.floor(random() * nasty.length)]);
  expectSame(rowOf([cells()], new Float32Array(0), new Float64Array(0)));
  const coverage = Float64Array.from({ length: count }, () => random() / 2 ** 10);
  const row = rowOf([cells()], cells(), coverage);
  const plain = tabulate(sortCells(row.whole), row);
  expect(listsOf(ordered(row).table() as Tabulated)).toEqual(listsOf(plain));
});

it("extremes of integers are in order", () => {
  const none = new Float64Array(0);
  expectSame(rowOf([Int32Array.of(2 ** 31 - 1, -(2 ** 31), 0, -1, 1)], new Int32Array(0), none));
  expectSame(rowOf([Uint32Array.of(2 ** 32 - 1, 0, 2 ** 31, 2 ** 31 - 1)], new Uint32Array(0), none));
});

it("one far value leaves the others in one part, which is sorted by all their bits", () => {
  const random = seededRandom(seed);
  const cells = Float32Array.from({ length: 9000 }, () => 1e9 + Math.floor(random() * 1e6));
  cells[77] = -1e30;
  expectSame(rowOf([cells], new Float32Array(0), new Float64Array(0)));
  const equal = new Float32Array(9000).fill(5);
  expectSame(rowOf([equal], Float32Array.of(5, 4), Float64Array.of(0.5, 0.25)));
});

it("groups take turns in the memory", () => {
  const a = ordered(rowOf([Float32Array.of(3, 1, 2)], new Float32Array(0), new Float64Array(0)));
  const b = ordered(rowOf([Int32Array.of(-7, -9)], Int32Array.of(-8), Float64Array.of(0.5)));
  expect([a.at(0), b.at(1), a.at(2), b.values, a.at(1), b.at(0)]).toEqual([1, -7, 3, 3, 2, -9]);
});

it("a group that fails halfway leaves its instance to no other", () => {
  const none = new Float32Array(0);
  const cells = Float32Array.of(3, 1, 2);
  const failing = ordered(rowOf([cells], none, new Float64Array(0)));
  structuredClone(cells, { transfer: [cells.buffer] });
  const made = vi.fn();
  class Instance extends WebAssembly.Instance {
    constructor(module: WebAssembly.Module, imports: WebAssembly.Imports) {
      super(module, imports);
      made();
    }
  }
  vi.stubGlobal("WebAssembly", { Module: WebAssembly.Module, Instance });
  expect(() => failing.at(0)).toThrow(TypeError);
  expect(made).not.toHaveBeenCalled();
  for (const _ of [1, 2]) expect(ordered(rowOf([Float32Array.of(6, 5)], none, new Float64Array(0))).at(0)).toBe(5);
  expect(made).toHaveBeenCalledOnce();
});

it("a weight that two doubles do not hold is JavaScript's", () => {
  const coverage = Float64Array.of(1, 2 ** -60, 2 ** -120);
  const cells = ordered(rowOf([Float32Array.of(1)], Float32Array.of(5, 5, 5), coverage));
  expect([cells.values, cells.table()]).toEqual([-1, null]);
});

it("so are cells of 64 bits, more than memory is kept for, and all where there is no WebAssembly", async () => {
  const none = new Float64Array(0);
  expect(orderedCells(rowOf([Float64Array.of(1)], none, none), none)).toBeNull();
  expect(orderedCells(rowOf([BigInt64Array.of(1n)], none, none), none)).toBeNull();
  expect(orderedCells(rowOf([new Float32Array(2 ** 20)], none, none), none)).toBeNull();
  vi.resetModules();
  vi.stubGlobal("WebAssembly", undefined);
  const { Distribution } = await import("../../../src/stats/distribution.ts");
  const without = new Distribution({ scale: 1, offset: 0 });
  without.read(rowOf([Float32Array.of(3, 1, 2)], Float32Array.of(2, 7), Float64Array.of(0.5, 0.25)));
  const { table } = without;
  expect(Array.from({ length: table.length }, (_, i) => [table.valueAt(i), table.weightAt(i)])).toEqual([
    [1, 1], [2, 1.5], [3, 1], [7, 0.25],
  ]); // biome-ignore format: a line
  without.read(rowOf([Float32Array.of(3, 1, 2)], none, none));
  expect(without.cellAt(1)).toBe(2);
});
