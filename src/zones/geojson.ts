import type { Shapes } from "./formats/shapes.ts";
import { readGeojsonCrs } from "./geojson-crs.ts";
import { isGeometryType, readGeometry } from "./geojson-geometry.ts";
import { invalid, isMembers, type Members, shown } from "./geojson-values.ts";
import { PathsBuilder } from "./paths-builder.ts";
import { RingsBuilder } from "./rings-builder.ts";
import type { ZoneSet } from "./zones.ts";

/** Everything that is being read: one zone a feature, in order. */
interface Reading extends Shapes {
  readonly ids: (string | number | null)[];
  readonly properties: Members[];
  readonly geometries: (object | null)[];
}

/**
 * A GeoJSON object (RFC 7946) → zones in columns. A FeatureCollection gives one zone a feature, also where its geometry
 * is null (an empty zone); a Feature or a Geometry gives one zone. Z values are ignored, the object is read and kept
 * (properties, geometries) but never changed.
 *
 * Even-odd decides what is inside, so degenerate rings (no area, crossing themselves, doubled) are fine. Throws
 * `invalid-zones`, with the row number of the feature, for all that is no geometry: rings of fewer than 4 positions or
 * not closed, coordinates that are no finite numbers, an empty collection, or an empty geometry that is the only one. They
 * are numbered from `firstRow`.
 */
export function parseGeojson(input: object, firstRow = 0): ZoneSet {
  const root = input as Members;
  const crs = readGeojsonCrs(root.crs);
  const columns = { rings: new RingsBuilder(), paths: new PathsBuilder() };
  const reading: Reading = { ...columns, ids: [], properties: [], geometries: [] };
  for (const [row, feature] of featuresOf(root).entries()) readFeature(reading, feature, firstRow + row, crs);
  const rings = reading.rings.finish();
  const paths = reading.paths.finish();
  // Among others it is a zone without cells.
  if (reading.geometries.length === 1 && reading.geometries[0] && !paths && rings.zoneOffsets[1] === 0) {
    throw invalid(firstRow, `The geometry of feature ${firstRow} holds []; give it parts, or null geometry.`);
  }
  return {
    length: reading.ids.length,
    rings,
    ...(paths && { paths }),
    crs,
    ids: reading.ids.some((id) => id !== null) ? reading.ids : null,
    properties: reading.properties,
    geometries: reading.geometries,
  };
}

/** The features of a collection; a lone Feature or Geometry counts as a collection of one. */
function featuresOf(root: Members): readonly unknown[] {
  if (isGeometryType(root.type)) return [{ type: "Feature", geometry: root, properties: null }];
  if (root.type === "Feature") return [root];
  if (root.type !== "FeatureCollection") {
    const type = Array.isArray(root) ? "an array" : `an object of type ${shown(root.type)}`;
    throw invalid(null, `The zones are ${type}; pass a GeoJSON FeatureCollection, Feature or Geometry.`);
  }
  if (!Array.isArray(root.features)) {
    throw invalid(null, `The FeatureCollection's "features" are ${shown(root.features)}; pass an array of features.`);
  }
  if (root.features.length > 0) return root.features;
  throw invalid(null, "The FeatureCollection has no features; pass at least one zone.");
}

function readFeature(reading: Reading, feature: unknown, row: number, crs: string | null): void {
  if (!isMembers(feature) || feature.type !== "Feature") {
    const type = isMembers(feature) ? `an object of type ${shown(feature.type)}` : shown(feature);
    throw invalid(row, `Feature ${row} is ${type}; every entry of a FeatureCollection has to be a Feature.`);
  }
  if (feature.crs !== undefined && feature.crs !== null && readGeojsonCrs(feature.crs) !== crs) {
    throw invalid(row, `Feature ${row} has a crs of its own; state one crs for the whole collection.`);
  }
  const { id, geometry } = feature;
  if (geometry === undefined) {
    throw invalid(row, `Feature ${row} has no geometry; give it one, or null for an empty zone.`);
  }
  if (geometry !== null) readGeometry(reading, geometry, row);
  reading.rings.endZone();
  reading.paths.endZone();
  reading.ids.push(typeof id === "string" || typeof id === "number" ? id : null);
  reading.properties.push(isMembers(feature.properties) ? feature.properties : {});
  reading.geometries.push(geometry as object | null);
}
