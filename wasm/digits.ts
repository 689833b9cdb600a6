/** Sorting by digits: unsigned keys of 32 bits, alone or in pairs (u64) above a number. Its tables lie below 8 KiB. */
import { least4, most4 } from "./lanes";

/** So many are sorted by insertion. */
const SHORT: i32 = 40;
/** Below so many, digits are shorter, since their tables cost more than a pass. */
const FEW: i32 = 2048;

export let leastKey: u32 = 0;
export let mostKey: u32 = 0;
/** Ones where keys differ: cells that are rounded leave their last bits out. */
let different: u32 = 0;

/** Finds the least and the greatest of keys, one at least. */
export function spanOfKeys(at: usize, end: usize): void {
  const first = load<u32>(at);
  const firsts = i32x4.splat(first);
  let least = firsts;
  let most = firsts;
  let bits = i32x4.splat(0);
  for (; at + 16 <= end; at += 16) {
    const keys = v128.load(at);
    least = i32x4.min_u(least, keys);
    most = i32x4.max_u(most, keys);
    bits = v128.or(bits, v128.xor(keys, firsts));
  }
  leastKey = least4<u32>(least);
  mostKey = most4<u32>(most);
  bits = v128.or(bits, i32x4.shuffle(bits, bits, 2, 3, 0, 1));
  different = i32x4.extract_lane(bits, 0) | i32x4.extract_lane(bits, 1);
  for (; at < end; at += 4) take(load<u32>(at), first);
}

function spanOfPairs(at: usize, end: usize): void {
  const first = load<u32>(at, 4);
  leastKey = mostKey = first;
  different = 0;
  for (; at < end; at += 8) take(load<u32>(at, 4), first);
}

@inline
function take(key: u32, first: u32): void {
  leastKey = min<u32>(leastKey, key);
  mostKey = max<u32>(mostKey, key);
  different |= key ^ first;
}

/** Ascending; there is room for as many at `spare`. */
export function sortKeys(at: usize, count: i32, spare: usize): void {
  sort<u32>(at, count, spare);
}

/** The same by the keys of pairs, those of one key in any order. */
export function sortPairs(at: usize, count: i32, spare: usize): void {
  sort<u64>(at, count, spare);
}

@inline
function keyOf<T>(value: T): u32 {
  return sizeof<T>() === 8 ? <u32>((<u64>value) >>> 32) : <u32>value;
}

@inline
function sort<T>(at: usize, count: i32, spare: usize): void {
  const end = at + <usize>count * sizeof<T>();
  if (count <= SHORT) return insert<T>(at, end);
  if (sizeof<T>() === 8) spanOfPairs(at, end);
  else spanOfKeys(at, end);
  if (different === 0) return;
  const stop = 32 - <i32>clz<u32>(mostKey - leastKey);
  const start = <i32>ctz<u32>(different);
  const bits = stop - start;
  const most = count < FEW ? 8 : 11;
  const passes = (bits + most - 1) / most;
  const width = (bits + passes - 1) / passes;
  let from = at;
  let to = spare;
  for (let shift = start; shift < stop; shift += width) {
    move<T>(from, from + <usize>count * sizeof<T>(), to, <u32>shift, ((<u32>1) << width) - 1);
    const other = from;
    from = to;
    to = other;
  }
  if (from !== at) memory.copy(at, from, <usize>count * sizeof<T>());
}

function insert<T>(at: usize, end: usize): void {
  for (let i = at + sizeof<T>(); i < end; i += sizeof<T>()) {
    const value = load<T>(i);
    let j = i;
    for (; j > at && load<T>(j - sizeof<T>()) > value; j -= sizeof<T>()) store<T>(j, load<T>(j - sizeof<T>()));
    store<T>(j, value);
  }
}

/** By one digit of what keys are above the least; those of one digit stay in order. */
function move<T>(from: usize, end: usize, to: usize, shift: u32, digits: u32): void {
  const least = leastKey;
  memory.fill(0, 0, <usize>(digits + 1) << 2);
  for (let at = from; at < end; at += sizeof<T>()) {
    const digit = <usize>(((keyOf<T>(load<T>(at)) - least) >>> shift) & digits) << 2;
    store<u32>(digit, load<u32>(digit) + 1);
  }
  let sum = to;
  for (let digit: usize = 0; digit <= <usize>digits << 2; digit += 4) {
    const count: usize = load<u32>(digit);
    store<u32>(digit, <u32>sum);
    sum += count * sizeof<T>();
  }
  for (let at = from; at < end; at += sizeof<T>()) {
    const value = load<T>(at);
    const digit = <usize>(((keyOf<T>(value) - least) >>> shift) & digits) << 2;
    const place: usize = load<u32>(digit);
    store<T>(place, value);
    store<u32>(digit, <u32>(place + sizeof<T>()));
  }
}
