import type { ZonesInput } from "../zones/read-zones.ts";

/** Positions that are read and placed in a moment. */
const MOST_POSITIONS = 4096;
/** Collections of collections are for readers that expect them. */
const MOST_DEPTH = 12;

/** Whether zones are an object of few vertices, so that how much they cover is known before workers could have come up. */
export function areSmall(zones: ZonesInput): boolean {
  return typeof zones === "object" && "type" in zones && positionsLeft(zones, MOST_POSITIONS, 0) > 0;
}

/** What is left of so many once those of a GeoJSON object are counted: lists of numbers, however deep. */
function positionsLeft(value: unknown, most: number, depth: number): number {
  if (typeof value !== "object" || value === null) return most;
  if (depth > MOST_DEPTH) return 0;
  if (Array.isArray(value) && typeof value[0] === "number") return most - 1;
  let left = most;
  for (const key of Array.isArray(value) ? value.keys() : ["features", "geometries", "geometry", "coordinates"]) {
    left = positionsLeft((value as Record<string | number, unknown>)[key], left, depth + 1);
    if (left <= 0) return 0;
  }
  return left;
}
