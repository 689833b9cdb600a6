import { type RastrumError, rastrumError } from "../errors.ts";
import type { Seal } from "./pins.ts";
import type { ByteRange } from "./store.ts";
import type { HttpAnswer } from "./transport.ts";
import { contentLength } from "./transport-body.ts";

/** `bytes a-b/size` of a 206 answer; null where there is none to see (a page may not read it without CORS consent). */
export interface ContentRange {
  readonly start: number;
  readonly length: number;
  /** Of the whole file; null where the server does not say. */
  readonly size: number | null;
}

export function contentRange(headers: Headers): ContentRange | null {
  const match = /^\s*bytes\s+(\d+)-(\d+)\/(\d+|\*)/i.exec(headers.get("content-range") ?? "");
  if (!match) return null;
  const start = Number(match[1]);
  return { start, length: Number(match[2]) - start + 1, size: match[3] === "*" ? null : Number(match[3]) };
}

export function rangeHeader(range: ByteRange): string {
  if ("suffixLength" in range) return `bytes=-${range.suffixLength}`;
  return `bytes=${range.offset}-${range.offset + range.length - 1}`;
}

/** True where a 206 answer holds the very bytes that were asked for, as far as it tells. */
export function answersRange(answer: HttpAnswer, range: ByteRange): boolean {
  const said = contentRange(answer.headers);
  const received = answer.bytes.byteLength;
  if (said && said.length !== received) return false;
  if (!("suffixLength" in range)) {
    const isAll =
      received === range.length || (range.orLess === true && received < range.length && endsFile(said, range.offset));
    return isAll && (said === null || said.start === range.offset);
  }
  if (said?.size === undefined || said.size === null) return received === range.suffixLength;
  const wanted = Math.min(range.suffixLength, said.size);
  return received === wanted && said.start === said.size - wanted;
}

/** Whether what was sent from `offset` reaches the end of the file, as far as it tells. */
function endsFile(said: ContentRange | null, offset: number): boolean {
  return said === null || said.size === null || offset + said.length === said.size;
}

/** The range cut out of the whole file, as a copy. */
export function sliceRange(url: string, file: Uint8Array, range: ByteRange): Uint8Array {
  if ("suffixLength" in range) return file.slice(Math.max(file.byteLength - range.suffixLength, 0));
  const end = range.offset + range.length;
  if (end > file.byteLength && !range.orLess) throw wrongRange(url, range, Math.max(file.byteLength - range.offset, 0));
  return file.slice(range.offset, end);
}

export function wrongRange(url: string, range: ByteRange, received: number): RastrumError {
  const expected = "suffixLength" in range ? range.suffixLength : range.length;
  const message = `${url}: asked for ${rangeHeader(range)}, ${received} bytes came, or others than those.`;
  return rastrumError("truncated", message, { path: url, expected, received });
}

/**
 * The state of the file, as the headers tell; a page sees Last-Modified always, ETag and Content-Range by CORS consent.
 * It is compared with what came before rather than sent as If-Match or If-Range: those would cost a page a CORS
 * preflight, and be refused by servers that do not list them. Servers that compress mark the tag: "x" is W/"x" or "x-gzip" then.
 */
export function sealOf({ status, headers }: Response): Seal {
  const tag = headers
    .get("etag")
    ?.replace(/^W\//, "")
    .replace(/[-;](gzip|br|zstd)"$/, '"');
  const size = contentRange(headers)?.size ?? (status === 200 ? contentLength(headers) : null);
  return {
    ...(tag && { tag: `ETag ${tag}` }),
    modified: headers.get("last-modified") ?? undefined,
    size: size === null ? undefined : String(size),
  };
}

/** The coding of a body; null for none, or none to see. */
export function contentCoding(headers: Headers): string | null {
  const coding = headers.get("content-encoding");
  return coding === null || coding === "identity" ? null : coding;
}
