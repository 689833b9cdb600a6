import type { Window } from "../grid/window.ts";
import { allOrStop } from "./all-or-stop.ts";
import { createCells } from "./cells.ts";
import { cellCount, copyCells, cStrides } from "./copy-cells.ts";
import { readBox } from "./read-box.ts";
import type { Block, CellArray, Dtype, IndexRange, Raster, ReadOptions } from "./source.ts";
import type { Axes } from "./zarr-axes.ts";
import type { ChunkReader } from "./zarr-chunks.ts";
import type { DecodedChunk } from "./zarr-codecs.ts";

/** More than a store reads at once, so that it never waits for a decoder; few enough to bound memory. */
const CHUNKS_AT_ONCE = 16;

/** What a read must know of its raster; `alsoNodata` is a second sentinel, which cells lose for `nodata`. */
export type ReadFrom = Pick<Raster, "name" | "grid" | "dimensions" | "dtype" | "nodata"> & {
  readonly alsoNodata: number | bigint | null;
};

/**
 * Reads windows of an array from its chunks: each chunk that the window meets is fetched and decoded once.
 * A window that is one chunk in C order is that chunk, uncopied.
 */
export function createRead(
  raster: ReadFrom,
  chunks: ChunkReader,
  axes: Axes,
): (window: Window, options?: ReadOptions) => Promise<Block> {
  /** Axes of the array in the order of a block's axes. */
  const order = [...axes.others, axes.y, axes.x];
  const chunkShape = order.map((axis) => chunks.shape[axis]);

  return async (window, options) => {
    options?.signal?.throwIfAborted();
    const box = readBox(raster, window, options);
    const shape = box.map(([start, stop]) => stop - start);
    if (cellCount(shape) === 0) return { data: createCells(raster.dtype, 0), shape };

    const readChunk = async (place: readonly number[], signal: AbortSignal | undefined): Promise<Part> => {
      const coordinates = new Array<number>(order.length);
      order.forEach((axis, i) => {
        coordinates[axis] = place[i];
      });
      const chunk = await chunks.read(coordinates, signal);
      const strides = order.map((axis) => chunk.strides[axis]);
      return { place, data: withOneNodata(cellsOf(chunk, raster.dtype), raster), strides };
    };
    const places = chunkPlaces(box, chunkShape);
    if (places.length === 1) {
      const part = await readChunk(places[0], options?.signal);
      if (isWholeChunk(part, box, chunkShape)) return { data: part.data, shape };
      const data = createCells(raster.dtype, cellCount(shape));
      copyPart(part, chunkShape, box, data);
      return { data, shape };
    }
    const data = createCells(raster.dtype, cellCount(shape));
    // The store decides how many are under way; each is copied and let go as it comes.
    await allOrStop(places, CHUNKS_AT_ONCE, options?.signal, async (place, signal) => {
      copyPart(await readChunk(place, signal), chunkShape, box, data);
    });
    return { data, shape };
  };
}

interface Part {
  /** Which chunk, along a block's axes. */
  readonly place: readonly number[];
  readonly data: CellArray;
  readonly strides: readonly number[];
}

/** The chunks that a box meets, in C order. */
function chunkPlaces(box: readonly IndexRange[], chunkShape: readonly number[]): number[][] {
  let places: number[][] = [[]];
  box.forEach(([start, stop], axis) => {
    const first = Math.floor(start / chunkShape[axis]);
    const last = Math.ceil(stop / chunkShape[axis]);
    const along = Array.from({ length: last - first }, (_, i) => first + i);
    places = places.flatMap((place) => along.map((at) => [...place, at]));
  });
  return places;
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

function copyPart(part: Part, chunkShape: readonly number[], box: readonly IndexRange[], data: CellArray): void {
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

/** A copy where a cell has the second sentinel: the data may be bytes that others read too. */
function withOneNodata(cells: CellArray, { nodata, alsoNodata }: ReadFrom): CellArray {
  const values = cells as Uint8Array;
  if (alsoNodata === null || !values.includes(alsoNodata as number)) return cells;
  return values.map((value) => (value === alsoNodata ? (nodata as number) : value));
}
