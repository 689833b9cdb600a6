import { RingsBuilder } from "./rings-builder.ts";
import type { Rings } from "./zones.ts";

const none: readonly number[] = [0];

/**
 * The turns (0, 360, −360) by which the vertices start … end, x0, y0, x1, y1, …, come to lie over longitudes `west` …
 * `east`; [0] where none does. Two of them where they cross the raster's seam: a zone of −10 … 10 over 0 … 360.
 */
export function turnsOf(
  vertices: Float64Array,
  start: number,
  end: number,
  [west, east]: readonly [number, number],
): readonly number[] {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = start; i < end; i += 2) {
    if (vertices[i] < min) min = vertices[i];
    if (vertices[i] > max) max = vertices[i];
  }
  const turns = [0, 360, -360].filter((turn) => max + turn > west && min + turn < east);
  return turns.length > 0 ? turns : none;
}

/**
 * Zones turned to where a raster of longitudes `west` … `east` lies: those that cross its seam have their polygons once
 * on either side. The rings themselves where no zone needs that.
 */
export function turnRings(rings: Rings, longitudes: readonly [west: number, east: number]): Rings {
  const { coordinates, ringOffsets, polygonOffsets, zoneOffsets } = rings;
  // Where all zones together need no turn, no zone does.
  const together = turnsOf(coordinates, 0, coordinates.length, longitudes);
  if (together.length === 1 && together[0] === 0) return rings;
  const zones = zoneOffsets.length - 1;
  const turns = Array.from({ length: zones }, (_, zone) => {
    const [first, end] = [zone, zone + 1].map((z) => 2 * ringOffsets[polygonOffsets[zoneOffsets[z]]]);
    return turnsOf(coordinates, first, end, longitudes);
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
