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
  /** Of each vertex: its band. */
  #bands = new Int32Array(64);
  /** Band b has the edges members[offsets[b]] … members[offsets[b + 1]]. */
  #offsets = new Int32Array(64);
  #members = new Int32Array(256);

  /** True only for a zone whose rings have no point in common with themselves or each other and nest as they should. */
  arePlain(rings: Rings, zone: number): boolean {
    const { coordinates, ringOffsets, polygonOffsets, zoneOffsets } = rings;
    const firstRing = polygonOffsets[zoneOffsets[zone]];
    const endRing = polygonOffsets[zoneOffsets[zone + 1]];
    if (firstRing === endRing || endRing - firstRing > MOST_RINGS) return false;
    const first = ringOffsets[firstRing];
    const count = ringOffsets[endRing] - first;
    if (this.#next.length < count) {
      this.#next = new Int32Array(2 * count);
      this.#bands = new Int32Array(2 * count);
    }
    for (let ring = firstRing; ring < endRing; ring++) {
      if (!this.#follow(coordinates, ringOffsets[ring], ringOffsets[ring + 1], first)) return false;
    }
    const bands = count > FEW_EDGES ? this.#fillBands(coordinates, first, count) : this.#fillOneBand(count);
    if (bands === 0 || !this.#areApart(coordinates, first, bands)) return false;
    return endRing - firstRing === 1 || areNested(rings, zone);
  }

  /** Links the edges of a ring; false where it does not go on at some vertex. */
  #follow(coordinates: Float64Array, start: number, end: number, first: number): boolean {
    if (end - start < 3) return false;
    const next = this.#next;
    let before = end - 2;
    let vertex = end - 1;
    for (let after = start; after < end; after++) {
      if (!goesOn(coordinates, before, vertex, after)) return false;
      next[vertex - first] = after - first;
      before = vertex;
      vertex = after;
    }
    return true;
  }

  #areApart(coordinates: Float64Array, first: number, bands: number): boolean {
    const next = this.#next;
    const offsets = this.#offsets;
    const members = this.#members;
    for (let band = 0; band < bands; band++) {
      const end = offsets[band + 1];
      for (let i = offsets[band]; i < end; i++) {
        const a = members[i];
        const afterA = next[a];
        for (let j = i + 1; j < end; j++) {
          const b = members[j];
          const afterB = next[b];
          if (afterA === b || afterB === a) continue;
          if (!areApart(coordinates, first + a, first + afterA, first + b, first + afterB)) return false;
        }
      }
    }
    return true;
  }

  #fillOneBand(count: number): number {
    this.#offsets[1] = count;
    for (let edge = 0; edge < count; edge++) this.#members[edge] = edge;
    this.#offsets[0] = 0;
    return 1;
  }

  /** How many bands there are; 0 where the edges are too long or too dense for them. */
  #fillBands(coordinates: Float64Array, first: number, count: number): number {
    const bands = this.#placeInBands(coordinates, first, count);
    const places = bands && this.#countMembers(count, bands);
    if (places === 0) return 0;
    if (this.#members.length < places) this.#members = new Int32Array(2 * places);
    const at = this.#bands;
    const next = this.#next;
    const offsets = this.#offsets;
    const members = this.#members;
    for (let edge = 0; edge < count; edge++) {
      const last = Math.max(at[edge], at[next[edge]]);
      for (let band = Math.min(at[edge], at[next[edge]]); band <= last; band++) members[offsets[band + 1]++] = edge;
    }
    return bands;
  }

  /** Says in which band each vertex is. */
  #placeInBands(coordinates: Float64Array, first: number, count: number): number {
    const at = this.#bands;
    let minY = Number.POSITIVE_INFINITY;
    let maxY = Number.NEGATIVE_INFINITY;
    for (let vertex = first; vertex < first + count; vertex++) {
      const y = coordinates[2 * vertex + 1];
      if (y < minY) minY = y;
      if (y > maxY) maxY = y;
    }
    const bands = Math.ceil(count / 4);
    const scale = bands / (maxY - minY);
    if (!Number.isFinite(scale)) return 0;
    for (let vertex = 0; vertex < count; vertex++) {
      at[vertex] = Math.min(bands - 1, Math.floor((coordinates[2 * (first + vertex) + 1] - minY) * scale));
    }
    return bands;
  }

  /** Makes room for each band, and says for how many edges in all; 0 where there are too many. */
  #countMembers(count: number, bands: number): number {
    if (this.#offsets.length < bands + 2) this.#offsets = new Int32Array(2 * (bands + 2));
    // Counted two places ahead: after the prefix sum offsets[b + 1] is where band b begins and, once filled, ends.
    const offsets = this.#offsets.fill(0, 0, bands + 2);
    const at = this.#bands;
    const next = this.#next;
    let places = 0;
    for (let edge = 0; edge < count; edge++) {
      const top = Math.min(at[edge], at[next[edge]]);
      const last = Math.max(at[edge], at[next[edge]]);
      places += last - top + 1;
      if (places > MOST_PLACES * count) return 0;
      for (let band = top; band <= last; band++) offsets[band + 2]++;
    }
    let pairs = 0;
    for (let band = 2; band < bands + 2; band++) {
      pairs += offsets[band] * offsets[band];
      offsets[band] += offsets[band - 1];
    }
    return pairs > 2 * MOST_PAIRS * count ? 0 : places;
  }
}

/** Whether each ring of a polygon but the first lies in that, and in no other. Rings have no point in common. */
function areNested({ coordinates, ringOffsets, polygonOffsets, zoneOffsets }: Rings, zone: number): boolean {
  const firstRing = polygonOffsets[zoneOffsets[zone]];
  const endRing = polygonOffsets[zoneOffsets[zone + 1]];
  for (let polygon = zoneOffsets[zone]; polygon < zoneOffsets[zone + 1]; polygon++) {
    const shell = polygonOffsets[polygon];
    for (let ring = shell; ring < polygonOffsets[polygon + 1]; ring++) {
      const point = 2 * ringOffsets[ring];
      for (let other = firstRing; other < endRing; other++) {
        if (other === ring) continue;
        const end = ringOffsets[other + 1];
        const inside = isInRing(coordinates, ringOffsets[other], end, coordinates[point], coordinates[point + 1]);
        if (inside !== (other === shell)) return false;
      }
    }
  }
  return true;
}
