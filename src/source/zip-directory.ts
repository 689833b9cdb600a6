import type { Fail } from "./broken-bytes.ts";
import { readBody } from "./transport-body.ts";

/** A file in a ZIP archive, as its central directory has it. */
export interface ZipEntry {
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc32: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Of its local header. */
  readonly offset: number;
  /** Bytes of the local header, as far as one can tell before it is read. */
  readonly headerBytes: number;
}

/** Where an archive's bytes are. */
export interface ArchiveBytes {
  /** The last ones, at most so many. */
  tail(length: number): Promise<Uint8Array>;
  part(offset: number, length: number): Promise<Uint8Array>;
}

/** The end record, the longest comment behind it, and the locator of ZIP64 before it. */
const TAIL_BYTES = 22 + 0xffff + 20;
const [END, LOCATOR, END_64, ENTRY] = [0x0605_4b50, 0x0706_4b50, 0x0606_4b50, 0x0201_4b50];
const LOCAL = 0x0403_4b50;
/** Of a local header, before the name. */
export const LOCAL_BYTES = 30;
/** Some 2.5 million files. */
const MOST_DIRECTORY_BYTES = 256 * 2 ** 20;

/**
 * The files of an archive by name, folders left out. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export async function readZipDirectory(archive: ArchiveBytes, fail: Fail): Promise<ReadonlyMap<string, ZipEntry>> {
  const part = async (offset: number, length: number) => viewOf(await archive.part(offset, length));
  const { offset, length } = await findDirectory(viewOf(await archive.tail(TAIL_BYTES)), part, fail);
  if (length > MOST_DIRECTORY_BYTES) throw fail(`claims a directory of ${length} bytes`);
  const view = length === 0 ? new DataView(new ArrayBuffer(0)) : await part(offset, length);
  const entries = new Map<string, ZipEntry>();
  for (let at = 0; at + 46 <= view.byteLength && view.getUint32(at, true) === ENTRY; ) {
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const next = at + 46 + nameBytes + extraBytes + commentBytes;
    if (next > view.byteLength) throw fail("has a directory that is cut off");
    const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameBytes));
    const entry = entryAt(view, at, nameBytes, extraBytes);
    if (!name.endsWith("/")) entries.set(name.replace(/^\/+/, ""), entry);
    at = next;
  }
  return entries;
}

async function findDirectory(
  tail: DataView,
  part: (offset: number, length: number) => Promise<DataView>,
  fail: Fail,
): Promise<{ offset: number; length: number }> {
  let at = tail.byteLength - 22;
  while (at >= 0 && tail.getUint32(at, true) !== END) at--;
  if (at < 0) throw fail("has no end; is it whole?");
  const [length, offset] = [tail.getUint32(at + 12, true), tail.getUint32(at + 16, true)];
  const is64 = offset === 0xffff_ffff || length === 0xffff_ffff || tail.getUint16(at + 10, true) === 0xffff;
  if (!is64 || at < 20 || tail.getUint32(at - 20, true) !== LOCATOR) return { offset, length };
  const end = await part(safe(tail.getBigUint64(at - 12, true)), 56);
  if (end.getUint32(0, true) !== END_64) throw fail("has no end of ZIP64 where it says");
  return { offset: safe(end.getBigUint64(48, true)), length: safe(end.getBigUint64(40, true)) };
}

function entryAt(view: DataView, at: number, nameBytes: number, extraBytes: number): ZipEntry {
  let [packedBytes, bytes, offset] = [20, 24, 42].map((field) => view.getUint32(at + field, true));
  const end = at + 46 + nameBytes + extraBytes;
  for (let field = at + 46 + nameBytes; field + 4 <= end; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    // Those of the three that are full, in this order.
    let value = field + 4;
    const next = (known: number) => {
      if (known !== 0xffff_ffff || value + 8 > end) return known;
      value += 8;
      return safe(view.getBigUint64(value - 8, true));
    };
    bytes = next(bytes);
    packedBytes = next(packedBytes);
    offset = next(offset);
  }
  const [method, crc32] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)];
  const isEncrypted = (view.getUint16(at + 8, true) & 1) !== 0;
  return { method, isEncrypted, crc32, packedBytes, bytes, offset, headerBytes: LOCAL_BYTES + nameBytes + extraBytes };
}

/** What no file has is as good as any other place that none has. */
function safe(value: bigint): number {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : Number.MAX_SAFE_INTEGER;
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

/** Where a file's packed bytes begin, from the first bytes of its local header; null where that is none. */
export function packedStart({ offset }: ZipEntry, header: Uint8Array | undefined): number | null {
  if (!header || header.byteLength < LOCAL_BYTES) return null;
  const view = viewOf(header);
  if (view.getUint32(0, true) !== LOCAL) return null;
  return offset + LOCAL_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
}

/** By the host's decoder; never more than `length` bytes. */
export function inflate(bytes: Uint8Array, length: number): Promise<Uint8Array> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream("deflate-raw"));
  return readBody(new Response(stream), "a file of a ZIP archive", length);
}
