import { orient2d } from "robust-predicates";
import type { Rings } from "./zones.ts";

/**
 * Whether each zone is one convex ring: such zones have no fault, so that small jobs need load nothing to
 * look for one. Exact.
 */
export function areConvex({ coordinates, ringOffsets, polygonOffsets, zoneOffsets }: Rings): boolean {
  for (let zone = 0; zone + 1 < zoneOffsets.length; zone++) {
    const ring = polygonOffsets[zoneOffsets[zone]];
    if (polygonOffsets[zoneOffsets[zone + 1]] - ring !== 1) return false;
    if (!isConvex(coordinates, ringOffsets[ring], ringOffsets[ring + 1])) return false;
  }
  return true;
}

/** Turns the same way at all vertices, and goes around once: only one of them is left of both beside it. */
function isConvex(coordinates: Float64Array, start: number, end: number): boolean {
  let way = 0;
  let leftmost = 0;
  for (let a = end - 2, b = end - 1, c = start; c < end; a = b, b = c++) {
    if (a < start) return false;
    const [ax, ay, bx, by] = [coordinates[2 * a], coordinates[2 * a + 1], coordinates[2 * b], coordinates[2 * b + 1]];
    const [cx, cy] = [coordinates[2 * c], coordinates[2 * c + 1]];
    const side = Math.sign(orient2d(ax, ay, bx, by, cx, cy));
    if (!(side < 0 || side > 0) || side === -way) return false;
    way = side;
    if ((bx < ax || (bx === ax && by < ay)) && (bx < cx || (bx === cx && by < cy))) leftmost++;
  }
  return leftmost === 1;
}
