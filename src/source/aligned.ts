import { rastrumError } from "../errors.ts";
import type { Grid } from "../grid/grid.ts";
import type { Window } from "../grid/window.ts";
import { type CellPlaces, locateCells, relateGrids } from "./aligned-cells.ts";
import { requireOverlap } from "./aligned-overlap.ts";
import { type Piece, planPieces } from "./aligned-pieces.ts";
import { allOrStop } from "./all-or-stop.ts";
import { createCells } from "./cells.ts";
import { cellCount } from "./copy-cells.ts";
import { bytesPerCell, isInteger, storedNodata } from "./dtype.ts";
import { readBox } from "./read-box.ts";
import type { Block, CellArray, IndexRange, Raster, ReadOptions } from "./source.ts";

/** A block that says which of its cells hold data. */
export interface AlignedBlock extends Block {
  /**
   * 1 for each cell of `data` that holds data; 0 where the source has no cell, or one of nodata or NaN. null: all do.
   * Where the source has no cell, `data` is NaN for floats, else nodata, else 0.
   */
  readonly valid: Uint8Array | null;
}

/** A raster on the grid of another. Integers may lack a value for "missing": then only `valid` tells. */
export interface AlignedRaster
  extends Pick<Raster, "name" | "grid" | "dtype" | "dimensions" | "nodata" | "scale" | "offset" | "unit"> {
  readonly missingChunks?: () => number;
  read(window: Window, options?: ReadOptions): Promise<AlignedBlock>;
}

/** Bytes of the source, decoded, that a read holds at once; a chunk is taken whole where rows of it would be more. */
const SOURCE_BYTES = 64 * 2 ** 20;

/** As many as keep a store busy. */
const READS_AT_ONCE = 16;

/**
 * The raster as it is seen on another grid: each cell takes the source's cell that its centre lies in, which is half
 * open like all cells. Nothing is read before `read`, and then only chunks of the source that wanted cells lie in.
 * Where the source's CRS is geographic, its longitudes may be a whole turn away.
 *
 * @param sourceBytes bytes of the source, decoded, that one read holds at once
 * @throws `invalid-option`, `missing-transform`, `missing-crs`, `unknown-crs`, `no-overlap`
 */
export function alignRaster(
  raster: Raster,
  grid: Grid,
  resampling: "nearest" = "nearest",
  sourceBytes = SOURCE_BYTES,
): AlignedRaster {
  if (resampling !== "nearest") {
    throw rastrumError("invalid-option", `resampling must be "nearest", not ${String(resampling)}.`, {
      option: "resampling",
      received: resampling,
    });
  }
  const relation = relateGrids(raster, grid);
  requireOverlap(relation, raster.name);
  const { name, dtype, dimensions, nodata, scale, offset, unit, missingChunks } = raster;
  const cellBudget = sourceBytes / bytesPerCell(dtype);
  return {
    ...{ name, grid, dtype, dimensions, nodata, scale, offset, unit, missingChunks },
    async read(window, options) {
      options?.signal?.throwIfAborted();
      const box = readBox({ name, grid, dimensions }, window, options);
      const places = locateCells(relation, window);
      return readAligned({ raster, box, places, cellBudget, signal: options?.signal });
    },
  };
}

interface AlignedRead {
  readonly raster: Raster;
  /** Ranges of the dimensions, then rows and columns of the grid. */
  readonly box: readonly IndexRange[];
  readonly places: CellPlaces;
  /** Cells of the source to hold at once. */
  readonly cellBudget: number;
  readonly signal: AbortSignal | undefined;
}

async function readAligned({ raster, box, places, cellBudget, signal }: AlignedRead): Promise<AlignedBlock> {
  const shape = box.map(([start, stop]) => stop - start);
  const ranges = box.slice(0, -2);
  const slabs = splitAlongChunks(ranges, raster.chunkShape);
  const slices = Math.max(1, ...slabs.map((slab) => cellCount(slab.map(([start, stop]) => stop - start))));
  const [chunkRows, chunkColumns] = raster.chunkShape.slice(-2);
  const pieces = planPieces(places, chunkRows, chunkColumns, Math.floor(cellBudget / slices));
  const data = createCells(raster.dtype, cellCount(shape));
  const valid = new Uint8Array(data.length);
  fillMissing(data, raster);
  const tasks = slabs.flatMap((slab) => pieces.map((piece) => ({ slab, piece })));
  const largest = Math.max(1, ...pieces.map(({ window }) => window.height * window.width)) * slices;
  const atOnce = Math.min(READS_AT_ONCE, Math.max(1, Math.floor(cellBudget / largest)));
  const slice = places.rows.length;
  let filled = 0;
  await allOrStop(tasks, atOnce, signal, async ({ slab, piece }, stop) => {
    const block = await raster.read(piece.window, { ranges: slab, signal: stop });
    stop.throwIfAborted();
    filled += gather(block.data, piece, sliceNumbers(slab, ranges), { data, valid, slice }, storedNodata(raster));
  });
  return { data, shape, valid: filled === data.length ? null : valid };
}

/** Ranges cut where chunks end: each part lies within one chunk along every dimension. */
function splitAlongChunks(ranges: readonly IndexRange[], chunkShape: readonly number[]): IndexRange[][] {
  let parts: IndexRange[][] = [[]];
  ranges.forEach(([start, stop], axis) => {
    const step = chunkShape[axis];
    const along: IndexRange[] = [];
    for (let at = start; at < stop; at = along[along.length - 1][1]) {
      along.push([at, Math.min(stop, (Math.floor(at / step) + 1) * step)]);
    }
    parts = parts.flatMap((part) => along.map((range) => [...part, range]));
  });
  return parts;
}

/** Which slices of `ranges` those of a part of it are, both in C order. */
function sliceNumbers(part: readonly IndexRange[], ranges: readonly IndexRange[]): number[] {
  let numbers = [0];
  ranges.forEach(([first, end], axis) => {
    const [start, stop] = part[axis];
    const along = Array.from({ length: stop - start }, (_, i) => start - first + i);
    numbers = numbers.flatMap((number) => along.map((at) => number * (end - first) + at));
  });
  return numbers;
}

function fillMissing(data: CellArray, raster: Raster): void {
  const missing = isInteger(raster.dtype) ? storedNodata(raster) : Number.NaN;
  if (missing !== null) (data as Uint8Array).fill(missing as number);
}

/** Moves a piece's cells to their places in slices of `block.slice` cells; returns how many of them hold data. */
function gather(
  source: CellArray,
  { window, sources, targets }: Piece,
  slices: readonly number[],
  block: { readonly data: CellArray; readonly valid: Uint8Array; readonly slice: number },
  nodata: number | bigint | null,
): number {
  // One name for the ten kinds: both sides are of the same kind, so cells move without conversion.
  const [from, to, { valid }] = [source as Uint8Array, block.data as Uint8Array, block];
  let filled = 0;
  slices.forEach((slice, i) => {
    const sourceAt = i * window.height * window.width;
    const targetAt = slice * block.slice;
    for (let cell = 0; cell < sources.length; cell++) {
      const value = from[sourceAt + sources[cell]];
      const at = targetAt + targets[cell];
      to[at] = value;
      const holds = value === nodata || Number.isNaN(value) ? 0 : 1;
      valid[at] = holds;
      filled += holds;
    }
  });
  return filled;
}
