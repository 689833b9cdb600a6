import { type Transform, transformFromGdal } from "../grid/affine.ts";
import { cfCrs } from "./zarr-cf-crs.ts";
import { sixNumbers } from "./zarr-conventions.ts";
import { isRecord } from "./zarr-fields.ts";
import { resolvePath } from "./zarr-find.ts";
import { type Hierarchy, parentPath } from "./zarr-hierarchy.ts";
import type { ArrayNode, Attributes } from "./zarr-metadata.ts";
import { numberAttribute } from "./zarr-values.ts";

/**
 * Attributes of the CF grid mapping: the variable that `grid_mapping` names ("crs" or "crs: x y"), else one called
 * spatial_ref or crs beside the array.
 */
export async function findGridMapping(
  hierarchy: Hierarchy,
  array: ArrayNode,
  signal: AbortSignal | undefined,
): Promise<Attributes | null> {
  const named = array.attributes.grid_mapping;
  const names = typeof named === "string" && named !== "" ? [named.split(/[:\s]/)[0]] : ["spatial_ref", "crs"];
  for (const name of names) {
    // The group of the array, then the groups around it.
    for (let group = parentPath(array.path); ; group = parentPath(group)) {
      const node = await hierarchy.sibling(resolvePath(`${group}/`, name), signal);
      if (node?.kind === "array") return node.attributes;
      if (group === "") break;
    }
  }
  return null;
}

/** crs_wkt, rioxarray's spatial_ref, a PROJ string, latitude_longitude in CF's words, or GDAL's own attribute _CRS. */
export function mappingCrs(mapping: Attributes | null, own: Attributes): string | null {
  const texts = [mapping?.crs_wkt, mapping?.spatial_ref, mapping?.proj4, mapping?.proj4text, mapping?.proj4_string];
  const text = texts.find((value) => typeof value === "string" && value !== "");
  if (typeof text === "string") return text;
  if (mapping?.grid_mapping_name === "latitude_longitude") return longitudeLatitude(mapping);
  const inWords = mapping && cfCrs(mapping);
  if (inWords) return inWords;
  const epsg = String(mapping?.epsg_code ?? mapping?.epsg ?? "").replace(/^EPSG:/i, "");
  if (/^\d+$/.test(epsg)) return `EPSG:${epsg}`;
  // https://gdal.org/en/stable/drivers/raster/zarr.html#srs-encoding
  const gdal = isRecord(own._CRS) ? own._CRS : {};
  if (typeof gdal.wkt === "string") return gdal.wkt;
  if (isRecord(gdal.projjson)) return JSON.stringify(gdal.projjson);
  return typeof gdal.url === "string" && gdal.url !== "" ? gdal.url : null;
}

/** Metres in a unit of the coordinates: those of a satellite's camera are angles. */
export function metresOf(mapping: Attributes | null, units: unknown): number {
  const height = numberAttribute(mapping?.perspective_point_height);
  const isAngle = mapping?.grid_mapping_name === "geostationary" && /^(rad|radians?)$/i.test(String(units));
  return isAngle && height !== null && height !== 0 ? height : 1;
}

/** https://cfconventions.org/cf-conventions/cf-conventions.html#_latitude_longitude */
function longitudeLatitude(mapping: Attributes): string {
  const axis = numberAttribute(mapping.semi_major_axis);
  const flattening = numberAttribute(mapping.inverse_flattening);
  const minor = numberAttribute(mapping.semi_minor_axis);
  const radius = numberAttribute(mapping.earth_radius);
  const wgs84 =
    axis === null || (Math.abs(axis - 6378137) < 1 && (flattening === null || Math.abs(flattening - 298.257) < 0.01));
  if (radius !== null) return `+proj=longlat +R=${radius} +no_defs`;
  if (wgs84) return "OGC:CRS84";
  if (flattening !== null && flattening !== 0) return `+proj=longlat +a=${axis} +rf=${flattening} +no_defs`;
  return `+proj=longlat +a=${axis} +b=${minor ?? axis} +no_defs`;
}

/** rioxarray's GeoTransform, six numbers as text in GDAL's order. */
export function mappingTransform(mapping: Attributes | null): Transform | null {
  return sixNumbers(mapping?.GeoTransform, transformFromGdal);
}
