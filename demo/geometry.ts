import type { Feature, Geometry, Position } from "geojson";

/** Polygons of a geometry, each a list of rings; nothing for lines and points. */
export function polygonsOf(geometry: Geometry | null): Position[][][] {
  if (geometry?.type === "Polygon") return [geometry.coordinates];
  if (geometry?.type === "MultiPolygon") return geometry.coordinates;
  if (geometry?.type === "GeometryCollection") return geometry.geometries.flatMap(polygonsOf);
  return [];
}

/** All positions of a geometry, of whatever kind. */
function* verticesOf(geometry: Geometry | null): Generator<Position> {
  if (geometry?.type === "GeometryCollection") for (const part of geometry.geometries) yield* verticesOf(part);
  else if (geometry) yield* positionsIn(geometry.coordinates);
}

function* positionsIn(coordinates: unknown): Generator<Position> {
  if (!Array.isArray(coordinates)) return;
  if (typeof coordinates[0] === "number") yield coordinates as Position;
  else for (const part of coordinates) yield* positionsIn(part);
}

/** West, south, east, north; null where there is no vertex. */
export function geometryBounds(features: readonly Feature[]): [number, number, number, number] | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { geometry } of features) {
    for (const [x, y] of verticesOf(geometry)) {
      [west, east] = [Math.min(west, x), Math.max(east, x)];
      [south, north] = [Math.min(south, y), Math.max(north, y)];
    }
  }
  return west <= east ? [west, south, east, north] : null;
}

/** Where to write a name: the centroid of the largest outer ring, else the first vertex; null where there is none. */
export function labelPoint({ geometry }: Feature): Position | null {
  const first = verticesOf(geometry).next();
  if (first.done) return null;
  let largest = { area: 0, point: first.value };
  for (const [ring] of polygonsOf(geometry)) {
    const { area, point } = centroid(ring);
    if (area > largest.area) largest = { area, point };
  }
  return largest.point;
}

/** Area and centroid by the shoelace formula, about the first vertex so that little cancels. */
function centroid(ring: readonly Position[]): { area: number; point: Position } {
  const [originX, originY] = ring[0];
  let [twice, x, y] = [0, 0, 0];
  for (let index = 0; index < ring.length; index++) {
    const [ax, ay] = [ring[index][0] - originX, ring[index][1] - originY];
    const next = ring[(index + 1) % ring.length];
    const [bx, by] = [next[0] - originX, next[1] - originY];
    const cross = ax * by - bx * ay;
    twice += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  if (twice === 0) return { area: 0, point: ring[0] };
  return { area: Math.abs(twice) / 2, point: [originX + x / (3 * twice), originY + y / (3 * twice)] };
}
