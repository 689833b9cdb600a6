import { orient2d } from "robust-predicates";

/**
 * Where edges meet the lines between rows, as far as columns are concerned. Exact. Columns are reckoned in halves: the
 * place `c` is the line between two columns, `c + ½` is anywhere inside column c.
 */

/** The place of an x. */
export function placeOf(x: number): number {
  return Number.isInteger(x) ? x : Math.floor(x) + 0.5;
}

/** The place where the edge (x0, y0)–(x1, y1), y0 < y1, meets the line at `y`. */
export function crossingPlace(x0: number, y0: number, x1: number, y1: number, y: number): number {
  const x = x0 + (y - y0) * ((x1 - x0) / (y1 - y0));
  const nearest = Math.round(x);
  const error = (Math.abs(x0) + Math.abs(x1) + 1) * 2 ** -49;
  if (Math.abs(x - nearest) > error) return Math.floor(x) + 0.5;
  // From coordinates this far off the crossing may even be some columns from where f64 puts it, and an edge that is all but
  // level has a slope beyond all doubles.
  if (!(error < 0.25) || !Number.isFinite(x)) return searchPlace(x0, y0, x1, y1, y);
  return nearest - Math.sign(orient2d(x0, y0, x1, y1, nearest, y)) / 2;
}

/** The same by halves, on the columns 0 … 2^31; what lies beside them is at −½ or 2^31 + ½. */
function searchPlace(x0: number, y0: number, x1: number, y1: number, y: number): number {
  let low = 0;
  let high = 2 ** 31 + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const side = orient2d(x0, y0, x1, y1, middle, y);
    if (side === 0) return middle;
    if (side > 0) high = middle;
    else low = middle + 1;
  }
  return low - 0.5;
}
