import { rastrumError, type TaggedError } from "../errors.ts";
import { baseName, type Hierarchy, parentPath } from "./zarr-hierarchy.ts";
import type { ArrayNode, GroupNode, ZarrNode } from "./zarr-metadata.ts";
import type { Level } from "./zarr-multiscales.ts";
import { mayHaveLevels } from "./zarr-pyramid.ts";

/** Arrays listed at most in an error, and nodes looked at for the list. */
const MOST_LISTED = 50;
const MOST_VISITED = 2000;

/**
 * The array at `path`, or the only data array in the group there, or in a pyramid's native level. Where a server cannot
 * list and the metadata is not consolidated, names are tried that writers of single arrays use.
 * @throws `array-not-found` with the arrays that there are.
 */
export async function findArray(
  hierarchy: Hierarchy,
  path: string,
  signal: AbortSignal | undefined,
): Promise<ArrayNode> {
  const node = await hierarchy.node(path, signal);
  if (node?.kind === "array") {
    if (node.shape.length >= 2) return node;
    const arrays = (await dataArrays(hierarchy, "", signal)) ?? [];
    throw notFound(hierarchy, path, `has ${node.shape.length} dimensions, a raster has 2 or more`, arrays);
  }
  if (!node) throw notFound(hierarchy, path, "does not exist", await dataArrays(hierarchy, "", signal));
  const native = mayHaveLevels(node) ? await nativeLevelOf(node) : undefined;
  const isBelow = native && native.path !== path && (await readable(hierarchy, native.path, signal));
  if (isBelow) return findArray(hierarchy, native.path, signal);
  const arrays = await dataArrays(hierarchy, path, signal);
  const found = arrays ?? (await tryNames(hierarchy, path, signal));
  if (found.length === 1) return found[0];
  throw notFound(hierarchy, path, found.length === 0 ? "holds no raster" : `holds ${found.length} rasters`, arrays);
}

async function nativeLevelOf(group: GroupNode): Promise<Level | undefined> {
  const { nativeLevel, pyramidOf } = await import("./zarr-multiscales.ts");
  return nativeLevel(pyramidOf(group)?.levels ?? []);
}

/** Data arrays anywhere below a group; null where nobody can list. */
export async function dataArrays(hierarchy: Hierarchy, group: string, signal: AbortSignal | undefined) {
  const found: ArrayNode[] = [];
  const queue = [group];
  for (let visited = 0; queue.length > 0 && visited < MOST_VISITED; visited++) {
    const children = await hierarchy.children(queue.shift() as string);
    if (children === null) return null;
    const nodes = (await Promise.all(children.map((child) => readable(hierarchy, child, signal)))).filter(
      (n) => n !== null,
    );
    const arrays = nodes.filter((node) => node.kind === "array");
    found.push(...arrays.filter((array) => isData(array, arrays)));
    queue.push(...nodes.filter((node) => node.kind === "group").map((node) => node.path));
  }
  return found;
}

/** A broken neighbour must not hide the array that is asked for. */
async function readable(hierarchy: Hierarchy, path: string, signal: AbortSignal | undefined): Promise<ZarrNode | null> {
  try {
    return await hierarchy.node(path, signal);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof Error && "tag" in error) return null;
    throw error;
  }
}

/** Two or more dimensions, and no coordinate, bounds or grid mapping of a sibling. */
function isData(array: ArrayNode, siblings: readonly ArrayNode[]): boolean {
  const name = baseName(array.path);
  if (array.shape.length < 2 || array.dimensionNames?.includes(name)) return false;
  if (/_(bnds|bounds)$/.test(name) || /^(lat|lon|latitude|longitude|xc|yc)$/i.test(name)) return false;
  return !siblings.some(({ attributes }) =>
    [attributes.coordinates, attributes.bounds, attributes.grid_mapping].some(
      (names) => typeof names === "string" && names.split(/[\s:]+/).includes(name),
    ),
  );
}

/** Names that tools give to the only array of a group: xarray, rioxarray, GDAL (the group's own), multiscale pyramids. */
async function tryNames(hierarchy: Hierarchy, path: string, signal: AbortSignal | undefined): Promise<ArrayNode[]> {
  const names = ["data", baseName(path), "band_data", "__xarray_dataarray_variable__", "0"].filter(Boolean);
  for (const name of names) {
    const node = await readable(hierarchy, `${path}/${name}`, signal);
    if (node?.kind === "array" && node.shape.length >= 2) return [node];
  }
  return [];
}

function notFound(
  { store }: Hierarchy,
  path: string,
  what: string,
  found: readonly ArrayNode[] | null,
): TaggedError<"array-not-found"> {
  const arrays = (found ?? []).map((array) => array.path.slice(1));
  const shown = arrays.slice(0, MOST_LISTED).join(", ") + (arrays.length > MOST_LISTED ? ", …" : "");
  const place = path === "" ? "The root" : path.slice(1);
  const advice =
    found === null
      ? "its arrays cannot be listed (no consolidated metadata): give the path of one"
      : arrays.length > 0
        ? `give the path of one of: ${shown}`
        : "there is none in the whole store";
  const message = `${place} of ${store.url} ${what}; ${advice}.`;
  return rastrumError("array-not-found", message, { path: path.slice(1), arrays });
}

/** "a/b", "/a/b/" → "/a/b"; the root is "". @throws `invalid-option` for a path that leads out of the store. */
export function normalizePath(path: string | undefined): string {
  const names = (path ?? "").split("/").filter((name) => name !== "" && name !== ".");
  if (!names.includes("..")) return names.map((name) => `/${name}`).join("");
  throw rastrumError("invalid-option", `path must lead to an array within the store, not ${path}.`, {
    option: "path",
    received: path,
  });
}

/** `name` as an attribute of the array at `path` means it: absolute, or from the array's group. */
export function resolvePath(path: string, name: string): string {
  const names = name.startsWith("/") ? [] : parentPath(path).split("/").filter(Boolean);
  for (const part of name.split("/").filter((part) => part !== "" && part !== ".")) {
    if (part === "..") names.pop();
    else names.push(part);
  }
  return names.map((part) => `/${part}`).join("");
}
