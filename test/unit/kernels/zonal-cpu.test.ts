import { describe, expect, it } from "vitest";
import { kernels } from "../../../src/kernels/kernels.ts";
import { zonal } from "../../../src/kernels/zonal.ts";
import { zoneRuns } from "../../../src/mask/runs.ts";
import type { CellArray } from "../../../src/source/source.ts";
import { BLOCK_CELLS } from "../../../src/stats/block-sums.ts";
import { dyadicToInteger } from "../../../src/stats/dyadic.ts";
import { exactTotal, roundedTotal } from "../../../src/stats/exact-sums.ts";
import { pixelZones, rectangle, type Zone } from "../../helpers/pixel-zones.ts";
import { seed, seededRandom } from "../../helpers/random.ts";

interface Reduction {
  readonly data: CellArray;
  readonly width: number;
  readonly height: number;
  readonly zones?: readonly Zone[];
  readonly nodata?: number | bigint | null;
  /** The window that `data` covers, in a grid that ends where it does; default all of it. */
  readonly at?: readonly [row: number, column: number];
}

/** Reduces a block with both power sums; one zone over everything unless given. */
function reduce({ data, width, height, zones, nodata = null, at = [0, 0] }: Reduction) {
  const [row, column] = at;
  const all = zones ?? [[[rectangle(0, 0, column + width, row + height)]]];
  const pixel = pixelZones(all);
  const partials = zonal.cpu({
    data,
    slices: data.length / (width * height),
    mask: {
      window: { row, column, height, width },
      zones: Uint32Array.from(all.keys()),
      runs: zoneRuns(pixel, row + height, column + width),
      partial: null,
      pixelZones: pixel,
    },
    nodata,
    needs: new Set(["sum", "squares"]),
  });
  const { sum, squares } = partials;
  if (!sum || !squares) throw new Error("no sums");
  return Array.from({ length: partials.rows }, (_, at) => ({
    count: partials.count[at],
    min: partials.min[at],
    max: partials.max[at],
    sum: roundedTotal(sum, at),
    exact: dyadicToInteger(exactTotal(sum, at)),
    squares: dyadicToInteger(exactTotal(squares, at)),
  }));
}

const line = (data: CellArray, nodata: number | bigint | null = null) =>
  reduce({ data, width: data.length, height: 1, nodata })[0];

describe("the zonal reduce on the CPU", () => {
  it("is the twin of a shader in the registry", () => {
    expect(kernels).toContain(zonal);
    expect(zonal.wgsl).toContain("fn ");
  });

  it("has a row a zone and slice, and cells of a window lie where the window lies", () => {
    // A grid of 3 × 5; the window is its rows 1–2 and columns 2–4.
    const data = Int16Array.of(1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60);
    const zones = [[[rectangle(0, 0, 3, 3)]], [[rectangle(3, 2, 5, 3)]], [[rectangle(0, 0, 2, 3)]]];
    const rows = reduce({ data, width: 3, height: 2, at: [1, 2], zones });
    expect(rows.map(({ sum }) => sum)).toEqual([1 + 4, 10 + 40, 5 + 6, 50 + 60, 0, 0]);
    expect(rows.map(({ count }) => count)).toEqual([2, 2, 2, 2, 0, 0]);
    expect([rows[3].min, rows[3].max, rows[3].squares]).toEqual([50, 60, BigInt(50 ** 2 + 60 ** 2)]);
  });

  it("leaves out nodata and NaN, compared as the cells hold them", () => {
    expect(line(Float32Array.of(1, Math.fround(0.1), Number.NaN, 2), Math.fround(0.1))).toMatchObject({
      count: 2,
      sum: 3,
    });
    expect(line(Int8Array.of(-1, 127, 5), -1)).toMatchObject({ count: 2, min: 5, max: 127 });
    expect(line(Uint8Array.of(0, 255), -9999)).toMatchObject({ count: 2 });
    expect(line(Float64Array.of(-Infinity, 1), -Infinity)).toMatchObject({ count: 1, sum: 1 });
    expect(line(Float64Array.of(Number.NaN, Number.NaN))).toMatchObject({ count: 0, sum: 0 });
    expect(line(Float64Array.of(0, -0, 3), 0)).toMatchObject({ count: 1, min: 3 });
    const most = 2n ** 63n - 1n;
    expect(line(BigInt64Array.of(most, most - 1n), most)).toMatchObject({ count: 1, max: most - 1n });
    expect(line(BigUint64Array.of(2n ** 53n, 2n ** 53n + 1n), 2n ** 53n)).toMatchObject({
      count: 1,
      min: 2n ** 53n + 1n,
    });
  });

  it("keeps infinities out of the exact sums", () => {
    expect(line(Float32Array.of(Infinity, 1, -Infinity))).toMatchObject({ count: 3, exact: 1n, min: -Infinity });
    expect(line(Float64Array.of(Infinity, Infinity))).toMatchObject({
      count: 2,
      exact: 0n,
      squares: 0n,
      sum: Infinity,
    });
  });

  it.each([
    ["int8", Int8Array],
    ["uint8", Uint8Array],
    ["int16", Int16Array],
    ["uint16", Uint16Array],
    ["int32", Int32Array],
    ["uint32", Uint32Array],
    ["int64", BigInt64Array],
    ["uint64", BigUint64Array],
  ])("%s over all its values, longer than a block: sums of bigints", (_, Cells) => {
    const random = seededRandom(seed);
    const data = new Cells(BLOCK_CELLS + 5000);
    const bytes = new Uint8Array(data.buffer);
    for (let i = 0; i < bytes.length; i++) bytes[i] = 256 * random();
    const values = Array.from(data as Iterable<number | bigint>, BigInt);
    const expected = {
      count: values.length,
      exact: values.reduce((sum, value) => sum + value, 0n),
      squares: values.reduce((sum, value) => sum + value * value, 0n),
    };
    const widths = [values.length, (BLOCK_CELLS + 5000) / 4];
    for (const width of widths) {
      expect(reduce({ data, width, height: values.length / width })[0]).toMatchObject(expected);
    }
    const extremes = [...values].sort((a, b) => (a < b ? -1 : 1));
    const { min, max } = line(data);
    expect([BigInt(min), BigInt(max)]).toEqual([extremes[0], extremes[extremes.length - 1]]);
  });

  it("64-bit cells that begin in the middle of a buffer, around the edges of 53 bits", () => {
    const edge = 2n ** 53n;
    const buffer = BigInt64Array.of(
      99n,
      edge - 1n,
      edge,
      edge + 1n,
      -edge - 1n,
      -1n,
      2n ** 32n,
      -(2n ** 32n) - 1n,
    ).buffer;
    const data = new BigInt64Array(buffer, 8);
    const exact = [...data].reduce((sum, value) => sum + value);
    expect(line(data)).toMatchObject({ exact, min: -edge - 1n, max: edge + 1n, count: 7 });
  });

  const random = seededRandom(seed);
  const drawn = <Cells>(type: { from(shape: { length: number }, draw: () => number): Cells }, draw: () => number) =>
    type.from({ length: 20 * 20 }, draw);

  it.each([
    ["float32 of like size", drawn(Float32Array, () => random() - 0.5)],
    ["float32 of 50 binary orders", drawn(Float32Array, () => 2 ** (50 * random()))],
    ["float32 of 100 binary orders", drawn(Float32Array, () => 2 ** (100 * random()))],
    ["float32 with infinities", drawn(Float32Array, () => 1 / Math.round(3 * random()))],
    ["float32 of subnormals and zeros", drawn(Float32Array, () => Math.round(9 * random()) * 2 ** -149)],
    ["uint32", drawn(Uint32Array, () => 2 ** 32 * random())],
    ["int16 with nodata", drawn(Int16Array, () => 9 * random() - 4)],
  ])("%s: the same in a window that zones fill and in one where they are a corner", (_, small) => {
    // 20 × 20 cells alone, and as the corner of 60 × 60, where zones cover too little to be read in place.
    const Cells = small.constructor as new (length: number) => typeof small;
    const large = new Cells(60 * 60);
    for (let row = 0; row < 20; row++) large.set(small.subarray(20 * row, 20 * row + 20), 60 * row);
    const zones = [[[rectangle(0, 0, 20, 20)]], [[rectangle(0, 0, 20, 3)], [rectangle(5, 1, 9, 20)]]];
    const alone = reduce({ data: small, width: 20, height: 20, zones, nodata: 3 });
    expect(reduce({ data: large, width: 60, height: 60, zones, nodata: 3 })).toEqual(alone);
    expect(alone[0].count).toBe([...small].filter((value) => value !== 3).length);
  });

  it("short runs and long runs fill blocks alike", () => {
    const [width, height] = [300, 130];
    const data = Float32Array.from({ length: width * height }, (_, i) => i % 1000);
    const combs = Array.from({ length: 60 }, (_, i) => [rectangle(5 * i, 0, 5 * i + (i % 5), height)]);
    let expected = 0;
    for (let i = 0; i < data.length; i++) {
      const tooth = Math.floor((i % width) / 5);
      if ((i % width) - 5 * tooth < tooth % 5) expected += data[i];
    }
    expect(reduce({ data, width, height, zones: [combs] })[0].sum).toBe(expected);
  });
});
