/** Covered fractions of cells in one section of a row: the twin of src/mask/coverage.ts, which says why. */
import {
  BEGIN, CELL_COLUMNS, CELL_ROWS, COVERAGE, END, LEVELS, MOST_CELLS, MOST_COLUMNS, PARITY, PART, PIECES, refuse, refused,
  ROW_BOTTOM, ROW_TOP, SECTION, SLAB_TOP, SUMS, TOGGLE_ORDER, WAYS,
} from "./coverage-memory";
import { apart } from "./edge-places";
import { count, firstColumn, stopColumn, toggles } from "./row-sections";
import { beginSlabs, coincide, cross, crossings, drop, enterSlab, extend, length } from "./slabs";
import { sortPlaces } from "./stable-sort";

/** What is summed up for a column: two doubles each. */
const SUM: usize = 32;
const AREA: usize = 0;
const COVER: usize = 16;

/** How many polygons cover the place at hand; PARITY says which. */
export let covering: i32 = 0;
/** Cells that were found, at CELL_ROWS, CELL_COLUMNS and COVERAGE. */
export let cells: i32 = 0;
let first: i32 = 0;
let stop: i32 = 0;
/** Where the next piece of a slab is put, at WAYS. */
let taken: usize = WAYS;

export function setCells(found: i32): void {
  cells = found;
}

@inline
export function toggle(part: u32): void {
  const now = load<u8>(PARITY + part) ^ 1;
  store<u8>(PARITY + part, now);
  covering += now === 1 ? 1 : -1;
}

/** Nothing covers the place, of so many polygons. */
export function uncover(polygons: i32): void {
  memory.fill(PARITY, 0, polygons);
  covering = 0;
}

/** Columns up to `width` are in the grid. */
export function sweep(row: i32, width: i32): void {
  first = max<i32>(0, firstColumn);
  stop = min<i32>(width, stopColumn);
  const columns = stop - first;
  if (columns <= 0) return;
  if (columns > MOST_COLUMNS) return refuse();
  if (toggles === 0 && covering > 0) store<f64>(SUMS, 1, COVER);
  sortPlaces(SECTION, count, BEGIN);
  if (toggles === 0 && (takePair() || takeChain())) addPieces();
  else sweepSlabs(row);
  sumUp(row);
}

function sumUp(row: i32): void {
  let cover: f64 = 0;
  let coverRest: f64 = 0;
  let at = SUMS;
  for (let column = first; column < stop; column++) {
    addTo(at + COVER, cover);
    cover = load<f64>(at, COVER);
    coverRest += load<f64>(at, COVER + 8);
    addTo(at + AREA, cover);
    const covered = min<f64>(1, max<f64>(0, load<f64>(at, AREA) + (load<f64>(at, AREA + 8) + coverRest)));
    if (covered !== 0) addCell(row, column, covered);
    store<f64>(at, 0);
    store<f64>(at, 0, 8);
    store<f64>(at, 0, 16);
    store<f64>(at, 0, 24);
    at += SUM;
  }
  store<f64>(at, 0, COVER);
  store<f64>(at, 0, COVER + 8);
}

@inline
function addCell(row: i32, column: i32, covered: f64): void {
  if (cells === MOST_CELLS) return refuse();
  const at: usize = cells++;
  store<i32>(CELL_ROWS + (at << 2), row);
  store<i32>(CELL_COLUMNS + (at << 2), column);
  store<f64>(COVERAGE + (at << 3), covered);
}

@inline
function isCovered(part: u32): bool {
  return load<u8>(PARITY + part) !== 0;
}

/** Where edges go on from each other from the row's top to its bottom, each is a slab of its own. False where not. */
function takeChain(): bool {
  const end = SECTION + ((<usize>count) << 2);
  for (let i = SECTION + 4; i < end; i += 4) {
    if (load<f64>(load<u32>(i), BEGIN) < load<f64>(load<u32>(i - 4), END)) return false;
  }
  for (let i = SECTION; i < end; i += 4) {
    const edge: usize = load<u32>(i);
    const height = load<f64>(edge, END) - load<f64>(edge, BEGIN);
    const now = covering + (isCovered(load<u32>(edge, PART)) ? -1 : 1);
    if (height > 0) takeChange(edge + ROW_TOP, height, covering, now);
  }
  return true;
}

/** Two edges beside each other, from one level to another, are one slab. False where they are not that. */
function takePair(): bool {
  if (count !== 2) return false;
  const a: usize = load<u32>(SECTION);
  const b: usize = load<u32>(SECTION, 4);
  if (load<f64>(a, BEGIN) !== load<f64>(b, BEGIN) || load<f64>(a, END) !== load<f64>(b, END)) return false;
  const above = apart(a + ROW_TOP, b + ROW_TOP);
  const below = apart(a + ROW_BOTTOM, b + ROW_BOTTOM);
  if (above * below < 0 || above + below === 0) return false;
  const isTurned = above + below > 0;
  const left = isTurned ? b : a;
  const right = isTurned ? a : b;
  const height = load<f64>(a, END) - load<f64>(a, BEGIN);
  const leftPart = load<u32>(left, PART);
  const rightPart = load<u32>(right, PART);
  const between = covering + (isCovered(leftPart) ? -1 : 1);
  const after = leftPart === rightPart ? covering : between + (isCovered(rightPart) ? -1 : 1);
  takeChange(left + ROW_TOP, height, covering, between);
  takeChange(right + ROW_TOP, height, between, after);
  return true;
}

/** From slab to slab: edges join the pieces at their upper ends and leave them at their lower ones. */
function sweepSlabs(row: i32): void {
  beginSlabs(row, count);
  const end = TOGGLE_ORDER + ((<usize>toggles) << 2);
  let toggled = TOGGLE_ORDER;
  for (let from: f64 = 0; from < 1 && !refused; ) {
    for (; toggled < end && load<f64>(load<u32>(toggled)) <= from; toggled += 4) {
      toggle(load<u32>(load<u32>(toggled), 8));
    }
    const to = enterSlab(from);
    if (toggles > 0 && covering > 0) addTo(SUMS + COVER, to - from);
    if (length > 0) {
      extend(to);
      if (!cross()) addSlab(to - from);
      else sweepCrossings(from, to);
    }
    from = to;
  }
  while (toggled > TOGGLE_ORDER) {
    toggled -= 4;
    toggle(load<u32>(load<u32>(toggled), 8));
  }
}

function sweepCrossings(from: f64, to: f64): void {
  const levels = crossings(from, to);
  let above = from;
  for (let i: usize = 0; i < <usize>levels; i++) {
    const level = load<f64>(LEVELS + (i << 3));
    extend(level);
    addSlab(level - above);
    drop(level);
    above = level;
  }
}

function addSlab(height: f64): void {
  const end = PIECES + ((<usize>length) << 2);
  let before = covering;
  let now = covering;
  for (let i = PIECES; i < end; i += 4) {
    const edge: usize = load<u32>(i);
    const part = load<u32>(edge, PART);
    const parity = load<u8>(PARITY + part) ^ 1;
    store<u8>(PARITY + part, parity);
    now += parity === 1 ? 1 : -1;
    // Pieces that lie on each other count as one, so that it does not matter in which order they come.
    if (i + 4 < end && coincide(edge, load<u32>(i, 4))) continue;
    takeChange(edge + SLAB_TOP, height, before, now);
    before = now;
  }
  for (let i = PIECES; i < end; i += 4) {
    const at = PARITY + load<u32>(load<u32>(i), PART);
    store<u8>(at, load<u8>(at) ^ 1);
  }
  addPieces();
}

/** At a way of an edge through a slab so many polygons cover the place, after so many before. */
@inline
function takeChange(way: usize, height: f64, before: i32, now: i32): void {
  if (before > 0 === now > 0) return;
  store<f64>(taken, now > 0 ? height : -height);
  store<u32>(taken, way, 8);
  taken += 16;
}

/** Adds the pieces that were taken, and takes others from then on. */
function addPieces(): void {
  for (let i = WAYS; i < taken; i += 16) addPiece(load<u32>(i, 8), load<f64>(i));
  taken = WAYS;
}

function addPiece(way: usize, whole: f64): void {
  const back = apart(way, way + 16) > 0;
  const from = back ? way + 16 : way;
  const to = back ? way : way + 16;
  const fromColumn = load<f64>(from);
  const fromRest = load<f64>(from, 8);
  const toColumn = load<f64>(to);
  const toRest = load<f64>(to, 8);
  const start: f64 = first;
  const end: f64 = stop;
  let height = whole;
  if (fromColumn >= end) return;
  if (toColumn < start) return addTo(SUMS + COVER, height);
  let place = (fromRest + toRest) / 2;
  if (fromColumn < toColumn) {
    const perColumn = height / (toColumn - fromColumn + (toRest - fromRest));
    if (fromColumn < start) addTo(SUMS + COVER, perColumn * (start - fromColumn - fromRest));
    const last = min<f64>(end, toColumn);
    for (let column = max<f64>(start, fromColumn); column < last; column++) {
      const begin = column === fromColumn ? fromRest : 0;
      addPart(column - start, perColumn * (1 - begin), (begin + 1) / 2);
    }
    if (toColumn >= end) return;
    height -= perColumn * (toColumn - fromColumn - fromRest);
    place = toRest / 2;
  }
  addPart(toColumn - start, height, place);
}

/** Adds a piece of a height that lies in one column, at a mean place of it. */
function addPart(column: f64, height: f64, place: f64): void {
  const at = SUMS + <usize>(<i32>column) * SUM;
  addTo(at + AREA, height * (1 - place));
  addTo(at + SUM + COVER, height);
}

/** Adds a value to a sum, and what rounding takes away to the one beside it (Knuth's TwoSum). */
@inline
function addTo(at: usize, value: f64): void {
  const before = load<f64>(at);
  const sum = before + value;
  const added = sum - before;
  store<f64>(at, sum);
  store<f64>(at, load<f64>(at, 8) + (before - (sum - added) + (value - added)), 8);
}

/** After a zone that was left in the middle of a row. */
export function forget(): void {
  memory.fill(SUMS, 0, (<usize>MOST_COLUMNS + 1) * SUM);
  taken = WAYS;
}
