import { isGeometryColumn } from "./csv-columns.ts";
import type { ZoneSource, ZonesFormat } from "./format.ts";

/** So much of a file tells its format, also where a header or a comment comes first. */
export const HEAD_BYTES = 4096;

const endings: Readonly<Record<string, ZonesFormat>> = {
  geojson: "geojson",
  json: "geojson",
  geojsonl: "geojsonseq",
  geojsonseq: "geojsonseq",
  geojsons: "geojsonseq",
  ldgeojson: "geojsonseq",
  ndgeojson: "geojsonseq",
  ndjson: "geojsonseq",
  jsonl: "geojsonseq",
  topojson: "topojson",
  kml: "kml",
  kmz: "kml",
  csv: "csv",
  tsv: "csv",
  wkt: "wkt",
  wkb: "wkb",
  fgb: "flatgeobuf",
  parquet: "geoparquet",
  geoparquet: "geoparquet",
  arrow: "geoarrow",
  arrows: "geoarrow",
  feather: "geoarrow",
  shp: "shapefile",
  shz: "shapefile",
  zip: "shapefile",
  gpkg: "geopackage",
};

const contentTypes: Readonly<Record<string, ZonesFormat>> = {
  "application/geo+json": "geojson",
  "application/json": "geojson",
  "application/geo+json-seq": "geojsonseq",
  "application/x-ndjson": "geojsonseq",
  "application/vnd.google-earth.kml+xml": "kml",
  "application/vnd.google-earth.kmz": "kml",
  "text/csv": "csv",
  "text/tab-separated-values": "csv",
  "application/flatgeobuf": "flatgeobuf",
  "application/vnd.apache.parquet": "geoparquet",
  "application/vnd.apache.arrow.file": "geoarrow",
  "application/vnd.apache.arrow.stream": "geoarrow",
  "application/geopackage+sqlite3": "geopackage",
};

/** What the name or the MIME type says; null where they say nothing. */
export function formatByName({ ending, contentType }: ZoneSource): ZonesFormat | null {
  const known = (table: Readonly<Record<string, ZonesFormat>>, key: string) =>
    Object.hasOwn(table, key) ? table[key] : null;
  return known(endings, ending) ?? known(contentTypes, contentType);
}

/** First bytes of binary formats, as characters of one byte each. */
const magics: readonly [bytes: string, format: ZonesFormat][] = [
  ["fgb\u0003", "flatgeobuf"],
  ["PAR1", "geoparquet"],
  ["ARROW1", "geoarrow"],
  ["\u00ff\u00ff\u00ff\u00ff", "geoarrow"], // a stream of Arrow messages
  ["SQLite format 3\u0000", "geopackage"],
  ["\u0000\u0000\u0027\u000a", "shapefile"],
  ["PK\u0003\u0004", "shapefile"],
];

const geometryWords =
  /^(SRID=\d+;\s*)?(POINT|LINESTRING|POLYGON|MULTIPOINT|MULTILINESTRING|MULTIPOLYGON|GEOMETRYCOLLECTION|TRIANGLE|TIN|POLYHEDRALSURFACE)\s*(\(|Z|M|EMPTY)/i;

/**
 * What the first bytes say; null where they could be anything. JSON counts as GeoJSON, unless it begins like TopoJSON:
 * its reader finds out about the rest.
 */
export function formatByHead(head: Uint8Array): ZonesFormat | null {
  const characters = new TextDecoder("latin1").decode(head.subarray(0, 16));
  for (const [bytes, format] of magics) if (characters.startsWith(bytes)) return format;
  const text = decodeText(head).trimStart();
  if (text.startsWith("\u001e")) return "geojsonseq";
  if (/^\{\s*"type"\s*:\s*"Topology"/.test(text)) return "topojson";
  if (/^[{[]/.test(text)) return "geojson";
  if (text.startsWith("<")) return "kml";
  if (geometryWords.test(text)) return "wkt";
  return hasGeometryHeader(text) ? "csv" : null;
}

/** Whether the first line names columns, one of them a geometry or a coordinate. */
function hasGeometryHeader(text: string): boolean {
  const [header] = text.split(/[\r\n]/, 1);
  return header.split(/[,;\t|]/).some((title) => isGeometryColumn(title.replaceAll('"', "")));
}

/** Text as its byte order mark says, else UTF-8; the mark is left out. Bytes that are no characters become U+FFFD. */
export function decodeText(bytes: Uint8Array): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
  return new TextDecoder(utf16 ?? "utf-8").decode(bytes);
}
