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

type Body = ReadableStream<Uint8Array<ArrayBuffer>>;

/**
 * @param length of the body, where it is known
 * @param isCertain else there may be fewer bytes, or more
 */
export function readerOf(body: Body | null, length: number | null, isCertain = true): BodyReader {
  if (body && length !== null && length >= IN_PLACE_BYTES) {
    const placed = placing(body);
    if (placed) return inPlace(body, placed, length);
  }
  return byPieces(body?.getReader() ?? null, isCertain ? length : null);
}

/** Null where the host, or whoever made the stream, has no such readers. */
function placing(body: Body): ReadableStreamBYOBReader | null {
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
function inPlace(body: Body, reader: ReadableStreamBYOBReader, length: number): BodyReader {
  let whole = new Uint8Array(length);
  let received = 0;
  let rest: BodyReader | null = null;
  return {
    async read() {
      if (rest) return rest.read();
      const { value, done } = await reader.read(whole.subarray(received));
      if (value) whole = new Uint8Array(value.buffer); // the buffer has gone there and back
      if (done) return null;
      received += value.byteLength;
      if (received === length) {
        // Seldom more comes; and not all streams that end tell so to one who waits with a buffer.
        reader.releaseLock();
        rest = byPieces(body.getReader(), null);
      }
      return value.byteLength;
    },
    cancel: () => (rest ? rest.cancel() : void reader.cancel().catch(() => {})),
    get whole() {
      return whole;
    },
    all() {
      if (!rest) return whole.slice(0, received);
      const more = rest.all();
      return more.byteLength > 0 ? concat([whole, more]) : whole;
    },
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
