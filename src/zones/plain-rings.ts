import { areApart, goesOn, isInRing } from "./apart.ts";
import type { Rings } from "./zones.ts";

/** Zones of more rings are left to the sweep: here each ring is held against each other one. */
const MOST_RINGS = 16;
/** Up to so many edges are held against each other without bands. */
const FEW_EDGES = 24;
/** Most places in bands, and pairs in them, an edge: beyond, the sweep costs less. */
const MOST_PLACES = 8;
const MOST_PAIRS = 64;

/**
 * Finds zones that have nothing odd about them, at a fraction of the cost of a sweep: edges are put into bands of y, about
 * four edges a band, and in each held against each other. Grows and is reused.
 */
export class PlainRings {
  /** Of each edge, named by its first vertex counted from the zone's first: its second vertex. */
  #next = new Int32Array(64);
  /** Band b has the edges members[offsets[b]] … members[offsets[b + 1]]. */
  #offsets = new Int32Array(64);
  #members = new Int32Array(256);

  /** True only for a zone whose rings have no point in common with themselves or each other and nest as they should. */
  arePlain({ coordinates, ringOffsets, polygonOffsets, zoneOffsets }: Rings, zone: number): boolean {
    const firstPolygon = zoneOffsets[zone];
    const endPolygon = zoneOffsets[zone + 1];
    const firstRing = polygonOffsets[firstPolygon];
    const endRing = polygonOffsets[endPolygon];
    if (firstRing === endRing || endRing - firstRing > MOST_RINGS) return false;
    const first = ringOffsets[firstRing];
    const count = ringOffsets[endRing] - first;
    if (this.#next.length < count) this.#next = new Int32Array(2 * count);
    for (let ring = firstRing; ring < endRing; ring++) {
      if (!this.#follow(coordinates, ringOffsets[ring], ringOffsets[ring + 1], first)) return false;
    }
    const own = coordinates.subarray(2 * first, 2 * (first + count));
    const apart = count <= FEW_EDGES ? this.#areAllApart(own, count) : this.#areApartInBands(own, count);
    if (!apart) return false;
    for (let polygon = firstPolygon; polygon < endPolygon; polygon++) {
      const shell = polygonOffsets[polygon];
      for (let ring = shell; ring < polygonOffsets[polygon + 1]; ring++) {
        const point = 2 * ringOffsets[ring];
        for (let other = firstRing; other < endRing; other++) {
          if (other === ring) continue;
          const [start, end] = [ringOffsets[other], ringOffsets[other + 1]];
          const inside = isInRing(coordinates, start, end, coordinates[point], coordinates[point + 1]);
          if (inside !== (other === shell)) return false;
        }
      }
    }
    return true;
  }

  /** Links the edges of a ring; false where it does not go on at some vertex. */
  #follow(coordinates: Float64Array, start: number, end: number, first: number): boolean {
    if (end - start < 3) return false;
    for (let vertex = start; vertex < end; vertex++) {
      const next = vertex + 1 === end ? start : vertex + 1;
      if (!goesOn(coordinates, vertex === start ? end - 1 : vertex - 1, vertex, next)) return false;
      this.#next[vertex - first] = next - first;
    }
    return true;
  }

  #areAllApart(coordinates: Float64Array, count: number): boolean {
    const next = this.#next;
    for (let a = 0; a < count; a++) {
      for (let b = a + 1; b < count; b++) {
        if (next[a] === b || next[b] === a) continue;
        if (!areApart(coordinates, a, next[a], b, next[b])) return false;
      }
    }
    return true;
  }

  #areApartInBands(coordinates: Float64Array, count: number): boolean {
    const bands = this.#fillBands(coordinates, count);
    const next = this.#next;
    const offsets = this.#offsets;
    const members = this.#members;
    for (let band = 0; band < bands; band++) {
      for (let i = offsets[band]; i < offsets[band + 1]; i++) {
        const a = members[i];
        for (let j = i + 1; j < offsets[band + 1]; j++) {
          const b = members[j];
          if (next[a] === b || next[b] === a) continue;
          if (!areApart(coordinates, a, next[a], b, next[b])) return false;
        }
      }
    }
    return bands > 0;
  }

  /** How many bands there are; 0 where the edges are too long or too dense for them. */
  #fillBands(coordinates: Float64Array, count: number): number {
    let minY = Number.POSITIVE_INFINITY;
    let maxY = Number.NEGATIVE_INFINITY;
    for (let vertex = 0; vertex < count; vertex++) {
      const y = coordinates[2 * vertex + 1];
      if (y < minY) minY = y;
      if (y > maxY) maxY = y;
    }
    const bands = Math.ceil(count / 4);
    const scale = bands / (maxY - minY);
    if (!Number.isFinite(scale)) return 0;
    if (this.#offsets.length < bands + 2) this.#offsets = new Int32Array(2 * (bands + 2));
    // Counted two places ahead: after the prefix sum offsets[b + 1] is where band b begins and, once filled, ends.
    const offsets = this.#offsets.fill(0, 0, bands + 2);
    const bandOf = (vertex: number) => Math.min(bands - 1, Math.floor((coordinates[2 * vertex + 1] - minY) * scale));
    const next = this.#next;
    let places = 0;
    for (let edge = 0; edge < count; edge++) {
      const [from, to] = [bandOf(edge), bandOf(next[edge])];
      places += Math.abs(to - from) + 1;
      if (places > MOST_PLACES * count) return 0;
      for (let band = Math.min(from, to); band <= Math.max(from, to); band++) offsets[band + 2]++;
    }
    let pairs = 0;
    for (let band = 2; band < bands + 2; band++) {
      pairs += offsets[band] * offsets[band];
      offsets[band] += offsets[band - 1];
    }
    if (pairs > 2 * MOST_PAIRS * count) return 0;
    if (this.#members.length < places) this.#members = new Int32Array(2 * places);
    for (let edge = 0; edge < count; edge++) {
      const [from, to] = [bandOf(edge), bandOf(next[edge])];
      for (let band = Math.min(from, to); band <= Math.max(from, to); band++) {
        this.#members[offsets[band + 1]++] = edge;
      }
    }
    return bands;
  }
}
