import type { Table } from "apache-arrow";
import type { StoreOptions } from "../source/store.ts";
import type { FormatOptions, ZoneSource, ZonesFormat } from "./formats/format.ts";
import { parseGeojson } from "./geojson.ts";
import type { ZoneSet } from "./zones.ts";

/** A GeoJSON object; a table of apache-arrow with a GeoArrow column; text; a URL, or in Node a path; a Blob or File; bytes. */
export type ZonesInput = object | string | URL;

/** Of the transport's options those that one request can use: timeoutMs, retries, headers, fetch … */
export interface ReadZonesOptions extends StoreOptions, FormatOptions {
  /** Default: what the first bytes say, else the ending of the name, else the content type. */
  readonly format?: ZonesFormat;
}

/**
 * Zones from a GeoJSON object, or in any of the formats (`zonesFormats`) as text, at a URL or in Node a path, in a Blob
 * or as bytes. A string is text where it begins with "{" (or with what can be no address: "[", "<" or nothing), where it
 * has lines, or where it is WKT; a URL where it has a scheme; else a path in Node and an address relative to the page in
 * a browser. An object is read as it is and not changed.
 *
 * GeoJSON as an object is read here; what reads the rest is loaded when it is needed.
 *
 * Throws `invalid-zones` (see {@link parseGeojson}), `invalid-option`, `http-error`, `network-error`, `timeout`,
 * `truncated`, `not-found`, and the signal's reason.
 */
export async function readZones(input: ZonesInput, options: ReadZonesOptions = {}): Promise<ZoneSet> {
  options.signal?.throwIfAborted();
  const { format } = options;
  if (typeof input === "string" && format === undefined && /^[\uFEFF\s]*\{/.test(input)) {
    const { readText } = await import("./formats/geojson.ts");
    return readText(input, "the text", options);
  }
  if (isArrowTable(input)) return (await import("./formats/geoarrow.ts")).readTable(input, options);
  if (isPlainObject(input)) {
    if (!("type" in input) || input.type !== "Topology") return parseGeojson(input);
    return (await import("./formats/topojson.ts")).parseTopology(input, "the object", options);
  }
  const source = sourceOf(input as Address | Bytes, options);
  const [{ readAny }, opened] = await Promise.all([import("./formats/read-any.ts"), source]);
  return readAny(opened, options, format);
}

type Address = string | URL;
type Bytes = Blob | ArrayBuffer | ArrayBufferView;

/** A table of apache-arrow, whichever copy of it made the table. */
function isArrowTable(input: object | string): input is Table {
  return typeof input === "object" && "schema" in input && "batches" in input && "getChildAt" in input;
}

/** No address and no bytes. */
function isPlainObject(input: ZonesInput): input is Exclude<ZonesInput, Address | Bytes> {
  if (typeof input !== "object") return false;
  return !(input instanceof URL || input instanceof Blob || input instanceof ArrayBuffer || ArrayBuffer.isView(input));
}

async function sourceOf(input: Address | Bytes, options: ReadZonesOptions): Promise<ZoneSource> {
  const { addressSource, blobSource, bytesSource, textSource } = await import("./formats/source.ts");
  if (typeof input === "string") return isText(input) ? textSource(input) : addressSource(input, options);
  if (input instanceof URL) return addressSource(input.href, options);
  if (input instanceof Blob) return blobSource(input);
  if (input instanceof ArrayBuffer) return bytesSource(new Uint8Array(input));
  return bytesSource(new Uint8Array(input.buffer, input.byteOffset, input.byteLength));
}

const wellKnown =
  /^\s*(SRID=\d+;\s*)?(MULTI)?(POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION|TRIANGLE|TIN)\s*[ZM]{0,2}\s*(\(|EMPTY)/i;

/** No address begins with a bracket or a record separator, has two lines, or a geometry's word and a parenthesis. */
export function isText(input: string): boolean {
  const head = input.slice(0, 1000);
  const isBracketed = /^[\uFEFF\s]*([{[<]|$)/.test(head) || head.startsWith("\u001e");
  return isBracketed || /\S[\r\n]\s*\S/.test(head) || wellKnown.test(head);
}
