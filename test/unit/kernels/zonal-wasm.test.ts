import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { CellsInput } from "../../../src/kernels/zonal.ts";
import { reduceWholeCells, useCompiledReduce } from "../../../src/kernels/zonal-cpu.ts";
import { ZonalWasm } from "../../../src/kernels/zonal-wasm.ts";
import type { ClippedMask } from "../../../src/mask/clipped-mask.ts";
import type { Accumulator } from "../../../src/stats/partial.ts";
import { checkProperty } from "../../helpers/check-property.ts";
import { meaningOf } from "../../helpers/parity.ts";

type Runs = [row: number, start: number, stop: number][];

const types = [Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array];

function maskOf(height: number, width: number, zones: readonly Runs[]): ClippedMask {
  const offsets = Int32Array.of(0, ...zones.map((_, zone) => zones.slice(0, zone + 1).flat().length));
  const runs = Int32Array.from(zones.flat(2));
  const cells = zones.flat().reduce((sum, [, start, stop]) => sum + stop - start, 0);
  return { window: { row: 0, column: 0, height, width }, zones: zones.length, runs, offsets, cells, partial: null };
}

const needs = new Set<Accumulator>(["weight", "sum", "squares"]);

afterEach(() => {
  useCompiledReduce(null);
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function inJavaScript(input: CellsInput): object[] {
  useCompiledReduce(null);
  return meaningOf(reduceWholeCells(input));
}

/** `taken` counts slices. */
function inWasm(input: CellsInput, wasm = new ZonalWasm()): { meaning: object[]; taken: number } {
  const addSlice = vi.spyOn(wasm, "addSlice");
  useCompiledReduce(wasm);
  const meaning = meaningOf(reduceWholeCells(input));
  const taken = addSlice.mock.results.filter(({ value }) => value).length;
  addSlice.mockRestore();
  return { meaning, taken };
}

/** Any bits, or floats of few exponents, so that pieces are enough. */
const words = fc.oneof(
  { weight: 1, arbitrary: fc.integer() },
  { weight: 4, arbitrary: fc.integer({ min: 0x43000000, max: 0x4a000000 }) },
  { weight: 1, arbitrary: fc.integer({ min: -1, max: 300 }) },
  { weight: 1, arbitrary: fc.constantFrom(0x80000000 | 0, 0x7fc00000, 0x7f800001, 0xffc00000 | 0, 1, 0x800000) },
);

const inputs: fc.Arbitrary<CellsInput> = fc
  .record({
    type: fc.constantFrom(...types),
    height: fc.integer({ min: 1, max: 12 }),
    width: fc.integer({ min: 1, max: 40 }),
    slices: fc.integer({ min: 1, max: 2 }),
    seeds: fc.array(words, { minLength: 1, maxLength: 60 }),
    zones: fc.array(fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { maxLength: 14 }), {
      minLength: 1,
      maxLength: 5,
    }),
    nodata: fc.oneof(fc.constantFrom(null, Number.NaN, 0, -0, 0.1, 1e300, -Infinity, 2 ** 40, 3n), fc.nat(59)),
    isCell: fc.boolean(),
    needs: fc.subarray<Accumulator>(["weight", "sum", "squares"]),
  })
  .map(({ type, height, width, slices, seeds, zones, nodata, isCell, needs }) => {
    const bits = Int32Array.from({ length: slices * height * width }, (_, i) => seeds[i % seeds.length]);
    const data = type === Float32Array ? new Float32Array(bits.buffer) : new type(bits);
    const runs = zones.map((zone) =>
      zone.map(([row, a, b]): Runs[number] => {
        const [start, stop] = [a % width, 1 + (b % width)];
        return [row % height, Math.min(start, stop - 1), stop];
      }),
    );
    return {
      data,
      slices,
      mask: maskOf(height, width, runs),
      nodata: isCell && typeof nodata === "number" ? data[Math.trunc(nodata) % data.length || 0] : nodata,
      needs: new Set(needs),
    };
  });

describe("the reduce in WebAssembly", () => {
  it("is the same as in JavaScript, whatever cells, runs and nodata are", { timeout: 900_000 }, async () => {
    const wasm = new ZonalWasm();
    const counted = { taken: 0, slices: 0 };
    const property = fc.asyncProperty(inputs, async (input) => {
      const { meaning, taken } = inWasm(input, wasm);
      counted.taken += taken;
      counted.slices += input.slices;
      expect(meaning).toEqual(inJavaScript(input));
    });
    await checkProperty("WebAssembly", property, 600, () => `, ${counted.taken} of ${counted.slices} slices taken`);
    expect(counted.taken).toBeGreaterThan(counted.slices / 2);
  });

  const blocks: [name: string, height: number, width: number][] = [
    ["one run that is a block", 1, 16384],
    ["runs of one cell, all in the first lane", 16385, 1],
    ["runs of which two are more than a block", 4, 9001],
    ["runs that are a block together, and one more", 9, 2048],
  ];
  const extremes: Record<string, { Cells: (typeof types)[number]; values: number[] }> = {
    int8: { Cells: Int8Array, values: [-128, 127] },
    "int8, all the least": { Cells: Int8Array, values: [-128] },
    uint8: { Cells: Uint8Array, values: [255] },
    int16: { Cells: Int16Array, values: [-32768, 32767] },
    "int16, all the least": { Cells: Int16Array, values: [-32768] },
    uint16: { Cells: Uint16Array, values: [65535] },
    "uint16, also 0": { Cells: Uint16Array, values: [65535, 0, 1] },
    "int32 of 26 bits": { Cells: Int32Array, values: [1 - 2 ** 26, 2 ** 26 - 1, 1 - 2 ** 26] },
    "uint32 of 26 bits": { Cells: Uint32Array, values: [2 ** 26 - 1] },
    "float32 over 38 bits": { Cells: Float32Array, values: [(2 - 2 ** -23) * 2 ** 37, 2 ** 23 + 1] },
    "float32 over 57 bits": { Cells: Float32Array, values: [(2 - 2 ** -23) * 2 ** 56, 2 ** 23 + 1] },
    "float32 over 38 bits of one sign each": { Cells: Float32Array, values: [(2 ** -23 - 2) * 2 ** 37, 2 ** 23 + 1] },
  };

  it.each(blocks)("overflows nowhere: %s", (_, height, width) => {
    const rows = Array.from({ length: height }, (_, row): Runs[number] => [row, 0, width]);
    const mask = maskOf(height, width, [[], rows]);
    for (const [name, { Cells, values }] of Object.entries(extremes)) {
      const data = new Cells(height * width).map((_, i) => values[i % values.length]);
      const { meaning, taken } = inWasm({ data, slices: 1, mask, nodata: null, needs });
      const all = Array.from(data, BigInt);
      const total = (of: (value: bigint) => bigint) => all.reduce((sum, value) => sum + of(value), 0n) << 2200n;
      expect({ name, taken }).toEqual({ name, taken: 1 });
      expect(meaning[0]).toMatchObject({ count: 0, extremes: null });
      expect(meaning[1]).toMatchObject({
        count: height * width,
        extremes: [Math.min(...values), Math.max(...values)],
        sum: { exact: total((value) => value) },
        squares: { exact: total((value) => value * value) },
      });
    }
  });

  it("adds up more blocks than it tells of at a time", () => {
    const zones = Array.from({ length: 2500 }, (_, zone): Runs => [[zone % 50, zone % 7, 7 + (zone % 90)]]);
    const data = Float32Array.from({ length: 5000 }, (_, i) => Math.sin(i) * 1000);
    const input = { data, slices: 1, mask: maskOf(50, 100, zones), nodata: null, needs };
    expect(inWasm(input)).toEqual({ meaning: inJavaScript(input), taken: 1 });
  });

  it("keeps its memory from block to block, and leaves blocks of more than 32 MiB to JavaScript", () => {
    const wasm = new ZonalWasm();
    const grow = vi.spyOn(WebAssembly.Memory.prototype, "grow");
    for (const [height, taken] of [
      [1024, 1],
      [8, 1],
      [2049, 0],
      [1024, 1],
    ]) {
      const data = new Float32Array(height * 4096).fill(2);
      const mask = maskOf(height, 4096, [[[height - 1, 4000, 4096], [0, 0, 4000]].concat(Array.from({ length: height - 2 }, (_, i) => [i + 1, 0, 4096])) as Runs]); // biome-ignore format: few lines
      const input = { data, slices: 1, mask, nodata: null, needs: new Set<Accumulator>(["sum"]) };
      expect(inWasm(input, wasm)).toMatchObject({ taken, meaning: [{ count: height * 4096 - 4096 }] });
    }
    expect(grow).toHaveBeenCalledTimes(2); // for runs, and for cells
  });

  it("leaves what it gets no memory for to JavaScript", () => {
    vi.spyOn(WebAssembly.Memory.prototype, "grow").mockImplementation(() => {
      throw new RangeError("WebAssembly.Memory.grow(): Maximum memory size exceeded");
    });
    const input = { data: Uint8Array.of(1, 2), slices: 1, mask: maskOf(1, 2, [[[0, 0, 2]]]), nodata: 1, needs };
    expect(inWasm(input)).toEqual({ meaning: inJavaScript(input), taken: 0 });
  });

  it("is not to be had where there is no WebAssembly, or where a policy forbids it", () => {
    vi.spyOn(WebAssembly, "Module").mockImplementation(function refuse() {
      throw new WebAssembly.CompileError("blocked by CSP");
    });
    expect(() => new ZonalWasm()).toThrow("blocked by CSP");
    vi.stubGlobal("WebAssembly", undefined);
    expect(() => new ZonalWasm()).toThrow();
  });
});
