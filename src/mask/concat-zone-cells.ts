import { concat } from "../source/concat.ts";
import type { Runs } from "./runs.ts";
import type { PartialCells, ZoneCells } from "./zone-cells.ts";

/**
 * The cells of all zones from those of slices of them, in order:
 * `concatZoneCells(slices.map((slice) => zoneCells(slice, height, width, rule)))` is to the bit `zoneCells` of the zones
 * that were sliced (`sliceZones`). Slices and cells are plain objects of typed arrays, so that each slice may be computed
 * in a worker of its own: both ways they can be cloned, or their buffers transferred.
 */
export function concatZoneCells(parts: readonly ZoneCells[]): ZoneCells {
  if (parts.length === 1) return parts[0];
  const partials = parts.map(({ partial }) => partial);
  return {
    runs: concatRuns(parts.map(({ runs }) => runs)),
    partial: partials.every((partial) => partial !== null) ? concatPartial(partials) : null,
  };
}

function concatRuns(parts: readonly Runs[]): Runs {
  return {
    firstRow: concat(parts.map(({ firstRow }) => firstRow)),
    rowOffsets: concatOffsets(parts.map(({ rowOffsets }) => rowOffsets)),
    runOffsets: concatOffsets(parts.map(({ runOffsets }) => runOffsets)),
    starts: concat(parts.map(({ starts }) => starts)),
    stops: concat(parts.map(({ stops }) => stops)),
  };
}

function concatPartial(parts: readonly PartialCells[]): PartialCells {
  const coverage = new Float64Array(parts.reduce((sum, part) => sum + part.coverage.length, 0));
  let at = 0;
  for (const part of parts) {
    coverage.set(part.coverage, at);
    at += part.coverage.length;
  }
  return {
    offsets: concatOffsets(parts.map(({ offsets }) => offsets)),
    rows: concat(parts.map(({ rows }) => rows)),
    columns: concat(parts.map(({ columns }) => columns)),
    coverage,
  };
}

/** Offsets arrays begin with 0 and end with how much there is. */
function concatOffsets(parts: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(1 + parts.reduce((sum, { length }) => sum + length - 1, 0));
  let at = 1;
  let base = 0;
  for (const part of parts) {
    for (let i = 1; i < part.length; i++) all[at++] = base + part[i];
    base += part[part.length - 1];
  }
  return all;
}
