/** Where the rings of a batch of zones lie in memory: src/zones/zone-memory.ts says how. Indices are those of all zones. */
import { aligned } from "./memory";

let coordinates: usize;
let ringOffsets: usize;
let polygonOffsets: usize;
let zoneOffsets: usize;

export function place(coordinatesAt: usize, ringsAt: usize, polygonsAt: usize, zonesAt: usize): void {
  coordinates = coordinatesAt;
  ringOffsets = ringsAt;
  polygonOffsets = polygonsAt;
  zoneOffsets = zonesAt;
}

/** From where on memory is free, a multiple of 16. */
export function free(): usize {
  return aligned(__heap_base);
}

/** Where a vertex lies: x, and y 8 bytes on. */
@inline
export function vertexAt(vertex: i32): usize {
  return coordinates + (<usize>vertex << 4);
}

@inline
export function x(vertex: i32): f64 {
  return load<f64>(vertexAt(vertex));
}

@inline
export function y(vertex: i32): f64 {
  return load<f64>(vertexAt(vertex), 8);
}

@inline
export function firstVertex(ring: i32): i32 {
  return load<i32>(ringOffsets + (<usize>ring << 2));
}

@inline
export function firstRing(polygon: i32): i32 {
  return load<i32>(polygonOffsets + (<usize>polygon << 2));
}

@inline
export function firstPolygon(zone: i32): i32 {
  return load<i32>(zoneOffsets + (<usize>zone << 2));
}

/** Numbers of 32 bits in memory. */
@inline
export function get(at: usize, index: i32): i32 {
  return load<i32>(at + (<usize>index << 2));
}

@inline
export function set(at: usize, index: i32, value: i32): void {
  store<i32>(at + (<usize>index << 2), value);
}
