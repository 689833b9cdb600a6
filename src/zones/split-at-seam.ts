import { RingsBuilder } from "./rings-builder.ts";
import type { Rings } from "./zones.ts";

/**
 * Zones in degrees, cut along the meridian at which a projection tears the globe apart, 180° from its `middle`; parts
 * beyond it are turned to within `middle` ± 180, so that each has its image in one piece. The rings themselves where no
 * zone reaches so far.
 *
 * A ring is cut by half-planes (Sutherland and Hodgman): pieces of one ring may be joined by edges there and back along
 * the cut, which cancel by even-odd.
 */
export function splitAtSeam(rings: Rings, middle: number): Rings {
  const { coordinates, ringOffsets, polygonOffsets, zoneOffsets } = rings;
  const [west, east] = [middle - 180, middle + 180];
  if (isWithin(coordinates, 0, coordinates.length, west, east)) return rings;
  const split = new RingsBuilder(coordinates.length / 2);
  for (let zone = 0; zone + 1 < zoneOffsets.length; zone++) {
    for (let polygon = zoneOffsets[zone]; polygon < zoneOffsets[zone + 1]; polygon++) {
      const [first, end] = [ringOffsets[polygonOffsets[polygon]], ringOffsets[polygonOffsets[polygon + 1]]];
      const turns = isWithin(coordinates, 2 * first, 2 * end, west, east) ? [0] : [0, -360, 360, -720, 720];
      for (const turn of turns) {
        for (let ring = polygonOffsets[polygon]; ring < polygonOffsets[polygon + 1]; ring++) {
          const vertices = Array.from(coordinates.subarray(2 * ringOffsets[ring], 2 * ringOffsets[ring + 1]));
          const moved = turn === 0 ? vertices : vertices.map((value, i) => (i % 2 === 0 ? value + turn : value));
          const piece = turns.length === 1 ? moved : cut(cut(moved, west, 1), east, -1);
          if (piece.length < 6) continue;
          for (let i = 0; i < piece.length; i += 2) split.push(piece[i], piece[i + 1]);
          split.endRing();
        }
        split.endPolygon();
      }
    }
    split.endZone();
  }
  return split.finish();
}

function isWithin(coordinates: Float64Array, start: number, end: number, west: number, east: number): boolean {
  for (let i = start; i < end; i += 2) if (!(coordinates[i] >= west && coordinates[i] <= east)) return false;
  return true;
}

/** The part of a ring on the side of the meridian where side · (x − meridian) ≥ 0. */
function cut(vertices: readonly number[], meridian: number, side: 1 | -1): number[] {
  const kept: number[] = [];
  for (let i = 0; i < vertices.length; i += 2) {
    const j = (i + 2) % vertices.length;
    const [x, y, nextX, nextY] = [vertices[i], vertices[i + 1], vertices[j], vertices[j + 1]];
    const [here, there] = [side * (x - meridian), side * (nextX - meridian)];
    if (here >= 0) kept.push(x, y);
    if (here > 0 !== there > 0 && here !== 0 && there !== 0) {
      // From the western end, so that neighbours that share the edge get the same point.
      const share = x < nextX ? (meridian - x) / (nextX - x) : (meridian - nextX) / (x - nextX);
      kept.push(meridian, x < nextX ? y + share * (nextY - y) : nextY + share * (y - nextY));
    }
  }
  return kept;
}
