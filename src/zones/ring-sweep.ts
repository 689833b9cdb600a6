import { orient2d } from "robust-predicates";
import { BlockList } from "./block-list.ts";
import { RingEdges } from "./ring-edges.ts";
import type { Rings } from "./zones.ts";

/**
 * Finds the first fault of a zone's rings by a sweep over its vertices (Shamos and Hoey 1976, "Geometric intersection
 * problems"): edges under way are kept in order, and as long as no two have crossed, only neighbours can cross next.
 * What meets in a point is judged there, from the cyclic order of the edges around it. All comparisons are exact.
 * Time ∝ vertices × log(vertices).
 */
export class RingSweep {
  readonly #edges = new RingEdges();
  /** Edges under way, by growing y where the sweep is. */
  readonly #status = new BlockList();
  /** Where the sweep is. */
  #px = 0;
  #py = 0;
  /** Edges under way that reach that point, and those that go on from it, by growing y: the first so many. */
  #reaching = new Int32Array(64);
  #reached = 0;
  #onward = new Int32Array(64);
  #goingOn = 0;
  /** Of each ring: the one that it lies in, −1 where in none, −2 where not met yet; 1 where it runs counterclockwise. */
  #parent = new Int32Array(8);
  #counterclockwise = new Uint8Array(8);
  /** Rings that hang together by the points where they touch: a forest. */
  #touching = new Int32Array(8);

  /** What is wrong with the zone and near which place, in words; null where nothing is. */
  findFault(rings: Rings, zone: number): string | null {
    const edges = this.#edges;
    if (!edges.load(rings, zone)) {
      const point = edges.vertices - 1;
      return this.#faultAt("a ring is a single point", edges.x[point], edges.y[point]);
    }
    this.#reset();
    const { order, x, y, vertices } = edges;
    for (let start = 0, stop = 0; start < vertices; start = stop) {
      this.#px = x[order[start]];
      this.#py = y[order[start]];
      stop = start + 1;
      while (stop < vertices && x[order[stop]] === this.#px && y[order[stop]] === this.#py) stop++;
      const fault = this.#meet(start, stop);
      if (fault !== null) return fault;
    }
    return null;
  }

  #reset(): void {
    const { rings, vertices } = this.#edges;
    this.#status.clear();
    if (this.#onward.length <= vertices) {
      this.#onward = new Int32Array(2 * vertices);
      this.#reaching = new Int32Array(2 * vertices);
    }
    if (this.#parent.length < rings) {
      this.#parent = new Int32Array(2 * rings);
      this.#counterclockwise = new Uint8Array(2 * rings);
      this.#touching = new Int32Array(2 * rings);
    }
    this.#parent.fill(-2, 0, rings);
    for (let ring = 0; ring < rings; ring++) this.#touching[ring] = ring;
  }

  /** Takes the sweep past the point where it is, and the vertices order[start] … order[stop] are. */
  #meet(start: number, stop: number): string | null {
    const status = this.#status;
    const low = status.find(this.#isBelow);
    const below = status.before(low);
    let high = low;
    let above = status.at(high);
    this.#reached = 0;
    while (above >= 0 && this.#side(above, this.#px, this.#py) === 0) {
      this.#reaching[this.#reached++] = above;
      high = status.next(high);
      above = status.at(high);
    }
    const fresh = this.#collectOnward(start, stop);
    const through = this.#goingOn - fresh;
    if (through > 1) return this.#faultHere("edges cross");
    const passes = through + (fresh + (this.#reached - through)) / 2;
    const fault = this.#sortOnward() ?? (passes > 1 ? this.#judgeTouch() : null);
    if (fault !== null) return fault;
    status.replace(low, this.#reached, this.#onward, this.#goingOn);
    return this.#nestOnward(below) ?? this.#crossNeighbours(below, above);
  }

  /** Whether the point lies beyond an edge. */
  readonly #isBelow = (edge: number): boolean => this.#side(edge, this.#px, this.#py) > 0;

  /** Positive where the point lies on the side of growing y of an edge, 0 where on it. */
  #side(edge: number, px: number, py: number): number {
    const { x, y, first, last } = this.#edges;
    const a = first[edge];
    const b = last[edge];
    // orient2d counts clockwise as positive.
    return -orient2d(x[a], y[a], x[b], y[b], px, py);
  }

  /** Edges that begin at the point, then those that pass through it; returns how many begin. */
  #collectOnward(start: number, stop: number): number {
    const { order, previous, first, last, x, y } = this.#edges;
    const onward = this.#onward;
    let count = 0;
    for (let i = start; i < stop; i++) {
      const vertex = order[i];
      const before = previous[vertex];
      if (first[vertex] === vertex) onward[count++] = vertex;
      if (first[before] === vertex) onward[count++] = before;
    }
    const fresh = count;
    for (let i = 0; i < this.#reached; i++) {
      const edge = this.#reaching[i];
      const end = last[edge];
      if (x[end] !== this.#px || y[end] !== this.#py) onward[count++] = edge;
    }
    this.#goingOn = count;
    return fresh;
  }

  #sortOnward(): string | null {
    if (this.#goingOn < 2) return null;
    const { x, y, last, ring, polygon } = this.#edges;
    const [px, py] = [this.#px, this.#py];
    const onward = this.#onward.subarray(0, this.#goingOn);
    const compare = (a: number, b: number) => orient2d(px, py, x[last[a]], y[last[a]], x[last[b]], y[last[b]]);
    if (onward.length === 2) {
      if (compare(onward[0], onward[1]) > 0) onward.reverse();
    } else onward.sort(compare);
    for (let i = 1; i < onward.length; i++) {
      const [a, b] = [onward[i - 1], onward[i]];
      if (compare(a, b) !== 0) continue;
      const what = polygon[ring[a]] === polygon[ring[b]] ? "edges overlap" : "parts share an edge";
      return this.#faultHere(what);
    }
    return null;
  }

  /**
   * Several rings, or one ring several times, pass through a point. They cross there if their ends interleave around
   * it. A ring must not meet itself; rings of one polygon may touch, as long as no chain of them closes a circle.
   */
  #judgeTouch(): string | null {
    const { ring, polygon } = this.#edges;
    const reaching = this.#reaching.subarray(0, this.#reached);
    const around = [...this.#onward.subarray(0, this.#goingOn), ...reaching.toReversed()];
    const open: number[] = [];
    const rings: number[] = [];
    for (const edge of around) {
      const pass = this.#passOf(edge);
      if (open.at(-1) === pass) open.pop();
      else {
        open.push(pass);
        rings.push(ring[edge]);
      }
    }
    if (open.length > 0) return this.#faultHere("edges cross");
    const distinct = new Set(rings);
    if (distinct.size < rings.length) return this.#faultHere("a ring touches itself");
    const met = new Map<number, number>();
    for (const at of distinct) {
      const other = met.get(polygon[at]);
      if (other === undefined) met.set(polygon[at], at);
      else if (!this.#join(other, at)) return this.#faultHere("rings that touch cut a polygon apart");
    }
    return null;
  }

  /** Names the vertex by which an edge begins or ends at the point; an edge that passes through is its own. */
  #passOf(edge: number): number {
    const { x, y, next } = this.#edges;
    const end = next[edge];
    if (x[edge] === this.#px && y[edge] === this.#py) return edge;
    return x[end] === this.#px && y[end] === this.#py ? end : -1 - edge;
  }

  /** False where the two rings hang together already. */
  #join(a: number, b: number): boolean {
    const [p, q] = [this.#root(a), this.#root(b)];
    this.#touching[p] = q;
    return p !== q;
  }

  #root(ring: number): number {
    let at = ring;
    while (this.#touching[at] !== at) {
      this.#touching[at] = this.#touching[this.#touching[at]];
      at = this.#touching[at];
    }
    return at;
  }

  /** Says in which ring those that begin here lie, from the edge before, and whether they may. */
  #nestOnward(below: number): string | null {
    const { ring, shell, first } = this.#edges;
    for (let i = 0; i < this.#goingOn; i++) {
      const edge = this.#onward[i];
      const own = ring[edge];
      if (this.#parent[own] !== -2) continue;
      this.#counterclockwise[own] = first[edge] === edge ? 1 : 0;
      const before = i === 0 ? below : this.#onward[i - 1];
      const parent = before < 0 ? -1 : this.#ringAfter(before);
      this.#parent[own] = parent;
      const isShell = shell[own] === own;
      const inHole = parent >= 0 && shell[parent] !== parent;
      if (isShell && parent >= 0 && !inHole) return this.#faultHere("parts overlap");
      if (!isShell && parent !== shell[own]) {
        return this.#faultHere(inHole ? "a hole lies in a hole" : "a hole lies outside of its polygon");
      }
    }
    return null;
  }

  /** The innermost ring around what lies beyond an edge. */
  #ringAfter(edge: number): number {
    const { ring, first } = this.#edges;
    const inside = (first[edge] === edge ? 1 : 0) === this.#counterclockwise[ring[edge]];
    return inside ? ring[edge] : this.#parent[ring[edge]];
  }

  /** Edges that became neighbours: those that go on, and the ones below and above them (−1: none). */
  #crossNeighbours(below: number, above: number): string | null {
    const onward = this.#onward;
    if (this.#goingOn === 0) return this.#crossing(below, above);
    return this.#crossing(below, onward[0]) ?? this.#crossing(onward[this.#goingOn - 1], above);
  }

  #crossing(a: number, b: number): string | null {
    if (a < 0 || b < 0) return null;
    const { x, y, last, ring, polygon } = this.#edges;
    const [p, q] = [last[a], last[b]];
    const endsFirst = x[q] < x[p] || (x[q] === x[p] && y[q] < y[p]);
    const side = endsFirst ? this.#side(a, x[q], y[q]) : -this.#side(b, x[p], y[p]);
    if (side >= 0) return null;
    const [px, py] = this.#intersection(a, b);
    return this.#faultAt(polygon[ring[a]] === polygon[ring[b]] ? "edges cross" : "parts overlap", px, py);
  }

  #intersection(a: number, b: number): [number, number] {
    const { x, y, first, last } = this.#edges;
    const [ax, ay, bx, by] = [x[first[a]], y[first[a]], x[first[b]], y[first[b]]];
    const [adx, ady, bdx, bdy] = [x[last[a]] - ax, y[last[a]] - ay, x[last[b]] - bx, y[last[b]] - by];
    const along = ((bx - ax) * bdy - (by - ay) * bdx) / (adx * bdy - ady * bdx);
    return [ax + along * adx, ay + along * ady];
  }

  #faultHere(what: string): string {
    return this.#faultAt(what, this.#px, this.#py);
  }

  #faultAt(what: string, px: number, py: number): string {
    const [column, row] = this.#edges.swapped ? [py, px] : [px, py];
    return `${what} near column ${Number(column.toFixed(1))}, row ${Number(row.toFixed(1))}`;
  }
}
