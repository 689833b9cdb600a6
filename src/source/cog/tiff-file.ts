import { isRastrumError, rastrumError } from "../../errors.ts";
import { ByteLru } from "../byte-lru.ts";
import { concat } from "../concat.ts";
import type { Store } from "../store.ts";

/** What headers are read in: most of them fit one. GDAL's is the same. */
const BLOCK_BYTES = 2 ** 14;
/** Of blocks that are kept: the places of half a million tiles. */
const KEPT_BYTES = 2 ** 23;
/** More of a header is never wanted at once. */
const MOST_HEADER_BYTES = 2 ** 22;

/** A file whose headers are read by blocks, which are kept, and whose tiles by themselves. */
export class TiffFile {
  readonly #store: Store;
  readonly #blocks = new ByteLru<Uint8Array>(KEPT_BYTES, ({ byteLength }) => byteLength);
  /** Set by {@link readHeader}. */
  littleEndian = true;
  /** BigTIFF: offsets and counts of 8 bytes. */
  big = false;
  /** Tiles lie in the order of their list, with 4 bytes before and 4 behind each; set by {@link readHeader} too. */
  inRow = false;

  constructor(store: Store) {
    this.#store = store;
  }

  get url(): string {
    return this.#store.url;
  }

  /** Bytes of a header; may be fewer with `orLess`, at the end of the file. @throws `truncated` */
  async header(offset: number, length: number, signal: AbortSignal | undefined, orLess = false): Promise<DataView> {
    if (!(offset >= 0 && Number.isSafeInteger(offset + length)) || length > MOST_HEADER_BYTES) {
      throw this.invalid(`it says that ${length} bytes of its header are at ${offset}`);
    }
    const first = Math.floor(offset / BLOCK_BYTES);
    const last = Math.floor((offset + Math.max(length, 1) - 1) / BLOCK_BYTES);
    const bytes = await this.#join(first, last, signal);
    const start = offset - first * BLOCK_BYTES;
    const there = Math.max(0, Math.min(length, bytes.byteLength - start));
    if (there < length && !orLess) throw this.#tooShort(offset, length, there);
    return new DataView(bytes.buffer, bytes.byteOffset + Math.min(start, bytes.byteLength), there);
  }

  /** Bytes of the file, in a buffer of their own. @throws `truncated` */
  async data(offset: number, length: number, signal: AbortSignal | undefined): Promise<Uint8Array> {
    const first = Math.floor(offset / BLOCK_BYTES);
    const start = offset - first * BLOCK_BYTES;
    const kept = this.#blocks.get(String(first))?.subarray(start, start + length);
    if (kept?.byteLength === length) return kept.slice();
    // What the first block of many tiles has of the next ones need not come again.
    const there = kept && start + kept.byteLength === BLOCK_BYTES ? kept : new Uint8Array(0);
    const rest = { offset: offset + there.byteLength, length: length - there.byteLength };
    const bytes = (await this.#store.getRange("", rest, { signal, maxBytes: rest.length })) ?? this.#missing();
    return there.byteLength > 0 ? concat([there, bytes]) : bytes;
  }

  /** Whether bytes of a header can be had without a request. */
  hasHeader(offset: number): boolean {
    return this.#blocks.get(String(Math.floor(offset / BLOCK_BYTES))) !== undefined;
  }

  invalid(what: string): Error {
    return rastrumError("invalid-metadata", `${this.url} is a TIFF that cannot be right: ${what}.`, { path: this.url });
  }

  async #join(first: number, last: number, signal: AbortSignal | undefined): Promise<Uint8Array> {
    const only = first === last ? this.#blocks.get(String(first)) : undefined;
    if (only) return only;
    const blocks: Uint8Array[] = [];
    for (let at = first; at <= last; at++) {
      const kept = this.#blocks.get(String(at));
      if (kept) blocks.push(kept);
      else {
        let stop = at + 1;
        while (stop <= last && !this.#blocks.get(String(stop))) stop++;
        blocks.push(await this.#fetch(at, stop, signal));
        at = stop - 1;
      }
    }
    return blocks.length === 1 ? blocks[0] : concat(blocks);
  }

  async #fetch(first: number, stop: number, signal: AbortSignal | undefined): Promise<Uint8Array> {
    const range = { offset: first * BLOCK_BYTES, length: (stop - first) * BLOCK_BYTES, orLess: true };
    const bytes = await this.#store.getRange("", range, { signal }).catch((error: unknown) => {
      if (isRastrumError(error, "truncated")) return new Uint8Array(0); // there is nothing there
      throw error;
    });
    if (!bytes) return this.#missing();
    for (let at = first; at < stop; at++) {
      const start = (at - first) * BLOCK_BYTES;
      if (start < bytes.byteLength) this.#blocks.set(String(at), bytes.slice(start, start + BLOCK_BYTES));
    }
    return bytes;
  }

  #missing(): never {
    const { url } = this;
    if (/^https?:/i.test(url)) {
      throw rastrumError("http-error", `${url} answered 404: there is no such file.`, { url, status: 404 });
    }
    throw rastrumError("not-found", `There is no file ${url}.`, { path: url });
  }

  #tooShort(offset: number, length: number, received: number): Error {
    const message = `${this.url} ends where ${length} bytes from ${offset} on must be: is it the whole file?`;
    return rastrumError("truncated", message, { path: this.url, expected: length, received });
  }
}
