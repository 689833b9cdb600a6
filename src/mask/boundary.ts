import type { Window } from "../grid/window.ts";
import { firstRunEndingAfter, type Runs } from "./runs.ts";

/**
 * Cells of a rectangle whose closed square some ring touches, as row × width + column from its upper left corner, each
 * once and in no order. Cost ∝ length of the rings in the rectangle. Rounding may lose a cell that is touched at its
 * very rim, which does not matter: see SIMPLIFY_TOLERANCE.
 */
export class BoundaryWalk {
  #seen = new Uint8Array(4096);
  #cells: number[] = [];
  #rectangle: Window = { row: 0, column: 0, height: 0, width: 0 };

  /** @param rings x0, y0, x1, y1, … each, in cells of the grid */
  cells(rings: readonly Float64Array[], rectangle: Window): number[] {
    const area = rectangle.height * rectangle.width;
    if (this.#seen.length < area) this.#seen = new Uint8Array(area);
    this.#cells = [];
    this.#rectangle = rectangle;
    for (const ring of rings) this.#walkRing(ring);
    for (const cell of this.#cells) this.#seen[cell] = 0;
    return this.#cells;
  }

  #walkRing(ring: Float64Array): void {
    const { row, column } = this.#rectangle;
    const { length } = ring;
    if (length === 0) return;
    let ax = ring[length - 2] - column;
    let ay = ring[length - 1] - row;
    for (let i = 0; i < length; i += 2) {
      const bx = ring[i] - column;
      const by = ring[i + 1] - row;
      if (ay <= by) this.#walkEdge(ax, ay, bx, by);
      else this.#walkEdge(bx, by, ax, ay);
      ax = bx;
      ay = by;
    }
  }

  /** y0 ≤ y1. A coordinate that is an integer touches the cells on both its sides. */
  #walkEdge(x0: number, y0: number, x1: number, y1: number): void {
    const { height, width } = this.#rectangle;
    const last = Math.min(height - 1, Math.floor(y1));
    const slope = y1 > y0 ? (x1 - x0) / (y1 - y0) : 0;
    for (let row = Math.max(0, Math.ceil(y0) - 1); row <= last; row++) {
      const entry = y0 >= row ? x0 : x0 + (row - y0) * slope;
      const exit = y1 <= row + 1 ? x1 : x0 + (row + 1 - y0) * slope;
      const stop = Math.min(width - 1, Math.floor(Math.max(entry, exit)));
      for (let column = Math.max(0, Math.ceil(Math.min(entry, exit)) - 1); column <= stop; column++) {
        const cell = row * width + column;
        if (this.#seen[cell] === 1) continue;
        this.#seen[cell] = 1;
        this.#cells.push(cell);
      }
    }
  }
}

/** The exact verdict on a cell of the grid. */
export function isInside(runs: Runs, zone: number, row: number, column: number): boolean {
  const entry = runs.rowOffsets[zone] + row - runs.firstRow[zone];
  if (entry < runs.rowOffsets[zone] || entry >= runs.rowOffsets[zone + 1]) return false;
  const stop = runs.runOffsets[entry + 1];
  const run = firstRunEndingAfter(runs.stops, runs.runOffsets[entry], stop, column);
  return run < stop && runs.starts[run] <= column;
}
