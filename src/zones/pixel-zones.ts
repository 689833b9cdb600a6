import { rastrumError } from "../errors.ts";
import { createPixelMapping } from "../grid/affine.ts";
import { createTransformer, prepareCrs, resolveCrs, shiftWarnings } from "../grid/crs.ts";
import type { Grid } from "../grid/grid.ts";
import { createFootprint } from "./footprint.ts";
import { placePaths, widenedBounds } from "./place-paths.ts";
import { type Projecting, placeZones, rangeOfX } from "./place-zones.ts";
import { projectZones } from "./project-zones.ts";
import { splitAtSeam } from "./split-at-seam.ts";
import { turnRings } from "./turn-rings.ts";
import { wideEdgeWarnings } from "./wide-edges.ts";
import type { ZonePlacing } from "./zone-projector.ts";
import type { Paths, PixelZones, Rings, ZoneSet } from "./zones.ts";

/** How zones of `zonesCrs` come to a grid: of any CRS, lines and points too. */
export async function loadProjector(zones: ZoneSet, grid: Grid, zonesCrs: string, name: string): Promise<ZonePlacing> {
  await prepareZonesCrs(zones, grid, zonesCrs);
  const warnings = crsWarnings(zones, grid, zonesCrs);
  const project = createZoneProjector(grid, zonesCrs, name);
  return { project: async (...of) => project(...of), warnings };
}

/** Reads the CRSs of zones and raster, to be awaited before {@link toPixelZones}. */
export async function prepareZonesCrs(zones: ZoneSet, grid: Grid, zonesCrs?: string | null): Promise<void> {
  const given = zonesCrs ?? zones.crs;
  await prepareCrs(grid.crs, given === "raster" ? null : given);
}

/** What may be not as meant of zones on a raster of another datum, or in degrees; each in a sentence. */
export function crsWarnings(zones: ZoneSet, grid: Grid, zonesCrs?: string | null): string[] {
  const given = zonesCrs ?? zones.crs ?? "OGC:CRS84";
  if (given === "raster" || grid.crs === null) return [];
  const [from, to] = [resolveCrs(given, "zones"), resolveCrs(grid.crs, "raster")];
  return [...shiftWarnings(from, to), ...(from.geographic ? wideEdgeWarnings(zones) : [])];
}

/**
 * Takes zones to the pixel space of `grid`: their vertices to the raster's CRS, once, in f64, with vertices added where
 * an edge's image bends (`densifyEdge`), then by the inverse affine to cells. The zones' CRS is `zonesCrs`, else
 * what the zones say, else OGC:CRS84; "raster" says that they are in the raster's CRS, which then need not be known.
 *
 * On a raster in degrees zones are also taken 360° further on and back (not with "raster": that is taken at its word):
 * so zones of −180…180 meet rasters of 0…360, and those that cross a raster's seam count on both sides of it. For a
 * projection that tears the globe apart along a meridian, zones in degrees are cut there.
 *
 * Zones that lie far from the raster come out without vertices: they need no image there.
 *
 * Throws `missing-transform`, `missing-crs`, `unknown-crs`, and `invalid-zones` for a zone that has no image in the
 * raster's CRS, or one 2^500 cells away. `name` is the raster's, for messages.
 */
export function toPixelZones(
  zones: ZoneSet,
  grid: Grid,
  zonesCrs?: string | null,
  signal?: AbortSignal,
  name = "the raster",
): PixelZones {
  signal?.throwIfAborted();
  return createZoneProjector(grid, zonesCrs ?? zones.crs ?? "OGC:CRS84", name)(zones);
}

/** Takes zones of one CRS to pixel space as {@link toPixelZones} does, which is set up once for many calls. */
type SyncProjector = (zones: ZoneSet, firstRow?: number) => PixelZones;

/** `firstRow`: row number of the first of the zones, for messages. */
export function createZoneProjector(grid: Grid, zonesCrs: string, name: string): SyncProjector {
  const projecting = createProjecting(grid, zonesCrs, name);
  const { transformer, seam, longitudes } = projecting;
  const whole = (zones: ZoneSet) => (seam === null ? zones : { ...zones, rings: splitAtSeam(zones.rings, seam) });
  const ofRings = transformer
    ? (zones: ZoneSet, firstRow: number) => projectZones(whole(zones), projecting, transformer, firstRow)
    : ({ rings }: ZoneSet, firstRow: number) =>
        placeZones(longitudes ? turnRings(rings, longitudes) : rings, projecting, firstRow);
  return (zones, firstRow = 0) => {
    const placed = ofRings(zones, firstRow);
    if (!zones.paths) return placed;
    refuseMixed(zones.rings, zones.paths, firstRow);
    return withPaths(placed, placePaths(zones.paths, projecting, firstRow));
  };
}

/** No rule says what of a zone counts that is both an area and a line. */
function refuseMixed(rings: Rings, paths: Paths, firstRow: number): void {
  for (let zone = 0; zone + 1 < paths.zoneOffsets.length; zone++) {
    const hasBoth =
      rings.zoneOffsets[zone] < rings.zoneOffsets[zone + 1] && paths.zoneOffsets[zone] < paths.zoneOffsets[zone + 1];
    if (!hasBoth) continue;
    const feature = firstRow + zone;
    const message = `Feature ${feature} has both polygons and lines or points; make a feature of each.`;
    throw rastrumError("invalid-zones", message, { feature });
  }
}

function withPaths(zones: PixelZones, paths: Paths | undefined): PixelZones {
  return paths ? { ...zones, paths, bounds: widenedBounds(zones.bounds, paths) } : zones;
}

function createProjecting(grid: Grid, zonesCrs: string, name: string): Projecting {
  const mapping = grid.transform && createPixelMapping(grid.transform);
  if (!grid.transform || !mapping) {
    const received = grid.transform
      ? `the transform [${grid.transform.join(", ")}], which has no inverse`
      : "no transform";
    const message = `${name} has ${received}; pass transform (CLI --transform a,b,c,d,e,f).`;
    throw rastrumError("missing-transform", message, { path: name });
  }
  if (zonesCrs === "raster") return { grid, mapping, transformer: null, longitudes: null, footprint: null, seam: null };
  if (grid.crs === null) {
    const advice = `pass crs (CLI --crs), or zonesCrs: "raster" (CLI --zones-crs raster) for zones in its coordinates`;
    throw rastrumError("missing-crs", `${name} does not say its CRS; ${advice}.`, { path: name });
  }
  const from = resolveCrs(zonesCrs, "zones");
  const to = resolveCrs(grid.crs, "raster");
  // On a geographic raster zones may be a whole turn away, and all of them have an image.
  const toZones = to.geographic ? null : createTransformer(to, from);
  return {
    grid,
    mapping,
    transformer: createTransformer(from, to),
    longitudes: to.inDegrees ? rangeOfX(grid) : null,
    seam: from.geographic ? to.middle : null,
    footprint: toZones && createFootprint(grid, toZones, from.geographic ? 360 : 0),
  };
}
