import { rastrumError } from "../errors.ts";
import type { Transform } from "../grid/affine.ts";
import type { Axes } from "./zarr-axes.ts";
import { readBounds } from "./zarr-bounds.ts";
import { readNumbers } from "./zarr-coordinates.ts";
import type { Hierarchy } from "./zarr-hierarchy.ts";
import { type Lattice, latticeOf } from "./zarr-lattice.ts";
import type { ArrayNode } from "./zarr-metadata.ts";

/**
 * The transform from 1-D coordinates, which are cell centres in either direction; null where an axis has none or only
 * one cell. Where centres are not regular, the edges that CF's `bounds` give may be.
 * @throws `invalid-metadata` where neither are.
 */
export async function coordinateTransform(
  hierarchy: Hierarchy,
  array: ArrayNode,
  { y, x, coordinates }: Axes,
  signal: AbortSignal | undefined,
): Promise<Transform | null> {
  const [yArray, xArray] = [coordinates[y], coordinates[x]];
  if (!yArray || !xArray) return null;
  const [rows, columns] = await Promise.all([
    axisLattice(hierarchy, yArray, signal),
    axisLattice(hierarchy, xArray, signal),
  ]);
  if (!rows || !columns) return null;
  const left = columns.edge;
  const right = left + columns.step * array.shape[x];
  // Longitudes of 0 to 360 that are all in the western hemisphere mean the same grid one turn back.
  const west = isLongitude(array, x, xArray) && Math.min(left, right) >= 180 && Math.max(left, right) <= 360 + 1e-6;
  return [columns.step, 0, west ? left - 360 : left, 0, rows.step, rows.edge];
}

async function axisLattice(
  hierarchy: Hierarchy,
  coordinate: ArrayNode,
  signal: AbortSignal | undefined,
): Promise<Lattice | null> {
  const centres = await readNumbers(hierarchy.store, coordinate, signal);
  if (!centres) return null;
  const lattice = centres.length < 2 ? null : latticeOf(centres, "centres");
  if (lattice) return lattice;
  const edges = await readBounds(hierarchy, coordinate, signal);
  const byEdges = edges && latticeOf(edges, "edges");
  if (byEdges || centres.length < 2) return byEdges;
  const step = centres[1] - centres[0];
  const odd = centres.findIndex((value, i) => !(Math.abs(value - (centres[0] + i * step)) <= 0.01 * Math.abs(step)));
  const where = `${hierarchy.store.url}${coordinate.path}`;
  const at = Math.max(odd, 0);
  const message = `${where} is not regular (at index ${at}: ${centres[at]}), so it makes no grid${coordinate.attributes.bounds === undefined ? "" : ", nor do its bounds"}; give the option transform if there is one.`;
  throw rastrumError("invalid-metadata", message, { path: where });
}

function isLongitude(array: ArrayNode, axis: number, { attributes }: ArrayNode): boolean {
  return (
    /^(lon|long|longitude)$/i.test(array.dimensionNames?.[axis] ?? "") ||
    attributes.standard_name === "longitude" ||
    /^degrees?_?e(ast)?$/i.test(String(attributes.units ?? ""))
  );
}
