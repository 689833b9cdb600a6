import { apart } from "./edge-position.ts";
import { EDGE, sortEdges } from "./edge-record.ts";
import type { PartialBuilder } from "./partial-builder.ts";
import type { Sections } from "./sections.ts";
import { SlabPieces } from "./slab-pieces.ts";

const { BEGIN, END, PART, ROW_BOTTOM, ROW_TOP, SLAB_TOP } = EDGE;

/** Which polygons of a zone cover a place: parity[polygon] is 1 where they do; covering counts them. */
export interface Inside {
  readonly parity: Uint8Array;
  covering: number;
}

/** What is summed up for a column is two doubles each: a sum, and what rounding took away from it. */
const SUMS = 4;
/** Σ height × (1 − mean place) of the pieces in column i. */
const AREA = 0;
/** Σ height of the pieces in column i − 1 and of those left of column 0: what they cover from column i on. */
const COVER = 2;

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
  /** Of each column of the section; zeros when none is at hand. */
  #sums = new Float64Array(SUMS * 65);
  #first = 0;
  #stop = 0;
  readonly #pieces = new SlabPieces();
  /** Straight pieces of a slab: where the records have the two positions of each, and its height, < 0 where the zone ends there. */
  #ways = new Int32Array(64);
  #heights = new Float64Array(64);
  #taken = 0;

  beginZone(zone: number): void {
    this.#pieces.beginZone(zone);
  }

  /**
   * @param left what covers the place left of the section's stretch
   * @param width columns of the grid: what lies beyond is left out
   */
  sweep(
    records: Float64Array,
    row: number,
    section: Sections,
    left: Inside,
    width: number,
    cells: PartialBuilder,
  ): void {
    this.#first = Math.max(0, section.firstColumn);
    this.#stop = Math.min(width, section.stopColumn);
    const columns = this.#stop - this.#first;
    if (columns <= 0) return;
    if (this.#sums.length < SUMS * (columns + 1)) this.#sums = new Float64Array(2 * SUMS * (columns + 1));
    // Where what covers the place changes from level to level, slabs say how much of it.
    if (section.toggles === 0 && left.covering > 0) this.#sums[COVER] = 1;
    if (this.#ways.length < section.count) this.#makeRoom(section.count);
    sortEdges(section.edges, section.count, records, BEGIN);
    if (section.toggles === 0 && (this.#takePair(records, section, left) || this.#takeChain(records, section, left))) {
      this.#addPieces(records);
    } else this.#sweepSlabs(records, row, section, left);
    this.#sumUp(row, cells);
  }

  #makeRoom(pieces: number): void {
    this.#ways = new Int32Array(2 * pieces);
    this.#heights = new Float64Array(2 * pieces);
  }

  #sumUp(row: number, cells: PartialBuilder): void {
    const sums = this.#sums;
    const stop = this.#stop;
    let cover = 0;
    let coverRest = 0;
    let at = 0;
    for (let column = this.#first; column < stop; column++, at += SUMS) {
      addTo(sums, at + COVER, cover);
      cover = sums[at + COVER];
      coverRest += sums[at + COVER + 1];
      addTo(sums, at + AREA, cover);
      const covered = Math.min(1, Math.max(0, sums[at + AREA] + (sums[at + AREA + 1] + coverRest)));
      if (covered !== 0) cells.add(row, column, covered);
      sums[at + AREA] = sums[at + AREA + 1] = sums[at + COVER] = sums[at + COVER + 1] = 0;
    }
    sums[at + COVER] = sums[at + COVER + 1] = 0;
  }

  /** Where edges go on from each other from the row's top to its bottom, each is a slab of its own. False where not. */
  #takeChain(records: Float64Array, { edges, count }: Sections, { parity, covering }: Inside): boolean {
    for (let i = 1; i < count; i++) if (records[edges[i] + BEGIN] < records[edges[i - 1] + END]) return false;
    for (let i = 0; i < count; i++) {
      const edge = edges[i];
      const height = records[edge + END] - records[edge + BEGIN];
      const now = covering + (parity[records[edge + PART]] === 0 ? 1 : -1);
      if (height > 0) this.#takeChange(edge + ROW_TOP, height, covering, now);
    }
    return true;
  }

  /** Two edges beside each other, from one level to another, are one slab. False where they are not that. */
  #takePair(records: Float64Array, { edges, count }: Sections, { parity, covering }: Inside): boolean {
    if (count !== 2) return false;
    const a = edges[0];
    const b = edges[1];
    if (records[a + BEGIN] !== records[b + BEGIN] || records[a + END] !== records[b + END]) return false;
    const above = apart(records, a + ROW_TOP, b + ROW_TOP);
    const below = apart(records, a + ROW_BOTTOM, b + ROW_BOTTOM);
    if (above * below < 0 || above + below === 0) return false;
    const isTurned = above + below > 0;
    const first = isTurned ? b : a;
    const second = isTurned ? a : b;
    const height = records[a + END] - records[a + BEGIN];
    const firstPart = records[first + PART];
    const secondPart = records[second + PART];
    const between = covering + (parity[firstPart] === 0 ? 1 : -1);
    const after = firstPart === secondPart ? covering : between + (parity[secondPart] === 0 ? 1 : -1);
    this.#takeChange(first + ROW_TOP, height, covering, between);
    this.#takeChange(second + ROW_TOP, height, between, after);
    return true;
  }

  /** From slab to slab: edges join the pieces at their upper ends and leave them at their lower ones. */
  #sweepSlabs(records: Float64Array, row: number, section: Sections, left: Inside): void {
    const { edges, count, toggles } = section;
    const pieces = this.#pieces;
    pieces.begin(records, row, edges, count);
    let toggled = 0;
    for (let from = 0; from < 1; ) {
      for (; toggled < toggles && section.levels[section.order[toggled]] <= from; toggled++) {
        toggle(left, section.parts[section.order[toggled]]);
      }
      const to = pieces.enter(from);
      if (toggles > 0 && left.covering > 0) addTo(this.#sums, COVER, to - from);
      if (pieces.length > 0) {
        pieces.extend(to);
        if (!pieces.cross()) this.#addSlab(records, to - from, left);
        else this.#sweepCrossings(records, from, to, left);
      }
      from = to;
    }
    while (toggled > 0) toggle(left, section.parts[section.order[--toggled]]);
  }

  #sweepCrossings(records: Float64Array, from: number, to: number, left: Inside): void {
    const pieces = this.#pieces;
    const levels = pieces.crossings(from, to);
    let above = from;
    for (const level of levels) {
      pieces.extend(level);
      this.#addSlab(records, level - above, left);
      pieces.drop(level);
      above = level;
    }
  }

  #addSlab(records: Float64Array, height: number, { parity, covering }: Inside): void {
    const pieces = this.#pieces;
    const { order, length } = pieces;
    let before = covering;
    let now = covering;
    for (let i = 0; i < length; i++) {
      const edge = order[i];
      const part = records[edge + PART];
      parity[part] ^= 1;
      now += parity[part] === 1 ? 1 : -1;
      // Pieces that lie on each other count as one, so that it does not matter in which order they come.
      if (i + 1 < length && pieces.coincide(edge, order[i + 1])) continue;
      this.#takeChange(edge + SLAB_TOP, height, before, now);
      before = now;
    }
    for (let i = 0; i < length; i++) parity[records[order[i] + PART]] ^= 1;
    this.#addPieces(records);
  }

  /** At a way of an edge through a slab so many polygons cover the place, after so many before. */
  #takeChange(way: number, height: number, before: number, now: number): void {
    if (before > 0 === now > 0) return;
    this.#ways[this.#taken] = way;
    this.#heights[this.#taken++] = now > 0 ? height : -height;
  }

  /** Adds the pieces that were taken, and takes others from then on. */
  #addPieces(records: Float64Array): void {
    const sums = this.#sums;
    const first = this.#first;
    const stop = this.#stop;
    const taken = this.#taken;
    this.#taken = 0;
    for (let i = 0; i < taken; i++) {
      const way = this.#ways[i];
      const back = apart(records, way, way + 2) > 0;
      const from = back ? way + 2 : way;
      const to = back ? way : way + 2;
      const fromColumn = records[from];
      const fromRest = records[from + 1];
      const toColumn = records[to];
      const toRest = records[to + 1];
      if (fromColumn >= stop) continue;
      let height = this.#heights[i];
      if (toColumn < first) {
        addTo(sums, COVER, height);
        continue;
      }
      let place = (fromRest + toRest) / 2;
      if (fromColumn < toColumn) {
        const perColumn = height / (toColumn - fromColumn + (toRest - fromRest));
        if (fromColumn < first) addTo(sums, COVER, perColumn * (first - fromColumn - fromRest));
        const last = Math.min(stop, toColumn);
        for (let column = Math.max(first, fromColumn); column < last; column++) {
          const start = column === fromColumn ? fromRest : 0;
          addPart(sums, column - first, perColumn * (1 - start), (start + 1) / 2);
        }
        if (toColumn >= stop) continue;
        // What is left of it: parts of an edge that is 1e-9 columns wide are known to 1e-7 of it, their sum is not.
        height -= perColumn * (toColumn - fromColumn - fromRest);
        place = toRest / 2;
      }
      addPart(sums, toColumn - first, height, place);
    }
  }
}

/** Adds a piece of a height that lies in one column, at a mean place of it. */
function addPart(sums: Float64Array, column: number, height: number, place: number): void {
  const at = SUMS * column;
  addTo(sums, at + AREA, height * (1 - place));
  addTo(sums, at + SUMS + COVER, height);
}

export function toggle(inside: Inside, part: number): void {
  inside.parity[part] ^= 1;
  inside.covering += inside.parity[part] === 1 ? 1 : -1;
}

/** Adds a value to sums[at], and what rounding takes away to the one beside it (Knuth's TwoSum). */
function addTo(sums: Float64Array, at: number, value: number): void {
  const before = sums[at];
  const sum = before + value;
  const added = sum - before;
  sums[at] = sum;
  sums[at + 1] += before - (sum - added) + (value - added);
}
