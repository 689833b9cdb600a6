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

/** Copies the valid cells of a row, values from `first` on. @returns where the copies end */
export function copyCovered(
  toValues: Float64Array,
  first: number,
  toCoverage: Float64Array,
  to: number,
  { offsets, values, coverage, nodata }: CoveredColumns,
  row: number,
): number {
  const stop = offsets[row + 1];
  let end = to;
  for (let i = offsets[row]; i < stop; i++) {
    const value = values[i];
    if (value === nodata || Number.isNaN(value)) continue;
    toValues[first + end] = value;
    toCoverage[end++] = coverage[i];
  }
  return end;
}
