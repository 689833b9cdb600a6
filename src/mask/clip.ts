import type { Box } from "./near.ts";

/**
 * A ring clipped to a box, side by side (Sutherland & Hodgman, 1974): one ring again, whose pieces hang together along
 * the sides of the box. Even-odd is the same as before for every point inside the box.
 * @param ring x0, y0, x1, y1, …, open
 */
export function clipRing(ring: ArrayLike<number>, box: Box): number[] {
  let clipped = clipSide(ring, 0, box.minX, 1);
  clipped = clipSide(clipped, 0, box.maxX, -1);
  clipped = clipSide(clipped, 1, box.minY, 1);
  return clipSide(clipped, 1, box.maxY, -1);
}

/** Keeps what has sign × (coordinate − limit) ≥ 0 along an axis (0: x, 1: y). */
function clipSide(ring: ArrayLike<number>, axis: 0 | 1, limit: number, sign: 1 | -1): number[] {
  const kept: number[] = [];
  const { length } = ring;
  if (length === 0) return kept;
  let ax = ring[length - 2];
  let ay = ring[length - 1];
  let aDepth = sign * (ring[length - 2 + axis] - limit);
  for (let i = 0; i < length; i += 2) {
    const bx = ring[i];
    const by = ring[i + 1];
    const bDepth = sign * (ring[i + axis] - limit);
    if (aDepth < 0 !== bDepth < 0) {
      const share = aDepth / (aDepth - bDepth);
      if (axis === 0) kept.push(limit, ay + share * (by - ay));
      else kept.push(ax + share * (bx - ax), limit);
    }
    if (bDepth >= 0) kept.push(bx, by);
    ax = bx;
    ay = by;
    aDepth = bDepth;
  }
  return kept;
}
