/**
 * The rule `center` once more, by the definition and in exact integers: doubles are whole multiples of a power of two,
 * so coordinates scaled by it are bigints and no comparison can round. Simple, and nothing of src/mask in it.
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

/** True where the centre, or a corner, of some cell lies on the polygon's boundary, so that half-open ties decide. */
export function hasTies(zone: Zone, height: number, width: number, at: "centers" | "corners" = "centers"): boolean {
  const shift = at === "centers" ? 1 : 0;
  const [rows, columns] = [height + 1 - shift, width + 1 - shift];
  return zone.some((polygon) => {
    const { edges, half } = scaledEdges(polygon);
    return edges.some(([x0, y0, x1, y1]) => {
      for (let row = 0; row < rows; row++) {
        const y = BigInt(2 * row + shift) * half;
        if (y < smaller(y0, y1) || y > larger(y0, y1)) continue;
        for (let column = 0; column < columns; column++) {
          const x = BigInt(2 * column + shift) * half;
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
  // toggles[column] is 1 where an odd number of edges have that column's centre as the first at or right of them.
  const toggles = new Uint8Array(height * (width + 1));
  for (const [ax, ay, bx, by] of edges) {
    const [x0, y0, x1, y1] = ay < by ? [ax, ay, bx, by] : [bx, by, ax, ay];
    for (let row = firstCentre(y0, half, height); row < height; row++) {
      const y = BigInt(2 * row + 1) * half;
      if (y >= y1) break;
      // The crossing (x1 − x0)(y − y0)/(y1 − y0) + x0 against a centre's x, both times y1 − y0 > 0.
      const crossing = (x1 - x0) * (y - y0) + x0 * (y1 - y0);
      toggles[row * (width + 1) + firstCentre(crossing, half * (y1 - y0), width)] ^= 1;
    }
  }
  for (let row = 0; row < height; row++) {
    let odd = 0;
    for (let column = 0; column < width; column++) {
      odd ^= toggles[row * (width + 1) + column];
      inside[row * width + column] |= odd;
    }
  }
}

/** The least n of 0 … limit with (2n + 1) × half ≥ place; `limit` where there is none. */
function firstCentre(place: bigint, half: bigint, limit: number): number {
  if (place <= half) return 0;
  const centre = (place - half + 2n * half - 1n) / (2n * half);
  return centre > BigInt(limit) ? limit : Number(centre);
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
  const edges = polygon.flatMap((ring) => {
    const vertices = ring.map(([x, y]) => [scale(x), scale(y)] as const);
    return vertices.map(([x, y], i): ScaledEdge => [x, y, ...vertices[(i + 1) % vertices.length]]);
  });
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
