import { afterEach, describe, expect, it, vi } from "vitest";
import { useCompiledReduce, zonalCpu } from "../../../src/kernels/zonal-cpu.ts";
import { type DenseArray, isDense, prepareSlice } from "../../../src/kernels/zonal-dense.ts";
import { ZonalWasm } from "../../../src/kernels/zonal-wasm.ts";
import type { CellArray } from "../../../src/source/source.ts";
import { dyadic, multiplyDyadic } from "../../../src/stats/dyadic.ts";
import { addExact, spillExact } from "../../../src/stats/exact-sums.ts";
import { type Accumulator, addExtremes, createPartials, type Partials } from "../../../src/stats/partial.ts";
import { makeMask, meaningOf } from "../../helpers/parity.ts";
import type { Zone } from "../../helpers/pixel-zones.ts";
import { seed, seededRandom } from "../../helpers/random.ts";

/** More cells than one block holds, so that a zone of all of them is taken in parts. */
const side = 150;
const slices = 2;
const nodata = -7;
const rectangle = (left: number, top: number, right: number, bottom: number): Zone => [
  [
    [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ],
  ],
];
const boxes: [number, number, number, number][] = [
  [0, 0, side, side],
  [3, 5, 60, 9],
  [7, 7, 8, 8],
  [-5, -5, -1, -1],
];
const mask = makeMask(
  boxes.map((box) => rectangle(...box)),
  side,
  side,
);

/** Cell by cell, each step exact. */
function expected(data: CellArray, needs: ReadonlySet<Accumulator>): Partials {
  const partials = createPartials(boxes.length * slices, "float64", needs);
  boxes.forEach(([left, top, right, bottom], zone) => {
    for (let slice = 0; slice < slices; slice++) {
      for (let row = Math.max(0, top); row < bottom; row++) {
        for (let column = Math.max(0, left); column < right; column++) {
          const value = Number(data[(slice * side + row) * side + column]);
          if (value === nodata || Number.isNaN(value)) continue;
          addCell(partials, zone * slices + slice, value);
        }
      }
    }
  });
  return partials;
}

function addCell(partials: Partials, row: number, value: number): void {
  addExtremes(partials, row, 1, value, value);
  if (partials.sum) addExact(partials.sum, row, value);
  if (!partials.squares) return;
  if (Number.isFinite(value)) spillExact(partials.squares, row, multiplyDyadic(dyadic(value), dyadic(value)));
  else partials.squares.nonfinite[row] = Infinity;
}

const random = seededRandom(seed);
const sign = () => (random() < 0.5 ? -1 : 1);
const float32 = (value: () => number) => Float32Array.from({ length: slices * side * side }, value);
const sparsely = (rare: number, value: () => number) => () => (random() < 0.01 ? rare : value());

const inPlace: Record<string, DenseArray> = {
  "float32 of like size": float32(() => 100 + 1500 * random()),
  "float32 of both signs, nodata and NaN": float32(
    sparsely(
      nodata,
      sparsely(Number.NaN, () => sign() * random()),
    ),
  ),
  "float32 over 33 binary orders": float32(() => sign() * (1 + random()) * 2 ** Math.floor(33 * random())),
  "float32 near the greatest": float32(() => sign() * (2 - random()) * 2 ** 126),
  "float32 near the least": float32(() => sign() * (1 + random()) * 2 ** -140),
  "float32 zeros of both signs": float32(() => sign() * 0),
  "nodata alone": float32(() => nodata),
  int8: new Int8Array(slices * side * side).map(() => 256 * random()),
  uint8: new Uint8Array(slices * side * side).map(() => 256 * random()),
  "uint8 zeros": new Uint8Array(slices * side * side),
  int16: new Int16Array(slices * side * side).map(() => 65536 * random()),
  uint16: new Uint16Array(slices * side * side).map(() => 65536 * random()),
  "int32 of 26 bits": new Int32Array(slices * side * side).map(() => sign() * random() * 2 ** 26),
  "int32 without a value": new Int32Array(slices * side * side).fill(nodata),
};

const elsewhere: Record<string, DenseArray> = {
  "float32 over 60 binary orders": float32(() => (1 + random()) * 2 ** Math.floor(60 * random())),
  "float32 with infinities": float32(sparsely(Infinity, random)),
  "uint32 of 32 bits": new Uint32Array(slices * side * side).map(() => random() * 2 ** 32),
};

afterEach(() => useCompiledReduce(null));

describe("the reduce in place", () => {
  it("is taken where zones cover a quarter of a window, of short cells always, unless a row is longer than a block", () => {
    const [floats, bytes] = [new Float32Array(0), new Uint8Array(0)];
    expect(isDense(floats, 25, 10, 10)).toBe(true);
    expect(isDense(floats, 24, 10, 10)).toBe(false);
    expect(isDense(bytes, 1, 10, 10)).toBe(true);
    expect(isDense(bytes, 2 ** 15, 1, 2 ** 15)).toBe(false);
    expect(isDense(new Float64Array(0), 100, 10, 10)).toBe(false);
  });

  it.each(Object.keys(inPlace))("is exact for %s", (name) => {
    const data = inPlace[name];
    expect(prepareSlice(data, 0, side * side, nodata, true)).not.toBeNull();
    expectExact(data);
  });

  it.each(Object.keys(elsewhere))("is left to the general way for %s", (name) => {
    const data = elsewhere[name];
    expect(prepareSlice(data, 0, side * side, nodata, true)).toBeNull();
    expectExact(data);
  });

  it.each([
    [0.1, Math.fround(0.1)],
    [1e300, Infinity],
    [-1e300, -Infinity],
    [1e-300, 2 ** -149],
  ])("takes no cell for nodata %d, which none can hold, not even %d next to it", (nodata, nearest) => {
    const data = Float32Array.from({ length: 16 }, (_, i) => (i % 5 === 0 ? nearest : 2 ** 30 + 2 ** 8 * i));
    const whole = makeMask([rectangle(0, 0, 4, 4)], 4, 4);
    const input = { data, slices: 1, mask: whole, nodata, needs: new Set<Accumulator>(["sum", "squares"]) };
    expect(meaningOf(zonalCpu(input))).toEqual(meaningOf(zonalCpu({ ...input, nodata: null })));
    const sum = createPartials(1, "float64", input.needs);
    for (const value of data) addCell(sum, 0, value);
    expect(meaningOf(zonalCpu(input))).toEqual(meaningOf(sum));
  });
});

/** In JavaScript and in WebAssembly, which takes the same slices. */
function expectExact(data: DenseArray): void {
  const wasm = new ZonalWasm();
  const addSlice = vi.spyOn(wasm, "addSlice");
  for (const needs of [[], ["sum"], ["sum", "squares"]] as Accumulator[][]) {
    const input = { data, slices, mask, nodata, needs: new Set(needs) };
    const exact = meaningOf(expected(data, input.needs));
    useCompiledReduce(null);
    expect(meaningOf(zonalCpu(input))).toEqual(exact);
    useCompiledReduce(wasm);
    addSlice.mockClear();
    expect(meaningOf(zonalCpu(input))).toEqual(exact);
    const isTaken = (slice: number) =>
      prepareSlice(data, slice * side ** 2, side ** 2, nodata, needs.includes("squares")) !== null;
    expect(addSlice.mock.results.map(({ value }) => value)).toEqual([isTaken(0), isTaken(1)]);
  }
}
