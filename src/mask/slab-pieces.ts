import { type Position, positionAt } from "./edge-position.ts";
import type { EdgeRows } from "./edge-rows.ts";
import { sortNumbers } from "./sorting.ts";
import { Tangle } from "./tangle.ts";

/** Edges that cross by less than this, in cells, meet in a vertex that rounding has moved; the areas differ by less. */
const CROSSING = 2 ** -46;
/** Pieces of slabs that a zone's crossings may make, some 0.5 µs each: valid zones have none, only a tangle so many. */
const MOST_STEPS = 2 ** 22;
/** By insertion so many moves a piece pay, beside sorting all of them. */
const FEW_MOVES = 16;

/**
 * The ways of edges through the slabs of a row, from the top down: `drop`, `add` and `extend` lead from one slab to the
 * next. A piece keeps its number as long as its edge goes on; order[0] … order[length − 1] are those that are there, from
 * left to right. Grows and is reused.
 */
export class SlabPieces {
  length = 0;
  order = new Int32Array(64);
  parts = new Int32Array(64);
  topColumns = new Float64Array(64);
  topRests = new Float64Array(64);
  bottomColumns = new Float64Array(64);
  bottomRests = new Float64Array(64);
  /** Top and bottom added: twice the middle; the rest is in [0, 1). */
  #middleColumns = new Float64Array(64);
  #middleRests = new Float64Array(64);
  #edges = new Int32Array(64);
  #stops = new Float64Array(64);
  #byTop = new Int32Array(64);
  #used = 0;
  #zone = 0;
  #steps = 0;
  #ends = new Float64Array();
  #edgeParts = new Int32Array();
  #row = 0;
  readonly #position: Position = { column: 0, rest: 0 };

  /** Another zone begins. */
  beginZone(zone: number): void {
    this.#zone = zone;
    this.#steps = 0;
  }

  /** Forgets all pieces; at most `edges` will be added. */
  begin({ ends, parts }: EdgeRows, row: number, edges: number): void {
    this.#ends = ends;
    this.#edgeParts = parts;
    this.#row = row;
    this.#used = 0;
    this.length = 0;
    if (this.order.length >= edges) return;
    this.order = new Int32Array(2 * edges);
    this.parts = new Int32Array(2 * edges);
    this.topColumns = new Float64Array(2 * edges);
    this.topRests = new Float64Array(2 * edges);
    this.bottomColumns = new Float64Array(2 * edges);
    this.bottomRests = new Float64Array(2 * edges);
    this.#middleColumns = new Float64Array(2 * edges);
    this.#middleRests = new Float64Array(2 * edges);
    this.#edges = new Int32Array(2 * edges);
    this.#stops = new Float64Array(2 * edges);
    this.#byTop = new Int32Array(2 * edges);
  }

  /** A slab begins at `level`: edges that end there go, the others begin where they were. */
  drop(level: number): void {
    let kept = 0;
    for (let i = 0; i < this.length; i++) {
      const piece = this.order[i];
      if (this.#stops[piece] <= level) continue;
      this.topColumns[piece] = this.bottomColumns[piece];
      this.topRests[piece] = this.bottomRests[piece];
      this.order[kept++] = piece;
    }
    this.length = kept;
  }

  /** The edge is there from `level` on. */
  add(edge: number, level: number): void {
    const stop = this.#ends[4 * edge + 3] - this.#row;
    if (stop <= level) return;
    const piece = this.#used++;
    this.order[this.length++] = piece;
    this.parts[piece] = this.#edgeParts[edge];
    this.#edges[piece] = edge;
    this.#stops[piece] = stop;
    const { column, rest } = this.#locate(piece, level);
    this.topColumns[piece] = column;
    this.topRests[piece] = rest;
  }

  /** The slab ends at `level`. */
  extend(level: number): void {
    for (let i = 0; i < this.length; i++) {
      const piece = this.order[i];
      const { column, rest } = this.#locate(piece, level);
      this.bottomColumns[piece] = column;
      this.bottomRests[piece] = rest;
      const middle = this.topRests[piece] + rest;
      const carried = middle >= 1 ? 1 : 0;
      this.#middleColumns[piece] = this.topColumns[piece] + column + carried;
      this.#middleRests[piece] = middle - carried;
    }
    this.#sort();
  }

  /** Whether edges cross within the slab: in order of their middles, where no neighbours cross, none do. */
  cross(): boolean {
    for (let i = 1; i < this.length; i++) {
      const [a, b] = [this.order[i - 1], this.order[i]];
      if (this.#above(a, b) > CROSSING || this.#below(a, b) > CROSSING) return true;
    }
    return false;
  }

  /** Levels in the slab where two edges cross, ascending, and `to`. Throws `Tangle` for a zone that has too many. */
  crossings(from: number, to: number): Float64Array {
    const found = [to];
    const order = this.#byTop;
    for (let i = 0; i < this.length; i++) {
      const piece = this.order[i];
      let j = i - 1;
      for (; j >= 0 && this.#above(order[j], piece) > 0; j--) order[j + 1] = order[j];
      order[j + 1] = piece;
      this.#take(i - j);
    }
    // Sorted by their bottoms, pieces change places with those that they cross.
    for (let i = 1; i < this.length; i++) {
      const piece = order[i];
      let j = i - 1;
      for (; j >= 0 && this.#below(order[j], piece) > 0; j--) {
        const level = crossingLevel(from, to, Math.abs(this.#above(order[j], piece)), this.#below(order[j], piece));
        if (level > from && level < to) found.push(level);
        order[j + 1] = order[j];
      }
      order[j + 1] = piece;
      this.#take(i - j);
    }
    this.#take(found.length * this.length); // each is a slab
    const levels = Float64Array.from(found);
    sortNumbers(levels, levels.length);
    return levels;
  }

  coincide(a: number, b: number): boolean {
    return this.#above(a, b) === 0 && this.#below(a, b) === 0;
  }

  #locate(piece: number, level: number): Position {
    const at = 4 * this.#edges[piece];
    const ends = this.#ends;
    positionAt(this.#position, ends[at], ends[at + 1], ends[at + 2], ends[at + 3], this.#row, level);
    return this.#position;
  }

  /** How far the top of a lies right of the top of b. */
  #above(a: number, b: number): number {
    return this.topColumns[a] - this.topColumns[b] + (this.topRests[a] - this.topRests[b]);
  }

  #below(a: number, b: number): number {
    return this.bottomColumns[a] - this.bottomColumns[b] + (this.bottomRests[a] - this.bottomRests[b]);
  }

  #take(steps: number): void {
    this.#steps += steps;
    if (this.#steps > MOST_STEPS) throw new Tangle(this.#zone);
  }

  /** By insertion: from slab to slab the order hardly changes. Both ways leave equal pieces in their order. */
  #sort(): void {
    const { order, length } = this;
    let moves = FEW_MOVES * length;
    for (let i = 1; i < length; i++) {
      const piece = order[i];
      let j = i - 1;
      for (; j >= 0 && this.#isRightOf(order[j], piece); j--) order[j + 1] = order[j];
      order[j + 1] = piece;
      moves -= i - j;
      if (moves < 0) {
        order.subarray(0, length).sort((a, b) => Number(this.#isRightOf(a, b)) - Number(this.#isRightOf(b, a)));
        return;
      }
    }
  }

  #isRightOf(a: number, b: number): boolean {
    const columns = this.#middleColumns[a] - this.#middleColumns[b];
    if (columns !== 0) return columns > 0;
    const rests = this.#middleRests[a] - this.#middleRests[b];
    if (rests !== 0) return rests > 0;
    return (this.#above(a, b) || this.#below(a, b)) > 0;
  }
}

/**
 * Where edges meet that are `above` apart at the top of a slab and, the other way round, `below` at its bottom. Reckoned
 * from the nearer of the two, in steps of 2^-53, so that a raster stored from the south up has the mirrored level.
 */
function crossingLevel(from: number, to: number, above: number, below: number): number {
  const part = ((to - from) * Math.min(above, below)) / (above + below);
  const distance = Math.round(part * 2 ** 53) / 2 ** 53;
  return above <= below ? from + distance : to - distance;
}
