import type { Transform } from "../grid/affine.ts";
import type { Grid } from "../grid/grid.ts";
import type { Axes } from "./zarr-axes.ts";
import { conventionCrs, conventionTransform } from "./zarr-conventions.ts";
import type { coordinateTransform } from "./zarr-coordinate-grid.ts";
import { findGridMapping, mappingCrs, mappingTransform, metresOf } from "./zarr-grid-mapping.ts";
import type { Hierarchy } from "./zarr-hierarchy.ts";
import type { ArrayNode, Attributes } from "./zarr-metadata.ts";

export interface GridOverrides {
  readonly crs?: string;
  readonly transform?: Transform;
}

/**
 * The grid of an array: what the caller says, else the GeoZarr conventions, else the CF grid mapping, else the
 * coordinates. crs and transform are null where nothing says them.
 * @throws `invalid-metadata` where only coordinates are there and they are not regular.
 */
export async function zarrGrid(
  hierarchy: Hierarchy,
  array: ArrayNode,
  axes: Axes,
  conventions: Attributes,
  overrides: GridOverrides,
  signal: AbortSignal | undefined,
): Promise<Grid> {
  const height = array.shape[axes.y];
  const width = array.shape[axes.x];
  const mapping = await findGridMapping(hierarchy, array, signal);
  const crs = overrides.crs ?? zarrCrs(array, axes, conventions, mapping);
  const transform =
    overrides.transform ??
    conventionTransform(conventions, width, height) ??
    mappingTransform(mapping) ??
    inMetres(await fromCoordinates(hierarchy, array, axes, signal), axes, mapping);
  return { crs, transform, width, height };
}

function inMetres(transform: Transform | null, { y, x, coordinates }: Axes, mapping: Attributes | null) {
  if (!transform) return null;
  const [a, b, c, d, e, f] = transform;
  const [across, along] = [x, y].map((axis) => metresOf(mapping, coordinates[axis]?.attributes.units));
  return [a * across, b * across, c * across, d * along, e * along, f * along] as const;
}

/** Loaded where nothing else says the transform. */
async function fromCoordinates(...of: Parameters<typeof coordinateTransform>): Promise<Transform | null> {
  const { coordinateTransform } = await import("./zarr-coordinate-grid.ts");
  return coordinateTransform(...of);
}

/** What the conventions, the grid mapping or the coordinates say; null where nothing does. */
export function zarrCrs(
  array: ArrayNode,
  axes: Axes,
  conventions: Attributes,
  mapping: Attributes | null,
): string | null {
  return (
    conventionCrs(conventions) ??
    mappingCrs(mapping, array.attributes) ??
    (hasDegrees(array, axes) ? "OGC:CRS84" : null)
  );
}

/** Longitudes and latitudes by name or unit, for which nothing else says a CRS. */
function hasDegrees(array: ArrayNode, { y, x, coordinates }: Axes): boolean {
  const along = (axis: number, names: RegExp, unit: RegExp) =>
    names.test(array.dimensionNames?.[axis] ?? "") || unit.test(String(coordinates[axis]?.attributes.units ?? ""));
  return (
    along(y, /^(lat|latitude)$/i, /^degrees?_?n(orth)?$/i) &&
    along(x, /^(lon|long|longitude)$/i, /^degrees?_?e(ast)?$/i)
  );
}
