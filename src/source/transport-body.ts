import { type RastrumError, rastrumError } from "../errors.ts";
import { type BodyReader, readerOf } from "./body-reader.ts";
import { Retry } from "./transport-retry.ts";

/**
 * The body in full, in a buffer of its own. `onBytes` is told at every piece how much has come, and the bytes where
 * the length was said for certain. A body shorter than its Content-Length may come whole next time; one longer than `maxBytes` is
 * given up as soon as that shows.
 */
export async function readBody(
  response: Response,
  url: string,
  maxBytes = Number.POSITIVE_INFINITY,
  onBytes: (bytes: Uint8Array | null, received: number) => void = () => {},
): Promise<Uint8Array> {
  const length = contentLength(response.headers);
  const isCertain = !mayBePacked(response);
  const expected = isCertain ? length : null;
  if (expected !== null && expected > maxBytes) throw tooLong(url, maxBytes, expected);
  const reader = readerOf(response.body, length !== null && length <= maxBytes ? length : null, isCertain);
  let received = 0;
  for (;;) {
    const more = await readPiece(reader, url, expected, received);
    if (more === null) break;
    received += more;
    if (received > (expected ?? maxBytes)) {
      reader.cancel();
      throw tooLong(url, expected ?? maxBytes, received);
    }
    onBytes(isCertain ? reader.whole : null, received);
  }
  if (expected !== null && received !== expected) throw new Retry(tooShort(url, expected, received));
  return reader.all();
}

async function readPiece(
  reader: BodyReader,
  url: string,
  expected: number | null,
  received: number,
): Promise<number | null> {
  try {
    return await reader.read();
  } catch (error) {
    // A connection that breaks off in the middle is known by what is missing.
    if (expected !== null && received < expected) throw new Retry(tooShort(url, expected, received));
    throw error;
  }
}

/** Null where it is not said, or counts the bytes before `fetch` decoded them. */
export function contentLength(headers: Headers): number | null {
  const text = headers.get("content-length");
  const coding = headers.get("content-encoding");
  if (text === null || !/^\d+$/.test(text) || (coding !== null && coding !== "identity")) return null;
  return Number(text);
}

/**
 * Whether Content-Length may count the bytes before `fetch` decoded them although no coding is named: servers of another
 * origin tell a page their Content-Length, but not their Content-Encoding. Parts are asked for, and come, as they are.
 */
export function mayBePacked({ type, status, headers }: Response): boolean {
  return type === "cors" && status !== 206 && !headers.has("content-encoding");
}

export function webPage(response: Response): boolean {
  return /^\s*(text\/html|application\/xhtml\+xml)/i.test(response.headers.get("content-type") ?? "");
}

function tooLong(url: string, maxBytes: number, received: number): RastrumError {
  const message = `${url} sends ${received} bytes or more, but can rightly have ${maxBytes} at most.`;
  return rastrumError("truncated", message, { path: url, expected: maxBytes, received });
}

function tooShort(url: string, expected: number, received: number): RastrumError {
  const message = `${url} broke off after ${received} of ${expected} bytes, also after the retries.`;
  return rastrumError("truncated", message, { path: url, expected, received });
}
