import type { Paths, Rings } from "../zones.ts";

type Position = [x: number, y: number];

interface Geometry {
  readonly type: string;
  readonly coordinates: unknown;
}

/** A GeoJSON geometry a zone, of the columns; null for a zone without any. */
export function geometriesOf(rings: Rings, paths?: Paths): (object | null)[] {
  return Array.from({ length: rings.zoneOffsets.length - 1 }, (_, zone) => {
    const parts = [polygonsOf(rings, zone), ...(paths ? pathsOf(paths, zone) : [])].filter((part) => part !== null);
    return parts.length > 1 ? { type: "GeometryCollection", geometries: parts } : (parts[0] ?? null);
  });
}

function polygonsOf({ coordinates, ringOffsets, polygonOffsets, zoneOffsets }: Rings, zone: number): Geometry | null {
  const polygons: Position[][][] = [];
  for (let polygon = zoneOffsets[zone]; polygon < zoneOffsets[zone + 1]; polygon++) {
    const own: Position[][] = [];
    for (let ring = polygonOffsets[polygon]; ring < polygonOffsets[polygon + 1]; ring++) {
      const positions = positionsOf(coordinates, ringOffsets[ring], ringOffsets[ring + 1]);
      if (positions.length > 0) own.push([...positions, positions[0]]);
    }
    if (own.length > 0) polygons.push(own);
  }
  return several("Polygon", polygons);
}

/** Its lines and its points. */
function pathsOf({ coordinates, pathOffsets, zoneOffsets }: Paths, zone: number): (Geometry | null)[] {
  const lines: Position[][] = [];
  const points: Position[] = [];
  for (let path = zoneOffsets[zone]; path < zoneOffsets[zone + 1]; path++) {
    const positions = positionsOf(coordinates, pathOffsets[path], pathOffsets[path + 1]);
    if (positions.length === 1) points.push(positions[0]);
    else lines.push(positions);
  }
  return [several("LineString", lines), several("Point", points)];
}

function several(type: string, coordinates: readonly unknown[]): Geometry | null {
  if (coordinates.length === 0) return null;
  return coordinates.length === 1 ? { type, coordinates: coordinates[0] } : { type: `Multi${type}`, coordinates };
}

function positionsOf(coordinates: Float64Array, start: number, stop: number): Position[] {
  return Array.from({ length: stop - start }, (_, i) => [
    coordinates[2 * (start + i)],
    coordinates[2 * (start + i) + 1],
  ]);
}
