import type { PixelZones } from "../../src/zones/zones.ts";

/** [column, row] in pixel space. */
export type Vertex = readonly [column: number, row: number];
/** Open: the last vertex is not the first again. */
export type Ring = readonly Vertex[];
/** Rings of one polygon, decided by even-odd. */
export type Polygon = readonly Ring[];
/** Polygons of one zone, united. */
export type Zone = readonly Polygon[];

/** Nested arrays → the columns that masks are made from. */
export function pixelZones(zones: readonly Zone[]): PixelZones {
  const coordinates: number[] = [];
  const [ringOffsets, polygonOffsets, zoneOffsets] = [[0], [0], [0]];
  const bounds: number[] = [];
  for (const zone of zones) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const polygon of zone) {
      for (const ring of polygon) {
        for (const [x, y] of ring) {
          coordinates.push(x, y);
          box[0] = Math.min(box[0], x);
          box[1] = Math.min(box[1], y);
          box[2] = Math.max(box[2], x);
          box[3] = Math.max(box[3], y);
        }
        ringOffsets.push(coordinates.length / 2);
      }
      polygonOffsets.push(ringOffsets.length - 1);
    }
    zoneOffsets.push(polygonOffsets.length - 1);
    bounds.push(...box);
  }
  return {
    length: zones.length,
    rings: {
      coordinates: Float64Array.from(coordinates),
      ringOffsets: Uint32Array.from(ringOffsets),
      polygonOffsets: Uint32Array.from(polygonOffsets),
      zoneOffsets: Uint32Array.from(zoneOffsets),
    },
    bounds: Float64Array.from(bounds),
  };
}

/** The rectangle of columns [left, right) and rows [top, bottom). */
export function rectangle(left: number, top: number, right: number, bottom: number): Ring {
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
}
