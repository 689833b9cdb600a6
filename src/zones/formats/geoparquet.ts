import { openParquet, type ParquetFile } from "../../source/parquet/parquet-file.ts";
import type { ZoneSet } from "../zones.ts";
import type { FormatOptions, MayMeet, ZoneSource } from "./format.ts";
import { groupMayMeet, hasBounds, rowsOf } from "./geoparquet-groups.ts";
import { type GeoColumn, readGeoMetadata, readGeoTypes } from "./geoparquet-metadata.ts";
import { pushNested } from "./nested-shapes.ts";
import { wholeNumber } from "./whole-number.ts";
import { WkbGeometry } from "./wkb-geometry.ts";
import { failer, LazyZones } from "./zone-set.ts";

/**
 * GeoParquet 1.0 and 1.1, with WKB or the encodings of GeoArrow, and Parquet's own type GEOMETRY. Where the raster's place
 * is known and the file has rectangles, row groups beside it are not fetched; where it has one for each geometry
 * (`covering`), of the others only zones whose rectangles meet it are taken: `rows` says which. `layer` names another
 * geometry column than the primary one.
 */
export async function read(source: ZoneSource, options: FormatOptions): Promise<ZoneSet> {
  const { signal, layer } = options;
  const fail = failer(source.name, null);
  const file = await openParquet(source, fail, signal);
  const geo = geoColumnOf(file, layer, source.name);
  const properties = columnsToRead(file, geo, options.columns);
  const groups = file.metadata.row_groups;
  const isIndexed = geo.covering !== null || groups.some((group) => hasBounds(group, geo));
  const mayMeet = isIndexed ? ((await options.mayMeetIn?.(geo.crs)) ?? null) : null;
  const kept = Array.from(groups.keys()).filter((i) => !mayMeet || groupMayMeet(groups[i], geo, mayMeet));
  const boxColumns = mayMeet && geo.covering ? [...new Set(geo.covering.map(([name]) => name))] : [];
  const columns = [...new Set([geo.name, ...properties, ...boxColumns])];
  const values = await file.read(columns, kept, signal);
  const valuesOf = (name: string) => values[columns.indexOf(name)].flat();
  const rowsOfKept = rowsOf(groups, kept);
  const boxes = new Map(boxColumns.map((name) => [name, valuesOf(name)]));
  const meetsAt = mayMeet && geo.covering ? boxTest(geo.covering, boxes, mayMeet) : () => true;
  const places = Array.from(rowsOfKept.keys()).filter(meetsAt);
  const zones = new LazyZones();
  pushGeometries(zones, geo, valuesOf(geo.name), places, rowsOfKept, source.name);
  const read = properties.map((name) => [name, valuesOf(name)] as const);
  const rows = Int32Array.from(places, (place) => rowsOfKept[place]);
  return zones.finish({
    crs: geo.crs,
    properties: () => places.map((i) => Object.fromEntries(read.map(([name, own]) => [name, plainValue(own[i])]))),
    ...(mayMeet && { rows, rowsInFile: Number(file.metadata.num_rows) }),
  });
}

function geoColumnOf(file: ParquetFile, layer: string | undefined, name: string): GeoColumn {
  const fail = failer(name, null);
  const text = file.value("geo");
  const geo = text === undefined ? readGeoTypes(file, layer, fail) : readGeoMetadata(text, layer, fail);
  if (!file.columns.includes(geo.name)) throw fail(`has no column ${geo.name}, where its geometries should be`);
  return geo;
}

/** Those asked for. Where one of them is not there all are read, so that the error can name them. */
function columnsToRead(file: ParquetFile, geo: GeoColumn, asked: readonly string[] | undefined): string[] {
  const boxes = new Set(geo.covering?.map(([name]) => name));
  const all = file.columns.filter((name) => name !== geo.name && !boxes.has(name));
  if (!asked) return all;
  const own = asked.filter((name) => file.columns.includes(name) && name !== geo.name);
  return own.length < asked.length ? all : own;
}

/** Tells whether the rectangle of a row meets the bounds; one without a rectangle has no geometry. */
function boxTest(
  covering: NonNullable<GeoColumn["covering"]>,
  boxes: ReadonlyMap<string, readonly unknown[]>,
  mayMeet: MayMeet,
): (row: number) => boolean {
  const [xmin, ymin, xmax, ymax] = covering.map(([name, ...members]) => {
    const values = boxes.get(name) ?? [];
    return (row: number) => {
      let value = values[row];
      for (const member of members) value = (value as Record<string, unknown> | null | undefined)?.[member];
      return typeof value === "number" ? value : Number.NaN;
    };
  });
  return (row) => mayMeet(xmin(row), ymin(row), xmax(row), ymax(row));
}

function pushGeometries(
  zones: LazyZones,
  { encoding }: GeoColumn,
  values: readonly unknown[],
  places: readonly number[],
  rows: readonly number[],
  name: string,
): void {
  const wkb = new WkbGeometry(zones);
  for (const place of places) {
    const value = values[place];
    const fail = failer(name, rows[place]);
    if (encoding !== "wkb") pushNested(zones, encoding, value, fail);
    else if (value instanceof Uint8Array) wkb.read(value, fail);
    else if (value !== null && value !== undefined) throw fail("has a geometry that is not WKB");
    zones.endZone();
  }
}

/** Integers as numbers where those hold them; bytes are nothing that a table could show. */
function plainValue(value: unknown): unknown {
  if (typeof value === "bigint") return wholeNumber(value);
  return value instanceof Uint8Array ? null : (value ?? null);
}
