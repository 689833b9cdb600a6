import { applyTransform } from "../grid/affine.ts";
import type { Transformer } from "../grid/crs.ts";
import type { Grid } from "../grid/grid.ts";

/** Tells whether a zone may meet the raster, from the zone's vertices x0, y0, x1, y1, … in the zones' own CRS. */
export type Footprint = (given: Float64Array) => boolean;

/** Steps of the lattice of points along each side of the raster. */
const STEPS = 32;

/**
 * The raster's rectangle in the zones' CRS: a lattice of its points taken there, and a margin of the longest step of
 * the lattice, so that nothing between its points is missed. Zones outside need no image in the raster's CRS, and may
 * have none: the countries of the world have none in one UTM zone. null where some point of the raster has no place
 * in the zones' CRS; then every zone may meet it.
 *
 * @param period added to and taken from x for another try: 360 where the zones' CRS is geographic, else 0
 */
export function createFootprint(grid: Grid, toZones: Transformer, period: number): Footprint | null {
  const bounds = boundsInZones(grid, toZones);
  if (!bounds) return null;
  const [minX, minY, maxX, maxY] = bounds;
  return (given) => {
    const [west, east, south, north] = boundsOf(given);
    if (!(north >= minY && south <= maxY)) return false;
    return [0, period, -period].some((shift) => east + shift >= minX && west + shift <= maxX);
  };
}

/** minX, minY, maxX, maxY of the raster and its margin, in the zones' CRS; null where not all of it has a place there. */
export function boundsInZones(grid: Grid, toZones: Transformer): [number, number, number, number] | null {
  const { transform, width, height } = grid;
  if (!transform) return null;
  const lattice = Array.from({ length: STEPS + 1 }, (_, i) =>
    Array.from({ length: STEPS + 1 }, (_, j) =>
      toZones(applyTransform(transform, (j * width) / STEPS, (i * height) / STEPS)),
    ),
  );
  if (!lattice.flat(2).every(Number.isFinite)) return null;
  const [minX, maxX] = rangeWithMargin(lattice.map((row) => row.map(([x]) => x)));
  const [minY, maxY] = rangeWithMargin(lattice.map((row) => row.map(([, y]) => y)));
  return [minX, minY, maxX, maxY];
}

function rangeWithMargin(values: readonly (readonly number[])[]): [number, number] {
  let step = 0;
  for (let i = 0; i <= STEPS; i++) {
    for (let j = 0; j < STEPS; j++) {
      step = Math.max(step, Math.abs(values[i][j + 1] - values[i][j]), Math.abs(values[j + 1][i] - values[j][i]));
    }
  }
  const all = values.flat();
  return [Math.min(...all) - step, Math.max(...all) + step];
}

function boundsOf(given: Float64Array): [west: number, east: number, south: number, north: number] {
  let [west, east] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [south, north] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < given.length; i += 2) {
    west = Math.min(west, given[i]);
    east = Math.max(east, given[i]);
    south = Math.min(south, given[i + 1]);
    north = Math.max(north, given[i + 1]);
  }
  return [west, east, south, north];
}
