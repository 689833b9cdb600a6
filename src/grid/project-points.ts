import type { Transformer } from "./crs.ts";

/**
 * The function that takes points [x, y] of one CRS to another, as `zonalStats` takes zones to a raster: codes
 * ("EPSG:3035", "OGC:CRS84"), WKT, PROJJSON or PROJ strings; x is longitude or easting. For drawing a raster on a map,
 * say. A point without an image becomes [NaN, NaN] or infinite.
 * @throws `unknown-crs`
 */
export async function projectPoints(from: string, to: string): Promise<Transformer> {
  const { createTransformer, prepareCrs, resolveCrs } = await import("./crs.ts");
  await prepareCrs(from, to);
  const same: Transformer = ([x, y]) => [x, y];
  return createTransformer(resolveCrs(from, "raster"), resolveCrs(to, "raster")) ?? same;
}
