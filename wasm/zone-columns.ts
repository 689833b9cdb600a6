/** What is found of zones in a window of bytes: where it lies in memory, behind the window. */
import { aligned, growTo } from "./memory";

/** In this window: positions, rings, polygons and zones. */
export let vertices: u32 = 0;
export let rings: u32 = 0;
export let polygons: u32 = 0;
export let zones: u32 = 0;

/** In windows before. */
let verticesBefore: u32 = 0;
let ringsBefore: u32 = 0;
let polygonsBefore: u32 = 0;

/** x, y (f64) of each position. */
export let coordinates: usize = 0;
/** Of each ring, polygon and zone where the next one begins, as in `Rings` (u32). */
export let ringEnds: usize = 0;
export let polygonEnds: usize = 0;
export let zoneEnds: usize = 0;
/** Of each zone start, end (u32) of the texts of its properties, its geometry and its id; 0, 0 where it has none. */
export let properties: usize = 0;
export let geometries: usize = 0;
export let ids: usize = 0;

/** So much no window is, that places fit in 32 bits. */
const LARGEST: u32 = 1 << 28;

/** Room for a window and all that can be in it; gives where it goes, 0 where there is not so much memory. */
export function reserve(bytes: u32): usize {
  if (bytes > LARGEST) return 0;
  const window = aligned(__heap_base);
  const unit: usize = (bytes >> 6) * 64 + 128; // and what is read behind the last byte
  coordinates = window + unit;
  ringEnds = coordinates + 3 * unit; // a position takes 6 bytes of text, and 16 here
  polygonEnds = ringEnds + (unit >> 2); // rings and polygons take 25, and 4
  zoneEnds = polygonEnds + (unit >> 2);
  properties = zoneEnds + (unit >> 2); // a feature takes 34, and 8 for each span
  geometries = properties + (unit >> 2);
  ids = geometries + (unit >> 2);
  return growTo(ids + (unit >> 2)) ? window : 0;
}

/** Forgets all. */
export function clear(): void {
  vertices = rings = polygons = zones = 0;
  verticesBefore = ringsBefore = polygonsBefore = 0;
}

/** The next window. */
export function turn(): void {
  verticesBefore += vertices;
  ringsBefore += rings;
  polygonsBefore += polygons;
  vertices = rings = polygons = zones = 0;
}

/** Where the next vertex goes. */
@inline
export function nextVertex(): usize {
  return coordinates + (<usize>vertices << 4);
}

@inline
export function endVertex(): void {
  vertices++;
}

export function endRing(): void {
  store<u32>(ringEnds + (<usize>rings << 2), verticesBefore + vertices);
  rings++;
}

export function endPolygon(): void {
  store<u32>(polygonEnds + (<usize>polygons << 2), ringsBefore + rings);
  polygons++;
}

export function endZone(propertySpan: u64, geometrySpan: u64, idSpan: u64): void {
  const zone = <usize>zones;
  store<u32>(zoneEnds + (zone << 2), polygonsBefore + polygons);
  store<u64>(properties + (zone << 3), propertySpan);
  store<u64>(geometries + (zone << 3), geometrySpan);
  store<u64>(ids + (zone << 3), idSpan);
  zones++;
}
