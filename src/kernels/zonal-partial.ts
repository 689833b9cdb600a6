import type { Window } from "../grid/window.ts";
import { ClippedRuns } from "../mask/runs.ts";
import type { PartialCells } from "../mask/zone-cells.ts";
import type { Partials } from "../stats/partial.ts";
import { addCell, type Weighing } from "./single-cell.ts";
import type { ZonalInput } from "./zonal.ts";

/**
 * Adds the cells that zones cover in part to what a backend made of the whole ones. They are few (∝ boundary) and their
 * coverage is a double, so this is done where doubles are: on the CPU, for every backend. Exact, as all else.
 */
export function addPartialCells(partials: Partials, input: ZonalInput, weighing: Weighing | null): void {
  const { mask, slices } = input;
  const { partial, window, zones } = mask;
  if (!partial) return;
  for (let zone = 0; zone < zones.length; zone++) {
    const [first, stop] = cellsInRows(partial, zones[zone], window);
    for (let i = first; i < stop; i++) {
      const column = partial.columns[i] - window.column;
      if (column < 0 || column >= window.width) continue;
      for (let slice = 0; slice < slices; slice++) {
        const [row, cellRow] = [zone * slices + slice, partial.rows[i] - window.row];
        addCell(partials, row, input, weighing, slice, cellRow, column, partial.coverage[i]);
      }
    }
  }
}

/** Adds the cells that belong to zones whole one by one: where each weighs its own, or must be known by itself. */
export function addWholeCellsSingly(partials: Partials, input: ZonalInput, weighing: Weighing): void {
  const { mask, slices } = input;
  const runs = new ClippedRuns();
  mask.zones.forEach((zone, index) => {
    const { data, length } = runs.clip(mask.runs, zone, mask.window);
    for (let i = 0; i < 3 * length; i += 3) {
      for (let column = data[i + 1]; column < data[i + 2]; column++) {
        for (let slice = 0; slice < slices; slice++) {
          addCell(partials, index * slices + slice, input, weighing, slice, data[i], column, 1);
        }
      }
    }
  });
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
