import { densifyEdge, type EdgePoint } from "./edges.ts";
import { PathsBuilder } from "./paths-builder.ts";
import { isTooFar, misplaced, noImage, type Projecting } from "./place-zones.ts";
import { torn } from "./project-zones.ts";
import { rangeOfXs, turnsOf } from "./turns.ts";
import type { Paths } from "./zones.ts";

/** A point in the zones' CRS → where it is in cells. */
type Locate = (x: number, y: number) => EdgePoint;

/**
 * Lines and points in pixel space, with vertices where edges bend. A path beside the footprint is left out; on a
 * geographic raster each is turned by 360° to where the raster lies, to both sides of its seam where it crosses that. `firstRow` is for messages.
 */
export function placePaths(paths: Paths, projecting: Projecting, firstRow: number): Paths | undefined {
  const { coordinates, pathOffsets, zoneOffsets } = paths;
  const placed = new PathsBuilder();
  for (let zone = 0; zone + 1 < zoneOffsets.length; zone++) {
    for (let path = zoneOffsets[zone]; path < zoneOffsets[zone + 1]; path++) {
      const given = coordinates.subarray(2 * pathOffsets[path], 2 * pathOffsets[path + 1]);
      if (projecting.footprint && !projecting.footprint(given)) continue;
      for (const locate of locators(given, firstRow + zone, projecting)) {
        pushBent(placed, given, firstRow + zone, projecting, locate);
        placed.endPath();
      }
    }
    placed.endZone();
  }
  return placed.finish();
}

/** Pushes one path, in cells; edges of zones in the raster's own CRS are straight. */
function pushBent(
  placed: PathsBuilder,
  given: Float64Array,
  zone: number,
  projecting: Projecting,
  locate: Locate,
): void {
  let from = locate(given[0], given[1]);
  placed.push(from.column, from.row);
  const push = (column: number, row: number) => placed.push(column, row);
  for (let i = 2; i < given.length; i += 2) {
    const to = locate(given[i], given[i + 1]);
    if (projecting.transformer && !densifyEdge(from, to, projecting.grid, locate, push)) {
      throw torn(zone, from, to, projecting.grid);
    }
    placed.push(to.column, to.row);
    from = to;
  }
}

/** One, or two for a path that crosses the seam of a raster in degrees. */
function locators(given: Float64Array, zone: number, projecting: Projecting): Locate[] {
  const { transformer, mapping, longitudes, grid } = projecting;
  const image = (x: number, y: number) => (transformer ? transformer([x, y]) : [x, y]);
  const projected = new Float64Array(given.length);
  for (let i = 0; i < given.length; i += 2) {
    const [x, y] = image(given[i], given[i + 1]);
    if (!Number.isFinite(x) || !Number.isFinite(y)) throw noImage(zone, given[i], given[i + 1], grid);
    projected[i] = x;
  }
  const turns = longitudes ? turnsOf(rangeOfXs(projected, 0, projected.length), longitudes) : [0];
  return turns.map((shift) => (x, y) => {
    const [imageX, imageY] = image(x, y);
    const column = mapping.column(imageX + shift, imageY);
    const row = mapping.row(imageX + shift, imageY);
    if (isTooFar(column, row)) throw misplaced(zone, x, y, column, row, grid);
    return { x, y, column, row };
  });
}

/** minX, minY, maxX, maxY a zone, of its rings and its paths. */
export function widenedBounds(ofRings: Float64Array, paths: Paths): Float64Array {
  const { coordinates, pathOffsets, zoneOffsets } = paths;
  const bounds = ofRings.slice();
  for (let zone = 0; zone + 1 < zoneOffsets.length; zone++) {
    const stop = pathOffsets[zoneOffsets[zone + 1]];
    for (let vertex = pathOffsets[zoneOffsets[zone]]; vertex < stop; vertex++) {
      for (const axis of [0, 1]) {
        const value = coordinates[2 * vertex + axis];
        bounds[4 * zone + axis] = Math.min(bounds[4 * zone + axis], value);
        bounds[4 * zone + 2 + axis] = Math.max(bounds[4 * zone + 2 + axis], value);
      }
    }
  }
  return bounds;
}
