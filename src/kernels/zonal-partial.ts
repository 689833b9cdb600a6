import type { Window } from "../grid/window.ts";
import type { PartialCells } from "../mask/zone-cells.ts";
import { dyadic, multiplyDyadic } from "../stats/dyadic.ts";
import { addExact, spillExact } from "../stats/exact-sums.ts";
import { addExtremes, type Partials } from "../stats/partial.ts";
import { addProduct, addSquareProduct } from "../stats/weighted-sums.ts";
import type { ZonalInput } from "./zonal.ts";

/**
 * Adds the cells that zones cover in part to what a backend made of the whole ones. They are few (∝ boundary) and their
 * coverage is a double, so this is done where doubles are: on the CPU, for every backend. Exact, as all else.
 */
export function addPartialCells(partials: Partials, input: ZonalInput): void {
  const { mask, slices } = input;
  const { partial, window, zones } = mask;
  if (!partial) return;
  for (let zone = 0; zone < zones.length; zone++) {
    const [first, stop] = cellsInRows(partial, zones[zone], window);
    for (let i = first; i < stop; i++) {
      const column = partial.columns[i] - window.column;
      if (column < 0 || column >= window.width) continue;
      const cell = (partial.rows[i] - window.row) * window.width + column;
      for (let slice = 0; slice < slices; slice++) {
        addCell(
          partials,
          zone * slices + slice,
          input,
          slice * window.height * window.width + cell,
          partial.coverage[i],
        );
      }
    }
  }
}

function addCell(partials: Partials, row: number, { data, nodata }: ZonalInput, cell: number, weight: number): void {
  const stored = data[cell];
  const value = Number(stored);
  if (nodata !== null && value === Number(nodata) && (typeof stored === "number" || stored === BigInt(nodata))) return;
  if (Number.isNaN(value)) return;
  addExtremes(partials, row, 1, stored, stored);
  if (partials.weight) addExact(partials.weight, row, weight);
  if (Number.isFinite(value)) {
    addFinite(partials, row, stored, value, weight);
  } else {
    if (partials.sum) partials.sum.nonfinite[row] += value;
    if (partials.squares) partials.squares.nonfinite[row] = Number.POSITIVE_INFINITY;
  }
}

function addFinite(partials: Partials, row: number, stored: number | bigint, value: number, weight: number): void {
  if (typeof stored === "bigint" && BigInt(value) !== stored) {
    const exact = multiplyDyadic({ mantissa: stored, exponent: 0 }, dyadic(weight));
    if (partials.sum) spillExact(partials.sum, row, exact);
    if (partials.squares) spillExact(partials.squares, row, multiplyDyadic(exact, { mantissa: stored, exponent: 0 }));
    return;
  }
  if (partials.sum) addProduct(partials.sum, row, value, weight);
  if (partials.squares) addSquareProduct(partials.squares, row, value, weight);
}

/** The zone's cells in the window's rows, by halves: they are in order of rows. */
function cellsInRows({ offsets, rows }: PartialCells, zone: number, window: Window): [number, number] {
  const firstFrom = (row: number) => {
    let low = offsets[zone];
    let high = offsets[zone + 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (rows[middle] < row) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return [firstFrom(window.row), firstFrom(window.row + window.height)];
}
