import type { FileHandle } from "node:fs/promises";
import { rastrumError } from "../../errors.ts";
import { openStore, type StoreOptions, splitAddress } from "../../source/store.ts";
import { request } from "../../source/transport.ts";
import { contentLength } from "../../source/transport-body.ts";
import type { ZoneSource } from "./format.ts";

/** More than an array may hold in some browsers, and than any text can. */
const MOST_BYTES = 2 ** 31 - 1;

/** Bytes at hand. */
export function bytesSource(bytes: Uint8Array, name = "the zones", contentType = ""): ZoneSource {
  return {
    name,
    ending: endingOf(name),
    contentType: mimeOf(contentType),
    whole: async () => bytes,
    part: async (offset, length) => {
      checkPart(name, offset, length, bytes.length);
      return bytes.subarray(offset, offset + length);
    },
    byteLength: async () => bytes.length,
  };
}

/** Text at hand. Halves of characters become U+FFFD. */
export function textSource(text: string): ZoneSource {
  return bytesSource(new TextEncoder().encode(text));
}

/** A Blob, or a File with its name: parts of it are read without the rest. */
export function blobSource(blob: Blob): ZoneSource {
  const name = "name" in blob && typeof blob.name === "string" ? blob.name : "the zones";
  const read = async (offset: number, length: number, signal?: AbortSignal) => {
    checkPart(name, offset, length, blob.size);
    signal?.throwIfAborted();
    try {
      return new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer());
    } catch (cause) {
      throw rastrumError("not-found", `${name} cannot be read (${(cause as Error).message}).`, { path: name });
    } finally {
      signal?.throwIfAborted();
    }
  };
  return {
    name,
    ending: endingOf(name),
    contentType: mimeOf(blob.type),
    whole: once((signal) => read(0, checkWhole(name, blob.size), signal)),
    part: read,
    byteLength: async () => blob.size,
  };
}

/** A URL, or in Node a path; in a page relative addresses mean what they mean in a link. */
export function addressSource(address: string, options: StoreOptions): ZoneSource {
  const node = globalThis.process?.getBuiltinModule;
  const isUrl = /^(https?|blob|data):/i.test(address) || !node;
  const { pathname } = isUrl ? new URL(address, globalThis.location?.href) : { pathname: address };
  const whole = once((signal) => (isUrl ? fetchWhole(address, options, signal) : readFile(address, signal)));
  return {
    name: address,
    ending: /^(blob|data):/i.test(address) ? "" : endingOf(pathname),
    contentType: mimeOf(/^data:([^,]*)/i.exec(address)?.[1] ?? ""),
    whole,
    part: partsOf(address, options, whole),
    byteLength: once((signal) => (isUrl ? fetchLength(address, options, whole, signal) : fileLength(address))),
    beside: (ending) => addressSource(withEnding(address, pathname, ending), options),
  };
}

/** The address with its last ending replaced, in capitals where that has capitals. A query stays. */
function withEnding(address: string, pathname: string, ending: string): string {
  const [, old] = /\.([^./\\]*)$/.exec(pathname) ?? [];
  const at = old === undefined ? -1 : address.indexOf(pathname) + pathname.length - old.length;
  if (old === undefined || at < 0) return `${address}.${ending}`;
  return (
    address.slice(0, at) + (old === old.toUpperCase() ? ending.toUpperCase() : ending) + address.slice(at + old.length)
  );
}

/** Parts of files that lie in a folder; of all other addresses, such as `data:`, parts of the whole. */
function partsOf(address: string, options: StoreOptions, whole: ZoneSource["whole"]): ZoneSource["part"] {
  const split = /^(blob|data):/i.test(address) ? null : splitAddress(isPath(address) ? absolute(address) : address);
  if (!split) {
    return async (offset, length, signal) => {
      const bytes = await whole(signal);
      checkPart(address, offset, length, bytes.length);
      return bytes.subarray(offset, offset + length);
    };
  }
  const store = openStore(split.parent, options);
  return async (offset, length, signal) => {
    const bytes = await store.getRange(`/${split.name}`, { offset, length }, { signal, maxBytes: MOST_BYTES });
    if (!bytes) throw missing(address, "is not there");
    return bytes;
  };
}

async function fetchWhole(url: string, options: StoreOptions, signal = unheard()): Promise<Uint8Array> {
  const { status, bytes } = await request({ url, signal, judge: () => MOST_BYTES }, options);
  if (status === 200) return bytes;
  throw rastrumError("http-error", `${url} answered ${status}: there are no zones.`, { url, status });
}

async function fetchLength(url: string, options: StoreOptions, whole: ZoneSource["whole"], signal = unheard()) {
  if (/^(blob|data):/i.test(url)) return (await whole(signal)).length;
  const { status, headers } = await request({ url, method: "HEAD", signal }, options);
  if (status !== 200)
    throw rastrumError("http-error", `${url} answered ${status}: there are no zones.`, { url, status });
  return contentLength(headers) ?? (await whole(signal)).length;
}

/** Read at once, after which an abort is heard: Node's own readFile takes half a MiB at a time. */
const READ_BYTES = 2 ** 26;

async function readFile(path: string, signal?: AbortSignal): Promise<Uint8Array> {
  const files = nodeFiles();
  try {
    const stats = await files.stat(plainPath(path));
    const size = checkWhole(path, stats.size);
    // A pipe, or a file that the system makes up, does not say how long it is.
    if (!stats.isFile() || size === 0) return await files.readFile(plainPath(path), { signal });
    const file = await files.open(plainPath(path));
    return await filled(new Uint8Array(size), file, signal).finally(() => file.close());
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    throw asMissing(path, cause);
  }
}

async function filled(bytes: Uint8Array, file: FileHandle, signal?: AbortSignal): Promise<Uint8Array> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesRead } = await file.read(bytes, at, Math.min(READ_BYTES, bytes.length - at));
    signal?.throwIfAborted();
    if (bytesRead === 0) return bytes.subarray(0, at);
    at += bytesRead;
  }
  return bytes;
}

/** The first bytes of a local file; none of any other address. */
export async function startOfFile(address: string, byteLength: number): Promise<Uint8Array> {
  if (!isPath(address) && !/^file:/i.test(address)) return new Uint8Array(0);
  if (!(await nodeFiles().stat(plainPath(address))).isFile()) return new Uint8Array(0); // a pipe can be read but once
  const file = await nodeFiles().open(plainPath(address));
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(byteLength), 0, byteLength, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function fileLength(path: string): Promise<number> {
  try {
    return (await nodeFiles().stat(plainPath(path))).size;
  } catch (cause) {
    throw asMissing(path, cause);
  }
}

function asMissing(path: string, cause: unknown): unknown {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === undefined) return cause;
  if (code === "ENOENT") return missing(path, "is not there");
  return missing(path, code === "EISDIR" ? "is a folder" : `cannot be read (${message})`);
}

function missing(path: string, why: string) {
  return rastrumError("not-found", `The zones file ${path} ${why}; pass the path of a file of zones.`, { path });
}

function nodeFiles(): typeof import("node:fs/promises") {
  return process.getBuiltinModule("node:fs/promises");
}

function isPath(address: string): boolean {
  return globalThis.process?.getBuiltinModule !== undefined && !/^[a-z][a-z0-9+.-]+:/i.test(address);
}

function absolute(path: string): string {
  return process.getBuiltinModule("node:path").resolve(path);
}

function plainPath(address: string): string {
  return /^file:\/\//i.test(address) ? process.getBuiltinModule("node:url").fileURLToPath(address) : address;
}

function checkWhole(name: string, byteLength: number): number {
  if (byteLength <= MOST_BYTES) return byteLength;
  const message = `${name} has ${byteLength} bytes, more than can be read whole: use a format with an index (FlatGeobuf, GeoParquet).`;
  throw rastrumError("unsupported", message, { what: "zones of more than 2 GiB without an index" });
}

function checkPart(path: string, offset: number, length: number, byteLength: number): void {
  if (offset >= 0 && length >= 0 && offset + length <= byteLength) return;
  const message = `${path} has ${byteLength} bytes, but ${length} from ${offset} were asked for: it is cut short.`;
  throw rastrumError("truncated", message, { path, expected: length, received: Math.max(0, byteLength - offset) });
}

function endingOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1].toLowerCase() ?? "";
}

function mimeOf(contentType: string): string {
  return contentType.split(";")[0].trim().toLowerCase();
}

/** The first call's result for all; one that fails is tried anew by the next. */
function once<Result>(read: (signal?: AbortSignal) => Promise<Result>): (signal?: AbortSignal) => Promise<Result> {
  let known: Promise<Result> | undefined;
  return (signal) => {
    const reading = known ?? read(signal);
    known = reading;
    reading.catch(() => {
      if (known === reading) known = undefined;
    });
    return reading;
  };
}

function unheard(): AbortSignal {
  return new AbortController().signal;
}
