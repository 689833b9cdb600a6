import { rastrumError } from "../errors.ts";
import { ByteCache } from "./byte-cache.ts";
import { answersRange, contentRange, rangeHeader, sliceRange, wrongRange } from "./http-range.ts";
import { createLimit } from "./limit.ts";
import { SharedReads } from "./share-reads.ts";
import type { ByteRange, Store, StoreOptions, StoreReadOptions } from "./store.ts";
import { type HttpAnswer, type HttpRequest, request } from "./transport.ts";
import { contentLength } from "./transport-body.ts";

/** Whole files are kept only where a server does not know Range; larger ones than this are refused there. */
const WHOLE_FILES_BYTES = 256 * 2 ** 20;

type Bytes = Uint8Array | undefined;

/** An http(s) folder. A 200 to a Range request is noticed and sliced, and the file kept for the next range of it. */
export function httpStore(url: string, options: StoreOptions): Store {
  const shared = new SharedReads<Bytes>();
  const limit = createLimit(options.concurrency ?? 8);
  const send: Send = (ask) => limit(() => request(ask, options), ask.signal);
  const part = createRangeReader(send);

  return {
    url,
    get(key, { signal, maxBytes }: StoreReadOptions = {}) {
      const href = resolveKey(url, key);
      return shared.read(href, signal, async (stop) => {
        const answer = await send({ url: href, signal: stop, maxBytes });
        if (answer.status === 200) return answer.bytes;
        if (answer.status === 404) return undefined;
        const { status } = answer;
        throw rastrumError("http-error", `${href} answered ${status} to a plain request.`, { url: href, status });
      });
    },
    async getRange(key, range, { signal, maxBytes = WHOLE_FILES_BYTES }: StoreReadOptions = {}) {
      const href = resolveKey(url, key);
      const length = "suffixLength" in range ? range.suffixLength : range.length;
      if (length > maxBytes) throw wrongRange(href, range, maxBytes);
      if (length === 0) return new Uint8Array(0);
      return shared.read(`${href} ${rangeHeader(range)}`, signal, (stop) => part(href, range, stop));
    },
  };
}

type Send = (ask: HttpRequest) => Promise<HttpAnswer>;

/** Reads parts of files, whatever the server makes of the header Range. */
function createRangeReader(send: Send): (href: string, range: ByteRange, signal: AbortSignal) => Promise<Bytes> {
  const wholeFiles = new ByteCache(WHOLE_FILES_BYTES);
  /** Set once the server has shown that it takes `bytes=-N` for something else than the last N bytes. */
  let ignoresSuffix = false;

  const part = async (href: string, range: ByteRange, signal: AbortSignal): Promise<Bytes> => {
    const kept = wholeFiles.get(href);
    if (kept) return sliceRange(href, kept, range);
    if ("suffixLength" in range && ignoresSuffix) return suffix(href, range.suffixLength, null, signal);
    const answer = await send({ url: href, range: rangeHeader(range), signal, maxBytes: WHOLE_FILES_BYTES });
    if (answer.status === 404) return undefined;
    if (answer.status === 200) {
      wholeFiles.set(href, answer.bytes);
      return sliceRange(href, answer.bytes, range);
    }
    if (answer.status === 206 && answersRange(answer, range)) return answer.bytes;
    if (!("suffixLength" in range)) throw wrongRange(href, range, answer.bytes.byteLength);
    ignoresSuffix = true;
    return suffix(href, range.suffixLength, answer, signal);
  };

  /** The end of a file from a server that takes `bytes=-N` for something else (or refuses it): by the file's length. */
  const suffix = async (href: string, length: number, answer: HttpAnswer | null, signal: AbortSignal) => {
    let size = answer && (contentRange(answer.headers)?.size ?? null);
    if (size === null) {
      const head = await send({ url: href, method: "HEAD", signal });
      if (head.status === 404) return undefined;
      size = contentLength(head.headers);
    }
    if (size === null) throw wrongRange(href, { suffixLength: length }, answer?.bytes.byteLength ?? 0);
    const wanted = Math.min(length, size);
    if (wanted === 0) return new Uint8Array(0);
    return part(href, { offset: size - wanted, length: wanted }, signal);
  };

  return part;
}

/** The address of a key below a root; a query (a token, say) stays with every file. */
function resolveKey(root: string, key: string): string {
  const url = new URL(root);
  const path = key.split("/").filter(Boolean).map(encodeURIComponent).join("/");
  url.pathname = `${url.pathname.replace(/\/+$/, "")}/${path}`;
  url.hash = "";
  return url.href;
}
