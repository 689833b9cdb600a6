import { isRecord } from "./zarr-fields.ts";
import { type Hierarchy, parentPath } from "./zarr-hierarchy.ts";
import type { ArrayNode, GroupNode } from "./zarr-metadata.ts";
import type { Pyramid } from "./zarr-multiscales.ts";

/** https://github.com/zarr-conventions/multiscales; its name is the key, `multiscales` unless it is declared otherwise. */
export const MULTISCALES_UUID = "d35379db-88df-4056-af3a-620245f8e347";

/** Whether a group says that it has levels, so that the code which reads them is worth loading. */
export function mayHaveLevels({ attributes }: GroupNode): boolean {
  const { multiscales, ome, zarr_conventions: declared } = attributes;
  if (multiscales || ome) return true;
  return Array.isArray(declared) && declared.some((entry) => isRecord(entry) && entry.uuid === MULTISCALES_UUID);
}

/** The innermost pyramid around an array that it is a level of, or that cannot be read; costs no request once it is open. */
export async function findPyramid(
  hierarchy: Hierarchy,
  array: ArrayNode,
  signal: AbortSignal | undefined,
): Promise<Pyramid | null> {
  for (let path = array.path; path !== ""; ) {
    path = parentPath(path);
    const group = await hierarchy.sibling(path, signal);
    if (group?.kind !== "group" || !mayHaveLevels(group)) continue;
    const { levelOfArray, pyramidOf } = await import("./zarr-multiscales.ts");
    const pyramid = pyramidOf(group);
    if (!pyramid) continue;
    if (pyramid.fault !== null || (pyramid.levels.length > 1 && levelOfArray(pyramid.levels, array.path)))
      return pyramid;
  }
  return null;
}
