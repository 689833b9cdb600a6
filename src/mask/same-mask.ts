import type { ClippedMask } from "./clipped-mask.ts";
import type { PartialCells } from "./zone-cells.ts";

/** Whether two masks of the same window have the same cells, covered alike. */
export function sameMask(a: ClippedMask, b: ClippedMask): boolean {
  if (a === b) return true;
  return equal(a.offsets, b.offsets) && equal(a.runs, b.runs) && samePartial(a.partial, b.partial);
}

function samePartial(a: PartialCells | null, b: PartialCells | null): boolean {
  if (a === null || b === null) return a === b;
  const sameCells = equal(a.offsets, b.offsets) && equal(a.rows, b.rows) && equal(a.columns, b.columns);
  return sameCells && equal(a.coverage, b.coverage);
}

function equal(a: Int32Array | Float64Array, b: Int32Array | Float64Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
