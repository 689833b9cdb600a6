/**
 * The cells of zones by the rules `touched` and `fraction`: the twin, to the bit, of src/mask/boundary-cells.ts.
 * src/mask/compiled-cells.ts puts zones into memory and calls it.
 *
 * `setGrid` and `begin`, then `count` until it says DONE. Whatever it says, what was found since the call before is to be
 * taken.
 */
import {
  acceptAgain, BEGIN, CELL_ENDS, EDGES, END, FIRST_ROWS, LEFT, MOST_CELLS, MOST_EDGES, MOST_POLYGONS, MOST_ROWS,
  MOST_RUNS, PART, RECORDS, refuse, refused, RIGHT, ROW_ENDS, RUN_OFFSETS, STARTS, STOPS, ZONES,
} from "./coverage-memory";
import {
  collect, count as edges, countCorners, enter, firstRow, makeRecords, placeLinks, polygonsOf, rows,
} from "./edge-rows";
import { growTo } from "./memory";
import { place } from "./rings";
import { beginStretch, nextSection } from "./row-sections";
import { cells, covering, forget, setCells, sweep, toggle, uncover } from "./row-sweep";
import { beginZone } from "./slabs";

export {
  CELL_COLUMNS, CELL_ENDS, CELL_ROWS, COVERAGE, FIRST_ROWS, MOST_ZONES, ROW_ENDS, RUN_OFFSETS, STARTS, STOPS, ZONES,
} from "./coverage-memory";
export { cells as foundCells } from "./row-sweep";

const DONE: i32 = 0;
/** There is no room for what a row may have. */
const FULL: i32 = 1;
/** The zone is more than this can do: nothing of it counts. The next call goes on behind it. */
const REFUSED: i32 = 2;

let first: i32 = 0;
let stop: i32 = 0;
let firstOfGrid: i32 = 0;
let stopOfGrid: i32 = 0;
let width: i32 = 0;
let isTouched: bool = false;
let isInside: bool = false;
let row: i32 = 0;
/** Columns that are in the zone whole, but not yet in the runs. */
let runStart: i32 = 0;
let runStop: i32 = 0;

/** The zone that is next, or in the middle of which the memory was full. */
export let zone: i32 = 0;
/** What was found. */
export let foundRows: i32 = 0;
export let foundRuns: i32 = 0;
/** What was found before this call. */
let rowsAtFirst: i32 = 0;
let runsAtFirst: i32 = 0;
let cellsAtFirst: i32 = 0;

/** What is counted from now on: in rows startRow … stopRow of a grid. */
export function setGrid(startRow: i32, stopRow: i32, columns: i32, touched: bool): void {
  firstOfGrid = startRow;
  stopOfGrid = stopRow;
  width = columns;
  isTouched = touched;
  countCorners(touched);
}

/** The zones from … to are next; src/zones/zone-memory.ts says where they lie. */
export function begin(
  coordinates: usize, rings: usize, polygons: usize, zones: usize, end: usize, from: i32, to: i32,
): void {
  place(coordinates, rings, polygons, zones);
  placeLinks(end);
  first = from;
  stop = to;
  zone = from;
  isInside = false;
}

/** Offsets count on from rows, runs and cells that there are. */
export function count(rowsBefore: i32, runsBefore: i32, cellsBefore: i32): i32 {
  rowsAtFirst = rowsBefore;
  runsAtFirst = runsBefore;
  cellsAtFirst = cellsBefore;
  foundRows = 0;
  foundRuns = 0;
  setCells(0);
  for (; zone < stop; zone++) {
    const rowsOfOthers = isInside ? 0 : foundRows;
    const runsOfOthers = isInside ? 0 : foundRuns;
    const cellsOfOthers = isInside ? 0 : cells;
    const said = countZone();
    if (said === FULL) return FULL;
    if (said === REFUSED) {
      foundRows = rowsOfOthers;
      foundRuns = runsOfOthers;
      setCells(cellsOfOthers);
      zone++;
      return REFUSED;
    }
    const at = (<usize>(zone - first)) << 2;
    store<i32>(FIRST_ROWS + at, firstRow);
    store<i32>(ROW_ENDS + at, rowsAtFirst + foundRows);
    store<i32>(CELL_ENDS + at, cellsAtFirst + cells);
  }
  return DONE;
}

function countZone(): i32 {
  if (!isInside) startZone();
  for (const stop = firstRow + rows; row < stop && !refused; row++) {
    if (!hasRoom()) return FULL;
    enter(row);
    store<i32>(RUN_OFFSETS + ((<usize>(foundRows++)) << 2), runsAtFirst + foundRuns);
    if (!refused) addRow();
  }
  isInside = false;
  if (!refused) return DONE;
  acceptAgain();
  forget();
  return REFUSED;
}

function startZone(): void {
  const polygons = polygonsOf(zone);
  if (polygons > MOST_POLYGONS) return refuse();
  uncover(polygons);
  collect(zone, firstOfGrid, stopOfGrid);
  beginZone();
  row = firstRow;
  runStart = 0;
  runStop = 0;
  isInside = true;
}

/** For a row of as many runs as edges, and a quarter of all cells in part; more are refused. */
function hasRoom(): bool {
  return foundRows < MOST_ROWS && foundRuns < MOST_RUNS - <i32>MOST_EDGES - 2 && cells < MOST_CELLS / 4 * 3;
}

function addRow(): void {
  const end = EDGES + ((<usize>edges) << 2);
  let between: i32 = 0;
  for (let from = EDGES, to = EDGES; from < end && between < width; from = to) {
    const start = <i32>load<f64>(load<u32>(from), LEFT);
    let stop = start;
    for (; to < end && load<f64>(load<u32>(to), LEFT) <= <f64>stop; to += 4) {
      stop = max<i32>(stop, <i32>load<f64>(load<u32>(to), RIGHT));
    }
    if (covering > 0) addWhole(between, start);
    if (isTouched) addWhole(start, stop);
    else if (start < width) addStretch(from, to, start, stop);
    pass(from, to);
    between = stop;
  }
  addRun();
  runStart = 0;
  runStop = 0;
  // Edges beyond the grid's right side would have ended it.
  if (covering > 0) uncover(polygonsOf(zone));
}

/** Columns start … stop, into which the edges from … to of the row reach. */
function addStretch(from: usize, to: usize, start: i32, stop: i32): void {
  beginStretch(from, to, start, stop);
  while (nextSection() && !refused) sweep(row, width);
}

/** Columns that are in the zone whole; by `touched` those that follow on each other are one run. */
function addWhole(start: i32, stop: i32): void {
  const first = max<i32>(0, start);
  const end = min<i32>(width, stop);
  if (first >= end) return;
  if (first > runStop || !isTouched) {
    addRun();
    runStart = first;
  }
  runStop = max<i32>(runStop, end);
}

function addRun(): void {
  if (runStart >= runStop) return;
  const at = (<usize>(foundRuns++)) << 2;
  store<i32>(STARTS + at, runStart);
  store<i32>(STOPS + at, runStop);
}

/** To the right of a stretch: its edges that meet the middle of the row are passed. */
function pass(from: usize, to: usize): void {
  for (let i = from; i < to; i += 4) {
    const edge: usize = load<u32>(i);
    if (load<f64>(edge, BEGIN) <= 0.5 && 0.5 < load<f64>(edge, END)) toggle(load<u32>(edge, PART));
  }
}

if (__heap_base > RECORDS || !growTo(ZONES)) unreachable();
makeRecords();
