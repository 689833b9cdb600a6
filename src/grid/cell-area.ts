import { rastrumError } from "../errors.ts";
import type { Transform } from "./affine.ts";
import { prepareCrs, resolveCrs } from "./crs.ts";
import { productError } from "./exact-product.ts";
import type { Grid } from "./grid.ts";

export const areaUnits = ["area_cartesian", "area_spherical_m2", "area_spherical_km2", "area_geodesic_m2"] as const;

/** What `coverageWeight` multiplies the covered fraction by. */
export type AreaUnit = (typeof areaUnits)[number];

/** exactextract's sphere (0.3.0, src/raster_area.h): WGS 84's semi-major axis, whatever the CRS says. */
const SPHERE = { a: 6378137, es: 0 };

/** Semi-major axis in metres and squared eccentricity, negative where the poles are farther out than the equator. */
interface Ellipsoid {
  readonly a: number;
  readonly es: number;
}

/** The part of a meridian that a row of cells takes: the distance of its middle from the nearer pole, in radians. */
interface Span {
  readonly middle: number;
  readonly half: number;
}

/**
 * The area of one cell of each row (length `grid.height`): all cells of a row are alike.
 *
 * - `area_cartesian`: |determinant of the transform|, in units of the CRS squared; of any grid, rotated ones too.
 * - `area_spherical_m2`, `area_spherical_km2`: as exactextract has it, R²·Δλ·|sin φ₁ − sin φ₂| with R = 6378137 m. Without
 *   a CRS coordinates are taken as degrees, as there, where x stays within ±360 and rows reach latitudes of the globe.
 * - `area_geodesic_m2`: between two parallels and two meridians on the ellipsoid of the CRS, which must be known.
 *
 * Relative error below 1e-14, however small the cells. Where a cell crosses a pole (global grids with a row of centres
 * at ±90) only the part on this side counts; exactextract takes what lies beyond away from it and comes to 0.
 *
 * Throws `missing-transform`, `missing-crs`, `unknown-crs`, `unsupported` for rotated cells on the globe, and
 * `invalid-option` where coordinates are not degrees or a row lies wholly beyond a pole.
 */
export function cellAreas(grid: Grid, unit: AreaUnit): Float64Array {
  if (!grid.transform) {
    const message = `The raster has no transform, and ${unit} needs one: pass transform (CLI --transform a,b,c,d,e,f).`;
    throw rastrumError("missing-transform", message, { path: "raster" });
  }
  const [a, b, , d, e] = grid.transform;
  if (unit === "area_cartesian") return new Float64Array(grid.height).fill(Math.abs(a * e - b * d));
  if (b !== 0 || d !== 0) {
    const message = `The cells are rotated (transform [${grid.transform.join(", ")}]), which ${unit} does not support: use area_cartesian.`;
    throw rastrumError("unsupported", message, { what: `${unit} of rotated cells` });
  }
  const ellipsoid = ellipsoidOf(grid, grid.transform, unit);
  const factor = (unit === "area_spherical_km2" ? 1e-6 : 1) * radians(Math.abs(a)) * ellipsoid.a * ellipsoid.a;
  const areas = new Float64Array(grid.height);
  for (let row = 0; row < grid.height; row++) {
    const span = spanOfRow(grid.transform, row);
    if (!span) throw notDegrees(unit, `row ${row} lies beyond a pole (transform [${grid.transform.join(", ")}])`);
    areas[row] = factor * zoneArea(span, ellipsoid.es);
  }
  return areas;
}

/** The same, also of a CRS that nobody has read yet. */
export async function readCellAreas(grid: Grid, unit: AreaUnit): Promise<Float64Array> {
  await prepareCrs(grid.crs);
  return cellAreas(grid, unit);
}

function ellipsoidOf(grid: Grid, transform: Transform, unit: AreaUnit): Ellipsoid {
  if (grid.crs !== null) {
    const { geographic, projection, name } = resolveCrs(grid.crs, "raster");
    if (!geographic) throw notDegrees(unit, `its CRS is projected (${name.slice(0, 80)})`);
    return unit === "area_geodesic_m2" ? projection : SPHERE;
  }
  if (unit === "area_geodesic_m2") {
    const message = `The raster does not say its CRS, and ${unit} needs its ellipsoid: pass crs (CLI --crs).`;
    throw rastrumError("missing-crs", message, { path: "raster" });
  }
  const [a, , c] = transform;
  const farthest = Math.max(Math.abs(c), Math.abs(c + a * grid.width));
  if (!(farthest <= 360)) throw notDegrees(unit, `it has no CRS, and its x reaches ${farthest}`);
  return SPHERE;
}

function notDegrees(unit: AreaUnit, why: string) {
  const message =
    `coverageWeight "${unit}" needs a raster in degrees of longitude and latitude, and ${why}: ` +
    `use "area_cartesian", or pass the right crs and transform.`;
  return rastrumError("invalid-option", message, { option: "coverageWeight", received: unit });
}

/**
 * Null where the row is wholly beyond a pole. Near a pole, rounding of the latitude alone would cost small cells some
 * nine digits; so the middle, f + e·(row + ½), is kept as an unevaluated sum of two doubles, without any error.
 */
function spanOfRow([, , , , e, f]: Transform, row: number): Span | null {
  const offset = e * (row + 0.5);
  const latitude = f + offset;
  // Knuth's TwoSum.
  const part = latitude - f;
  const error = f - (latitude - part) + (offset - part) + productError(e, row + 0.5, offset);
  const fromPole = 90 - Math.abs(latitude) - (latitude < 0 ? -error : error);
  const half = Math.abs(e) / 2;
  const [near, far] = [Math.max(0, fromPole - half), Math.min(180, fromPole + half)];
  if (!(far > near)) return null;
  const cut = fromPole < half || far === 180;
  return cut
    ? { middle: radians((near + far) / 2), half: radians((far - near) / 2) }
    : { middle: radians(fromPole), half: radians(half) };
}

/**
 * Area between two parallels of an ellipsoid with a = 1, per radian of longitude: the difference of Snyder's
 * (1 − e²)·[sin φ / (1 − e² sin² φ) + artanh(e sin φ) / e] / 2 (Map Projections: A Working Manual, USGS 1987, eq. 3-12),
 * each term's difference written as a product with s₂ − s₁ = 2 cos(middle) sin(half), so that nothing cancels:
 * artanh u − artanh v = artanh((u − v) / (1 − u·v)).
 */
function zoneArea({ middle, half }: Span, es: number): number {
  const difference = 2 * Math.sin(middle) * Math.sin(half);
  if (es === 0) return difference;
  const [s1, s2] = [Math.cos(middle + half), Math.cos(middle - half)];
  const rational = (difference * (1 + es * s1 * s2)) / ((1 - es * s1 * s1) * (1 - es * s2 * s2));
  const eccentricity = Math.sqrt(Math.abs(es));
  const argument = (eccentricity * difference) / (1 - es * s1 * s2);
  const arc = (es > 0 ? Math.atanh(argument) : Math.atan(argument)) / eccentricity;
  return ((1 - es) * (rational + arc)) / 2;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
