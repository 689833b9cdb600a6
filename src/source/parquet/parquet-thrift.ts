/** A struct of Thrift: its fields by their numbers. */
export type ThriftStruct = ReadonlyMap<number, ThriftValue>;
export type ThriftValue = boolean | number | Uint8Array | readonly ThriftValue[] | ThriftStruct;

const MOST_LEVELS = 64;
const [STOP, TRUE, FALSE, BYTE, I16, I32, I64, DOUBLE, BINARY, LIST, SET, STRUCT] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12,
];

/**
 * Reads Thrift's compact protocol, of which the footers and page headers of Parquet are made. It stands before hyparquet,
 * which makes arrays as long as bytes claim: here nothing is longer than the bytes that are left, nor deeper than a file
 * could need. Integers beyond 2^53 are rounded.
 */
export class ThriftReader {
  readonly #view: DataView;
  /** Where the next value begins. */
  at: number;

  constructor({ buffer, byteOffset, byteLength }: Uint8Array, at: number) {
    this.#view = new DataView(buffer, byteOffset, byteLength);
    this.at = at;
  }

  struct(level = 0): ThriftStruct {
    if (level > MOST_LEVELS) throw new RangeError("its metadata are nested too deep");
    const fields = new Map<number, ThriftValue>();
    let id = 0;
    for (;;) {
      const byte = this.#byte();
      const type = byte & 0x0f;
      if (type === STOP) return fields;
      id = byte >> 4 === 0 ? this.#zigzag() : id + (byte >> 4);
      fields.set(id, type === TRUE || type === FALSE ? type === TRUE : this.#value(type, level));
    }
  }

  #value(type: number, level: number): ThriftValue {
    if (type === BYTE) return (this.#byte() << 24) >> 24;
    if (type === I16 || type === I32 || type === I64) return this.#zigzag();
    if (type === STRUCT) return this.struct(level + 1);
    if (type === DOUBLE) {
      this.at += 8;
      return this.#view.getFloat64(this.at - 8, true);
    }
    if (type === BINARY) {
      const length = this.#length(this.#varint(), 1);
      this.at += length;
      return new Uint8Array(this.#view.buffer, this.#view.byteOffset + this.at - length, length);
    }
    if (type !== LIST && type !== SET) throw new RangeError(`its metadata hold a value of the type ${type}`);
    if (level > MOST_LEVELS) throw new RangeError("its metadata are nested too deep");
    const byte = this.#byte();
    const length = this.#length(byte >> 4 === 15 ? this.#varint() : byte >> 4, 1);
    const item = byte & 0x0f;
    const isBoolean = item === TRUE || item === FALSE;
    return Array.from({ length }, () => (isBoolean ? this.#byte() === TRUE : this.#value(item, level + 1)));
  }

  #byte(): number {
    return this.#view.getUint8(this.at++);
  }

  #varint(): number {
    let value = 0;
    for (let scale = 1; scale < 2 ** 70; scale *= 128) {
      const byte = this.#byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
    throw new RangeError("its metadata hold an endless number");
  }

  #zigzag(): number {
    const value = this.#varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  #length(length: number, size: number): number {
    const left = this.#view.byteLength - this.at;
    if (length * size > left) throw new RangeError(`its metadata hold ${length} things in ${left} bytes`);
    return length;
  }
}
