import { parseGeojson } from "../geojson.ts";
import { scanGeojson } from "../geojson-bytes.ts";
import type { ZoneSet } from "../zones.ts";
import type { FormatOptions, ZoneSource } from "./format.ts";
import { decodeText } from "./sniff.ts";

/** GeoJSON, also newline-delimited. */
export async function read(source: ZoneSource, { signal }: FormatOptions): Promise<ZoneSet> {
  const bytes = await source.whole(signal);
  return scanGeojson(bytes) ?? parseGeojson(decodeText(bytes));
}
