import "../../helpers/keeping.ts";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { CoveredWasm } from "../../../src/kernels/covered-wasm.ts";
import type { CellsInput } from "../../../src/kernels/zonal.ts";
import { reduceCells, useCompiledCovered } from "../../../src/kernels/zonal-partial.ts";
import { dyadicToInteger } from "../../../src/stats/dyadic.ts";
import { type ExactSums, exactTotal } from "../../../src/stats/exact-sums.ts";
import type { Accumulator } from "../../../src/stats/partial.ts";
import { checkProperty } from "../../helpers/check-property.ts";

type Covered = readonly [place: number, coverage: number];

const types = [Int8Array, Uint8Array, Int16Array, Int32Array, Uint32Array, Float32Array, Float64Array];
const needs = new Set<Accumulator>(["weight", "sum", "squares", "values"]);

afterEach(() => {
  useCompiledCovered(null);
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Zones of cells of which parts are covered, and of no others. */
function inputOf(data: CellsInput["data"], width: number, slices: number, zones: readonly Covered[][]): CellsInput {
  const cells = zones.flat();
  const partial = {
    offsets: Int32Array.of(0, ...zones.map((_, zone) => zones.slice(0, zone + 1).flat().length)),
    rows: Int32Array.from(cells, ([place]) => Math.floor(place / width)),
    columns: Int32Array.from(cells, ([place]) => place % width),
    coverage: Float64Array.from(cells, ([, coverage]) => coverage),
  };
  const window = { row: 0, column: 0, height: data.length / width / slices, width };
  const offsets = new Int32Array(zones.length + 1);
  const mask = { window, zones: zones.length, runs: new Int32Array(0), offsets, cells: 0, partial };
  return { data, slices, mask, nodata: null, needs };
}

/** What partials stand for, to the last bit of a product of three doubles. */
function reduce(input: CellsInput): object[] {
  const { count, min, max, weight, sum, squares, kept, rows } = reduceCells(input, null);
  const totalOf = (sums: ExactSums | null, row: number) => {
    if (!sums) return null;
    const { mantissa, exponent } = exactTotal(sums, row);
    return [dyadicToInteger({ mantissa, exponent: exponent + 3222 }), sums.nonfinite[row]];
  };
  return Array.from({ length: rows }, (_, row) => ({
    count: count[row],
    extremes: count[row] > 0 ? [min[row], max[row]] : null,
    kept: kept?.row(row) ?? null,
    totals: [weight, sum, squares].map((sums) => totalOf(sums, row)),
  }));
}

function inJavaScript(input: CellsInput): object[] {
  useCompiledCovered(null);
  return reduce(input);
}

/** `taken` counts zones of slices. */
function inWasm(input: CellsInput, wasm = new CoveredWasm()): { meaning: object[]; taken: number } {
  const addSlice = vi.spyOn(wasm, "addSlice");
  useCompiledCovered(wasm);
  const counts: number[] = [];
  addSlice.mockImplementation((...slice) => {
    const added = CoveredWasm.prototype.addSlice.apply(wasm, slice);
    counts.push(...added);
    return added;
  });
  const meaning = reduce(input);
  addSlice.mockRestore();
  return { meaning, taken: counts.filter((count) => count >= 0).length };
}

const parts = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: 2 ** -60, max: 1, noNaN: true }) },
  { weight: 2, arbitrary: fc.constantFrom(1, 0.5, 2 ** -149, 2 ** -150, 5e-324) },
);

/** Of like size, of any exponent that is tame, and any at all. */
const values = fc.oneof(
  { weight: 12, arbitrary: fc.double({ min: -1e4, max: 1e4 }) },
  { weight: 4, arbitrary: fc.integer() },
  { weight: 1, arbitrary: fc.tuple(fc.double({ min: -2, max: 2 }), fc.integer({ min: -150, max: 299 })).map(([m, e]) => m * 2 ** e) }, // biome-ignore format: one line
  { weight: 1, arbitrary: fc.constantFrom(0, -0, Number.NaN, Infinity, -Infinity, 2 ** 300, 2 ** -150, 5e-324) },
);

const inputs: fc.Arbitrary<CellsInput> = fc
  .record({
    type: fc.constantFrom(...types, Float32Array, Float64Array),
    height: fc.integer({ min: 1, max: 6 }),
    width: fc.integer({ min: 1, max: 12 }),
    slices: fc.integer({ min: 1, max: 3 }),
    seeds: fc.array(values, { minLength: 1, maxLength: 40 }),
    zones: fc.array(fc.array(fc.tuple(fc.nat(), parts), { maxLength: 24 }), { minLength: 1, maxLength: 6 }),
    nodata: fc.oneof(fc.constantFrom(null, Number.NaN, 0, -0, 0.1, 1e300, -Infinity, 3n), fc.nat(39)),
    isCell: fc.boolean(),
    needs: fc.subarray<Accumulator>(["weight", "sum", "squares", "values"]),
  })
  .map(({ type, height, width, slices, seeds, zones, nodata, isCell, needs }) => {
    const cells = height * width;
    const data = new type(Array.from({ length: slices * cells }, (_, i) => seeds[i % seeds.length]));
    const placed = zones.map((zone) => zone.map(([place, part]): Covered => [place % cells, part]));
    const stored = isCell && typeof nodata === "number" ? data[Math.trunc(nodata) % data.length || 0] : nodata;
    return { ...inputOf(data, width, slices, placed), nodata: stored, needs: new Set(needs) };
  });

describe("cells that zones cover in part, in WebAssembly", () => {
  it("are the same as in JavaScript, whatever they, coverage and nodata are", { timeout: 900_000 }, async () => {
    const wasm = new CoveredWasm();
    const counted = { taken: 0, zones: 0 };
    const property = fc.asyncProperty(inputs, async (input) => {
      const { meaning, taken } = inWasm(input, wasm);
      counted.taken += taken;
      counted.zones += input.mask.zones * input.slices;
      expect(meaning).toEqual(inJavaScript(input));
    });
    await checkProperty("covered cells", property, 1000, () => `, ${counted.taken} of ${counted.zones} zones taken`);
    expect(counted.taken).toBeGreaterThan(counted.zones / 2);
    expect(counted.taken).toBeLessThan(counted.zones);
  });

  const third = 1 / 3;
  const refusals: [name: string, values: number[], coverage: number, needs: Accumulator[], isTaken: boolean][] = [
    ["the largest that are tame", [2 ** 299, 2 ** 299 * 1.1], third, ["squares"], true],
    ["the least that are tame", [1.1 * 2 ** -150, 2 ** -149], third, ["squares"], true],
    ["too large", [2 ** 300], third, ["sum"], false],
    ["too small", [2 ** -150], third, ["sum"], false],
    ["too small for squares", [2 ** -150], third, ["squares"], false],
    ["coverage too small", [1], 2 ** -150, ["sum"], false],
    ["infinite, without sums", [Infinity, 1, -Infinity], third, ["weight"], true],
    ["infinite", [Infinity, 1, -Infinity], third, ["sum"], false],
    ["four doubles", [1, 2 ** 60, 2 ** 120, 2 ** 180], 1, ["sum"], true],
    ["five doubles", [1, 2 ** 60, 2 ** 120, 2 ** 180, 2 ** 240], 1, ["sum"], false],
  ];

  it.each(refusals)("of a zone go by JavaScript where doubles do not do: %s", (_, values, coverage, asked, isTaken) => {
    const zones = [[], values.map((_, i): Covered => [i, coverage]), [[values.length, coverage === 1 ? 1 : third]]];
    const data = Float64Array.of(...values, 7);
    const input = { ...inputOf(data, data.length, 1, zones as Covered[][]), needs: new Set(asked) };
    expect(inWasm(input)).toEqual({ meaning: inJavaScript(input), taken: isTaken ? 3 : 2 });
  });

  it("leave nothing behind for the next block", () => {
    const wasm = new CoveredWasm();
    const many = inputOf(Float32Array.from({ length: 9000 }, Math.sin), 9000, 1, [Array.from({ length: 9000 }, (_, i): Covered => [i, 0.3])]); // biome-ignore format: one line
    const few = inputOf(Uint8Array.of(1, 2, 3, 4), 2, 2, [[[1, 0.5]], [], [[0, 0.1]]]);
    for (const input of [few, many, few]) {
      expect(inWasm(input, wasm)).toEqual({ meaning: inJavaScript(input), taken: input.mask.zones * input.slices });
    }
  });

  it("of 64 bits, and where there is no memory, go by JavaScript", () => {
    const wide = inputOf(BigInt64Array.of(2n ** 60n + 1n, 3n), 2, 1, [[[0, 0.5]]]);
    expect(inWasm(wide)).toEqual({ meaning: inJavaScript(wide), taken: 0 });
    vi.spyOn(WebAssembly.Memory.prototype, "grow").mockImplementation(() => {
      throw new RangeError("WebAssembly.Memory.grow(): Maximum memory size exceeded");
    });
    const large = inputOf(new Uint8Array(9000).fill(3), 9000, 1, [Array.from({ length: 9000 }, (_, i): Covered => [i, 0.3])]); // biome-ignore format: one line
    expect(inWasm(large)).toEqual({ meaning: inJavaScript(large), taken: 0 });
  });
});
