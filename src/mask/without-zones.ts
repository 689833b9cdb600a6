import type { ClippedMask } from "./clipped-mask.ts";
import type { PartialCells } from "./zone-cells.ts";

/** A mask without the cells of some zones, which keep their numbers. @param isOut of each zone whether it is one of those */
export function withoutZones(mask: ClippedMask, isOut: Uint8Array): ClippedMask {
  const offsets = offsetsWithout(mask.offsets, isOut);
  const runs = columnWithout(mask.runs, mask.offsets, isOut, new Int32Array(3 * offsets[isOut.length]), 3);
  let cells = 0;
  for (let i = 0; i < runs.length; i += 3) cells += runs[i + 2] - runs[i + 1];
  return { ...mask, runs, cells, offsets, partial: mask.partial && cellsWithout(mask.partial, isOut) };
}

function cellsWithout(cells: PartialCells, isOut: Uint8Array): PartialCells {
  const offsets = offsetsWithout(cells.offsets, isOut);
  const length = offsets[isOut.length];
  return {
    offsets,
    rows: columnWithout(cells.rows, cells.offsets, isOut, new Int32Array(length)),
    columns: columnWithout(cells.columns, cells.offsets, isOut, new Int32Array(length)),
    coverage: columnWithout(cells.coverage, cells.offsets, isOut, new Float64Array(length)),
  };
}

function offsetsWithout(offsets: Int32Array, isOut: Uint8Array): Int32Array {
  const kept = new Int32Array(offsets.length);
  for (let zone = 0; zone < isOut.length; zone++) {
    kept[zone + 1] = kept[zone] + (isOut[zone] === 1 ? 0 : offsets[zone + 1] - offsets[zone]);
  }
  return kept;
}

/** @param size entries of the column that an offset counts as one */
function columnWithout<Column extends Int32Array | Float64Array>(
  column: Column,
  offsets: Int32Array,
  isOut: Uint8Array,
  kept: Column,
  size = 1,
): Column {
  let length = 0;
  for (let zone = 0; zone < isOut.length; zone++) {
    if (isOut[zone] === 1) continue;
    kept.set(column.subarray(size * offsets[zone], size * offsets[zone + 1]), length);
    length += size * (offsets[zone + 1] - offsets[zone]);
  }
  return kept;
}
