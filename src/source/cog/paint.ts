import { rastrumError } from "../../errors.ts";
import { createCells } from "../cells.ts";
import { cellCount, copyCells, cStrides, type Layout } from "../copy-cells.ts";
import type { CellArray, IndexRange } from "../source.ts";
import { asDecodeFailure } from "../zarr-decode.ts";
import type { DecodedChunk } from "../zarr-decoded.ts";
import { cmykToRgba } from "./cmyk.ts";
import { decodeTile } from "./decode-tile.ts";
import { snapToNodata } from "./near-nodata.ts";
import type { TiffMask, TiffPiece, TiffRecipe } from "./tiff-block.ts";
import type { TileRecipe } from "./tile-recipe.ts";

/** Cells of a block that are being put together, along bands, rows, columns. */
export interface Canvas {
  readonly data: CellArray;
  readonly box: readonly IndexRange[];
  readonly strides: readonly number[];
}

/** What a piece and a canvas have in common. */
export interface Region {
  readonly shape: readonly number[];
  /** Of its first cell in the piece and in the canvas. */
  readonly inPiece: readonly number[];
  readonly inCanvas: readonly number[];
}

export function createCanvas(recipe: TiffRecipe, asked: readonly IndexRange[]): Canvas {
  const { dtype } = recipe;
  const box = wholeBox(recipe, asked);
  const shape = box.map(([start, stop]) => stop - start);
  return { data: createCells(dtype, cellCount(shape)), box, strides: cStrides(shape) };
}

/** Bands, rows and columns that are put together for a box of a block's axes. */
export function wholeBox({ banded, inks }: TiffRecipe, asked: readonly IndexRange[]): readonly IndexRange[] {
  if (!banded) return [[0, 1], ...asked];
  return inks ? [[0, 4], ...asked.slice(1)] : asked;
}

/** The cells that were asked for, once all pieces are in place. */
export function finishCanvas({ inks }: TiffRecipe, canvas: Canvas, asked: readonly IndexRange[]): CellArray {
  if (!inks) return canvas.data;
  const [plane, row, column] = canvas.strides;
  const { data } = cmykToRgba({ data: canvas.data, strides: [plane, row, column] }, 4);
  return data.slice(asked[0][0] * plane, asked[0][1] * plane);
}

/** Null where they have nothing in common. */
export function overlap(piece: TiffPiece, tile: TileRecipe, box: readonly IndexRange[]): Region | null {
  const starts = [piece.band, piece.row, piece.column];
  const sizes = [tile.shape[0], piece.rows, tile.shape[2]];
  const firsts = starts.map((start, axis) => Math.max(start, box[axis][0]));
  const shape = firsts.map((first, axis) => Math.min(starts[axis] + sizes[axis], box[axis][1]) - first);
  if (shape.some((length) => length <= 0)) return null;
  return {
    shape,
    inPiece: firsts.map((first, axis) => first - starts[axis]),
    inCanvas: firsts.map((first, axis) => first - box[axis][0]),
  };
}

/** Puts a piece's cells where they belong. @throws `decode-failed`, `unsupported` */
export async function paintPiece(recipe: TiffRecipe, piece: TiffPiece, canvas: Canvas): Promise<void> {
  const { tile, mask, scales } = recipe;
  const region = overlap(piece, tile, canvas.box);
  if (!region) return;
  const stored = piece.bytes === null ? filled(tile) : await decodeCells(recipe, piece);
  const from = layout(stored, region.inPiece);
  const to = layout(canvas, region.inCanvas);
  copyCells({ ...from, data: inTypeOf(canvas.data, from.data) }, to, region.shape);
  if (scales) applyScales(recipe, scales, canvas, region);
  if (mask && !mask.tile)
    blank(recipe, mask, layout(stored, [mask.sample, ...region.inPiece.slice(1)]), canvas, region);
}

/** Takes away the cells of a canvas that a piece of a mask says are none. @throws `decode-failed`, `unsupported` */
export async function blankPiece(recipe: TiffRecipe, piece: TiffPiece, canvas: Canvas): Promise<void> {
  const { mask } = recipe;
  if (!mask?.tile) return;
  const bands = canvas.box[0];
  const region = overlap(
    { ...piece, band: bands[0] },
    { ...mask.tile, shape: manyBands(mask.tile, bands) },
    canvas.box,
  );
  if (!region) return;
  const stored = piece.bytes === null ? filled(mask.tile) : await decodePiece(mask.tile, piece);
  blank(recipe, mask, layout(stored, [mask.sample, ...region.inPiece.slice(1)]), canvas, region);
}

/** A piece's cells as they count. @throws `decode-failed`, `unsupported` */
export async function decodeCells({ tile, nodata }: TiffRecipe, piece: TiffPiece): Promise<DecodedChunk> {
  const stored = await decodePiece(tile, piece);
  snapToNodata(stored.data as CellArray, nodata);
  return stored;
}

/** @throws `decode-failed` */
async function decodePiece(tile: TileRecipe, piece: TiffPiece): Promise<DecodedChunk> {
  try {
    return await decodeTile(tile, piece.bytes ?? new Uint8Array(0), piece.rows);
  } catch (error) {
    throw asDecodeFailure(error, tile.path, [piece.band, piece.row, piece.column]);
  }
}

/** One cell for all. */
function filled({ dtype, fill }: Pick<TileRecipe, "dtype" | "fill">): DecodedChunk {
  const data = createCells(dtype, 1);
  (data as Uint8Array)[0] = fill as number;
  return { data, strides: [0, 0, 0] };
}

function manyBands({ shape }: TileRecipe, [start, stop]: IndexRange): TileRecipe["shape"] {
  return [stop - start, shape[1], shape[2]];
}

function layout({ data, strides }: Pick<DecodedChunk, "data" | "strides">, at: readonly number[]): Layout {
  const offset = at.reduce((sum, index, axis) => sum + index * strides[axis], 0);
  return { data: data as CellArray, offset, strides };
}

/** Numbers in an array of the same kind as `model`, which holds all that they can be. */
function inTypeOf(model: CellArray, data: CellArray): CellArray {
  if (model.constructor === data.constructor) return data;
  if (model instanceof BigInt64Array) return BigInt64Array.from(data as Uint32Array, BigInt);
  const cells = createCells(
    model instanceof Float64Array ? "float64" : model instanceof Int32Array ? "int32" : "int16",
    data.length,
  );
  if (data instanceof BigInt64Array || data instanceof BigUint64Array)
    return (cells as Float64Array).map((_, i) => Number(data[i]));
  cells.set(data as unknown as never);
  return cells;
}

/** Cells become values; nodata becomes NaN. */
function applyScales(
  { nodata }: TiffRecipe,
  scales: readonly (readonly [number, number])[],
  { data, box, strides }: Canvas,
  { shape, inCanvas }: Region,
): void {
  const cells = data as Float64Array;
  const none = nodata === null ? Number.NaN : Number(nodata);
  for (let band = 0; band < shape[0]; band++) {
    const [scale, offset] = scales[box[0][0] + inCanvas[0] + band];
    for (let row = 0; row < shape[1]; row++) {
      const start = (inCanvas[0] + band) * strides[0] + (inCanvas[1] + row) * strides[1] + inCanvas[2];
      for (let at = start; at < start + shape[2]; at++) {
        cells[at] = cells[at] === none ? Number.NaN : cells[at] * scale + offset;
      }
    }
  }
}

/** Takes away the cells of a region for which a mask, laid out as given, is 0. */
function blank(recipe: TiffRecipe, mask: TiffMask, from: Layout, canvas: Canvas, region: Region): void {
  const first = canvas.box[0][0] + region.inCanvas[0];
  const bands = Math.min(region.shape[0], mask.bands - first);
  const cells = canvas.data as Uint8Array; // one name for the ten kinds
  const [bandStride, rowStride] = canvas.strides;
  const start = layout(canvas, region.inCanvas).offset;
  // Of a piece that is not there, as a sparse file has many.
  if (from.strides.every((stride) => stride === 0) && Number(from.data[0]) === 0) {
    const none = layout(filled({ dtype: recipe.dtype, fill: mask.blank }), [0, 0, 0]);
    const shape = [Math.max(bands, 0), ...region.shape.slice(1)];
    copyCells(none, layout(canvas, region.inCanvas), shape);
    return;
  }
  for (let row = 0; row < region.shape[1]; row++) {
    let at = from.offset + row * from.strides[1];
    for (let column = 0; column < region.shape[2]; column++, at += from.strides[2]) {
      const isCell = Number(from.data[at]) !== 0;
      if (isCell && !mask.mayMeet) continue;
      const cell = start + row * rowStride + column;
      for (let band = 0; band < bands; band++) {
        if (!isCell) cells[cell + band * bandStride] = mask.blank as number;
        else if (cells[cell + band * bandStride] === mask.blank) throw noRoom(recipe, mask);
      }
    }
  }
}

function noRoom({ tile, dtype }: TiffRecipe, { blank }: TiffMask): Error {
  const message = `${tile.path} has a mask, and ${dtype} cells beside it that are ${blank}, which stands for masked ones: no type is wider.`;
  return rastrumError("unsupported", message, { what: `masks beside ${dtype} cells of ${blank}` });
}
