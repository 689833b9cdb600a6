type Data = Float64Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/**
 * A column that is read off a file part by part. Room is made for as much as it will be if the rest of the file is like
 * what was read: so it is not copied once more at the end, and memory is not taken twice.
 */
export class GrowingColumn<Column extends Data> {
  readonly #make: (length: number) => Column;
  readonly #mostAtFirst: number;
  #data: Column;
  #length = 0;

  /** `mostAtFirst`: entries that there may be room for before half of them have come. */
  constructor(make: (length: number) => Column, mostAtFirst: number) {
    this.#make = make;
    this.#mostAtFirst = mostAtFirst;
    this.#data = make(0);
  }

  /** `share` of the file that is read now, over 0 to 1. */
  add(part: Column, share: number): void {
    const length = this.#length + part.length;
    if (length > this.#data.length) {
      const expected = (1.02 * length) / share;
      const grown = this.#make(Math.ceil(Math.min(expected, Math.max(this.#mostAtFirst, 2 * length))));
      grown.set(this.#data.subarray(0, this.#length));
      this.#data = grown;
    }
    this.#data.set(part, this.#length);
    this.#length = length;
  }

  /** What was read. */
  get view(): Column {
    return this.#data.subarray(0, this.#length) as Column;
  }

  finish(): Column {
    const column = this.view;
    return this.#data.length > 1.125 * this.#length ? (column.slice() as Column) : column;
  }
}
