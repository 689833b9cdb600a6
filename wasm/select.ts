/** Cells at some places of a group: of all parts by value only those are put in order that such a place is in. */
import { leastKey, mostKey, sortKeys, spanOfKeys } from "./digits";
import { productError } from "./exact-product";
import { interpolate } from "./interpolate";
import { cellOf, toKeys } from "./keys";
import { aligned } from "./memory";
import { CELLS, ENDS, kind, weightsAt, whole } from "./order-memory";

/** Most parts are 2 to this. */
const PART_BITS: i32 = 11;

let low: u32 = 0;
let shift: u32 = 0;
let parts: i32 = 0;
/** The part that is in order, at `weightsAt`: places `first` … `stop`. */
let first: i32 = 0;
let stop: i32 = 0;

/** Counts the whole cells, one at least, in parts of some 4 to 8, by the top bits of their keys. */
export function select(): void {
  toKeys(CELLS, whole, kind);
  const end = CELLS + ((<usize>whole) << 2);
  spanOfKeys(CELLS, end);
  low = leastKey;
  const bits = 32 - <i32>clz<u32>(mostKey - leastKey);
  const partBits = min(PART_BITS, max(1, 29 - <i32>clz<u32>(whole)));
  shift = max(0, bits - partBits);
  parts = <i32>((mostKey - leastKey) >>> shift) + 1;
  countParts(end);
  first = stop = 0;
}

function countParts(end: usize): void {
  const endOfParts = ENDS + ((<usize>parts) << 2);
  memory.fill(ENDS, 0, endOfParts - ENDS);
  const least = low;
  const by = shift;
  for (let at = CELLS; at < end; at += 4) {
    const part = ENDS + ((<usize>((load<u32>(at) - least) >>> by)) << 2);
    store<i32>(part, load<i32>(part) + 1);
  }
  let sum = 0;
  for (let part = ENDS; part < endOfParts; part += 4) {
    sum += load<i32>(part);
    store<i32>(part, sum);
  }
}

/** The cell at a place, ascending. */
export function at(place: i32): f64 {
  if (place < first || place >= stop) findPart(place);
  return cellOf(load<u32>(weightsAt + ((<usize>(place - first)) << 2)), kind);
}

function findPart(place: i32): void {
  let part = 0;
  for (let most = parts - 1; part < most; ) {
    const middle = (part + most) >> 1;
    if (load<i32>(ENDS + ((<usize>middle) << 2)) > place) most = middle;
    else part = middle + 1;
  }
  const end = ENDS + ((<usize>part) << 2);
  first = part === 0 ? 0 : load<i32>(end - 4);
  stop = load<i32>(end);
  const bytes = (<usize>(stop - first)) << 2;
  gather(low + (<u32>part << shift), ((<u32>1) << shift) - 1, weightsAt + bytes);
  if (shift > 0) sortKeys(weightsAt, stop - first, aligned(weightsAt + bytes));
}

/** Copies the keys from `least` to `most` above it to `weightsAt` … `end`, which they fill. */
function gather(least: u32, most: u32, end: usize): void {
  const leasts = i32x4.splat(least);
  const mosts = i32x4.splat(most);
  let to = weightsAt;
  for (let at = CELLS; to < end; at += 16) {
    if (!v128.any_true(i32x4.le_u(i32x4.sub(v128.load(at), leasts), mosts))) continue;
    for (let cell = at; cell < at + 16 && to < end; cell += 4) {
      const key = load<u32>(cell);
      store<u32>(to, key);
      to += key - least <= most ? 4 : 0;
    }
  }
}

/** The quantile q of the whole cells, scaled, by the places of src/stats/quantile.ts; NaN where it is not certain. */
export function quantile(q: f64, scale: f64, offset: f64): f64 {
  const last = whole - 1;
  const position = q * <f64>last;
  const rest = productError(q, <f64>last, position);
  let below = <i32>floor(position);
  if (<f64>below === position && rest < 0) below--;
  const fraction = position - <f64>below;
  const low = scaledAt(below, scale, offset);
  return fraction === 0 && rest === 0 ? low : interpolate(low, scaledAt(below + 1, scale, offset), fraction, rest);
}

function scaledAt(place: i32, scale: f64, offset: f64): f64 {
  return at(scale < 0 ? whole - 1 - place : place) * scale + offset;
}
