import { concat } from "../source/concat.ts";
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
  const runs = concat(
    ranges.map(({ mask: { runs, offsets }, from, to }) => runs.subarray(3 * offsets[from], 3 * offsets[to])),
  );
  const offsets = joinOffsets(ranges, ({ offsets }) => offsets);
  let cells = 0;
  for (let i = 0; i < runs.length; i += 3) cells += runs[i + 2] - runs[i + 1];
  return { window, zones: offsets.length - 1, runs, offsets, cells, partial: partial && joinPartial(ranges) };
}

function joinPartial(ranges: readonly ZoneRange[]): PartialCells {
  const column = <Column extends Int32Array | Float64Array>(of: (partial: PartialCells) => Column): Column =>
    concat(ranges.map(({ mask, from, to }) => {
      const partial = partialOf(mask);
      return of(partial).subarray(partial.offsets[from], partial.offsets[to]) as Column;
    })); // biome-ignore format: short
  return {
    offsets: joinOffsets(ranges, (mask) => partialOf(mask).offsets),
    rows: column(({ rows }) => rows),
    columns: column(({ columns }) => columns),
    coverage: column(({ coverage }) => coverage),
  };
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
