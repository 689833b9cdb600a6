import { readGeojsonCrs } from "./geojson-crs.ts";
import { isText, type ZonesInput } from "./read-zones.ts";

/** GeoJSON is written with its `crs` member before its features. */
const HEAD_BYTES = 1024;
const named = /"crs"\s*:\s*\{[^{}]*"properties"\s*:\s*\{[^{}]*"name"\s*:\s*"([^"\\]+)"/;

/**
 * The CRS that GeoJSON names at its start, where that is at hand before all of it is read: of objects, texts and local files.
 * A guess, to know what to load meanwhile; null for all else.
 */
export async function crsAhead(input: ZonesInput): Promise<string | null> {
  if (typeof input === "string" || input instanceof URL) return named.exec(await headOf(String(input)))?.[1] ?? null;
  return "crs" in input ? readGeojsonCrs(input.crs) : null;
}

async function headOf(address: string): Promise<string> {
  if (isText(address)) return address.slice(0, HEAD_BYTES);
  const { startOfFile } = await import("./formats/source.ts");
  return new TextDecoder().decode(await startOfFile(address, HEAD_BYTES));
}
