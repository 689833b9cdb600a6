import { rastrumError } from "../errors.ts";
import type { PixelMapping, Transform } from "../grid/affine.ts";
import type { Transformer } from "../grid/crs.ts";
import type { Grid } from "../grid/grid.ts";
import type { Footprint } from "./footprint.ts";
import type { PixelZones, Rings } from "./zones.ts";

/** Products of two coordinates, and their errors, must fit into doubles: exact verdicts on cells are made of them. */
export const FARTHEST = 2 ** 500;

/** How zones in the raster's own CRS come to its pixel space. */
interface Placing {
  readonly grid: Grid;
  readonly mapping: PixelMapping;
}

/** The same for zones of any CRS. */
export interface Projecting extends Placing {
  /** Smallest and largest longitude of a raster in degrees, also of a rotated pole; null for any other. */
  readonly longitudes: readonly [min: number, max: number] | null;
  /** null where zones are in the raster's CRS already: then vertices go through the mapping alone. */
  readonly transformer: Transformer | null;
  /** The longitude in the middle of a projection that tears the globe apart, where zones are in degrees; else null. */
  readonly seam: number | null;
  /** Where the raster lies in the zones' CRS; null where all zones are to be projected. */
  readonly footprint: Footprint | null;
}

/** Of zones in the raster's own CRS each vertex goes to cells by itself, and no zone is left out. */
export function placeZones(rings: Rings, { mapping, grid }: Placing, firstRow: number): PixelZones {
  const given = rings.coordinates;
  const coordinates = new Float64Array(given.length);
  for (let i = 0; i < given.length; i += 2) {
    const x = given[i];
    const y = given[i + 1];
    const column = mapping.column(x, y);
    const row = mapping.row(x, y);
    if (isTooFar(column, row)) throw misplaced(firstRow + zoneOfVertex(rings, i / 2), x, y, column, row, grid);
    coordinates[i] = column;
    coordinates[i + 1] = row;
  }
  const placed = { ...rings, coordinates };
  return { length: rings.zoneOffsets.length - 1, rings: placed, bounds: boundsOfZones(placed) };
}

function zoneOfVertex({ ringOffsets, polygonOffsets, zoneOffsets }: Rings, vertex: number): number {
  let zone = 0;
  while (ringOffsets[polygonOffsets[zoneOffsets[zone + 1]]] <= vertex) zone++;
  return zone;
}

export function boundsOfZones({ coordinates, ringOffsets, polygonOffsets, zoneOffsets }: Rings): Float64Array {
  const zones = zoneOffsets.length - 1;
  const bounds = new Float64Array(4 * zones);
  for (let zone = 0; zone < zones; zone++) {
    let minX = Number.POSITIVE_INFINITY;
    let minY = Number.POSITIVE_INFINITY;
    let maxX = Number.NEGATIVE_INFINITY;
    let maxY = Number.NEGATIVE_INFINITY;
    const end = ringOffsets[polygonOffsets[zoneOffsets[zone + 1]]];
    for (let vertex = ringOffsets[polygonOffsets[zoneOffsets[zone]]]; vertex < end; vertex++) {
      const x = coordinates[2 * vertex];
      const y = coordinates[2 * vertex + 1];
      if (x < minX) minX = x;
      if (x > maxX) maxX = x;
      if (y < minY) minY = y;
      if (y > maxY) maxY = y;
    }
    bounds[4 * zone] = minX;
    bounds[4 * zone + 1] = minY;
    bounds[4 * zone + 2] = maxX;
    bounds[4 * zone + 3] = maxY;
  }
  return bounds;
}

/** The raster's smallest and largest x: those of two of its corners. */
export function rangeOfX({ transform, width, height }: Grid): [number, number] {
  const [a, b, c] = transform as Transform;
  const corners = [c, c + a * width, c + b * height, c + a * width + b * height];
  return [Math.min(...corners), Math.max(...corners)];
}

/** Also where they are no numbers. */
export function isTooFar(column: number, row: number): boolean {
  return !(Math.abs(column) < FARTHEST && Math.abs(row) < FARTHEST);
}

export function misplaced(zone: number, x: number, y: number, column: number, row: number, grid: Grid) {
  return Number.isFinite(column) && Number.isFinite(row) ? tooFar(zone, x, y) : noImage(zone, x, y, grid);
}

export function noImage(zone: number, x: number, y: number, { crs }: Grid) {
  const message = `Feature ${zone} passes through [${x}, ${y}], which has no image in the raster's CRS ${shortened(crs)}; `;
  const advice = "clip it to where that CRS is valid, or say the zones' CRS by the option zonesCrs.";
  return rastrumError("invalid-zones", message + advice, { feature: zone });
}

function tooFar(zone: number, x: number, y: number) {
  const message = `Feature ${zone} passes through [${x}, ${y}], more than 2^500 cells away from the raster; `;
  return rastrumError("invalid-zones", `${message}clip it to the raster's surroundings.`, { feature: zone });
}

export function shortened(crs: string | null): string {
  return crs && crs.length > 60 ? `${crs.slice(0, 57)}…` : `${crs}`;
}
