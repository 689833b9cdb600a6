import proj4 from "proj4";
import type { Raster } from "rastrum";

/** The picture that a map needs: its corners in degrees, and for every pixel the cell that is seen there. */
export interface Warp {
  /** West, south, east, north, in degrees; the rows between are even in Web Mercator, as the map's are. */
  readonly bounds: readonly [number, number, number, number];
  readonly width: number;
  readonly height: number;
  /** Row × raster width + column for each pixel; -1 outside the raster. */
  readonly cells: Int32Array;
}

const MAX_LATITUDE = 85.0511;
const MAX_PIXELS = 1600;
/** Pixels between points that are projected exactly; between them the bend is less than a tenth of a pixel. */
const LATTICE = 16;

type Project = (xy: [number, number]) => [number, number];

/** Plans the picture. Null where the raster does not say where it lies, or its CRS is unknown here. */
export function planWarp(raster: Raster): Warp | null {
  const { transform, crs, width: columns, height: rows } = raster.grid;
  if (!transform || !crs) return null;
  const projection = projectionOf(crs);
  if (!projection) return null;
  const [a, b, c, d, e, f] = transform;
  const determinant = a * e - b * d;
  const toCell = (longitude: number, latitude: number): [number, number] => {
    const [x, y] = projection.inverse([longitude, latitude]);
    return [(e * (x - c) - b * (y - f)) / determinant, (a * (y - f) - d * (x - c)) / determinant];
  };
  const toDegrees = (column: number, row: number) =>
    projection.forward([a * column + b * row + c, d * column + e * row + f]);
  const bounds = boundsOf(toDegrees, columns, rows);
  if (!bounds) return null;
  const size = pictureSize(bounds, columns, rows);
  const toCellAround = projection.geographic ? around(toCell, a, columns) : toCell;
  return { bounds, ...size, cells: cellsOf(bounds, size, toCellAround, columns, rows) };
}

function projectionOf(crs: string): { forward: Project; inverse: Project; geographic: boolean } | null {
  const same: Project = (xy) => xy;
  if (/CRS84$|EPSG:+4326$/i.test(crs)) return { forward: same, inverse: same, geographic: true };
  try {
    const converter = proj4(crs, "WGS84");
    const geographic = /^\s*GEOG/i.test(crs) || /\+proj=longlat/.test(crs);
    return { forward: (xy) => converter.forward(xy), inverse: (xy) => converter.inverse(xy), geographic };
  } catch {
    return null;
  }
}

/** Longitudes of 0…360 meet the map's −180…180. */
function around(toCell: (longitude: number, latitude: number) => [number, number], a: number, columns: number) {
  const turn = Math.abs(360 / a);
  return (longitude: number, latitude: number): [number, number] => {
    const [column, row] = toCell(longitude, latitude);
    if (column < 0 && column + turn <= columns) return [column + turn, row];
    if (column > columns && column - turn >= 0) return [column - turn, row];
    return [column, row];
  };
}

function boundsOf(toDegrees: (column: number, row: number) => [number, number], columns: number, rows: number) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let index = 0; index <= 32; index++) {
    const [column, row] = [(columns * index) / 32, (rows * index) / 32];
    for (const [x, y] of [toDegrees(column, 0), toDegrees(column, rows), toDegrees(0, row), toDegrees(columns, row)]) {
      [west, east] = [Math.min(west, x), Math.max(east, x)];
      [south, north] = [Math.min(south, y), Math.max(north, y)];
    }
  }
  [south, north] = [Math.max(south, -MAX_LATITUDE), Math.min(north, MAX_LATITUDE)];
  if (!(west < east && south < north)) return null;
  if (west >= 180) return [west - 360, south, east - 360, north] as const;
  if (east > 180)
    return east - west > 180 ? ([-180, south, 180, north] as const) : ([west, south, east, north] as const);
  return [west, south, east, north] as const;
}

export const mercatorY = (latitude: number): number => Math.asinh(Math.tan((latitude * Math.PI) / 180));
export const latitudeOf = (mercator: number): number => (Math.atan(Math.sinh(mercator)) * 180) / Math.PI;

/** About one pixel a cell, and for coarse rasters several, so that cells have sharp edges. */
function pictureSize([west, south, east, north]: Warp["bounds"], columns: number, rows: number) {
  const aspect = ((east - west) * Math.PI) / 180 / (mercatorY(north) - mercatorY(south)) || 1;
  const enlarge = Math.max(1, Math.floor(MAX_PIXELS / Math.max(columns, rows)));
  const long = Math.min(MAX_PIXELS, Math.max(columns, rows) * Math.min(enlarge, 12));
  const [width, height] = aspect >= 1 ? [long, long / aspect] : [long * aspect, long];
  return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
}

function cellsOf(
  [west, south, east, north]: Warp["bounds"],
  { width, height }: { width: number; height: number },
  toCell: (longitude: number, latitude: number) => [number, number],
  columns: number,
  rows: number,
): Int32Array {
  const [top, bottom] = [mercatorY(north), mercatorY(south)];
  const cells = new Int32Array(width * height).fill(-1);
  const across = Math.ceil(width / LATTICE) + 1;
  const exact = (latticeX: number, latticeY: number) =>
    toCell(
      west + ((east - west) * latticeX * LATTICE) / width,
      latitudeOf(top + ((bottom - top) * latticeY * LATTICE) / height),
    );
  let upper = Array.from({ length: across }, (_, x) => exact(x, 0));
  for (let latticeY = 0; latticeY * LATTICE < height; latticeY++) {
    const lower = Array.from({ length: across }, (_, x) => exact(x, latticeY + 1));
    const end = Math.min(height, (latticeY + 1) * LATTICE);
    for (let y = latticeY * LATTICE; y < end; y++) {
      const down = (y + 0.5 - latticeY * LATTICE) / LATTICE;
      for (let x = 0; x < width; x++) {
        const latticeX = Math.floor(x / LATTICE);
        const right = (x + 0.5 - latticeX * LATTICE) / LATTICE;
        const column = Math.floor(
          blend(upper[latticeX][0], upper[latticeX + 1][0], lower[latticeX][0], lower[latticeX + 1][0], right, down),
        );
        const row = Math.floor(
          blend(upper[latticeX][1], upper[latticeX + 1][1], lower[latticeX][1], lower[latticeX + 1][1], right, down),
        );
        if (column >= 0 && column < columns && row >= 0 && row < rows) cells[y * width + x] = row * columns + column;
      }
    }
    upper = lower;
  }
  return cells;
}

function blend(nw: number, ne: number, sw: number, se: number, right: number, down: number): number {
  return (nw * (1 - right) + ne * right) * (1 - down) + (sw * (1 - right) + se * right) * down;
}
