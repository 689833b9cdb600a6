import type { Feature, FeatureCollection, GeoJSON } from "geojson";

/** A polygon of the page: one of a file, or one that was drawn. */
export interface Zone {
  readonly key: string;
  readonly name: string;
  readonly drawn: boolean;
  readonly feature: Feature;
}

export interface ZoneSource {
  readonly key: string;
  readonly name: string;
  readonly zones: readonly Zone[];
}

/** Puts a GeoJSON text into zones with names; whether they are polygons is for the engine to say. */
export function readZones(text: string, key: string, name: string): ZoneSource {
  const features = featuresOf(parse(text, name), name);
  const property = nameProperty(features);
  const zones = features.map((feature, row) => ({
    key: `${key}/${row}`,
    name: String((property && feature.properties?.[property]) ?? feature.id ?? `Zone ${row + 1}`),
    drawn: false,
    feature,
  }));
  return { key, name, zones };
}

/** What goes to the engine: the shapes and ids as they came, with the name that the page shows. */
export function zoneCollection(zones: readonly Zone[]): FeatureCollection {
  const features = zones.map(({ feature, name }) => ({ ...feature, properties: { name } }));
  return { type: "FeatureCollection", features };
}

function parse(text: string, name: string): GeoJSON {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Error(`${name} is not GeoJSON: it is not even JSON.`, { cause });
  }
  if (typeof value !== "object" || value === null || !("type" in value)) {
    throw new Error(`${name} is JSON but not GeoJSON: it has no member "type".`);
  }
  const crs = (value as { crs?: { properties?: { name?: string } } }).crs?.properties?.name;
  if (crs && !/CRS84|4326/.test(crs)) {
    throw new Error(`${name} has coordinates in ${crs}; this page draws longitude and latitude: convert it first.`);
  }
  return value as GeoJSON;
}

function featuresOf(value: GeoJSON, name: string): Feature[] {
  if (value.type === "FeatureCollection") {
    if (!Array.isArray(value.features) || value.features.length === 0) throw new Error(`${name} holds no features.`);
    return value.features;
  }
  return [value.type === "Feature" ? value : { type: "Feature", properties: {}, geometry: value }];
}

/** The property that reads most like a name. */
function nameProperty(features: readonly Feature[]): string | null {
  const keys = Object.keys(features[0]?.properties ?? {});
  const named = keys.find((key) => /^name$/i.test(key)) ?? keys.find((key) => /name/i.test(key));
  return named ?? keys.find((key) => typeof features[0].properties?.[key] === "string") ?? null;
}
