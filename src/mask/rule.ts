/**
 * Which cells belong to a zone: those whose centre does; those that it touches; those that it covers, in part too.
 *
 * Ties are half-open in pixel space, towards the left and the top. So of the same raster stored from the south up, where
 * the top is the other side, the zone may have other cells where its boundary runs through a centre or, by "touched",
 * meets a cell at exactly a corner. Coverage has no ties.
 */
export type Rule = "center" | "touched" | "fraction";

export const rules: readonly Rule[] = ["center", "touched", "fraction"];

/** Rows firstRow … stopRow of a grid of so many columns. */
export interface GridRows {
  readonly firstRow: number;
  readonly stopRow: number;
  readonly width: number;
}
