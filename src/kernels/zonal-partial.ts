import type { PartialCells } from "../mask/zone-cells.ts";
import type { CellArray } from "../source/source.ts";
import { addAllExact } from "../stats/add-all-exact.ts";
import { addExtremes, createPartials, type Partials, valueKindOf } from "../stats/partial.ts";
import { addCell, addPowers, type Weighing } from "./single-cell.ts";
import type { CellsInput } from "./zonal.ts";
import { reduceWholeCells } from "./zonal-cpu.ts";

/** Adds up cells that zones cover in part, all zones of a slice at once, as `addCovered` does zone by zone. */
export interface CompiledCovered {
  /** Takes the cells of a block; false where it is not made for that block, or for what is asked for. */
  begin(input: CellsInput, cells: PartialCells, partials: Partials): boolean;
  /**
   * Adds up one of its slices.
   * @returns a number a zone, below 0 where its cells must go the general way; good until the next slice
   */
  addSlice(input: CellsInput, cells: PartialCells, slice: number, partials: Partials): Float64Array;
}

let compiled: CompiledCovered | null = null;

/** Has this thread reduce by it what it takes, which is for workers: elsewhere few cells are reduced. */
export function useCompiledCovered(covered: CompiledCovered | null): void {
  compiled = covered;
}

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
  const { offsets } = mask.partial;
  const bySlices = !weighing && compiled?.begin(input, mask.partial, partials) ? compiled : null;
  for (let slice = 0; slice < slices; slice++) {
    const added = bySlices?.addSlice(input, mask.partial, slice, partials);
    for (let zone = 0; zone < mask.zones; zone++) {
      if (added && added[zone] >= 0) continue;
      const row = zone * slices + slice;
      const [from, to] = [offsets[zone], offsets[zone + 1]];
      if (weighing) addWeighed(partials, row, input, mask.partial, weighing, slice, from, to);
      else for (let i = from; i < to; i += MOST) addCovered(partials, row, input, mask.partial, slice, i, to);
    }
  }
}

/** Cells `from` … `to`, each of which weighs its own. */
function addWeighed(
  partials: Partials,
  row: number,
  input: CellsInput,
  { rows, columns, coverage }: PartialCells,
  weighing: Weighing,
  slice: number,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) addCell(partials, row, input, weighing, slice, rows[i], columns[i], coverage[i]);
}

/** Cells that are looked at together: where they are, and their coverage. */
const MOST = 1024;
const places = new Int32Array(MOST);
const covered = new Float64Array(MOST);

/** As many of the cells `from` … `to` as are looked at together. */
function addCovered(
  partials: Partials,
  row: number,
  input: CellsInput,
  cells: PartialCells,
  slice: number,
  from: number,
  to: number,
): void {
  const { data } = input;
  const n = findValid(input, cells, slice, from, Math.min(to, from + MOST), places, covered);
  if (n === 0) return;
  addExtremesAt(partials, row, data, places, n);
  if (partials.weight) addAllExact(partials.weight, row, covered, n);
  partials.kept?.addPlaces(row, data, places, covered, n);
  const { sum, squares, sketches } = partials;
  if (sketches) for (let i = 0; i < n; i++) sketches.add(row, data[places[i]], covered[i]);
  if (sum || squares) for (let i = 0; i < n; i++) addPowers(sum, squares, row, data[places[i]], covered[i]);
}

/** Puts where the valid ones are, and their coverage, into columns. @returns how many they are */
function findValid(
  { data, nodata, mask }: CellsInput,
  { rows, columns, coverage }: PartialCells,
  slice: number,
  from: number,
  to: number,
  places: Int32Array,
  covered: Float64Array,
): number {
  const { height, width } = mask.window;
  const base = slice * height * width;
  let n = 0;
  for (let i = from; i < to; i++) {
    const place = base + rows[i] * width + columns[i];
    const stored = data[place];
    if (stored === nodata || Number.isNaN(stored)) continue;
    places[n] = place;
    covered[n++] = coverage[i];
  }
  return n;
}

function addExtremesAt(partials: Partials, row: number, data: CellArray, places: Int32Array, n: number): void {
  let min = data[places[0]];
  let max = min;
  for (let i = 1; i < n; i++) {
    const stored = data[places[i]];
    if (stored < min) min = stored;
    if (stored > max) max = stored;
  }
  addExtremes(partials, row, n, min, max);
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
