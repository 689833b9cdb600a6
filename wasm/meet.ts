/** Which zones have a cell in which chunk, of all placed cells: the twin of src/plan/meet.ts. */
import { aligned, growTo } from "./memory";
import {
  columns, firstBeside, firstFrom, firstRow, FOUND, free, get, inPart, isWithin, offsets, rowOffsets, rows, runOffsets, set,
  starts, stops,
} from "./placed-cells";

/** Beyond it, what is reckoned from places might be no integer of 32 bits. */
const FARTHEST: f64 = 1073741824; // 2^30

let height: i32 = 0;
let width: i32 = 0;
/** Chunks side by side, and all of them, numbered row by row. */
let across: i32 = 0;
let chunks: i32 = 0;
/** Of each chunk the zone that was met there last. */
let last: usize = 0;
/** Pairs of a chunk and a zone, as they are met. */
let pairs: usize = 0;
let met: i32 = 0;
let isRefused: bool = false;

/** Chunks of a height and a width, so many side by side and below each other; then `meet`, and `endMeeting`. False where there is no memory. */
export function beginMeeting(chunkHeight: i32, chunkWidth: i32, inRow: i32, all: i32): bool {
  height = chunkHeight;
  width = chunkWidth;
  across = inRow;
  chunks = all;
  met = 0;
  isRefused = false;
  last = free;
  pairs = aligned(last + (<usize>chunks << 2));
  if (!isWithin(pairs) || !growTo(pairs)) return false;
  memory.fill(last, 0xff, <usize>chunks << 2);
  return true;
}

/** The zones first … end − 1; at `bounds` are minX, minY, maxX, maxY of each in cells, as f64, if it is not 0. */
export function meet(first: i32, end: i32, bounds: usize): void {
  for (let zone = first; zone < end && !isRefused; zone++) {
    const chunk = bounds === 0 ? -1 : chunkAround(bounds + (<usize>(zone - first) << 5));
    if (chunk >= 0) {
      if (hasCells(zone)) meetZone(chunk, zone);
    } else {
      meetRuns(zone);
      if (inPart) meetCells(zone);
    }
  }
}

/**
 * Leaves at 0 how many chunks have zones, and where lie their numbers, ascending, then where the zones of each end, and the
 * zones, ascending in each; tells false where there is no memory, or cells are beside all chunks.
 */
export function endMeeting(): bool {
  return !isRefused && sort();
}

/** The chunk in which bounds are without reaching its border; -1 where there is none. */
function chunkAround(bounds: usize): i32 {
  const minX = load<f64>(bounds);
  const minY = load<f64>(bounds, 8);
  const maxX = load<f64>(bounds, 16);
  const maxY = load<f64>(bounds, 24);
  if (!(minX > 0 && minY > 0 && maxX < FARTHEST && maxY < FARTHEST && minX <= maxX && minY <= maxY)) return -1;
  const chunkRow = <i32>minY / height;
  const chunkColumn = <i32>minX / width;
  const left = <f64>(chunkColumn * width);
  const top = <f64>(chunkRow * height);
  const isAround = minX > left && minY > top && maxX < left + <f64>width && maxY < top + <f64>height;
  return isAround && chunkColumn < across ? chunkRow * across + chunkColumn : -1;
}

function hasCells(zone: i32): bool {
  if (inPart && get(offsets, zone) < get(offsets, zone + 1)) return true;
  return get(runOffsets, get(rowOffsets, zone)) < get(runOffsets, get(rowOffsets, zone + 1));
}

/** Cells in so many runs. */
export function cellsIn(runs: i32): f64 {
  let cells: i64 = 0;
  for (let run = 0; run < runs; run++) cells += <i64>(get(stops, run) - get(starts, run));
  return <f64>cells;
}

function meetZone(chunk: i32, zone: i32): void {
  if (<u32>chunk >= <u32>chunks) isRefused = true;
  if (isRefused || get(last, chunk) === zone) return;
  const at = pairs + (<usize>met << 3);
  if (!isWithin(at + 8) || !growTo(at + 8)) {
    isRefused = true;
    return;
  }
  set(last, chunk, zone);
  set(at, 0, chunk);
  set(at, 1, zone);
  met++;
}

/** Mostly all of them are in one. */
function meetRuns(zone: i32): void {
  const first = get(rowOffsets, zone);
  const shift = first - get(firstRow, zone);
  const stop = get(rowOffsets, zone + 1);
  let bottom = 0;
  for (let entry = first; entry < stop; entry = bottom) {
    const chunkRow = (entry - shift) / height;
    bottom = min(stop, (chunkRow + 1) * height + shift);
    const end = get(runOffsets, bottom);
    for (let run = get(runOffsets, entry); run < end; ) {
      const right = (get(stops, run) - 1) / width;
      for (let column = get(starts, run) / width; column <= right; column++) {
        if (column >= across) isRefused = true;
        meetZone(chunkRow * across + column, zone);
      }
      if (isRefused) return;
      run = firstRunBeyond(run + 1, end, right * width);
    }
  }
}

/** The first of the runs from one to another that is not within the columns of a chunk. */
function firstRunBeyond(run: i32, end: i32, left: i32): i32 {
  const lefts = i32x4.splat(left);
  const rights = i32x4.splat(left + width);
  for (; run + 4 <= end; run += 4) {
    const at = <usize>run << 2;
    const start = v128.load(starts + at);
    if (!i32x4.all_true(v128.and(i32x4.ge_s(start, lefts), i32x4.le_s(v128.load(stops + at), rights)))) break;
  }
  while (run < end && get(starts, run) >= left && get(stops, run) <= left + width) run++;
  return run;
}

function meetCells(zone: i32): void {
  const end = get(offsets, zone + 1);
  for (let cell = get(offsets, zone); cell < end; ) {
    const chunkRow = get(rows, cell) / height;
    const bottom = firstFrom(rows, cell, end, (chunkRow + 1) * height);
    while (cell < bottom) {
      const column = get(columns, cell) / width;
      if (column >= across) isRefused = true;
      meetZone(chunkRow * across + column, zone);
      if (isRefused) return;
      cell = firstBeside(cell + 1, bottom, column * width, width);
    }
  }
}

/** Pairs by chunk, in the order in which they were met. */
function sort(): bool {
  const zonesAt = aligned(pairs + (<usize>met << 3));
  const numbers = aligned(zonesAt + (<usize>met << 2));
  const ends = aligned(numbers + (<usize>met << 2));
  const end = ends + (<usize>met << 2);
  if (!isWithin(end) || !growTo(end)) return false;
  const places = last;
  memory.fill(places, 0, <usize>chunks << 2);
  for (let i = 0; i < met; i++) {
    const chunk = get(pairs, 2 * i);
    set(places, chunk, get(places, chunk) + 1);
  }
  let found = 0;
  let sum = 0;
  for (let chunk = 0; chunk < chunks; chunk++) {
    const count = get(places, chunk);
    set(places, chunk, sum);
    if (count === 0) continue;
    sum += count;
    set(numbers, found, chunk);
    set(ends, found++, sum);
  }
  for (let i = 0; i < met; i++) {
    const chunk = get(pairs, 2 * i);
    const place = get(places, chunk);
    set(zonesAt, place, get(pairs, 2 * i + 1));
    set(places, chunk, place + 1);
  }
  set(FOUND, 0, found);
  set(FOUND, 1, <i32>numbers);
  set(FOUND, 2, <i32>ends);
  set(FOUND, 3, <i32>zonesAt);
  return true;
}
