/** Numbers of JSON, as JSON.parse reads them: rounded once, to nearest. */
import { productError } from "./exact-product";
import { unlike } from "./json";

const MINUS: u32 = 0x2d;
const PLUS: u32 = 0x2b;
const POINT: u32 = 0x2e;
const SMALL_E: u32 = 0x65;

/** Powers of ten that are doubles, to the last bit. */
const TENS: StaticArray<f64> = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
];

/** What the host makes of its text: with an exponent, of many digits, or next to the middle of two doubles. */
@external("host", "numberAt")
declare function numberAt(start: usize, end: usize): f64;

/** To where the number ends, which is left at `into`, unless that is 0. */
export function number(start: usize, into: usize): usize {
  const first = load<u8>(start) === MINUS ? start + 1 : start;
  let at = first;
  let value: u64 = 0;
  for (let digit = digitAt(at); digit <= 9; digit = digitAt(++at)) value = 10 * value + digit;
  let digits = at - first;
  if (digits === 0 || (digits > 1 && digitAt(first) === 0)) unlike(at);
  let places: usize = 0;
  if (load<u8>(at) === POINT) {
    const from = ++at;
    for (let next = load<u64>(at); areDigits(next); next = load<u64>(at)) {
      value = 100_000_000 * value + eightDigits(next);
      at += 8;
    }
    for (let digit = digitAt(at); digit <= 9; digit = digitAt(++at)) value = 10 * value + digit;
    places = at - from;
    if (places === 0) unlike(at);
    digits = digitAt(first) === 0 ? places : digits + places;
  }
  const end = (<u32>load<u8>(at) | 0x20) === SMALL_E ? exponent(at + 1) : at;
  if (load<u8>(end) === 0) unlike(end); // it may go on in the next window
  if (into === 0) return end;
  let read = NaN;
  if (digits < 20 && end === at) read = quotient(value, load<f64>(changetype<usize>(TENS) + (places << 3)));
  if (read !== read) store<f64>(into, numberAt(start, end));
  else store<f64>(into, first === start ? read : -read);
  return end;
}

/** To where it ends. */
function exponent(start: usize): usize {
  const sign = <u32>load<u8>(start);
  const first = sign === MINUS || sign === PLUS ? start + 1 : start;
  let at = first;
  while (digitAt(at) <= 9) at++;
  if (at === first) unlike(at);
  return at;
}

/** 0 to 9 for digits alone. */
@inline
function digitAt(at: usize): u32 {
  return <u32>load<u8>(at) ^ 0x30;
}

/** Whether eight bytes are digits: 3 in their upper halves, also after 6 is added. */
@inline
function areDigits(bytes: u64): bool {
  const upper: u64 = 0xf0f0_f0f0_f0f0_f0f0;
  const more = ((bytes + 0x0606_0606_0606_0606) & upper) >> 4;
  return ((bytes & upper) | more) === 0x3333_3333_3333_3333;
}

/** Of eight digits the number: of neighbours, of pairs, of fours. */
@inline
function eightDigits(bytes: u64): u64 {
  const pairs = ((bytes & 0x0f0f_0f0f_0f0f_0f0f) * (10 * 256 + 1)) >> 8;
  const fours = ((pairs & 0x00ff_00ff_00ff_00ff) * (100 * 65_536 + 1)) >> 16;
  return ((fours & 0x0000_ffff_0000_ffff) * (10_000 * 4_294_967_296 + 1)) >> 32;
}

/**
 * dividend / divisor, rounded to nearest; NaN where it lies so close to the middle of two doubles that this arithmetic
 * cannot tell. The dividend is an unevaluated sum of two doubles, and exact; so is the remainder of the first quotient,
 * of which a second one is made.
 */
@inline
function quotient(dividend: u64, divisor: f64): f64 {
  const top = <f64>dividend;
  if (dividend <= <u64>f64.MAX_SAFE_INTEGER) return top / divisor;
  const first = top / divisor;
  const back = first * divisor;
  const remainder = top - back - productError(first, divisor, back);
  const second = (remainder + <f64>(<i64>(dividend - <u64>top))) / divisor;
  const error = abs(second) * 8.881784197001252e-16; // 2^-50, for two roundings, of 2^-53 of it each
  const value = first + (second - error);
  return value === first + (second + error) ? value : NaN;
}
