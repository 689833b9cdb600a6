import { type RastrumError, rastrumError } from "../errors.ts";
import { type ContentRange, contentRange } from "./http-seal.ts";
import type { ByteRange } from "./store.ts";
import type { HttpAnswer } from "./transport.ts";

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

/** The coding of a body; null for none, or none to see. */
export function contentCoding(headers: Headers): string | null {
  const coding = headers.get("content-encoding");
  return coding === null || coding === "identity" ? null : coding;
}
