import { rastrumError } from "../errors.ts";
import type { StoreOptions } from "../source/store.ts";
import { request } from "../source/transport.ts";
import { parseGeojson } from "./geojson.ts";
import { scanGeojson } from "./geojson-bytes.ts";
import type { ZoneSet } from "./zones.ts";

/** A GeoJSON object, GeoJSON text, a URL, or in Node a path. */
export type ZonesInput = object | string | URL;

/** Of the transport's options those that one request can use: timeoutMs, retries, headers, fetch … */
export interface ReadZonesOptions extends StoreOptions {
  readonly signal?: AbortSignal;
}

/**
 * Zones from a GeoJSON object, GeoJSON text, a URL, or in Node a path. A string is text where it begins with "{" (or
 * with what can be no address: "[", "<" or nothing); a URL where it has a scheme; else a path in Node and an address
 * relative to the page in a browser. An object is read as it is and not changed.
 *
 * Throws `invalid-zones` (see {@link parseGeojson}), `http-error`, `network-error`, `timeout`, `truncated`,
 * `not-found`, and the signal's reason.
 */
export async function readZones(input: ZonesInput, options: ReadZonesOptions = {}): Promise<ZoneSet> {
  options.signal?.throwIfAborted();
  if (input instanceof URL) return readZones(input.href, options);
  if (typeof input !== "string") return parseGeojson(input);
  const isText = /^[\uFEFF\s]*([{[<]|$)/.test(input);
  const bytes = isText ? new TextEncoder().encode(input) : await readBytes(input, options);
  // Halves of characters, which are none in UTF-8, may stand in a text.
  if (isText && /\p{Surrogate}/u.test(input)) return parseGeojson(input);
  return scanGeojson(bytes) ?? parseGeojson(isText ? input : new TextDecoder().decode(bytes));
}

function readBytes(address: string, options: ReadZonesOptions): Promise<Uint8Array> {
  if (/^(https?|blob|data):/i.test(address)) return fetchBytes(address, options);
  const node = globalThis.process?.getBuiltinModule;
  if (!node) return fetchBytes(address, options);
  const path = /^file:\/\//i.test(address) ? node("node:url").fileURLToPath(address) : address;
  return readFileBytes(node("node:fs/promises"), path, options.signal);
}

async function fetchBytes(url: string, { signal, ...options }: ReadZonesOptions): Promise<Uint8Array> {
  const { status, bytes } = await request({ url, signal: signal ?? new AbortController().signal }, options);
  if (status !== 200)
    throw rastrumError("http-error", `${url} answered ${status}: there are no zones.`, { url, status });
  return bytes;
}

type NodeFiles = typeof import("node:fs/promises");

async function readFileBytes(files: NodeFiles, path: string, signal?: AbortSignal): Promise<Uint8Array> {
  try {
    return await files.readFile(path, { signal });
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    const { code, message } = cause as NodeJS.ErrnoException;
    const why = code === "ENOENT" ? "is not there" : code === "EISDIR" ? "is a folder" : `cannot be read (${message})`;
    throw rastrumError("not-found", `The zones file ${path} ${why}; pass the path of a GeoJSON file.`, { path });
  }
}
