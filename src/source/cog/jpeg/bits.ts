/** Bits of a code that the table answers at once. */
const LOOKUP = 9;

/** A Huffman table (ITU T.81, annex C). */
export interface HuffmanTable {
  /** By the next LOOKUP bits: length × 256 + symbol, 0 for longer codes. */
  readonly lookup: Uint16Array;
  /** By length: the first code that is too large, moved up to 16 bits. */
  readonly ends: Int32Array;
  /** By length: what to add to a code for the place of its symbol. */
  readonly offsets: Int32Array;
  readonly symbols: Uint8Array;
}

/** @param counts of codes by length, 1 to 16 */
export function makeHuffmanTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable {
  const lookup = new Uint16Array(1 << LOOKUP);
  const ends = new Int32Array(18);
  const offsets = new Int32Array(17);
  let code = 0;
  let place = 0;
  for (let length = 1; length <= 16; length++) {
    offsets[length] = place - code;
    for (let i = 0; i < counts[length - 1]; i++, code++, place++) {
      if (code >= 1 << length) throw new Error("a JPEG table has more codes than there are");
      if (length > LOOKUP) continue;
      const first = code << (LOOKUP - length);
      lookup.fill((length << 8) | symbols[place], first, first + (1 << (LOOKUP - length)));
    }
    ends[length] = code << (16 - length);
    code <<= 1;
  }
  ends[17] = 2 ** 31 - 1;
  return { lookup, ends, offsets, symbols };
}

/** Reads the bits of a scan: a byte of 0 after 255 says nothing, any other one is a marker, where the scan ends. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at: number;
  #buffer = 0;
  #held = 0;
  /** Bits that were asked for and are not there. */
  #missing = 0;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** Where the next marker is, or the end. */
  get end(): number {
    return this.#at;
  }

  /** Whether more was read than there is. */
  get isOver(): boolean {
    return this.#missing > this.#held;
  }

  /** Next bits as a number; at most 16. */
  read(count: number): number {
    if (count === 0) return 0;
    if (this.#held < count) this.#fill();
    this.#held -= count;
    return (this.#buffer >>> this.#held) & ((1 << count) - 1);
  }

  /** A number of so many bits, whose first bit says that it is positive (ITU T.81, F.2.2.1). */
  readSigned(count: number): number {
    const value = this.read(count);
    return value < 1 << (count - 1) && count > 0 ? value - (1 << count) + 1 : value;
  }

  decode({ lookup, ends, offsets, symbols }: HuffmanTable): number {
    if (this.#held < 16) this.#fill();
    const next = (this.#buffer >>> (this.#held - 16)) & 65535;
    const short = lookup[next >> (16 - LOOKUP)];
    if (short !== 0) {
      this.#held -= short >> 8;
      return short & 255;
    }
    let length = LOOKUP + 1;
    while (next >= ends[length]) length++;
    if (length > 16) throw new Error("the JPEG data are damaged");
    this.#held -= length;
    return symbols[offsets[length] + (next >> (16 - length))];
  }

  /** To the restart marker that must come next (ITU T.81, E.2.4). */
  restart(): void {
    const bytes = this.#bytes;
    this.#held = 0;
    this.#buffer = 0;
    while (this.#at + 1 < bytes.length && bytes[this.#at] === 255 && bytes[this.#at + 1] === 255) this.#at++;
    if (this.#missing > 15 || bytes[this.#at] !== 255 || (bytes[this.#at + 1] & 0xf8) !== 0xd0) {
      throw new Error("a JPEG restart marker is missing");
    }
    this.#missing = 0;
    this.#at += 2;
  }

  #fill(): void {
    while (this.#held <= 16) {
      let byte = 0;
      if (this.#at >= this.#bytes.length || (this.#bytes[this.#at] === 255 && this.#bytes[this.#at + 1] !== 0)) {
        this.#missing += 8;
      } else {
        byte = this.#bytes[this.#at++];
        if (byte === 255) this.#at++;
      }
      this.#buffer = (this.#buffer << 8) | byte;
      this.#held += 8;
    }
  }
}
