import { RingsBuilder } from "./rings-builder.ts";
import type { Rings } from "./zones.ts";

const none: readonly number[] = [0];

/** A smallest and a largest longitude. */
type Range = readonly [min: number, max: number];

/** Of the vertices start … end, x0, y0, x1, y1, …. */
export function rangeOfXs(vertices: Float64Array, start: number, end: number): Range {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = start; i < end; i += 2) {
    if (vertices[i] < min) min = vertices[i];
    if (vertices[i] > max) max = vertices[i];
  }
  return [min, max];
}

/**
 * The turns (0, 360, −360) by which vertices of longitudes `min` … `max` come to lie over longitudes `west` … `east`; [0]
 * where none does. Two of them where they cross the raster's seam: a zone of −10 … 10 over 0 … 360.
 */
export function turnsOf([min, max]: Range, [west, east]: Range): readonly number[] {
  const turns = [0, 360, -360].filter((turn) => max + turn > west && min + turn < east);
  return turns.length > 0 ? turns : none;
}

/**
 * Zones turned to where a raster of longitudes `west` … `east` lies: those that cross its seam have their polygons once
 * on either side. The rings themselves where no zone needs that.
 */
export function turnRings(rings: Rings, longitudes: Range): Rings {
  const { coordinates, ringOffsets, polygonOffsets, zoneOffsets } = rings;
  if (needNone(rangeOfXs(coordinates, 0, coordinates.length), longitudes)) return rings;
  const zones = zoneOffsets.length - 1;
  const turns = Array.from({ length: zones }, (_, zone) => {
    const [first, end] = [zone, zone + 1].map((z) => 2 * ringOffsets[polygonOffsets[zoneOffsets[z]]]);
    return turnsOf(rangeOfXs(coordinates, first, end), longitudes);
  });
  if (turns.every((list) => list.length === 1 && list[0] === 0)) return rings;
  const turned = new RingsBuilder(coordinates.length / 2);
  for (let zone = 0; zone < zones; zone++) {
    for (const turn of turns[zone]) {
      for (let polygon = zoneOffsets[zone]; polygon < zoneOffsets[zone + 1]; polygon++) {
        for (let ring = polygonOffsets[polygon]; ring < polygonOffsets[polygon + 1]; ring++) {
          for (let i = 2 * ringOffsets[ring]; i < 2 * ringOffsets[ring + 1]; i += 2) {
            turned.push(coordinates[i] + turn, coordinates[i + 1]);
          }
          turned.endRing();
        }
        turned.endPolygon();
      }
    }
    turned.endZone();
  }
  return turned.finish();
}

/** Whether zones that are within a range of longitudes together stay where they are. */
export function needNone(together: Range, longitudes: Range): boolean {
  const turns = turnsOf(together, longitudes);
  return turns.length === 1 && turns[0] === 0;
}
