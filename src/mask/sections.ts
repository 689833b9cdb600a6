import { EDGE } from "./edge-record.ts";
import type { RowEdges } from "./row-edges.ts";
import { sortIndices } from "./sorting.ts";

const { BEGIN, END, LEFT, PART, RIGHT } = EDGE;

/** A section is closed once it has so many edges: a slab costs as much as there are edges in its section. */
const MOST_EDGES = 64;

/**
 * A stretch of a row, from section to section: all of it where it has few edges, else few columns, with the edges that
 * reach into them. Edges left of the section have changed what covers the place just left of it, from level to level.
 */
export class Sections {
  firstColumn = 0;
  stopColumn = 0;
  /** edges[0 … count], in any order. */
  edges = new Int32Array(256);
  count = 0;
  /** From the top down, i = 0 … toggles: at levels[order[i]] the polygon parts[order[i]] begins or ceases to cover it. */
  toggles = 0;
  levels = new Float64Array(256);
  parts = new Int32Array(256);
  order = new Int32Array(256);
  #next = 0;
  #end = 0;
  #stop = 0;

  /** Of the stretch of the edges from … end of a row, the columns start … stop. */
  begin(from: number, end: number, start: number, stop: number): void {
    this.stopColumn = start;
    this.count = 0;
    this.toggles = 0;
    this.#next = from;
    this.#end = end;
    this.#stop = stop;
  }

  /** Goes on to the next section; false where the stretch ends. */
  next({ edges, records }: RowEdges): boolean {
    const stop = this.#stop;
    if (this.stopColumn >= stop) return false;
    this.firstColumn = this.stopColumn;
    if (this.count > 0) this.#passEdges(records);
    const isLast = this.#end - this.#next < MOST_EDGES - this.count;
    this.stopColumn = isLast ? stop : this.firstColumn + 1;
    this.#takeEdges(edges, records);
    if (!isLast) this.#widen(edges, records);
    return true;
  }

  /** Takes more columns, as long as there is room for their edges. */
  #widen(edges: Int32Array, records: Float64Array): void {
    const end = this.#end;
    const stop = this.#stop;
    while (this.count < MOST_EDGES && this.stopColumn < stop) {
      this.stopColumn = this.#next < end ? Math.min(stop, (records[edges[this.#next] + LEFT] | 0) + 1) : stop;
      this.#takeEdges(edges, records);
    }
  }

  #takeEdges(edges: Int32Array, records: Float64Array): void {
    const stop = this.stopColumn;
    const end = this.#end;
    let next = this.#next;
    let count = this.count;
    for (; next < end && records[edges[next] + LEFT] < stop; next++) {
      if (count === this.edges.length) this.edges = grown(this.edges);
      this.edges[count++] = edges[next];
    }
    this.#next = next;
    this.count = count;
  }

  /** Edges that end left of the section leave it. */
  #passEdges(records: Float64Array): void {
    let kept = 0;
    for (let i = 0; i < this.count; i++) {
      const edge = this.edges[i];
      if (records[edge + RIGHT] > this.firstColumn) {
        this.edges[kept++] = edge;
        continue;
      }
      const begin = records[edge + BEGIN];
      const end = records[edge + END];
      if (end <= begin) continue;
      this.#toggle(begin, records[edge + PART]);
      if (end < 1) this.#toggle(end, records[edge + PART]);
    }
    this.count = kept;
    for (let i = 0; i < this.toggles; i++) this.order[i] = i;
    sortIndices(this.order, this.toggles, this.levels);
  }

  /** Two at one place cancel, as do those of edges that go on from each other. */
  #toggle(level: number, part: number): void {
    for (let i = 0; i < this.toggles; i++) {
      if (this.levels[i] !== level || this.parts[i] !== part) continue;
      this.toggles--;
      this.levels[i] = this.levels[this.toggles];
      this.parts[i] = this.parts[this.toggles];
      return;
    }
    if (this.toggles === this.order.length) {
      const levels = new Float64Array(2 * this.levels.length);
      levels.set(this.levels);
      this.levels = levels;
      this.parts = grown(this.parts);
      this.order = new Int32Array(2 * this.order.length);
    }
    this.levels[this.toggles] = level;
    this.parts[this.toggles++] = part;
  }
}

function grown(values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * values.length);
  larger.set(values);
  return larger;
}
