import type { ZoneSet } from "./zones.ts";

/**
 * Row numbers of zones in degrees with an edge of more than 180° of longitude, which RFC 7946 takes for the straight line
 * that it is, the long way round; but who drew it may have meant the short one, across the antimeridian or around a
 * pole. Edges of a whole turn along a parallel, between two along meridians, are those of the world's bands.
 */
function zonesOfWideEdges({ rings, length, rows }: ZoneSet): number[] {
  const { coordinates, ringOffsets, polygonOffsets, zoneOffsets } = rings;
  const found: number[] = [];
  for (let zone = 0; zone < length; zone++) {
    const [first, end] = [zone, zone + 1].map((z) => polygonOffsets[zoneOffsets[z]]);
    for (let ring = first; ring < end; ring++) {
      if (!hasWideEdge(coordinates.subarray(2 * ringOffsets[ring], 2 * ringOffsets[ring + 1]))) continue;
      found.push(rows ? rows[zone] : zone);
      break;
    }
  }
  return found;
}

function hasWideEdge(ring: Float64Array): boolean {
  const x = (i: number) => ring[(2 * i + ring.length) % ring.length];
  for (let i = 0; 2 * i < ring.length; i++) {
    const width = Math.abs(x(i + 1) - x(i));
    if (width <= 180) continue;
    const isBand = width >= 360 && x(i - 1) === x(i) && x(i + 1) === x(i + 2);
    if (!isBand) return true;
  }
  return false;
}

/** Names them in a sentence; nothing where there are no such zones. */
export function wideEdgeWarnings(zones: ZoneSet): string[] {
  const rows = zonesOfWideEdges(zones);
  if (rows.length === 0) return [];
  const few = rows.slice(0, 5).join(", ") + (rows.length > 5 ? ", …" : "");
  return [
    `${rows.length} of ${zones.rowsInFile ?? zones.length} zones have edges of more than 180° of longitude (rows ${few}), which are taken as drawn, ` +
      "the long way round: split zones that cross the antimeridian there (RFC 7946), or write longitudes beyond 180.",
  ];
}
