import type { Seal } from "./pins.ts";
import { contentLength, mayBePacked } from "./transport-body.ts";

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

/**
 * The state of the file, as the headers tell; a page sees Last-Modified always, ETag and Content-Range by CORS consent.
 * It is compared with what came before rather than sent as If-Match or If-Range: those would cost a page a CORS
 * preflight, and be refused by servers that do not list them. Servers that compress mark the tag: "x" is W/"x" or "x-gzip" then.
 */
export function sealOf(response: Response): Seal {
  const { status, headers } = response;
  const tag = headers
    .get("etag")
    ?.replace(/^W\//, "")
    .replace(/[-;](gzip|br|zstd)"$/, '"');
  const whole = status === 200 && !mayBePacked(response) ? contentLength(headers) : null;
  const size = contentRange(headers)?.size ?? whole;
  return {
    ...(tag && { tag: `ETag ${tag}` }),
    modified: headers.get("last-modified") ?? undefined,
    size: size === null ? undefined : String(size),
  };
}
