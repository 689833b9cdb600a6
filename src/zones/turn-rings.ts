import { RingsBuilder } from "./rings-builder.ts";
import { needNone, type Range, rangeOfXs, turnsOf } from "./turns.ts";
import type { Rings } from "./zones.ts";

/**
 * Zones turned to where a raster of such longitudes lies: those that cross its seam have their polygons once on either
 * side. The rings themselves where no zone needs that.
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
