import { rastrumError } from "../../errors.ts";
import { parseGeojson } from "../geojson.ts";
import { scanGeojson } from "../geojson-bytes.ts";
import type { ZoneSet } from "../zones.ts";
import type { FormatOptions, ZoneSource } from "./format.ts";
import { decodeText } from "./sniff.ts";

/** GeoJSON; also newline-delimited, and TopoJSON, which may be called `.json` as well. */
export async function read(source: ZoneSource, options: FormatOptions): Promise<ZoneSet> {
  const bytes = await source.whole(options.signal);
  return scanGeojson(bytes, undefined, options.onRead) ?? parseGeojsonText(decodeText(bytes), source.name, options);
}

/** The same of a text. */
export async function readText(text: string, name: string, options: FormatOptions): Promise<ZoneSet> {
  // Halves of characters, which are none in UTF-8, may stand in a text.
  const zones = /\p{Surrogate}/u.test(text)
    ? null
    : scanGeojson(new TextEncoder().encode(text), undefined, options.onRead);
  return zones ?? parseGeojsonText(text, name, options);
}

/** Throws `invalid-zones` for what is no GeoJSON, saying what it looks like. */
async function parseGeojsonText(text: string, name: string, options: FormatOptions): Promise<ZoneSet> {
  let root: unknown;
  try {
    root = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (cause) {
    const { parseSequence, startsSequence } = await import("./geojsonseq.ts");
    if (startsSequence(text)) return parseSequence(text, name);
    throw invalid(name, `not JSON (${(cause as Error).message})`);
  }
  if (typeof root !== "object" || root === null) throw invalid(name, `JSON, but only ${text.trim().slice(0, 40)}`);
  if ("type" in root && root.type === "Topology")
    return (await import("./topojson.ts")).parseTopology(root, name, options);
  return parseGeojson(root);
}

function invalid(name: string, what: string) {
  return rastrumError("invalid-zones", `${name} is ${what}; pass GeoJSON.`, { feature: null });
}
