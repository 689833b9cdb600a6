import type { Fail } from "../../source/broken-bytes.ts";
import type { PathsBuilder } from "../paths-builder.ts";
import type { RingsBuilder } from "../rings-builder.ts";

/** Where the geometries of a file go. */
export interface Shapes {
  readonly rings: RingsBuilder;
  readonly paths: PathsBuilder;
}

/** Collections within collections: more is no map but an attack on the stack. */
export const MOST_LEVELS = 32;

/** `count` vertices that begin at `first`, each `stride` numbers long: x, y, and what is ignored. */
export interface Vertices {
  readonly coordinates: Float64Array;
  readonly first: number;
  readonly count: number;
  readonly stride: number;
}

/**
 * Adds a ring. The last vertex is left out where it is the first again; files that do not repeat it mean the same. A
 * ring of fewer than three vertices has no inside and is left out whole.
 *
 * @returns whether there is a ring
 */
export function pushRing({ rings }: Shapes, vertices: Vertices, fail: Fail): boolean {
  const { coordinates, first, count, stride } = vertices;
  const last = first + (count - 1) * stride;
  const isClosed =
    count > 1 && coordinates[first] === coordinates[last] && coordinates[first + 1] === coordinates[last + 1];
  const stop = isClosed ? last : last + stride;
  if (stop - first < 3 * stride) return false;
  for (let at = first; at < stop; at += stride) {
    const x = coordinates[at];
    const y = coordinates[at + 1];
    if (!Number.isFinite(x) || !Number.isFinite(y)) throw notFinite(x, y, fail);
    rings.push(x, y);
  }
  rings.endRing();
  return true;
}

/** Adds a line; one without vertices is none. */
export function pushLine({ paths }: Shapes, { coordinates, first, count, stride }: Vertices, fail: Fail): void {
  for (let i = 0, at = first; i < count; i++, at += stride) {
    const x = coordinates[at];
    const y = coordinates[at + 1];
    if (!Number.isFinite(x) || !Number.isFinite(y)) throw notFinite(x, y, fail);
    paths.push(x, y);
  }
  if (count > 0) paths.endPath();
}

/** Adds each vertex as a point; one of no numbers is how binary formats write an empty point. */
export function pushPoints(shapes: Shapes, { coordinates, first, count, stride }: Vertices, fail: Fail): void {
  for (let i = 0, at = first; i < count; i++, at += stride) {
    const isEmpty = Number.isNaN(coordinates[at]) && Number.isNaN(coordinates[at + 1]);
    if (!isEmpty) pushLine(shapes, { coordinates, first: at, count: 1, stride }, fail);
  }
}

function notFinite(x: number, y: number, fail: Fail): Error {
  return fail(`has the vertex [${x}, ${y}], which is nowhere`);
}
