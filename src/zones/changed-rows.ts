import type { PixelZones } from "./zones.ts";

/**
 * The rows of a grid in which one zone may have other cells than before, since a vertex of an edge there is another:
 * none where first ≥ stop. Null where that cannot be said: the rings have other numbers of vertices, or
 * there are lines or points.
 */
export function changedRows(before: PixelZones, after: PixelZones): { first: number; stop: number } | null {
  if (before.paths || after.paths) return null;
  const [a, b] = [before.rings, after.rings];
  if (!sameNumbers(a.polygonOffsets, b.polygonOffsets) || !sameNumbers(a.ringOffsets, b.ringOffsets)) return null;
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (let ring = 0; ring + 1 < a.ringOffsets.length; ring++) {
    const [start, stop] = [a.ringOffsets[ring], a.ringOffsets[ring + 1]];
    for (let vertex = start; vertex < stop; vertex++) {
      if (isSameVertex(a.coordinates, b.coordinates, vertex)) continue;
      const previous = vertex === start ? stop - 1 : vertex - 1;
      const next = vertex + 1 === stop ? start : vertex + 1;
      for (const own of [previous, vertex, next]) {
        for (const { coordinates } of [a, b]) {
          top = Math.min(top, coordinates[2 * own + 1]);
          bottom = Math.max(bottom, coordinates[2 * own + 1]);
        }
      }
    }
  }
  // A row more on either side, for edges on a border of rows.
  return top > bottom ? { first: 0, stop: 0 } : { first: Math.floor(top) - 1, stop: Math.ceil(bottom) + 1 };
}

function isSameVertex(a: Float64Array, b: Float64Array, vertex: number): boolean {
  return a[2 * vertex] === b[2 * vertex] && a[2 * vertex + 1] === b[2 * vertex + 1];
}

function sameNumbers(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
