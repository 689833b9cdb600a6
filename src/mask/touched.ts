import { orient2d } from "robust-predicates";
import type { EdgeRows } from "./edge-rows.ts";
import { sortIndices } from "./sorting.ts";

/**
 * Which cells of a row the boundary of a zone passes through, that is: whose open square it meets. Exact. A boundary
 * along the border of two cells passes through neither; one that slants through a corner of cells also passes through
 * the cell whose upper left corner that is (GDAL's choice, too).
 *
 * Columns are reckoned in halves: the place `c` is the line between two columns, `c + ½` is anywhere inside column c.
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

/** Beyond any grid: columns that are further off are taken to be there, so that they fit into 32 bits. */
const FAR = 2 ** 30;

/**
 * The columns that the boundary passes through in one row, as stretches from left to right that have no edge in common.
 * They may lie left or right of the grid. Grows and is reused.
 */
export class Stretches {
  /** Stretch i is the columns [starts[i], stops[i]). */
  starts = new Int32Array(16);
  stops = new Int32Array(16);
  /** Stretch i has the edges edges[edgeOffsets[i]] … edges[edgeOffsets[i + 1]]. */
  edgeOffsets = new Int32Array(17);
  edges = new Int32Array(16);
  /** Edge edges[i] reaches into the columns [lefts[i], rights[i]); ascending lefts. */
  lefts = new Int32Array(16);
  rights = new Int32Array(16);
  length = 0;
  readonly #corners: boolean;
  #edgeStarts = new Int32Array(16);
  #edgeStops = new Int32Array(16);
  #order = new Int32Array(16);

  /** @param corners whether cells count that an edge meets in a corner alone; their coverage does not tell */
  constructor(corners: boolean) {
    this.#corners = corners;
  }

  /** Of row `firstRow + index`. */
  collect(rows: EdgeRows, index: number): void {
    const { members } = rows;
    const first = rows.offset(index);
    const count = rows.offset(index + 1) - first;
    this.#reserve(count);
    for (let i = 0; i < count; i++) this.#measure(rows, members[first + i], rows.firstRow + index, i);
    sortIndices(this.#order, count, this.#edgeStarts);
    this.length = 0;
    for (let i = 0; i < count; i++) {
      const at = this.#order[i];
      const last = this.length - 1;
      if (last >= 0 && this.#edgeStarts[at] <= this.stops[last]) {
        if (this.#edgeStops[at] > this.stops[last]) this.stops[last] = this.#edgeStops[at];
      } else {
        this.starts[this.length] = this.#edgeStarts[at];
        this.stops[this.length] = this.#edgeStops[at];
        this.edgeOffsets[this.length++] = i;
      }
      this.edges[i] = members[first + at];
      this.lefts[i] = this.#edgeStarts[at];
      this.rights[i] = this.#edgeStops[at];
    }
    this.edgeOffsets[this.length] = count;
  }

  #measure({ ends }: EdgeRows, edge: number, top: number, i: number): void {
    const x0 = ends[4 * edge];
    const y0 = ends[4 * edge + 1];
    const x1 = ends[4 * edge + 2];
    const y1 = ends[4 * edge + 3];
    const entry = y0 >= top ? placeOf(x0) : crossingPlace(x0, y0, x1, y1, top);
    const exit = y1 <= top + 1 ? placeOf(x1) : crossingPlace(x0, y0, x1, y1, top + 1);
    const start = Math.floor(Math.min(entry, exit));
    // An edge that slants through a corner point: the point is its own in the cell that begins there, as with centres.
    const corner = this.#corners && y0 < top && exit < entry && Number.isInteger(entry) ? 1 : 0;
    // An edge down the line between two columns has start = stop: it passes through none, but bounds what is beside.
    const stop = Math.ceil(Math.max(entry, exit)) + corner;
    this.#edgeStarts[i] = Math.max(-FAR, Math.min(FAR, start));
    this.#edgeStops[i] = Math.max(-FAR, Math.min(FAR, stop));
    this.#order[i] = i;
  }

  #reserve(count: number): void {
    if (this.edges.length >= count) return;
    this.starts = new Int32Array(2 * count);
    this.stops = new Int32Array(2 * count);
    this.edgeOffsets = new Int32Array(2 * count + 1);
    this.edges = new Int32Array(2 * count);
    this.lefts = new Int32Array(2 * count);
    this.rights = new Int32Array(2 * count);
    this.#edgeStarts = new Int32Array(2 * count);
    this.#edgeStops = new Int32Array(2 * count);
    this.#order = new Int32Array(2 * count);
  }
}
