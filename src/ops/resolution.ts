import { rastrumError } from "../errors.ts";
import { cellSizes } from "../source/overviews.ts";
import type { Overview, Raster } from "../source/source.ts";
import { prepareZonesCrs, toPixelZones } from "../zones/pixel-zones.ts";
import type { PixelZones, ZoneSet } from "../zones/zones.ts";
import type { ZonalOptions } from "./zonal-options.ts";

/** With "auto" a zone has so many cells, or all that there are: by chance a mean is off by 1/32 of a standard deviation. */
const AUTO_CELLS = 1024;
/** Sizes that are written with few digits are the same. */
const SAME_SIZE = 1 + 1e-6;

/** The level of a raster that a job reads, and what its table says of that as "rastrum.resolution". */
export interface Level {
  readonly raster: Raster;
  readonly note: string | null;
}

/**
 * The coarsest level that is not coarser than `resolution` asks, as GDAL picks overviews: a number is the longer side of
 * a cell, in units of the CRS. "auto": the coarsest in which every polygon has {@link AUTO_CELLS} cells; those that have
 * fewer in all, and lines and points, want the raster itself.
 * @throws `invalid-option`; for a number of a raster without transform `missing-transform`
 */
export async function levelOf(
  raster: Raster,
  { resolution, zonesCrs, signal }: Pick<ZonalOptions, "resolution" | "zonesCrs" | "signal">,
  readZones: () => Promise<ZoneSet>,
): Promise<Level> {
  checkResolution(resolution);
  const { transform } = raster.grid;
  if (!transform) {
    const message = `${raster.name} has no transform, so its resolution is not known: open it with the option transform.`;
    throw rastrumError("missing-transform", message, { path: raster.name });
  }
  const overviews = (await raster.overviews?.({ signal })) ?? [];
  const base = sideOf(raster);
  const leastCellsOf = async () => {
    const zones = await readZones();
    await prepareZonesCrs(zones, raster.grid, zonesCrs);
    return leastCells(toPixelZones(zones, raster.grid, zonesCrs, signal, raster.name));
  };
  const asked = resolution === "auto" ? base * Math.sqrt((await leastCellsOf()) / AUTO_CELLS) : Number(resolution);
  const level = overviews.findLastIndex((overview) => sideOf(overview) <= asked * SAME_SIZE) + 1;
  const used: Overview = level === 0 ? raster : overviews[level - 1];
  const [height, width] = cellSizes(used.grid.transform ?? transform);
  const { name, resampling = null } = used;
  const note = { asked: resolution, level, levels: overviews.length, name, cellSize: [width, height], resampling };
  const coarser = overviews.slice(level);
  return {
    raster: level === 0 ? raster : { ...used, overviews: coarser.length > 0 ? async () => coarser : undefined },
    note: JSON.stringify(note),
  };
}

function checkResolution(resolution: ZonalOptions["resolution"]): void {
  if (resolution === "auto" || (typeof resolution === "number" && resolution > 0 && resolution < Infinity)) return;
  const message = `resolution cannot be ${JSON.stringify(resolution)}: give a cell size above 0 in units of the CRS, "native" or "auto".`;
  throw rastrumError("invalid-option", message, { option: "resolution", received: resolution });
}

function sideOf({ grid: { transform } }: Raster): number {
  return transform ? Math.max(...cellSizes(transform)) : Number.POSITIVE_INFINITY;
}

/** Cells of the smallest zone that has any; holes are taken off, whichever way they turn. */
function leastCells({ length, rings, paths }: PixelZones): number {
  let least = Number.POSITIVE_INFINITY;
  for (let zone = 0; zone < length; zone++) {
    let cells = 0;
    for (let polygon = rings.zoneOffsets[zone]; polygon < rings.zoneOffsets[zone + 1]; polygon++) {
      const [first, end] = [rings.polygonOffsets[polygon], rings.polygonOffsets[polygon + 1]];
      for (let ring = first; ring < end; ring++) cells += ring === first ? areaOf(rings, ring) : -areaOf(rings, ring);
    }
    if (cells > 0) least = Math.min(least, cells);
    if (paths && paths.zoneOffsets[zone] < paths.zoneOffsets[zone + 1]) least = 0;
  }
  return least === Number.POSITIVE_INFINITY ? 0 : least;
}

function areaOf({ coordinates, ringOffsets }: PixelZones["rings"], ring: number): number {
  let twice = 0;
  for (let at = ringOffsets[ring], end = ringOffsets[ring + 1]; at < end; at++) {
    const next = at + 1 < end ? at + 1 : ringOffsets[ring];
    twice += coordinates[2 * at] * coordinates[2 * next + 1] - coordinates[2 * next] * coordinates[2 * at + 1];
  }
  return Math.abs(twice) / 2;
}
