import { FAX_RLE, FAX4 } from "./compressions.ts";
import { ACROSS, CODE_BITS, LENGTH_UNIT, modeTable, PASS, runTables } from "./fax-codes.ts";

/** T4Options: lines may be coded by the line above; parts may be uncompressed. */
const TWO_DIMENSIONAL = 1;
const UNCOMPRESSED = 2;
/** Eleven zeros and a one end a line. */
const END_OF_LINE_BITS = 12;

/**
 * Cells of a bilevel image after ITU-T T.4 (one- and two-dimensional) or T.6: 0 white, 1 black.
 * @param bytes highest bit first @param options T4Options, or T6Options
 */
export function decodeFax(
  bytes: Uint8Array,
  compression: number,
  options: number,
  rows: number,
  columns: number,
): Uint8Array {
  if (options & UNCOMPRESSED) throw new Error("uncompressed parts of fax data are not supported");
  const cells = new Uint8Array(rows * columns);
  const bits = new Bits(bytes);
  const hasEnds = compression !== FAX_RLE && compression !== FAX4 && bits.clone().findEnd();
  // Columns where colours change, white to black first; then the width, as often as is looked at.
  let above = new Int32Array(columns + 4).fill(columns);
  let line = new Int32Array(columns + 4);
  for (let row = 0; row < rows; row++) {
    if (hasEnds && !bits.findEnd()) throw new Error("the fax data are cut off");
    const byAbove = compression === FAX4 || (hasEnds && (options & TWO_DIMENSIONAL) !== 0 && bits.take(1) === 0);
    const changes = byAbove ? readByAbove(bits, above, line, columns) : readRuns(bits, line, columns);
    if (bits.isOver) throw new Error("the fax data are cut off");
    line.fill(columns, changes);
    if (compression === FAX_RLE) bits.toByte();
    for (let i = 0; i < changes; i += 2) cells.fill(1, row * columns + line[i], row * columns + line[i + 1]);
    [above, line] = [line, above];
  }
  return cells;
}

/** A line of runs, white and black by turns; returns how many changes it has. */
function readRuns(bits: Bits, line: Int32Array, columns: number): number {
  let changes = 0;
  for (let at = 0, colour = 0; at < columns; colour ^= 1) {
    // A line that ends too early is white from there.
    if (bits.isAtEnd()) break;
    at = Math.min(at + readRun(bits, colour), columns);
    line[changes++] = at;
  }
  return changes;
}

function readRun(bits: Bits, colour: number): number {
  for (let cells = 0; ; ) {
    const entry = runTables[colour][bits.peek(CODE_BITS)];
    if (entry === 0) throw new Error("the fax data are damaged");
    bits.skip(Math.floor(entry / LENGTH_UNIT));
    cells += entry % LENGTH_UNIT;
    if (entry % LENGTH_UNIT < 64 || bits.isOver) return cells;
  }
}

/** A line by the changes of the one above (T.4, 4.2); returns how many changes it has. */
function readByAbove(bits: Bits, above: Int32Array, line: Int32Array, columns: number): number {
  let changes = 0;
  let next = 0;
  for (let at = -1; at < columns; ) {
    const colour = changes & 1;
    // The first change of the line above that lies to the right and is to the other colour.
    next = (next & ~1) | colour;
    while (next >= 2 && above[next - 2] > at) next -= 2;
    while (above[next] <= at && above[next] < columns) next += 2;
    const entry = modeTable[bits.peek(7)];
    if (entry === 0) throw new Error("the fax data are damaged");
    bits.skip(entry >> 4);
    const mode = entry & 15;
    if (mode === PASS) {
      at = above[next + 1];
    } else if (mode === ACROSS) {
      const first = Math.min(Math.max(at, 0) + readRun(bits, colour), columns);
      at = Math.min(first + readRun(bits, colour ^ 1), columns);
      line[changes++] = first;
      line[changes++] = at;
    } else {
      const change = Math.min(above[next] + mode - 3, columns);
      if (change < Math.max(at, 0)) throw new Error("the fax data are damaged");
      at = change;
      line[changes++] = at;
    }
    if (bits.isOver || changes > columns + 1) throw new Error("the fax data are damaged");
  }
  return changes;
}

/** Bits of bytes, highest first; zeros behind the end. */
class Bits {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.#at = at;
  }

  get isOver(): boolean {
    return this.#at > 8 * this.#bytes.length;
  }

  clone(): Bits {
    return new Bits(this.#bytes, this.#at);
  }

  /** At most 16. */
  peek(count: number): number {
    const byte = this.#at >> 3;
    const bytes = this.#bytes;
    const three = ((bytes[byte] ?? 0) << 16) | ((bytes[byte + 1] ?? 0) << 8) | (bytes[byte + 2] ?? 0);
    return (three >> (24 - (this.#at & 7) - count)) & ((1 << count) - 1);
  }

  take(count: number): number {
    const value = this.peek(count);
    this.#at += count;
    return value;
  }

  skip(count: number): void {
    this.#at += count;
  }

  toByte(): void {
    this.#at = (this.#at + 7) & ~7;
  }

  isAtEnd(): boolean {
    return this.peek(END_OF_LINE_BITS - 1) === 0;
  }

  /** Goes behind the next end of a line; false where there is none. */
  findEnd(): boolean {
    const last = 8 * this.#bytes.length;
    while (this.#at < last && !this.isAtEnd()) this.#at++;
    while (this.#at < last && this.peek(1) === 0) this.#at++;
    this.#at++;
    return this.#at <= last;
  }
}
