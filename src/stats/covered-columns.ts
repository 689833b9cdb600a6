import type { GrowableFloat64 } from "../mask/growable.ts";
import type { CellArray } from "../source/source.ts";

/** Cells with their coverage: row i has offsets[i] … offsets[i + 1]. Those that are NaN or nodata are not valid. */
export interface CoveredColumns {
  readonly offsets: Int32Array;
  readonly values: Float64Array;
  readonly coverage: Float64Array;
  readonly nodata: number;
  /** An array of the type that they have. */
  readonly like: CellArray;
}

/** Copies the valid cells of a row, values from a place on. @returns where they end */
export function copyCovered(
  toValues: Float64Array,
  at: number,
  toCoverage: GrowableFloat64,
  { offsets, values, coverage, nodata }: CoveredColumns,
  row: number,
): number {
  const stop = offsets[row + 1];
  let end = at;
  for (let i = offsets[row]; i < stop; i++) {
    const value = values[i];
    if (value === nodata || Number.isNaN(value)) continue;
    toValues[end++] = value;
    toCoverage.push(coverage[i]);
  }
  return end;
}
