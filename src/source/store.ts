import { rastrumError } from "../errors.ts";
import { cachedStore } from "./cached-store.ts";
import { httpsAddress } from "./cloud-address.ts";
import { httpStore } from "./http-store.ts";
import type { FilePlace, FileState } from "./read-in-place.ts";

/** A part of a file: `length` bytes from `offset` (`orLess`: as many as there are), or the last `suffixLength` bytes. */
export type ByteRange =
  | { readonly offset: number; readonly length: number; readonly orLess?: boolean }
  | { readonly suffixLength: number }; // biome-ignore format: one line a kind

export interface StoreReadOptions {
  readonly signal?: AbortSignal;
  /** More bytes than this are not read but refused as `truncated`, so that no server can fill the memory. */
  readonly maxBytes?: number;
}

/** A file of this computer. */
export interface LocatedFile {
  readonly place: FilePlace;
  /** Takes what the thread that read it met there; null where there was no file. @throws `source-changed` */
  readonly met: (state: FileState | null) => void;
  /** It could not be read there. */
  readonly missed: () => void;
}

/**
 * Where the bytes of a raster come from; the shape of a zarrita store. Keys begin with "/"; "" is the address itself.
 * A file that is not there is `undefined`; everything else that goes wrong is a tagged error.
 * Bytes are the caller's own, a buffer of their own included: they may be written to, or given away to a worker.
 * A file that is not in the state any more in which this store first met it is `source-changed`.
 */
export interface Store {
  /** Address of the root, for messages. */
  readonly url: string;
  get(key: string, options?: StoreReadOptions): Promise<Uint8Array | undefined>;
  getRange(key: string, range: ByteRange, options?: StoreReadOptions): Promise<Uint8Array | undefined>;
  /** Where a file lies that another thread may read as well, but only whole; null where it is better read by this store. */
  locate?(key: string, maxBytes: number): Promise<LocatedFile | null>;
  /** Names of the folders within a folder; null where a store cannot list (http). */
  folders?(key: string): Promise<string[]>;
}

export interface StoreOptions {
  /** Milliseconds without a byte after which a request counts as stalled; default 30,000. */
  readonly timeoutMs?: number;
  /** How often a request is tried again after 408, 425, 429, 5xx, a broken connection or a stall; default 3. */
  readonly retries?: number;
  /** First pause before a retry; doubled each time, with jitter, up to 10 s. Default 250. */
  readonly retryDelayMs?: number;
  /** Requests to one host at once, over all rasters; default 6 in a page (what browsers open by HTTP/1), 16 in Node. */
  readonly concurrency?: number;
  /** Parts of a file wanted at the same time become one request where no more bytes lie between; default 32 KiB. */
  readonly joinGapBytes?: number;
  /** Most bytes of such a request; default 4 MiB; 0 joins nothing. */
  readonly joinMaxBytes?: number;
  /**
   * Bytes of files that are kept as they came, for reading the same again; default 0: pages have the HTTP cache, disks
   * that of the system, and an engine keeps decoded chunks.
   */
  readonly cacheBytes?: number;
  /** Sent with every request, e.g. Authorization. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Used in place of the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
}

/** A store for an http(s) address (also of a bucket, as s3:// or gs://) or, in Node, a `file://` URL or a path. */
export function openStore(url: string | URL, options: StoreOptions = {}): Store {
  const { cacheBytes = 0 } = options;
  const store = openUncached(resolveAddress(httpsAddress(String(url))), options);
  return cacheBytes > 0 ? cachedStore(store, cacheBytes) : store;
}

function openUncached(address: string, options: StoreOptions): Store {
  const scheme = schemeOf(address);
  if (scheme === "http" || scheme === "https") return httpStore(address, options);
  if (scheme === null || scheme === "file") return localStore(address);
  throw rastrumError(
    "unsupported",
    `${address}: only http(s), s3:// and gs:// addresses and, in Node, local paths can be opened.`,
    {
      what: `${scheme} addresses`,
    },
  );
}

/** Whether an address is of a file of this computer. */
export function isLocal(url: string | URL): boolean {
  const scheme = schemeOf(resolveAddress(String(url)));
  return scheme === null || scheme === "file";
}

/** A folder, by code that pages never load. */
function localStore(address: string): Store {
  let opened: Promise<Store> | null = null;
  const open = () => (opened ??= import("./file-store.ts").then(({ fileStore }) => fileStore(address)));
  return {
    url: address,
    get: async (...of) => (await open()).get(...of),
    getRange: async (...of) => (await open()).getRange(...of),
    locate: async (...of) => (await open()).locate?.(...of) ?? null,
    folders: async (key) => (await open()).folders?.(key) ?? [],
  };
}

/** The folder above and the name within it; null at the top. */
export function splitAddress(url: string | URL): { parent: string; name: string } | null {
  const address = resolveAddress(httpsAddress(String(url)));
  const [, path, search] = /^([^?#]*)(.*)$/s.exec(address) as RegExpExecArray;
  const match = /^(.*[^/\\])[/\\]+([^/\\]+)[/\\]*$/s.exec(path);
  if (!match || /^https?:$/i.test(match[1])) return null;
  const name = schemeOf(address) === null ? match[2] : decodeURIComponent(match[2]);
  return { parent: match[1] + search, name };
}

/** In a page, relative addresses mean what they mean in a link. */
function resolveAddress(address: string): string {
  const base = globalThis.location?.href;
  return base && schemeOf(address) === null && /^(https?|file):/.test(base) ? new URL(address, base).href : address;
}

/** A letter and a colon is a Windows drive, not a scheme. */
function schemeOf(address: string): string | null {
  return /^([a-z][a-z0-9+.-]+):/i.exec(address)?.[1].toLowerCase() ?? null;
}
