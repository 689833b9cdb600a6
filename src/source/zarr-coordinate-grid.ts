import { rastrumError } from "../errors.ts";
import type { Transform } from "../grid/affine.ts";
import type { Store } from "./store.ts";
import type { Axes } from "./zarr-axes.ts";
import { readNumbers } from "./zarr-coordinates.ts";
import type { ArrayNode } from "./zarr-metadata.ts";

/** A cell centre may be this far from its place in a regular row, in cells (and by the rounding of its type). */
const TOLERANCE_CELLS = 1e-3;
const FLOAT32_ROUNDING = 2 ** -22;

/**
 * The transform from 1-D coordinates, which are cell centres in either direction; null where an axis has none or only
 * one cell. @throws `invalid-metadata` where they are not regular.
 */
export async function coordinateTransform(
  store: Store,
  array: ArrayNode,
  { y, x, coordinates }: Axes,
  signal: AbortSignal | undefined,
): Promise<Transform | null> {
  const yArray = coordinates[y];
  const xArray = coordinates[x];
  if (!yArray || !xArray || array.shape[y] < 2 || array.shape[x] < 2) return null;
  const [ys, xs] = await Promise.all([readNumbers(store, yArray, signal), readNumbers(store, xArray, signal)]);
  if (!ys || !xs) return null;
  const rows = regularSteps(store, yArray, ys);
  const columns = regularSteps(store, xArray, xs);
  const left = columns.first - columns.step / 2;
  const right = left + columns.step * xs.length;
  // Longitudes of 0 to 360 that are all in the western hemisphere mean the same grid one turn back.
  const west = isLongitude(array, x, xArray) && Math.min(left, right) >= 180 && Math.max(left, right) <= 360 + 1e-6;
  return [columns.step, 0, west ? left - 360 : left, 0, rows.step, rows.first - rows.step / 2];
}

function regularSteps(store: Store, { path, dataType }: ArrayNode, values: readonly number[]) {
  const first = values[0];
  const last = values[values.length - 1];
  const step = (last - first) / (values.length - 1);
  const rounding = dataType === "float32" ? FLOAT32_ROUNDING * Math.max(Math.abs(first), Math.abs(last)) : 0;
  const tolerance = TOLERANCE_CELLS * Math.abs(step) + rounding;
  const odd = values.findIndex((value, i) => !(Math.abs(value - (first + i * step)) <= tolerance));
  if (odd < 0 && step !== 0) return { first, step };
  const where = `${store.url}${path}`;
  const message = `${where} is not regular (at index ${Math.max(odd, 0)}: ${values[Math.max(odd, 0)]}), so it makes no grid; give the option transform if there is one.`;
  throw rastrumError("invalid-metadata", message, { path: where });
}

function isLongitude(array: ArrayNode, axis: number, { attributes }: ArrayNode): boolean {
  return (
    /^(lon|long|longitude)$/i.test(array.dimensionNames?.[axis] ?? "") ||
    attributes.standard_name === "longitude" ||
    /^degrees?_?e(ast)?$/i.test(String(attributes.units ?? ""))
  );
}
