import type { EdgeRows } from "./edge-rows.ts";
import { sortIndices } from "./sorting.ts";
import type { Stretches } from "./touched.ts";

/** A section is closed once it has so many edges: a slab costs as much as there are edges in its section. */
const MOST_EDGES = 64;

/**
 * A stretch of a row, from section to section: all of it where it has few edges, else few columns, with the edges that
 * reach into them. Edges left of the section have changed what covers the place just left of it, from level to level.
 */
export class Sections {
  firstColumn = 0;
  stopColumn = 0;
  /** edges[0 … count] */
  edges = new Int32Array(256);
  count = 0;
  /** From the top down, i = 0 … toggles: at levels[order[i]] the polygon parts[order[i]] begins or ceases to cover it. */
  toggles = 0;
  levels = new Float64Array(256);
  parts = new Int32Array(256);
  order = new Int32Array(256);
  /** The columns that edge i reaches into end at rights[i]. */
  #rights = new Int32Array(256);
  #next = 0;

  begin(stretches: Stretches, stretch: number): void {
    this.stopColumn = stretches.starts[stretch];
    this.#next = stretches.edgeOffsets[stretch];
    this.count = 0;
    this.toggles = 0;
  }

  /** Goes on to the next section; false where the stretch ends. */
  next(rows: EdgeRows, row: number, stretches: Stretches, stretch: number): boolean {
    const end = stretches.edgeOffsets[stretch + 1];
    const stop = stretches.stops[stretch];
    if (this.stopColumn >= stop) return false;
    this.firstColumn = this.stopColumn++;
    this.#passEdges(rows, row);
    this.#takeEdges(stretches, end);
    while (this.count < MOST_EDGES && this.stopColumn < stop) {
      this.stopColumn = this.#next < end ? Math.min(stop, stretches.lefts[this.#next] + 1) : stop;
      this.#takeEdges(stretches, end);
    }
    return true;
  }

  #takeEdges({ edges, lefts, rights }: Stretches, end: number): void {
    for (; this.#next < end && lefts[this.#next] < this.stopColumn; this.#next++) {
      if (this.count === this.edges.length) {
        this.edges = grown(this.edges);
        this.#rights = grown(this.#rights);
      }
      this.edges[this.count] = edges[this.#next];
      this.#rights[this.count++] = rights[this.#next];
    }
  }

  /** Edges that end left of the section leave it. */
  #passEdges({ ends, parts }: EdgeRows, row: number): void {
    let kept = 0;
    for (let i = 0; i < this.count; i++) {
      const edge = this.edges[i];
      if (this.#rights[i] > this.firstColumn) {
        this.edges[kept] = edge;
        this.#rights[kept++] = this.#rights[i];
        continue;
      }
      const top = Math.max(0, ends[4 * edge + 1] - row);
      const bottom = ends[4 * edge + 3] - row;
      if (bottom <= top) continue;
      this.#toggle(top, parts[edge]);
      if (bottom < 1) this.#toggle(bottom, parts[edge]);
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
