import { rastrumError } from "../errors.ts";
import type { Store } from "./store.ts";
import { findCoordinate } from "./zarr-coordinates.ts";
import type { Hierarchy } from "./zarr-hierarchy.ts";
import type { ArrayNode, Attributes } from "./zarr-metadata.ts";

/** Which axis of the array is which, and the arrays that give coordinates along them. */
export interface Axes {
  readonly y: number;
  readonly x: number;
  /** The non-spatial axes in the array's order, slowest first. */
  readonly others: readonly number[];
  /** A coordinate array an axis; null where there is none. */
  readonly coordinates: readonly (ArrayNode | null)[];
}

const Y_NAMES =
  /^(y|yc|lat|latitude|nav_lat|northing|rows?|rlat|grid_latitude|south_north|j|nj|projection_y_coordinate)$/i;
const X_NAMES =
  /^(x|xc|lon|long|longitude|nav_lon|easting|cols?|columns?|rlon|grid_longitude|west_east|i|ni|projection_x_coordinate)$/i;
const Y_STANDARD = /^(projection_y_coordinate|(grid_)?latitude)$/;
const X_STANDARD = /^(projection_x_coordinate|(grid_)?longitude)$/;
/** What xarray calls the dimensions of arrays that have no names. */
const NO_NAME = /^(dim|phony_dim)_\d+$/;

/**
 * Rows and columns by the spatial convention, by what the coordinates say of themselves (axis, standard_name), or by
 * name; without any names they are the last two axes.
 * @throws `unsupported` where they cannot be told.
 */
export async function findAxes(
  hierarchy: Hierarchy,
  array: ArrayNode,
  conventions: Attributes,
  signal: AbortSignal | undefined,
): Promise<Axes> {
  const names = array.dimensionNames ?? [];
  const rank = array.shape.length;
  const coordinates = await Promise.all(array.shape.map((_, axis) => findCoordinate(hierarchy, array, axis, signal)));
  const declared = declaredAxes(conventions["spatial:dimensions"], names);
  let y =
    declared?.y ?? single(coordinates, (c) => says(c, "Y", Y_STANDARD)) ?? single(names, (n) => Y_NAMES.test(n ?? ""));
  let x =
    declared?.x ?? single(coordinates, (c) => says(c, "X", X_STANDARD)) ?? single(names, (n) => X_NAMES.test(n ?? ""));
  if (y === null && x === null && names.every((name) => name === null || NO_NAME.test(name)))
    [y, x] = [rank - 2, rank - 1];
  if (y === null || x === null || y === x) throw cannotTell(hierarchy.store, array);
  const others = array.shape.map((_, axis) => axis).filter((axis) => axis !== y && axis !== x);
  return { y, x, others, coordinates };
}

function declaredAxes(dimensions: unknown, names: readonly (string | null)[]): { y: number; x: number } | null {
  if (!Array.isArray(dimensions) || dimensions.length !== 2) return null;
  const [y, x] = dimensions.map((name) => names.indexOf(name));
  return y >= 0 && x >= 0 ? { y, x } : null;
}

function says(coordinate: ArrayNode | null, axis: string, standardNames: RegExp): boolean {
  const { axis: said, standard_name: name } = coordinate?.attributes ?? {};
  return said === axis || (typeof name === "string" && standardNames.test(name));
}

/** The only index that fits; null where none or several do. */
function single<Item>(items: readonly Item[], fits: (item: Item) => boolean): number | null {
  const found = items.flatMap((item, index) => (fits(item) ? [index] : []));
  return found.length === 1 ? found[0] : null;
}

function cannotTell(store: Store, { path, dimensionNames, shape }: ArrayNode) {
  const what = `an array of the dimensions [${dimensionNames ?? shape}]`;
  const message = `${store.url}${path} is ${what}: which of them are rows and columns cannot be told; name them y and x.`;
  return rastrumError("unsupported", message, { what });
}
