import type { FormatReader, ZonesFormat } from "./format.ts";

/** How the reader of each format is loaded. */
const readers: Readonly<Record<ZonesFormat, () => Promise<FormatReader>>> = {
  geojson: () => import("./geojson.ts"),
  geojsonseq: () => import("./geojsonseq.ts"),
  topojson: () => import("./topojson.ts"),
  kml: () => import("./kml.ts"),
  csv: () => import("./csv.ts"),
  wkt: () => import("./wkt.ts"),
  wkb: () => import("./wkb.ts"),
  flatgeobuf: () => import("./flatgeobuf.ts"),
  shapefile: () => import("./shapefile.ts"),
  geoparquet: () => import("./geoparquet.ts"),
  geoarrow: () => import("./geoarrow.ts"),
  geopackage: () => import("./geopackage.ts"),
};

export function loadReader(format: ZonesFormat): Promise<FormatReader> {
  return readers[format]();
}
