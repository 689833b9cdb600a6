/** The ways of edges through the slabs of a row: the twin of src/mask/slab-pieces.ts, which says why. */
import {
  BEGIN, BY_TOP, END, LEVELS, MOST_LEVELS, PIECES, refuse, refused, ROW_BOTTOM, ROW_TOP, SECTION, SLAB_BOTTOM, SLAB_TOP,
} from "./coverage-memory";
import { apart, copyPosition, locate } from "./edge-places";

/** Edges that cross by less than this, in cells, meet in a vertex that rounding has moved. */
const CROSSING: f64 = 1.4210854715202004e-14; // 2^-46
/** A quarter of what JavaScript does before it tells a tangle. */
const MOST_STEPS: i64 = 1 << 20;
const FEW_MOVES: i32 = 16;
const STEPS: f64 = 9007199254740992; // 2^53

/** Pieces, at PIECES from left to right. */
export let length: i32 = 0;
let row: f64 = 0;
/** Places in SECTION: those from `next` on begin further down. */
let next: usize = 0;
let end: usize = 0;
let steps: i64 = 0;

export function beginZone(): void {
  steps = 0;
}

/** The first slab of a row is next; its edges are by ascending BEGIN. */
export function beginSlabs(atRow: f64, count: i32): void {
  row = atRow;
  next = SECTION;
  end = SECTION + ((<usize>count) << 2);
  length = 0;
}

@inline
function endOfPieces(): usize {
  return PIECES + ((<usize>length) << 2);
}

/** A slab begins at `level`: edges that end there go, others begin there. Where it ends, at the next end or beginning. */
export function enterSlab(level: f64): f64 {
  drop(level);
  let to = endOfPieces();
  for (; next < end; next += 4) {
    const edge: usize = load<u32>(next);
    if (!(load<f64>(edge, BEGIN) <= level)) break;
    if (load<f64>(edge, END) <= level) continue;
    copyPosition(edge + ROW_TOP, edge + SLAB_TOP);
    store<u32>(to, edge);
    to += 4;
  }
  length = <i32>((to - PIECES) >>> 2);
  let bottom = next < end ? load<f64>(load<u32>(next), BEGIN) : 1;
  for (let i = PIECES; i < to; i += 4) bottom = min<f64>(bottom, load<f64>(load<u32>(i), END));
  return bottom;
}

/** Edges that end at `level` go, the others go on from where they were. */
export function drop(level: f64): void {
  let kept = PIECES;
  for (let i = PIECES, stop = endOfPieces(); i < stop; i += 4) {
    const edge: usize = load<u32>(i);
    if (load<f64>(edge, END) <= level) continue;
    copyPosition(edge + SLAB_BOTTOM, edge + SLAB_TOP);
    store<u32>(kept, edge);
    kept += 4;
  }
  length = <i32>((kept - PIECES) >>> 2);
}

/** The slab ends at `level`. */
export function extend(level: f64): void {
  for (let i = PIECES, stop = endOfPieces(); i < stop; i += 4) {
    const edge: usize = load<u32>(i);
    if (load<f64>(edge, END) === level) copyPosition(edge + ROW_BOTTOM, edge + SLAB_BOTTOM);
    else locate(edge, row, level, edge + SLAB_BOTTOM);
  }
  if (length > 1) sortPieces();
}

/** Whether edges cross within the slab. */
export function cross(): bool {
  for (let i = PIECES + 4, stop = endOfPieces(); i < stop; i += 4) {
    const a: usize = load<u32>(i - 4);
    const b: usize = load<u32>(i);
    if (apart(a + SLAB_TOP, b + SLAB_TOP) > CROSSING || apart(a + SLAB_BOTTOM, b + SLAB_BOTTOM) > CROSSING) return true;
  }
  return false;
}

export function coincide(a: usize, b: usize): bool {
  return apart(a + SLAB_TOP, b + SLAB_TOP) === 0 && apart(a + SLAB_BOTTOM, b + SLAB_BOTTOM) === 0;
}

/** Levels in the slab where two edges cross, ascending, and `to`, at LEVELS; how many. */
export function crossings(from: f64, to: f64): i32 {
  const stop = BY_TOP + ((<usize>length) << 2);
  memory.copy(BY_TOP, PIECES, stop - BY_TOP);
  sortByTops(stop);
  store<f64>(LEVELS, to);
  let found = 1;
  for (let i = BY_TOP + 4; i < stop && !refused; i += 4) found = crossBefore(i, from, to, found);
  take(<i64>found * length);
  if (refused) return 0;
  sortLevels(found);
  return found;
}

function sortByTops(stop: usize): void {
  for (let i = BY_TOP; i < stop && !refused; i += 4) {
    const edge: usize = load<u32>(i);
    let j = i;
    for (; j > BY_TOP; j -= 4) {
      const before: usize = load<u32>(j - 4);
      if (!(apart(before + SLAB_TOP, edge + SLAB_TOP) > 0)) break;
      store<u32>(j, before);
    }
    store<u32>(j, edge);
    take(<i64>((i - j) >>> 2) + 1);
  }
}

/** Sorted by their bottoms, pieces change places with those that they cross. How many levels are found. */
function crossBefore(i: usize, from: f64, to: f64, found: i32): i32 {
  const edge: usize = load<u32>(i);
  let j = i;
  for (; j > BY_TOP; j -= 4) {
    const before: usize = load<u32>(j - 4);
    const below = apart(before + SLAB_BOTTOM, edge + SLAB_BOTTOM);
    if (!(below > 0)) break;
    const level = crossingLevel(from, to, abs<f64>(apart(before + SLAB_TOP, edge + SLAB_TOP)), below);
    if (level > from && level < to) {
      if (found === <i32>MOST_LEVELS) refuse();
      else store<f64>(LEVELS + ((<usize>(found++)) << 3), level);
    }
    store<u32>(j, before);
  }
  store<u32>(j, edge);
  take(<i64>((i - j) >>> 2) + 1);
  return found;
}

/** Tangles are told by JavaScript. */
function take(more: i64): void {
  steps += more;
  if (steps > MOST_STEPS) refuse();
}

function sortLevels(count: i32): void {
  for (let i: usize = 1; i < <usize>count; i++) {
    const level = load<f64>(LEVELS + (i << 3));
    let j = LEVELS + (i << 3);
    for (; j > LEVELS && load<f64>(j - 8) > level; j -= 8) store<f64>(j, load<f64>(j - 8));
    store<f64>(j, level);
  }
}

/** By insertion; JavaScript knows what to do where that takes too many moves. */
function sortPieces(): void {
  let moves = FEW_MOVES * length;
  for (let i = PIECES + 4, stop = endOfPieces(); i < stop; i += 4) {
    const edge: usize = load<u32>(i);
    let j = i;
    for (; j > PIECES; j -= 4) {
      const before: usize = load<u32>(j - 4);
      if (!isRightOf(before, edge)) break;
      store<u32>(j, before);
    }
    store<u32>(j, edge);
    moves -= <i32>((i - j) >>> 2) + 1;
    if (moves < 0) return refuse();
  }
}

/** By their middles, where they cross. */
function isRightOf(a: usize, b: usize): bool {
  const above = apart(a + SLAB_TOP, b + SLAB_TOP);
  const below = apart(a + SLAB_BOTTOM, b + SLAB_BOTTOM);
  if (above <= 0 && below <= 0) return false;
  if (above >= 0 && below >= 0) return true;
  const columns = bothOf(a) - bothOf(b);
  const middle = columns + (bothOf(a + 8) - bothOf(b + 8));
  return (middle !== 0 ? middle : above) > 0;
}

/** Columns at the top and at the bottom of the slab, or 8 further on the rests. */
@inline
function bothOf(edge: usize): f64 {
  return load<f64>(edge, SLAB_TOP) + load<f64>(edge, SLAB_BOTTOM);
}

/** Where edges meet that are `above` apart at the top of a slab and, the other way round, `below` at its bottom. */
function crossingLevel(from: f64, to: f64, above: f64, below: f64): f64 {
  const part = ((to - from) * min<f64>(above, below)) / (above + below);
  const distance = rounded(part * STEPS) / STEPS;
  return above <= below ? from + distance : to - distance;
}

/** Halves go up. */
function rounded(value: f64): f64 {
  const whole = floor<f64>(value);
  return value - whole >= 0.5 ? whole + 1 : whole;
}
