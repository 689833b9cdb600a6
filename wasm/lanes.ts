/** What the reduces share: where things lie in memory, and what is left of lanes at the end. */

/** Bytes of a run. */
export const RUN = 12;

export let cells: usize;
export let firstRow: i32;
export let width: i32;
export let runs: usize;
export let ends: usize;
export let found: usize;

export function placeRuns(runsAt: usize, endsAt: usize, foundAt: usize): void {
  runs = runsAt;
  ends = endsAt;
  found = foundAt;
}

/** Cells are those from some row on. */
export function placeCells(cellsAt: usize, rowOfFirst: i32, rowWidth: i32): void {
  cells = cellsAt;
  firstRow = rowOfFirst;
  width = rowWidth;
}

/** The first run of a block. */
@inline
export function firstRun(block: i32): i32 {
  return block === 0 ? 0 : lastRun(block - 1);
}

/** The run after the last one of a block. */
@inline
export function lastRun(block: i32): i32 {
  return load<i32>(ends + ((<usize>block) << 2));
}

/** Where the first cell of a run is, of so many bytes a cell. */
@inline
export function firstCell(run: usize, bytes: usize): usize {
  return cells + <usize>((load<i32>(run) - firstRow) * width + load<i32>(run, 4)) * bytes;
}

/** The cells of a run. */
@inline
export function cellsOf(run: usize): i32 {
  return load<i32>(run, 8) - load<i32>(run, 4);
}

/** Bytes of a column of what is found: of 1,024 blocks. */
const COLUMN: usize = 8192;

/** Leaves what is found in a block in eight columns; returns the place for the next. */
export function tell(
  out: usize,
  count: i64,
  least: f64,
  most: f64,
  sumTop: f64,
  sumBottom: f64,
  squaresTop: f64,
  squaresMiddle: f64,
  squaresBottom: f64,
): usize {
  store<f64>(out, <f64>count);
  store<f64>(out, least, COLUMN);
  store<f64>(out, most, 2 * COLUMN);
  store<f64>(out, sumTop, 3 * COLUMN);
  store<f64>(out, sumBottom, 4 * COLUMN);
  store<f64>(out, squaresTop, 5 * COLUMN);
  store<f64>(out, squaresMiddle, 6 * COLUMN);
  store<f64>(out, squaresBottom, 7 * COLUMN);
  return out + 8;
}

/** Ones in the lanes from `n` on. */
@inline
export function from4(n: i32): v128 {
  return i32x4.ge_s(i32x4(0, 1, 2, 3), i32x4.splat(n));
}

@inline
export function from8(n: i32): v128 {
  return i16x8.ge_s(i16x8(0, 1, 2, 3, 4, 5, 6, 7), i16x8.splat(<i16>n));
}

@inline
export function least4<T>(v: v128): T {
  const low = min<T>(v128.extract_lane<T>(v, 0), v128.extract_lane<T>(v, 1));
  return min<T>(low, min<T>(v128.extract_lane<T>(v, 2), v128.extract_lane<T>(v, 3)));
}

@inline
export function most4<T>(v: v128): T {
  const low = max<T>(v128.extract_lane<T>(v, 0), v128.extract_lane<T>(v, 1));
  return max<T>(low, max<T>(v128.extract_lane<T>(v, 2), v128.extract_lane<T>(v, 3)));
}

@inline
export function sum4(v: v128): i64 {
  const pairs = i64x2.add(i64x2.extend_low_i32x4_s(v), i64x2.extend_high_i32x4_s(v));
  return i64x2.extract_lane(pairs, 0) + i64x2.extract_lane(pairs, 1);
}

@inline
export function sum2(v: v128): f64 {
  return f64x2.extract_lane(v, 0) + f64x2.extract_lane(v, 1);
}
