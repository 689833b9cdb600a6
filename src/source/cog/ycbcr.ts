import type { TileRecipe } from "./tile-recipe.ts";

/** Bits behind the point in the tables, as libtiff has them. */
const SHIFT = 16;
const HALF = 1 << (SHIFT - 1);
/** ReferenceBlackWhite where a file does not say: all of the range, centred colours. */
const FULL_RANGE = [0, 255, 128, 255, 128, 255];

/** What a value of Y, Cb or Cr adds to red, green and blue; those of green are shifted when added. */
interface Tables {
  readonly y: Int32Array;
  readonly crRed: Int32Array;
  readonly cbBlue: Int32Array;
  readonly crGreen: Int32Array;
  readonly cbGreen: Int32Array;
}

/** Bytes of rows of a YCbCr image that is not JPEG: blocks of Y values, each with one Cb and one Cr. */
export function ycbcrBytes({ shape, ycbcrSubsampling: [across, down] }: TileRecipe, rows: number): number {
  return Math.ceil(shape[2] / across) * Math.ceil(rows / down) * (across * down + 2);
}

/** Red, green and blue side by side, of bytes as {@link ycbcrBytes} counts them (TIFF 6.0, section 21). */
export function ycbcrToRgb(recipe: TileRecipe, bytes: Uint8Array, rows: number): Uint8Array {
  const [, , columns] = recipe.shape;
  const [across, down] = recipe.ycbcrSubsampling;
  const tables = makeTables(recipe);
  const out = new Uint8ClampedArray(rows * columns * 3);
  let from = 0;
  for (let top = 0; top < rows; top += down) {
    for (let left = 0; left < columns; left += across) {
      const cb = bytes[from + across * down];
      const cr = bytes[from + across * down + 1];
      const red = tables.crRed[cr];
      const green = (tables.crGreen[cr] + tables.cbGreen[cb]) >> SHIFT;
      const blue = tables.cbBlue[cb];
      for (let row = top; row < top + down; row++) {
        for (let column = left; column < left + across; column++) {
          const y = tables.y[bytes[from++]];
          if (row >= rows || column >= columns) continue;
          const to = (row * columns + column) * 3;
          out[to] = y + red;
          out[to + 1] = y + green;
          out[to + 2] = y + blue;
        }
      }
      from += 2;
    }
  }
  return new Uint8Array(out.buffer);
}

/** In float32 and cut off as libtiff does, so that no value differs by one. */
function makeTables({ ycbcrCoefficients, referenceBlackWhite }: TileRecipe): Tables {
  const [lumaRed, lumaGreen, lumaBlue] = ycbcrCoefficients.map(Math.fround);
  const range = (referenceBlackWhite ?? FULL_RANGE).map(Math.fround);
  const toRed = Math.fround(2 - 2 * lumaRed);
  const toBlue = Math.fround(2 - 2 * lumaBlue);
  const fixed = (factor: number) => Math.trunc(within(factor, 0, 2) * 2 ** SHIFT + 0.5);
  const red = fixed(toRed);
  const blue = fixed(toBlue);
  const redOfGreen = fixed(Math.fround(Math.fround(lumaRed * toRed) / lumaGreen));
  const blueOfGreen = fixed(Math.fround(Math.fround(lumaBlue * toBlue) / lumaGreen));
  const tables: Tables = {
    y: new Int32Array(256),
    crRed: new Int32Array(256),
    cbBlue: new Int32Array(256),
    crGreen: new Int32Array(256),
    cbGreen: new Int32Array(256),
  };
  for (let i = 0; i < 256; i++) {
    const cr = scaled(i - 128, range[4] - 128, range[5] - 128, 127);
    const cb = scaled(i - 128, range[2] - 128, range[3] - 128, 127);
    tables.y[i] = scaled(i, range[0], range[1], 255);
    tables.crRed[i] = (red * cr + HALF) >> SHIFT;
    tables.cbBlue[i] = (blue * cb + HALF) >> SHIFT;
    tables.crGreen[i] = -redOfGreen * cr;
    tables.cbGreen[i] = -blueOfGreen * cb + HALF;
  }
  return tables;
}

/** `value` on a scale from black to white; not far outside it, whatever a file claims. */
function scaled(value: number, black: number, white: number, top: number): number {
  const width = white - black === 0 ? 1 : white - black;
  return Math.trunc(within(Math.fround(Math.fround((value - black) * top) / width), -128 * 32, 128 * 32));
}

/** NaN, of coefficients of zero, is the least. */
function within(value: number, least: number, most: number): number {
  return value > least ? Math.min(value, most) : least;
}
