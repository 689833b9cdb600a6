/**
 * Many zones in the raster's own CRS, on their way to its cells: the twin, to the bit, of src/zones/place-zones.ts and
 * src/grid/affine.ts where cells are not rotated. AssemblyScript (https://www.assemblyscript.org);
 * src/zones/place-many.ts calls it.
 */
import { productError } from "./exact-product";
import { growTo } from "./memory";
import { firstPolygon, firstRing, firstVertex, vertexAt } from "./rings";

export { free, place } from "./rings";
export { shift } from "./shift";

/** 1 + 2^-52 */
const NEXT: f64 = 1.0000000000000002;
/** 2^-53 */
const HALF_ULP: f64 = 1.1102230246251565e-16;

/** The outer corner of the first cell, and the size of cells. */
let originX: f64 = 0;
let originY: f64 = 0;
let sizeX: f64 = 1;
let sizeY: f64 = 1;
/** Of the grid. */
let rows: f64 = 0;
let columns: f64 = 0;

/**
 * What was measured: the range of x as zones came, the farthest place in cells, how many zones lie wholly outside the grid,
 * and what all cost.
 */
export let west: f64 = Infinity;
export let east: f64 = -Infinity;
export let farthest: f64 = 0;
export let outside: i32 = 0;
let cost: f64 = 0;

export function setGrid(x: f64, y: f64, cellWidth: f64, cellHeight: f64, height: f64, width: f64): void {
  originX = x;
  originY = y;
  sizeX = cellWidth;
  sizeY = cellHeight;
  rows = height;
  columns = width;
}

/** Forgets what was measured. */
export function begin(): void {
  west = Infinity;
  east = -Infinity;
  farthest = 0;
  outside = 0;
  cost = 0;
}

/**
 * Leaves at `at` minX, minY, maxX, maxY of each of the zones first … end − 1 in cells, and behind that what the zones up to
 * each cost, which src/zones/slice-zones.ts says. False where there is no memory.
 */
export function measure(first: i32, end: i32, at: usize): bool {
  const zones = <usize>(end - first);
  if (!growTo(at + zones * 40)) return false;
  let costs = at + zones * 32;
  let vertex = firstVertex(firstRing(firstPolygon(first)));
  for (let zone = first; zone < end; zone++, at += 32, costs += 8) {
    const stop = firstVertex(firstRing(firstPolygon(zone + 1)));
    measureZone(vertexAt(vertex), vertexAt(stop), at);
    const inGrid = min<f64>(rows, load<f64>(at, 24)) - max<f64>(0, load<f64>(at, 8));
    cost = cost + 1 + <f64>(stop - vertex) + max<f64>(0, inGrid);
    store<f64>(costs, cost);
    vertex = stop;
  }
  return true;
}

/**
 * From the extremes as they came follow those in cells, since no two numbers change places: not within 2^52 cells of the
 * grid's origin. Beyond, bounds may be a rounding off.
 */
function measureZone(vertex: usize, stop: usize, at: usize): void {
  let least = f64x2.splat(Infinity);
  let most = f64x2.splat(-Infinity);
  let odd = f64x2.splat(0); // no number once there is none, or an infinite one
  for (let from = vertex; from < stop; from += 16) {
    const corner = v128.load(from);
    least = f64x2.pmin(least, corner);
    most = f64x2.pmax(most, corner);
    odd = f64x2.add(odd, f64x2.sub(corner, corner));
  }
  if (vertex < stop) {
    west = min<f64>(west, f64x2.extract_lane(least, 0));
    east = max<f64>(east, f64x2.extract_lane(most, 0));
    const a = inCells(least);
    const b = inCells(most);
    least = f64x2.pmin(a, b);
    most = f64x2.pmax(a, b);
    const far = f64x2.add(f64x2.pmax(f64x2.abs(least), f64x2.abs(most)), odd);
    farthest = max<f64>(farthest, max<f64>(f64x2.extract_lane(far, 0), f64x2.extract_lane(far, 1)));
  }
  v128.store(at, least);
  v128.store(at, most, 16);
  const ends = f64x2.replace_lane(f64x2.splat(columns), 1, rows);
  const meets = v128.and(f64x2.gt(most, f64x2.splat(0)), f64x2.lt(least, ends));
  if (!i64x2.all_true(meets)) outside++;
}

/** Takes so many vertices at `at` to cells. */
export function toCells(at: usize, vertices: i32): void {
  for (const end = at + (<usize>vertices << 4); at < end; at += 16) v128.store(at, inCells(v128.load(at)));
}

@inline
function inCells(vertex: v128): v128 {
  const origins = f64x2.replace_lane(f64x2.splat(originX), 1, originY);
  const sizes = f64x2.replace_lane(f64x2.splat(sizeX), 1, sizeY);
  const quotient = f64x2.div(f64x2.sub(vertex, origins), sizes);
  const shifted = f64x2.sub(quotient, f64x2.splat(0.5));
  return v128.any_true(f64x2.eq(f64x2.floor(shifted), shifted)) ? besideCentres(vertex) : quotient;
}

function besideCentres(vertex: v128): v128 {
  const column = divide(f64x2.extract_lane(vertex, 0), originX, sizeX);
  const row = divide(f64x2.extract_lane(vertex, 1), originY, sizeY);
  return f64x2.replace_lane(f64x2.splat(column), 1, row);
}

/** The twin of `divideByCellSize`. */
function divide(value: f64, origin: f64, size: f64): f64 {
  const quotient = (value - origin) / size;
  const shifted = quotient - 0.5;
  return floor<f64>(shifted) === shifted ? beside(quotient, value, origin, size) : quotient;
}

function beside(quotient: f64, value: f64, origin: f64, size: f64): f64 {
  const difference = value - origin;
  const part = difference - value;
  const differenceError = value - (difference - part) - (origin + part);
  const product = quotient * size;
  const remainder = difference - product + (differenceError - productError(quotient, size, product));
  if (remainder === 0 || !isFinite<f64>(remainder)) return quotient;
  const ulp = abs<f64>(quotient) * HALF_ULP * NEXT;
  return remainder > 0 === size > 0 ? quotient + ulp : quotient - ulp;
}
