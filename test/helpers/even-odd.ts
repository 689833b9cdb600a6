/**
 * The rule `center` once more, by the definition and in exact integers: doubles are whole multiples of a power of two,
 * so coordinates scaled by it are bigints and no comparison can round. Slow, simple, and nothing of src/mask in it.
 */
import type { Polygon, Zone } from "./pixel-zones.ts";

/** Cells of a zone as "#" and ".", a text a row. */
export function exactMask(zone: Zone, height: number, width: number): string[] {
  const inside = new Uint8Array(height * width);
  for (const polygon of zone) markPolygon(polygon, height, width, inside);
  return Array.from({ length: height }, (_, row) =>
    Array.from(inside.subarray(row * width, (row + 1) * width), (cell) => (cell ? "#" : ".")).join(""),
  );
}

/** True where the centre of some cell lies on the polygon's boundary, so that half-open ties decide. */
export function hasTies(zone: Zone, height: number, width: number): boolean {
  return zone.some((polygon) => {
    const { edges, half } = scaledEdges(polygon);
    return edges.some(([x0, y0, x1, y1]) => {
      for (let row = 0; row < height; row++) {
        const y = BigInt(2 * row + 1) * half;
        if (y < smaller(y0, y1) || y > larger(y0, y1)) continue;
        for (let column = 0; column < width; column++) {
          const x = BigInt(2 * column + 1) * half;
          if (x < smaller(x0, x1) || x > larger(x0, x1)) continue;
          if ((x1 - x0) * (y - y0) === (x - x0) * (y1 - y0)) return true;
        }
      }
      return false;
    });
  });
}

function markPolygon(polygon: Polygon, height: number, width: number, inside: Uint8Array): void {
  const { edges, half } = scaledEdges(polygon);
  for (let row = 0; row < height; row++) {
    const y = BigInt(2 * row + 1) * half;
    const odd = new Uint8Array(width);
    for (const [ax, ay, bx, by] of edges) {
      const [x0, y0, x1, y1] = ay < by ? [ax, ay, bx, by] : [bx, by, ax, ay];
      if (!(y0 <= y && y < y1)) continue;
      // The crossing (x1 − x0)(y − y0)/(y1 − y0) + x0 against the centre's x, both times y1 − y0 > 0.
      const crossing = (x1 - x0) * (y - y0) + x0 * (y1 - y0);
      for (let column = 0; column < width; column++) {
        const x = BigInt(2 * column + 1) * half;
        if (crossing <= x * (y1 - y0)) odd[column] ^= 1;
      }
    }
    for (let column = 0; column < width; column++) inside[row * width + column] |= odd[column];
  }
}

export type ScaledEdge = readonly [x0: bigint, y0: bigint, x1: bigint, y1: bigint];

/** All edges in units of 2^-places, and half a cell in the same unit. */
export function scaledEdges(polygon: Polygon): { edges: ScaledEdge[]; half: bigint } {
  let places = 1;
  for (const ring of polygon) for (const [x, y] of ring) places = Math.max(places, binaryPlaces(x), binaryPlaces(y));
  const scale = (value: number) => {
    const own = binaryPlaces(value);
    return BigInt(value * 2 ** Math.min(own, 1000) * 2 ** Math.max(0, own - 1000)) << BigInt(places - own);
  };
  const edges = polygon.flatMap((ring) =>
    ring.map(([x, y], i): ScaledEdge => {
      const [nextX, nextY] = ring[(i + 1) % ring.length];
      return [scale(x), scale(y), scale(nextX), scale(nextY)];
    }),
  );
  return { edges, half: 1n << BigInt(places - 1) };
}

/** The least p with value × 2^p whole. */
function binaryPlaces(value: number): number {
  let places = 0;
  for (let scaled = value; !Number.isInteger(scaled); scaled *= 2) places++;
  return places;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
