import { beginEdge, crossing } from "./crossings";
import { firstPolygon, firstRing, firstVertex, get, set } from "./rings";
import { rowOf, stopOf, topOf, withinGrid } from "./rows";
import { sort } from "./sort";

/**
 * Of each row of a zone where its polygons begin and end, polygon by polygon: columns where edges cross the row, and once
 * the polygon is complete twice each, and 1 more where it ends, so that in their order what touches is one.
 */
let events: usize;
/** Where those of each row begin and end, and where those of the polygon under way begin. */
let begins: usize;
let ends: usize;
let marks: usize;
let firstRow: i32;
let width: i32;

/** How much memory that takes. */
@inline
export function bytesOfEvents(rows: usize, crossings: usize): usize {
  return (3 * rows + 1 + crossings) << 2;
}

export function placeEvents(at: usize, rows: usize, columns: i32): void {
  begins = at;
  ends = begins + ((rows + 1) << 2);
  marks = ends + (rows << 2);
  events = marks + (rows << 2);
  width = columns;
}

export function findEvents(zone: i32, row: i32, rows: i32): void {
  const polygonStart = firstPolygon(zone);
  const polygonEnd = firstPolygon(zone + 1);
  firstRow = row;
  memory.fill(begins, 0, <usize>(rows + 1) << 2);
  for (let ring = firstRing(polygonStart); ring < firstRing(polygonEnd); ring++) walk(ring, true);
  for (let i = 0; i < rows; i++) {
    const begin = get(begins, i);
    set(begins, i + 1, get(begins, i + 1) + begin);
    set(ends, i, begin);
    set(marks, i, begin);
  }
  for (let polygon = polygonStart; polygon < polygonEnd; polygon++) {
    for (let ring = firstRing(polygon); ring < firstRing(polygon + 1); ring++) walk(ring, false);
    for (let i = topOf(polygon); i < stopOf(polygon); i++) complete(i - row);
  }
}

/** Goes along a ring, and counts its crossings of each row, or finds them. */
function walk(ring: i32, counts: bool): void {
  const start = firstVertex(ring);
  const end = firstVertex(ring + 1);
  if (start === end) return;
  let before = end - 1;
  let rowBefore = rowOf(before);
  for (let vertex = start; vertex < end; vertex++) {
    const row = rowOf(vertex);
    if (row !== rowBefore) {
      const from = withinGrid(min(row, rowBefore));
      const to = withinGrid(max(row, rowBefore));
      if (from < to) {
        if (counts) count(from, to);
        else if (row > rowBefore) cross(before, vertex, from, to);
        else cross(vertex, before, from, to);
      }
    }
    before = vertex;
    rowBefore = row;
  }
}

/** One place ahead, since a row begins behind those before it. */
function count(from: i32, to: i32): void {
  for (let i = from - firstRow; i < to - firstRow; i++) set(begins, i + 1, get(begins, i + 1) + 1);
}

function cross(upper: i32, lower: i32, from: i32, to: i32): void {
  beginEdge(upper, lower);
  for (let row = from; row < to; row++) {
    const end = get(ends, row - firstRow);
    set(events, end, crossing(row, width));
    set(ends, row - firstRow, end + 1);
  }
}

/** Of the polygon's columns in a row every other one is where it begins; where it has none between two, both go. */
function complete(row: i32): void {
  const mark = get(marks, row);
  const end = get(ends, row);
  sort(events + (<usize>mark << 2), end - mark);
  let kept = mark;
  for (let i = mark; i + 1 < end; i += 2) {
    const start = get(events, i);
    const stop = get(events, i + 1);
    if (start === stop) continue;
    set(events, kept, 2 * start);
    set(events, kept + 1, 2 * stop + 1);
    kept += 2;
  }
  set(marks, row, kept);
  set(ends, row, kept);
}

/** Puts the runs of a row, the polygons united, to starts[at] and stops[at] and so on; gives how many there are then. */
export function unite(row: i32, starts: usize, stops: usize, at: i32): i32 {
  const begin = get(begins, row);
  const end = get(ends, row);
  sort(events + (<usize>begin << 2), end - begin);
  let within = 0;
  for (let i = begin; i < end; i++) {
    const event = get(events, i);
    const isEnd = event & 1;
    if (isEnd) within--;
    if (within === 0) {
      if (isEnd) set(stops, at++, event >> 1);
      else set(starts, at, event >> 1);
    }
    if (!isEnd) within++;
  }
  return at;
}
