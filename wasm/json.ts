/**
 * Walks through JSON in UTF-8 without making values of it. Functions take where something begins and give where it
 * ends. What it accepts JSON.parse accepts too; all else ends in a trap. Behind the last byte there is a 0, which is
 * accepted nowhere.
 */
import { number } from "./decimal";

export const COMMA: u32 = 0x2c;
export const OPEN_LIST: u32 = 0x5b;
export const CLOSE_LIST: u32 = 0x5d;
export const OPEN_OBJECT: u32 = 0x7b;
export const CLOSE_OBJECT: u32 = 0x7d;
const QUOTE: u32 = 0x22;
const BACKSLASH: u32 = 0x5c;
const COLON: u32 = 0x3a;
const SMALL_U: u32 = 0x75;

/** Whatever is nested more deeply is left to JSON.parse. */
const DEEPEST: u32 = 64;

/** Where it is not as it should be; up to 8 bytes before that. */
export let stop: usize = 0;

/** Whether there was one in the last string. */
export let hasEscape: bool = false;

/** Where the last name ends, without its quotes. */
export let nameEnd: usize = 0;

export function unlike(at: usize): void {
  stop = at;
  unreachable();
}

/** The first byte from `at` on that is no white space. */
@inline
export function space(at: usize): usize {
  return <u32>load<u8>(at) > 0x20 ? at : spaces(at);
}

function spaces(start: usize): usize {
  let at = start;
  while (true) {
    const byte = <u32>load<u8>(at);
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return at;
    at++;
  }
}

/** Past this byte and white space. */
@inline
export function past(at: usize, byte: u32): usize {
  if (load<u8>(at) !== byte) unlike(at);
  return space(at + 1);
}

function pastString(at: usize): usize {
  if (load<u8>(at) !== QUOTE) unlike(at);
  hasEscape = false;
  let next = at + 1;
  while (true) {
    const byte = <u32>load<u8>(next);
    if (byte === QUOTE) return next + 1;
    if (byte < 0x20) unlike(next);
    next = byte === BACKSLASH ? escape(next) : next + 1;
  }
}

function escape(at: usize): usize {
  hasEscape = true;
  const byte = <u32>load<u8>(at + 1);
  if (byte === SMALL_U) {
    for (let digit = at + 2; digit < at + 6; digit++) if (!isHexadecimal(load<u8>(digit))) unlike(at);
    return at + 6;
  }
  switch (byte) {
    case 0x22: // " \ / b f n r t
    case 0x5c:
    case 0x2f:
    case 0x62:
    case 0x66:
    case 0x6e:
    case 0x72:
    case 0x74:
      return at + 2;
  }
  unlike(at);
  return at;
}

@inline
function isHexadecimal(byte: u32): bool {
  return (byte ^ 0x30) <= 9 || (byte | 0x20) - 0x61 < 6;
}

/** A member's name and colon, to its value. */
export function pastName(at: usize): usize {
  const end = pastString(at);
  nameEnd = end - 1;
  return past(space(end), COLON);
}

/** Whatever is there. */
export function value(at: usize, depth: u32 = 0): usize {
  const byte = <u32>load<u8>(at);
  if (byte === QUOTE) return pastString(at);
  if (byte === OPEN_LIST || byte === OPEN_OBJECT) return nest(at, byte, depth + 1);
  if (is(at, at + 4, "null") || is(at, at + 4, "true")) return at + 4;
  if (is(at, at + 5, "false")) return at + 5;
  return number(at, 0);
}

/** A list or an object. */
function nest(at: usize, open: u32, depth: u32): usize {
  if (depth > DEEPEST) unlike(at);
  const close = open + 2; // ] after [ and } after {
  let next = space(at + 1);
  if (load<u8>(next) === close) return next + 1;
  while (true) {
    if (open === OPEN_OBJECT) next = pastName(next);
    next = space(value(next, depth));
    if (load<u8>(next) === close) return next + 1;
    next = past(next, COMMA);
  }
}

/** Whether the bytes start … end are the ASCII `text`. */
export function is(start: usize, end: usize, text: string): bool {
  const length = <usize>text.length;
  if (end - start !== length) return false;
  for (let i: usize = 0; i < length; i++) {
    if (load<u8>(start + i) !== load<u8>(changetype<usize>(text) + 2 * i)) return false;
  }
  return true;
}
