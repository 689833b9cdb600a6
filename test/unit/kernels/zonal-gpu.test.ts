import "../../helpers/keeping.ts";
import { describe, expect, it } from "vitest";
import {
  cellFormat,
  exponentBands,
  nodataBits,
  packParams,
  paramsStruct,
  partialStruct,
  unpackCounts,
  unpackPartials,
} from "../../../src/kernels/zonal-gpu.ts";
import { exactTotal, roundedTotal } from "../../../src/stats/exact-sums.ts";
import { createPartials } from "../../../src/stats/partial.ts";

const float = { cell_bits: 32, cell_signed: false, cell_float: true } as const;
const int8 = { cell_bits: 8, cell_signed: true, cell_float: false } as const;
const uint16 = { cell_bits: 16, cell_signed: false, cell_float: false } as const;

it("tells the shader how cells are stored, and refuses 64-bit ones", () => {
  expect(cellFormat(new Int8Array())).toEqual(int8);
  expect(cellFormat(new Uint16Array())).toEqual(uint16);
  expect(cellFormat(new Float32Array())).toEqual(float);
  expect([new BigInt64Array(), new BigUint64Array(), new Float64Array()].map(cellFormat)).toEqual([null, null, null]);
});

describe("nodata as bits of a loaded cell", () => {
  it.each([
    [-1, int8, 0xffffffff], // sign-extended, as the shader loads it
    [-128, int8, 0xffffff80],
    [128, int8, null],
    [65535n, uint16, 65535],
    [-1, uint16, null],
    [0.5, uint16, null],
    [0.5, float, 0x3f000000],
    [-0, float, 0],
    [0.1, float, null],
    [Infinity, float, 0x7f800000],
    [Number.NaN, float, null],
    [null, float, null],
  ])("%s", (nodata, format, bits) => expect(nodataBits(nodata, format)).toBe(bits));
});

describe("bands of exponents", () => {
  const bands = (...values: number[]) => exponentBands(Float32Array.from(values), null);
  it("integers have one", () => expect(exponentBands(Int8Array.of(1, 100), null)).toEqual([0]));
  it("1 has the exponent 127", () => expect(bands(1, 1.5, 0, -0, Number.NaN, Infinity)).toEqual([127]));
  it("28 exponents fit one band", () => expect(bands(1, 2 ** 27)).toEqual([127]));
  it("29 need two", () => expect(bands(1, 2 ** 28)).toEqual([127, 127 + 28]));
  it("empty ones are passed over", () => expect(bands(1, 2 ** 100)).toEqual([127, 227]));
  it("subnormals are with the least normal ones", () => expect(bands(2 ** -149, 2 ** -126)).toEqual([1]));
  it("nothing finite has one all the same", () => expect(bands(Number.NaN, 0)).toEqual([1]));
  it("nodata has none", () =>
    expect(exponentBands(Float32Array.of(1, -9999), nodataBits(-9999, float))).toEqual([127]));
  it("all exponents take ten", () => {
    const all = Array.from({ length: 254 }, (_, i) => 2 ** (i - 126));
    expect(bands(...all)).toHaveLength(10);
  });
});

it("packs params where the shader has them", () => {
  const words = packParams({
    firstTile: 4,
    tiles: 2,
    slices: 3,
    firstCell: 0,
    rowCells: 5,
    sliceCells: 35,
    nodata: 7,
    bands: [100, 128],
  });
  const { offsets } = paramsStruct;
  expect([words[offsets.items], words[offsets.first_tile]]).toEqual([2 * 3 * 2, 4]);
  expect([words[offsets.has_nodata], words[offsets.nodata]]).toEqual([1, 7]);
  expect([...words.subarray(offsets.band_starts, offsets.band_starts + 3)]).toEqual([100, 128, 0]);
});

describe("partials from words", () => {
  const params = {
    firstTile: 0,
    tiles: 1,
    slices: 1,
    firstCell: 0,
    rowCells: 1,
    sliceCells: 1,
    nodata: null,
    bands: [127],
  };

  function unpack(
    fields: Partial<Record<"count" | "infinities" | "min_key" | "max_key", number>>,
    sum: number[],
    squares: number[],
  ) {
    const words = new Uint32Array(partialStruct.words);
    for (const [name, value] of Object.entries(fields)) words[partialStruct.offsets[name as "count"]] = value;
    words.set(sum, partialStruct.offsets.sum);
    words.set(squares, partialStruct.offsets.squares);
    const partials = createPartials(1, "float64", new Set(["sum", "squares"]));
    return {
      words,
      partials,
      run: (format: typeof float | typeof int8) => unpackPartials(words, params, format, partials, () => 0),
    };
  }

  it("of integers", () => {
    const { partials, run } = unpack({ count: 2, min_key: 0x7ffffffd, max_key: 0x80000002 }, [~0, ~0, ~0, ~0], [13]);
    run(int8); // −3 and 2
    expect([partials.count[0], partials.min[0], partials.max[0]]).toEqual([2, -3, 2]);
    expect(partials.sum && roundedTotal(partials.sum, 0)).toBe(-3 + 2);
    expect(partials.squares && roundedTotal(partials.squares, 0)).toBe(9 + 4);
  });

  it("of floats: words times the unit of the band, 2^(127 − 150)", () => {
    const { partials, run } = unpack(
      { count: 1, min_key: 0xbf800000, max_key: 0xbf800000 },
      [1, 2, 3, 0x80000000],
      [0, 0, 0, 1],
    );
    run(float);
    expect([partials.min[0], partials.max[0]]).toEqual([1, 1]);
    const whole = 1n + (2n << 32n) + (3n << 64n) - (1n << 127n);
    const total = partials.sum ? exactTotal(partials.sum, 0) : { mantissa: 0n, exponent: 0 };
    expect(total.mantissa << BigInt(total.exponent + 200)).toBe(whole << BigInt(-23 + 200));
    expect(partials.squares && roundedTotal(partials.squares, 0)).toBe(2 ** (96 - 46));
  });

  it("with infinities", () => {
    const { partials, run } = unpack({ count: 2, infinities: 3, min_key: 0x007fffff, max_key: 0xff800000 }, [], []);
    run(float);
    expect([partials.min[0], partials.max[0]]).toEqual([-Infinity, Infinity]);
    expect([partials.sum?.nonfinite[0], partials.squares?.nonfinite[0]]).toEqual([Number.NaN, Infinity]);
  });
});

it("turns counts into cells", () => {
  const partials = createPartials(6, "float64", new Set(["values"]));
  const words = new Uint32Array(2 * 256);
  words[0xff] = 2; // −1
  words[3] = 1;
  words[256 + 0x80] = 1; // −128
  const params = {
    firstTile: 5,
    tiles: 1,
    slices: 2,
    firstCell: 0,
    rowCells: 1,
    sliceCells: 1,
    nodata: null,
    bands: [0],
  };
  unpackCounts(words, params, Int8Array, partials, (tile, slice) => (tile === 5 ? 2 + slice : 0));
  expect(partials.kept?.row(2)?.whole).toEqual([Int8Array.of(3, -1, -1)]);
  expect(partials.kept?.row(3)?.whole).toEqual([Int8Array.of(-128)]);
  expect(partials.kept?.row(0)).toBeNull();
});
