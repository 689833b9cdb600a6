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

  /** Edges of row `firstRow + index`. */
  row(index: number): Int32Array {
    return this.#members.subarray(this.#offsets[index], this.#offsets[index + 1]);
  }

  collect(rings: Rings, zone: number, height: number): void {
    this.#collectEdges(rings, zone);
    let [yMin, yMax] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let edge = 0; edge < this.edges; edge++) {
      yMin = Math.min(yMin, this.ends[4 * edge + 1]);
      yMax = Math.max(yMax, this.ends[4 * edge + 3]);
    }
    this.firstRow = Math.max(0, Math.floor(yMin));
    this.rows = Math.max(0, Math.min(height, Math.ceil(yMax)) - this.firstRow);
    if (!(this.rows > 0)) {
      this.rows = 0;
      return;
    }
    const { rows } = this;
    if (this.#offsets.length < rows + 2) this.#offsets = new Int32Array(2 * (rows + 2));
    // Counted two places ahead: after the prefix sum offsets[i + 1] is where row i begins and, once filled, ends.
    const offsets = this.#offsets.fill(0, 0, rows + 2);
    this.#forEachRow((_, row) => {
      offsets[row + 2]++;
    });
    for (let row = 2; row < rows + 2; row++) offsets[row] += offsets[row - 1];
    if (this.#members.length < offsets[rows + 1]) this.#members = new Int32Array(2 * offsets[rows + 1]);
    this.#forEachRow((edge, row) => {
      this.#members[offsets[row + 1]++] = edge;
    });
  }

  #collectEdges({ coordinates, ringOffsets, polygonOffsets, zoneOffsets }: Rings, zone: number): void {
    this.edges = 0;
    const firstPolygon = zoneOffsets[zone];
    for (let polygon = firstPolygon; polygon < zoneOffsets[zone + 1]; polygon++) {
      for (let ring = polygonOffsets[polygon]; ring < polygonOffsets[polygon + 1]; ring++) {
        const stop = ringOffsets[ring + 1];
        for (let vertex = ringOffsets[ring], previous = stop - 1; vertex < stop; previous = vertex++) {
          this.#push(
            coordinates[2 * previous],
            coordinates[2 * previous + 1],
            coordinates[2 * vertex],
            coordinates[2 * vertex + 1],
            polygon - firstPolygon,
          );
        }
      }
    }
  }

  #push(ax: number, ay: number, bx: number, by: number, part: number): void {
    if (ax === bx && ay === by) return;
    if (this.edges === this.parts.length) {
      const [ends, parts] = [this.ends, this.parts];
      this.ends = new Float64Array(2 * ends.length);
      this.ends.set(ends);
      this.parts = new Int32Array(2 * parts.length);
      this.parts.set(parts);
    }
    const down = ay < by || (ay === by && ax < bx);
    this.ends.set(down ? [ax, ay, bx, by] : [bx, by, ax, ay], 4 * this.edges);
    this.parts[this.edges++] = part;
  }

  #forEachRow(visit: (edge: number, row: number) => void): void {
    for (let edge = 0; edge < this.edges; edge++) {
      const y0 = this.ends[4 * edge + 1];
      const y1 = this.ends[4 * edge + 3];
      const first = Math.max(0, Math.floor(y0) - this.firstRow);
      const stop = Math.min(this.rows, Math.ceil(y1) - this.firstRow);
      for (let row = first; row < stop; row++) visit(edge, row);
    }
  }
}
