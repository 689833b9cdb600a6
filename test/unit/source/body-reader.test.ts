import { describe, expect, test } from "vitest";
import { sealOf } from "../../../src/source/http-seal.ts";
import { readBody } from "../../../src/source/transport-body.ts";
import { Retry } from "../../../src/source/transport-retry.ts";

const LENGTH = 300_000;
const BYTES = Uint8Array.from({ length: LENGTH }, (_, i) => (i * 7 + (i >> 9)) & 255);
const PIECES = [0, 1, 65_536, 131_000, LENGTH];

/** `toEqual` takes a second for so many. */
const isSame = (bytes: Uint8Array) => Buffer.compare(bytes, BYTES) === 0;

/** The bytes in four pieces, by a stream that can put them into a buffer of the reader's, or by one that cannot. */
function streamOf(inPlace: boolean, bytes: Uint8Array<ArrayBuffer>): ReadableStream {
  const pieces = PIECES.slice(1).map((stop, i) => bytes.slice(PIECES[i], stop));
  if (bytes.length > LENGTH) pieces.push(bytes.slice(LENGTH));
  const pull = (controller: { enqueue(piece: Uint8Array<ArrayBuffer>): void; close(): void }) => {
    const piece = pieces.shift();
    if (piece && piece.length > 0) controller.enqueue(piece);
    else controller.close();
  };
  if (!inPlace) return new ReadableStream({ pull });
  return new ReadableStream({
    type: "bytes",
    pull(controller) {
      pull(controller);
      if (pieces.length === 0) controller.byobRequest?.respond(0); // what waits is told of the end
    },
  });
}

function response(inPlace: boolean, bytes: Uint8Array<ArrayBuffer>, said: number | null = LENGTH): Response {
  const headers: Record<string, string> = said === null ? {} : { "content-length": String(said) };
  return new Response(streamOf(inPlace, bytes), { headers });
}

describe.each([true, false])("a body whose stream fills buffers of its reader: %s", (inPlace) => {
  test("is read as it was sent, and told as it comes", async () => {
    const told: [number, number | undefined][] = [];
    const bytes = await readBody(response(inPlace, BYTES), "x", undefined, (whole, received) => {
      told.push([received, whole?.[received - 1]]);
    });
    expect(isSame(bytes)).toBe(true);
    expect(bytes.buffer.byteLength).toBe(LENGTH);
    expect(told).toEqual(PIECES.slice(1).map((received) => [received, BYTES[received - 1]]));
  });

  test("may have no length", async () => {
    const bytes = await readBody(response(inPlace, BYTES, null), "x", undefined, (whole) => expect(whole).toBeNull());
    expect(isSame(bytes)).toBe(true);
  });

  test("is refused where it is longer than was said", async () => {
    const longer = new Uint8Array(LENGTH + 10);
    await expect(readBody(response(inPlace, longer), "x")).rejects.toMatchObject({
      tag: "truncated",
      expected: LENGTH,
    });
  });

  test("may come whole next time where it is shorter", async () => {
    const reading = readBody(response(inPlace, BYTES.slice(0, 131_000), LENGTH), "x");
    await expect(reading).rejects.toBeInstanceOf(Retry);
  });

  test("that breaks off in the middle may come whole next time too", async () => {
    let pulls = 0;
    const pull = (controller: { enqueue(piece: Uint8Array<ArrayBuffer>): void; error(reason: unknown): void }) => {
      if (pulls++ === 0) controller.enqueue(BYTES.slice(0, 1000));
      else controller.error(new TypeError("terminated"));
    };
    const stream = inPlace ? new ReadableStream({ type: "bytes", pull }) : new ReadableStream({ pull });
    const headers = { "content-length": String(LENGTH) };
    await expect(readBody(new Response(stream, { headers }), "x")).rejects.toBeInstanceOf(Retry);
  });
});

test("a stream that ends without a word to who waits with a buffer is read to its end", async () => {
  const pieces = [BYTES.slice(0, 1000), BYTES.slice(1000)];
  const stream = new ReadableStream({
    type: "bytes",
    pull(controller) {
      const piece = pieces.shift();
      if (piece) controller.enqueue(piece);
      else controller.close();
    },
  });
  const headers = { "content-length": String(LENGTH) };
  expect(isSame(await readBody(new Response(stream, { headers }), "x"))).toBe(true);
});

test("a stream that has more than was said is cancelled", async () => {
  let cancelled = false;
  const stream = new ReadableStream({
    type: "bytes",
    pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
    cancel() {
      cancelled = true;
    },
  });
  const headers = { "content-length": String(LENGTH) };
  await expect(readBody(new Response(stream, { headers }), "x")).rejects.toMatchObject({ tag: "truncated" });
  expect(cancelled).toBe(true);
});

/** As a page has it of another origin: with the length of what was sent, without the name of its coding. */
function ofAnotherOrigin(body: BodyInit, said: number, status = 200): Response {
  const answer = new Response(body, { status, headers: { "content-length": String(said) } });
  return Object.defineProperty(answer, "type", { value: "cors" });
}

describe("a body of another origin, which may have been packed", () => {
  const lengths = [50, LENGTH - 1000, LENGTH, LENGTH + 1000];
  const ways = lengths.flatMap((said) => [true, false].map((inPlace) => [said, inPlace] as const));
  test.each(ways)("is read whole where %i bytes are said (in place, where it can be: %s)", async (said, inPlace) => {
    const bytes = await readBody(ofAnotherOrigin(streamOf(inPlace, BYTES), said), "x", undefined, (whole) => {
      expect(whole).toBeNull();
    });
    expect(isSame(bytes)).toBe(true);
    expect(bytes.buffer.byteLength).toBe(LENGTH);
  });

  test("has its most", async () => {
    const reading = readBody(ofAnotherOrigin(streamOf(true, BYTES), 50), "x", LENGTH - 1);
    await expect(reading).rejects.toMatchObject({ tag: "truncated", expected: LENGTH - 1 });
  });

  test("comes as it is where it is a part", async () => {
    const reading = readBody(ofAnotherOrigin(streamOf(true, BYTES), LENGTH + 1000, 206), "x");
    await expect(reading).rejects.toBeInstanceOf(Retry);
  });

  test("is not told apart by its length", () => {
    const changed = "Sun, 22 Nov 2026 04:00:00 GMT";
    const headers = { "content-length": "50", "last-modified": changed };
    expect(sealOf(new Response("", { headers }))).toEqual({ modified: changed, size: "50" });
    expect(sealOf(ofAnotherOrigin("", 50))).toEqual({ modified: undefined, size: undefined });
  });
});
