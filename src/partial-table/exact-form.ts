import type { Dyadic } from "../stats/dyadic.ts";

/**
 * Exact totals in a form that has the same bytes however they came about: an odd mantissa (0 has the exponent 0), as
 * the shortest two's complement, little-endian, of at least one byte.
 */
export interface ExactForm {
  readonly bytes: Uint8Array;
  readonly exponent: number;
}

/** Exponents that sums can have: from that of the least double cubed to well beyond that of the greatest. */
const LEAST_EXPONENT = -3222;
const GREATEST_EXPONENT = 4096;

export function toExactForm({ mantissa, exponent }: Dyadic): ExactForm {
  if (mantissa === 0n) return { bytes: Uint8Array.of(0), exponent: 0 };
  const zeros = trailingZeros(mantissa);
  return { bytes: toBytes(mantissa >> BigInt(zeros)), exponent: exponent + zeros };
}

/** Null where no sum can have such an exponent. */
export function fromExactForm({ bytes, exponent }: ExactForm): Dyadic | null {
  const isPossible = exponent >= LEAST_EXPONENT && exponent <= GREATEST_EXPONENT;
  return isPossible ? { mantissa: fromBytes(bytes), exponent } : null;
}

function trailingZeros(value: bigint): number {
  let zeros = 0;
  let rest = value;
  for (; BigInt.asUintN(32, rest) === 0n; rest >>= 32n) zeros += 32;
  const low = Number(BigInt.asIntN(32, rest));
  return zeros + 31 - Math.clz32(low & -low);
}

function toBytes(value: bigint): Uint8Array {
  const hex = (value < 0n ? ~value : value).toString(16);
  // One bit more than the magnitude has, for the sign.
  const bits = 4 * (hex.length - 1) + (32 - Math.clz32(Number.parseInt(hex[0], 16)));
  const bytes = new Uint8Array((bits >> 3) + 1);
  const digits = BigInt.asUintN(8 * bytes.length, value)
    .toString(16)
    .padStart(2 * bytes.length, "0");
  bytes.forEach((_, i) => {
    const end = digits.length - 2 * i;
    bytes[i] = Number.parseInt(digits.slice(end - 2, end), 16);
  });
  return bytes;
}

function fromBytes(bytes: Uint8Array): bigint {
  let digits = "0x0";
  for (let i = bytes.length - 1; i >= 0; i--) digits += bytes[i].toString(16).padStart(2, "0");
  return BigInt.asIntN(8 * bytes.length, BigInt(digits));
}
