import { isRastrumError, projectPoints, type Raster } from "rastrum";

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
export async function planWarp(raster: Raster): Promise<Warp | null> {
  const { transform, crs, width: columns, height: rows } = raster.grid;
  if (!transform || !crs) return null;
  const projection = await projectionOf(crs);
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
  // longitudes of 0…360 meet the map's −180…180: columns that a whole turn brings back are the same
  const turn = projection.geographic && b === 0 ? Math.abs(360 / a) : Number.POSITIVE_INFINITY;
  return { bounds, ...size, cells: cellsOf({ bounds, size, toCell, columns, rows, turn }) };
}

interface Projection {
  readonly forward: Project;
  readonly inverse: Project;
  /** Whether its coordinates are longitude and latitude. */
  readonly geographic: boolean;
}

async function projectionOf(crs: string): Promise<Projection | null> {
  const degrees = "OGC:CRS84";
  try {
    const [forward, inverse] = await Promise.all([projectPoints(crs, degrees), projectPoints(degrees, crs)]);
    const isKept = ([x, y]: [number, number]) => Math.abs(x - 10) < 0.01 && Math.abs(y - 45) < 0.01;
    return { forward, inverse, geographic: isKept(forward([10, 45])) };
  } catch (error) {
    if (isRastrumError(error, "unknown-crs")) return null;
    throw error;
  }
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

const mercatorY = (latitude: number): number => Math.asinh(Math.tan((latitude * Math.PI) / 180));
const latitudeOf = (mercator: number): number => (Math.atan(Math.sinh(mercator)) * 180) / Math.PI;

/** About one pixel a cell, and for coarse rasters several, so that cells have sharp edges. */
function pictureSize([west, south, east, north]: Warp["bounds"], columns: number, rows: number) {
  const aspect = ((east - west) * Math.PI) / 180 / (mercatorY(north) - mercatorY(south)) || 1;
  const enlarge = Math.max(1, Math.floor(MAX_PIXELS / Math.max(columns, rows)));
  const long = Math.min(MAX_PIXELS, Math.max(columns, rows) * Math.min(enlarge, 12));
  const [width, height] = aspect >= 1 ? [long, long / aspect] : [long * aspect, long];
  return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
}

interface Plan {
  readonly bounds: Warp["bounds"];
  readonly size: { readonly width: number; readonly height: number };
  readonly toCell: (longitude: number, latitude: number) => [number, number];
  readonly columns: number;
  readonly rows: number;
  /** Columns of a whole turn round the Earth. */
  readonly turn: number;
}

function cellsOf({ bounds: [west, south, east, north], size: { width, height }, ...plan }: Plan): Int32Array {
  const { toCell, columns, rows, turn } = plan;
  const [top, bottom] = [mercatorY(north), mercatorY(south)];
  const cells = new Int32Array(width * height).fill(-1);
  const latticeRow = (latticeY: number) =>
    Array.from({ length: Math.ceil(width / LATTICE) + 1 }, (_, latticeX) =>
      toCell(
        west + ((east - west) * latticeX * LATTICE) / width,
        latitudeOf(top + ((bottom - top) * latticeY * LATTICE) / height),
      ),
    );
  let [upper, lower] = [latticeRow(0), latticeRow(0)];
  for (let y = 0; y < height; y++) {
    const latticeY = Math.floor(y / LATTICE);
    if (y % LATTICE === 0) [upper, lower] = [y === 0 ? upper : lower, latticeRow(latticeY + 1)];
    const down = (y + 0.5) / LATTICE - latticeY;
    for (let x = 0; x < width; x++) {
      const left = Math.floor(x / LATTICE);
      const right = (x + 0.5) / LATTICE - left;
      const corners = [upper[left], upper[left + 1], lower[left], lower[left + 1]] as const;
      const [column, row] = [blend(corners, 0, right, down), blend(corners, 1, right, down)];
      const around = turn < Infinity ? column - turn * Math.floor(column / turn) : column;
      if (around < 0 || around >= columns || row < 0 || row >= rows) continue;
      cells[y * width + x] = Math.floor(row) * columns + Math.floor(around);
    }
  }
  return cells;
}

type Point = readonly [column: number, row: number];

/** Between the four corners nw, ne, sw, se of a lattice cell. */
function blend(
  [nw, ne, sw, se]: readonly [Point, Point, Point, Point],
  axis: 0 | 1,
  right: number,
  down: number,
): number {
  const north = nw[axis] * (1 - right) + ne[axis] * right;
  const south = sw[axis] * (1 - right) + se[axis] * right;
  return north * (1 - down) + south * down;
}
