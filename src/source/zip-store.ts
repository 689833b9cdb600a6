import { rastrumError } from "../errors.ts";
import { placeOf } from "./byte-range.ts";
import { namesBelow } from "./key-folders.ts";
import type { ByteRange, Store, StoreReadOptions } from "./store.ts";
import { crc32 } from "./zarr-checksums.ts";
import { inflate, LOCAL_BYTES, packedStart, readZipDirectory, type ZipEntry } from "./zip-directory.ts";

/** A local header may have other extra fields than the directory; more than these are rare, and cost a request. */
const EXTRA_BYTES = 64;
/** What claims to hold more than a thousand times its size is made to fill memories. */
const MOST_RATIO = 1032;
const ROOTS = ["zarr.json", ".zgroup", ".zarray", ".zmetadata"];

/**
 * The files of a ZIP archive, of which only the directory and what is asked for are fetched; stored or deflated ones.
 * An archive of one folder is that folder.
 * @param archive its key "" is the archive
 */
export async function zipStore(archive: Store, signal: AbortSignal | undefined): Promise<Store> {
  const entries = await directoryOf(archive, signal);
  const prefix = prefixOf(entries);
  const starts = new Map<ZipEntry, number>();
  const entryOf = (key: string) => entries.get(prefix + key.replace(/^\/+/, ""));
  const fail = (key: string, what: string) =>
    rastrumError("invalid-metadata", `${key.slice(1)} in ${archive.url} ${what}.`, { path: `${archive.url}${key}` });

  /** Header and packed bytes in one request, as a rule. */
  const packed = async (key: string, entry: ZipEntry, signal: AbortSignal | undefined) => {
    // The directory is behind all files, and longer than the room for extra fields.
    const length = entry.headerBytes + EXTRA_BYTES + entry.packedBytes;
    const bytes = await archive.getRange("", { offset: entry.offset, length }, { signal });
    const start = startOf(key, entry, bytes);
    const end = start - entry.offset + entry.packedBytes;
    if (bytes && bytes.byteLength >= end) return bytes.slice(start - entry.offset, end);
    return partOf(start, 0, entry.packedBytes, signal);
  };
  const startOf = (key: string, entry: ZipEntry, header: Uint8Array | undefined) => {
    const start = packedStart(entry, header);
    if (start === null) throw fail(key, "is not where the archive says");
    starts.set(entry, start);
    return start;
  };
  const partOf = (start: number, offset: number, length: number, signal: AbortSignal | undefined) =>
    archive.getRange("", { offset: start + offset, length }, { signal });

  const get = async (key: string, { signal, maxBytes = Number.POSITIVE_INFINITY }: StoreReadOptions = {}) => {
    const entry = entryOf(key);
    if (!entry) return undefined;
    const { method, bytes, packedBytes } = entry;
    if (method !== 0 && method !== 8) throw unsupportedMethod(archive.url, key, method);
    if (bytes > MOST_RATIO * packedBytes || (method === 0 && bytes !== packedBytes))
      throw fail(key, `claims to hold ${bytes} bytes in ${packedBytes}`);
    if (bytes > maxBytes) {
      const message = `${key.slice(1)} in ${archive.url} has ${bytes} bytes, where at most ${maxBytes} can be right.`;
      throw rastrumError("truncated", message, { path: key, expected: maxBytes, received: bytes });
    }
    const stored = await packed(key, entry, signal);
    const plain = stored && (method === 0 ? stored : await inflate(stored, bytes).catch(() => null));
    if (!plain || plain.byteLength !== bytes || crc32(plain) !== entry.crc32) throw fail(key, "is damaged");
    return plain;
  };

  return {
    url: archive.url,
    get,
    async getRange(key, range, { signal, maxBytes } = {}) {
      const entry = entryOf(key);
      if (!entry) return undefined;
      if (entry.method !== 0) return cut(await get(key, { signal }), range);
      const [offset, length] = placeOf(range, entry.bytes);
      if (length > (maxBytes ?? length) || offset + length > entry.bytes) {
        const message = `${key.slice(1)} in ${archive.url} has ${entry.bytes} bytes: ${length} from ${offset} on were asked for.`;
        throw rastrumError("truncated", message, { path: key, expected: length, received: entry.bytes });
      }
      let start = starts.get(entry);
      if (start === undefined) {
        const header = await archive.getRange("", { offset: entry.offset, length: LOCAL_BYTES }, { signal });
        start = startOf(key, entry, header);
      }
      return partOf(start, offset, length, signal);
    },
    folders: async (key) => namesBelow(entries.keys(), prefix + key.replace(/^\/+/, "")),
  };
}

async function directoryOf(archive: Store, signal: AbortSignal | undefined): Promise<ReadonlyMap<string, ZipEntry>> {
  const { url } = archive;
  const fail = (what: string) =>
    rastrumError("invalid-metadata", `${url} is no ZIP archive that can be read: it ${what}.`, { path: url });
  const bytes = {
    tail: async (length: number) =>
      (await archive.getRange("", { suffixLength: length }, { signal })) ?? new Uint8Array(0),
    part: async (offset: number, length: number) => {
      const part = await archive.getRange("", { offset, length }, { signal });
      if (!part) throw fail("is not there any more");
      return part;
    },
  };
  const entries = await readZipDirectory(bytes, fail);
  for (const [name, { isEncrypted }] of entries) if (isEncrypted) throw fail(`has ${name}, which is encrypted`);
  return entries;
}

function unsupportedMethod(url: string, key: string, method: number) {
  const what = `ZIP's method ${method}`;
  return rastrumError("unsupported", `${key.slice(1)} in ${url} is packed by ${what}; stored and deflated are read.`, {
    what,
  });
}

/** "folder/" where all files are in one folder and the Zarr is there; else "". */
function prefixOf(entries: ReadonlyMap<string, ZipEntry>): string {
  const [first = ""] = entries.keys();
  const prefix = first.slice(0, first.indexOf("/") + 1);
  const isRoot = ROOTS.some((name) => entries.has(name)) || !ROOTS.some((name) => entries.has(prefix + name));
  return isRoot ? "" : prefix;
}

function cut(bytes: Uint8Array | undefined, range: ByteRange): Uint8Array | undefined {
  const [offset, length] = placeOf(range, bytes?.byteLength ?? 0);
  return bytes?.slice(offset, offset + length);
}
