/** What an entry costs beyond its value: without it, empty values would never go. */
const ENTRY_BYTES = 64;

/** Values by key, up to a budget of bytes; what was used longest ago goes first. */
export class ByteLru<Value> {
  readonly maxBytes: number;
  readonly #entries = new Map<string, Value>();
  readonly #sizeOf: (value: Value) => number;
  #byteLength = 0;

  /** @param sizeOf bytes of a value, which must not change while it is kept; each entry counts 64 more. */
  constructor(maxBytes: number, sizeOf: (value: Value) => number) {
    this.maxBytes = maxBytes;
    this.#sizeOf = sizeOf;
  }

  /** Bytes of all that is kept; never more than `maxBytes`. */
  get byteLength(): number {
    return this.#byteLength;
  }

  /** Entries that are kept. */
  get size(): number {
    return this.#entries.size;
  }

  /** The value itself, no copy; it counts as used. */
  get(key: string): Value | undefined {
    const value = this.#entries.get(key);
    if (value === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, value);
    return value;
  }

  /** Takes the place of a value of the same key; one larger than the whole budget is not kept, and none is then. */
  set(key: string, value: Value): void {
    this.delete(key);
    const bytes = this.#cost(value);
    if (bytes > this.maxBytes) return;
    this.#entries.set(key, value);
    this.#byteLength += bytes;
    for (const oldest of this.#entries.keys()) {
      if (this.#byteLength <= this.maxBytes) break;
      this.delete(oldest);
    }
  }

  /** True where there was such a value. */
  delete(key: string): boolean {
    const value = this.#entries.get(key);
    if (value === undefined) return false;
    this.#byteLength -= this.#cost(value);
    return this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
    this.#byteLength = 0;
  }

  #cost(value: Value): number {
    return this.#sizeOf(value) + ENTRY_BYTES;
  }
}
