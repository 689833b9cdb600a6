import { concat } from "./concat.ts";

/** Bytes of a body as they come. */
export interface BodyReader {
  /** How many came; null at the end. */
  read(): Promise<number | null>;
  cancel(): void;
  /** What came, at the beginning of as many bytes as were said; null where no length was said. */
  readonly whole: Uint8Array | null;
  /** All that came. */
  all(): Uint8Array;
}

/** Shorter bodies come in so few pieces that these do no harm. */
const IN_PLACE_BYTES = 2 ** 18;

/** @param length of the body, where it is known */
export function readerOf(body: ReadableStream<Uint8Array<ArrayBuffer>> | null, length: number | null): BodyReader {
  const placed = body && length !== null && length >= IN_PLACE_BYTES ? placing(body) : null;
  return placed && length !== null ? inPlace(placed, length) : byPieces(body?.getReader() ?? null, length);
}

/** Null where the host, or whoever made the stream, has no such readers. */
function placing(body: ReadableStream): ReadableStreamBYOBReader | null {
  try {
    return body.getReader({ mode: "byob" });
  } catch {
    return null;
  }
}

/**
 * Every piece goes where it is to be. As buffers of their own, 64 KiB each, pieces of a few hundred megabytes leave garbage
 * that Chromium collects seconds later in one go: tasks of 10 to 18 ms on the page's thread.
 */
function inPlace(reader: ReadableStreamBYOBReader, length: number): BodyReader {
  let whole = new Uint8Array(length);
  let received = 0;
  return {
    async read() {
      const isFull = received === length; // then nothing should come
      const { value, done } = await reader.read(isFull ? new Uint8Array(1) : whole.subarray(received));
      if (done) return null;
      if (!isFull) whole = new Uint8Array(value.buffer); // the buffer has gone there and back
      received += value.byteLength;
      return value.byteLength;
    },
    cancel: () => void reader.cancel().catch(() => {}),
    get whole() {
      return whole;
    },
    all: () => whole,
  };
}

function byPieces(
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | null,
  length: number | null,
): BodyReader {
  const whole = length === null ? null : new Uint8Array(length);
  const pieces: Uint8Array[] = [];
  let received = 0;
  return {
    async read() {
      const piece = (await reader?.read())?.value;
      if (!piece) return null;
      const before = received;
      received += piece.byteLength;
      if (!whole) pieces.push(piece);
      else if (received <= whole.byteLength) whole.set(piece, before);
      return piece.byteLength;
    },
    cancel: () => void reader?.cancel().catch(() => {}),
    whole,
    all: () => whole ?? concat([new Uint8Array(0), ...pieces]),
  };
}
