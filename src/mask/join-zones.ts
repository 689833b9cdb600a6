import type { ClippedMask } from "./clipped-mask.ts";
import type { PartialCells } from "./zone-cells.ts";

/** The zones from … to of a mask. */
export interface ZoneRange {
  readonly mask: ClippedMask;
  readonly from: number;
  readonly to: number;
}

/** Zones of masks of one window, behind each other, as one mask of it. There is one range at least. */
export function joinZones(ranges: readonly ZoneRange[]): ClippedMask {
  const { window, partial } = ranges[0].mask;
  const offsets = joinOffsets(ranges, ({ offsets }) => offsets);
  const zones = offsets.length - 1;
  const runs = new Int32Array(3 * offsets[zones]);
  let at = 0;
  for (const { mask, from, to } of ranges) {
    const own = mask.runs.subarray(3 * mask.offsets[from], 3 * mask.offsets[to]);
    runs.set(own, at);
    at += own.length;
  }
  let cells = 0;
  for (let i = 0; i < runs.length; i += 3) cells += runs[i + 2] - runs[i + 1];
  return { window, zones, runs, offsets, cells, partial: partial && joinPartial(ranges) };
}

function joinPartial(ranges: readonly ZoneRange[]): PartialCells {
  const offsets = joinOffsets(ranges, (mask) => partialOf(mask).offsets);
  const length = offsets[offsets.length - 1];
  const rows = new Int32Array(length);
  const columns = new Int32Array(length);
  const coverage = new Float64Array(length);
  let at = 0;
  for (const { mask, from, to } of ranges) {
    const own = partialOf(mask);
    const [start, stop] = [own.offsets[from], own.offsets[to]];
    rows.set(own.rows.subarray(start, stop), at);
    columns.set(own.columns.subarray(start, stop), at);
    coverage.set(own.coverage.subarray(start, stop), at);
    at += stop - start;
  }
  return { offsets, rows, columns, coverage };
}

/** Masks of one rule have all of them parts, or none. */
function partialOf({ partial }: ClippedMask): PartialCells {
  if (partial) return partial;
  throw new Error("Masks of different rules are joined.");
}

function joinOffsets(ranges: readonly ZoneRange[], of: (mask: ClippedMask) => Int32Array): Int32Array {
  const joined = new Int32Array(ranges.reduce((sum, { from, to }) => sum + to - from, 1));
  let zone = 0;
  for (const { mask, from, to } of ranges) {
    const offsets = of(mask);
    const shift = joined[zone] - offsets[from];
    for (let own = from + 1; own <= to; own++) joined[++zone] = offsets[own] + shift;
  }
  return joined;
}
