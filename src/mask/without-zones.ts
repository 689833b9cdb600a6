import type { ClippedMask } from "./clipped-mask.ts";

/** A mask without the cells of some zones, which keep their numbers. @param isOut of each zone whether it is one of those */
export function withoutZones(mask: ClippedMask, isOut: Uint8Array): ClippedMask {
  const { offsets, partial } = mask;
  const runs = columnWithout(mask.runs, offsets, isOut, 3);
  let cells = 0;
  for (let i = 0; i < runs.length; i += 3) cells += runs[i + 2] - runs[i + 1];
  return {
    ...mask,
    runs,
    cells,
    offsets: offsetsWithout(offsets, isOut),
    partial: partial && {
      offsets: offsetsWithout(partial.offsets, isOut),
      rows: columnWithout(partial.rows, partial.offsets, isOut, 1),
      columns: columnWithout(partial.columns, partial.offsets, isOut, 1),
      coverage: columnWithout(partial.coverage, partial.offsets, isOut, 1),
    },
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
  size: number,
): Column {
  const kept = column.slice() as Column;
  let length = 0;
  for (let zone = 0; zone < isOut.length; zone++) {
    if (isOut[zone] === 1) continue;
    const [start, stop] = [size * offsets[zone], size * offsets[zone + 1]];
    kept.copyWithin(length, start, stop);
    length += stop - start;
  }
  return kept.slice(0, length) as Column;
}
