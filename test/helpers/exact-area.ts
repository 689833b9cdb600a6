import type { Ring, Zone } from "./pixel-zones.ts";
import { add, negate, type Rational, rational, toNumber } from "./rational.ts";

/** Area of a valid zone in cells, correctly rounded: Σ (x₀y₁ − x₁y₀) / 2 of shells less that of holes. */
export function exactArea(zone: Zone): number {
  let twice = rational(0);
  for (const polygon of zone) {
    for (const [index, ring] of polygon.entries()) {
      const own = twiceArea(ring);
      const isNegative = own.top < 0n;
      twice = add(twice, isNegative === (index === 0) ? negate(own) : own);
    }
  }
  return toNumber(twice) / 2;
}

function twiceArea(ring: Ring): Rational {
  let places = 0;
  for (const value of ring.flat()) while (!Number.isInteger(value * 2 ** places)) places++;
  const whole = ring.map(([x, y]) => [BigInt(x * 2 ** places), BigInt(y * 2 ** places)] as const);
  const top = whole.reduce((total, [x0, y0], i) => {
    const [x1, y1] = whole[(i + 1) % whole.length];
    return total + x0 * y1 - x1 * y0;
  }, 0n);
  return { top, bottom: 1n << BigInt(2 * places) };
}
