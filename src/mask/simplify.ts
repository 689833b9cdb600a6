/**
 * How far, in cells, a simplified ring may leave a vertex. A centre that a shortcut sweeps over is within twice that
 * of the ring as it was (once to the shortcut, once on to the ring), and hardware that snaps vertices to 1/16 of a
 * texel adds 0.09: 0.37 altogether. A cell that the ring does not touch has its centre half a cell away or more, so no
 * verdict outside the boundary cells can change.
 */
export const SIMPLIFY_TOLERANCE = 1 / 8;

/** Furthest that a shortcut may step back along its own direction, for the bound above to hold: √(⅛² + 1/16²) = 0.14. */
const STEP_BACK = 1 / 16;

/**
 * Leaves out vertices that lie within the tolerance of a shortcut, in one pass: from a kept vertex, the directions
 * that pass all vertices since within the tolerance are a cone, which narrows until a vertex lies outside of it
 * (Williams, 1978; Sklansky & Gonzalez, 1980).
 * @param ring x0, y0, x1, y1, …, open
 */
export function simplifyRing(ring: readonly number[]): number[] {
  if (ring.length < 4) return [...ring];
  const kept = [ring[0], ring[1]];
  const cone = new Cone(ring[0], ring[1]);
  for (let i = 2; i < ring.length; i += 2) {
    if (cone.holds(ring[i], ring[i + 1])) continue;
    // All vertices since the anchor are close to the shortcut to the vertex before: that is the next anchor.
    kept.push(ring[i - 2], ring[i - 1]);
    cone.start(ring[i - 2], ring[i - 1]);
    cone.holds(ring[i], ring[i + 1]);
  }
  // The last vertex stays, so that the edge that closes the ring is one of the ring's own.
  kept.push(ring[ring.length - 2], ring[ring.length - 1]);
  return kept;
}

/** Directions from an anchor that pass all vertices so far within the tolerance, and how far those vertices are. */
class Cone {
  #x: number;
  #y: number;
  #open = true;
  #middle = 0;
  #low = 0;
  #high = 0;
  #furthest = 0;

  constructor(x: number, y: number) {
    this.#x = x;
    this.#y = y;
  }

  start(x: number, y: number): void {
    this.#x = x;
    this.#y = y;
    this.#open = true;
    this.#furthest = 0;
  }

  /** Takes a vertex in and narrows the cone; false, and no change, where it lies outside or steps back. */
  holds(x: number, y: number): boolean {
    const distance = Math.hypot(x - this.#x, y - this.#y);
    if (distance < this.#furthest - STEP_BACK) return false;
    if (distance > SIMPLIFY_TOLERANCE) {
      if (!this.#narrow(x, y, distance)) return false;
    } else if (!this.#open) return false;
    this.#furthest = Math.max(this.#furthest, distance);
    return true;
  }

  #narrow(x: number, y: number, distance: number): boolean {
    const direction = Math.atan2(y - this.#y, x - this.#x);
    const spread = Math.asin(SIMPLIFY_TOLERANCE / distance);
    if (this.#open) {
      this.#open = false;
      this.#middle = direction;
      this.#low = -spread;
      this.#high = spread;
      return true;
    }
    const turn = wrapAngle(direction - this.#middle);
    if (turn < this.#low || turn > this.#high) return false;
    this.#low = Math.max(this.#low, turn - spread);
    this.#high = Math.min(this.#high, turn + spread);
    return true;
  }
}

function wrapAngle(angle: number): number {
  if (angle > Math.PI) return angle - 2 * Math.PI;
  return angle < -Math.PI ? angle + 2 * Math.PI : angle;
}
