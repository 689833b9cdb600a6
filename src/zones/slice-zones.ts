import type { Paths, PixelZones } from "./zones.ts";

/**
 * The zones first … end − 1 by themselves, numbered from 0: columns of their own, so that they can be transferred to a
 * worker. What is computed zone by zone is the same for them as for all.
 */
export function sliceZones({ rings, paths, bounds }: PixelZones, first: number, end: number): PixelZones {
  const { zoneOffsets, polygonOffsets, ringOffsets, coordinates } = rings;
  const [firstPolygon, endPolygon] = [zoneOffsets[first], zoneOffsets[end]];
  const [firstRing, endRing] = [polygonOffsets[firstPolygon], polygonOffsets[endPolygon]];
  return {
    length: end - first,
    rings: {
      coordinates: coordinates.slice(2 * ringOffsets[firstRing], 2 * ringOffsets[endRing]),
      ringOffsets: rebased(ringOffsets, firstRing, endRing),
      polygonOffsets: rebased(polygonOffsets, firstPolygon, endPolygon),
      zoneOffsets: rebased(zoneOffsets, first, end),
    },
    ...(paths && { paths: slicePaths(paths, first, end) }),
    bounds: bounds.slice(4 * first, 4 * end),
  };
}

function slicePaths({ coordinates, pathOffsets, zoneOffsets }: Paths, first: number, end: number): Paths {
  const [firstPath, endPath] = [zoneOffsets[first], zoneOffsets[end]];
  return {
    coordinates: coordinates.slice(2 * pathOffsets[firstPath], 2 * pathOffsets[endPath]),
    pathOffsets: rebased(pathOffsets, firstPath, endPath),
    zoneOffsets: rebased(zoneOffsets, first, end),
  };
}

/**
 * Where to cut zones into `parts` that cost about the same to find cells of: part p is the zones
 * cuts[p] … cuts[p + 1] − 1. The cost of a zone is taken as its vertices and the rows that it spans, those of the raster.
 */
export function cutZones({ length, rings, bounds }: PixelZones, parts: number, height: number): number[] {
  const { zoneOffsets, polygonOffsets, ringOffsets } = rings;
  const costs = new Float64Array(length + 1);
  for (let zone = 0; zone < length; zone++) {
    const vertices =
      ringOffsets[polygonOffsets[zoneOffsets[zone + 1]]] - ringOffsets[polygonOffsets[zoneOffsets[zone]]];
    const rows = Math.min(height, bounds[4 * zone + 3]) - Math.max(0, bounds[4 * zone + 1]);
    costs[zone + 1] = costs[zone] + 1 + vertices + Math.max(0, rows);
  }
  const cuts = [0];
  for (let part = 1, zone = 0; part < parts; part++) {
    while (costs[zone] < (costs[length] * part) / parts) zone++;
    cuts.push(zone);
  }
  return [...cuts, length];
}

function rebased(offsets: Uint32Array, first: number, end: number): Uint32Array {
  const own = offsets.slice(first, end + 1);
  for (let i = 0; i < own.length; i++) own[i] -= offsets[first];
  return own;
}
