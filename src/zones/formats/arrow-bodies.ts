import { rastrumError } from "../../errors.ts";
import type { Fail } from "../../source/broken-bytes.ts";
import { decompressPage } from "../../source/parquet/parquet-decompress.ts";
import type { FlatTable } from "./flat-table.ts";
import { unpackLz4Frame } from "./lz4-frame.ts";

/** Fields of a message, and of a record batch (arrow.apache.org/docs/format: Message.fbs). */
const BODY_LENGTH = 3;
const [BUFFERS, COMPRESSION] = [2, 3];
const LZ4_FRAME = 0;
/** A file may unpack to so much, whatever it is packed to; and to so many times its bytes. */
const [FREE_BYTES, MOST_RATIO] = [2 ** 26, 100];

/** A message whose record batch has packed buffers. */
export interface PackedMessage {
  /** Its metadata: a table of FlatBuffers. */
  readonly metadata: Uint8Array;
  readonly body: Uint8Array;
  readonly message: FlatTable;
  readonly batch: FlatTable;
}

/** How much the buffers of a file of `size` bytes may come to. */
export function unpackedBudget(size: number): { left: number } {
  return { left: Math.max(FREE_BYTES, MOST_RATIO * size) };
}

/**
 * The same message with its buffers unpacked, with the words before it. apache-arrow would have codecs registered for the
 * whole page, and hands them no sizes to keep to.
 */
export async function unpackMessage(packed: PackedMessage, budget: { left: number }, fail: Fail): Promise<Uint8Array> {
  const { metadata, body, message, batch } = packed;
  const buffers = batch.vector(BUFFERS, 16);
  const codec = batch.table(COMPRESSION)?.uint8(0) === LZ4_FRAME ? "LZ4" : "ZSTD";
  const copy = withoutCompression(metadata, batch);
  const view = new DataView(copy.buffer);
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let i = 0; buffers && i < buffers.length; i++) {
    const place = buffers.start + 16 * i;
    const [start, size] = [batch.word(place), batch.word(place + 8)];
    const part = await unpackBuffer(body.subarray(start, start + size), codec, budget, fail);
    view.setBigInt64(PREFIX + place, BigInt(length), true);
    view.setBigInt64(PREFIX + place + 8, BigInt(part.length), true);
    parts.push(part);
    length += Math.ceil(part.length / 8) * 8;
  }
  const bodyLength = message.place(BODY_LENGTH);
  if (bodyLength > 0) view.setBigInt64(PREFIX + bodyLength, BigInt(length), true);
  else if (length > 0) throw fail("has a message that says it has no bytes");
  return joined(copy, parts, length);
}

/** Before a message: four bytes of ones, and the length of its metadata. */
const PREFIX = 8;

/** The metadata, with a vtable of the batch's own behind it that lacks the compression. */
function withoutCompression(metadata: Uint8Array, batch: FlatTable): Uint8Array {
  const places = batch.fieldPlaces;
  const start = metadata.length;
  const length = Math.ceil((start + places.length) / 8) * 8;
  const copy = new Uint8Array(PREFIX + length);
  const view = new DataView(copy.buffer);
  view.setUint32(0, 0xffff_ffff);
  view.setInt32(4, length, true);
  copy.set(metadata, PREFIX);
  copy.set(places, PREFIX + start);
  view.setUint16(PREFIX + start + 4 + 2 * COMPRESSION, 0, true);
  view.setInt32(PREFIX + batch.at, batch.at - start, true);
  return copy;
}

function joined(head: Uint8Array, parts: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(head.length + length);
  all.set(head);
  let at = head.length;
  for (const part of parts) {
    all.set(part, at);
    at += Math.ceil(part.length / 8) * 8;
  }
  return all;
}

/** A buffer begins with its length, or with −1 where it is as it is; an empty one has nothing. */
async function unpackBuffer(
  bytes: Uint8Array,
  codec: "LZ4" | "ZSTD",
  budget: { left: number },
  fail: Fail,
): Promise<Uint8Array> {
  if (bytes.length === 0) return bytes;
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigInt64(0, true));
  const packed = bytes.subarray(8);
  if (length === -1) return packed;
  budget.left -= length;
  if (length < 0 || budget.left < 0) throw fail(`claims to hold ${length} bytes and more in ${packed.length}`);
  return codec === "LZ4" ? unpackLz4Frame(packed, length) : decompressPage("ZSTD", packed, length);
}

/** Refuses codecs that Arrow does not have. */
export function checkCompression(batch: FlatTable): boolean {
  const compression = batch.table(COMPRESSION);
  if (!compression) return false;
  const [codec, method] = [compression.uint8(0), compression.uint8(1)];
  if (codec <= 1 && method === 0) return true;
  const message = `The Arrow file is packed by the codec ${codec}, which is not known: write it with zstd or lz4.`;
  throw rastrumError("unsupported", message, { what: `codec ${codec} of Arrow` });
}
