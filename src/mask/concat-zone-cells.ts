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

type Column = "rows" | "columns" | "coverage";

/** Of cells in part that are yet to be put together, those of the slices. */
const slicesOf = new WeakMap<PartialCells, readonly PartialCells[]>();

/** Cells in part in as many pieces as they came: where they are copied once more anyway, nobody needs them in one. */
export function piecesOf<Name extends Column>(cells: PartialCells, column: Name): readonly PartialCells[Name][] {
  return (slicesOf.get(cells) ?? [cells]).map((slice) => slice[column]);
}

/** Columns, which are long, are put together once one of them is read. */
function concatPartial(parts: readonly PartialCells[]): PartialCells {
  let columns: Pick<PartialCells, Column> | null = null;
  const all = () => {
    const slices = slicesOf.get(joined);
    if (slices) {
      const column = <Name extends Column>(name: Name) =>
        concat(slices.map((slice) => slice[name])) as PartialCells[Name];
      columns = { rows: column("rows"), columns: column("columns"), coverage: column("coverage") };
      slicesOf.delete(joined);
    }
    return columns as Pick<PartialCells, Column>;
  };
  const joined: PartialCells = {
    offsets: concatOffsets(parts.map(({ offsets }) => offsets)),
    get rows() {
      return all().rows;
    },
    get columns() {
      return all().columns;
    },
    get coverage() {
      return all().coverage;
    },
  };
  slicesOf.set(joined, parts);
  return joined;
}

/** Offsets arrays begin with 0 and end with how much there is. */
function concatOffsets(parts: readonly Int32Array[]): Int32Array {
  let length = 1;
  for (const part of parts) length += part.length - 1;
  const all = new Int32Array(length);
  let end = 0;
  for (const part of parts) {
    putShifted(all, end, part, all[end]);
    end += part.length - 1;
  }
  return all;
}

/** A loop that V8 compiles soon. */
function putShifted(to: Int32Array, at: number, from: Int32Array, by: number): void {
  for (let i = 0; i < from.length; i++) to[at + i] = from[i] + by;
}
