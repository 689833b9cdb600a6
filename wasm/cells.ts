import { growTo } from "./memory";
import { isSure, sure } from "./orient";
import { firstPolygon, firstRing, firstVertex, get, set } from "./rings";
import { bytesOfEvents, findEvents, placeEvents, unite } from "./row-events";
import { findRows, placeRows, stopOf, topOf } from "./rows";

/** Rows and crossings of zones that are taken together, and of one that is alone. */
const MANY: i64 = 1 << 17;
const MOST: i64 = 1 << 23;

/** What is found, as `Runs` of src/mask/runs.ts. */
let firstRow: usize;
let rowOffsets: usize;
let runOffsets: usize;
let starts: usize;
let stops: usize;

/** Of the zone that was measured last. */
let zoneRow: i32;
let zoneRows: i32;
let zoneCrossings: i64;
/** Of all, and of the zone that has most. */
let crossings: i64;
let mostRows: i32;
let mostCrossings: i64;

/** What is told: zones, rows, runs, and where the five columns lie. */
const told: usize = memory.data(32, 16);

/**
 * Finds the cells of zones from `first` on in the rows gridRow … gridStop: of as many up to `end` as fit, of none where
 * the first does not, or cannot be told. Offsets count on from `rows` and `runs` that there are of zones before. What lies
 * from `at` on is overwritten. Gives where it is told what was found.
 */
export function cells(
  first: i32, end: i32, gridRow: i32, gridStop: i32, width: i32, rows: i32, runs: i32, at: usize,
): usize {
  sure();
  set(told, 0, 0);
  if (!placeZones(first, end, gridRow, gridStop, at)) return told;
  const zones = measure(first, end, rows) - first;
  if (placeRuns(get(rowOffsets, zones) - rows, width)) fill(first, zones, rows, runs);
  return told;
}

function tell(zones: i32, rows: i32, runs: i32): void {
  set(told, 0, zones);
  set(told, 1, rows);
  set(told, 2, runs);
  set(told, 3, <i32>firstRow);
  set(told, 4, <i32>rowOffsets);
  set(told, 5, <i32>runOffsets);
  set(told, 6, <i32>starts);
  set(told, 7, <i32>stops);
}

/** Makes room for what has the size of the zones. */
function placeZones(first: i32, end: i32, gridRow: i32, gridStop: i32, at: usize): bool {
  const polygon = firstPolygon(first);
  const polygonEnd = firstPolygon(end);
  const vertex = firstVertex(firstRing(polygon));
  const vertexEnd = firstVertex(firstRing(polygonEnd));
  firstRow = at;
  rowOffsets = firstRow + (<usize>(end - first) << 2);
  const polygonRows = rowOffsets + (<usize>(end - first + 1) << 2);
  const vertexRows = polygonRows + (<usize>(polygonEnd - polygon) << 3);
  runOffsets = vertexRows + (<usize>(vertexEnd - vertex) << 2);
  placeRows(gridRow, gridStop, vertexRows - (<usize>vertex << 2), polygonRows - (<usize>polygon << 3));
  return growTo(runOffsets);
}

/** Makes room for what is found. */
function placeRuns(rows: i32, width: i32): bool {
  const runs = <usize>(crossings >> 1);
  starts = runOffsets + (<usize>(rows + 1) << 2);
  stops = starts + (runs << 2);
  const events = stops + (runs << 2);
  placeEvents(events, mostRows, width);
  return growTo(events + bytesOfEvents(mostRows, <usize>mostCrossings));
}

/** Says in which rows zones are; gives the zone behind the last that can be taken. */
function measure(first: i32, end: i32, rows: i32): i32 {
  crossings = 0;
  mostRows = 0;
  mostCrossings = 0;
  let row = rows;
  set(rowOffsets, 0, row);
  for (let zone = first; zone < end; zone++) {
    if (!measureZone(zone)) return zone;
    if (zoneRows + zoneCrossings > (zone === first ? MOST : MANY - crossings - (row - rows))) return zone;
    row += zoneRows;
    set(firstRow, zone - first, zoneRow);
    set(rowOffsets, zone - first + 1, row);
    crossings += zoneCrossings;
    mostRows = max(mostRows, zoneRows);
    mostCrossings = max(mostCrossings, zoneCrossings);
  }
  return end;
}

/** False where a zone is too far off. */
function measureZone(zone: i32): bool {
  const start = firstPolygon(zone);
  const end = firstPolygon(zone + 1);
  let top = i32.MAX_VALUE;
  let stop = 0;
  zoneCrossings = 0;
  for (let polygon = start; polygon < end; polygon++) {
    const found = findRows(polygon);
    if (found < 0) return false;
    zoneCrossings += found;
    if (topOf(polygon) >= stopOf(polygon)) continue;
    top = min(top, topOf(polygon));
    stop = max(stop, stopOf(polygon));
  }
  const hasRows = top < stop;
  zoneRows = hasRows ? stop - top : 0;
  if (hasRows) zoneRow = top;
  else zoneRow = end - start === 1 ? topOf(start) : 0;
  return true;
}

/** Finds the runs of zones, up to one that cannot be told for sure. */
function fill(first: i32, zones: i32, rows: i32, runs: i32): void {
  let zone = 0;
  let row = 0;
  let found = 0;
  for (; zone < zones; zone++) {
    const begin = row;
    const end = get(rowOffsets, zone + 1) - rows;
    if (begin < end) findEvents(first + zone, get(firstRow, zone), end - begin);
    if (!isSure()) break;
    for (; row < end; row++) {
      set(runOffsets, row, runs + found);
      found = unite(row - begin, starts, stops, found);
    }
  }
  set(runOffsets, row, runs + found);
  tell(zone, row, found);
}
