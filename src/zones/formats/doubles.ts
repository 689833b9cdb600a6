const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** Reads doubles from any place of bytes, in either order; what it gives holds until the next call. */
export class Doubles {
  #values = new Float64Array(256);

  /** `count` doubles from `at`. The caller has checked that so many are there. */
  read(bytes: Uint8Array, at: number, count: number, littleEndian: boolean): Float64Array {
    if (this.#values.length < count) this.#values = new Float64Array(2 * count);
    const target = new Uint8Array(this.#values.buffer, 0, 8 * count);
    target.set(bytes.subarray(at, at + 8 * count));
    if (littleEndian !== isLittleEndian) {
      for (let i = 0; i < target.length; i += 8) target.subarray(i, i + 8).reverse();
    }
    return this.#values;
  }
}
