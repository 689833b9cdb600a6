/** The edges of one zone from row to row: the twin of src/mask/row-edges.ts, which says why. */
import {
  BEGIN, EDGES, END, HIGH, LEFT, LOW, MOST_EDGES, PART, RECORD, RECORDS, refuse, refused, RIGHT, ROW_BOTTOM,
  ROW_TOP, TALLEST, X0, X1, Y0, Y1,
} from "./coverage-memory";
import { copyPosition, FAR_OFF, locate, setPlace, setPosition } from "./edge-places";
import { growTo } from "./memory";
import { firstPolygon, firstRing, firstVertex, vertexAt } from "./rings";
import { sortPlaces } from "./stable-sort";

/** Columns that are further off are taken to be there. */
const FAR: f64 = 1073741824; // 2^30
/** Positions are known to 2^-52: from this far off the line between two columns on they tell the column. */
const NEAR: f64 = 8.881784197001252e-16; // 2^-50

/** Of each edge the vertices of its upper and its lower end, its polygon, and the next that begins in its row. */
let links: usize;
/** Of each row the first edge that begins there, 0 where none does. */
let heads: usize;
let corners: bool;

export let count: i32 = 0;
export let firstRow: i32 = 0;
export let rows: i32 = 0;

/** Behind the zones. */
export function placeLinks(at: usize): void {
  links = at;
}

/** Whether an edge that slants through a corner of cells reaches into that whose upper left corner it is. */
export function countCorners(whether: bool): void {
  corners = whether;
}

export function polygonsOf(zone: i32): i32 {
  return firstPolygon(zone + 1) - firstPolygon(zone);
}

/** The edges in the rows first … stop of the grid. */
export function collect(zone: i32, first: i32, stop: i32): void {
  count = 0;
  rows = 0;
  firstRow = stop;
  const start = firstVertex(firstRing(firstPolygon(zone)));
  const end = firstVertex(firstRing(firstPolygon(zone + 1)));
  const most = <usize>(end - start) * 16;
  if (!growTo(links + most)) return refuse();
  const found = link(zone);
  if (refused) return;
  let yMin: f64 = Infinity;
  let yMax: f64 = -Infinity;
  for (let at = links; at < found; at += 16) {
    yMin = min<f64>(yMin, load<f64>(load<u32>(at), 8));
    yMax = max<f64>(yMax, load<f64>(load<u32>(at, 4), 8));
  }
  firstRow = <i32>min<f64>(stop, max<f64>(first, floor<f64>(yMin)));
  rows = <i32>max<f64>(0, min<f64>(stop, ceil<f64>(yMax)) - <f64>firstRow);
  heads = found;
  if (rows > TALLEST || !growTo(heads + <usize>rows * 4)) return refuse();
  memory.fill(heads, 0, <usize>rows * 4);
  for (let at = links; at < found; at += 16) head(at);
}

function head(at: usize): void {
  const start = max<f64>(0, floor<f64>(load<f64>(load<u32>(at), 8)) - <f64>firstRow);
  const stop = min<f64>(rows, ceil<f64>(load<f64>(load<u32>(at, 4), 8)) - <f64>firstRow);
  if (start >= stop) return;
  const own = heads + ((<usize>start) << 2);
  store<u32>(at, load<u32>(own), 12);
  store<u32>(own, at);
}

/** How far the links go. Refuses what is so far off that columns are no whole doubles. */
function link(zone: i32): usize {
  const first = firstPolygon(zone);
  const last = firstPolygon(zone + 1);
  let found = links;
  for (let polygon = first; polygon < last; polygon++) {
    const stop = firstRing(polygon + 1);
    for (let ring = firstRing(polygon); ring < stop; ring++) {
      found = linkRing(vertexAt(firstVertex(ring)), vertexAt(firstVertex(ring + 1)), polygon - first, found);
    }
  }
  return found;
}

function linkRing(start: usize, stop: usize, part: i32, found: usize): usize {
  if (start === stop) return found;
  let from = stop - 16;
  let fromX = load<f64>(from);
  let fromY = load<f64>(from, 8);
  let most: f64 = 0;
  for (let to = start; to < stop; to += 16) {
    const x = load<f64>(to);
    const y = load<f64>(to, 8);
    most = max<f64>(most, max<f64>(abs<f64>(x), abs<f64>(y)));
    const down = y - fromY;
    if (down !== 0 || x !== fromX) {
      store<u32>(found, down < 0 ? to : from);
      store<u32>(found, down < 0 ? from : to, 4);
      store<u32>(found, part, 8);
      found += 16;
    }
    from = to;
    fromX = x;
    fromY = y;
  }
  if (!(most < FAR_OFF)) refuse();
  return found;
}

/** Goes on to a row, the first or the one below that before. */
export function enter(row: i32): void {
  const y: f64 = row;
  let kept = EDGES;
  for (let i = EDGES, end = EDGES + ((<usize>count) << 2); i < end; i += 4) {
    const edge = load<u32>(i);
    if (load<f64>(edge, Y1) <= y) continue;
    store<u32>(i, load<u32>(kept));
    store<u32>(kept, edge);
    kept += 4;
  }
  count = <i32>((kept - EDGES) >>> 2);
  for (let at: usize = load<u32>(heads + ((<usize>(row - firstRow)) << 2)); at !== 0; at = load<u32>(at, 12)) {
    begin(at, y);
  }
  for (let i = EDGES, end = EDGES + ((<usize>count) << 2); i < end; i += 4) measure(load<u32>(i), y);
  sortPlaces(EDGES, count, LEFT);
}

function begin(at: usize, row: f64): void {
  if (count === <i32>MOST_EDGES) return refuse();
  const edge: usize = load<u32>(EDGES + ((<usize>(count++)) << 2));
  const upper: usize = load<u32>(at);
  const lower: usize = load<u32>(at, 4);
  const y0 = load<f64>(upper, 8);
  store<f64>(edge, load<f64>(upper), X0);
  store<f64>(edge, y0, Y0);
  store<f64>(edge, load<f64>(lower), X1);
  store<f64>(edge, load<f64>(lower, 8), Y1);
  store<u32>(edge, load<u32>(at, 8), PART);
  if (y0 >= row) endAt(edge, load<f64>(upper));
  else cross(edge, row);
}

/** What the edge does in the row: it begins where it ended in the row before. */
function measure(edge: usize, row: f64): void {
  const low = load<f64>(edge, LOW);
  const high = load<f64>(edge, HIGH);
  const begin = load<f64>(edge, Y0) - row;
  const end = load<f64>(edge, Y1) - row;
  copyPosition(edge + ROW_BOTTOM, edge + ROW_TOP);
  store<f64>(edge, begin > 0 ? begin : 0, BEGIN);
  store<f64>(edge, end < 1 ? end : 1, END);
  if (end <= 1) endAt(edge, load<f64>(edge, X1));
  else cross(edge, row + 1);
  const left = min<f64>(low, load<f64>(edge, LOW));
  let right = max<f64>(high, load<f64>(edge, HIGH));
  if (corners && begin < 0 && low === high && load<f64>(edge, LOW) < low) right++;
  store<f64>(edge, max<f64>(-FAR, min<f64>(FAR, left)), LEFT);
  store<f64>(edge, max<f64>(-FAR, min<f64>(FAR, right)), RIGHT);
}

function endAt(edge: usize, x: f64): void {
  setPosition(edge + ROW_BOTTOM, x);
  store<f64>(edge, floor<f64>(x), LOW);
  store<f64>(edge, ceil<f64>(x), HIGH);
}

/** The edge ends in a row, and begins in the next, at the line between them. */
function cross(edge: usize, y: f64): void {
  locate(edge, y, 0, edge + ROW_BOTTOM);
  const column = load<f64>(edge, ROW_BOTTOM);
  const rest = load<f64>(edge, ROW_BOTTOM + 8);
  store<f64>(edge, column, LOW);
  store<f64>(edge, column + 1, HIGH);
  if (rest > NEAR && rest < 1 - NEAR) return;
  setPlace(edge, y);
}

/** Which records are free, once. */
export function makeRecords(): void {
  for (let i: usize = 0; i < MOST_EDGES; i++) store<u32>(EDGES + (i << 2), RECORDS + i * RECORD);
}
