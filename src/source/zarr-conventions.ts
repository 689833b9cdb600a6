import { invertTransform, type Transform } from "../grid/affine.ts";
import { isRecord } from "./zarr-fields.ts";
import { type Hierarchy, parentPath } from "./zarr-hierarchy.ts";
import type { ArrayNode, Attributes } from "./zarr-metadata.ts";
import { mayHaveLevels } from "./zarr-pyramid.ts";

/** Conventions are known by UUID (https://github.com/zarr-conventions); the names are prefixes of their keys. */
const UUIDS: Record<string, string> = {
  "f17cb550-5864-4468-aeb7-f3180cfb622f": "proj:",
  "689b58e2-cf7b-45e0-9fff-9cfc0883d6b4": "spatial:",
};

/**
 * The attributes `proj:…` and `spatial:…` that hold for an array: its own, else those of the groups around it.
 * A convention that is declared under another prefix is put under the usual one.
 */
export async function conventionAttributes(
  hierarchy: Hierarchy,
  array: ArrayNode,
  signal: AbortSignal | undefined,
): Promise<Attributes> {
  let found: Attributes = usualKeys(array.attributes);
  for (let path = array.path; path !== ""; ) {
    path = parentPath(path);
    const group = await hierarchy.sibling(path, signal);
    if (group?.kind !== "group") continue;
    const inherited = usualKeys(group.attributes);
    // A pyramid's group describes its finest level.
    if (!sameShape(inherited["spatial:shape"], array)) delete inherited["spatial:transform"];
    if (mayHaveLevels(group)) {
      const { levelAttributes } = await import("./zarr-multiscales.ts");
      Object.assign(inherited, levelAttributes(group, array.path, usualKeys(group.attributes)["spatial:transform"]));
    }
    found = { ...withoutRivals(inherited, found), ...found };
  }
  return found;
}

function usualKeys(attributes: Attributes): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(attributes)) if (/^(proj|spatial):/.test(key)) found[key] = value;
  const declared = Array.isArray(attributes.zarr_conventions) ? attributes.zarr_conventions.filter(isRecord) : [];
  for (const { uuid, name } of declared) {
    const usual = UUIDS[String(uuid)];
    if (usual === undefined || typeof name !== "string" || name === "") continue;
    const prefix = name.endsWith(":") ? name : `${name}:`;
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith(prefix)) found[usual + key.slice(prefix.length)] ??= value;
    }
  }
  return found;
}

/** An array that says its transform must not get a bounding box from its group, nor a CRS in other words. */
function withoutRivals(inherited: Attributes, own: Attributes): Attributes {
  const has = (...keys: string[]) => keys.some((key) => own[key] !== undefined && own[key] !== null);
  const placed = has("spatial:transform", "spatial:bbox");
  const projected = has("proj:code", "proj:wkt2", "proj:projjson");
  return Object.fromEntries(
    Object.entries(inherited).filter(
      ([key]) =>
        !(placed && /^spatial:(transform|bbox|registration)$/.test(key)) && !(projected && key.startsWith("proj:")),
    ),
  );
}

function sameShape(shape: unknown, array: ArrayNode): boolean {
  if (!Array.isArray(shape)) return true;
  return shape.every((length) => array.shape.includes(length));
}

export function conventionCrs(conventions: Attributes): string | null {
  const { "proj:code": code, "proj:wkt2": wkt, "proj:projjson": projjson } = conventions;
  if (typeof code === "string" && code !== "") return code;
  if (typeof wkt === "string" && wkt !== "") return wkt;
  if (isRecord(projjson)) return JSON.stringify(projjson);
  return typeof projjson === "string" && projjson !== "" ? projjson : null;
}

/** `spatial:transform` in affine order, else `spatial:bbox` with the shape; row 0 at the top. */
export function conventionTransform(conventions: Attributes, width: number, height: number): Transform | null {
  const node = conventions["spatial:registration"] === "node";
  const affine = sixNumbers(conventions["spatial:transform"]);
  if (affine) {
    // Indices of nodes are the cells' centres.
    const [a, b, c, d, e, f] = affine;
    return node ? [a, b, c - (a + b) / 2, d, e, f - (d + e) / 2] : affine;
  }
  const bbox = conventions["spatial:bbox"];
  if (!Array.isArray(bbox) || bbox.length !== 4 || !bbox.every(Number.isFinite)) return null;
  const [minX, minY, maxX, maxY] = bbox as number[];
  const a = (maxX - minX) / (node ? width - 1 : width);
  const e = -(maxY - minY) / (node ? height - 1 : height);
  const half = node ? 0.5 : 0;
  return usable([a, 0, minX - half * a, 0, e, maxY - half * e]);
}

/**
 * Six finite numbers that make a grid; also from text, as GDAL writes them.
 * @param inOrder takes them to rasterio's order, which they have unless it is given
 */
export function sixNumbers(
  value: unknown,
  inOrder = (numbers: readonly number[]) => numbers as unknown as Transform,
): Transform | null {
  const numbers =
    typeof value === "string"
      ? value
          .trim()
          .split(/[\s,]+/)
          .map(Number)
      : value;
  return Array.isArray(numbers) && numbers.length === 6 ? usable(inOrder(numbers)) : null;
}

function usable(transform: Transform): Transform | null {
  const finite = transform.every((number) => typeof number === "number" && Number.isFinite(number));
  return finite && invertTransform(transform) ? transform : null;
}
