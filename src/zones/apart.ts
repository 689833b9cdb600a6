import { orient2d } from "robust-predicates";

/** True where a ring turns at vertex b between a and c, or runs straight on. Coordinates are x0, y0, x1, y1, …; exact. */
export function goesOn(coordinates: Float64Array, a: number, b: number, c: number): boolean {
  const ax = coordinates[2 * a];
  const ay = coordinates[2 * a + 1];
  const bx = coordinates[2 * b];
  const by = coordinates[2 * b + 1];
  const cx = coordinates[2 * c];
  const cy = coordinates[2 * c + 1];
  if (orient2d(ax, ay, bx, by, cx, cy) !== 0) return true;
  const sameWayX = ax < bx === bx < cx && ax > bx === bx > cx;
  const sameWayY = ay < by === by < cy && ay > by === by > cy;
  return sameWayX && sameWayY && (ax !== bx || ay !== by);
}

/** True only where the edges a–b and c–d have no point in common; exact. */
export function areApart(coordinates: Float64Array, a: number, b: number, c: number, d: number): boolean {
  const ax = coordinates[2 * a];
  const bx = coordinates[2 * b];
  const cx = coordinates[2 * c];
  const dx = coordinates[2 * d];
  if ((ax < cx && ax < dx && bx < cx && bx < dx) || (ax > cx && ax > dx && bx > cx && bx > dx)) return true;
  const ay = coordinates[2 * a + 1];
  const by = coordinates[2 * b + 1];
  const cy = coordinates[2 * c + 1];
  const dy = coordinates[2 * d + 1];
  if ((ay < cy && ay < dy && by < cy && by < dy) || (ay > cy && ay > dy && by > cy && by > dy)) return true;
  const c1 = orient2d(ax, ay, bx, by, cx, cy);
  const d1 = orient2d(ax, ay, bx, by, dx, dy);
  if ((c1 > 0 && d1 > 0) || (c1 < 0 && d1 < 0)) return true;
  const a1 = orient2d(cx, cy, dx, dy, ax, ay);
  const b1 = orient2d(cx, cy, dx, dy, bx, by);
  return (a1 > 0 && b1 > 0) || (a1 < 0 && b1 < 0);
}

/** Whether a point is inside a ring, by even-odd; exact where the point is on none of its edges. */
export function isInRing(coordinates: Float64Array, start: number, end: number, x: number, y: number): boolean {
  let inside = false;
  for (let a = end - 1, b = start; b < end; a = b++) {
    const ay = coordinates[2 * a + 1];
    const by = coordinates[2 * b + 1];
    if (ay > y === by > y) continue;
    const side = orient2d(coordinates[2 * a], ay, coordinates[2 * b], by, x, y);
    if (side > 0 === by > ay) inside = !inside;
  }
  return inside;
}
