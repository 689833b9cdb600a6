import { rastrumError } from "../errors.ts";

/**
 * The CRS that the legacy `crs` member of GeoJSON 2008 names; null where there is none (RFC 7946: OGC:CRS84) or where
 * it is null. A CRS by link is not followed.
 */
export function readGeojsonCrs(crs: unknown): string | null {
  if (crs === undefined || crs === null) return null;
  const { type, properties } = crs as { type?: unknown; properties?: { name?: unknown; code?: unknown } | null };
  const name = properties?.name;
  if (type === "name" && typeof name === "string" && name.trim() !== "") return name.trim();
  if (type === "EPSG" && Number.isInteger(Number(properties?.code))) return `EPSG:${Number(properties?.code)}`;
  const received = JSON.stringify(crs)?.slice(0, 100);
  const message = `The zones' crs member is ${received}, not a CRS by name; remove it and say the CRS by the option zonesCrs.`;
  throw rastrumError("invalid-zones", message, { feature: null });
}
