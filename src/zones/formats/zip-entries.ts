import { inflate, LOCAL_BYTES, packedStart, readZipDirectory, type ZipEntry } from "../../source/zip-directory.ts";
import type { ZoneSource } from "./format.ts";
import { failer } from "./zone-set.ts";

/** A file within a ZIP archive. */
export interface ZippedFile {
  /** With its folders, as the archive has it. */
  readonly name: string;
  read(signal?: AbortSignal): Promise<Uint8Array>;
}

/** Tables of blanks shrink to a hundredth; what claims more than that and this much is made to fill memories. */
const [MOST_RATIO, FREE_BYTES] = [100, 2 ** 26];

/** The files of a ZIP archive: stored or deflated ones, without encryption. */
export async function zipEntries(source: ZoneSource, signal?: AbortSignal): Promise<ZippedFile[]> {
  const fail = failer(source.name, null);
  const size = await source.byteLength(signal);
  const bytes = {
    tail: (length: number) => source.part(Math.max(0, size - length), Math.min(size, length), signal),
    part: (offset: number, length: number) => {
      if (offset + length > size) throw fail("is a ZIP archive that says to be longer than it is");
      return source.part(offset, length, signal);
    },
  };
  const entries = await readZipDirectory(bytes, (why) => fail(`is a ZIP archive that ${why}`));
  return [...entries].map(([name, entry]) => ({ name, read: (stop) => readEntry(source, name, entry, stop) }));
}

async function readEntry(source: ZoneSource, name: string, entry: ZipEntry, signal?: AbortSignal): Promise<Uint8Array> {
  const fail = failer(`${name} in ${source.name}`, null);
  const { method, packedBytes, bytes: length } = entry;
  if (entry.isEncrypted) throw fail("is encrypted");
  if (method !== 0 && method !== 8) throw fail(`is packed by the method ${method}, where only deflate is read`);
  if (length > Math.max(FREE_BYTES, MOST_RATIO * packedBytes)) {
    throw fail(`claims to hold ${length} bytes in ${packedBytes}`);
  }
  const start = packedStart(entry, await source.part(entry.offset, LOCAL_BYTES, signal));
  if (start === null) throw fail("is not where the archive says");
  const packed = await source.part(start, packedBytes, signal);
  const plain = method === 0 ? packed : await inflate(packed, length).catch((error: Error) => error);
  if (plain instanceof Error) throw fail(`cannot be unpacked (${plain.message})`);
  if (plain.length !== length) throw fail(`holds ${plain.length} bytes, not ${length}`);
  return plain;
}
