import { applyTransform, invertTransform, type Transform } from "../grid/affine.ts";
import { createTransformer, prepareCrs, resolveCrs } from "../grid/crs.ts";
import type { Dimension, Overview, Raster } from "./source.ts";
import { invalid } from "./zarr-fields.ts";

/** A level that may be an overview. */
export interface OverviewCandidate {
  readonly raster: Overview;
  /** Whether it is known to be made of the raster, or only one of the same levels, which may be finer too. */
  readonly derived: boolean;
}

/**
 * The overviews among levels of a raster, finest first. Those that are finer than the raster itself are none.
 * @throws `invalid-metadata` for one that is not of the same dimensions, CRS or place, or neither coarser nor finer.
 */
export async function checkedOverviews(base: Raster, candidates: readonly OverviewCandidate[]): Promise<Overview[]> {
  await prepareCrs(base.grid.crs, ...candidates.map(({ raster }) => raster.grid.crs));
  const found = candidates.flatMap(({ raster, derived }) => {
    const refuse = (what: string) => invalid(raster.name, `it is no overview of ${base.name}: ${what}`);
    if (!sameDimensions(base.dimensions, raster.dimensions)) throw refuse("its dimensions are others");
    const crs = raster.grid.crs ?? base.grid.crs;
    if (!isSameCrs(base.grid.crs, crs)) throw refuse(`its CRS is ${crs}, not ${base.grid.crs}`);
    const { transform } = raster.grid;
    if (!transform || !base.grid.transform) throw refuse("its transform, or that of the raster, is not known");
    const [y, x] = cellSizes(transform).map((size, i) => size / cellSizes(base.grid.transform as Transform)[i]);
    const isFiner = x <= 1 && y <= 1 && x * y < 1;
    if (isFiner && !derived) return [];
    if (!(x >= 1 && y >= 1 && x * y > 1)) throw refuse("its cells are not larger");
    if (!isSamePlace(base, raster, transform)) throw refuse("it covers other ground");
    // A CRS or labels that are said once are meant for all levels.
    return [{ ...raster, grid: { ...raster.grid, crs }, dimensions: base.dimensions }];
  });
  const area = ({ grid }: Raster) => cellSizes(grid.transform as Transform).reduce((product, size) => product * size);
  return found.sort((p, q) => area(p) - area(q));
}

/** Lengths of a cell's sides along a column (its height) and along a row (its width), in units of the CRS. */
export function cellSizes([a, b, , d, e]: Transform): [height: number, width: number] {
  return [Math.hypot(b, e), Math.hypot(a, d)];
}

function sameDimensions(p: readonly Dimension[], q: readonly Dimension[]): boolean {
  return p.length === q.length && p.every(({ name, size }, i) => name === q[i].name && size === q[i].size);
}

function isSameCrs(p: string | null, q: string | null): boolean {
  if (p === q) return true;
  if (p === null || q === null) return false;
  try {
    return createTransformer(resolveCrs(p, "raster"), resolveCrs(q, "raster")) === null;
  } catch {
    return false;
  }
}

/** Whether the edges lie within a cell of the overview of each other: where sizes do not divide, the last cell is larger. */
function isSamePlace({ grid: base }: Raster, { grid: { width, height } }: Raster, transform: Transform): boolean {
  const inverse = invertTransform(transform);
  if (!inverse) return false;
  const corners = [0, base.width].flatMap((column) =>
    [0, base.height].map((row) => {
      const [x, y] = applyTransform(base.transform as Transform, column, row);
      return applyTransform(inverse, x, y);
    }),
  );
  const isNear = (values: readonly number[], size: number) =>
    Math.abs(Math.min(...values)) <= 1 && Math.abs(Math.max(...values) - size) <= 1;
  return isNear(corners.map(([column]) => column), width) && isNear(corners.map(([, row]) => row), height); // biome-ignore format: one line
}
