import { rastrumError } from "../errors.ts";
import type { Transformer } from "../grid/crs.ts";
import type { Grid } from "../grid/grid.ts";
import { densifyEdge, type EdgePoint } from "./edges.ts";
import { boundsOfZones, isTooFar, misplaced, noImage, type Projecting, shortened } from "./place-zones.ts";
import { RingsBuilder } from "./rings-builder.ts";
import { rangeOfXs, turnsOf } from "./turns.ts";
import type { PixelZones, ZoneSet } from "./zones.ts";

/** A zone's vertices, on their way. */
interface ZoneVertices {
  /** The zone's row number, for messages. */
  readonly zone: number;
  /** x0, y0, x1, y1, … in the zones' CRS. */
  readonly given: Float64Array;
  /** The same in the raster's CRS. */
  readonly projected: Float64Array;
  /** Degrees to add to x in the raster's CRS. */
  readonly shift: number;
}

/** Zones of another CRS, with vertices where edges bend; those beside the footprint come out without vertices. */
export function projectZones(
  zones: ZoneSet,
  projecting: Projecting,
  transformer: Transformer,
  firstRow: number,
): PixelZones {
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
    for (const vertices of projectZone(firstRow + zone, given, projecting, transformer)) {
      for (let polygon = firstPolygon; polygon < endPolygon; polygon++) {
        for (let ring = polygonOffsets[polygon]; ring < polygonOffsets[polygon + 1]; ring++) {
          const [start, stop] = [ringOffsets[ring] - first, ringOffsets[ring + 1] - first];
          pushBentRing(rings, vertices, start, stop, projecting, transformer);
          rings.endRing();
        }
        rings.endPolygon();
      }
    }
    rings.endZone();
  }
  const finished = rings.finish();
  return { length: zones.length, rings: finished, bounds: boundsOfZones(finished) };
}

/** Twice where the zone crosses the seam of a raster in degrees. */
function projectZone(
  zone: number,
  given: Float64Array,
  { longitudes, grid }: Projecting,
  transformer: Transformer,
): ZoneVertices[] {
  const projected = new Float64Array(given.length);
  for (let i = 0; i < given.length; i += 2) {
    const [x, y] = transformer([given[i], given[i + 1]]);
    if (!Number.isFinite(x) || !Number.isFinite(y)) throw noImage(zone, given[i], given[i + 1], grid);
    projected[i] = x;
    projected[i + 1] = y;
  }
  const turns = longitudes ? turnsOf(rangeOfXs(projected, 0, projected.length), longitudes) : [0];
  return turns.map((shift) => ({ zone, given, projected, shift }));
}

/** Pushes the vertices start … end of the zone as one ring, in cells. */
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
  if (isTooFar(column, row)) throw misplaced(zone, x, y, column, row, grid);
  return { x, y, column, row };
}

export function torn(zone: number, from: EdgePoint, to: EdgePoint, { crs }: Grid) {
  const edge = `from [${from.x}, ${from.y}] to [${to.x}, ${to.y}]`;
  const message = `The edge ${edge} of feature ${zone} is torn apart in the raster's CRS ${shortened(crs)}; `;
  const advice = "split the zone there (at the antimeridian, say) or clip it to where that CRS is valid.";
  return rastrumError("invalid-zones", message + advice, { feature: zone });
}
