/** A place on an edge: in the zones' CRS, where halves are taken, and in pixel space, where bending is measured. */
export interface EdgePoint {
  /** In the zones' CRS. */
  readonly x: number;
  readonly y: number;
  /** In cells. */
  readonly column: number;
  readonly row: number;
}

/** Takes a point of the zones' CRS to pixel space. */
export type Locate = (x: number, y: number) => EdgePoint;

/**
 * How far, in cells, the vertices that are put into an edge may stay from its true image. Under centre counting about
 * half that share of the cells along a long straight edge change sides, under covered areas a cell is off by two thirds
 * of it at most. Vertices grow only with the root of the precision: an edge whose image bulges by 100 cells takes
 * √(100 × 64) = 80, and edges of detailed polygons, short against a cell's bend, take none.
 */
export const tolerance = 1 / 64;

/** 4^17 / 64: even an image that bulges by 100 million cells is within the tolerance then. */
const maxDepth = 17;

/**
 * Puts the vertices into the edge from `start` to `end` (both left out) that its image needs, in order. Halves are
 * taken in the zones' CRS until the image of each half is straight to {@link tolerance}, more coarsely outside of the
 * raster's `width` × `height` cells. All formulas are symmetric in the two ends, also in their rounding, so neighbours
 * that walk a shared edge in opposite directions get the same vertices bit for bit.
 *
 * Returns false for an edge that the projection tears apart near the raster (at the antimeridian of a cylindrical
 * projection, say): no number of vertices draws it.
 */
export function densifyEdge(
  start: EdgePoint,
  end: EdgePoint,
  size: { readonly width: number; readonly height: number },
  locate: Locate,
  push: (column: number, row: number) => void,
): boolean {
  const halve = (from: EdgePoint, to: EdgePoint, depth: number): boolean => {
    const middle = midpoint(from, to, locate);
    const allowed = tolerance + gapToRaster(from, middle, to, size) / 2;
    if (isStraight(from, middle, to, allowed, locate)) return true;
    if (depth === maxDepth) return allowed > tolerance;
    if (!halve(from, middle, depth + 1)) return false;
    push(middle.column, middle.row);
    return halve(middle, to, depth + 1);
  };
  return halve(start, end, 0);
}

function midpoint(from: EdgePoint, to: EdgePoint, locate: Locate): EdgePoint {
  return locate((from.x + to.x) / 2, (from.y + to.y) / 2);
}

/**
 * The midpoint alone misses an S: an edge through the equator or a central meridian can bend both ways alike. So
 * quarter points are looked at too, except on edges within a cell, where bending back and forth has no room.
 */
function isStraight(from: EdgePoint, middle: EdgePoint, to: EdgePoint, allowed: number, locate: Locate): boolean {
  if (deviation(from, middle, to) > allowed) return false;
  if (Math.abs(to.column - from.column) <= 1 && Math.abs(to.row - from.row) <= 1) return true;
  return (
    deviation(from, midpoint(from, middle, locate), middle) <= allowed &&
    deviation(middle, midpoint(middle, to, locate), to) <= allowed
  );
}

/**
 * How far the image of the midpoint is from the middle of the chord. Not its distance from the chord as a line: that
 * would take an edge which leaves the map on the right and comes back on the left for a straight one.
 */
function deviation(from: EdgePoint, middle: EdgePoint, to: EdgePoint): number {
  const columns = Math.abs(middle.column - (from.column + to.column) / 2);
  const rows = Math.abs(middle.row - (from.row + to.row) / 2);
  return Math.max(columns, rows);
}

/**
 * How far, in cells, all three points lie beyond one side of the raster; 0 where they do not. A chord that strays from
 * its curve by half of that stays on that side with it, so that no cell of the raster sees the difference. Without
 * this a country's borders over one town at 1 m would take millions of vertices.
 */
function gapToRaster(a: EdgePoint, b: EdgePoint, c: EdgePoint, size: { width: number; height: number }): number {
  return Math.max(
    0,
    -Math.max(a.column, b.column, c.column),
    -Math.max(a.row, b.row, c.row),
    Math.min(a.column, b.column, c.column) - size.width,
    Math.min(a.row, b.row, c.row) - size.height,
  );
}
