import { applyTransform } from "../grid/affine.ts";
import type { Grid } from "../grid/grid.ts";
import type { KeptRow } from "./kept-cells.ts";

type Value = number | bigint;

/** The valid cells of a group one by one, from the top row down and from left to right. */
export class CellList {
  readonly values: readonly Value[];
  readonly coverage: Float64Array;
  readonly weights: Float64Array;
  /** row × width + column of the grid. */
  readonly ids: Float64Array;
  readonly #grid: Grid;

  constructor(kept: KeptRow, grid: Grid, toUnits: (stored: Value) => Value) {
    const order = inOrder(kept.ids, grid.width);
    const { length } = order;
    const values = new Array<Value>(length);
    this.coverage = new Float64Array(length);
    this.weights = new Float64Array(kept.weights.length);
    this.ids = new Float64Array(length);
    // Plain loops: `from` with a function costs some ten times as much a cell.
    for (let i = 0; i < length; i++) {
      const place = order[i];
      values[i] = toUnits(kept.partial[place]);
      this.coverage[i] = kept.coverage[place];
      this.ids[i] = kept.ids[place];
      if (kept.weights.length > 0) this.weights[i] = kept.weights[place];
    }
    this.values = values;
    this.#grid = grid;
  }

  /** Coordinates of the cells' centres; in cells where the raster is not georeferenced. */
  centers(axis: "x" | "y"): Float64Array {
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

/** Places of ids, ascending by id. */
function inOrder(ids: ArrayLike<number>, width: number): Uint32Array {
  const { length } = ids;
  const order = new Uint32Array(length);
  let ascends = true;
  for (let i = 0; i < length; i++) {
    order[i] = i;
    if (i > 0 && ids[i] < ids[i - 1]) ascends = false;
  }
  if (ascends) return order;
  const [rows, columns] = [new Uint32Array(length), new Uint32Array(length)];
  for (let i = 0; i < length; i++) {
    rows[i] = ids[i] / width;
    columns[i] = ids[i] % width;
  }
  return countingOrder(countingOrder(order, columns), rows);
}

/** A stable sort by keys: for columns, then rows, whose range is that of a grid, and no comparison is called. */
function countingOrder(order: Uint32Array, keys: Uint32Array): Uint32Array {
  let least = keys[0];
  let greatest = keys[0];
  for (const key of keys) {
    least = Math.min(least, key);
    greatest = Math.max(greatest, key);
  }
  const starts = new Uint32Array(greatest - least + 2);
  for (const key of keys) starts[key - least + 1]++;
  for (let i = 1; i < starts.length; i++) starts[i] += starts[i - 1];
  const sorted = new Uint32Array(order.length);
  for (const place of order) sorted[starts[keys[place] - least]++] = place;
  return sorted;
}
