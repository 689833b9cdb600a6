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
    const end = polygonOffsets[zoneOffsets[zone + 1]];
    for (let ring = polygonOffsets[zoneOffsets[zone]]; ring < end; ring++) {
      if (!hasWideEdge(coordinates, 2 * ringOffsets[ring], 2 * ringOffsets[ring + 1])) continue;
      found.push(rows ? rows[zone] : zone);
      break;
    }
  }
  return found;
}

/** The ring is coordinates[start] … coordinates[stop − 1]. */
function hasWideEdge(coordinates: Float64Array, start: number, stop: number): boolean {
  let from = stop - 2;
  for (let to = start; to < stop; to += 2) {
    const width = Math.abs(coordinates[to] - coordinates[from]);
    if (width > 180 && !(width >= 360 && isOfBand(coordinates, start, stop, from, to))) return true;
    from = to;
  }
  return false;
}

/** Whether the edges before and after one run along meridians. */
function isOfBand(coordinates: Float64Array, start: number, stop: number, from: number, to: number): boolean {
  const before = from === start ? stop - 2 : from - 2;
  const after = to === stop - 2 ? start : to + 2;
  return coordinates[before] === coordinates[from] && coordinates[to] === coordinates[after];
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
