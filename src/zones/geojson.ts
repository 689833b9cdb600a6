import { rastrumError } from "../errors.ts";
import { readGeojsonCrs } from "./geojson-crs.ts";
import { parseGeojsonText } from "./geojson-text.ts";
import { RingsBuilder } from "./rings-builder.ts";
import type { ZoneSet } from "./zones.ts";

type Members = Readonly<Record<string, unknown>>;

/** Everything that is being read: one zone a feature, in order. */
interface Reading {
  readonly rings: RingsBuilder;
  readonly ids: (string | number | null)[];
  readonly properties: Members[];
  readonly geometries: (object | null)[];
}

/**
 * GeoJSON (RFC 7946), as an object or as text, → zones in columns. A FeatureCollection gives one zone a feature, also
 * where its geometry is null (an empty zone); a Feature or a Geometry gives one zone. Z values are ignored, the object
 * is read and kept (properties, geometries) but never changed.
 *
 * Even-odd decides what is inside, so degenerate rings (no area, crossing themselves, doubled) are fine. Throws
 * `invalid-zones`, with the row number of the feature, for all that is not polygons: points and lines, rings of fewer
 * than 4 positions or not closed, coordinates that are no finite numbers, an empty collection, text that is no GeoJSON.
 * They are numbered from `firstRow`.
 */
export function parseGeojson(input: object | string, firstRow = 0): ZoneSet {
  const root = (typeof input === "string" ? parseGeojsonText(input) : input) as Members;
  const crs = readGeojsonCrs(root.crs);
  const reading: Reading = { rings: new RingsBuilder(), ids: [], properties: [], geometries: [] };
  for (const [row, feature] of featuresOf(root).entries()) readFeature(reading, feature, firstRow + row, crs);
  return {
    length: reading.ids.length,
    rings: reading.rings.finish(),
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
  if (root.type !== "FeatureCollection") throw notGeojson(root);
  if (!Array.isArray(root.features)) {
    throw invalid(null, `The FeatureCollection's "features" are ${shown(root.features)}; pass an array of features.`);
  }
  if (root.features.length === 0)
    throw invalid(null, "The FeatureCollection has no features; pass at least one polygon.");
  return root.features;
}

function notGeojson(root: Members) {
  if (root.type === "Topology") {
    return invalid(null, "The zones are TopoJSON; convert them to GeoJSON first (topojson-client's feature()).");
  }
  const type = Array.isArray(root) ? "an array" : `an object of type ${shown(root.type)}`;
  return invalid(null, `The zones are ${type}; pass a GeoJSON FeatureCollection, Feature or Geometry.`);
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
    throw invalid(row, `Feature ${row} has no geometry; give it polygons, or null for an empty zone.`);
  }
  if (geometry !== null) readGeometry(reading.rings, geometry, row);
  reading.rings.endZone();
  reading.ids.push(typeof id === "string" || typeof id === "number" ? id : null);
  reading.properties.push(isMembers(feature.properties) ? feature.properties : {});
  reading.geometries.push(geometry as object | null);
}

function readGeometry(rings: RingsBuilder, geometry: unknown, row: number): void {
  const { type, coordinates, geometries } = isMembers(geometry) ? geometry : ({} as Members);
  if (type === "Polygon") readPolygon(rings, coordinates, row);
  else if (type === "MultiPolygon") {
    for (const polygon of filled(coordinates, "The MultiPolygon", row)) readPolygon(rings, polygon, row);
  } else if (type === "GeometryCollection") {
    for (const part of filled(geometries, "The GeometryCollection", row)) readGeometry(rings, part, row);
  } else {
    const received =
      type === undefined ? shown(geometry) : isGeometryType(type) ? `a ${type}` : `of type ${shown(type)}`;
    throw invalid(row, `The geometry of feature ${row} is ${received}; zones have to be Polygons or MultiPolygons.`);
  }
}

function readPolygon(rings: RingsBuilder, polygon: unknown, row: number): void {
  for (const ring of filled(polygon, "A polygon", row)) readRing(rings, ring, row);
  rings.endPolygon();
}

function readRing(rings: RingsBuilder, ring: unknown, row: number): void {
  if (!Array.isArray(ring))
    throw invalid(row, `A ring of feature ${row} is ${shown(ring)}; pass an array of positions.`);
  const last = ring.length - 1;
  if (last < 3) {
    throw invalid(
      row,
      `A ring of feature ${row} has ${count(ring.length, "position")}; 4 or more are needed, the last equal to the first.`,
    );
  }
  for (let i = 0; i <= last; i++) {
    const position = ring[i];
    if (!Array.isArray(position) || !Number.isFinite(position[0]) || !Number.isFinite(position[1])) {
      throw invalid(
        row,
        `Position ${i} of a ring of feature ${row} is ${shown(position)}; pass [x, y] as finite numbers.`,
      );
    }
    if (i < last) rings.push(position[0], position[1]);
  }
  if (ring[0][0] !== ring[last][0] || ring[0][1] !== ring[last][1]) {
    const ends = `begins at ${shown(ring[0])} and ends at ${shown(ring[last])}`;
    throw invalid(row, `A ring of feature ${row} is not closed: it ${ends}; repeat the first position at the end.`);
  }
  rings.endRing();
}

/** `parts` where it is an array with something in it. */
function filled(parts: unknown, what: string, row: number): readonly unknown[] {
  if (Array.isArray(parts) && parts.length > 0) return parts;
  throw invalid(
    row,
    `${what} of feature ${row} holds ${shown(parts)}; give it rings, or null geometry for an empty zone.`,
  );
}

const geometryTypes = new Set<unknown>(
  "Point MultiPoint LineString MultiLineString Polygon MultiPolygon GeometryCollection".split(" "),
);

function isGeometryType(type: unknown): boolean {
  return geometryTypes.has(type);
}

function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function count(n: number, noun: string): string {
  return n === 1 ? `1 ${noun}` : `${n} ${noun}s`;
}

/** A value for a message, cut short. Not JSON alone, which would show NaN as null. */
function shown(value: unknown): string {
  if (value === undefined) return "missing";
  if (Array.isArray(value) && value.length <= 4) return `[${value.map(shown).join(", ")}]`;
  const text = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function invalid(feature: number | null, message: string) {
  return rastrumError("invalid-zones", message, { feature });
}
