import type { CellArray } from "../source/source.ts";
import { type CellsOfSlices, keepCompiled } from "./keep-compiled.ts";
import { addWholeCells, needed, type Partials } from "./partial.ts";

/** Runs of cells as row, start, stop triples; those of one zone are `from` … `to`. */
export interface RunRange {
  readonly data: Int32Array;
  readonly from: number;
  readonly to: number;
}

/** Cells of a slice, which begins at `base` and has rows of `width`, and the stored value that is not valid. */
export interface SliceOfCells {
  readonly data: CellArray;
  readonly base: number;
  readonly width: number;
  readonly nodata: number | bigint | null;
}

/**
 * Keeps the valid cells of all zones, as stored.
 * @param counts whether they are counted here, since nothing else does
 */
export function keepWhole(partials: Partials, cells: CellsOfSlices, counts: boolean): void {
  if (keepCompiled(partials, cells, counts)) return;
  const { mask, slices, data, nodata } = cells;
  const { zones, window, runs, offsets } = mask;
  for (let slice = 0; slice < slices; slice++) {
    const ofSlice = { data, base: slice * window.height * window.width, width: window.width, nodata };
    for (let zone = 0; zone < zones; zone++) {
      const range = { data: runs, from: offsets[zone], to: offsets[zone + 1] };
      keepRuns(partials, zone * slices + slice, range, ofSlice, counts);
    }
  }
}

/**
 * Keeps the valid cells of some runs, as stored.
 * @param counts whether they are counted here, since nothing else does
 */
export function keepRuns(partials: Partials, row: number, runs: RunRange, slice: SliceOfCells, counts: boolean): void {
  const kept = needed(partials.kept);
  const { data, from, to } = runs;
  let most = 0;
  for (let i = 3 * from; i < 3 * to; i += 3) most += data[i + 2] - data[i + 1];
  const cells = kept.roomFor(slice.data, most) as Float64Array; // one name for the ten kinds
  const first = kept.whole;
  let stop = first;
  for (let i = 3 * from; i < 3 * to; i += 3) {
    const start = slice.base + data[i] * slice.width;
    stop = copyValid(cells, stop, slice, start + data[i + 1], start + data[i + 2]);
  }
  kept.endPiece(row, stop);
  if (counts) addExtremesOf(partials, row, cells, first, stop);
}

/** @returns where the copies end */
function copyValid(to: Float64Array, at: number, { data, nodata }: SliceOfCells, start: number, stop: number): number {
  const cells = data as Float64Array;
  let end = at;
  for (let i = start; i < stop; i++) {
    const value = cells[i];
    if (value === nodata || Number.isNaN(value)) continue;
    to[end++] = value;
  }
  return end;
}

function addExtremesOf(partials: Partials, row: number, cells: CellArray, start: number, stop: number): void {
  if (start === stop) return;
  let min = cells[start];
  let max = min;
  for (let i = start + 1; i < stop; i++) {
    const value = cells[i];
    if (value < min) min = value;
    if (value > max) max = value;
  }
  addWholeCells(partials, row, stop - start, min, max);
}
