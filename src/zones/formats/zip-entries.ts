import type { ZoneSource } from "./format.ts";
import { failer } from "./zone-set.ts";

/** A file within a ZIP archive. */
export interface ZipEntry {
  /** With its folders, as the archive has it. */
  readonly name: string;
  read(signal?: AbortSignal): Promise<Uint8Array>;
}

/** Where an archive's end may begin: 22 bytes, behind which a comment of up to 65,535 bytes may stand. */
const TAIL_BYTES = 22 + 0xffff;
const [END, ENTRY, LOCAL] = [0x0605_4b50, 0x0201_4b50, 0x0403_4b50];
/** Tables of blanks shrink to a hundredth; what claims more than that and this much is made to fill memories. */
const [MOST_RATIO, FREE_BYTES] = [100, 2 ** 26];

/** The files of a ZIP archive (PKWARE's APPNOTE): stored or deflated, without encryption and without ZIP64. */
export async function zipEntries(source: ZoneSource, signal?: AbortSignal): Promise<ZipEntry[]> {
  const fail = failer(source.name, null);
  const size = await source.byteLength(signal);
  const tailStart = Math.max(0, size - TAIL_BYTES);
  const tail = viewOf(await source.part(tailStart, size - tailStart, signal));
  let at = tail.byteLength - 22;
  while (at >= 0 && tail.getUint32(at, true) !== END) at--;
  if (at < 0) throw fail("is a ZIP archive without an end; is it whole?");
  const [length, start] = [tail.getUint32(at + 12, true), tail.getUint32(at + 16, true)];
  if (start + length > size) throw fail("is a ZIP archive whose list of files lies beyond its end (ZIP64 is not read)");
  const list = viewOf(await source.part(start, length, signal));
  const entries: ZipEntry[] = [];
  let entry = 0;
  while (entry + 46 <= list.byteLength && list.getUint32(entry, true) === ENTRY) {
    entries.push(entryAt(source, list, entry));
    entry +=
      46 + list.getUint16(entry + 28, true) + list.getUint16(entry + 30, true) + list.getUint16(entry + 32, true);
  }
  return entries;
}

function entryAt(source: ZoneSource, list: DataView, at: number): ZipEntry {
  const nameLength = Math.min(list.getUint16(at + 28, true), list.byteLength - at - 46);
  const name = new TextDecoder().decode(new Uint8Array(list.buffer, list.byteOffset + at + 46, nameLength));
  const isEncrypted = (list.getUint16(at + 8, true) & 1) !== 0;
  const method = list.getUint16(at + 10, true);
  const [packed, plain] = [list.getUint32(at + 20, true), list.getUint32(at + 24, true)];
  const local = list.getUint32(at + 42, true);
  const fail = failer(`${name} in ${source.name}`, null);
  const read = async (signal?: AbortSignal) => {
    if (isEncrypted) throw fail("is encrypted");
    if (method !== 0 && method !== 8) throw fail(`is packed by the method ${method}, where only deflate is read`);
    if (plain > Math.max(FREE_BYTES, MOST_RATIO * packed)) throw fail(`claims to hold ${plain} bytes in ${packed}`);
    const head = viewOf(await source.part(local, 30, signal));
    if (head.getUint32(0, true) !== LOCAL) throw fail("is not where the archive says");
    const start = local + 30 + head.getUint16(26, true) + head.getUint16(28, true);
    const bytes = await source.part(start, packed, signal);
    const unpacked = method === 0 ? bytes : await inflate(bytes, plain).catch((error: Error) => error);
    if (unpacked instanceof Error) throw fail(`cannot be unpacked (${unpacked.message})`);
    if (unpacked.length !== plain) throw fail(`holds ${unpacked.length} bytes, not ${plain}`);
    return unpacked;
  };
  return { name, read };
}

/** The host's decoder; never more than `length` bytes. */
async function inflate(bytes: Uint8Array, length: number): Promise<Uint8Array> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = stream.getReader();
  const plain = new Uint8Array(length);
  let at = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return plain.subarray(0, at);
    if (at + value.length > length) {
      reader.cancel().catch(() => {});
      throw new Error(`it holds more than ${length} bytes`);
    }
    plain.set(value, at);
    at += value.length;
  }
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
