import type { Rings } from "./zones.ts";

/**
 * The rings of one zone as edges for a sweep; grows and is reused. Vertex v lies at (x[v], y[v]); edge v runs from
 * vertex v to vertex next[v] and is named by v. Repeated vertices are left out, so no edge is a point.
 *
 * The sweep goes from smaller to larger x, at equal x from smaller to larger y. Where fewer edges are under way at once
 * in the other direction, x and y change places (`swapped`): a comb is then swept along its back.
 */
export class RingEdges {
  vertices = 0;
  rings = 0;
  swapped = false;
  x = new Float64Array(64);
  y = new Float64Array(64);
  ring = new Int32Array(64);
  next = new Int32Array(64);
  previous = new Int32Array(64);
  /** The end of edge v that the sweep meets first, and the other one. */
  first = new Int32Array(64);
  last = new Int32Array(64);
  /** Vertices in the order of the sweep. */
  order = new Int32Array(64);
  /** Of each ring: its polygon, and the first ring of that. */
  polygon = new Int32Array(8);
  shell = new Int32Array(8);

  /** Takes the rings of a zone. False where a ring is no more than a point: that of vertex `vertices` − 1. */
  load({ coordinates, ringOffsets, polygonOffsets, zoneOffsets }: Rings, zone: number): boolean {
    const [firstPolygon, endPolygon] = [zoneOffsets[zone], zoneOffsets[zone + 1]];
    const [firstRing, endRing] = [polygonOffsets[firstPolygon], polygonOffsets[endPolygon]];
    this.#makeRoom(ringOffsets[endRing] - ringOffsets[firstRing], endRing - firstRing);
    this.vertices = 0;
    this.rings = 0;
    this.swapped = false;
    for (let polygon = firstPolygon; polygon < endPolygon; polygon++) {
      const shell = this.rings;
      for (let ring = polygonOffsets[polygon]; ring < polygonOffsets[polygon + 1]; ring++) {
        this.polygon[this.rings] = polygon;
        this.shell[this.rings] = shell;
        if (!this.#addRing(coordinates, ringOffsets[ring], ringOffsets[ring + 1])) return false;
        this.rings++;
      }
    }
    this.#chooseDirection();
    this.#findEnds();
    return true;
  }

  #addRing(coordinates: Float64Array, start: number, end: number): boolean {
    const { x, y, ring, next, previous } = this;
    const from = this.vertices;
    let at = from;
    for (let i = start; i < end; i++) {
      const [column, row] = [coordinates[2 * i], coordinates[2 * i + 1]];
      if (at > from && x[at - 1] === column && y[at - 1] === row) continue;
      x[at] = column;
      y[at] = row;
      ring[at] = this.rings;
      next[at] = at + 1;
      previous[at] = at - 1;
      at++;
    }
    while (at > from + 1 && x[at - 1] === x[from] && y[at - 1] === y[from]) at--;
    this.vertices = at;
    if (at === from) return true;
    next[at - 1] = from;
    previous[from] = at - 1;
    return at > from + 1;
  }

  /** Edges under way at once, on average: their extents, summed, over the extent of all. */
  #chooseDirection(): void {
    const { x, y, next, vertices } = this;
    let [minX, maxX, minY, maxY] = [Infinity, -Infinity, Infinity, -Infinity];
    let [alongX, alongY] = [0, 0];
    for (let v = 0; v < vertices; v++) {
      minX = Math.min(minX, x[v]);
      maxX = Math.max(maxX, x[v]);
      minY = Math.min(minY, y[v]);
      maxY = Math.max(maxY, y[v]);
      alongX += Math.abs(x[next[v]] - x[v]);
      alongY += Math.abs(y[next[v]] - y[v]);
    }
    this.swapped = alongY * (maxX - minX) < alongX * (maxY - minY);
    if (this.swapped) [this.x, this.y] = [y, x];
  }

  #findEnds(): void {
    const { x, y, next, first, last, vertices } = this;
    for (let v = 0; v < vertices; v++) {
      const w = next[v];
      const forward = x[v] < x[w] || (x[v] === x[w] && y[v] < y[w]);
      first[v] = forward ? v : w;
      last[v] = forward ? w : v;
      this.order[v] = v;
    }
    this.order.subarray(0, vertices).sort((a, b) => x[a] - x[b] || y[a] - y[b]);
  }

  #makeRoom(vertices: number, rings: number): void {
    if (this.x.length < vertices) {
      const room = 2 * vertices;
      [this.x, this.y] = [new Float64Array(room), new Float64Array(room)];
      [this.ring, this.next, this.previous] = [new Int32Array(room), new Int32Array(room), new Int32Array(room)];
      [this.first, this.last, this.order] = [new Int32Array(room), new Int32Array(room), new Int32Array(room)];
    }
    if (this.polygon.length < rings) {
      [this.polygon, this.shell] = [new Int32Array(2 * rings), new Int32Array(2 * rings)];
    }
  }
}
