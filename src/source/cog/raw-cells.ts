import { viewCells } from "../cells.ts";
import { halfToFloat32 } from "../half.ts";
import type { CellArray } from "../source.ts";
import { swapBytes } from "./byte-order.ts";
import { hasPredictor } from "./compressions.ts";
import { addUp8, addUp16, addUp32, addUp64, joinFloatPlanes } from "./predictor.ts";
import type { TileRecipe } from "./tile-recipe.ts";
import { type Unpacked, unpack24, unpackBits } from "./unpack-bits.ts";

/** Bytes of rows of cells; each row begins at a byte. */
export function rawBytes({ shape: [samples, , columns], bitsPerSample }: TileRecipe, rows: number): number {
  return Math.ceil((samples * columns * bitsPerSample) / 8) * rows;
}

/**
 * The cells that the bytes of a tile hold once decompressed, in the order of the bytes.
 * @param bytes as many as {@link rawBytes} counts @param own whether they may be changed; the cells may be a view of them
 */
export function rawCells(recipe: TileRecipe, bytes: Uint8Array, own: boolean): CellArray {
  const { bitsPerSample: bits, dtype, predictor } = recipe;
  const perRow = recipe.shape[0] * recipe.shape[2];
  const step = recipe.shape[0];
  if (hasPredictor(recipe) && predictor === 3) {
    return ofSize(recipe, joinFloatPlanes(own ? bytes : bytes.slice(), perRow, bits / 8, step));
  }
  if (![8, 16, 24, 32, 64].includes(bits)) return viewCells(dtype, oddCells(recipe, bytes, perRow));
  const aligned = inOrder(bytes, bits / 8, recipe.littleEndian, own);
  if (hasPredictor(recipe)) addUp(aligned, bits, perRow, step);
  return ofSize(recipe, aligned);
}

/** Numbers of the host's byte order (all hosts have the low byte first) at a place that a view may begin at. */
function inOrder(bytes: Uint8Array, size: number, littleEndian: boolean, own: boolean): Uint8Array {
  const swaps = !littleEndian && size > 1;
  const aligned = bytes.byteOffset % size === 0;
  const numbers = (swaps && !own) || (!aligned && size !== 3) ? bytes.slice() : bytes;
  if (swaps) swapBytes(numbers, size);
  return numbers;
}

function addUp(bytes: Uint8Array, bits: number, perRow: number, step: number): void {
  const { buffer, byteOffset, byteLength } = bytes;
  if (bits === 8) addUp8(bytes, perRow, step);
  else if (bits === 16) addUp16(new Uint16Array(buffer, byteOffset, byteLength / 2), perRow, step);
  else if (bits === 32) addUp32(new Uint32Array(buffer, byteOffset, byteLength / 4), perRow, step);
  else if (bits === 64) addUp64(new Uint32Array(buffer, byteOffset, byteLength / 4), perRow, step);
  else throw new Error(`differences of ${bits}-bit numbers`);
}

/** Numbers of 8, 16, 24, 32 or 64 bits as cells of `dtype`; floats of 16 and 24 bits are widened. */
function ofSize({ dtype, bitsPerSample: bits, sampleFormat }: TileRecipe, bytes: Uint8Array): CellArray {
  const isFloat = sampleFormat === 3;
  if (bits === 24) {
    // Integers are the wrong way round in both byte orders: so GDAL writes and reads them.
    const numbers = unpack24(bytes, isFloat, bytes.length / 3);
    return isFloat ? widen24(numbers) : viewCells(dtype, numbers);
  }
  if (!isFloat || bits !== 16) return viewCells(dtype, bytes);
  return halfToFloat32(new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2));
}

function oddCells(recipe: TileRecipe, bytes: Uint8Array, perRow: number): Unpacked {
  const bits = recipe.bitsPerSample;
  const rows = bytes.length / rawBytes(recipe, 1);
  const cells = unpackBits(bytes, bits, rows, perRow);
  if (hasPredictor(recipe)) {
    const mask = 2 ** bits - 1;
    for (let start = 0; start < cells.length; start += perRow) {
      for (let i = start + recipe.shape[0]; i < start + perRow; i++) {
        cells[i] = (cells[i] + cells[i - recipe.shape[0]]) & mask;
      }
    }
  }
  return cells;
}

/** Floats of 1 sign bit, 7 of exponent and 16 of fraction, in place: every one is a float32 too. */
function widen24(numbers: Uint32Array): Float32Array {
  const values = new Float32Array(numbers.buffer);
  for (let i = 0; i < numbers.length; i++) {
    const sign = numbers[i] & 0x800000 ? -1 : 1;
    const exponent = (numbers[i] >> 16) & 0x7f;
    const fraction = numbers[i] & 0xffff;
    if (exponent === 127) values[i] = fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
    else if (exponent === 0) values[i] = sign * fraction * 2 ** -78;
    else values[i] = sign * (65536 + fraction) * 2 ** (exponent - 79);
  }
  return values;
}
