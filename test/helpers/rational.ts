/** Fractions of bigints, and their one rounding to a double: the yardstick of all numbers, written without src/stats. */
export interface Rational {
  readonly top: bigint;
  /** Positive. */
  readonly bottom: bigint;
}

/** Exact value of a finite double or of an integer. */
export function rational(value: number | bigint): Rational {
  if (typeof value === "bigint") return { top: value, bottom: 1n };
  let places = 0n;
  let scaled = value;
  for (; !Number.isInteger(scaled); scaled *= 2) places++;
  return { top: BigInt(scaled), bottom: 1n << places };
}

export function add(a: Rational, b: Rational): Rational {
  return { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom };
}

/** Σ values of doubles, all of which are whole multiples of 2^-1074. */
export function sum(values: readonly number[]): Rational {
  let top = 0n;
  for (const value of values) {
    const exact = rational(value);
    top += (exact.top << 1074n) / exact.bottom;
  }
  return { top, bottom: 1n << 1074n };
}

export function multiply(a: Rational, b: Rational): Rational {
  return { top: a.top * b.top, bottom: a.bottom * b.bottom };
}

export function divide(a: Rational, b: Rational): Rational {
  const [top, bottom] = [a.top * b.bottom, a.bottom * b.top];
  return bottom < 0n ? { top: -top, bottom: -bottom } : { top, bottom };
}

export function negate(a: Rational): Rational {
  return { top: -a.top, bottom: a.bottom };
}

export function compare(a: Rational, b: Rational): number {
  const [left, right] = [a.top * b.bottom, b.top * a.bottom];
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * The nearest double, ties to even: `Number(bigint)` rounds so by its definition, after what is cut off has left a
 * mark in the last bit; near 0 the fraction is counted in least doubles first.
 */
export function toNumber({ top, bottom }: Rational): number {
  if (top < 0n) return 0 - toNumber({ top: -top, bottom });
  const leastDoubles = (top << 1074n) / bottom;
  if (leastDoubles < 1n << 53n) {
    const rest = 2n * ((top << 1074n) - leastDoubles * bottom);
    const up = rest > bottom || (rest === bottom && leastDoubles % 2n === 1n);
    return Number(leastDoubles + (up ? 1n : 0n)) * Number.MIN_VALUE;
  }
  // 2^-1074 × leastDoubles has 54 bits or more; below the top 70 only "something or nothing" counts.
  const spare = Math.max(0, leastDoubles.toString(2).length - 70);
  const kept = (top << 1074n) / (bottom << BigInt(spare));
  const exact = kept * (bottom << BigInt(spare)) === top << 1074n;
  const value = Number(2n * kept + (exact ? 0n : 1n));
  return value * 2 ** Math.floor((spare - 1075) / 2) * 2 ** Math.ceil((spare - 1075) / 2);
}

/** √a of a fraction that is not negative, correctly rounded: the double whose midpoints with its neighbours enclose it. */
export function rootToNumber(a: Rational): number {
  if (a.top === 0n) return 0;
  // Near 1, by an even power of two, so that nothing over- or underflows on the way.
  const power = Math.round((a.top.toString(2).length - a.bottom.toString(2).length) / 2);
  const near = multiply(a, powerOfTwo(-2 * power));
  /** Positive where the root is nearer to y than to x, the next double above x; of a tie, where y is even. */
  const sideOf = (x: number, y: number) => {
    const midpoint = multiply(add(rational(x), rational(y)), rational(0.5));
    return compare(near, multiply(midpoint, midpoint)) || (isOdd(x) ? 1 : -1);
  };
  let root = Math.sqrt(toNumber(near));
  while (sideOf(root, nextUp(root)) > 0) root = nextUp(root);
  while (sideOf(-nextUp(-root), root) < 0) root = -nextUp(-root);
  return toNumber(multiply(rational(root), powerOfTwo(power)));
}

function powerOfTwo(power: number): Rational {
  return { top: 1n << BigInt(Math.max(0, power)), bottom: 1n << BigInt(Math.max(0, -power)) };
}

const view = new DataView(new ArrayBuffer(8));

function isOdd(value: number): boolean {
  view.setFloat64(0, value);
  return view.getUint8(7) % 2 === 1;
}

/** The next double above a normal one. */
function nextUp(value: number): number {
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + (value > 0 ? 1n : -1n));
  return view.getFloat64(0);
}
