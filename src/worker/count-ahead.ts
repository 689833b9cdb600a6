import type { ZonesSoFar } from "../zones/formats/format.ts";
import { placeSomeZones } from "../zones/place-many.ts";
import { rangeOfX } from "../zones/place-zones.ts";
import { needNone } from "../zones/turns.ts";
import { areInDegrees, areOnGrid } from "../zones/zone-projector.ts";
import type { PixelZones, Rings } from "../zones/zones.ts";
import { buffersOf } from "./messages.ts";
import { renumbered } from "./parts-of-zones.ts";
import type { WorkerPool } from "./pool.ts";
import { PARTS_A_WORKER } from "./shared-zones.ts";
import type { CountedZones, ZonesAhead } from "./zone-work.ts";

/** Vertices of a part on the average, at least, so that it is worth its messages. */
const LEAST_OF_PART = 5000;

/**
 * Has workers count the zones that were read since it last did, in as many parts as that share of the file is worth, where
 * they lie if all are placed as they come. `countZonesIn` takes what comes of them.
 */
export function countAhead(
  pool: WorkerPool,
  ahead: ZonesAhead,
  { rings, share, crs }: ZonesSoFar,
  signal: AbortSignal | undefined,
): void {
  const { parts, grid } = ahead;
  if (share === 1) ahead.rings = rings;
  const first = parts[parts.length - 1]?.end ?? 0;
  const zones = rings.zoneOffsets.length - 1 - first;
  const vertices = verticesBefore(rings, first + zones) - verticesBefore(rings, first);
  // The last part is for those that are read last.
  const due = Math.floor(share * (PARTS_A_WORKER * pool.size + 1)) - parts.length;
  const count = Math.min(due, zones, Math.floor(vertices / LEAST_OF_PART));
  const given = ahead.zonesCrs ?? crs ?? "OGC:CRS84";
  const inDegrees = areInDegrees(given, grid);
  if (share === 1 || count < 1 || !(inDegrees || areOnGrid(given, grid))) return;
  for (let part = 0, from = first; part < count; part++) {
    const end = first + Math.floor((zones * (part + 1)) / count);
    const placed = placeSomeZones(rings, grid, from, end);
    if (!placed || (inDegrees && !needNone(placed.range, rangeOfX(grid)))) return;
    parts.push({ end, counted: countPart(pool, ahead, placed.zones, from, signal) });
    from = end;
  }
}

function countPart(
  pool: WorkerPool,
  { counting, grid: { height, width } }: ZonesAhead,
  zones: PixelZones,
  firstZone: number,
  signal: AbortSignal | undefined,
): Promise<CountedZones> {
  const task = { zones, height, width, counting, firstZone };
  const counted = pool.run("countZones", task, buffersOf(zones), signal).then((found) => renumbered(found, firstZone));
  counted.catch(() => {}); // who waits for it is told
  return counted;
}

function verticesBefore({ zoneOffsets, polygonOffsets, ringOffsets }: Rings, zone: number): number {
  return ringOffsets[polygonOffsets[zoneOffsets[zone]]];
}
