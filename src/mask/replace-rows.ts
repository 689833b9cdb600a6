import { firstFrom } from "./clipped-mask.ts";
import { type Runs, RunsBuilder } from "./runs.ts";
import type { PartialCells, ZoneCells } from "./zone-cells.ts";

/** The rows first … stop of a grid. */
export interface RowRange {
  readonly first: number;
  readonly stop: number;
}

/** One zone's cells: in a range of rows those of `band`, which has no others, and elsewhere those of `cells`. */
export function replaceRows(cells: ZoneCells, band: ZoneCells, range: RowRange): ZoneCells {
  return {
    runs: replaceRuns(cells.runs, band.runs, range),
    partial: cells.partial && band.partial && replacePartial(cells.partial, band.partial, range),
  };
}

function replaceRuns(runs: Runs, band: Runs, range: RowRange): Runs {
  const builder = new RunsBuilder(1);
  const before = (row: number) => row < range.first;
  const after = (row: number) => row >= range.stop;
  const pieces = [
    { from: runs, isMeant: before },
    { from: band, isMeant: () => true },
    { from: runs, isMeant: after },
  ];
  let next: number | null = null;
  for (const { from, isMeant } of pieces) {
    const rows = from.rowOffsets[1];
    for (let entry = 0; entry < rows; entry++) {
      const row = from.firstRow[0] + entry;
      if (!isMeant(row)) continue;
      if (next === null) builder.startZone(0, row);
      else for (; next < row; next++) builder.startRow();
      next = row + 1;
      builder.startRow();
      for (let run = from.runOffsets[entry]; run < from.runOffsets[entry + 1]; run++) {
        builder.addRun(from.starts[run], from.stops[run]);
      }
    }
  }
  builder.finishZone(0);
  return builder.finish();
}

function replacePartial(partial: PartialCells, band: PartialCells, { first, stop }: RowRange): PartialCells {
  const head = firstFrom(partial.rows, 0, partial.rows.length, first);
  const tail = firstFrom(partial.rows, head, partial.rows.length, stop);
  const join = <Column extends Int32Array | Float64Array>(old: Column, own: Column, into: Column): Column => {
    into.set(old.subarray(0, head));
    into.set(own, head);
    into.set(old.subarray(tail), head + own.length);
    return into;
  };
  const length = head + band.rows.length + partial.rows.length - tail;
  return {
    offsets: Int32Array.of(0, length),
    rows: join(partial.rows, band.rows, new Int32Array(length)),
    columns: join(partial.columns, band.columns, new Int32Array(length)),
    coverage: join(partial.coverage, band.coverage, new Float64Array(length)),
  };
}
