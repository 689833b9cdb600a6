import { type Position, positionAt } from "./edge-position.ts";
import type { EdgeRows } from "./edge-rows.ts";
import type { Stretch } from "./touched.ts";

/**
 * Covered fractions of the cells that a zone's boundary passes through, in one stretch of one row.
 *
 * The band of the row is cut into slabs at the vertices (and at the crossings) of its edges, so that within a slab edges
 * go from top to bottom and keep their order. From left to right, even-odd within each polygon and the union over the
 * polygons say which edges enter the zone and which leave it. An edge that enters covers all that is right of it: in the
 * cell that it passes through its height times the mean distance to the right border, in the cells beyond its height.
 * So invalid polygons need no special care, and no coverage is ever above 1.
 */
export class CoverageSweep {
  /** Covered fraction of column `start + i` of the last stretch. */
  coverage = new Float64Array(64);
  /** Σ height × (1 − mean place) of the pieces in a column, and Σ height; each with what rounding took away. */
  #area = new Float64Array(64);
  #areaRest = new Float64Array(64);
  #cover = new Float64Array(65);
  #parity = new Uint8Array(16);
  /** Cover from left of the stretch's first column on the grid. */
  #before = 0;
  #first = 0;
  #stop = 0;

  /**
   * @param left for each polygon, 1 where it covers the cells just left of the stretch
   * @param width columns of the grid: what lies beyond is left out
   */
  sweep(rows: EdgeRows, row: number, stretch: Stretch, left: Uint8Array, width: number): void {
    this.#first = Math.max(0, stretch.start);
    this.#stop = Math.min(width, stretch.stop);
    const columns = this.#stop - this.#first;
    if (columns <= 0) return;
    this.#reserve(columns, left.length);
    this.#before = left.some((inside) => inside === 1) ? 1 : 0;
    const levels = slabLevels(rows, row, stretch.edges);
    for (let i = 0; i + 1 < levels.length; i++) {
      const slab = activeEdges(rows, stretch.edges, levels[i], levels[i + 1]);
      for (const part of cutAtCrossings(rows, slab)) this.#addSlab(part, left);
    }
    let running = this.#before;
    for (let i = 0; i < columns; i++) {
      this.coverage[i] = Math.min(1, Math.max(0, running + (this.#area[i] + this.#areaRest[i])));
      running += this.#cover[i];
    }
  }

  #reserve(columns: number, parts: number): void {
    if (this.coverage.length < columns) {
      this.coverage = new Float64Array(2 * columns);
      this.#area = new Float64Array(2 * columns);
      this.#areaRest = new Float64Array(2 * columns);
      this.#cover = new Float64Array(2 * columns);
    }
    if (this.#parity.length < parts) this.#parity = new Uint8Array(2 * parts);
    this.#area.fill(0, 0, columns);
    this.#areaRest.fill(0, 0, columns);
    this.#cover.fill(0, 0, columns);
  }

  #addSlab(slab: Slab, left: Uint8Array): void {
    const parity = this.#parity;
    parity.set(left);
    let covering = 0;
    for (const inside of left) covering += inside;
    for (const piece of slab.pieces) {
      parity[piece.part] ^= 1;
      if (parity[piece.part] === 1) {
        if (covering++ === 0) this.#addPiece(piece, slab.height);
      } else if (--covering === 0) this.#addPiece(piece, -slab.height);
    }
  }

  /** Adds a straight piece from the top to the bottom of a slab; height < 0 where the zone ends at it. */
  #addPiece({ top, bottom }: Piece, height: number): void {
    const [from, to] = comparePositions(top, bottom) <= 0 ? [top, bottom] : [bottom, top];
    if (from.column >= this.#stop) return;
    if (to.column < this.#first) {
      this.#before += height;
      return;
    }
    if (from.column === to.column) {
      this.#add(from.column, height, (from.rest + to.rest) / 2);
      return;
    }
    const perColumn = height / (to.column - from.column + (to.rest - from.rest));
    if (from.column < this.#first) this.#before += perColumn * (this.#first - from.column - from.rest);
    const last = Math.min(this.#stop - 1, to.column);
    for (let column = Math.max(this.#first, from.column); column <= last; column++) {
      const start = column === from.column ? from.rest : 0;
      const end = column === to.column ? to.rest : 1;
      this.#add(column, perColumn * (end - start), (start + end) / 2);
    }
  }

  #add(column: number, height: number, place: number): void {
    const i = column - this.#first;
    const value = height * (1 - place);
    const sum = this.#area[i] + value;
    const added = sum - this.#area[i];
    this.#areaRest[i] += this.#area[i] - (sum - added) + (value - added);
    this.#area[i] = sum;
    this.#cover[i] += height;
  }
}

/** An edge's way through a slab. */
interface Piece {
  readonly edge: number;
  readonly part: number;
  readonly top: Position;
  readonly bottom: Position;
}

interface Slab {
  readonly from: number;
  readonly to: number;
  readonly height: number;
  /** From left to right. */
  readonly pieces: Piece[];
}

/** Ascending: top and bottom of the row and the vertices between them. */
function slabLevels(rows: EdgeRows, row: number, edges: readonly number[]): number[] {
  const levels = [row, row + 1];
  for (const edge of edges) {
    const y0 = rows.ends[4 * edge + 1];
    const y1 = rows.ends[4 * edge + 3];
    if (y0 > row && y0 < row + 1) levels.push(y0);
    if (y1 > row && y1 < row + 1) levels.push(y1);
  }
  levels.sort((a, b) => a - b);
  return levels.filter((level, i) => level !== levels[i - 1]);
}

function activeEdges(rows: EdgeRows, edges: readonly number[], from: number, to: number): Slab {
  const pieces: Piece[] = [];
  for (const edge of edges) {
    const [x0, y0, x1, y1] = rows.ends.subarray(4 * edge, 4 * edge + 4);
    if (y0 > from || y1 < to || y0 === y1) continue;
    const top = { column: 0, rest: 0 };
    const bottom = { column: 0, rest: 0 };
    positionAt(top, x0, y0, x1, y1, from);
    positionAt(bottom, x0, y0, x1, y1, to);
    pieces.push({ edge, part: rows.parts[edge], top, bottom });
  }
  pieces.sort(compareMiddles);
  return { from, to, height: to - from, pieces };
}

function comparePositions(a: Position, b: Position): number {
  return a.column - b.column + (a.rest - b.rest);
}

function compareMiddles(a: Piece, b: Piece): number {
  return comparePositions(a.top, b.top) + comparePositions(a.bottom, b.bottom);
}

/** Edges that cross by less than this, in cells, meet in a vertex that rounding has moved; the areas differ by less. */
const CROSSING = 2 ** -46;

/** The slab itself where no two of its edges cross, else slabs between their crossings. */
function cutAtCrossings(rows: EdgeRows, slab: Slab): Slab[] {
  const { pieces, from, to } = slab;
  const crosses = (a: Piece, b: Piece) =>
    comparePositions(a.top, b.top) > CROSSING || comparePositions(a.bottom, b.bottom) > CROSSING;
  // In order of their middles: where no neighbours cross, none do.
  if (!pieces.some((piece, i) => i > 0 && crosses(pieces[i - 1], piece))) return [slab];
  const levels = [from, to];
  for (let i = 0; i < pieces.length; i++) {
    for (let j = i + 1; j < pieces.length; j++) {
      const above = comparePositions(pieces[i].top, pieces[j].top);
      const below = comparePositions(pieces[i].bottom, pieces[j].bottom);
      if (above < 0 === below < 0) continue;
      const level = from + (to - from) * (above / (above - below));
      if (level > from && level < to) levels.push(level);
    }
  }
  levels.sort((a, b) => a - b);
  const edges = pieces.map(({ edge }) => edge);
  return levels.slice(1).map((level, i) => activeEdges(rows, edges, levels[i], level));
}
