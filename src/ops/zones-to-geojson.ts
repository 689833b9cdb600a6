import type { Transformer } from "../grid/crs.ts";
import { readZones, type ZonesInput } from "../zones/read-zones.ts";
import { type ZonalOptions, zonesReading } from "./zonal-options.ts";

const LONGITUDE_LATITUDE = "OGC:CRS84";

/** GeoJSON's FeatureCollection, in longitude and latitude. */
export interface ZoneFeatures {
  readonly type: "FeatureCollection";
  readonly features: readonly ZoneFeature[];
}

export interface ZoneFeature {
  readonly type: "Feature";
  readonly id?: string | number;
  readonly properties: Readonly<Record<string, unknown>>;
  /** A geometry of GeoJSON; null for a zone without one. */
  readonly geometry: object | null;
}

/**
 * The zones of any file that `zonalStats` takes, as GeoJSON to draw on a map: one feature a zone, in the order of the
 * file. Coordinates in another CRS become longitude and latitude, corner by corner: an edge that is straight in the one is
 * bent a little in the other, so for numbers give `zonalStats` the file itself.
 * @throws `invalid-zones`, `unknown-crs`, `invalid-option`, what reading throws, or the signal's reason.
 */
export async function zonesToGeojson(
  input: ZonesInput,
  options: Pick<ZonalOptions, "zonesCrs" | "zonesFormat" | "zonesLayer" | "signal"> = {},
): Promise<ZoneFeatures> {
  const zones = await readZones(input, zonesReading(options));
  const transformer = await toLongitudeLatitude(options.zonesCrs ?? zones.crs ?? LONGITUDE_LATITUDE);
  const { properties, geometries, ids } = zones;
  const features = geometries.map((geometry, zone): ZoneFeature => {
    const id = ids?.[zone] ?? undefined;
    const shown = geometry && transformer ? transformed(geometry, transformer) : geometry;
    return { type: "Feature", ...(id === undefined ? {} : { id }), properties: properties[zone], geometry: shown };
  });
  return { type: "FeatureCollection", features };
}

/** Null where coordinates are longitude and latitude already. */
async function toLongitudeLatitude(crs: string): Promise<Transformer | null> {
  const { createTransformer, prepareCrs, resolveCrs } = await import("../grid/crs.ts");
  await prepareCrs(crs, LONGITUDE_LATITUDE);
  return createTransformer(resolveCrs(crs, "zones"), resolveCrs(LONGITUDE_LATITUDE, "zones"));
}

/** A geometry whose positions are elsewhere; heights are left out. */
function transformed(geometry: object, transformer: Transformer): object {
  const { coordinates, geometries } = geometry as { coordinates?: unknown; geometries?: readonly object[] };
  if (geometries) return { ...geometry, geometries: geometries.map((part) => transformed(part, transformer)) };
  return { ...geometry, coordinates: positions(coordinates, transformer) };
}

function positions(coordinates: unknown, transformer: Transformer): unknown {
  if (!Array.isArray(coordinates)) return coordinates;
  if (typeof coordinates[0] === "number") return transformer([coordinates[0], coordinates[1]]);
  return coordinates.map((part) => positions(part, transformer));
}
