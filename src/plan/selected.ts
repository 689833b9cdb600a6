import type { Dimension, IndexRange } from "../source/source.ts";

/** A dimension after selection. */
export interface SelectedDimension {
  readonly dimension: Dimension;
  readonly range: IndexRange;
  /** True where one index was asked for, so that the table needs no column for it. */
  readonly single: boolean;
}

/** All of a dimension. */
export function wholeDimension(dimension: Dimension): SelectedDimension {
  return { dimension, range: [0, dimension.size], single: false };
}
