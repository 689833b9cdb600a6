import { type RastrumError, rastrumError } from "../errors.ts";
import { type BodyReader, readerOf } from "./body-reader.ts";
import { Retry } from "./transport-retry.ts";

/**
 * The body in full, in a buffer of its own. `onBytes` is told at every piece how much has come, and the bytes where
 * the length was said. A body shorter than its Content-Length may come whole next time; one longer than `maxBytes` is
 * given up as soon as that shows.
 */
export async function readBody(
  response: Response,
  url: string,
  maxBytes = Number.POSITIVE_INFINITY,
  onBytes: (bytes: Uint8Array | null, received: number) => void = () => {},
): Promise<Uint8Array> {
  const expected = contentLength(response.headers);
  if (expected !== null && expected > maxBytes) throw tooLong(url, maxBytes, expected);
  const reader = readerOf(response.body, expected);
  let received = 0;
  for (;;) {
    const length = await readPiece(reader, url, expected, received);
    if (length === null) break;
    received += length;
    if (received > (expected ?? maxBytes)) {
      reader.cancel();
      throw tooLong(url, expected ?? maxBytes, received);
    }
    onBytes(reader.whole, received);
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
