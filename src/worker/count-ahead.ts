import type { ZonesSoFar } from "../zones/formats/format.ts";
import { placeSomeZones } from "../zones/place-many.ts";
import { rangeOfX } from "../zones/place-zones.ts";
import { needNone } from "../zones/turns.ts";
import { areInDegrees, areOnGrid } from "../zones/zone-projector.ts";
import type { Rings } from "../zones/zones.ts";
import { buffersOf } from "./messages.ts";
import { renumbered } from "./parts-of-zones.ts";
import type { WorkerPool } from "./pool.ts";
import { LEAST_VERTICES, PARTS_A_WORKER } from "./shared-zones.ts";
import type { ZonesAhead } from "./zone-work.ts";

/**
 * Has workers count the zones that were read since it last did, once those are a part of the file, where they lie if all
 * are placed as they come. `countZonesIn` takes what comes of them.
 */
export function countAhead(
  pool: WorkerPool,
  ahead: ZonesAhead,
  read: ZonesSoFar,
  signal: AbortSignal | undefined,
): void {
  const { parts, counting, grid } = ahead;
  const most = PARTS_A_WORKER * pool.size;
  const first = parts[parts.length - 1]?.end ?? 0;
  const { rings, share, crs } = read;
  if (share === 1) ahead.rings = rings;
  if (share === 1 || parts.length === most || share * (most + 1) < parts.length + 1) return;
  const end = rings.zoneOffsets.length - 1;
  const given = ahead.zonesCrs ?? crs ?? "OGC:CRS84";
  const inDegrees = areInDegrees(given, grid);
  if (!grid.transform || !(inDegrees || areOnGrid(given, grid))) return;
  if (verticesBefore(rings, end) - verticesBefore(rings, first) < LEAST_VERTICES) return;
  const placed = placeSomeZones(rings, grid, first, end);
  if (!placed || (inDegrees && !needNone(placed.range, rangeOfX(grid)))) return;
  const { zones } = placed;
  const task = { zones, height: grid.height, width: grid.width, counting, firstZone: first };
  const counted = pool.run("countZones", task, buffersOf(zones), signal).then((found) => renumbered(found, first));
  counted.catch(() => {}); // who waits for it is told
  parts.push({ end, counted });
}

function verticesBefore({ zoneOffsets, polygonOffsets, ringOffsets }: Rings, zone: number): number {
  return ringOffsets[polygonOffsets[zoneOffsets[zone]]];
}
