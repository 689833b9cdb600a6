import type { Fail } from "../../source/broken-bytes.ts";
import type { GeoEncoding } from "./geoparquet-metadata.ts";
import { pushLine, pushPoints, pushRing, type Shapes, type Vertices } from "./shapes.ts";

/** A coordinate as GeoArrow nests it: members x and y, or an array that begins with them. */
type Coordinate = Readonly<Record<string, unknown>> | readonly unknown[];

/** Adds one geometry of nested lists, as Parquet gives those of GeoArrow; null is none. */
export function pushNested(shapes: Shapes, encoding: GeoEncoding, value: unknown, fail: Fail): void {
  if (value === null || value === undefined) return;
  if (encoding === "point") pushPoints(shapes, verticesOf([value], fail), fail);
  else if (encoding === "multipoint") pushPoints(shapes, verticesOf(listOf(value, fail), fail), fail);
  else if (encoding === "linestring") pushLine(shapes, verticesOf(listOf(value, fail), fail), fail);
  else if (encoding === "multilinestring") {
    for (const line of listOf(value, fail)) pushLine(shapes, verticesOf(listOf(line, fail), fail), fail);
  } else if (encoding === "polygon") pushPolygon(shapes, value, fail);
  else for (const polygon of listOf(value, fail)) pushPolygon(shapes, polygon, fail);
}

function pushPolygon(shapes: Shapes, polygon: unknown, fail: Fail): void {
  let some = false;
  for (const ring of listOf(polygon, fail)) {
    if (pushRing(shapes, verticesOf(listOf(ring, fail), fail), fail)) some = true;
  }
  if (some) shapes.rings.endPolygon();
}

function verticesOf(coordinates: readonly unknown[], fail: Fail): Vertices {
  const flat = new Float64Array(2 * coordinates.length);
  for (const [i, coordinate] of coordinates.entries()) {
    if (typeof coordinate !== "object" || coordinate === null) throw fail("has a coordinate that is none");
    const own = coordinate as Coordinate;
    const [x, y] = Array.isArray(own) ? own : [(own as { x?: unknown }).x, (own as { y?: unknown }).y];
    flat[2 * i] = typeof x === "number" ? x : Number.NaN;
    flat[2 * i + 1] = typeof y === "number" ? y : Number.NaN;
  }
  return { coordinates: flat, first: 0, count: coordinates.length, stride: 2 };
}

function listOf(value: unknown, fail: Fail): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw fail("has geometries that are not nested as their encoding says");
}
