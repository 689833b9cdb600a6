import base64 from "../../wasm/zones.ts?compiled";
import { instantiate } from "../compiled/instantiate.ts";
import { KeptInstance } from "../compiled/kept-instance.ts";
import { batchEnd, placeBatch } from "./zone-memory.ts";
import type { Rings } from "./zones.ts";

/** What wasm/zones.ts exports. */
export interface CompiledZones {
  readonly memory: WebAssembly.Memory;
  readonly free: () => number;
  readonly place: (coordinates: number, ringOffsets: number, polygonOffsets: number, zoneOffsets: number) => void;
  readonly cells: (
    first: number,
    end: number,
    firstRow: number,
    stopRow: number,
    width: number,
    rows: number,
    runs: number,
    at: number,
  ) => number;
  readonly plain: (first: number, end: number, at: number) => number;
}

/** Bytes of zones that lie in its memory at once, but for a zone that has more. */
const BATCH = 2 ** 19;
/** Memory that may stay for the zones to come. */
const KEPT_BYTES = 2 ** 24;

const instances = new KeptInstance(() => instantiate<CompiledZones>(base64), KEPT_BYTES);

/**
 * Puts zones into memory, batch by batch.
 * @param take is given the zones first … end − 1 there, and from where on memory is free
 * @param leave is given those that are not there: all without WebAssembly, and a zone that is too large
 */
export function takeZones(
  rings: Rings,
  take: (compiled: CompiledZones, first: number, end: number, at: number) => void,
  leave: (first: number, end: number) => void,
): void {
  const length = rings.zoneOffsets.length - 1;
  for (let first = 0, end = 0; first < length; first = end) {
    const compiled = instances.take();
    if (!compiled) {
      leave(first, length);
      return;
    }
    end = batchEnd(rings, first, length, BATCH);
    const placed = placeBatch(compiled.memory, compiled.free(), rings, first, end);
    if (placed) {
      compiled.place(placed.coordinates, placed.ringOffsets, placed.polygonOffsets, placed.zoneOffsets);
      take(compiled, first, end, placed.end);
    } else leave(first, end);
    instances.keep(compiled);
  }
}
