/** A stretch of a row, from section to section: the twin of src/mask/sections.ts, which says why. */
import {
  BEGIN, EDGES, END, LEFT, PART, RIGHT, SECTION, TOGGLE_ORDER, TOGGLES,
} from "./coverage-memory";
import { sortPlaces } from "./stable-sort";

const MOST: i32 = 64;

export let firstColumn: i32 = 0;
export let stopColumn: i32 = 0;
/** Edges of the section, at SECTION. */
export let count: i32 = 0;
/** From the top down, at TOGGLE_ORDER: at this level this polygon begins or ceases to cover the place left of it. */
export let toggles: i32 = 0;
/** Places in EDGES. */
let next: usize = 0;
let end: usize = 0;
let stop: i32 = 0;

export function beginStretch(from: usize, to: usize, start: i32, stopAt: i32): void {
  stopColumn = start;
  count = 0;
  toggles = 0;
  next = from;
  end = to;
  stop = stopAt;
}

/** Goes on to the next section; false where the stretch ends. */
export function nextSection(): bool {
  if (stopColumn >= stop) return false;
  firstColumn = stopColumn;
  if (count > 0) passEdges();
  const isLast = <i32>((end - next) >>> 2) < MOST - count;
  stopColumn = isLast ? stop : firstColumn + 1;
  takeEdges();
  if (!isLast) widen();
  return true;
}

/** Takes more columns, as long as there is room for their edges. */
function widen(): void {
  while (count < MOST && stopColumn < stop) {
    stopColumn = next < end ? min<i32>(stop, <i32>load<f64>(load<u32>(next), LEFT) + 1) : stop;
    takeEdges();
  }
}

function takeEdges(): void {
  let to = SECTION + ((<usize>count) << 2);
  for (; next < end; next += 4) {
    const edge: usize = load<u32>(next);
    if (load<f64>(edge, LEFT) >= <f64>stopColumn) break;
    store<u32>(to, edge);
    to += 4;
  }
  count = <i32>((to - SECTION) >>> 2);
}

/** Edges that end left of the section leave it. */
function passEdges(): void {
  let kept = SECTION;
  for (let i = SECTION, stopAt = SECTION + ((<usize>count) << 2); i < stopAt; i += 4) {
    const edge: usize = load<u32>(i);
    if (load<f64>(edge, RIGHT) > <f64>firstColumn) {
      store<u32>(kept, edge);
      kept += 4;
      continue;
    }
    const top = load<f64>(edge, BEGIN);
    const bottom = load<f64>(edge, END);
    if (bottom <= top) continue;
    toggleAt(top, load<u32>(edge, PART));
    if (bottom < 1) toggleAt(bottom, load<u32>(edge, PART));
  }
  count = <i32>((kept - SECTION) >>> 2);
  for (let i: usize = 0; i < <usize>toggles; i++) store<u32>(TOGGLE_ORDER + (i << 2), TOGGLES + (i << 4));
  sortPlaces(TOGGLE_ORDER, toggles, 0);
}

/** Two at one place cancel, as do those of edges that go on from each other. */
function toggleAt(level: f64, part: u32): void {
  const last = TOGGLES + ((<usize>toggles) << 4);
  for (let i = TOGGLES; i < last; i += 16) {
    if (load<f64>(i) !== level || load<u32>(i, 8) !== part) continue;
    store<f64>(i, load<f64>(last - 16));
    store<u32>(i, load<u32>(last - 16, 8), 8);
    toggles--;
    return;
  }
  store<f64>(last, level);
  store<u32>(last, part, 8);
  toggles++;
}
