const text = new TextDecoder();

/** `length` things that begin at `start`, all of them within the bytes. */
export interface FlatVector {
  readonly start: number;
  readonly length: number;
}

/**
 * A table of FlatBuffers, read at its fields' places (flatbuffers.dev/internals). Offsets are trusted no further than the
 * bytes reach: what lies beyond throws a RangeError. The library of that name does not check them.
 */
export class FlatTable {
  readonly #view: DataView;
  /** Where it is among the bytes. */
  readonly at: number;
  readonly #vtable: number;
  readonly #vtableSize: number;

  constructor(view: DataView, at: number) {
    this.#view = view;
    this.at = at;
    this.#vtable = at - view.getInt32(at, true);
    this.#vtableSize = view.getUint16(this.#vtable, true);
  }

  /** The table that a buffer of `view` begins with. */
  static root(view: DataView): FlatTable {
    return new FlatTable(view, view.getUint32(0, true));
  }

  uint8(field: number, fallback = 0): number {
    const at = this.place(field);
    return at === 0 ? fallback : this.#view.getUint8(at);
  }

  uint16(field: number, fallback = 0): number {
    const at = this.place(field);
    return at === 0 ? fallback : this.#view.getUint16(at, true);
  }

  int32(field: number, fallback = 0): number {
    const at = this.place(field);
    return at === 0 ? fallback : this.#view.getInt32(at, true);
  }

  uint64(field: number): number {
    const at = this.place(field);
    return at === 0 ? 0 : Number(this.#view.getBigUint64(at, true));
  }

  table(field: number): FlatTable | null {
    const at = this.place(field);
    return at === 0 ? null : new FlatTable(this.#view, this.#follow(at));
  }

  string(field: number): string | null {
    const vector = this.vector(field, 1);
    if (!vector) return null;
    return text.decode(new Uint8Array(this.#view.buffer, this.#view.byteOffset + vector.start, vector.length));
  }

  /** Things of `size` bytes each. */
  vector(field: number, size: number): FlatVector | null {
    const at = this.place(field);
    if (at === 0) return null;
    const vector = this.#follow(at);
    const length = this.#view.getUint32(vector, true);
    const start = vector + 4;
    if (start + length * size > this.#view.byteLength) throw new RangeError(`${length} entries are not there`);
    return { start, length };
  }

  /** Where a field's value is; 0 where it is not. */
  place(field: number): number {
    const entry = 4 + 2 * field;
    if (entry + 2 > this.#vtableSize) return 0;
    const offset = this.#view.getUint16(this.#vtable + entry, true);
    return offset === 0 ? 0 : this.at + offset;
  }

  /** Its vtable: two bytes its size, two the table's, two a field that say where that is. */
  get fieldPlaces(): Uint8Array {
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset + this.#vtable, this.#vtableSize);
  }

  /** Table `i` of a vector of tables, whose size is 4. */
  tableOf({ start }: FlatVector, i: number): FlatTable {
    return new FlatTable(this.#view, this.#follow(start + 4 * i));
  }

  /** Eight bytes at a place, as a number that is not negative. */
  word(at: number): number {
    return Number(this.#view.getBigUint64(at, true));
  }

  #follow(at: number): number {
    return at + this.#view.getUint32(at, true);
  }
}
