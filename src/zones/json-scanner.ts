import { scanNumber } from "./scan-number.ts";

/** Thrown, and caught by who scans, where the bytes are not what is looked for: then another way has to be taken. */
export const unlike = new Error("The bytes are not what was looked for.");

const [QUOTE, BACKSLASH, COLON, COMMA] = [0x22, 0x5c, 0x3a, 0x2c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
const SMALL_U = 0x75;
/** What may follow a backslash besides u: " \ / b f n r t. */
const escaped = new Set<number>([...'"\\/bfnrt'].map((letter) => letter.charCodeAt(0)));
const literals = ["null", "true", "false"];
/** Whatever is nested more deeply is left to JSON.parse. */
const DEEPEST = 64;

/**
 * Walks through JSON in UTF-8 without making values of it. Every method takes where a value begins and gives where it
 * ends. What it accepts JSON.parse accepts too; for all else, and for names with escapes, {@link unlike} is thrown.
 */
export class JsonScanner {
  readonly bytes: Uint8Array;
  readonly #number = new Float64Array(1);
  #depth = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** The first byte from `at` on that is no white space. */
  space(at: number): number {
    const { bytes } = this;
    if (bytes[at] > 0x20) return at;
    let next = at;
    while (bytes[next] <= 0x20) {
      const byte = bytes[next];
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) throw unlike;
      next++;
    }
    return next;
  }

  /** Calls `member` with each name (without quotes) and where its value begins; it gives where that ends. */
  object(at: number, member: (nameStart: number, nameEnd: number, value: number) => number): number {
    const { bytes } = this;
    if (bytes[at] !== OPEN_OBJECT) throw unlike;
    let next = this.space(at + 1);
    if (bytes[next] === CLOSE_OBJECT) return next + 1;
    for (;;) {
      const nameEnd = this.string(next);
      const colon = this.space(nameEnd);
      if (bytes[colon] !== COLON) throw unlike;
      next = this.space(member(next + 1, nameEnd - 1, this.space(colon + 1)));
      if (bytes[next] === CLOSE_OBJECT) return next + 1;
      if (bytes[next] !== COMMA) throw unlike;
      next = this.space(next + 1);
    }
  }

  /**
   * The same by name: "" for all but `names`. Of these the first `needed` have to be there, and none may come twice, since
   * JSON.parse takes the last.
   */
  members(
    at: number,
    names: readonly string[],
    needed: number,
    member: (name: string, value: number) => number,
  ): number {
    let seen = 0;
    const end = this.object(at, (nameStart, nameEnd, value) => {
      for (let i = 0; i < names.length; i++) {
        if (!this.is(nameStart, nameEnd, names[i])) continue;
        if ((seen & (1 << i)) !== 0) throw unlike;
        seen |= 1 << i;
        return member(names[i], value);
      }
      if (this.bytes.subarray(nameStart, nameEnd).includes(BACKSLASH)) throw unlike;
      return member("", value);
    });
    const all = (1 << needed) - 1;
    if ((seen & all) !== all) throw unlike;
    return end;
  }

  /** Calls `item` with where each begins; it gives where that ends. Empty lists are {@link unlike}, unless `mayBeEmpty`. */
  list(at: number, item: (start: number) => number, mayBeEmpty = false): number {
    const { bytes } = this;
    if (bytes[at] !== OPEN_LIST) throw unlike;
    let next = this.space(at + 1);
    if (mayBeEmpty && bytes[next] === CLOSE_LIST) return next + 1;
    for (;;) {
      next = this.space(item(next));
      if (bytes[next] === CLOSE_LIST) return next + 1;
      if (bytes[next] !== COMMA) throw unlike;
      next = this.space(next + 1);
    }
  }

  string(at: number): number {
    const { bytes } = this;
    if (bytes[at] !== QUOTE) throw unlike;
    for (let next = at + 1; next < bytes.length; next++) {
      const byte = bytes[next];
      if (byte === QUOTE) return next + 1;
      if (byte < 0x20) throw unlike;
      if (byte !== BACKSLASH) continue;
      next++;
      if (bytes[next] === SMALL_U) next = this.#hexadecimal(next);
      else if (!escaped.has(bytes[next])) throw unlike;
    }
    throw unlike;
  }

  /** Whatever is there. */
  readonly value = (at: number): number => {
    const byte = this.bytes[at];
    if (byte === QUOTE) return this.string(at);
    if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
      if (++this.#depth > DEEPEST) throw unlike;
      const end = byte === OPEN_LIST ? this.list(at, this.value, true) : this.object(at, this.#member);
      this.#depth--;
      return end;
    }
    const literal = literals.find((word) => this.is(at, at + word.length, word));
    if (literal) return at + literal.length;
    const end = scanNumber(this.bytes, at, this.#number, 0);
    if (end < 0) throw unlike;
    return end;
  };

  /** Whether the bytes start … end are the ASCII `text`. */
  is(start: number, end: number, text: string): boolean {
    if (end - start !== text.length) return false;
    for (let i = 0; i < text.length; i++) if (this.bytes[start + i] !== text.charCodeAt(i)) return false;
    return true;
  }

  /** The value in the bytes start … end. */
  parse(start: number, end: number): unknown {
    return JSON.parse(new TextDecoder().decode(this.bytes.subarray(start, end)));
  }

  readonly #member = (_start: number, _end: number, value: number): number => this.value(value);

  /** Past four digits. */
  #hexadecimal(at: number): number {
    const digits = String.fromCharCode(...this.bytes.subarray(at + 1, at + 5));
    if (!/^[\da-fA-F]{4}$/.test(digits)) throw unlike;
    return at + 4;
  }
}
