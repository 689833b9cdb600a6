import earcut, { deviation } from "earcut";
import type { Window } from "../grid/window.ts";
import { clipRing } from "./clip.ts";
import { simplifyRing } from "./simplify.ts";

/** Triangles of a part of a zone, in cells from the upper left corner of its rectangle. */
export interface Triangles {
  /** x0, y0, x1, y1, … */
  readonly vertices: number[];
  /** Three vertices a triangle. */
  readonly indices: number[];
}

/** Above these earcut's worst case (it is quadratic in vertices and in holes) would be felt: milliseconds at most. */
const MAX_VERTICES = 4096;
const MAX_HOLES = 64;

/** Relative difference between the area of the triangles and of the rings that is more than rounding. */
const MAX_DEVIATION = 1e-6;

/**
 * Triangulates a polygon within a rectangle, clipped to it and simplified, so that the work is bounded by the boundary
 * in the rectangle. Null where earcut cannot be expected to do it, or did it wrong: a good answer may be wrong all the
 * same (a doubled ring has deviation 0), which the fingerprint of the page tells.
 * @param rings of one polygon, x0, y0, x1, y1, … each, in cells of the grid
 */
export function triangulatePolygon(rings: readonly Float64Array[], rectangle: Window): Triangles | null {
  const { row, column, height, width } = rectangle;
  const box = { minX: column, minY: row, maxX: column + width, maxY: row + height };
  const vertices: number[] = [];
  const holes: number[] = [];
  for (const [index, ring] of rings.entries()) {
    const simplified = simplifyRing(clipRing(ring, box));
    if (simplified.length < 6) {
      // Nothing of it is left but boundary cells; without its outer ring a polygon has no triangles.
      if (index === 0 && rings.length > 1) return anyArea(rings, box) ? null : { vertices: [], indices: [] };
      continue;
    }
    if (vertices.length > 0) holes.push(vertices.length / 2);
    for (let i = 0; i < simplified.length; i += 2) vertices.push(simplified[i] - column, simplified[i + 1] - row);
  }
  if (vertices.length > 2 * MAX_VERTICES || holes.length > MAX_HOLES) return null;
  if (!vertices.every(Number.isFinite)) return null;
  const indices = earcut(vertices, holes);
  return deviation(vertices, holes, 2, indices) <= MAX_DEVIATION ? { vertices, indices } : null;
}

function anyArea(rings: readonly Float64Array[], box: Parameters<typeof clipRing>[1]): boolean {
  return rings.some((ring) => simplifyRing(clipRing(ring, box)).length >= 6);
}
