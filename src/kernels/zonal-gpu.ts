import type { CellArray } from "../source/source.ts";
import { addExact, type ExactSums } from "../stats/exact-sums.ts";
import { addWholeCells, type Partials } from "../stats/partial.ts";
import { structLayout } from "./layout.ts";

/** Input of the reduce by zone to words, and words to partials: the pure part of its GPU side. */

export const paramsStruct = structLayout("Params", {
  tiles: 1,
  slices: 1,
  items: 1,
  row_cells: 1,
  slice_cells: 1,
  has_nodata: 1,
  nodata: 1,
  first_tile: 1,
  first_cell: 1,
  unused_1: 1,
  unused_2: 1,
  unused_3: 1,
  band_starts: 12,
});

export const partialStruct = structLayout("Partial", {
  count: 1,
  infinities: 1,
  min_key: 1,
  max_key: 1,
  sum: 4,
  squares: 4,
});

/** As in the shader: exponents that one pass takes. */
const BAND_WIDTH = 28;

/** How the shader reads cells: its `override` constants. */
export interface CellFormat {
  readonly cell_bits: 8 | 16 | 32;
  readonly cell_signed: boolean;
  readonly cell_float: boolean;
}

/** Null for cells that the shader could not reduce exactly: 64-bit ones. */
export function cellFormat(data: CellArray): CellFormat | null {
  if (data.BYTES_PER_ELEMENT === 8) return null;
  return {
    cell_bits: (8 * data.BYTES_PER_ELEMENT) as 8 | 16 | 32,
    cell_signed: data instanceof Int8Array || data instanceof Int16Array || data instanceof Int32Array,
    cell_float: data instanceof Float32Array,
  };
}

const one = new Float32Array(1);
const oneWord = new Uint32Array(one.buffer);

/** Bits of a loaded cell that equals nodata; null where the type of the cells cannot hold it. */
export function nodataBits(nodata: number | bigint | null, format: CellFormat): number | null {
  if (nodata === null) return null;
  const value = Number(nodata) + 0; // −0 is 0
  if (format.cell_float) {
    one[0] = value;
    return one[0] === value ? oneWord[0] : null;
  }
  const least = format.cell_signed ? -(2 ** (format.cell_bits - 1)) : 0;
  const fits = Number.isInteger(value) && value >= least && value < least + 2 ** format.cell_bits;
  return fits ? value >>> 0 : null;
}

/**
 * Least exponents of the bands that floats are reduced in: within a band, significands can be shifted against each
 * other in 128 bits. Nearly always there is one. Integers have one band too, where exponents do not matter.
 */
export function exponentBands(data: CellArray, nodata: number | null): number[] {
  if (!(data instanceof Float32Array)) return [0];
  const words = new Uint32Array(data.buffer, data.byteOffset, data.length);
  const seen = new Uint8Array(256);
  for (const word of words) if (word !== nodata && word << 1 !== 0) seen[(word >>> 23) & 0xff] = 1;
  seen[1] |= seen[0]; // subnormals have the unit of the least normal values
  const bands: number[] = [];
  for (let exponent = 1; exponent < 255; exponent++) {
    if (seen[exponent] === 1 && exponent >= (bands.at(-1) ?? -BAND_WIDTH) + BAND_WIDTH) bands.push(exponent);
  }
  return bands.length > 0 ? bands : [1];
}

export interface ReduceParams {
  readonly firstTile: number;
  readonly tiles: number;
  readonly slices: number;
  /** Of the buffer: the strip's first one of the first slice. */
  readonly firstCell: number;
  readonly rowCells: number;
  /** From a slice to the next. */
  readonly sliceCells: number;
  readonly nodata: number | null;
  readonly bands: readonly number[];
}

/** Partials that a dispatch writes: tiles × slices × bands, tiles fastest. */
export function itemCount({ tiles, slices, bands }: ReduceParams): number {
  return tiles * slices * bands.length;
}

export function packParams(params: ReduceParams): Uint32Array<ArrayBuffer> {
  const words = new Uint32Array(paramsStruct.words);
  const { offsets } = paramsStruct;
  words[offsets.tiles] = params.tiles;
  words[offsets.slices] = params.slices;
  words[offsets.items] = itemCount(params);
  words[offsets.row_cells] = params.rowCells;
  words[offsets.slice_cells] = params.sliceCells;
  words[offsets.has_nodata] = params.nodata === null ? 0 : 1;
  words[offsets.nodata] = params.nodata ?? 0;
  words[offsets.first_tile] = params.firstTile;
  words[offsets.first_cell] = params.firstCell;
  words.set(params.bands, offsets.band_starts);
  return words;
}

/**
 * Adds what a dispatch wrote to partials.
 * @param rowOf the row of the partials that a tile and slice belong to
 */
export function unpackPartials(
  words: Uint32Array,
  params: ReduceParams,
  format: CellFormat,
  partials: Partials,
  rowOf: (tile: number, slice: number) => number,
): void {
  const { offsets } = partialStruct;
  const items = itemCount(params);
  for (let item = 0; item < items; item++) {
    const at = item * partialStruct.words;
    const count = words[at + offsets.count];
    if (count === 0) continue;
    const tile = params.firstTile + (item % params.tiles);
    const slice = Math.floor(item / params.tiles) % params.slices;
    const band = params.bands[Math.floor(item / (params.tiles * params.slices))];
    const row = rowOf(tile, slice);
    const min = valueOfKey(words[at + offsets.min_key], format);
    const max = valueOfKey(words[at + offsets.max_key], format);
    addWholeCells(partials, row, count, min, max);
    // A float with exponent e is its 24-bit significand × 2^(e − 150).
    const unit = format.cell_float ? 2 ** (band - 150) : 1;
    if (partials.sum) addWords(partials.sum, row, words, at + offsets.sum, unit);
    if (partials.squares) addWords(partials.squares, row, words, at + offsets.squares, unit * unit);
    if (words[at + offsets.infinities] !== 0) addInfinities(partials, row, words[at + offsets.infinities]);
  }
}

/** Words that `count` writes for each item: one for every value of 8-bit cells. */
export const COUNT_WORDS = 256;

/** Keeps the cells that `count` counted; `Cells` is their type. */
export function unpackCounts(
  words: Uint32Array,
  params: ReduceParams,
  Cells: ByteArray,
  partials: Partials,
  rowOf: (tile: number, slice: number) => number,
): void {
  const values = new Cells(COUNT_WORDS).map((_, bin) => bin);
  const items = itemCount(params);
  for (let item = 0; item < items; item++) {
    const counts = words.subarray(item * COUNT_WORDS, (item + 1) * COUNT_WORDS);
    const cells = new Cells(counts.reduce((sum, count) => sum + count, 0));
    let at = 0;
    counts.forEach((count, bin) => {
      if (count > 0) cells.fill(values[bin], at, at + count);
      at += count;
    });
    const row = rowOf(params.firstTile + (item % params.tiles), Math.floor(item / params.tiles));
    partials.kept?.addWhole(row, cells, 0, cells.length);
  }
}

export type ByteArray = Uint8ArrayConstructor | Int8ArrayConstructor;

function valueOfKey(key: number, format: CellFormat): number {
  if (!format.cell_float) return format.cell_signed ? (key ^ 0x80000000) | 0 : key;
  oneWord[0] = key >>> 31 === 1 ? key ^ 0x80000000 : ~key;
  return one[0];
}

/** Adds a two's complement 128-bit integer, least word first, × unit. Each word × unit is a double without rounding. */
function addWords(sums: ExactSums, row: number, words: Uint32Array, at: number, unit: number): void {
  const negative = words[at + 3] >>> 31 === 1;
  let carry = negative ? 1 : 0;
  let low = 0;
  for (let i = 0; i < 4; i++) {
    const magnitude = negative ? (~words[at + i] >>> 0) + carry : words[at + i];
    carry = magnitude > 0xffffffff ? 1 : 0;
    const value = (magnitude % 2 ** 32) * unit * 2 ** (32 * i) * (negative ? -1 : 1);
    // Two words that make 53 bits, as integers do, go in as one.
    if (i === 0) low = value;
    else if (i === 1 && magnitude < 2 ** 21) low += value;
    else addExact(sums, row, value + 0);
  }
  addExact(sums, row, low);
}

function addInfinities(partials: Partials, row: number, flags: number): void {
  const value = (flags & 1 ? Infinity : 0) + (flags & 2 ? -Infinity : 0);
  if (partials.sum) partials.sum.nonfinite[row] += value;
  if (partials.squares) partials.squares.nonfinite[row] = Infinity;
}
