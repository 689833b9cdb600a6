import { wholeNumber } from "./whole-number.ts";
/** What a column of SQLite holds. Integers that no double holds are bigints. */
export type SqliteValue = null | number | bigint | string | Uint8Array;

/** Sizes of integers by their serial type. */
const INTEGER_BYTES = [0, 1, 2, 3, 4, 6, 8];

/** 7 bits a byte, all 8 of the ninth. */
export function varint(bytes: Uint8Array, at: number): { value: number; end: number } {
  let value = 0;
  for (let i = 0; i < 8; i++) {
    const byte = bytes[at + i];
    if (byte === undefined) throw new RangeError("it ends within a number");
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, end: at + i + 1 };
  }
  return { value: value * 256 + (bytes[at + 8] ?? 0), end: at + 9 };
}

/** The values of a record, in the order of the columns. */
export function readRecord(payload: Uint8Array, decode: (bytes: Uint8Array) => string): SqliteValue[] {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const header = varint(payload, 0);
  const values: SqliteValue[] = [];
  let at = header.value;
  let type = header.end;
  while (type < header.value) {
    const serial = varint(payload, type);
    type = serial.end;
    const length = lengthOf(serial.value);
    if (at + length > payload.length) throw new RangeError(`a value of ${length} bytes is not there`);
    values.push(readValue(view, at, serial.value, length, decode));
    at += length;
  }
  return values;
}

function lengthOf(serial: number): number {
  if (serial < INTEGER_BYTES.length) return INTEGER_BYTES[serial];
  if (serial === 7) return 8;
  return serial < 12 ? 0 : Math.floor((serial - 12) / 2);
}

function readValue(
  view: DataView,
  at: number,
  serial: number,
  length: number,
  decode: (bytes: Uint8Array) => string,
): SqliteValue {
  if (serial === 0) return null;
  if (serial === 7) return view.getFloat64(at);
  if (serial === 8 || serial === 9) return serial - 8;
  if (serial < 7) return integer(view, at, length);
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at, length);
  return serial % 2 === 0 ? bytes : decode(bytes);
}

function integer(view: DataView, at: number, length: number): number | bigint {
  if (length === 8) return wholeNumber(view.getBigInt64(at));
  let value = view.getInt8(at);
  for (let i = 1; i < length; i++) value = value * 256 + view.getUint8(at + i);
  return value;
}

/** By the number in the database's header. */
export function textDecoderOf(encoding: number): (bytes: Uint8Array) => string {
  const decoder = new TextDecoder(encoding === 2 ? "utf-16le" : encoding === 3 ? "utf-16be" : "utf-8");
  return (bytes) => decoder.decode(bytes);
}
