import { rastrumError } from "../../errors.ts";
import { GrowingInts } from "./growing-ints.ts";

const [QUOTE, NEWLINE, RETURN] = [0x22, 0x0a, 0x0d];

/**
 * Walks over delimited text in UTF-8 (RFC 4180; also with other delimiters and line ends, and blank lines, which are
 * passed over) without making values of it. Fields of a row are `count` spans; what is quoted may hold everything.
 */
export class CsvRows {
  readonly bytes: Uint8Array;
  readonly #delimiter: number;
  readonly #name: string;
  #at: number;
  /** Of the row's first line, from 1. */
  line = 0;
  count = 0;
  readonly #starts = new GrowingInts();
  readonly #ends = new GrowingInts();
  #nextLine = 1;

  /** @param name of the file, for messages */
  constructor(bytes: Uint8Array, delimiter: number, name: string, start = 0, line = 1) {
    this.bytes = bytes;
    this.#delimiter = delimiter;
    this.#name = name;
    this.#at = start;
    this.#nextLine = line;
  }

  /** Where the next row begins. */
  get position(): number {
    return this.#at;
  }

  /** To the next row that is not blank; false where there is none. */
  next(): boolean {
    const { bytes } = this;
    while (this.#at < bytes.length && (bytes[this.#at] === NEWLINE || bytes[this.#at] === RETURN)) this.#pastLineEnd();
    if (this.#at >= bytes.length) return false;
    this.line = this.#nextLine;
    this.count = 0;
    for (;;) {
      this.#field();
      if (bytes[this.#at] === this.#delimiter) this.#at++;
      else {
        if (this.#at < bytes.length) this.#pastLineEnd();
        return true;
      }
    }
  }

  /** Where field i begins and ends, without its quotes. */
  start(i: number): number {
    return this.#starts.at(i);
  }

  end(i: number): number {
    return this.#ends.at(i);
  }

  isQuoted(i: number): boolean {
    return this.bytes[this.start(i) - 1] === QUOTE && this.bytes[this.end(i)] === QUOTE;
  }

  /** The text of field i, doubled quotes made one. */
  text(i: number): string {
    const text = new TextDecoder().decode(this.bytes.subarray(this.start(i), this.end(i)));
    return this.isQuoted(i) ? text.replaceAll('""', '"') : text;
  }

  #field(): void {
    const { bytes } = this;
    const delimiter = this.#delimiter;
    let at = this.#at;
    if (bytes[at] === QUOTE) {
      const end = this.#closingQuote(at + 1);
      this.#put(at + 1, end);
      at = end + 1;
      if (at < bytes.length && bytes[at] !== delimiter && bytes[at] !== NEWLINE && bytes[at] !== RETURN) {
        throw this.#bad("has text behind a closing quote");
      }
    } else {
      const start = at;
      while (at < bytes.length && bytes[at] !== delimiter && bytes[at] !== NEWLINE && bytes[at] !== RETURN) at++;
      this.#put(start, at);
    }
    this.#at = at;
  }

  #closingQuote(start: number): number {
    const { bytes } = this;
    for (let at = start; at < bytes.length; at++) {
      if (bytes[at] === NEWLINE) this.#nextLine++;
      if (bytes[at] !== QUOTE) continue;
      if (bytes[at + 1] !== QUOTE) return at;
      at++;
    }
    throw this.#bad("has a quote that is not closed");
  }

  #put(start: number, end: number): void {
    this.#starts.set(this.count, start);
    this.#ends.set(this.count++, end);
  }

  #pastLineEnd(): void {
    const isPair = this.bytes[this.#at] === RETURN && this.bytes[this.#at + 1] === NEWLINE;
    this.#at += isPair ? 2 : 1;
    this.#nextLine++;
  }

  #bad(why: string) {
    return rastrumError("invalid-zones", `Line ${this.line} of ${this.#name} ${why}.`, { feature: null });
  }
}
