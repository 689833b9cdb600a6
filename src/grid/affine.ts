/**
 * Affine transforms in rasterio's order `[a, b, c, d, e, f]`: x = a·column + b·row + c, y = d·column + e·row + f,
 * with (0, 0) the outer corner of the first cell.
 */
export type Transform = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** From GDAL's order `[c, a, b, f, d, e]`. */
export function transformFromGdal(gdal: readonly number[]): Transform {
  const [c, a, b, f, d, e] = gdal;
  return [a, b, c, d, e, f];
}

/** The transform that undoes `transform`, or null where it is singular or not finite. */
export function invertTransform(transform: Transform): Transform | null {
  const [a, b, c, d, e, f] = transform;
  const determinant = a * e - b * d;
  if (!Number.isFinite(determinant) || determinant === 0) return null;
  const inverse: Transform = [
    e / determinant,
    -b / determinant,
    (b * f - c * e) / determinant,
    -d / determinant,
    a / determinant,
    (c * d - a * f) / determinant,
  ];
  return inverse.every(Number.isFinite) ? inverse : null;
}

/** (column, row) → (x, y), or with the inverse transform (x, y) → (column, row). */
export function applyTransform(transform: Transform, column: number, row: number): [number, number] {
  const [a, b, c, d, e, f] = transform;
  return [a * column + b * row + c, d * column + e * row + f];
}

/** CRS units → cell units, one function a coordinate so that a vertex costs no array. */
export interface PixelMapping {
  column(x: number, y: number): number;
  row(x: number, y: number): number;
}

/**
 * The inverse of `transform` as two functions, or null where it is singular or not finite. It subtracts the origin and
 * then divides by the cell size, where `invertTransform` would multiply by a rounded reciprocal and add a rounded
 * offset: so points on borders and centres of cells come out as whole and half numbers wherever x − c is exact,
 * and within an ulp or so elsewhere.
 */
export function createPixelMapping(transform: Transform): PixelMapping | null {
  if (invertTransform(transform) === null) return null;
  const [a, b, c, d, e, f] = transform;
  if (b === 0 && d === 0) return { column: (x) => (x - c) / a, row: (_, y) => (y - f) / e };
  if (a === 0 && e === 0) return { column: (_, y) => (y - f) / d, row: (x) => (x - c) / b };
  const determinant = a * e - b * d;
  return {
    column: (x, y) => (e * (x - c) - b * (y - f)) / determinant,
    row: (x, y) => (a * (y - f) - d * (x - c)) / determinant,
  };
}
