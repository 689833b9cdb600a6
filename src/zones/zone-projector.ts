import { createPixelMapping } from "../grid/affine.ts";
import { isProjected, namedCode } from "../grid/crs-codes.ts";
import type { Grid } from "../grid/grid.ts";
import { crsAhead } from "./crs-ahead.ts";
import { placeZones, rangeOfX } from "./place-zones.ts";
import type { ZonesInput } from "./read-zones.ts";
import { needNone, rangeOfXs } from "./turns.ts";
import type { PixelZones, ZoneSet } from "./zones.ts";

/** Takes zones of one CRS to the pixel space of one grid. `firstRow`: row number of the first of them, for messages. */
export type ZoneProjector = (zones: ZoneSet, firstRow?: number) => Promise<PixelZones>;

/** How zones come to a grid, and what may be not as meant of them, each in a sentence. */
export interface ZonePlacing {
  readonly project: ZoneProjector;
  readonly warnings: readonly string[];
}

/** Code of longitude and latitude by WGS 84. */
const DEGREES = 4326;
/** Zones of fewer are placed before what places those of many could be loaded. */
const MANY_VERTICES = 4096;

const loadMany = () => import("./place-many.ts");

/**
 * Loads, while zones are read, what will be needed unless they say a CRS of their own: one that is known ahead is heard,
 * since proj4 is the largest thing that a job may load.
 */
export async function expectZones(
  input: ZonesInput,
  grid: Grid,
  zonesCrs: string | null | undefined,
  areFew: boolean,
): Promise<void> {
  const given = zonesCrs ?? (await crsAhead(input).catch(() => null)) ?? "OGC:CRS84"; // readZones says what is wrong
  if (!areInDegrees(given, grid) && !areOnGrid(given, grid)) await import("./pixel-zones.ts");
  else if (!areFew) await loadMany();
}

/**
 * What takes zones to the grid of a raster, as pixel-zones.ts says: that is loaded by zones of another CRS, and by lines
 * and points. Polygons that are in the raster's own CRS, or in degrees as the raster is, are placed as they come.
 * `name` is the raster's, for messages.
 */
export async function placingOf(
  zones: ZoneSet,
  grid: Grid,
  zonesCrs: string | null | undefined,
  name: string,
): Promise<ZonePlacing> {
  const given = zonesCrs ?? zones.crs ?? "OGC:CRS84";
  const mapping = grid.transform && createPixelMapping(grid.transform);
  const inDegrees = areInDegrees(given, grid);
  if (!mapping || !(inDegrees || areOnGrid(given, grid))) {
    const { loadProjector } = await import("./pixel-zones.ts");
    return loadProjector(zones, grid, given, name);
  }
  const { rings, paths } = zones;
  const isMany = !paths && rings.ringOffsets[rings.ringOffsets.length - 1] >= MANY_VERTICES;
  const many = isMany ? ((await loadMany().catch(() => null))?.placeManyZones(rings, grid) ?? null) : null;
  const longitudes = inDegrees ? rangeOfX(grid) : null;
  const rangeOf = ({ rings: { coordinates } }: ZoneSet) => rangeOfXs(coordinates, 0, coordinates.length);
  const range = longitudes && (many?.range ?? rangeOf(zones));
  const project: ZoneProjector = async (of, firstRow = 0) => {
    if (of.paths) {
      const { createZoneProjector, prepareZonesCrs } = await import("./pixel-zones.ts");
      await prepareZonesCrs(of, grid, given);
      return createZoneProjector(grid, given, name)(of, firstRow);
    }
    const isTurned = longitudes && !needNone(of === zones && range ? range : rangeOf(of), longitudes);
    if (many && of === zones && !isTurned) return many.zones;
    const turned = isTurned ? (await import("./turn-rings.ts")).turnRings(of.rings, longitudes) : of.rings;
    return placeZones(turned, { grid, mapping }, firstRow);
  };
  const isWide = range && range[1] - range[0] > 180; // whether there may be an edge of more than 180° of longitude
  return { project, warnings: isWide ? (await import("./wide-edges.ts")).wideEdgeWarnings(zones) : [] };
}

export function areInDegrees(zonesCrs: string, { crs }: Grid): boolean {
  return crs !== null && namedCode(zonesCrs) === DEGREES && namedCode(crs) === DEGREES;
}

/** Whether coordinates are the raster's, and no degrees, of which there are turns. */
export function areOnGrid(zonesCrs: string, { crs }: Grid): boolean {
  if (zonesCrs === "raster") return true;
  const code = namedCode(zonesCrs);
  return code !== null && crs !== null && isProjected(code) && code === namedCode(crs);
}
