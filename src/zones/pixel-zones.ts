import { rastrumError } from "../errors.ts";
import { createPixelMapping, type PixelMapping, type Transform } from "../grid/affine.ts";
import { createTransformer, resolveCrs, type Transformer } from "../grid/crs.ts";
import type { Grid } from "../grid/grid.ts";
import { densifyEdge, type EdgePoint } from "./edges.ts";
import { createFootprint, type Footprint } from "./footprint.ts";
import { RingsBuilder } from "./rings-builder.ts";
import type { PixelZones, Rings, ZoneSet } from "./zones.ts";

/** Products of two coordinates, and their errors, must fit into doubles: exact verdicts on cells are made of them. */
const FARTHEST = 2 ** 500;

/** How zones of one CRS come to the pixel space of one raster. */
interface Projecting {
  readonly grid: Grid;
  readonly mapping: PixelMapping;
  /** null where zones are in the raster's CRS already: then vertices go through the mapping alone. */
  readonly transformer: Transformer | null;
  /** Smallest and largest longitude of a geographic raster; null for any other. */
  readonly longitudes: readonly [min: number, max: number] | null;
  /** Where the raster lies in the zones' CRS; null where all zones are to be projected. */
  readonly footprint: Footprint | null;
}

/** A zone's vertices, on their way. */
interface ZoneVertices {
  /** The zone's row number, for messages. */
  readonly zone: number;
  /** x0, y0, x1, y1, … in the zones' CRS. */
  readonly given: Float64Array;
  /** The same in the raster's CRS; `given` itself where that is the same CRS. */
  readonly projected: Float64Array;
  /** Degrees to add to x in the raster's CRS. */
  readonly shift: number;
}

/**
 * Takes zones to the pixel space of `grid`: their vertices to the raster's CRS, once, in f64, with vertices added where
 * an edge's image bends ({@link densifyEdge}), then by the inverse affine to cells. The zones' CRS is `zonesCrs`, else
 * what the zones say, else OGC:CRS84; "raster" says that they are in the raster's CRS, which then need not be known.
 *
 * On a geographic raster a zone that lies wholly beside it, but on it 360° further on or back, is shifted as a whole:
 * so zones of −180…180 meet rasters of 0…360, and the other way round (not with "raster": that is taken at its word).
 * A zone that crosses the raster's seam (Greenwich, where longitudes run 0…360) is not split: its part on the raster
 * counts, its part beyond the edge does not.
 *
 * Zones that lie far from the raster come out without vertices: they need no image there.
 *
 * Throws `missing-transform`, `missing-crs`, `unknown-crs`, and `invalid-zones` for a zone that has no image in the
 * raster's CRS, or one 2^500 cells away. `name` is the raster's, for messages.
 */
export function toPixelZones(
  zones: ZoneSet,
  grid: Grid,
  zonesCrs?: string | null,
  signal?: AbortSignal,
  name = "the raster",
): PixelZones {
  signal?.throwIfAborted();
  return createZoneProjector(grid, zonesCrs ?? zones.crs ?? "OGC:CRS84", name)(zones);
}

/** Takes zones of one CRS to pixel space as {@link toPixelZones} does, which is set up once for many calls. */
export type ZoneProjector = (zones: ZoneSet, firstRow?: number) => PixelZones;

/** `firstRow`: row number of the first of the zones, for messages. */
export function createZoneProjector(grid: Grid, zonesCrs: string, name: string): ZoneProjector {
  const projecting = createProjecting(grid, zonesCrs, name);
  return (zones, firstRow = 0) => projectZones(zones, projecting, firstRow);
}

function projectZones(zones: ZoneSet, projecting: Projecting, firstRow: number): PixelZones {
  const { ringOffsets, polygonOffsets, zoneOffsets, coordinates } = zones.rings;
  const rings = new RingsBuilder(coordinates.length / 2);
  for (let zone = 0; zone < zones.length; zone++) {
    const [firstPolygon, endPolygon] = [zoneOffsets[zone], zoneOffsets[zone + 1]];
    const first = ringOffsets[polygonOffsets[firstPolygon]];
    const end = ringOffsets[polygonOffsets[endPolygon]];
    const given = coordinates.subarray(2 * first, 2 * end);
    if (projecting.footprint && !projecting.footprint(given)) {
      rings.endZone();
      continue;
    }
    const vertices = projectZone(firstRow + zone, given, projecting);
    for (let polygon = firstPolygon; polygon < endPolygon; polygon++) {
      for (let ring = polygonOffsets[polygon]; ring < polygonOffsets[polygon + 1]; ring++) {
        pushRing(rings, vertices, ringOffsets[ring] - first, ringOffsets[ring + 1] - first, projecting);
      }
      rings.endPolygon();
    }
    rings.endZone();
  }
  const finished = rings.finish();
  return { length: zones.length, rings: finished, bounds: boundsOfZones(finished) };
}

function createProjecting(grid: Grid, zonesCrs: string, name: string): Projecting {
  const mapping = grid.transform && createPixelMapping(grid.transform);
  if (!grid.transform || !mapping) {
    const received = grid.transform
      ? `the transform [${grid.transform.join(", ")}], which has no inverse`
      : "no transform";
    const message = `${name} has ${received}; pass transform (CLI --transform a,b,c,d,e,f).`;
    throw rastrumError("missing-transform", message, { path: name });
  }
  if (zonesCrs === "raster") return { grid, mapping, transformer: null, longitudes: null, footprint: null };
  if (grid.crs === null) {
    const advice = `pass crs (CLI --crs), or zonesCrs: "raster" (CLI --zones-crs raster) for zones in its coordinates`;
    throw rastrumError("missing-crs", `${name} does not say its CRS; ${advice}.`, { path: name });
  }
  const from = resolveCrs(zonesCrs, "zones");
  const to = resolveCrs(grid.crs, "raster");
  // On a geographic raster zones may be a whole turn away, and all of them have an image.
  const toZones = to.geographic ? null : createTransformer(to, from);
  return {
    grid,
    mapping,
    transformer: createTransformer(from, to),
    longitudes: to.geographic ? rangeOfX(grid.transform, grid) : null,
    footprint: toZones && createFootprint(grid, toZones, from.geographic ? 360 : 0),
  };
}

/** The raster's smallest and largest x: those of two of its corners. */
function rangeOfX([a, b, c]: Transform, { width, height }: Grid): [number, number] {
  const corners = [c, c + a * width, c + b * height, c + a * width + b * height];
  return [Math.min(...corners), Math.max(...corners)];
}

function projectZone(zone: number, given: Float64Array, { transformer, longitudes, grid }: Projecting): ZoneVertices {
  let projected = given;
  if (transformer) {
    projected = new Float64Array(given.length);
    for (let i = 0; i < given.length; i += 2) {
      const [x, y] = transformer([given[i], given[i + 1]]);
      if (!Number.isFinite(x) || !Number.isFinite(y)) throw noImage(zone, given[i], given[i + 1], grid);
      projected[i] = x;
      projected[i + 1] = y;
    }
  }
  return { zone, given, projected, shift: longitudes ? chooseShift(projected, longitudes) : 0 };
}

/** 360 or −360 where the zone lies beside the raster as it is but not after the shift; else 0. */
function chooseShift(projected: Float64Array, [west, east]: readonly [number, number]): number {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < projected.length; i += 2) {
    min = Math.min(min, projected[i]);
    max = Math.max(max, projected[i]);
  }
  const overlaps = (shift: number) => max + shift > west && min + shift < east;
  return [0, 360, -360].find(overlaps) ?? 0;
}

/** Pushes the vertices start … end of the zone as one ring, in cells. */
function pushRing(
  rings: RingsBuilder,
  vertices: ZoneVertices,
  start: number,
  end: number,
  projecting: Projecting,
): void {
  if (projecting.transformer) pushBentRing(rings, vertices, start, end, projecting, projecting.transformer);
  else {
    for (let i = start; i < end; i++) {
      const { column, row } = locateVertex(vertices, i, projecting);
      rings.push(column, row);
    }
  }
  rings.endRing();
}

function pushBentRing(
  rings: RingsBuilder,
  vertices: ZoneVertices,
  start: number,
  end: number,
  projecting: Projecting,
  transformer: Transformer,
): void {
  const locateBetween = (x: number, y: number) => {
    const image = transformer([x, y]);
    return locate(vertices, x, y, image[0], image[1], projecting);
  };
  const push = (column: number, row: number) => rings.push(column, row);
  const first = locateVertex(vertices, start, projecting);
  let from = first;
  for (let i = start; i < end; i++) {
    rings.push(from.column, from.row);
    const to = i + 1 < end ? locateVertex(vertices, i + 1, projecting) : first;
    if (!densifyEdge(from, to, projecting.grid, locateBetween, push))
      throw torn(vertices.zone, from, to, projecting.grid);
    from = to;
  }
}

function locateVertex(vertices: ZoneVertices, i: number, projecting: Projecting): EdgePoint {
  const { given, projected } = vertices;
  return locate(vertices, given[2 * i], given[2 * i + 1], projected[2 * i], projected[2 * i + 1], projecting);
}

/** The point (x, y) of the zones' CRS, whose image in the raster's CRS is known. */
function locate(
  { zone, shift }: ZoneVertices,
  x: number,
  y: number,
  imageX: number,
  imageY: number,
  { mapping, grid }: Projecting,
): EdgePoint {
  const column = mapping.column(imageX + shift, imageY);
  const row = mapping.row(imageX + shift, imageY);
  if (!Number.isFinite(column) || !Number.isFinite(row)) throw noImage(zone, x, y, grid);
  if (!(Math.abs(column) < FARTHEST && Math.abs(row) < FARTHEST)) throw tooFar(zone, x, y);
  return { x, y, column, row };
}

function noImage(zone: number, x: number, y: number, { crs }: Grid) {
  const message = `Feature ${zone} passes through [${x}, ${y}], which has no image in the raster's CRS ${shortened(crs)}; `;
  const advice = "clip it to where that CRS is valid, or say the zones' CRS by the option zonesCrs.";
  return rastrumError("invalid-zones", message + advice, { feature: zone });
}

function tooFar(zone: number, x: number, y: number) {
  const message = `Feature ${zone} passes through [${x}, ${y}], more than 2^500 cells away from the raster; `;
  return rastrumError("invalid-zones", `${message}clip it to the raster's surroundings.`, { feature: zone });
}

function torn(zone: number, from: EdgePoint, to: EdgePoint, { crs }: Grid) {
  const edge = `from [${from.x}, ${from.y}] to [${to.x}, ${to.y}]`;
  const message = `The edge ${edge} of feature ${zone} is torn apart in the raster's CRS ${shortened(crs)}; `;
  const advice = "split the zone there (at the antimeridian, say) or clip it to where that CRS is valid.";
  return rastrumError("invalid-zones", message + advice, { feature: zone });
}

function shortened(crs: string | null): string {
  return crs && crs.length > 60 ? `${crs.slice(0, 57)}…` : `${crs}`;
}

function boundsOfZones({ coordinates, ringOffsets, polygonOffsets, zoneOffsets }: Rings): Float64Array {
  const zones = zoneOffsets.length - 1;
  const bounds = new Float64Array(4 * zones);
  for (let zone = 0; zone < zones; zone++) {
    let [minX, minY] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    let [maxX, maxY] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    const end = ringOffsets[polygonOffsets[zoneOffsets[zone + 1]]];
    for (let vertex = ringOffsets[polygonOffsets[zoneOffsets[zone]]]; vertex < end; vertex++) {
      const [x, y] = [coordinates[2 * vertex], coordinates[2 * vertex + 1]];
      minX = Math.min(minX, x);
      maxX = Math.max(maxX, x);
      minY = Math.min(minY, y);
      maxY = Math.max(maxY, y);
    }
    bounds.set([minX, minY, maxX, maxY], 4 * zone);
  }
  return bounds;
}
