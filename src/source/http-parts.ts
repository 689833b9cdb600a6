import { isRastrumError, rastrumError } from "../errors.ts";
import { ByteLru } from "./byte-lru.ts";
import { answersRange, contentCoding, rangeHeader, sliceRange, wrongRange } from "./http-range.ts";
import { contentRange, sealOf } from "./http-seal.ts";
import type { Pins } from "./pins.ts";
import type { ReadSpan, Span } from "./range-groups.ts";
import { SharedReads } from "./share-reads.ts";
import type { ByteRange } from "./store.ts";
import type { HttpAnswer, HttpRequest } from "./transport.ts";
import { contentLength } from "./transport-body.ts";

/** Whole files are kept only where a server does not know Range; larger ones than this are refused there. */
export const WHOLE_FILES_BYTES = 256 * 2 ** 20;
/** A file that is sent in place of a part is read at once where that costs no more than asking anew. */
const SMALL_FILE_BYTES = 2 ** 20;

type Bytes = Uint8Array | undefined;
type Send = (ask: HttpRequest) => Promise<HttpAnswer>;

/** Reads parts of files, whatever the server makes of the header Range. Bytes are the caller's own. */
export class HttpParts {
  readonly #send: Send;
  readonly #pins: Pins;
  readonly #wholeFiles = new ByteLru<Uint8Array>(WHOLE_FILES_BYTES, ({ byteLength }) => byteLength);
  readonly #wholeReads = new SharedReads<Bytes>();
  /** Set once the server has shown that it takes `bytes=-N` for something else than the last N bytes. */
  #ignoresSuffix = false;

  /** @param send must not wait for a turn: reads may wait for each other here. */
  constructor(send: Send, pins: Pins) {
    this.#send = send;
    this.#pins = pins;
  }

  readonly readSpan: ReadSpan = async (href, span, signal, onBytes) => {
    const answer = await this.#ask(href, span, signal, onBytes);
    if (!("status" in answer)) return answer.bytes;
    if (answer.status === 206 && answersRange(answer, span)) return answer.bytes;
    throw wrongRange(href, span, answer.bytes.byteLength);
  };

  /** The last bytes of a file: all of it where it has fewer. */
  async readSuffix(href: string, suffixLength: number, signal: AbortSignal): Promise<Bytes> {
    if (this.#ignoresSuffix) return this.#readSuffixByLength(href, suffixLength, null, signal);
    const answer = await this.#ask(href, { suffixLength }, signal).catch((error: unknown) => {
      if (mayLackConsent(error)) return null;
      throw error;
    });
    if (answer && !("status" in answer)) return answer.bytes;
    if (answer?.status === 206 && answersRange(answer, { suffixLength })) return answer.bytes;
    const bytes = await this.#readSuffixByLength(href, suffixLength, answer, signal);
    this.#ignoresSuffix = true;
    return bytes;
  }

  /** The bytes, where they are known to be right; else the answer. */
  async #ask(
    href: string,
    range: ByteRange,
    signal: AbortSignal,
    onBytes?: (bytes: Uint8Array, received: number) => void,
  ): Promise<HttpAnswer | { bytes: Bytes }> {
    if (this.#wholeFiles.get(href) || this.#wholeReads.has(href)) return this.#cutFromWhole(href, range, signal);
    let unread = false;
    let inPlace = false;
    const answer = await this.#send({
      url: href,
      range: rangeHeader(range),
      signal,
      judge: (response) => {
        this.#pins.check(href, sealOf(response));
        const mostBytes = mostBytesOf(href, range, response);
        unread = mostBytes === null;
        inPlace = !("suffixLength" in range) && startsAt(response, range);
        return mostBytes;
      },
      onBytes: (bytes, received) => {
        if (inPlace) onBytes?.(bytes, received);
      },
    });
    if (answer.status === 404) {
      this.#pins.checkMissing(href);
      return { bytes: undefined };
    }
    if (answer.status !== 200) return answer;
    if (unread) return this.#cutFromWhole(href, range, signal);
    this.#wholeFiles.set(href, answer.bytes);
    return { bytes: sliceRange(href, answer.bytes, range) };
  }

  /** From a server that ignores Range: all who want parts of a file share one request for the whole. */
  async #cutFromWhole(href: string, range: ByteRange, signal: AbortSignal): Promise<{ bytes: Bytes }> {
    const kept = this.#wholeFiles.get(href);
    if (kept) return { bytes: sliceRange(href, kept, range) };
    const whole = await this.#wholeReads.read(href, signal, async (stop) => {
      const judge = (response: Response) => {
        this.#pins.check(href, sealOf(response));
        return WHOLE_FILES_BYTES;
      };
      const answer = await this.#send({ url: href, signal: stop, judge });
      if (answer.status === 404) this.#pins.checkMissing(href);
      if (answer.status !== 200) return undefined;
      this.#wholeFiles.set(href, answer.bytes);
      return answer.bytes;
    });
    return { bytes: whole && sliceRange(href, whole, range) };
  }

  /** The end of a file from a server that takes `bytes=-N` for something else (or refuses it): by the file's length. */
  async #readSuffixByLength(href: string, length: number, answer: HttpAnswer | null, signal: AbortSignal) {
    let size = answer && (contentRange(answer.headers)?.size ?? null);
    if (size === null) {
      const head = await this.#send({ url: href, method: "HEAD", signal });
      if (head.status === 404) return undefined;
      size = contentLength(head.headers);
    }
    if (size === null) throw wrongRange(href, { suffixLength: length }, answer?.bytes.byteLength ?? 0);
    const wanted = Math.min(length, size);
    if (wanted === 0) return new Uint8Array(0);
    return this.readSpan(href, { offset: size - wanted, length: wanted }, signal, () => {});
  }
}

/** How many bytes the body of an answer to a range may have; null where it is not to be read. @throws `no-ranges`. */
function mostBytesOf(href: string, range: ByteRange, { status, headers }: Response): number | null {
  const byteLength = contentLength(headers);
  if (status === 206) {
    const coding = contentCoding(headers);
    const asked = "suffixLength" in range ? range.suffixLength : range.length;
    if (coding === null) return byteLength !== null && byteLength > asked ? null : asked;
    const message = `${href}: the server sends parts of a compressed form (Content-Encoding: ${coding}), which nobody can read: serve the file as it is.`;
    throw rastrumError("no-ranges", message, { url: href, byteLength: null });
  }
  if (byteLength !== null && byteLength > WHOLE_FILES_BYTES) {
    const message = `${href}: the server ignores the header Range, and the file of ${byteLength} bytes is too large to fetch whole: serve it from where ranges are answered with 206.`;
    throw rastrumError("no-ranges", message, { url: href, byteLength });
  }
  return byteLength !== null && byteLength <= SMALL_FILE_BYTES ? byteLength : null;
}

/**
 * A page sends `bytes=-N` to another origin only after a CORS preflight, unlike `bytes=a-b`; a refusal looks like a
 * broken connection.
 */
function mayLackConsent(error: unknown): boolean {
  return "location" in globalThis && isRastrumError(error, "network-error");
}

/** True where the body is known to begin with the first byte that was asked for. */
function startsAt({ status, headers }: Response, { offset }: Span): boolean {
  return status === 206 && contentRange(headers)?.start === offset;
}
