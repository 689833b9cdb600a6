import { openChunks } from "./zarr-chunks.ts";
import { resolvePath } from "./zarr-find.ts";
import type { Hierarchy } from "./zarr-hierarchy.ts";
import type { ArrayNode } from "./zarr-metadata.ts";

/** Bounds of more cells are not read. */
const MOST_CELLS = 2 ** 20;
/** Neighbours share an edge if theirs are so close, in cells. */
const SAME_EDGE_CELLS = 1e-3;

/**
 * The edges of cells along an axis, one more than cells, from the array that the attribute `bounds` names: two numbers a
 * cell. Null where there is none, or where cells do not touch.
 * https://cfconventions.org/cf-conventions/cf-conventions.html#cell-boundaries
 */
export async function readBounds(
  hierarchy: Hierarchy,
  coordinate: ArrayNode,
  signal: AbortSignal | undefined,
): Promise<readonly number[] | null> {
  const { bounds } = coordinate.attributes;
  if (typeof bounds !== "string" || bounds === "") return null;
  const array = await hierarchy.sibling(resolvePath(coordinate.path, bounds), signal);
  const [cells] = coordinate.shape;
  if (array?.kind !== "array" || array.shape.length !== 2 || array.shape[0] !== cells || array.shape[1] !== 2)
    return null;
  const chunks = await openChunks(hierarchy.store, array);
  const [rows, columns] = chunks.recipe.shape;
  if (cells > MOST_CELLS || columns < 2) return null;
  const pairs: [number, number][] = [];
  for (let start = 0; start < cells; start += rows) {
    const { data, strides } = await chunks.read([start / rows, 0], signal);
    for (let row = 0; row < Math.min(rows, cells - start); row++) {
      pairs.push([Number(data[row * strides[0]]), Number(data[row * strides[0] + strides[1]])]);
    }
  }
  return edgesOf(pairs) ?? edgesOf(pairs.map(([a, b]) => [b, a]));
}

function edgesOf(pairs: readonly (readonly [number, number])[]): number[] | null {
  const touch = pairs.every(
    ([start, stop], i) => i === 0 || Math.abs(start - pairs[i - 1][1]) <= SAME_EDGE_CELLS * Math.abs(stop - start),
  );
  return touch && pairs.length > 0 ? [pairs[0][0], ...pairs.map(([, stop]) => stop)] : null;
}
