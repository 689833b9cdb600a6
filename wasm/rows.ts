import { firstRing, firstVertex, get, set, x, y } from "./rings";

/** Beyond ±2^30 a row might be no integer of 32 bits. */
const FARTHEST: f64 = 1073741824;

/** Rows of the grid that count. */
let firstRow: i32;
let stopRow: i32;
/** Of each vertex the first row whose centre is at or below it; of each polygon the rows of the grid that it may be in. */
let ofVertices: usize;
let ofPolygons: usize;

export function placeRows(row: i32, stop: i32, verticesAt: usize, polygonsAt: usize): void {
  firstRow = row;
  stopRow = stop;
  ofVertices = verticesAt;
  ofPolygons = polygonsAt;
}

@inline
export function topOf(polygon: i32): i32 {
  return get(ofPolygons, 2 * polygon);
}

@inline
export function stopOf(polygon: i32): i32 {
  return get(ofPolygons, 2 * polygon + 1);
}

@inline
export function rowOf(vertex: i32): i32 {
  return get(ofVertices, vertex);
}

@inline
export function withinGrid(row: i32): i32 {
  return min(stopRow, max(firstRow, row));
}

/** Says in which rows a polygon is; gives how often its edges cross these, −1 where it is too far off, or NaN. */
export function findRows(polygon: i32): i64 {
  const ringEnd = firstRing(polygon + 1);
  let top = i32.MAX_VALUE;
  let bottom = i32.MIN_VALUE;
  let crossings: i64 = 0;
  for (let ring = firstRing(polygon); ring < ringEnd; ring++) {
    const start = firstVertex(ring);
    const end = firstVertex(ring + 1);
    if (start === end) continue;
    for (let vertex = start; vertex < end; vertex++) {
      if (!(abs(x(vertex)) <= FARTHEST && abs(y(vertex)) <= FARTHEST)) return -1;
      // Exact: subtracting ½ loses nothing that matters to the row.
      const row = <i32>ceil(y(vertex) - 0.5);
      set(ofVertices, vertex, row);
      top = min(top, row);
      bottom = max(bottom, row);
    }
    let before = withinGrid(rowOf(end - 1));
    for (let vertex = start; vertex < end; vertex++) {
      const row = withinGrid(rowOf(vertex));
      crossings += abs(row - before);
      before = row;
    }
  }
  const isEmpty = bottom < top;
  set(ofPolygons, 2 * polygon, isEmpty ? 0 : max(firstRow, top));
  set(ofPolygons, 2 * polygon + 1, isEmpty ? 0 : min(stopRow, bottom));
  return crossings;
}
