import { type ClippedMask, firstFrom } from "./clipped-mask.ts";
import { joinZones } from "./join-zones.ts";
import type { PartialCells } from "./zone-cells.ts";

/** The rows first … stop of a grid. */
export interface RowRange {
  readonly first: number;
  readonly stop: number;
}

/** The rows of whole bands that a range of rows meets: bands are of `bandRows`, from the top of each chunk down. */
export function wholeBands(
  { first, stop }: RowRange,
  bandRows: number,
  chunkHeight: number,
  gridHeight: number,
): RowRange {
  const topOf = (row: number) => row - ((row % chunkHeight) % bandRows);
  const [top, bottom] = [Math.max(0, first), Math.min(gridHeight, stop)];
  if (top >= bottom) return { first: 0, stop: 0 };
  const last = topOf(bottom - 1);
  const chunkStop = last - (last % chunkHeight) + chunkHeight;
  return { first: topOf(top), stop: Math.min(last + bandRows, chunkStop, gridHeight) };
}

/** A mask of one zone with bands of its rows as zones: band b from the top is zone b. */
export function byBands(mask: ClippedMask, bandRows: number): ClippedMask {
  const { runs, partial, window } = mask;
  const zones = Math.ceil(window.height / bandRows);
  const offsets = new Int32Array(zones + 1);
  for (let i = 0; i < runs.length; i += 3) offsets[Math.floor(runs[i] / bandRows) + 1] = i / 3 + 1;
  for (let band = 0; band < zones; band++) offsets[band + 1] = Math.max(offsets[band], offsets[band + 1]);
  return { ...mask, zones, offsets, partial: partial && partialByBands(partial, zones, bandRows) };
}

function partialByBands(partial: PartialCells, zones: number, bandRows: number): PartialCells {
  const { rows } = partial;
  const offsets = new Int32Array(zones + 1);
  for (let band = 0; band <= zones; band++) offsets[band] = firstFrom(rows, 0, rows.length, band * bandRows);
  return { ...partial, offsets };
}

/** A mask by bands, of which those that lie in some rows of the grid are those of `found`, if any. */
export function replaceBands(
  mask: ClippedMask,
  found: ClippedMask | undefined,
  bandRows: number,
  { first, stop }: RowRange,
): ClippedMask {
  const { window, zones } = mask;
  const [from, to] = [first, stop].map((row) => Math.min(zones, Math.max(0, Math.ceil((row - window.row) / bandRows))));
  if (from === to) return mask;
  const own = found ?? emptyMask(mask);
  return joinZones([
    { mask, from: 0, to: from },
    { mask: own, from, to },
    { mask, from: to, to: zones },
  ]);
}

function emptyMask({ window, zones, partial }: ClippedMask): ClippedMask {
  const offsets = new Int32Array(zones + 1);
  const none = { offsets, rows: new Int32Array(0), columns: new Int32Array(0), coverage: new Float64Array(0) };
  return { window, zones, runs: new Int32Array(0), offsets, cells: 0, partial: partial && none };
}
