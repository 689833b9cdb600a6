import type { Paths } from "../zones/zones.ts";
import { crossingPlace, placeOf } from "./edge-place.ts";
import { type Runs, RunsBuilder } from "./runs.ts";

/**
 * Runs with the cells that lines and points pass through, which belong to their zones whole by any rule. A cell has its
 * left and its upper border and not the others: so a point is in one cell, and a line along a border passes through the
 * cells right of it or below. Exact; cost ∝ length of the lines.
 */
export function withPathCells(runs: Runs, paths: Paths, stopRow: number, width: number, firstRow: number): Runs {
  const { coordinates, pathOffsets, zoneOffsets } = paths;
  const zones = runs.firstRow.length;
  const builder = new RunsBuilder(zones);
  const add = (row: number, start: number, stop: number) => {
    const [first, end] = [Math.max(0, start), Math.min(width, stop)];
    if (first < end) builder.addPartRun(row, first, end);
  };
  for (let zone = 0; zone < zones; zone++) {
    if (zoneOffsets[zone] === zoneOffsets[zone + 1]) copyRuns(builder, runs, zone);
    else {
      for (let path = zoneOffsets[zone]; path < zoneOffsets[zone + 1]; path++) {
        addPath(coordinates, pathOffsets[path], pathOffsets[path + 1], firstRow, stopRow, add);
      }
      builder.finishParts(zone);
    }
    builder.finishZone(zone);
  }
  return builder.finish();
}

function copyRuns(builder: RunsBuilder, { firstRow, rowOffsets, runOffsets, starts, stops }: Runs, zone: number): void {
  builder.startZone(zone, firstRow[zone]);
  for (let entry = rowOffsets[zone]; entry < rowOffsets[zone + 1]; entry++) {
    builder.startRow();
    for (let run = runOffsets[entry]; run < runOffsets[entry + 1]; run++) builder.addRun(starts[run], stops[run]);
  }
}

type AddRun = (row: number, start: number, stop: number) => void;

/** The vertices start … stop; one by itself is a point. */
function addPath(
  coordinates: Float64Array,
  start: number,
  stop: number,
  firstRow: number,
  stopRow: number,
  add: AddRun,
): void {
  for (let to = start + (stop - start > 1 ? 1 : 0); to < stop; to++) {
    const from = Math.max(start, to - 1);
    const isDown = coordinates[2 * from + 1] <= coordinates[2 * to + 1];
    const [upper, lower] = isDown ? [from, to] : [to, from];
    const [x0, y0] = [coordinates[2 * upper], coordinates[2 * upper + 1]];
    const [x1, y1] = [coordinates[2 * lower], coordinates[2 * lower + 1]];
    const last = Math.min(stopRow - 1, Math.floor(y1));
    for (let row = Math.max(firstRow, Math.floor(y0)); row <= last; row++) addRow(x0, y0, x1, y1, row, add);
  }
}

/** What of the line (x0, y0)–(x1, y1), y0 ≤ y1, is in a row: from the row's top, which it has, to its bottom, which it has not. */
function addRow(x0: number, y0: number, x1: number, y1: number, row: number, add: AddRun): void {
  const goesOn = y1 >= row + 1;
  const entry = y0 >= row ? placeOf(x0) : crossingPlace(x0, y0, x1, y1, row);
  const exit = y1 <= row + 1 ? placeOf(x1) : crossingPlace(x0, y0, x1, y1, row + 1);
  const first = Math.floor(entry);
  if (exit < entry) add(row, Math.floor(exit), first + 1);
  // Where it goes on, the point at which it leaves is the next row's.
  else add(row, first, goesOn ? Math.max(first + 1, Math.ceil(exit)) : Math.floor(exit) + 1);
}
