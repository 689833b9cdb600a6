/**
 * Exact arithmetic for the last step of a statistic: m × 2^e with a bigint m. Every finite double is one, and sums and
 * products of doubles stay exact; a quotient is rounded once, to nearest, ties to even, as IEEE 754 does.
 */
export interface Dyadic {
  readonly mantissa: bigint;
  readonly exponent: number;
}

const view = new DataView(new ArrayBuffer(8));

/** Exact value of a finite double. */
export function dyadic(value: number): Dyadic {
  view.setFloat64(0, value);
  const high = view.getUint32(0);
  const biased = (high >>> 20) & 0x7ff;
  const fraction = (BigInt(high & 0xfffff) << 32n) | BigInt(view.getUint32(4));
  const magnitude = biased === 0 ? fraction : fraction | (1n << 52n);
  return { mantissa: high >>> 31 ? -magnitude : magnitude, exponent: Math.max(biased, 1) - 1075 };
}

/** Exact value of a finite double or of an integer. */
export function exactValue(value: number | bigint): Dyadic {
  return typeof value === "bigint" ? { mantissa: value, exponent: 0 } : dyadic(value);
}

export function addDyadic(a: Dyadic, b: Dyadic): Dyadic {
  const exponent = Math.min(a.exponent, b.exponent);
  return { mantissa: alignedMantissa(a, exponent) + alignedMantissa(b, exponent), exponent };
}

export function multiplyDyadic(a: Dyadic, b: Dyadic): Dyadic {
  return { mantissa: a.mantissa * b.mantissa, exponent: a.exponent + b.exponent };
}

export function negateDyadic(a: Dyadic): Dyadic {
  return { mantissa: -a.mantissa, exponent: a.exponent };
}

/** a / b, correctly rounded, never −0; b must not be zero. */
export function divideToNumber(a: Dyadic, b: Dyadic): number {
  const negative = a.mantissa < 0n !== b.mantissa < 0n;
  let numerator = absolute(a.mantissa);
  const denominator = absolute(b.mantissa);
  if (numerator === 0n) return 0;
  // Enough bits for 53 and two more in the quotient; whatever is left over only matters as "more than nothing".
  const shift = Math.max(0, 56 + bitLength(denominator) - bitLength(numerator));
  numerator <<= BigInt(shift);
  const quotient = numerator / denominator;
  const sticky = quotient * denominator === numerator ? 0n : 1n;
  const value = roundPositive((quotient << 1n) | sticky, a.exponent - b.exponent - shift - 1);
  return negative ? 0 - value : value;
}

/** √(a / b), correctly rounded; a must not be negative, b must be positive. */
export function sqrtQuotientToNumber(a: Dyadic, b: Dyadic): number {
  if (a.mantissa === 0n) return 0;
  const exponent = a.exponent - b.exponent;
  // As in `divideToNumber`, with twice the bits, and an exponent that can be halved.
  let shift = Math.max(0, 112 + bitLength(b.mantissa) - bitLength(a.mantissa));
  if ((exponent - shift) % 2 !== 0) shift++;
  const numerator = a.mantissa << BigInt(shift);
  const quotient = numerator / b.mantissa;
  const root = integerRoot(quotient);
  const sticky = root * root * b.mantissa === numerator ? 0n : 1n;
  return roundPositive((root << 1n) | sticky, (exponent - shift) / 2 - 1);
}

/** The nearest double, ties to even; never −0. */
export function dyadicToNumber(a: Dyadic): number {
  if (a.mantissa === 0n) return 0;
  return a.mantissa < 0n ? 0 - roundPositive(-a.mantissa, a.exponent) : roundPositive(a.mantissa, a.exponent);
}

/** The value as an integer, or null where it is none. */
export function dyadicToInteger(a: Dyadic): bigint | null {
  if (a.exponent >= 0) return a.mantissa << BigInt(a.exponent);
  const shift = BigInt(-a.exponent);
  const integer = a.mantissa >> shift;
  return integer << shift === a.mantissa ? integer : null;
}

function alignedMantissa(a: Dyadic, exponent: number): bigint {
  return a.mantissa << BigInt(a.exponent - exponent);
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function bitLength(value: bigint): number {
  const hex = value.toString(16);
  return 4 * (hex.length - 1) + (32 - Math.clz32(Number.parseInt(hex[0], 16)));
}

/** ⌊√value⌋ of a positive integer, by Newton's steps down from a little above. */
function integerRoot(value: bigint): bigint {
  const dropped = 2 * Math.ceil(Math.max(0, bitLength(value) - 104) / 2);
  const above = Math.ceil(Math.sqrt(Number(value >> BigInt(dropped)))) + 2;
  let root = BigInt(above) << BigInt(dropped / 2);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

function roundPositive(mantissa: bigint, exponent: number): number {
  const length = bitLength(mantissa);
  // Bits below the last one that a double of this size keeps: 53 bits, fewer where it is subnormal.
  const drop = Math.max(length - 53, -1074 - exponent);
  if (drop <= 0) return scaleByPowerOfTwo(Number(mantissa), exponent);
  if (drop > length) return 0;
  const shift = BigInt(drop);
  let kept = mantissa >> shift;
  const rest = mantissa - (kept << shift);
  const half = 1n << (shift - 1n);
  if (rest > half || (rest === half && (kept & 1n) === 1n)) kept += 1n;
  return scaleByPowerOfTwo(Number(kept), exponent + drop);
}

/** value × 2^exponent where the result is exact (or overflows), in steps that neither overflow nor underflow early. */
function scaleByPowerOfTwo(value: number, exponent: number): number {
  let scaled = value;
  let left = exponent;
  for (; left > 1000; left -= 1000) {
    scaled *= 2 ** 1000;
    if (scaled === Infinity) return scaled;
  }
  for (; left < -1000; left += 1000) scaled *= 2 ** -1000;
  return scaled * 2 ** left;
}
