import type { Shapes } from "./formats/shapes.ts";
import { count, invalid, isMembers, type Members, shown } from "./geojson-values.ts";
import type { PathsBuilder } from "./paths-builder.ts";
import type { RingsBuilder } from "./rings-builder.ts";

/** Collections within collections: more is no map but an attack on the stack. */
const MOST_LEVELS = 32;

const geometryTypes = new Set<unknown>(
  "Point MultiPoint LineString MultiLineString Polygon MultiPolygon GeometryCollection".split(" "),
);

export function isGeometryType(type: unknown): boolean {
  return geometryTypes.has(type);
}

/**
 * Adds a geometry of the feature `row`. Empty coordinates are those of an empty geometry, as GDAL and PostGIS write it
 * (RFC 7946, 3.1). Throws `invalid-zones` for what is none.
 */
export function readGeometry(columns: Shapes, geometry: unknown, row: number, level = 0): void {
  const { type, coordinates, geometries } = isMembers(geometry) ? geometry : ({} as Members);
  if (isGeometryType(type) && isEmpty(type === "GeometryCollection" ? geometries : coordinates)) return;
  if (type === "Polygon") readPolygon(columns.rings, coordinates, row);
  else if (type === "MultiPolygon") {
    for (const polygon of filled(coordinates, "The MultiPolygon", row)) readPolygon(columns.rings, polygon, row);
  } else if (type === "GeometryCollection") {
    if (level >= MOST_LEVELS)
      throw invalid(row, `Feature ${row} has GeometryCollections in others, over ${level} deep.`);
    for (const part of filled(geometries, "The GeometryCollection", row)) readGeometry(columns, part, row, level + 1);
  } else if (isGeometryType(type)) {
    readPaths(columns.paths, type as string, coordinates, row);
  } else {
    const received = type === undefined ? shown(geometry) : `of type ${shown(type)}`;
    throw invalid(row, `The geometry of feature ${row} is ${received}; zones have to be Polygons, lines or points.`);
  }
}

function isEmpty(parts: unknown): boolean {
  return Array.isArray(parts) && parts.length === 0;
}

function readPolygon(rings: RingsBuilder, polygon: unknown, row: number): void {
  for (const ring of filled(polygon, "A polygon", row)) readRing(rings, ring, row);
  rings.endPolygon();
}

function readRing(rings: RingsBuilder, ring: unknown, row: number): void {
  const positions = positionsOf(ring, "ring", row);
  const last = positions.length - 1;
  if (last < 3) {
    const has = `has ${count(positions.length, "position")}`;
    throw invalid(row, `A ring of feature ${row} ${has}; 4 or more are needed, the last equal to the first.`);
  }
  for (let i = 0; i <= last; i++) {
    const [x, y] = positionOf(positions[i], i, "ring", row);
    if (i < last) rings.push(x, y);
  }
  const [first, end] = [positions[0] as number[], positions[last] as number[]];
  if (first[0] !== end[0] || first[1] !== end[1]) {
    const ends = `begins at ${shown(first)} and ends at ${shown(end)}`;
    throw invalid(row, `A ring of feature ${row} is not closed: it ${ends}; repeat the first position at the end.`);
  }
  rings.endRing();
}

function readPaths(paths: PathsBuilder, type: string, coordinates: unknown, row: number): void {
  if (type === "Point") readPoint(paths, coordinates, 0, row);
  else if (type === "LineString") readLine(paths, coordinates, row);
  else {
    const parts = filled(coordinates, `The ${type}`, row);
    for (const [i, part] of parts.entries()) {
      if (type === "MultiPoint") readPoint(paths, part, i, row);
      else readLine(paths, part, row);
    }
  }
}

function readPoint(paths: PathsBuilder, position: unknown, i: number, row: number): void {
  const [x, y] = positionOf(position, i, "point", row);
  paths.push(x, y);
  paths.endPath();
}

function readLine(paths: PathsBuilder, line: unknown, row: number): void {
  const positions = positionsOf(line, "line", row);
  if (positions.length < 2) {
    throw invalid(row, `A line of feature ${row} has ${count(positions.length, "position")}; 2 or more are needed.`);
  }
  for (let i = 0; i < positions.length; i++) {
    const [x, y] = positionOf(positions[i], i, "line", row);
    paths.push(x, y);
  }
  paths.endPath();
}

function positionsOf(value: unknown, what: string, row: number): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw invalid(row, `A ${what} of feature ${row} is ${shown(value)}; pass an array of positions.`);
}

function positionOf(position: unknown, i: number, what: string, row: number): readonly number[] {
  if (Array.isArray(position) && Number.isFinite(position[0]) && Number.isFinite(position[1])) return position;
  const place = `Position ${i} of a ${what} of feature ${row}`;
  throw invalid(row, `${place} is ${shown(position)}; pass [x, y] as finite numbers.`);
}

/** `parts` where it is an array with something in it. */
function filled(parts: unknown, what: string, row: number): readonly unknown[] {
  if (Array.isArray(parts) && parts.length > 0) return parts;
  const advice = "give it parts, or null geometry for an empty zone";
  throw invalid(row, `${what} of feature ${row} holds ${shown(parts)}; ${advice}.`);
}
