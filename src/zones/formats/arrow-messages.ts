import type { Fail } from "../../source/broken-bytes.ts";
import { concat } from "../../source/concat.ts";
import { checkCompression, unpackedBudget, unpackMessage } from "./arrow-bodies.ts";
import { FlatTable } from "./flat-table.ts";

const MAGIC_BYTES = 8;
const CONTINUATION = 0xffff_ffff;
const [SCHEMA, DICTIONARY, BATCH] = [1, 2, 3];
const MOST_LEVELS = 32;
/** Columns of nulls take no bytes: so many rows a file may have at any rate, others by the byte. */
const FREE_ROWS = 100_000;

/**
 * The messages of an Arrow stream, or of an Arrow file, which is a stream between two magic words. Their lists are held
 * against their bytes, since apache-arrow makes as many fields and rows as any of them claims. Packed ones are unpacked.
 * @returns the bytes of the stream
 */
export async function checkedStream(bytes: Uint8Array, fail: Fail): Promise<Uint8Array> {
  const isFile = new TextDecoder("latin1").decode(bytes.subarray(0, 6)) === "ARROW1";
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = isFile ? MAGIC_BYTES : 0;
  const budget = unpackedBudget(bytes.length);
  const unpacked: Uint8Array[] = [];
  let plainFrom = start;
  let at = start;
  while (at + 8 <= bytes.length && view.getUint32(at, true) === CONTINUATION) {
    const length = view.getInt32(at + 4, true);
    if (length === 0) break;
    const body = at + 8 + length;
    if (length < 0 || body > bytes.length) throw fail(`has a message of ${length} bytes, which are not there`);
    const message = FlatTable.root(new DataView(bytes.buffer, bytes.byteOffset + at + 8, length));
    const bodyLength = message.uint64(3);
    if (bodyLength > bytes.length - body) throw fail(`has a message with ${bodyLength} bytes, which are not there`);
    const batch = checkMessage(message, length, bodyLength, bytes.length, fail);
    const end = body + bodyLength;
    if (batch && checkCompression(batch)) {
      const metadata = bytes.subarray(at + 8, body);
      const packed = { metadata, body: bytes.subarray(body, end), message, batch };
      unpacked.push(bytes.subarray(plainFrom, at), await unpackMessage(packed, budget, fail));
      plainFrom = end;
    }
    at = end;
  }
  if (at === start) throw fail("is no Arrow stream; is it whole?");
  return unpacked.length === 0 ? bytes.subarray(start, at) : concat([...unpacked, bytes.subarray(plainFrom, at)]);
}

/** @returns the record batch of the message, if it has one */
function checkMessage(
  message: FlatTable,
  length: number,
  bodyLength: number,
  size: number,
  fail: Fail,
): FlatTable | null {
  const type = message.uint8(1);
  const header = message.table(2);
  if (!header) throw fail("has a message without a header");
  message.vector(4, 4);
  if (type === SCHEMA) {
    // Lists that are not read here, but have to be as long as they say.
    header.vector(2, 4);
    header.vector(3, 8);
    checkFields(header, 1, { left: length / 8 }, 0, fail);
  }
  const batch = type === BATCH ? header : type === DICTIONARY ? header.table(1) : null;
  if (batch) checkBatch(batch, bodyLength, size, fail);
  return batch;
}

/** @param budget how many fields the bytes could hold: the same one must not stand in several lists */
function checkFields(table: FlatTable, field: number, budget: { left: number }, level: number, fail: Fail): void {
  const fields = table.vector(field, 4);
  if (level > MOST_LEVELS) throw fail("has columns that are nested too deep");
  for (let i = 0; fields && i < fields.length; i++) {
    if (--budget.left < 0) throw fail("has more columns than its bytes can name");
    const own = table.tableOf(fields, i);
    own.vector(6, 4);
    checkFields(own, 5, budget, level + 1, fail);
  }
}

function checkBatch(batch: FlatTable, bodyLength: number, size: number, fail: Fail): void {
  const nodes = batch.vector(1, 16);
  const buffers = batch.vector(2, 16);
  batch.vector(4, 8); // how many buffers each column of views has: not read here, but as long as it says
  const most = FREE_ROWS + 8 * size;
  const lengths = [batch.uint64(0)];
  for (let i = 0; nodes && i < nodes.length; i++) lengths.push(batch.word(nodes.start + 16 * i));
  if (lengths.some((length) => length > most)) throw fail(`claims ${Math.max(...lengths)} rows in ${size} bytes`);
  for (let i = 0; buffers && i < buffers.length; i++) {
    const [offset, length] = [batch.word(buffers.start + 16 * i), batch.word(buffers.start + 16 * i + 8)];
    if (offset + length > bodyLength)
      throw fail(`has a buffer at the bytes ${offset} to ${offset + length} of ${bodyLength}`);
  }
}
