import { apart, locate } from "./edge-position.ts";
import { EDGE } from "./edge-record.ts";
import { sortNumbers } from "./sorting.ts";
import { Tangle } from "./tangle.ts";

const { BEGIN, END, ROW_BOTTOM, ROW_TOP, SLAB_BOTTOM, SLAB_TOP } = EDGE;

/** Edges that cross by less than this, in cells, meet in a vertex that rounding has moved; the areas differ by less. */
const CROSSING = 2 ** -46;
/** Pieces of slabs that a zone's crossings may make, some 0.5 µs each: valid zones have none, only a tangle so many. */
const MOST_STEPS = 2 ** 22;
/** By insertion so many moves a piece pay, beside sorting all of them. */
const FEW_MOVES = 16;

/**
 * The ways of edges through the slabs of a row, from the top down: `enter` and `extend` lead from one slab to the next.
 * order[0] … order[length − 1] are the edges that are there, from left to right. Grows and is reused.
 */
export class SlabPieces {
  length = 0;
  order = new Int32Array(64);
  #byTop = new Int32Array(64);
  #records: Float64Array = new Float64Array();
  #row = 0;
  /** Those from #edges[#next] on begin further down. */
  #edges: Int32Array = new Int32Array();
  #count = 0;
  #next = 0;
  #zone = 0;
  #steps = 0;

  /** Another zone begins. */
  beginZone(zone: number): void {
    this.#zone = zone;
    this.#steps = 0;
  }

  /** The first slab of a row is next. @param edges `count` of them, by ascending BEGIN */
  begin(records: Float64Array, row: number, edges: Int32Array, count: number): void {
    this.#records = records;
    this.#row = row;
    this.#edges = edges;
    this.#count = count;
    this.#next = 0;
    this.length = 0;
    if (this.order.length >= count) return;
    this.order = new Int32Array(2 * count);
    this.#byTop = new Int32Array(2 * count);
  }

  /** A slab begins at `level`: edges that end there go, others begin there. Where it ends, at the next end or beginning. */
  enter(level: number): number {
    this.drop(level);
    const { order } = this;
    const records = this.#records;
    const edges = this.#edges;
    const count = this.#count;
    let next = this.#next;
    let { length } = this;
    for (; next < count && records[edges[next] + BEGIN] <= level; next++) {
      const edge = edges[next];
      if (records[edge + END] <= level) continue;
      records[edge + SLAB_TOP] = records[edge + ROW_TOP];
      records[edge + SLAB_TOP + 1] = records[edge + ROW_TOP + 1];
      order[length++] = edge;
    }
    this.#next = next;
    this.length = length;
    let end = next < count ? records[edges[next] + BEGIN] : 1;
    for (let i = 0; i < length; i++) end = Math.min(end, records[order[i] + END]);
    return end;
  }

  /** Edges that end at `level` go, the others go on from where they were. */
  drop(level: number): void {
    const { order } = this;
    const records = this.#records;
    let kept = 0;
    for (let i = 0; i < this.length; i++) {
      const edge = order[i];
      if (records[edge + END] <= level) continue;
      records[edge + SLAB_TOP] = records[edge + SLAB_BOTTOM];
      records[edge + SLAB_TOP + 1] = records[edge + SLAB_BOTTOM + 1];
      order[kept++] = edge;
    }
    this.length = kept;
  }

  /** The slab ends at `level`. */
  extend(level: number): void {
    const records = this.#records;
    for (let i = 0; i < this.length; i++) {
      const edge = this.order[i];
      if (records[edge + END] === level) {
        records[edge + SLAB_BOTTOM] = records[edge + ROW_BOTTOM];
        records[edge + SLAB_BOTTOM + 1] = records[edge + ROW_BOTTOM + 1];
      } else locate(records, edge, this.#row, level, edge + SLAB_BOTTOM);
    }
    if (this.length > 1) this.#sort();
  }

  /** Whether edges cross within the slab: in order of their middles, where no neighbours cross, none do. */
  cross(): boolean {
    for (let i = 1; i < this.length; i++) {
      const a = this.order[i - 1];
      const b = this.order[i];
      if (this.#apart(a, b, SLAB_TOP) > CROSSING || this.#apart(a, b, SLAB_BOTTOM) > CROSSING) return true;
    }
    return false;
  }

  /** Levels in the slab where two edges cross, ascending, and `to`. Throws `Tangle` for a zone that has too many. */
  crossings(from: number, to: number): Float64Array {
    const found = [to];
    const order = this.#byTop;
    for (let i = 0; i < this.length; i++) {
      const edge = this.order[i];
      let j = i - 1;
      for (; j >= 0 && this.#apart(order[j], edge, SLAB_TOP) > 0; j--) order[j + 1] = order[j];
      order[j + 1] = edge;
      this.#take(i - j);
    }
    // Sorted by their bottoms, pieces change places with those that they cross.
    for (let i = 1; i < this.length; i++) {
      const edge = order[i];
      let j = i - 1;
      for (; j >= 0; j--) {
        const below = this.#apart(order[j], edge, SLAB_BOTTOM);
        if (!(below > 0)) break;
        const level = crossingLevel(from, to, Math.abs(this.#apart(order[j], edge, SLAB_TOP)), below);
        if (level > from && level < to) found.push(level);
        order[j + 1] = order[j];
      }
      order[j + 1] = edge;
      this.#take(i - j);
    }
    this.#take(found.length * this.length); // each is a slab
    const levels = Float64Array.from(found);
    sortNumbers(levels, levels.length);
    return levels;
  }

  coincide(a: number, b: number): boolean {
    return this.#apart(a, b, SLAB_TOP) === 0 && this.#apart(a, b, SLAB_BOTTOM) === 0;
  }

  #apart(a: number, b: number, position: number): number {
    return apart(this.#records, a + position, b + position);
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
      const edge = order[i];
      let j = i - 1;
      for (; j >= 0 && this.#isRightOf(order[j], edge); j--) order[j + 1] = order[j];
      order[j + 1] = edge;
      moves -= i - j;
      if (moves < 0) {
        order.subarray(0, length).sort((a, b) => Number(this.#isRightOf(a, b)) - Number(this.#isRightOf(b, a)));
        return;
      }
    }
  }

  /** By their middles, where they cross. */
  #isRightOf(a: number, b: number): boolean {
    const above = this.#apart(a, b, SLAB_TOP);
    const below = this.#apart(a, b, SLAB_BOTTOM);
    if (above <= 0 && below <= 0) return false;
    if (above >= 0 && below >= 0) return true;
    const records = this.#records;
    const columnsOf = (edge: number) => records[edge + SLAB_TOP] + records[edge + SLAB_BOTTOM];
    const restOf = (edge: number) => records[edge + SLAB_TOP + 1] + records[edge + SLAB_BOTTOM + 1];
    return (columnsOf(a) - columnsOf(b) + (restOf(a) - restOf(b)) || above) > 0;
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
