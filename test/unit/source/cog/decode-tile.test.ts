import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { isRastrumError } from "../../../../src/errors.ts";
import { decodeTile, prepareTileDecoder } from "../../../../src/source/cog/decode-tile.ts";
import type { TileRecipe } from "../../../../src/source/cog/tile-recipe.ts";
import { cellsOf, plainRecipe, tileFixtures } from "../../../helpers/tile-fixtures.ts";

const decoded = async (recipe: Partial<TileRecipe>, bytes: Iterable<number>, rows?: number) => {
  const whole = { ...plainRecipe, ...recipe };
  const real = rows ?? whole.shape[1];
  const cells = await decodeTile(whole, Uint8Array.from(bytes), real);
  return cellsOf(cells, [whole.shape[0], real, whole.shape[2]]);
};

/** LZMA is refused; its tiles wait for a decoder. */
const readable = tileFixtures.filter(({ recipe }) => recipe.compression !== 34925);

describe("tiles that GDAL wrote hold the numbers that GDAL reads", () => {
  it.each(readable)("$name", async ({ recipe, bytes, cells }) => {
    await prepareTileDecoder(recipe);
    const before = bytes.slice();
    const { data, strides } = await decodeTile(recipe, bytes, recipe.shape[1]);
    expect(cellsOf({ data, strides }, recipe.shape)).toEqual(cells);
    expect(bytes).toEqual(before); // they may be somebody else's too
  });
});

it("a tile stored as its cells are is not copied", async () => {
  const bytes = new Uint8Array(new Uint16Array([1, 2, 3, 4]).buffer);
  const cells = await decodeTile({ ...plainRecipe, shape: [1, 2, 2], dtype: "uint16", bitsPerSample: 16 }, bytes, 2);
  expect(cells.data.buffer).toBe(bytes.buffer);
  expect(cells.strides).toEqual([1, 2, 1]);
});

it("bytes at an odd place are read", async () => {
  const recipe = { ...plainRecipe, dtype: "uint16" as const, bitsPerSample: 16 };
  const { data } = await decodeTile(recipe, Uint8Array.of(9, 1, 0, 2, 1).subarray(1), 1);
  expect([...(data as Uint16Array)]).toEqual([1, 2 + 256]);
});

it("rows of odd widths begin at a byte", async () => {
  // 3 cells of 3 bits a row: 101 010 011 → 10101001 1…
  const recipe = { shape: [1, 2, 3], bitsPerSample: 3 } as const;
  expect(await decoded(recipe, [0b10101001, 0b10000000, 0b00100101, 0b10000000])).toEqual([5, 2, 3, 1, 1, 3]);
});

it("bits that stand the other way round are turned", async () => {
  expect(await decoded({ fillOrder: 2 }, [0b00000001, 0b11000000])).toEqual([0b10000000, 0b00000011]);
});

it("floats of three bytes are widened: infinities, NaN and the least ones too", async () => {
  const recipe = { shape: [1, 1, 5], dtype: "float32", bitsPerSample: 24, sampleFormat: 3 } as const;
  const bits = [0x3f8000, 0xff0000 - 0x800000, 0xff0000, 0x7f0001, 0x000001]; // 1.5, ∞, −∞, NaN, 2^-78
  const bytes = bits.flatMap((number) => [number & 255, (number >> 8) & 255, number >> 16]);
  expect(await decoded(recipe, bytes)).toEqual([
    1.5,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NaN,
    2 ** -78,
  ]);
});

it("YCbCr that is not JPEG: blocks of lights with one colour each, cut off at the edges", async () => {
  const recipe = { shape: [3, 1, 3], photometric: 6, ycbcrSubsampling: [2, 2] } as const;
  // Two blocks of 2 × 2; of the second one only the first column is in the image. Grey, then red of Cr 255.
  const [y, cr] = [100, 255];
  const cells = await decoded(recipe, [10, 20, 0, 0, 128, 128, y, 0, 0, 0, 128, cr]);
  const red = y + Math.floor(1.402 * 127 + 0.5);
  const green = y - Math.floor(0.714136 * 127 + 0.5);
  expect(cells).toEqual([10, 20, Math.min(red, 255), 10, 20, green, 10, 20, y]);
});

it("PackBits: bytes as they are, runs, and a count that says nothing", async () => {
  const recipe = { shape: [1, 1, 6], compression: 32773 } as const;
  expect(await decoded(recipe, [1, 7, 8, 128, 253, 9])).toEqual([7, 8, 9, 9, 9, 9]);
});

it("a last strip may have fewer rows, or be padded to all of them", async () => {
  const recipe = { shape: [1, 3, 2], compression: 8 } as const;
  expect(await decoded(recipe, deflateSync(Uint8Array.of(1, 2)), 1)).toEqual([1, 2]);
  expect(await decoded(recipe, deflateSync(Uint8Array.of(1, 2, 3, 4, 5, 6)), 1)).toEqual([1, 2]);
});

it.each([
  ["none", 1, Uint8Array.of(1)],
  ["deflate", 8, deflateSync(Uint8Array.of(1))],
  ["lzw", 5, Uint8Array.of(0x80, 0x00, 0x60, 0x20)],
  ["packbits", 32773, Uint8Array.of(0, 1)],
  ["packbits cut off", 32773, Uint8Array.of(5, 1)],
])("too little data is an error: %s", async (_, compression, bytes) => {
  await expect(decoded({ compression }, bytes)).rejects.toThrow("not the 2 of 1 rows");
});

it("data that hold far more than a tile are an error", async () => {
  const bomb = deflateSync(new Uint8Array(2 ** 24));
  await expect(decoded({ compression: 8 }, bomb)).rejects.toThrow("more than");
});

it.each([
  ["compression of no decoder", { compression: 34676 }, "sgilog"],
  ["compression of no name", { compression: 4711 }, "compression 4711"],
  ["LZMA", { compression: 34925 }, "lzma"],
  ["old-style JPEG", { compression: 6 }, "old-style jpeg"],
  ["floats of 8 bits", { sampleFormat: 3 }, "floats of 8 bits"],
  ["a predictor of no meaning", { compression: 5, predictor: 4 }, "predictor 4"],
  ["LogLuv", { photometric: 32845 }, "L*a*b* or LogLuv colours"],
  ["JPEG of 16 bits", { compression: 7, bitsPerSample: 16 }, "jpeg of 16 bits"],
] as const)("%s is refused by name", async (_, recipe, what) => {
  const refused = await decoded(recipe, [1, 2]).catch((error) => error);
  expect(isRastrumError(refused, "unsupported") && refused.what).toBe(what);
  expect(refused.message).toContain("tile.tif is stored as");
});

describe("images of another size than the tile's are refused before they are decoded", () => {
  const images = tileFixtures.filter(({ name }) => /^(jpeg ycbcr|webp 3|lerc float32)$/.test(name));
  it.each(images)("$name", async ({ recipe, bytes }) => {
    const [samples, rows, columns] = recipe.shape;
    const wider = { ...recipe, shape: [samples, rows, columns + 16] as const };
    await expect(decodeTile(wider, bytes, rows)).rejects.toThrow(
      `${columns} × ${rows} cells, not ${columns + 16} × ${rows}`,
    );
    // As a strip it may have more rows than are asked for, not fewer.
    const higher = { ...recipe, shape: [samples, rows + 1, columns] as const };
    await expect(decodeTile(higher, bytes, rows + 1)).rejects.toThrow("cells, not");
    const { data } = await decodeTile(higher, bytes, rows - 3);
    expect(data.length).toBeGreaterThanOrEqual(samples * rows * columns);
  });
});
