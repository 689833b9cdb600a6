import { productError } from "../grid/exact-product.ts";

const [ZERO, MINUS, PLUS, POINT] = [0x30, 0x2d, 0x2b, 0x2e];
const [SMALL_E, LARGE_E] = [0x65, 0x45];

/** Powers of ten that are doubles, to the last bit. */
const TENS = Array.from({ length: 19 }, (_, i) => 10 ** i);

/**
 * Reads the JSON number that begins at bytes[start] into `into[index]`, as JSON.parse does: rounded once, to nearest. To
 * where it ends; −1 where there is no number.
 *
 * Up to 18 digits without an exponent, so nearly all coordinates, are read as one integer below 10^18 over a power of
 * ten; the rest is left to the engine.
 */
export function scanNumber(bytes: Uint8Array, start: number, into: Float64Array, index: number): number {
  const first = bytes[start] === MINUS ? start + 1 : start;
  let at = first;
  let digits = 0;
  let high = 0;
  let low = 0;
  // 0 to 9 for digits alone, and 48 beyond the end.
  for (let digit = bytes[at] ^ ZERO; digit <= 9; digit = bytes[++at] ^ ZERO) {
    if (digits++ < 9) high = 10 * high + digit;
    else low = 10 * low + digit;
  }
  if (digits === 0 || (digits > 1 && bytes[first] === ZERO)) return -1;
  let places = 0;
  if (bytes[at] === POINT) {
    places = digits;
    for (let digit = bytes[++at] ^ ZERO; digit <= 9; digit = bytes[++at] ^ ZERO) {
      if (digits++ < 9) high = 10 * high + digit;
      else low = 10 * low + digit;
    }
    places = digits - places;
    if (places === 0) return -1;
  }
  if (digits > 18 || bytes[at] === SMALL_E || bytes[at] === LARGE_E) return readSlowly(bytes, start, at, into, index);
  const value = digits <= 9 ? high / TENS[places] : quotient(high, TENS[digits - 9], low, TENS[places]);
  if (Number.isNaN(value)) return readSlowly(bytes, start, at, into, index);
  into[index] = first === start ? value : -value;
  return at;
}

/**
 * (high × scale + low) / divisor, rounded to nearest, for whole numbers below 10^18 over a power of ten up to 10^18; NaN
 * where it lies so close to the middle of two doubles that this arithmetic cannot tell. The dividend is an unevaluated
 * sum of two doubles, and exact; so is the remainder of the first quotient, of which a second one is made.
 */
function quotient(high: number, scale: number, low: number, divisor: number): number {
  const product = high * scale;
  const dividend = product + low;
  if (dividend <= Number.MAX_SAFE_INTEGER) return dividend / divisor;
  const dividendRest = productError(high, scale, product) + (low - (dividend - product));
  const first = dividend / divisor;
  const back = first * divisor;
  const remainder = dividend - back - productError(first, divisor, back);
  const second = (remainder + dividendRest) / divisor;
  // Two roundings, of 2^-53 of it each.
  const error = Math.abs(second) * 2 ** -50;
  const value = first + (second - error);
  return value === first + (second + error) ? value : Number.NaN;
}

const ascii = new TextDecoder();

function readSlowly(bytes: Uint8Array, start: number, end: number, into: Float64Array, index: number): number {
  let at = end;
  if (bytes[at] === SMALL_E || bytes[at] === LARGE_E) {
    at++;
    if (bytes[at] === MINUS || bytes[at] === PLUS) at++;
    const exponent = at;
    while ((bytes[at] ^ ZERO) <= 9) at++;
    if (at === exponent) return -1;
  }
  into[index] = Number(ascii.decode(bytes.subarray(start, at)));
  return at;
}
