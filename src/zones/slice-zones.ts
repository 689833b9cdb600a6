import type { Paths, PixelZones } from "./zones.ts";

/**
 * The zones first … end − 1 by themselves, numbered from 0: columns of their own, so that they can be transferred to a
 * worker. What is computed zone by zone is the same for them as for all.
 */
export function sliceZones({ rings, paths, bounds, cuts }: PixelZones, first: number, end: number): PixelZones {
  if (cuts) return cuts.slice(first, end);
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
 * Where to cut zones from one on into `parts` that cost about the same to find cells of: part p is the zones
 * cuts[p] … cuts[p + 1] − 1. The cost of a zone is taken as its vertices and the rows that it spans, those of the raster.
 */
export function cutZones(zones: PixelZones, parts: number, height: number, from = 0): number[] {
  const { length } = zones;
  const costs = zones.cuts?.costs ?? costsOf(zones, height);
  const cuts = [from];
  for (let part = 1, zone = from; part < parts; part++) {
    zone = firstFrom(costs, zone, length, costs[from] + ((costs[length] - costs[from]) * part) / parts);
    cuts.push(zone);
  }
  return [...cuts, length];
}

/** The first place from `low` to `high` of an ascending list whose number is not less than one; `high` where all are. */
function firstFrom(list: Float64Array, low: number, high: number, least: number): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle] < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

function costsOf({ length, rings, bounds }: PixelZones, height: number): Float64Array {
  const { zoneOffsets, polygonOffsets, ringOffsets } = rings;
  const costs = new Float64Array(length + 1);
  for (let zone = 0; zone < length; zone++) {
    const vertices =
      ringOffsets[polygonOffsets[zoneOffsets[zone + 1]]] - ringOffsets[polygonOffsets[zoneOffsets[zone]]];
    const rows = Math.min(height, bounds[4 * zone + 3]) - Math.max(0, bounds[4 * zone + 1]);
    costs[zone + 1] = costs[zone] + 1 + vertices + Math.max(0, rows);
  }
  return costs;
}

function rebased(offsets: Uint32Array, first: number, end: number): Uint32Array {
  const own = offsets.slice(first, end + 1);
  for (let i = 0; i < own.length; i++) own[i] -= offsets[first];
  return own;
}
