import type { MetChunk } from "../mask/placed-cells.ts";
import type { Runs } from "../mask/runs.ts";
import type { PartialCells, ZoneCells } from "../mask/zone-cells.ts";

/** Which chunks, so many side by side, zones have cells in: the same in JavaScript as wasm/meet.ts. */
export function meetChunks(
  { runs, partial }: ZoneCells,
  chunkHeight: number,
  chunkWidth: number,
  across: number,
): MetChunk[] {
  const met: ZonesByChunk = new Map();
  for (let zone = 0; zone < runs.firstRow.length; zone++) {
    meetRuns(runs, zone, chunkHeight, chunkWidth, across, met);
    if (partial) meetPartial(partial, zone, chunkHeight, chunkWidth, across, met);
  }
  return [...met].sort(([a], [b]) => a - b).map(([chunk, zones]) => ({ chunk, zones: new Uint32Array(zones) }));
}

/** Cells in runs. */
export function cellsIn({ starts, stops }: Runs): number {
  let cells = 0;
  for (let run = 0; run < starts.length; run++) cells += stops[run] - starts[run];
  return cells;
}

/** Chunks, numbered row by row, and the zones that have a cell there, ascending. */
type ZonesByChunk = Map<number, number[]>;

function meet(met: ZonesByChunk, chunk: number, zone: number): void {
  const zones = met.get(chunk);
  if (zones === undefined) met.set(chunk, [zone]);
  else if (zones[zones.length - 1] !== zone) zones.push(zone);
}

/** Notes the chunks that a zone's runs meet: mostly all of them are in one. */
function meetRuns(
  { firstRow, rowOffsets, runOffsets, starts, stops }: Runs,
  zone: number,
  chunkHeight: number,
  chunkWidth: number,
  across: number,
  met: ZonesByChunk,
): void {
  const shift = rowOffsets[zone] - firstRow[zone];
  const stop = rowOffsets[zone + 1];
  for (let entry = rowOffsets[zone], bottom = 0; entry < stop; entry = bottom) {
    const chunkRow = Math.floor((entry - shift) / chunkHeight);
    bottom = Math.min(stop, (chunkRow + 1) * chunkHeight + shift);
    const end = runOffsets[bottom];
    for (let run = runOffsets[entry]; run < end; ) {
      const last = Math.floor((stops[run] - 1) / chunkWidth);
      for (let column = Math.floor(starts[run] / chunkWidth); column <= last; column++) {
        meet(met, chunkRow * across + column, zone);
      }
      run = firstRunBeyond(starts, stops, run + 1, end, last * chunkWidth, (last + 1) * chunkWidth);
    }
  }
}

/** The first of the runs from one to another that is not within columns; `end` where all are. */
function firstRunBeyond(
  starts: Int32Array,
  stops: Int32Array,
  from: number,
  end: number,
  left: number,
  right: number,
): number {
  let run = from;
  while (run < end && starts[run] >= left && stops[run] <= right) run++;
  return run;
}

/** The same of its cells in part. */
function meetPartial(
  { offsets, rows, columns }: PartialCells,
  zone: number,
  chunkHeight: number,
  chunkWidth: number,
  across: number,
  met: ZonesByChunk,
): void {
  const end = offsets[zone + 1];
  for (let i = offsets[zone]; i < end; ) {
    const chunkRow = Math.floor(rows[i] / chunkHeight);
    const chunkColumn = Math.floor(columns[i] / chunkWidth);
    meet(met, chunkRow * across + chunkColumn, zone);
    const left = chunkColumn * chunkWidth;
    i = firstCellBeyond(rows, columns, i, end, (chunkRow + 1) * chunkHeight, left, left + chunkWidth);
  }
}

/** The first of the cells from one to another, by rows, that is not within columns, or is beyond a row. */
function firstCellBeyond(
  rows: Int32Array,
  columns: Int32Array,
  from: number,
  end: number,
  bottom: number,
  left: number,
  right: number,
): number {
  let cell = from;
  while (cell < end && rows[cell] < bottom && columns[cell] >= left && columns[cell] < right) cell++;
  return cell;
}
