import { rastrumError } from "../../errors.ts";
import type { ZoneSet } from "../zones.ts";
import { type FormatOptions, type ZoneSource, type ZonesFormat, zonesFormats } from "./format.ts";
import { loadReader } from "./registry.ts";
import { decodeText, formatByHead, formatByName, HEAD_BYTES } from "./sniff.ts";

/** Formats that are read in parts: of an address whose name says so nothing is asked for before their reader does. */
const inParts = new Set<ZonesFormat | null>(["flatgeobuf", "geoparquet", "geopackage"]);

/**
 * Zones in whatever format: as `format` says; else what the first bytes say, which may be what the name says; else what
 * the name says. Throws `invalid-option`, and what the format's reader throws.
 */
export async function readAny(source: ZoneSource, options: FormatOptions, format?: ZonesFormat): Promise<ZoneSet> {
  if (format !== undefined) checkFormat(format);
  const chosen = format ?? (await chooseFormat(source, options.signal));
  return (await loadReader(chosen)).read(source, options);
}

async function chooseFormat(source: ZoneSource, signal?: AbortSignal): Promise<ZonesFormat> {
  const named = formatByName(source);
  if (inParts.has(named)) return named as ZonesFormat;
  // While the bytes come, since they are most likely of that format; what fails here fails again where it is needed.
  if (named) loadReader(named).catch(() => {});
  const head = (await source.whole(signal)).subarray(0, HEAD_BYTES);
  if (isWebPage(head)) throw invalid(source.name, "a web page");
  const seen = formatByHead(head);
  // A ZIP holds shapefiles or, where its name says so, KML; JSON is of the kind that its name says.
  const isOfNamed = (seen === "shapefile" && named === "kml") || (seen === "geojson" && isJson(named));
  const chosen = (isOfNamed ? named : seen) ?? named;
  if (chosen) return chosen;
  throw unknown(source.name, head);
}

function isJson(format: ZonesFormat | null): boolean {
  return format === "geojsonseq" || format === "topojson";
}

function checkFormat(format: unknown): asserts format is ZonesFormat {
  if (zonesFormats.includes(format as ZonesFormat)) return;
  const message = `zonesFormat is ${JSON.stringify(format)}; it can be ${zonesFormats.join(", ")}.`;
  throw rastrumError("invalid-option", message, { option: "zonesFormat", received: format });
}

function isWebPage(head: Uint8Array): boolean {
  return /^\s*<(!doctype html|html|head|body)/i.test(decodeText(head));
}

function unknown(name: string, head: Uint8Array) {
  const text = decodeText(head.subarray(0, 40)).trim();
  return invalid(name, text === "" ? "empty" : `not in a format that is known: ${JSON.stringify(text)}…`);
}

function invalid(name: string, what: string) {
  const message = `${name} is ${what}; pass GeoJSON, or one of ${zonesFormats.slice(1).join(", ")}.`;
  return rastrumError("invalid-zones", message, { feature: null });
}
