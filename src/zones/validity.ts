import { orient2d } from "robust-predicates";
import { RingSweep } from "./ring-sweep.ts";
import type { PixelZones, Rings } from "./zones.ts";

/** A zone that is not valid in OGC's sense. */
export interface InvalidZone {
  /** Row number. */
  readonly zone: number;
  /** The first fault found and where it is, in cells: "edges cross near column 3.2, row 4.5". */
  readonly why: string;
}

/** Rings of so many vertices are first looked at edge by edge, which costs them less than a sweep. */
const FEW_VERTICES = 24;

/**
 * The zones that OGC's Simple Features (06-103r4, 6.1.11 and 6.1.14) call invalid: rings that cross or touch themselves
 * or each other along a line, that have no area, holes outside of the shell or in one another, rings of a polygon whose
 * touching cuts its interior apart, parts that overlap or share an edge. Touching in a point is valid between rings.
 * Such zones have cells all the same, by even-odd in each polygon and the union of the polygons.
 *
 * Judged exactly, as zones lie in pixel space: moving them there may have rounded a valid zone to one that is not.
 */
export function invalidZones({ length, rings }: PixelZones): InvalidZone[] {
  const sweep = new RingSweep();
  const found: InvalidZone[] = [];
  for (let zone = 0; zone < length; zone++) {
    if (isPlain(rings, zone)) continue;
    const why = sweep.findFault(rings, zone);
    if (why !== null) found.push({ zone, why });
  }
  return found;
}

/** True only for a zone of one short ring that has nothing odd about it; false says nothing. */
function isPlain({ coordinates, ringOffsets, polygonOffsets, zoneOffsets }: Rings, zone: number): boolean {
  const polygon = zoneOffsets[zone];
  if (zoneOffsets[zone + 1] !== polygon + 1 || polygonOffsets[polygon + 1] !== polygonOffsets[polygon] + 1)
    return false;
  const start = ringOffsets[polygonOffsets[polygon]];
  const end = ringOffsets[polygonOffsets[polygon] + 1];
  if (end - start < 3 || end - start > FEW_VERTICES) return false;
  for (let vertex = start; vertex < end; vertex++) {
    if (
      !goesOn(coordinates, vertex === start ? end - 1 : vertex - 1, vertex, vertex + 1 === end ? start : vertex + 1)
    ) {
      return false;
    }
    // Edge `vertex` against all after it but its neighbours.
    const stop = vertex === start ? end - 1 : end;
    for (let other = vertex + 2; other < stop; other++) {
      if (!areApart(coordinates, vertex, vertex + 1, other, other + 1 === end ? start : other + 1)) return false;
    }
  }
  return true;
}

/** True where the ring turns at vertex b, or runs straight on. */
function goesOn(coordinates: Float64Array, a: number, b: number, c: number): boolean {
  const [ax, ay, bx, by] = [coordinates[2 * a], coordinates[2 * a + 1], coordinates[2 * b], coordinates[2 * b + 1]];
  const [cx, cy] = [coordinates[2 * c], coordinates[2 * c + 1]];
  if (orient2d(ax, ay, bx, by, cx, cy) !== 0) return true;
  const sameWayX = ax < bx === bx < cx && ax > bx === bx > cx;
  const sameWayY = ay < by === by < cy && ay > by === by > cy;
  return sameWayX && sameWayY && (ax !== bx || ay !== by);
}

/** True only where the edges a–b and c–d have no point in common. */
function areApart(coordinates: Float64Array, a: number, b: number, c: number, d: number): boolean {
  const [ax, ay, bx, by] = [coordinates[2 * a], coordinates[2 * a + 1], coordinates[2 * b], coordinates[2 * b + 1]];
  const [cx, cy, dx, dy] = [coordinates[2 * c], coordinates[2 * c + 1], coordinates[2 * d], coordinates[2 * d + 1]];
  if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) return true;
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return true;
  const [c1, d1] = [orient2d(ax, ay, bx, by, cx, cy), orient2d(ax, ay, bx, by, dx, dy)];
  if ((c1 > 0 && d1 > 0) || (c1 < 0 && d1 < 0)) return true;
  const [a1, b1] = [orient2d(cx, cy, dx, dy, ax, ay), orient2d(cx, cy, dx, dy, bx, by)];
  return (a1 > 0 && b1 > 0) || (a1 < 0 && b1 < 0);
}
