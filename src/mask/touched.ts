import { orient2d } from "robust-predicates";
import type { EdgeRows } from "./edge-rows.ts";

/**
 * Which cells of a row the boundary of a zone passes through, that is: whose open square it meets. Exact. A boundary
 * along the border of two cells passes through neither; one that slants through a corner of cells also passes through
 * the cell whose upper left corner that is (GDAL's choice, too).
 *
 * Columns are reckoned in halves: the place `c` is the line between two columns, `c + ½` is anywhere inside column c.
 */

/** The place of an x. */
function placeOf(x: number): number {
  return Number.isInteger(x) ? x : Math.floor(x) + 0.5;
}

/** The place where the edge (x0, y0)–(x1, y1), y0 < y1, meets the line at `y`. */
export function crossingPlace(x0: number, y0: number, x1: number, y1: number, y: number): number {
  const x = x0 + (y - y0) * ((x1 - x0) / (y1 - y0));
  const nearest = Math.round(x);
  const error = (Math.abs(x0) + Math.abs(x1) + 1) * 2 ** -49;
  if (Math.abs(x - nearest) > error) return Math.floor(x) + 0.5;
  // From coordinates this far off the crossing may even be some columns from where f64 puts it.
  if (!(error < 0.25)) return searchPlace(x0, y0, x1, y1, y);
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

/** Columns [start, stop) of one row, and the edges that pass through them. */
export interface Stretch {
  start: number;
  stop: number;
  readonly edges: number[];
}

/**
 * The columns that the boundary passes through in row `firstRow + index`, as stretches from left to right that have no
 * edge in common. They may lie left or right of the grid.
 */
export function touchedStretches(rows: EdgeRows, index: number): Stretch[] {
  const top = rows.firstRow + index;
  const found: Stretch[] = [];
  for (const edge of rows.row(index)) {
    const [x0, y0, x1, y1] = rows.ends.subarray(4 * edge, 4 * edge + 4);
    const entry = y0 >= top ? placeOf(x0) : crossingPlace(x0, y0, x1, y1, top);
    const exit = y1 <= top + 1 ? placeOf(x1) : crossingPlace(x0, y0, x1, y1, top + 1);
    const start = Math.floor(Math.min(entry, exit));
    // An edge that slants through a corner point: the point is its own in the cell that begins there, as with centres.
    const corner = y0 < top && exit < entry && Number.isInteger(entry) ? 1 : 0;
    // An edge down the line between two columns has start = stop: it passes through none, but bounds what is beside.
    found.push({ start, stop: Math.ceil(Math.max(entry, exit)) + corner, edges: [edge] });
  }
  if (found.length > 1) found.sort((a, b) => a.start - b.start);
  const merged: Stretch[] = [];
  for (const stretch of found) {
    const last = merged.at(-1);
    if (last && stretch.start <= last.stop) {
      last.stop = Math.max(last.stop, stretch.stop);
      last.edges.push(...stretch.edges);
    } else {
      merged.push(stretch);
    }
  }
  return merged;
}
