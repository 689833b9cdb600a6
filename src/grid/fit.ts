import { applyTransform, invertTransform } from "./affine.ts";
import type { Grid } from "./grid.ts";

/** Of a cell: what coordinates in files are off by. */
const TOLERANCE = 1e-6;

/** Whether the cells of one grid are whole cells of the other, or each of them some whole cells of the other. */
export function gridsFit(a: Grid, b: Grid): boolean {
  const inverse = a.transform && invertTransform(a.transform);
  if (!inverse || !b.transform || a.crs !== b.crs) return false;
  const { transform } = b;
  const inCellsOfA = (column: number, row: number) =>
    applyTransform(inverse, ...applyTransform(transform, column, row));
  const [[column, row], [right, rightRow], [lowerColumn, lower]] = [
    inCellsOfA(0, 0),
    inCellsOfA(1, 0),
    inCellsOfA(0, 1),
  ];
  const isTurned = !isWhole(rightRow - row, 0) || !isWhole(lowerColumn - column, 0);
  return !isTurned && fits(column, right - column) && fits(row, lower - row);
}

/** @param start where cells of `step` begin, in cells of 1 */
function fits(start: number, step: number): boolean {
  return Math.abs(step) > 1 - TOLERANCE ? isWhole(step) && isWhole(start) : isWhole(1 / step) && isWhole(start / step);
}

function isWhole(value: number, whole = Math.round(value)): boolean {
  return Math.abs(value - whole) <= TOLERANCE;
}
