/**
 * The valid cells of zones' runs, put behind each other as they are stored, with their extremes. AssemblyScript
 * (https://www.assemblyscript.org); src/stats/keep-compiled.ts calls it, src/stats/keep-runs.ts is the same in JavaScript.
 *
 * Runs are row, start, stop triples (i32). Three columns of f64 are left, with a number each zone: its cells, the least
 * and the greatest of them. Nodata is NaN where no cell can be it.
 */
/** Bytes of a run. */
const RUN: usize = 12;
const LANES: usize = 16;

/** The rows that runs are in. */
export let firstRow: i32 = 0;
export let stopRow: i32 = 0;

export function findRows(runs: usize, count: i32): void {
  firstRow = count > 0 ? i32.MAX_VALUE : 0;
  stopRow = 0;
  for (const end = runs + (<usize>count) * RUN; runs < end; runs += RUN) {
    firstRow = min(firstRow, load<i32>(runs));
    stopRow = max(stopRow, load<i32>(runs) + 1);
  }
}

let cells: usize = 0;
let width: i32 = 0;
let offsets: usize = 0;
let runs: usize = 0;
let kept: usize = 0;

/** Cells are those from the first row that has runs on; kept ones go behind all else. */
export function place(cellsAt: usize, rowWidth: i32, offsetsAt: usize, runsAt: usize, keptAt: usize): void {
  cells = cellsAt;
  width = rowWidth;
  offsets = offsetsAt;
  runs = runsAt;
  kept = keptAt;
}

export function keepInt8Array(zones: i32, nodata: f64): void {
  keep<i8>(zones, nodata);
}

export function keepUint8Array(zones: i32, nodata: f64): void {
  keep<u8>(zones, nodata);
}

export function keepInt16Array(zones: i32, nodata: f64): void {
  keep<i16>(zones, nodata);
}

export function keepUint16Array(zones: i32, nodata: f64): void {
  keep<u16>(zones, nodata);
}

export function keepInt32Array(zones: i32, nodata: f64): void {
  keep<i32>(zones, nodata);
}

export function keepUint32Array(zones: i32, nodata: f64): void {
  keep<u32>(zones, nodata);
}

export function keepFloat32Array(zones: i32, nodata: f64): void {
  keep<f32>(zones, nodata);
}

/** The columns are at 0. */
function keep<T>(zones: i32, nodata: f64): void {
  const excludes = isFloat<T>() || nodata === nodata;
  let run = runs;
  let to = kept;
  for (let zone = 0; zone < zones; zone++) {
    const first = to;
    for (const end = runs + (<usize>load<i32>(offsets + ((<usize>zone) << 2), 4)) * RUN; run < end; run += RUN) {
      const row = (load<i32>(run) - firstRow) * width;
      const at = cells + (<usize>(row + load<i32>(run, 4))) * sizeof<T>();
      const stop = cells + (<usize>(row + load<i32>(run, 8))) * sizeof<T>();
      to = excludes ? copyValid<T>(at, stop, to, <T>nodata) : copyAll<T>(at, stop, to);
    }
    const found = (<usize>zone) << 3;
    const column = (<usize>zones) << 3;
    store<f64>(found, <f64>((to - first) / sizeof<T>()));
    if (to > first) findExtremes<T>(first, to, found + column, found + 2 * column);
  }
}

/** Returns where the copies end. */
function copyAll<T>(at: usize, stop: usize, to: usize): usize {
  for (; at + LANES <= stop; at += LANES, to += LANES) v128.store(to, v128.load(at));
  for (; at < stop; at += sizeof<T>(), to += sizeof<T>()) store<T>(to, load<T>(at));
  return to;
}

function copyValid<T>(at: usize, stop: usize, to: usize, nodata: T): usize {
  const excluded = v128.splat<T>(nodata);
  for (; at + LANES <= stop; at += LANES) {
    const values = v128.load(at);
    let invalid = v128.eq<T>(values, excluded);
    if (isFloat<T>()) invalid = v128.or(invalid, v128.ne<T>(values, values));
    if (v128.any_true(invalid)) to = copyEach<T>(at, at + LANES, to, nodata);
    else {
      v128.store(to, values);
      to += LANES;
    }
  }
  return copyEach<T>(at, stop, to, nodata);
}

function copyEach<T>(at: usize, stop: usize, to: usize, nodata: T): usize {
  for (; at < stop; at += sizeof<T>()) {
    const value = load<T>(at);
    if (value === nodata || value !== value) continue;
    store<T>(to, value);
    to += sizeof<T>();
  }
  return to;
}

function findExtremes<T>(at: usize, stop: usize, leastAt: usize, mostAt: usize): void {
  let least = load<T>(at);
  let most = least;
  if (at + LANES <= stop) {
    let leasts = v128.splat<T>(least);
    let mosts = leasts;
    for (; at + LANES <= stop; at += LANES) {
      const values = v128.load(at);
      leasts = v128.min<T>(leasts, values);
      mosts = v128.max<T>(mosts, values);
    }
    // One lane after the other, by way of memory that is written next.
    v128.store(stop, leasts);
    v128.store(stop, mosts, LANES);
    for (let lane = stop; lane < stop + LANES; lane += sizeof<T>()) {
      least = min<T>(least, load<T>(lane));
      most = max<T>(most, load<T>(lane, LANES));
    }
  }
  for (; at < stop; at += sizeof<T>()) {
    least = min<T>(least, load<T>(at));
    most = max<T>(most, load<T>(at));
  }
  store<f64>(leastAt, <f64>least);
  store<f64>(mostAt, <f64>most);
}
