import { applyTransform } from "../grid/affine.ts";
import { createTransformer, prepareCrs, resolveCrs } from "../grid/crs.ts";
import type { Grid } from "../grid/grid.ts";
import { boundsInZones } from "./footprint.ts";
import type { FormatOptions, MayMeet } from "./formats/format.ts";

/**
 * Tells which zones of a file may have cells of a raster, before they are read. Those of longitude and latitude may lie a
 * turn further on or back; those wider than half a turn may mean the other way round, and are not judged by x.
 * @param zonesCrs CRS of the zones, or "raster", where that of the file does not count
 */
export function mayMeetRaster(grid: Grid, zonesCrs?: string | null): NonNullable<FormatOptions["mayMeetIn"]> {
  return async (crs) => {
    if (!grid.transform) return null;
    const asked = zonesCrs ?? crs ?? "OGC:CRS84";
    if (asked === "raster") return meeting(cornerBounds(grid), false);
    if (grid.crs === null) return null;
    await prepareCrs(asked, grid.crs);
    const from = resolveCrs(asked, "zones");
    const toZones = createTransformer(resolveCrs(grid.crs, "raster"), from);
    return meeting(toZones ? boundsInZones(grid, toZones) : cornerBounds(grid), from.geographic);
  };
}

type Bounds = readonly [minX: number, minY: number, maxX: number, maxY: number];

function meeting(bounds: Bounds | null, isGeographic: boolean): MayMeet | null {
  if (!bounds) return null;
  const [left, bottom, right, top] = bounds;
  const shifts = isGeographic ? [0, 360, -360] : [0];
  return (minX, minY, maxX, maxY) => {
    if (!(minY <= top && maxY >= bottom)) return false;
    if (isGeographic && maxX - minX > 180) return true;
    return shifts.some((shift) => minX + shift <= right && maxX + shift >= left);
  };
}

/** Of a raster in the zones' own CRS, with a cell more on each side. */
function cornerBounds({ transform, width, height }: Grid): Bounds | null {
  if (!transform) return null;
  const corners = [
    [-1, -1],
    [width + 1, -1],
    [-1, height + 1],
    [width + 1, height + 1],
  ].map(([column, row]) => applyTransform(transform, column, row));
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
