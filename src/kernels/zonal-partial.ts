import { createPartials, type Partials, valueKindOf } from "../stats/partial.ts";
import { addCell, type Weighing } from "./single-cell.ts";
import type { CellsInput } from "./zonal.ts";
import { reduceWholeCells } from "./zonal-cpu.ts";

/** All cells of a block's zones: whole ones and those that zones cover in part; one by one where they are weighed. */
export function reduceCells(input: CellsInput, weighing: Weighing | null): Partials {
  const partials = weighing ? reduceSingly(input, weighing) : reduceWholeCells(input);
  addPartialCells(partials, input, weighing);
  return partials;
}

/**
 * Adds the cells that zones cover in part to what a backend made of the whole ones. They are few (∝ boundary) and their
 * coverage is a double, so this is done where doubles are: on the CPU, for every backend. Exact, as all else.
 */
export function addPartialCells(partials: Partials, input: CellsInput, weighing: Weighing | null): void {
  const { mask, slices } = input;
  if (!mask.partial) return;
  const { offsets, rows, columns, coverage } = mask.partial;
  for (let zone = 0; zone < mask.zones; zone++) {
    for (let i = offsets[zone]; i < offsets[zone + 1]; i++) {
      for (let slice = 0; slice < slices; slice++) {
        addCell(partials, zone * slices + slice, input, weighing, slice, rows[i], columns[i], coverage[i]);
      }
    }
  }
}

/** The cells that belong to zones whole, one by one: where each weighs its own, or must be known by itself. */
export function reduceSingly(input: CellsInput, weighing: Weighing): Partials {
  const { mask, slices, data } = input;
  const { zones, runs, offsets } = mask;
  const partials = createPartials(zones * slices, valueKindOf(data), input.needs);
  for (let zone = 0; zone < zones; zone++) {
    for (let i = 3 * offsets[zone]; i < 3 * offsets[zone + 1]; i += 3) {
      for (let column = runs[i + 1]; column < runs[i + 2]; column++) {
        for (let slice = 0; slice < slices; slice++) {
          addCell(partials, zone * slices + slice, input, weighing, slice, runs[i], column, 1);
        }
      }
    }
  }
  return partials;
}
