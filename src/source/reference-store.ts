import { rastrumError } from "../errors.ts";
import { placeOf } from "./byte-range.ts";
import { httpsAddress } from "./cloud-address.ts";
import { namesBelow } from "./key-folders.ts";
import type { Reference } from "./references.ts";
import { type ByteRange, openStore, type Store, type StoreOptions, type StoreReadOptions } from "./store.ts";

/** Files whose stores are kept: each remembers the state in which it met its file. */
const MOST_STORES = 4096;

/** Finds the reference of a key; undefined where there is none. */
export interface ReferenceTable {
  find(key: string, signal: AbortSignal | undefined): Promise<Reference | undefined>;
  /** Of the files that are known without reading more. */
  keys(): Iterable<string>;
}

/**
 * A Zarr whose files are parts of others. Addresses are taken from the place of the references; headers go to their own
 * host only, and files of this machine are read only by references that are here too.
 * @param address of the references; null for a Blob's
 */
export function referenceStore(table: ReferenceTable, address: string | null, options: StoreOptions): Store {
  const url = address ?? "references";
  const stores = new Map<string, Store>();
  const storeOf = (target: string): Store => {
    let store = stores.get(target);
    if (!store) {
      if (stores.size === MOST_STORES) stores.clear();
      const { headers, ...rest } = options;
      store = openStore(target, sameOrigin(address, target) ? options : rest);
      stores.set(target, store);
    }
    return store;
  };
  const read = async (key: string, range: ByteRange | null, { signal, maxBytes }: StoreReadOptions = {}) => {
    const reference = await table.find(key.replace(/^\/+/, ""), signal);
    if (!reference) return undefined;
    if ("bytes" in reference) {
      const [start, length] = within(range, reference.bytes.byteLength, url, key, maxBytes);
      return reference.bytes.slice(start, start + length);
    }
    const store = storeOf(targetOf(reference.url, address));
    if (reference.length === null) {
      const bytes = range
        ? await store.getRange("", range, { signal, maxBytes })
        : await store.get("", { signal, maxBytes });
      return bytes ?? missing(url, key, reference.url);
    }
    const [start, length] = within(range, reference.length, url, key, maxBytes);
    const offset = reference.offset + start;
    if (length === 0) return new Uint8Array(0);
    return (await store.getRange("", { offset, length }, { signal, maxBytes })) ?? missing(url, key, reference.url);
  };
  return {
    url,
    get: (key, options) => read(key, null, options),
    getRange: (key, range, options) => read(key, range, options),
    folders: async (key) => namesBelow(table.keys(), key.replace(/^\/+/, "")),
  };
}

/** What is referred to must be there: an absent chunk has no reference. */
function missing(url: string, key: string, target: string): never {
  throw rastrumError("not-found", `${url} says that ${key.slice(1)} is in ${target}, which is not there.`, {
    path: target,
  });
}

function within(
  range: ByteRange | null,
  size: number,
  url: string,
  key: string,
  maxBytes: number | undefined,
): [start: number, length: number] {
  const [start, length] = placeOf(range, size);
  if (start + length <= size && length <= (maxBytes ?? length)) return [start, length];
  const most = Math.min(maxBytes ?? Number.POSITIVE_INFINITY, size);
  const message = `${url} refers to ${size} bytes for ${key.slice(1)}, where ${length} from ${start} on were asked for and ${most} can be right.`;
  throw rastrumError("truncated", message, { path: key, expected: length, received: size });
}

function targetOf(url: string, address: string | null): string {
  const target = httpsAddress(url);
  const isRemote = address !== null && /^https?:/i.test(address);
  if (/^https?:/i.test(target)) return target;
  if (isRemote && !/^[a-z][a-z0-9+.-]+:/i.test(target)) return new URL(target, address).href;
  const isLocalPath = /^file:/i.test(target) || !/^[a-z][a-z0-9+.-]+:/i.test(target);
  if (address !== null && !isRemote && isLocalPath) return beside(address, target);
  const what = `the address ${target} in references`;
  throw rastrumError("unsupported", `${address ?? "The references"}: ${what} cannot be read from there.`, { what });
}

/** A path as it is, or from the folder of the references. */
function beside(address: string, target: string): string {
  if (/^(file:|[/\\]|[a-z]:[/\\])/i.test(target)) return target;
  if (/^file:/i.test(address)) return new URL(target, address).href;
  return address.slice(0, Math.max(address.lastIndexOf("/"), address.lastIndexOf("\\")) + 1) + target;
}

function sameOrigin(address: string | null, target: string): boolean {
  if (address === null || !/^https?:/i.test(address)) return true;
  return new URL(address).origin === new URL(target).origin;
}
