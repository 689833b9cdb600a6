import { rastrumError } from "../../errors.ts";
import { parseGeojson } from "../geojson.ts";
import { scanGeojson } from "../geojson-bytes.ts";
import { isGeometryType } from "../geojson-geometry.ts";
import { isMembers, shown } from "../geojson-values.ts";
import type { ZoneSet } from "../zones.ts";
import type { FormatOptions, ZoneSource } from "./format.ts";
import { decodeText } from "./sniff.ts";

const RECORD_SEPARATOR = "\u001e";
const [NEWLINE, RETURN, SPACE, TAB, SEPARATOR] = [0x0a, 0x0d, 0x20, 0x09, 0x1e];

/** One feature a line (or a bare geometry), or as RFC 8142 has it: each after a record separator, over as many lines as it likes. */
export async function read(source: ZoneSource, { signal }: FormatOptions): Promise<ZoneSet> {
  const bytes = await source.whole(signal);
  const collection = bytes.includes(SEPARATOR) ? null : collectLines(bytes);
  return (collection && scanGeojson(collection)) ?? parseSequence(decodeText(bytes), source.name);
}

/** Whether the first line is a feature by itself, and there is another. */
export function startsSequence(text: string): boolean {
  if (text.startsWith(RECORD_SEPARATOR)) return true;
  const [, first, rest] = /^\uFEFF?\s*(\{[^\n]*)\n\s*(\S)?/.exec(text) ?? [];
  if (rest === undefined) return false;
  try {
    return isEntry(JSON.parse(first));
  } catch {
    return false;
  }
}

/** Throws `invalid-zones`, naming the line that is not right, from 1. */
export function parseSequence(text: string, name: string): ZoneSet {
  const features: object[] = [];
  for (const { line, json } of entriesOf(text)) {
    const value = parseEntry(json, line, name);
    if (!isEntry(value)) throw badLine(line, name, `is ${what(value)}, not a feature`);
    features.push(value.type === "Feature" ? value : { type: "Feature", geometry: value, properties: null });
  }
  return parseGeojson({ type: "FeatureCollection", features });
}

function parseEntry(json: string, line: number, name: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw badLine(line, name, `is not JSON (${(cause as Error).message})`);
  }
}

function* entriesOf(text: string): Generator<{ line: number; json: string }> {
  const start = text.startsWith("\uFEFF") ? 1 : 0;
  const separator = text.includes(RECORD_SEPARATOR) ? RECORD_SEPARATOR : "\n";
  let line = 1;
  for (const json of text.slice(start).split(separator)) {
    if (json.trim() !== "") yield { line, json };
    line += separator === "\n" ? 1 : json.split("\n").length - 1;
  }
}

function isEntry(value: unknown): value is { readonly type: string } {
  return isMembers(value) && (value.type === "Feature" || isGeometryType(value.type));
}

function what(value: unknown): string {
  return isMembers(value) ? `an object of type ${shown(value.type)}` : shown(value);
}

function badLine(line: number, name: string, why: string) {
  const message = `Line ${line} of ${name} ${why}; newline-delimited GeoJSON has one feature a line.`;
  return rastrumError("invalid-zones", message, { feature: null });
}

/** The lines as a FeatureCollection, which is read faster than line by line. Line breaks are in no string of JSON. */
function collectLines(bytes: Uint8Array): Uint8Array {
  const encoder = new TextEncoder();
  const before = encoder.encode('{"type":"FeatureCollection","features":[');
  const after = encoder.encode("]}");
  const joined = new Uint8Array(before.length + bytes.length + after.length + 1);
  joined.set(before);
  let at = before.length;
  const isBlank = (byte: number) => byte === SPACE || byte === TAB || byte === RETURN;
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(NEWLINE, start);
    const stop = newline < 0 ? bytes.length : newline;
    let first = start;
    while (first < stop && isBlank(bytes[first])) first++;
    if (first < stop) {
      if (at > before.length) joined[at++] = 0x2c; // a comma in place of the line's end
      joined.set(bytes.subarray(first, stop), at);
      at += stop - first;
    }
    start = stop + 1;
  }
  joined.set(after, at);
  return joined.subarray(0, at + after.length);
}
