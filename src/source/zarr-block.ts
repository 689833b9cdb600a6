import { createCells } from "./cells.ts";
import { cellCount, copyCells, cStrides } from "./copy-cells.ts";
import type { Block, CellArray, Dtype, IndexRange } from "./source.ts";
import { type ChunkRecipe, decodeChunk } from "./zarr-decode.ts";
import type { DecodedChunk } from "./zarr-decoded.ts";
import type { AlsoNodata } from "./zarr-values.ts";

/** How the chunks of a Zarr become the cells of a raster. */
export interface ZarrRecipe {
  readonly kind: "zarr";
  readonly chunk: ChunkRecipe;
  /** Axes of the array in the order of a block's axes: the non-spatial ones, rows, columns. */
  readonly axes: readonly number[];
  readonly dtype: Dtype;
  readonly nodata: number | bigint | null;
  /** Other cells that become `nodata`; null where there are none. */
  readonly alsoNodata: AlsoNodata | null;
}

/** A chunk of a Zarr, or a part of one, before it is decoded. */
export interface ZarrBlock {
  readonly recipe: ZarrRecipe;
  /** One range an axis of the block. */
  readonly box: readonly IndexRange[];
  /** Which chunk, along the axes of the block. */
  readonly place: readonly number[];
  /** The chunk as it is stored; null where the store lacks it. */
  readonly bytes: Uint8Array | null;
}

/** A chunk's cells and how they lie, along the axes of a block. */
export interface Part {
  readonly place: readonly number[];
  readonly data: CellArray;
  readonly strides: readonly number[];
}

/** @throws `decode-failed` */
export async function decodeZarrBlock({ recipe, box, place, bytes }: ZarrBlock): Promise<Block> {
  const part = partOf(recipe, place, await decodeChunk(recipe.chunk, bytes, coordinatesOf(recipe, place)));
  const shape = box.map(([start, stop]) => stop - start);
  const chunkShape = recipe.axes.map((axis) => recipe.chunk.shape[axis]);
  if (isWholeChunk(part, box, chunkShape)) return { data: part.data, shape };
  const data = createCells(recipe.dtype, cellCount(shape));
  copyPart(part, chunkShape, box, data);
  return { data, shape };
}

/** Coordinates of a chunk along the axes of the array. */
export function coordinatesOf({ axes }: ZarrRecipe, place: readonly number[]): number[] {
  const coordinates = new Array<number>(axes.length);
  axes.forEach((axis, i) => {
    coordinates[axis] = place[i];
  });
  return coordinates;
}

export function partOf(recipe: ZarrRecipe, place: readonly number[], chunk: DecodedChunk): Part {
  const strides = recipe.axes.map((axis) => chunk.strides[axis]);
  return { place, data: withOneNodata(cellsOf(chunk, recipe.dtype), recipe), strides };
}

function isWholeChunk(
  { data, place, strides }: Part,
  box: readonly IndexRange[],
  chunkShape: readonly number[],
): boolean {
  const natural = cStrides(chunkShape);
  return (
    data.length === cellCount(chunkShape) &&
    strides.every((stride, axis) => stride === natural[axis] || chunkShape[axis] === 1) &&
    box.every(([start, stop], axis) => start === place[axis] * chunkShape[axis] && stop - start === chunkShape[axis])
  );
}

/** Copies what a chunk has of a box into the box's cells. */
export function copyPart(part: Part, chunkShape: readonly number[], box: readonly IndexRange[], data: CellArray): void {
  const strides = cStrides(box.map(([start, stop]) => stop - start));
  const shape: number[] = [];
  let from = 0;
  let to = 0;
  box.forEach(([start, stop], axis) => {
    const chunkStart = part.place[axis] * chunkShape[axis];
    const first = Math.max(start, chunkStart);
    shape.push(Math.min(stop, chunkStart + chunkShape[axis]) - first);
    from += (first - chunkStart) * part.strides[axis];
    to += (first - start) * strides[axis];
  });
  copyCells({ data: part.data, offset: from, strides: part.strides }, { data, offset: to, strides }, shape);
}

/** The numbers of a chunk; those of a signed type that means an unsigned one (CF's _Unsigned) by their bits. */
function cellsOf({ data }: DecodedChunk, dtype: Dtype): CellArray {
  const cells = data as CellArray;
  if (cells instanceof Int8Array && dtype === "uint8") return bits(cells, Uint8Array);
  if (cells instanceof Int16Array && dtype === "uint16") return bits(cells, Uint16Array);
  if (cells instanceof Int32Array && dtype === "uint32") return bits(cells, Uint32Array);
  if (cells instanceof BigInt64Array && dtype === "uint64") return bits(cells, BigUint64Array);
  return cells;
}

function bits<Kind>(
  cells: CellArray,
  kind: new (buffer: ArrayBufferLike, offset: number, length: number) => Kind,
): Kind {
  return new kind(cells.buffer, cells.byteOffset, cells.length);
}

/** A copy where a cell is none for other reasons than `nodata`: the data may be bytes that others read too. */
function withOneNodata(cells: CellArray, { nodata, alsoNodata }: ZarrRecipe): CellArray {
  if (alsoNodata === null) return cells;
  const values = cells as Uint8Array;
  const none = new Set(alsoNodata.values as number[]);
  const [least, most] = (alsoNodata.valid ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]) as [number, number];
  const isNone = (value: number) => value < least || value > most || none.has(value);
  if (!values.some(isNone)) return cells;
  return values.map((value) => (isNone(value) ? (nodata as number) : value));
}
