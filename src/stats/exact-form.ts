import type { Dyadic } from "./dyadic.ts";
import { addExact, addExactTotal, type ExactSums, exactTotal, singleTotal } from "./exact-sums.ts";

/**
 * An exact total in a form that has the same bytes however it came about: an odd mantissa (0 has the exponent 0), as the
 * shortest two's complement, little-endian, of at least one byte.
 */
export interface ExactForm {
  readonly bytes: Uint8Array;
  readonly exponent: number;
}

/** Exponents that sums can have: from that of the least double cubed to well beyond that of the greatest. */
const LEAST_EXPONENT = -3222;
const GREATEST_EXPONENT = 4096;

/** The total of a row, without what is not finite. */
export function totalForm(sums: ExactSums, row: number): ExactForm {
  const single = singleTotal(sums, row);
  return single === null ? formOf(exactTotal(sums, row)) : formOfDouble(single);
}

/** Adds a total to a row; false, and nothing is added, where no sum can have its exponent. */
export function addForm(sums: ExactSums, row: number, { bytes, exponent }: ExactForm): boolean {
  if (!(exponent >= LEAST_EXPONENT && exponent <= GREATEST_EXPONENT)) return false;
  // Nearly all are as small as this, and need no bigint.
  if (bytes.length <= 8 && Math.abs(exponent) <= 900) {
    const low = Math.min(4, bytes.length - 1);
    addExact(sums, row, unsigned(bytes, 0, low) * 2 ** exponent);
    const high =
      unsigned(bytes, low, bytes.length) - (bytes[bytes.length - 1] & 0x80 ? 256 ** (bytes.length - low) : 0);
    addExact(sums, row, high * 2 ** (exponent + 8 * low));
  } else {
    addExactTotal(sums, row, { mantissa: fromBytes(bytes), exponent });
  }
  return true;
}

export function formOf({ mantissa, exponent }: Dyadic): ExactForm {
  if (mantissa === 0n) return { bytes: Uint8Array.of(0), exponent: 0 };
  const zeros = trailingZeros(mantissa);
  return { bytes: toBytes(mantissa >> BigInt(zeros)), exponent: exponent + zeros };
}

const double = new DataView(new ArrayBuffer(8));

/** The same without bigints. */
function formOfDouble(value: number): ExactForm {
  if (value === 0) return { bytes: Uint8Array.of(0), exponent: 0 };
  double.setFloat64(0, value);
  const head = double.getUint32(0);
  const biased = (head >>> 20) & 0x7ff;
  const high = biased === 0 ? head & 0xfffff : (head & 0xfffff) | 0x100000;
  const low = double.getUint32(4);
  const zeros = low === 0 ? 32 + countZeros(high) : countZeros(low);
  // Of a negative number −m the bits are those of m − 1, turned over.
  const rest = (high * 2 ** 32 + low) / 2 ** zeros - (value < 0 ? 1 : 0);
  const bits = rest >= 2 ** 32 ? 64 - Math.clz32(rest / 2 ** 32) : 32 - Math.clz32(rest);
  const bytes = new Uint8Array((bits >> 3) + 1);
  for (let i = 0, left = rest; i < bytes.length; i++, left = Math.floor(left / 256)) {
    bytes[i] = value < 0 ? ~left & 0xff : left & 0xff;
  }
  return { bytes, exponent: Math.max(biased, 1) - 1075 + zeros };
}

function unsigned(bytes: Uint8Array, start: number, stop: number): number {
  let value = 0;
  for (let i = stop - 1; i >= start; i--) value = 256 * value + bytes[i];
  return value;
}

/** Of the low end; the value is not 0. */
function countZeros(value: number): number {
  return 31 - Math.clz32(value & -value);
}

function trailingZeros(value: bigint): number {
  let zeros = 0;
  let rest = value;
  for (; BigInt.asUintN(32, rest) === 0n; rest >>= 32n) zeros += 32;
  return zeros + countZeros(Number(BigInt.asIntN(32, rest)));
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
