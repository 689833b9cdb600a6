/**
 * The cells of all zones in memory, as src/mask/runs.ts and src/mask/zone-cells.ts have them, a column behind the other;
 * src/mask/placed-cells.ts puts them there.
 */

/** Where a call tells what it found, in i32: how much, and where it lies. */
export const FOUND: usize = 0;
/** Behind it. */
export const CELLS: usize = 1024;

/** What is found may take memory up to here. */
const MOST_BYTES: u64 = 1 << 28;

export let firstRow: usize = 0;
export let rowOffsets: usize = 0;
export let runOffsets: usize = 0;
export let starts: usize = 0;
export let stops: usize = 0;
/** Of cells in part, which there may be. */
export let inPart: bool = false;
export let offsets: usize = 0;
export let rows: usize = 0;
export let columns: usize = 0;
export let coverage: usize = 0;
/** What is behind them. */
export let free: usize = 0;

export function place(
  firstRowAt: usize, rowOffsetsAt: usize, runOffsetsAt: usize, startsAt: usize, stopsAt: usize,
  offsetsAt: usize, rowsAt: usize, columnsAt: usize, coverageAt: usize, end: usize, knowsParts: bool,
): void {
  firstRow = firstRowAt;
  rowOffsets = rowOffsetsAt;
  runOffsets = runOffsetsAt;
  starts = startsAt;
  stops = stopsAt;
  offsets = offsetsAt;
  rows = rowsAt;
  columns = columnsAt;
  coverage = coverageAt;
  free = end;
  inPart = knowsParts;
}

/** Whether memory up to there may be asked for. */
export function isWithin(end: u64): bool {
  return end <= MOST_BYTES;
}

@inline
export function get(list: usize, i: i32): i32 {
  return load<i32>(list + (<usize>i << 2));
}

@inline
export function set(list: usize, i: i32, value: i32): void {
  store<i32>(list + (<usize>i << 2), value);
}

/** The first place from `low` to `high` of an ascending list whose number is not less than one; `high` where all are. */
export function firstFrom(list: usize, low: i32, high: i32, least: i32): i32 {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (get(list, middle) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first of the cells in part from one to another that is beside columns, of which most are in them; 16 at a time. */
export function firstBeside(cell: i32, end: i32, left: i32, width: i32): i32 {
  const lefts = i32x4.splat(left);
  const widths = i32x4.splat(width);
  for (; cell + 16 <= end; cell += 16) {
    const at = columns + (<usize>cell << 2);
    const first = v128.and(areIn(v128.load(at), lefts, widths), areIn(v128.load(at, 16), lefts, widths));
    const next = v128.and(areIn(v128.load(at, 32), lefts, widths), areIn(v128.load(at, 48), lefts, widths));
    if (!i32x4.all_true(v128.and(first, next))) break;
  }
  while (cell < end && <u32>(get(columns, cell) - left) < <u32>width) cell++;
  return cell;
}

@inline
function areIn(places: v128, lefts: v128, widths: v128): v128 {
  return i32x4.lt_u(i32x4.sub(places, lefts), widths);
}
