/**
 * Masks of windows, clipped out of the cells of all zones; and which zones have cells in which chunk (meet.ts).
 * AssemblyScript (https://www.assemblyscript.org); src/mask/placed-cells.ts calls it. src/mask/clipped-mask.ts and
 * src/plan/meet.ts are the same in JavaScript, to the bit.
 */
import { aligned, growTo } from "./memory";
import {
  CELLS, columns, coverage, firstBeside, firstFrom, firstRow, FOUND, free, get, inPart, isWithin, offsets, rowOffsets, rows,
  runOffsets, set, starts, stops,
} from "./placed-cells";
import { shift } from "./shift";

export { beginMeeting, cellsIn, endMeeting, meet } from "./meet";
export { CELLS, place } from "./placed-cells";
export { shift } from "./shift";

/** What is in the window's rows of a zone: row entries and cells in part, from … to. */
const SPAN: usize = 16;

let row: i32 = 0;
let column: i32 = 0;
let height: i32 = 0;
let width: i32 = 0;
/** Runs and cells in part that there may be in the window. */
let mostRuns: u64 = 0;
let mostCells: u64 = 0;
/** Cells in all runs. */
let cells: i64 = 0;

if (__heap_base > CELLS) unreachable();

/**
 * The mask of the zones whose numbers are behind the placed cells. Tells the cells in its runs, -1 where there is no memory;
 * leaves at 0 how many runs and cells in part there are, and where its columns lie: offsets of runs, runs, offsets of cells
 * in part, their rows, columns and coverage.
 */
export function clip(zones: i32, top: i32, left: i32, rowsOfWindow: i32, columnsOfWindow: i32): f64 {
  row = top;
  column = left;
  height = rowsOfWindow;
  width = columnsOfWindow;
  cells = 0;
  const spans = aligned(free + (<usize>zones << 2));
  const ends = spans + <usize>zones * SPAN;
  const ofRuns = aligned(ends);
  if (!isWithin(ofRuns) || !growTo(ofRuns)) return -1;
  findSpans(zones, spans);
  const offsetsBytes = (<u64>zones + 1) << 2;
  const runsAt = up(<u64>ofRuns + offsetsBytes);
  const ofCells = up(runsAt + mostRuns * 12);
  const rowsAt = up(ofCells + offsetsBytes);
  const columnsAt = up(rowsAt + (mostCells << 2));
  const coverageAt = up(columnsAt + (mostCells << 2));
  const end = coverageAt + (mostCells << 3);
  if (!isWithin(end) || !growTo(<usize>end)) return -1;
  const runs = clipRuns(zones, spans, ofRuns, <usize>runsAt);
  const parts = clipParts(zones, spans, <usize>ofCells, <usize>rowsAt, <usize>columnsAt, <usize>coverageAt);
  set(FOUND, 0, runs);
  set(FOUND, 1, parts);
  set(FOUND, 2, <i32>ofRuns);
  set(FOUND, 3, <i32>runsAt);
  set(FOUND, 4, <i32>ofCells);
  set(FOUND, 5, <i32>rowsAt);
  set(FOUND, 6, <i32>columnsAt);
  set(FOUND, 7, <i32>coverageAt);
  return <f64>cells;
}

@inline
function up(at: u64): u64 {
  return (at + 15) & ~15;
}

function findSpans(zones: i32, spans: usize): void {
  mostRuns = 0;
  mostCells = 0;
  for (let i = 0; i < zones; i++, spans += SPAN) {
    const zone = get(free, i);
    const first = get(rowOffsets, zone);
    const shift = first - get(firstRow, zone);
    const from = max(row + shift, first);
    const to = max(from, min(row + height + shift, get(rowOffsets, zone + 1)));
    set(spans, 0, from);
    set(spans, 1, to);
    if (from < to) {
      // Those of the rows may be many more than are in the window, where each takes a column at least.
      const runs = <u64>(get(runOffsets, to) - get(runOffsets, from));
      mostRuns += min(runs, <u64>(to - from) * <u64>width);
    }
    if (!inPart) continue;
    const end = get(offsets, zone + 1);
    const cell = firstFrom(rows, get(offsets, zone), end, row);
    const stop = firstFrom(rows, cell, end, row + height);
    set(spans, 2, cell);
    set(spans, 3, stop);
    mostCells += <u64>(stop - cell);
  }
}

/** Leaves row, start, stop triples, and where those of each zone end; gives how many there are. */
function clipRuns(zones: i32, spans: usize, ends: usize, at: usize): i32 {
  let to = at;
  set(ends, 0, 0);
  for (let i = 0; i < zones; i++, spans += SPAN) {
    const zone = get(free, i);
    const top = get(rowOffsets, zone) - get(firstRow, zone) + row;
    to = clipRows(get(spans, 0), get(spans, 1), top, to);
    set(ends, i + 1, <i32>((to - at) / 12));
  }
  return get(ends, zones);
}

/** The runs of the row entries entry … stop; `top` is the window's first entry. Gives where they end. */
function clipRows(entry: i32, stop: i32, top: i32, to: usize): usize {
  const right = column + width;
  for (; entry < stop; entry++) {
    const end = get(runOffsets, entry + 1);
    let run = get(runOffsets, entry);
    if (run < end && get(stops, run) <= column) run = firstFrom(stops, run + 1, end, column + 1);
    for (; run < end && get(starts, run) < right; run++, to += 12) {
      const left = max(get(starts, run) - column, 0);
      const end = min(get(stops, run) - column, width);
      set(to, 0, entry - top);
      set(to, 1, left);
      set(to, 2, end);
      cells += <i64>(end - left);
    }
  }
  return to;
}

/** Leaves the cells in part, and where those of each zone end; gives how many there are. */
function clipParts(zones: i32, spans: usize, ends: usize, rowsAt: usize, columnsAt: usize, coverageAt: usize): i32 {
  set(ends, 0, 0);
  let to = 0;
  for (let i = 0; i < zones && inPart; i++, spans += SPAN) {
    to = clipCells(get(spans, 2), get(spans, 3), to, rowsAt, columnsAt, coverageAt);
    set(ends, i + 1, to);
  }
  return to;
}

/** Those of the cells `cell` … `stop` that are in the window's columns, which mostly are beside each other. */
function clipCells(cell: i32, stop: i32, to: i32, rowsAt: usize, columnsAt: usize, coverageAt: usize): i32 {
  for (; cell < stop; cell++) {
    const end = firstBeside(cell, stop, column, width);
    const count = end - cell;
    if (count === 0) continue;
    shift(columnsAt + (<usize>to << 2), columns + (<usize>cell << 2), count, column);
    shift(rowsAt + (<usize>to << 2), rows + (<usize>cell << 2), count, row);
    memory.copy(coverageAt + (<usize>to << 3), coverage + (<usize>cell << 3), <usize>count << 3);
    to += count;
    cell = end;
  }
  return to;
}
