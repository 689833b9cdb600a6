import type { Feature, FeatureCollection } from "geojson";
import type { ZoneFeatures } from "rastrum";

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

/** Puts features into zones with names. */
export function zoneSource(collection: ZoneFeatures, key: string, name: string): ZoneSource {
  const features = collection.features as readonly Feature[];
  if (features.length === 0) throw new Error(`${name} holds no features: open a file that has some.`);
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

/** The property that reads most like a name. */
function nameProperty(features: readonly Feature[]): string | null {
  const keys = Object.keys(features[0]?.properties ?? {});
  const named = keys.find((key) => /^name$/i.test(key)) ?? keys.find((key) => /name/i.test(key));
  return named ?? keys.find((key) => typeof features[0].properties?.[key] === "string") ?? null;
}
