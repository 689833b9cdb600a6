import { type RastrumError, rastrumError } from "../errors.ts";
import type { ByteRange } from "./store.ts";
import type { HttpAnswer } from "./transport.ts";

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
    return received === range.length && (said === null || said.start === range.offset);
  }
  if (said?.size === undefined || said.size === null) return received === range.suffixLength;
  const wanted = Math.min(range.suffixLength, said.size);
  return received === wanted && said.start === said.size - wanted;
}

/** The range cut out of the whole file. */
export function sliceRange(url: string, file: Uint8Array, range: ByteRange): Uint8Array {
  if ("suffixLength" in range) return file.subarray(Math.max(file.byteLength - range.suffixLength, 0));
  const slice = file.subarray(range.offset, range.offset + range.length);
  if (slice.byteLength !== range.length) throw wrongRange(url, range, slice.byteLength);
  return slice;
}

export function wrongRange(url: string, range: ByteRange, received: number): RastrumError {
  const expected = "suffixLength" in range ? range.suffixLength : range.length;
  const message = `${url}: asked for ${rangeHeader(range)}, ${received} bytes came, or others than those.`;
  return rastrumError("truncated", message, { path: url, expected, received });
}
