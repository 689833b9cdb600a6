import { orient2d } from "robust-predicates";
import { RingEdges } from "./ring-edges.ts";
import type { Rings } from "./zones.ts";

/**
 * Finds the first fault of a zone's rings by a sweep over its vertices (Shamos and Hoey 1976, "Geometric intersection
 * problems"): edges under way are kept in order, and as long as no two have crossed, only neighbours can cross next.
 * What meets in a point is judged there, from the cyclic order of the edges around it. All comparisons are exact.
 * Time ∝ vertices × log(edges under way), plus moving the edges under way as some begin and end.
 */
export class RingSweep {
  readonly #edges = new RingEdges();
  /** Edges under way, by growing y where the sweep is; edge 0 … #length. */
  #status = new Int32Array(64);
  #length = 0;
  /** Edges that go on from the point at hand, by growing y; the first #goingOn are meant. */
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
    if (!edges.load(rings, zone)) return this.#fault("a ring is a single point", edges.vertices - 1);
    this.#reset();
    const { order, x, y, vertices } = edges;
    for (let start = 0, stop = 0; start < vertices; start = stop) {
      const [px, py] = [x[order[start]], y[order[start]]];
      stop = start + 1;
      while (stop < vertices && x[order[stop]] === px && y[order[stop]] === py) stop++;
      const fault = this.#meet(start, stop, px, py);
      if (fault !== null) return fault;
    }
    return null;
  }

  #reset(): void {
    const { rings, vertices } = this.#edges;
    this.#length = 0;
    if (this.#status.length < vertices) {
      this.#status = new Int32Array(2 * vertices);
      this.#onward = new Int32Array(2 * vertices);
    }
    if (this.#parent.length < rings) {
      this.#parent = new Int32Array(2 * rings);
      this.#counterclockwise = new Uint8Array(2 * rings);
      this.#touching = new Int32Array(2 * rings);
    }
    this.#parent.fill(-2, 0, rings);
    for (let ring = 0; ring < rings; ring++) this.#touching[ring] = ring;
  }

  /** Takes the sweep past the point where the vertices order[start] … order[stop] lie. */
  #meet(start: number, stop: number, px: number, py: number): string | null {
    const vertex = this.#edges.order[start];
    const low = this.#firstReaching(px, py);
    let high = low;
    while (high < this.#length && this.#side(this.#status[high], px, py) === 0) high++;
    const fresh = this.#collectOnward(start, stop, low, high, px, py);
    const through = this.#goingOn - fresh;
    if (through > 1) return this.#fault("edges cross", vertex);
    const overlap = this.#sortOnward(px, py);
    if (overlap !== null) return overlap;
    const passes = through + (fresh + (high - low - through)) / 2;
    const touch = passes > 1 ? this.#judgeTouch(vertex, low, high) : null;
    if (touch !== null) return touch;
    this.#replace(low, high);
    return this.#nestOnward(low) ?? this.#crossNeighbours(low);
  }

  /** Position of the first edge under way that the point is not beyond. */
  #firstReaching(px: number, py: number): number {
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#side(this.#status[middle], px, py) > 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Positive where the point lies on the side of growing y of an edge, 0 where on it. */
  #side(edge: number, px: number, py: number): number {
    const { x, y, first, last } = this.#edges;
    const [a, b] = [first[edge], last[edge]];
    // orient2d counts clockwise as positive.
    return -orient2d(x[a], y[a], x[b], y[b], px, py);
  }

  /** Edges that begin at the point, then those that pass through it; returns how many begin. */
  #collectOnward(start: number, stop: number, low: number, high: number, px: number, py: number): number {
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
    for (let i = low; i < high; i++) {
      const end = last[this.#status[i]];
      if (x[end] !== px || y[end] !== py) onward[count++] = this.#status[i];
    }
    this.#goingOn = count;
    return fresh;
  }

  #sortOnward(px: number, py: number): string | null {
    if (this.#goingOn < 2) return null;
    const { x, y, last, ring, polygon } = this.#edges;
    const onward = this.#onward.subarray(0, this.#goingOn);
    const compare = (a: number, b: number) => orient2d(px, py, x[last[a]], y[last[a]], x[last[b]], y[last[b]]);
    if (onward.length === 2) {
      if (compare(onward[0], onward[1]) > 0) onward.reverse();
    } else onward.sort(compare);
    for (let i = 1; i < onward.length; i++) {
      const [a, b] = [onward[i - 1], onward[i]];
      if (compare(a, b) !== 0) continue;
      const what = polygon[ring[a]] === polygon[ring[b]] ? "edges overlap" : "parts share an edge";
      return this.#faultAt(what, px, py);
    }
    return null;
  }

  /**
   * Several rings, or one ring several times, pass through a point. They cross there if their ends interleave around
   * it. A ring must not meet itself; rings of one polygon may touch, as long as no chain of them closes a circle.
   */
  #judgeTouch(vertex: number, low: number, high: number): string | null {
    const { x, y, ring, polygon } = this.#edges;
    const around = [...this.#onward.subarray(0, this.#goingOn)];
    for (let i = high - 1; i >= low; i--) around.push(this.#status[i]);
    const open: number[] = [];
    const rings: number[] = [];
    for (const edge of around) {
      const pass = this.#passOf(edge, x[vertex], y[vertex]);
      if (open.at(-1) === pass) open.pop();
      else {
        open.push(pass);
        rings.push(ring[edge]);
      }
    }
    if (open.length > 0) return this.#fault("edges cross", vertex);
    const distinct = new Set(rings);
    if (distinct.size < rings.length) return this.#fault("a ring touches itself", vertex);
    const met = new Map<number, number>();
    for (const at of distinct) {
      const other = met.get(polygon[at]);
      if (other === undefined) met.set(polygon[at], at);
      else if (!this.#join(other, at)) return this.#fault("rings that touch cut a polygon apart", vertex);
    }
    return null;
  }

  /** Names the vertex by which an edge begins or ends at a point; an edge that passes through is its own. */
  #passOf(edge: number, px: number, py: number): number {
    const { x, y, next } = this.#edges;
    if (x[edge] === px && y[edge] === py) return edge;
    return x[next[edge]] === px && y[next[edge]] === py ? next[edge] : -1 - edge;
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

  /** Puts the edges that go on in place of those that reach the point. */
  #replace(low: number, high: number): void {
    const onward = this.#onward;
    const grown = this.#goingOn - (high - low);
    if (grown !== 0) this.#status.copyWithin(high + grown, high, this.#length);
    this.#length += grown;
    for (let i = 0; i < this.#goingOn; i++) this.#status[low + i] = onward[i];
  }

  /** Says in which ring those that begin here lie, from the edge before, and whether they may. */
  #nestOnward(low: number): string | null {
    const { ring, shell, first } = this.#edges;
    for (let i = 0; i < this.#goingOn; i++) {
      const edge = this.#onward[i];
      const own = ring[edge];
      if (this.#parent[own] !== -2) continue;
      this.#counterclockwise[own] = first[edge] === edge ? 1 : 0;
      const parent = low + i === 0 ? -1 : this.#ringAfter(this.#status[low + i - 1]);
      this.#parent[own] = parent;
      const isShell = shell[own] === own;
      const inHole = parent >= 0 && shell[parent] !== parent;
      if (isShell && parent >= 0 && !inHole) return this.#fault("parts overlap", first[edge]);
      if (!isShell && parent !== shell[own]) {
        return this.#fault(inHole ? "a hole lies in a hole" : "a hole lies outside of its polygon", first[edge]);
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

  /** Edges that became neighbours at position `low`. */
  #crossNeighbours(low: number): string | null {
    const end = low + this.#goingOn;
    const before = this.#crossing(low - 1, low);
    return before ?? (end > low ? this.#crossing(end - 1, end) : null);
  }

  #crossing(lower: number, upper: number): string | null {
    if (lower < 0 || upper >= this.#length) return null;
    const { x, y, last, ring, polygon } = this.#edges;
    const [a, b] = [this.#status[lower], this.#status[upper]];
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

  #fault(what: string, vertex: number): string {
    return this.#faultAt(what, this.#edges.x[vertex], this.#edges.y[vertex]);
  }

  #faultAt(what: string, px: number, py: number): string {
    const [column, row] = this.#edges.swapped ? [py, px] : [px, py];
    return `${what} near column ${Number(column.toFixed(1))}, row ${Number(row.toFixed(1))}`;
  }
}
