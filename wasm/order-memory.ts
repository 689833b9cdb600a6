/** Where things lie in memory for order statistics of a group. */
import { aligned } from "./memory";

/** Where the parts of select.ts end; before it lie the tables of digits.ts. */
export const ENDS: usize = 0x2000;
/** Whole cells. */
export const CELLS: usize = 0x4000;
/** Cells in part, and their coverage (f64). */
export let partialAt: usize = 0;
export let coverageAt: usize = 0;
/** A pair (u64) for each of them. */
export let pairsAt: usize = 0;
/** What cells weigh by value (f64), ascending. What has to be sorted finds room here before. */
export let weightsAt: usize = 0;
/** The values, as cells are. */
export let valuesAt: usize = 0;

export let whole: i32 = 0;
export let partial: i32 = 0;
export let kind: i32 = 0;

/** Says where so many cells of a kind go, whole ones and those in part; there is memory for them. */
export function place(wholeCells: i32, partialCells: i32, kindOfCells: i32): void {
  whole = wholeCells;
  partial = partialCells;
  kind = kindOfCells;
  const all = <usize>whole + <usize>partial;
  partialAt = afterLanes(CELLS + ((<usize>whole) << 2));
  coverageAt = afterLanes(partialAt + ((<usize>partial) << 2));
  pairsAt = coverageAt + ((<usize>partial) << 3);
  weightsAt = aligned(pairsAt + ((<usize>partial) << 3));
  valuesAt = afterLanes(weightsAt + (all << 3));
}

/** Behind what is worked on 16 bytes at a time. */
function afterLanes(end: usize): usize {
  return aligned(end) + 16;
}
