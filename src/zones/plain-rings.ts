import { takeZones } from "./compiled-zones.ts";
import type { Rings } from "./zones.ts";

/**
 * The zones that may have something odd about them: all but those of up to 16 rings that have no point in common with
 * themselves or each other and nest as they should. These are told by WebAssembly (wasm/plain.ts) at a fraction of the
 * cost of a sweep; without it, none is.
 */
export function oddZones(rings: Rings): number[] {
  const odd: number[] = [];
  const leave = (first: number, end: number) => {
    for (let zone = first; zone < end; zone++) odd.push(zone);
  };
  takeZones(
    rings,
    ({ memory, plain }, first, end, at) => {
      if (!plain(first, end, at)) {
        leave(first, end);
        return;
      }
      const arePlain = new Uint8Array(memory.buffer, at, end - first);
      for (let i = 0; i < arePlain.length; i++) if (arePlain[i] === 0) odd.push(first + i);
    },
    leave,
  );
  return odd;
}
