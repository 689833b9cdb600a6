import { createPixelMapping } from "../grid/affine.ts";
import { namedCode } from "../grid/crs-codes.ts";
import type { Grid } from "../grid/grid.ts";
import { placeZones, rangeOfX } from "./place-zones.ts";
import { wideEdgeWarnings } from "./wide-edges.ts";
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

/** Loads, while zones are read, what will be needed unless they say a CRS of their own. */
export async function expectZones(grid: Grid, zonesCrs?: string | null): Promise<void> {
  if (zonesCrs !== "raster" && !areInDegrees(zonesCrs ?? "OGC:CRS84", grid)) await import("./pixel-zones.ts");
}

/**
 * What takes zones to the grid of a raster, as pixel-zones.ts says: that is loaded by zones of another CRS, and by lines
 * and points. Polygons that are in the raster's own coordinates, or in degrees as the raster is, are placed as they come.
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
  if (!mapping || !(inDegrees || given === "raster")) {
    const { loadProjector } = await import("./pixel-zones.ts");
    return loadProjector(zones, grid, given, name);
  }
  const placing = { grid, mapping, longitudes: inDegrees ? rangeOfX(grid) : null };
  const project: ZoneProjector = async (zones, firstRow = 0) => {
    if (!zones.paths) return placeZones(zones, placing, firstRow);
    const { createZoneProjector } = await import("./pixel-zones.ts");
    return createZoneProjector(grid, given, name)(zones, firstRow);
  };
  return { project, warnings: inDegrees ? wideEdgeWarnings(zones) : [] };
}

function areInDegrees(zonesCrs: string, { crs }: Grid): boolean {
  return crs !== null && namedCode(zonesCrs) === DEGREES && namedCode(crs) === DEGREES;
}
