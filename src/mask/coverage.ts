import { type Position, positionAt } from "./edge-position.ts";
import type { EdgeRows } from "./edge-rows.ts";
import type { Sections } from "./sections.ts";
import { SlabPieces } from "./slab-pieces.ts";
import { sortIndices, sortNumbers } from "./sorting.ts";

/** Which polygons of a zone cover a place: parity[polygon] is 1 where they do; covering counts them. */
export interface Inside {
  readonly parity: Uint8Array;
  covering: number;
}

/**
 * Covered fractions of the cells that a zone's boundary passes through, in one section of a stretch of one row.
 *
 * The band of the row is cut into slabs at the vertices (and at the crossings) of its edges, so that within a slab edges
 * go from top to bottom and keep their order. From left to right, even-odd within each polygon and the union over the
 * polygons say which edges enter the zone and which leave it. An edge that enters covers all that is right of it: in the
 * cell that it passes through its height times the mean distance to the right border, in the cells beyond its height.
 * So invalid polygons need no special care, and no coverage is ever above 1. Heights are reckoned from the row's top, in
 * which no bit is lost, however far down the row lies.
 */
export class CoverageSweep {
  /** Covered fraction of the i-th column of the last section that lies on the grid. */
  coverage = new Float64Array(64);
  /** Σ height × (1 − mean place) of the pieces in a column, with what rounding took away. */
  #area = new Float64Array(64);
  #areaRest = new Float64Array(64);
  /** Σ height of the pieces in column i − 1 and of those left of column 0: what they cover from column i on. */
  #cover = new Float64Array(64);
  #coverRest = new Float64Array(64);
  #first = 0;
  #stop = 0;
  #levels = new Float64Array(130);
  /** Edges by their upper ends. */
  #starts = new Float64Array(64);
  #order = new Int32Array(64);
  readonly #pieces = new SlabPieces();
  readonly #top: Position = { column: 0, rest: 0 };
  readonly #bottom: Position = { column: 0, rest: 0 };

  beginZone(zone: number): void {
    this.#pieces.beginZone(zone);
  }

  /**
   * @param left what covers the place left of the section's stretch
   * @param width columns of the grid: what lies beyond is left out
   */
  sweep(rows: EdgeRows, row: number, section: Sections, left: Inside, width: number): void {
    this.#first = Math.max(0, section.firstColumn);
    this.#stop = Math.min(width, section.stopColumn);
    const columns = this.#stop - this.#first;
    if (columns <= 0 || (section.count === 1 && section.toggles === 0 && this.#sweepEdge(rows, row, section, left)))
      return;
    this.#reserve(columns, section.count);
    // Where what covers the place changes from level to level, slabs say how much of it.
    this.#cover[0] = section.toggles === 0 && left.covering > 0 ? 1 : 0;
    this.#sweepSlabs(rows, row, section, left);
    for (let i = 0; i < columns; i++) {
      addTo(this.#area, this.#areaRest, i, this.#cover[i]);
      const covered = this.#area[i] + (this.#areaRest[i] + this.#coverRest[i]);
      this.coverage[i] = Math.min(1, Math.max(0, covered));
      addTo(this.#cover, this.#coverRest, i + 1, this.#cover[i]);
      this.#coverRest[i + 1] += this.#coverRest[i];
    }
  }

  /**
   * The same for one edge from the top of the row to its bottom, which most sections are: with one piece to add there is
   * nothing to keep in columns. False where it is not that simple. The operations are those of the general way, in
   * their order, so that coverage is the same to the bit.
   */
  #sweepEdge({ ends, parts }: EdgeRows, row: number, section: Sections, { parity, covering }: Inside): boolean {
    const edge = section.edges[0];
    const [x0, y0, x1, y1] = [ends[4 * edge], ends[4 * edge + 1], ends[4 * edge + 2], ends[4 * edge + 3]];
    if (y0 > row || y1 < row + 1) return false;
    positionAt(this.#top, x0, y0, x1, y1, row, 0);
    positionAt(this.#bottom, x0, y0, x1, y1, row, 1);
    const back = this.#top.column - this.#bottom.column + (this.#top.rest - this.#bottom.rest) > 0;
    const from = back ? this.#bottom : this.#top;
    const to = back ? this.#top : this.#bottom;
    if (from.column < this.#first || to.column > this.#stop || from.column >= this.#stop) return false;
    const now = covering + (parity[parts[edge]] === 0 ? 1 : -1);
    const height = covering === 0 ? 1 : now === 0 ? -1 : 0;
    this.#coverBeside(from, to, height, covering > 0 ? 1 : 0);
    return true;
  }

  /** Coverage of all columns where one piece is all there is. @param left what is covered left of it, 0 or 1 */
  #coverBeside(from: Position, to: Position, height: number, left: number): void {
    const columns = this.#stop - this.#first;
    if (this.coverage.length < columns) this.coverage = new Float64Array(2 * columns);
    const start = from.column;
    const end = to.column;
    const perColumn = height / (end - start + (to.rest - from.rest));
    let cover = left;
    let coverRest = 0;
    for (let i = 0; i < columns; i++) {
      const column = this.#first + i;
      let own = 0;
      let place = 0;
      if (column === start) {
        own = start === end ? height : perColumn * (1 - from.rest);
        place = start === end ? (from.rest + to.rest) / 2 : (from.rest + 1) / 2;
      } else if (column === end) {
        own = height - perColumn * (end - start - from.rest);
        place = to.rest / 2;
      } else if (column > start && column < end) {
        own = perColumn;
        place = 0.5;
      }
      const area = own * (1 - place);
      const covered = area + cover;
      const added = covered - area;
      const rest = area - (covered - added) + (cover - added);
      this.coverage[i] = Math.min(1, Math.max(0, covered + (rest + coverRest)));
      const next = own + cover;
      const addedNext = next - own;
      coverRest += own - (next - addedNext) + (cover - addedNext);
      cover = next;
    }
  }

  #reserve(columns: number, edges: number): void {
    if (this.coverage.length <= columns) {
      this.coverage = new Float64Array(2 * columns);
      this.#area = new Float64Array(2 * columns);
      this.#areaRest = new Float64Array(2 * columns);
      this.#cover = new Float64Array(2 * columns);
      this.#coverRest = new Float64Array(2 * columns);
    }
    for (let i = 0; i <= columns; i++) {
      this.#area[i] = this.#areaRest[i] = this.#cover[i] = this.#coverRest[i] = 0;
    }
    if (this.#order.length < edges) {
      this.#levels = new Float64Array(4 * edges + 2);
      this.#starts = new Float64Array(2 * edges);
      this.#order = new Int32Array(2 * edges);
    }
  }

  /** From slab to slab: edges join the pieces at their upper ends and leave them at their lower ones. */
  #sweepSlabs(rows: EdgeRows, row: number, section: Sections, left: Inside): void {
    const { edges, count, toggles } = section;
    const levels = this.#collectLevels(rows, row, section);
    const pieces = this.#pieces;
    pieces.begin(rows, row, count);
    let next = 0;
    let toggled = 0;
    for (let i = 0; i + 1 < levels; i++) {
      const from = this.#levels[i];
      const to = this.#levels[i + 1];
      for (; toggled < toggles && section.levels[section.order[toggled]] <= from; toggled++) {
        toggle(left, section.parts[section.order[toggled]]);
      }
      if (toggles > 0 && left.covering > 0) addTo(this.#cover, this.#coverRest, 0, to - from);
      pieces.drop(from);
      for (; next < count && this.#starts[this.#order[next]] <= from; next++) {
        pieces.add(edges[this.#order[next]], from);
      }
      pieces.extend(to);
      if (!pieces.cross()) this.#addSlab(to - from, left);
      else this.#sweepCrossings(from, to, left);
    }
    while (toggled > 0) toggle(left, section.parts[section.order[--toggled]]);
  }

  #sweepCrossings(from: number, to: number, left: Inside): void {
    const pieces = this.#pieces;
    const levels = pieces.crossings(from, to);
    let above = from;
    for (const level of levels) {
      pieces.extend(level);
      this.#addSlab(level - above, left);
      pieces.drop(level);
      above = level;
    }
  }

  /** Below the row's top, ascending, each once: 0, 1, and the vertices between them. How many there are. */
  #collectLevels({ ends }: EdgeRows, row: number, section: Sections): number {
    const levels = this.#levels;
    let count = 0;
    levels[count++] = 0;
    levels[count++] = 1;
    for (let i = 0; i < section.count; i++) {
      const edge = section.edges[i];
      const start = ends[4 * edge + 1] - row;
      const stop = ends[4 * edge + 3] - row;
      if (start > 0 && start < 1) levels[count++] = start;
      if (stop > 0 && stop < 1) levels[count++] = stop;
      this.#starts[i] = Math.max(0, start);
      this.#order[i] = i;
    }
    sortNumbers(levels, count);
    sortIndices(this.#order, section.count, this.#starts);
    let kept = 1;
    for (let i = 1; i < count; i++) if (levels[i] !== levels[kept - 1]) levels[kept++] = levels[i];
    return kept;
  }

  #addSlab(height: number, { parity, covering }: Inside): void {
    const pieces = this.#pieces;
    const { parts, order, length } = pieces;
    let before = covering;
    let now = covering;
    for (let i = 0; i < length; i++) {
      const piece = order[i];
      parity[parts[piece]] ^= 1;
      now += parity[parts[piece]] === 1 ? 1 : -1;
      // Pieces that lie on each other count as one, so that it does not matter in which order they come.
      if (i + 1 < length && pieces.coincide(piece, order[i + 1])) continue;
      if (before === 0 && now > 0) this.#addPiece(piece, height);
      else if (before > 0 && now === 0) this.#addPiece(piece, -height);
      before = now;
    }
    for (let i = 0; i < length; i++) parity[parts[order[i]]] ^= 1;
  }

  /** Adds a straight piece from the top to the bottom of a slab; height < 0 where the zone ends at it. */
  #addPiece(piece: number, height: number): void {
    const { topColumns, topRests, bottomColumns, bottomRests } = this.#pieces;
    const back = topColumns[piece] - bottomColumns[piece] + (topRests[piece] - bottomRests[piece]) > 0;
    const fromColumn = back ? bottomColumns[piece] : topColumns[piece];
    const fromRest = back ? bottomRests[piece] : topRests[piece];
    const toColumn = back ? topColumns[piece] : bottomColumns[piece];
    const toRest = back ? topRests[piece] : bottomRests[piece];
    if (fromColumn >= this.#stop) return;
    if (toColumn < this.#first) {
      addTo(this.#cover, this.#coverRest, 0, height);
      return;
    }
    if (fromColumn === toColumn) {
      this.#add(fromColumn, height, (fromRest + toRest) / 2);
      return;
    }
    const perColumn = height / (toColumn - fromColumn + (toRest - fromRest));
    if (fromColumn < this.#first) {
      addTo(this.#cover, this.#coverRest, 0, perColumn * (this.#first - fromColumn - fromRest));
    }
    const last = Math.min(this.#stop, toColumn);
    for (let column = Math.max(this.#first, fromColumn); column < last; column++) {
      const start = column === fromColumn ? fromRest : 0;
      this.#add(column, perColumn * (1 - start), (start + 1) / 2);
    }
    // What is left of the height: parts of an edge that is 1e-9 columns wide are known to 1e-7 of it, their sum is not.
    if (toColumn < this.#stop) {
      this.#add(toColumn, height - perColumn * (toColumn - fromColumn - fromRest), toRest / 2);
    }
  }

  #add(column: number, height: number, place: number): void {
    const i = column - this.#first;
    addTo(this.#area, this.#areaRest, i, height * (1 - place));
    addTo(this.#cover, this.#coverRest, i + 1, height);
  }
}

export function toggle(inside: Inside, part: number): void {
  inside.parity[part] ^= 1;
  inside.covering += inside.parity[part] === 1 ? 1 : -1;
}

/** Adds a value to sums[i], and what rounding takes away to rests[i] (Knuth's TwoSum). */
function addTo(sums: Float64Array, rests: Float64Array, i: number, value: number): void {
  const before = sums[i];
  const sum = before + value;
  const added = sum - before;
  rests[i] += before - (sum - added) + (value - added);
  sums[i] = sum;
}
