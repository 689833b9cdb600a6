import { applyTransform } from "../grid/affine.ts";
import type { Grid } from "../grid/grid.ts";
import type { KeptRow } from "./kept-cells.ts";

type Value = number | bigint;

/** The valid cells of a group one by one, from the top row down and from left to right. */
export class CellList {
  readonly values: readonly Value[];
  readonly coverage: readonly number[];
  readonly weights: readonly number[];
  /** row × width + column of the grid. */
  readonly ids: readonly number[];
  readonly #grid: Grid;

  constructor(kept: KeptRow, grid: Grid, toUnits: (stored: Value) => Value) {
    const order = kept.ids.map((_, i) => i).sort((a, b) => kept.ids[a] - kept.ids[b]);
    this.values = order.map((i) => toUnits(kept.partial[i]));
    this.coverage = order.map((i) => kept.coverage[i]);
    this.weights = kept.weights.length > 0 ? order.map((i) => kept.weights[i]) : [];
    this.ids = order.map((i) => kept.ids[i]);
    this.#grid = grid;
  }

  /** Coordinates of the cells' centres; in cells where the raster is not georeferenced. */
  centers(axis: "x" | "y"): number[] {
    return this.ids.map((id) => this.#center(id, axis));
  }

  centerOfLeast(axis: "x" | "y"): number {
    return this.#center(this.ids[this.#first((value, best) => value < best)], axis);
  }

  centerOfGreatest(axis: "x" | "y"): number {
    return this.#center(this.ids[this.#first((value, best) => value > best)], axis);
  }

  #first(isBetter: (value: Value, best: Value) => boolean): number {
    let best = 0;
    for (let i = 1; i < this.values.length; i++) if (isBetter(this.values[i], this.values[best])) best = i;
    return best;
  }

  #center(id: number, axis: "x" | "y"): number {
    const { width, transform } = this.#grid;
    const [column, row] = [(id % width) + 0.5, Math.floor(id / width) + 0.5];
    const [x, y] = transform ? applyTransform(transform, column, row) : [column, row];
    return axis === "x" ? x : y;
  }
}
