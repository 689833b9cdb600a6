import type { Rings } from "../zones/zones.ts";
import { crossingPlace } from "./edge-place.ts";
import { locate, setPosition } from "./edge-position.ts";
import { EDGE, sortEdges } from "./edge-record.ts";

const { BEGIN, END, HIGH, LEFT, LOW, PART, RECORD, RIGHT, ROW_BOTTOM, ROW_TOP, X0, X1, Y0, Y1 } = EDGE;

/** Beyond any grid: columns that are further off are taken to be there, so that they can be counted through. */
const FAR = 2 ** 30;
/** Positions are known to 2^-52: from this far off the line between two columns on they tell the column. */
const NEAR = 2 ** -50;

/**
 * The edges of one zone from row to row, in the band [row, row + 1] of each: horizontal ones too, unless they run along a
 * border of rows. Where an edge crosses from row to row is reckoned once. Which columns it reaches into is exact: those
 * whose open square it meets. An edge along the line between two columns reaches into neither, but bounds what is beside.
 * Grows and is reused.
 */
export class RowEdges {
  /** Of each edge that is in the row, a record. */
  records = new Float64Array(16 * RECORD);
  /** The `count` edges in the row by ascending LEFT; behind them records that are free. */
  edges = Int32Array.from({ length: 16 }, (_, i) => i * RECORD);
  count = 0;
  firstRow = 0;
  rows = 0;
  readonly #corners: boolean;
  #coordinates: Float64Array = new Float64Array();
  /** Of each edge of the zone: where in the coordinates its upper and its lower end are, its polygon, and the next that begins in the same row. */
  #links = new Int32Array(4 * 64);
  /** Of each row the first edge that begins there; −1 where none does. */
  #heads = new Int32Array(64);

  /** @param corners whether an edge that slants through a corner of cells reaches into that whose upper left corner it is */
  constructor(corners: boolean) {
    this.#corners = corners;
  }

  /** The edges in the rows firstRow … stopRow of the grid; then `enter` each row from the first to the last. */
  collect(rings: Rings, zone: number, firstRow: number, stopRow: number): void {
    const { coordinates } = rings;
    const found = this.#link(rings, zone);
    this.#coordinates = coordinates;
    const links = this.#links;
    let yMin = Infinity;
    let yMax = -Infinity;
    for (let link = 0; link < found; link += 4) {
      yMin = Math.min(yMin, coordinates[links[link] + 1]);
      yMax = Math.max(yMax, coordinates[links[link + 1] + 1]);
    }
    const first = Math.min(stopRow, Math.max(firstRow, Math.floor(yMin)));
    const rows = Math.max(0, Math.min(stopRow, Math.ceil(yMax)) - first);
    if (this.#heads.length < rows) this.#heads = new Int32Array(2 * rows);
    const heads = this.#heads;
    for (let row = 0; row < rows; row++) heads[row] = -1;
    for (let link = 0; link < found; link += 4) {
      const start = Math.max(0, Math.floor(coordinates[links[link] + 1]) - first);
      const stop = Math.min(rows, Math.ceil(coordinates[links[link + 1] + 1]) - first);
      if (start >= stop) continue;
      links[link + 3] = heads[start];
      heads[start] = link;
    }
    this.firstRow = first;
    this.rows = rows;
    this.count = 0;
  }

  /** How far the links go. */
  #link({ coordinates, ringOffsets, polygonOffsets, zoneOffsets }: Rings, zone: number): number {
    const firstPolygon = zoneOffsets[zone];
    const lastPolygon = zoneOffsets[zone + 1];
    const most = 4 * (ringOffsets[polygonOffsets[lastPolygon]] - ringOffsets[polygonOffsets[firstPolygon]]);
    if (this.#links.length < most) this.#links = new Int32Array(2 * most);
    const links = this.#links;
    let found = 0;
    for (let polygon = firstPolygon; polygon < lastPolygon; polygon++) {
      for (let ring = polygonOffsets[polygon]; ring < polygonOffsets[polygon + 1]; ring++) {
        const stop = 2 * ringOffsets[ring + 1];
        let from = stop - 2;
        for (let to = 2 * ringOffsets[ring]; to < stop; to += 2) {
          const down = coordinates[to + 1] - coordinates[from + 1];
          if (down !== 0 || coordinates[to] !== coordinates[from]) {
            links[found] = down < 0 ? to : from;
            links[found + 1] = down < 0 ? from : to;
            links[found + 2] = polygon - firstPolygon;
            found += 4;
          }
          from = to;
        }
      }
    }
    return found;
  }

  /** Goes on to a row, the first or the one below that before. */
  enter(row: number): void {
    const { edges, records } = this;
    let kept = 0;
    for (let i = 0; i < this.count; i++) {
      const edge = edges[i];
      if (records[edge + Y1] <= row) continue;
      edges[i] = edges[kept];
      edges[kept++] = edge;
    }
    this.count = kept;
    const links = this.#links;
    for (let link = this.#heads[row - this.firstRow]; link >= 0; link = links[link + 3]) this.#begin(link, row);
    for (let i = 0; i < this.count; i++) this.#measure(this.edges[i], row);
    sortEdges(this.edges, this.count, this.records, LEFT);
  }

  #begin(link: number, row: number): void {
    if (this.count === this.edges.length) this.#grow();
    const { records } = this;
    const links = this.#links;
    const coordinates = this.#coordinates;
    const edge = this.edges[this.count++];
    const upper = links[link];
    const lower = links[link + 1];
    const y0 = coordinates[upper + 1];
    records[edge + X0] = coordinates[upper];
    records[edge + Y0] = y0;
    records[edge + X1] = coordinates[lower];
    records[edge + Y1] = coordinates[lower + 1];
    records[edge + PART] = links[link + 2];
    if (y0 >= row) this.#endAt(edge, coordinates[upper]);
    else this.#cross(edge, row);
  }

  /** What the edge does in the row: it begins where it ended in the row before. */
  #measure(edge: number, row: number): void {
    const { records } = this;
    const low = records[edge + LOW];
    const high = records[edge + HIGH];
    const begin = records[edge + Y0] - row;
    const end = records[edge + Y1] - row;
    records[edge + ROW_TOP] = records[edge + ROW_BOTTOM];
    records[edge + ROW_TOP + 1] = records[edge + ROW_BOTTOM + 1];
    records[edge + BEGIN] = begin > 0 ? begin : 0;
    records[edge + END] = end < 1 ? end : 1;
    if (end <= 1) this.#endAt(edge, records[edge + X1]);
    else this.#cross(edge, row + 1);
    const left = Math.min(low, records[edge + LOW]);
    let right = Math.max(high, records[edge + HIGH]);
    // An edge that slants through a corner point: the point is its own in the cell that begins there, as with centres.
    if (this.#corners && begin < 0 && low === high && records[edge + LOW] < low) right++;
    records[edge + LEFT] = Math.max(-FAR, Math.min(FAR, left));
    records[edge + RIGHT] = Math.max(-FAR, Math.min(FAR, right));
  }

  #endAt(edge: number, x: number): void {
    const { records } = this;
    setPosition(records, edge + ROW_BOTTOM, x);
    records[edge + LOW] = Math.floor(x);
    records[edge + HIGH] = Math.ceil(x);
  }

  /** The edge ends in a row, and begins in the next, at the line between them. */
  #cross(edge: number, y: number): void {
    const { records } = this;
    locate(records, edge, y, 0, edge + ROW_BOTTOM);
    const column = records[edge + ROW_BOTTOM];
    const rest = records[edge + ROW_BOTTOM + 1];
    records[edge + LOW] = column;
    records[edge + HIGH] = column + 1;
    if (rest > NEAR && rest < 1 - NEAR) return;
    const place = crossingPlace(records[edge + X0], records[edge + Y0], records[edge + X1], records[edge + Y1], y);
    records[edge + LOW] = Math.floor(place);
    records[edge + HIGH] = Math.ceil(place);
  }

  #grow(): void {
    const { edges, records } = this;
    this.records = new Float64Array(2 * records.length);
    this.records.set(records);
    this.edges = Int32Array.from({ length: 2 * edges.length }, (_, i) => edges[i] ?? i * RECORD);
  }
}
