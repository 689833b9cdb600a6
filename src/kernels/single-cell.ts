import type { Window } from "../grid/window.ts";
import { dyadic, multiplyDyadic } from "../stats/dyadic.ts";
import { addExact, type ExactSums, spillExact } from "../stats/exact-sums.ts";
import { addExtremes, type Partials } from "../stats/partial.ts";
import { addProduct, addSquareProduct } from "../stats/weighted-sums.ts";
import type { ZonalInput } from "./zonal.ts";

/** What cells weigh beyond their coverage, and what must be known of each. */
export interface Weighing {
  /** Area of a cell, one a row of the window; null: not asked for. */
  readonly areas: Float64Array | null;
  /** What a second raster gives each cell of the window, NaN where it gives none; null without one. */
  readonly weights: Float64Array | null;
  /** Columns of the grid, to number cells by. */
  readonly gridWidth: number;
}

/** Adds one cell of a zone to a row of partials, exactly, if it is valid. */
export function addCell(
  partials: Partials,
  row: number,
  input: Pick<ZonalInput, "data" | "nodata"> & { readonly mask: { readonly window: Window } },
  weighing: Weighing | null,
  slice: number,
  cellRow: number,
  cellColumn: number,
  coverage: number,
): void {
  const { data, nodata, mask } = input;
  const { window } = mask;
  const place = cellRow * window.width + cellColumn;
  const index = slice * window.height * window.width + place;
  const stored = data[index];
  const value = Number(stored);
  if (nodata !== null && value === Number(nodata) && (typeof stored === "number" || stored === BigInt(nodata))) return;
  if (Number.isNaN(value)) return;
  const weighed = weighing?.areas ? coverage * weighing.areas[cellRow] : coverage;
  const weight = weighing?.weights ? weighing.weights[place] : null;
  addExtremes(partials, row, 1, stored, stored);
  if (partials.weight) addExact(partials.weight, row, weighed);
  partials.sketches?.add(row, stored, weighed);
  if (partials.kept) {
    const id = weighing ? (window.row + cellRow) * weighing.gridWidth + window.column + cellColumn : null;
    partials.kept.addOne(row, data, index, weighed, weight, id);
  }
  addPowers(partials.sum, partials.squares, row, stored, weighed);
  if (weight === null) return;
  const product = weighed * weight;
  if (partials.weights) addExact(partials.weights, row, product);
  addPowers(partials.weightedSum, partials.weightedSquares, row, stored, product);
}

/** Adds w·x and w·x². */
export function addPowers(
  sum: ExactSums | null,
  squares: ExactSums | null,
  row: number,
  stored: number | bigint,
  weight: number,
): void {
  const value = Number(stored);
  if (!Number.isFinite(value) || !Number.isFinite(weight)) {
    if (sum) sum.nonfinite[row] += value * weight;
    if (squares) squares.nonfinite[row] += value * value * weight;
  } else if (typeof stored === "bigint" && BigInt(value) !== stored) {
    const exact = multiplyDyadic({ mantissa: stored, exponent: 0 }, dyadic(weight));
    if (sum) spillExact(sum, row, exact);
    if (squares) spillExact(squares, row, multiplyDyadic(exact, { mantissa: stored, exponent: 0 }));
  } else {
    if (sum) addProduct(sum, row, value, weight);
    if (squares) addSquareProduct(squares, row, value, weight);
  }
}
