import { reserve } from "../compiled/reserve.ts";
import type { Rings } from "./zones.ts";

/** Zones of more are too large, so that what is reckoned from their places, and put behind them, is below 2^32. */
const LARGEST = 2 ** 28;

/** Where the columns of a batch of zones lie in a memory: as if they lay there from their first numbers on, so that indices hold. */
export interface PlacedZones {
  readonly coordinates: number;
  readonly ringOffsets: number;
  readonly polygonOffsets: number;
  readonly zoneOffsets: number;
  /** What lies behind them, a multiple of 16. */
  readonly end: number;
}

/** The zone behind those from `first` on that take up to so many bytes together; one zone at least. */
export function batchEnd(rings: Rings, first: number, length: number, mostBytes: number): number {
  const most = bytesBefore(rings, first) + mostBytes;
  let low = first + 1;
  let high = length;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (bytesBefore(rings, middle) <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Of all zones before one. */
function bytesBefore({ ringOffsets, polygonOffsets, zoneOffsets }: Rings, zone: number): number {
  const polygon = zoneOffsets[zone];
  const ring = polygonOffsets[polygon];
  return 16 * ringOffsets[ring] + 4 * (ring + polygon + zone);
}

/** Copies the zones first … end − 1 to a memory, from `at` on, a multiple of 16; null where it cannot be so large, or they are. */
export function placeBatch(
  memory: WebAssembly.Memory,
  at: number,
  rings: Rings,
  first: number,
  end: number,
): PlacedZones | null {
  const { coordinates, ringOffsets, polygonOffsets, zoneOffsets } = rings;
  const [polygon, endPolygon] = [zoneOffsets[first], zoneOffsets[end]];
  const [ring, endRing] = [polygonOffsets[polygon], polygonOffsets[endPolygon]];
  const [vertex, endVertex] = [ringOffsets[ring], ringOffsets[endRing]];
  const ringsAt = at + 16 * (endVertex - vertex);
  const polygonsAt = ringsAt + 4 * (endRing - ring + 1);
  const zonesAt = polygonsAt + 4 * (endPolygon - polygon + 1);
  const endAt = Math.ceil((zonesAt + 4 * (end - first + 1)) / 16) * 16;
  if (endAt - at > LARGEST || !reserve(memory, endAt)) return null;
  const { buffer } = memory;
  new Float64Array(buffer, at).set(coordinates.subarray(2 * vertex, 2 * endVertex));
  new Uint32Array(buffer, ringsAt).set(ringOffsets.subarray(ring, endRing + 1));
  new Uint32Array(buffer, polygonsAt).set(polygonOffsets.subarray(polygon, endPolygon + 1));
  new Uint32Array(buffer, zonesAt).set(zoneOffsets.subarray(first, end + 1));
  return {
    coordinates: at - 16 * vertex,
    ringOffsets: ringsAt - 4 * ring,
    polygonOffsets: polygonsAt - 4 * polygon,
    zoneOffsets: zonesAt - 4 * first,
    end: endAt,
  };
}
