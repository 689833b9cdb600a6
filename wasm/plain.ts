import { aligned, growTo } from "./memory";
import { isSure, orient, sure } from "./orient";
import { firstPolygon, firstRing, firstVertex, get, set, x, y } from "./rings";

/** Zones of more rings are left to the sweep: here each ring is held against each other one. */
const MOST_RINGS = 16;
/** Up to so many edges are held against each other without bands. */
const FEW_EDGES = 24;
/** Most places in bands, and pairs in them, an edge: beyond, the sweep costs less. */
const MOST_PLACES = 8;
const MOST_PAIRS = 64;

/** Of each edge of the zone, named by its first vertex counted from the zone's first: its second vertex. */
let next: usize;
/** In place of it for a vertex where the one behind it is, too. */
const NO_EDGE: i32 = -1;
/** Of each vertex: its band. */
let bandOf: usize;
/** Band b has the edges members[offsets[b]] … members[offsets[b + 1]]. */
let offsets: usize;
let members: usize;

/**
 * Finds zones that have nothing odd about them, at a fraction of the cost of a sweep: edges are put into bands of y, about
 * four edges a band, and in each held against each other. Leaves at `at` a byte a zone: 1 only for one whose rings have
 * no point in common with themselves or each other and nest as they should.
 */
export function plain(first: i32, end: i32, at: usize): bool {
  const scratch = aligned(at + (end - first));
  if (!growTo(scratch)) return false;
  for (let zone = first; zone < end; zone++) {
    sure();
    const found = isPlain(zone, scratch) && isSure();
    store<u8>(at + (zone - first), <u8>found);
  }
  return true;
}

function isPlain(zone: i32, scratch: usize): bool {
  const ringStart = firstRing(firstPolygon(zone));
  const ringEnd = firstRing(firstPolygon(zone + 1));
  if (ringStart === ringEnd || ringEnd - ringStart > MOST_RINGS) return false;
  const start = firstVertex(ringStart);
  const count = firstVertex(ringEnd) - start;
  const bands = count > FEW_EDGES ? (count + 3) >> 2 : 1;
  next = scratch;
  bandOf = next + (<usize>count << 2);
  offsets = bandOf + (<usize>count << 2);
  members = offsets + (<usize>(bands + 2) << 2);
  if (!growTo(members + (<usize>FEW_EDGES << 2))) return false;
  for (let ring = ringStart; ring < ringEnd; ring++) {
    if (!follow(firstVertex(ring), firstVertex(ring + 1), start)) return false;
  }
  if (bands === 1) fillOneBand(count);
  else if (!fillBands(start, count, bands)) return false;
  return areAllApart(start, bands) && (ringEnd - ringStart === 1 || areNested(zone));
}

/** Links the edges of a ring; false where it does not go on at some vertex. */
function follow(start: i32, end: i32, first: i32): bool {
  let before = -1;
  let edges = 0;
  let begin = -1;
  for (let vertex = start; vertex < end; vertex++) {
    if (isSame(vertex, vertex + 1 < end ? vertex + 1 : start)) {
      set(next, vertex - first, NO_EDGE);
      continue;
    }
    if (before < 0) begin = vertex;
    else set(next, before - first, vertex - first);
    before = vertex;
    edges++;
  }
  if (edges < 3) return false;
  set(next, before - first, begin - first);
  for (let vertex = begin; edges > 0; edges--) {
    const after = first + get(next, vertex - first);
    if (!goesOn(before, vertex, after)) return false;
    before = vertex;
    vertex = after;
  }
  return true;
}

@inline
function isSame(a: i32, b: i32): bool {
  return x(a) === x(b) && y(a) === y(b);
}

/** True where a ring turns at vertex b between a and c, or runs straight on. */
function goesOn(a: i32, b: i32, c: i32): bool {
  if (orient(x(a), y(a), x(b), y(b), x(c), y(c)) !== 0) return true;
  return isSameWay(x(a), x(b), x(c)) && isSameWay(y(a), y(b), y(c));
}

function isSameWay(a: f64, b: f64, c: f64): bool {
  return a < b === b < c && a > b === b > c;
}

function areAllApart(first: i32, bands: i32): bool {
  for (let band = 0; band < bands; band++) {
    const end = get(offsets, band + 1);
    for (let i = get(offsets, band); i < end; i++) {
      const a = get(members, i);
      const afterA = get(next, a);
      for (let j = i + 1; j < end; j++) {
        const b = get(members, j);
        const afterB = get(next, b);
        if (afterA === b || afterB === a) continue;
        if (!areApart(first + a, first + afterA, first + b, first + afterB)) return false;
      }
    }
  }
  return true;
}

/** True only where the edges a–b and c–d have no point in common. */
function areApart(a: i32, b: i32, c: i32, d: i32): bool {
  const ax = x(a);
  const bx = x(b);
  const cx = x(c);
  const dx = x(d);
  if (max(ax, bx) < min(cx, dx) || min(ax, bx) > max(cx, dx)) return true;
  const ay = y(a);
  const by = y(b);
  const cy = y(c);
  const dy = y(d);
  if (max(ay, by) < min(cy, dy) || min(ay, by) > max(cy, dy)) return true;
  if (areBeside(orient(ax, ay, bx, by, cx, cy), orient(ax, ay, bx, by, dx, dy))) return true;
  return areBeside(orient(cx, cy, dx, dy, ax, ay), orient(cx, cy, dx, dy, bx, by));
}

/** Whether two points lie on the same side of a line. */
@inline
function areBeside(a: f64, b: f64): bool {
  return (a > 0 && b > 0) || (a < 0 && b < 0);
}

function fillOneBand(count: i32): void {
  let edges = 0;
  for (let edge = 0; edge < count; edge++) {
    if (get(next, edge) !== NO_EDGE) set(members, edges++, edge);
  }
  set(offsets, 0, 0);
  set(offsets, 1, edges);
}

/** False where the edges are too long or too dense for bands. */
function fillBands(first: i32, count: i32, bands: i32): bool {
  if (!placeInBands(first, count, bands)) return false;
  const places = countMembers(count, bands);
  if (places === 0 || !growTo(members + (<usize>places << 2))) return false;
  for (let edge = 0; edge < count; edge++) {
    if (get(next, edge) === NO_EDGE) continue;
    const last = lastBand(edge);
    for (let band = topBand(edge); band <= last; band++) {
      const at = get(offsets, band + 1);
      set(members, at, edge);
      set(offsets, band + 1, at + 1);
    }
  }
  return true;
}

@inline
function topBand(edge: i32): i32 {
  return min(get(bandOf, edge), get(bandOf, get(next, edge)));
}

@inline
function lastBand(edge: i32): i32 {
  return max(get(bandOf, edge), get(bandOf, get(next, edge)));
}

/** Says in which band each vertex is. */
function placeInBands(first: i32, count: i32, bands: i32): bool {
  let minY: f64 = Infinity;
  let maxY: f64 = -Infinity;
  for (let vertex = 0; vertex < count; vertex++) {
    minY = min(minY, y(first + vertex));
    maxY = max(maxY, y(first + vertex));
  }
  const scale = <f64>bands / (maxY - minY);
  if (!isFinite<f64>(scale)) return false;
  for (let vertex = 0; vertex < count; vertex++) {
    set(bandOf, vertex, min(bands - 1, <i32>((y(first + vertex) - minY) * scale)));
  }
  return true;
}

/** Makes room for each band, and says for how many edges in all; 0 where there are too many. */
function countMembers(count: i32, bands: i32): i32 {
  // Counted two places ahead: after the prefix sum offsets[b + 1] is where band b begins and, once filled, ends.
  memory.fill(offsets, 0, <usize>(bands + 2) << 2);
  let places: i64 = 0;
  for (let edge = 0; edge < count; edge++) {
    if (get(next, edge) === NO_EDGE) continue;
    const top = topBand(edge);
    const last = lastBand(edge);
    places += last - top + 1;
    if (places > MOST_PLACES * <i64>count) return 0;
    for (let band = top; band <= last; band++) set(offsets, band + 2, get(offsets, band + 2) + 1);
  }
  let pairs: i64 = 0;
  for (let band = 2; band < bands + 2; band++) {
    const held = get(offsets, band);
    pairs += <i64>held * held;
    set(offsets, band, held + get(offsets, band - 1));
  }
  return pairs > 2 * MOST_PAIRS * <i64>count ? 0 : <i32>places;
}

/** Whether each ring of a polygon but the first lies in that, and in no other. Rings have no point in common. */
function areNested(zone: i32): bool {
  const polygonEnd = firstPolygon(zone + 1);
  const ringStart = firstRing(firstPolygon(zone));
  const ringEnd = firstRing(polygonEnd);
  for (let polygon = firstPolygon(zone); polygon < polygonEnd; polygon++) {
    const shell = firstRing(polygon);
    for (let ring = shell; ring < firstRing(polygon + 1); ring++) {
      const point = firstVertex(ring);
      for (let other = ringStart; other < ringEnd; other++) {
        if (other !== ring && isInRing(other, x(point), y(point)) !== (other === shell)) return false;
      }
    }
  }
  return true;
}

/** Whether a point that is on none of its edges is inside a ring, by even-odd. */
function isInRing(ring: i32, px: f64, py: f64): bool {
  const end = firstVertex(ring + 1);
  let inside = false;
  for (let a = end - 1, b = firstVertex(ring); b < end; a = b++) {
    if (y(a) > py === y(b) > py) continue;
    const side = orient(x(a), y(a), x(b), y(b), px, py);
    if (side > 0 === y(b) > y(a)) inside = !inside;
  }
  return inside;
}
