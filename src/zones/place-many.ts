import base64 from "../../wasm/place-zones.ts?compiled";
import { instantiate } from "../compiled/instantiate.ts";
import { KeptInstance } from "../compiled/kept-instance.ts";
import { reserve } from "../compiled/reserve.ts";
import { createPixelMapping, type Transform } from "../grid/affine.ts";
import type { Grid } from "../grid/grid.ts";
import { FARTHEST, placeZones } from "./place-zones.ts";
import { sliceZones } from "./slice-zones.ts";
import { batchEnd, placeBatch } from "./zone-memory.ts";
import type { PixelZones, Rings } from "./zones.ts";

/** What wasm/place-zones.ts exports, which says what each is. */
interface Compiled {
  readonly memory: WebAssembly.Memory;
  readonly free: () => number;
  readonly place: (coordinates: number, ringOffsets: number, polygonOffsets: number, zoneOffsets: number) => void;
  readonly setGrid: (
    x: number,
    y: number,
    cellWidth: number,
    cellHeight: number,
    height: number,
    width: number,
  ) => void;
  readonly begin: () => void;
  readonly measure: (first: number, end: number, at: number) => number;
  readonly toCells: (at: number, vertices: number) => void;
  readonly shift: (to: number, from: number, count: number, less: number) => void;
  readonly west: WebAssembly.Global<"f64">;
  readonly east: WebAssembly.Global<"f64">;
  readonly farthest: WebAssembly.Global<"f64">;
  readonly outside: WebAssembly.Global<"i32">;
}

/** Zones on a grid, and their smallest and largest x as they came. */
interface ManyPlaced {
  readonly zones: PixelZones;
  readonly range: readonly [min: number, max: number];
}

/** Bytes that lie in its memory at once, but for a zone that has more. */
const BATCH = 2 ** 18;
/** Memory that may stay for the zones to come: a batch, and what is measured of it, need less. */
const KEPT_BYTES = 2 ** 20;

const instances = new KeptInstance(() => instantiate<Compiled>(base64), KEPT_BYTES);

/**
 * What `placeZones` gives, to the bit, of zones that need no turn, by WebAssembly, which needs no warming. They are placed
 * once they are cut into parts, each in columns of its own, or all of them where their coordinates are asked for; then by
 * JavaScript where there is no instance any more. Null for rotated grids and zones that are too far off or too large, and
 * where the host has no WebAssembly, or no memory.
 */
export function placeManyZones(rings: Rings, grid: Grid): ManyPlaced | null {
  const mapping = grid.transform && createPixelMapping(grid.transform);
  const compiled = mapping && instanceFor(grid);
  if (!compiled) return null;
  const measured = measure(compiled, rings, 0, rings.zoneOffsets.length - 1);
  instances.keep(compiled);
  if (!measured) return null;
  const { ringOffsets, polygonOffsets, zoneOffsets } = rings;
  const { bounds, costs, range, allMeet } = measured;
  const length = zoneOffsets.length - 1;
  const slice = (first: number, end: number) =>
    forOneUse(grid, (compiled) => placed(compiled, rings, bounds.slice(4 * first, 4 * end), first, end)) ??
    placeZones(sliceZones({ length, rings, bounds }, first, end).rings, { grid, mapping }, first);
  let coordinates: Float64Array | null = null;
  const all: Rings = {
    get coordinates() {
      coordinates ??=
        forOneUse(grid, (compiled) => inCells(compiled, rings.coordinates)) ??
        placeZones(rings, { grid, mapping }, 0).rings.coordinates;
      return coordinates;
    },
    ringOffsets,
    polygonOffsets,
    zoneOffsets,
  };
  return { zones: { length, rings: all, bounds, cuts: { costs, allMeet, slice } }, range };
}

/** The zones first … end − 1 by themselves, as those of `placeManyZones` are cut out; null where it says null. */
export function placeSomeZones(rings: Rings, grid: Grid, first: number, end: number): ManyPlaced | null {
  const compiled = grid.transform && instanceFor(grid);
  const measured = compiled && measure(compiled, rings, first, end);
  const zones = measured && placed(compiled, rings, measured.bounds, first, end);
  if (compiled) instances.keep(compiled);
  return measured && zones && { zones, range: measured.range };
}

/** With room for a batch; null for grids that are rotated, and where there is none, or no memory. */
function instanceFor({ transform, height, width }: Grid): Compiled | null {
  const [a, b, c, d, e, f] = transform as Transform;
  const compiled = b === 0 && d === 0 ? instances.take() : null;
  if (!compiled) return null;
  compiled.setGrid(c, f, a, e, height, width);
  if (reserve(compiled.memory, compiled.free() + BATCH)) return compiled;
  instances.keep(compiled);
  return null;
}

/** What an instance gives that is taken for this alone: who holds zones for long holds no memory of it. Null where there is none. */
function forOneUse<Result>(grid: Grid, use: (compiled: Compiled) => Result): Result | null {
  const compiled = instanceFor(grid);
  if (!compiled) return null;
  const result = use(compiled);
  instances.keep(compiled);
  return result;
}

/** The zones begin … stop − 1; null where they are too far off, or too large. */
function measure(compiled: Compiled, rings: Rings, begin: number, stop: number) {
  const { memory, west, east, farthest, outside } = compiled;
  const bounds = new Float64Array(4 * (stop - begin));
  const costs = new Float64Array(stop - begin + 1);
  compiled.begin();
  for (let first = begin, end = begin; first < stop; first = end) {
    end = batchEnd(rings, first, stop, BATCH);
    const batch = placeBatch(memory, compiled.free(), rings, first, end);
    if (!batch) return null;
    compiled.place(batch.coordinates, batch.ringOffsets, batch.polygonOffsets, batch.zoneOffsets);
    if (!compiled.measure(first, end, batch.end)) return null;
    const zones = end - first;
    bounds.set(new Float64Array(memory.buffer, batch.end, 4 * zones), 4 * (first - begin));
    costs.set(new Float64Array(memory.buffer, batch.end + 32 * zones, zones), first - begin + 1);
  }
  const range: [number, number] = [west.value, east.value];
  return farthest.value < FARTHEST ? { bounds, costs, range, allMeet: outside.value === 0 } : null;
}

/** The zones first … end − 1 by themselves, as `sliceZones` gives them. @param bounds of them, in columns of their own */
function placed(compiled: Compiled, rings: Rings, bounds: Float64Array, first: number, end: number): PixelZones {
  const { coordinates, ringOffsets, polygonOffsets, zoneOffsets } = rings;
  const [polygon, endPolygon] = [zoneOffsets[first], zoneOffsets[end]];
  const [ring, endRing] = [polygonOffsets[polygon], polygonOffsets[endPolygon]];
  const [vertex, endVertex] = [ringOffsets[ring], ringOffsets[endRing]];
  const rebased = (offsets: Uint32Array, from: number, to: number) =>
    changed(compiled, offsets.subarray(from, to + 1), new Uint32Array(to + 1 - from), (at, count) =>
      compiled.shift(at, at, count, offsets[from]),
    );
  return {
    length: end - first,
    rings: {
      coordinates: inCells(compiled, coordinates.subarray(2 * vertex, 2 * endVertex)),
      ringOffsets: rebased(ringOffsets, ring, endRing),
      polygonOffsets: rebased(polygonOffsets, polygon, endPolygon),
      zoneOffsets: rebased(zoneOffsets, first, end),
    },
    bounds,
  };
}

function inCells(compiled: Compiled, coordinates: Float64Array): Float64Array {
  return changed(compiled, coordinates, new Float64Array(coordinates.length), (at, count) =>
    compiled.toCells(at, count / 2),
  );
}

/** What becomes of numbers when they are changed in memory, so many at a time; they go to `to`. */
function changed<Numbers extends Float64Array | Uint32Array>(
  { memory, free }: Compiled,
  from: Numbers,
  to: Numbers,
  change: (at: number, count: number) => void,
): Numbers {
  const at = free();
  const most = BATCH / from.BYTES_PER_ELEMENT;
  const Like = from.constructor as new (buffer: ArrayBuffer, at: number, length: number) => Numbers;
  const room = new Like(memory.buffer as ArrayBuffer, at, most);
  for (let begin = 0; begin < from.length; begin += most) {
    const part = from.subarray(begin, begin + most) as Numbers;
    room.set(part);
    change(at, part.length);
    to.set(room.subarray(0, part.length), begin);
  }
  return to;
}
