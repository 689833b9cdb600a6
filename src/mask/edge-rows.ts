import type { Rings } from "../zones/zones.ts";

/**
 * The edges of one zone by the rows of the grid whose band [row, row + 1] they enter: horizontal ones too, unless they
 * run along a border of rows. Grows and is reused.
 */
export class EdgeRows {
  /** x0, y0, x1, y1 of each edge, y0 ≤ y1, and of equal ones x0 ≤ x1. */
  ends = new Float64Array(4 * 64);
  /** The polygon of each edge, counted from 0 in its zone. */
  parts = new Int32Array(64);
  edges = 0;
  firstRow = 0;
  rows = 0;
  #offsets = new Int32Array(64);
  #members = new Int32Array(256);

  /** Row `firstRow + index` has the edges members[offset(index)] … members[offset(index + 1)]. */
  get members(): Int32Array {
    return this.#members;
  }

  offset(index: number): number {
    return this.#offsets[index];
  }

  /** The edges in the rows firstRow … stopRow of the grid. */
  collect(rings: Rings, zone: number, firstRow: number, stopRow: number): void {
    this.#collectEdges(rings, zone);
    this.#collectRows(firstRow, stopRow);
    if (this.rows === 0) return;
    const { rows, edges } = this;
    if (this.#offsets.length < rows + 2) this.#offsets = new Int32Array(2 * (rows + 2));
    // Counted two places ahead: after the prefix sum offsets[i + 1] is where row i begins and, once filled, ends.
    const offsets = this.#offsets.fill(0, 0, rows + 2);
    for (let edge = 0; edge < edges; edge++) {
      const stop = this.#stopOf(edge);
      for (let row = this.#startOf(edge); row < stop; row++) offsets[row + 2]++;
    }
    for (let row = 2; row < rows + 2; row++) offsets[row] += offsets[row - 1];
    if (this.#members.length < offsets[rows + 1]) this.#members = new Int32Array(2 * offsets[rows + 1]);
    const members = this.#members;
    for (let edge = 0; edge < edges; edge++) {
      const stop = this.#stopOf(edge);
      for (let row = this.#startOf(edge); row < stop; row++) members[offsets[row + 1]++] = edge;
    }
  }

  #collectEdges({ coordinates, ringOffsets, polygonOffsets, zoneOffsets }: Rings, zone: number): void {
    this.edges = 0;
    const firstPolygon = zoneOffsets[zone];
    for (let polygon = firstPolygon; polygon < zoneOffsets[zone + 1]; polygon++) {
      for (let ring = polygonOffsets[polygon]; ring < polygonOffsets[polygon + 1]; ring++) {
        const start = ringOffsets[ring];
        const stop = ringOffsets[ring + 1];
        if (start === stop) continue;
        let ax = coordinates[2 * stop - 2];
        let ay = coordinates[2 * stop - 1];
        for (let vertex = start; vertex < stop; vertex++) {
          const bx = coordinates[2 * vertex];
          const by = coordinates[2 * vertex + 1];
          if (ay < by || (ay === by && ax < bx)) this.#push(ax, ay, bx, by, polygon - firstPolygon);
          else if (ax !== bx || ay !== by) this.#push(bx, by, ax, ay, polygon - firstPolygon);
          ax = bx;
          ay = by;
        }
      }
    }
  }

  #push(x0: number, y0: number, x1: number, y1: number, part: number): void {
    if (this.edges === this.parts.length) {
      const [ends, parts] = [this.ends, this.parts];
      this.ends = new Float64Array(2 * ends.length);
      this.ends.set(ends);
      this.parts = new Int32Array(2 * parts.length);
      this.parts.set(parts);
    }
    const at = 4 * this.edges;
    this.ends[at] = x0;
    this.ends[at + 1] = y0;
    this.ends[at + 2] = x1;
    this.ends[at + 3] = y1;
    this.parts[this.edges++] = part;
  }

  #collectRows(firstRow: number, stopRow: number): void {
    let yMin = Infinity;
    let yMax = -Infinity;
    for (let edge = 0; edge < this.edges; edge++) {
      if (this.ends[4 * edge + 1] < yMin) yMin = this.ends[4 * edge + 1];
      if (this.ends[4 * edge + 3] > yMax) yMax = this.ends[4 * edge + 3];
    }
    this.firstRow = Math.min(stopRow, Math.max(firstRow, Math.floor(yMin)));
    this.rows = Math.max(0, Math.min(stopRow, Math.ceil(yMax)) - this.firstRow);
  }

  /** First of the rows whose band the edge enters, counted from `firstRow`. */
  #startOf(edge: number): number {
    return Math.max(0, Math.floor(this.ends[4 * edge + 1]) - this.firstRow);
  }

  #stopOf(edge: number): number {
    return Math.min(this.rows, Math.ceil(this.ends[4 * edge + 3]) - this.firstRow);
  }
}
