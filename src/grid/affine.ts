import { productError } from "./exact-product.ts";

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
 * The inverse of `transform` as two functions, or null where it is singular or not finite. Where cells are not rotated
 * it divides by the cell size, where `invertTransform` would multiply by a rounded reciprocal and add a rounded offset,
 * and a point keeps its side of the centres of cells exactly ({@link divideByCellSize}).
 */
export function createPixelMapping(transform: Transform): PixelMapping | null {
  if (invertTransform(transform) === null) return null;
  const [a, b, c, d, e, f] = transform;
  if (b === 0 && d === 0) return { column: (x) => divideByCellSize(x, c, a), row: (_, y) => divideByCellSize(y, f, e) };
  if (a === 0 && e === 0) return { column: (_, y) => divideByCellSize(y, f, d), row: (x) => divideByCellSize(x, c, b) };
  const determinant = a * e - b * d;
  return {
    column: (x, y) => (e * (x - c) - b * (y - f)) / determinant,
    row: (x, y) => (a * (y - f) - d * (x - c)) / determinant,
  };
}

/**
 * (value − origin) / size, rounded, but never onto the centre of a cell that it is not: there the side decides. With
 * cells of 1/3, say, 0.5 / 0.3333333333333333 is a little over 1.5 and would round to it; the next number over 1.5 is
 * returned, and the cell whose centre that is stays out. Borders of cells are left to rounding, which puts a vertex of
 * 1.5 on the border after five cells of 0.3 where its author meant it, though the double 0.3 is a little less than that.
 */
function divideByCellSize(value: number, origin: number, size: number): number {
  const quotient = (value - origin) / size;
  return Number.isInteger(quotient - 0.5) ? beside(quotient, value, origin, size) : quotient;
}

/** The quotient, if it is exact; else the next double on the side where the exact one is. */
function beside(quotient: number, value: number, origin: number, size: number): number {
  // Exact errors of the difference (Knuth's TwoSum) and of the product quotient × size (Dekker's TwoProduct).
  const difference = value - origin;
  const part = difference - value;
  const differenceError = value - (difference - part) - (origin + part);
  const product = quotient * size;
  const remainder = difference - product + (differenceError - productError(quotient, size, product));
  if (remainder === 0 || !Number.isFinite(remainder)) return quotient;
  // The next double up or down: Rump, Zimmermann, Boldo, Melquiond (2009), Computing predecessor and successor.
  const ulp = Math.abs(quotient) * 2 ** -53 * (1 + 2 ** -52);
  return remainder > 0 === size > 0 ? quotient + ulp : quotient - ulp;
}
