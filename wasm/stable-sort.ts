import { SORTED } from "./coverage-memory";

/** So many are sorted by insertion. */
const SHORT: usize = 32;

/** Sorts places, from `list` on, by the f64 that each has at `field`; equal ones stay in order. */
export function sortPlaces(list: usize, count: i32, field: usize): void {
  const end = list + ((<usize>count) << 2);
  for (let start = list; start < end; start += SHORT << 2) insert(start, min<usize>(start + (SHORT << 2), end), field);
  let from = list;
  let to = SORTED;
  const length = end - list;
  for (let width = SHORT << 2; width < length; width <<= 1) {
    for (let start: usize = 0; start < length; start += width << 1) {
      const middle = min<usize>(start + width, length);
      merge(from + start, from + middle, from + min<usize>(middle + width, length), to + start, field);
    }
    const other = from;
    from = to;
    to = other;
  }
  if (from !== list) memory.copy(list, from, length);
}

function insert(start: usize, end: usize, field: usize): void {
  for (let i = start + 4; i < end; i += 4) {
    const place: usize = load<u32>(i);
    const key = load<f64>(place + field);
    let j = i;
    for (; j > start; j -= 4) {
      const before: usize = load<u32>(j - 4);
      if (!(load<f64>(before + field) > key)) break;
      store<u32>(j, before);
    }
    store<u32>(j, place);
  }
}

function merge(a: usize, middle: usize, end: usize, to: usize, field: usize): void {
  let b = middle;
  while (a < middle && b < end) {
    const first: usize = load<u32>(a);
    const second: usize = load<u32>(b);
    const takesFirst = load<f64>(first + field) <= load<f64>(second + field);
    store<u32>(to, takesFirst ? first : second);
    if (takesFirst) a += 4;
    else b += 4;
    to += 4;
  }
  memory.copy(to, a, middle - a);
  memory.copy(to + (middle - a), b, end - b);
}
