import type { RowGroup } from "hyparquet";
import { openParquet, type ParquetFile } from "../../source/parquet/parquet-file.ts";
import type { ZoneSet } from "../zones.ts";
import type { FormatOptions, MayMeet, ZoneSource } from "./format.ts";
import { type GeoColumn, readGeoMetadata } from "./geoparquet-metadata.ts";
import { pushNested } from "./nested-shapes.ts";
import { WkbGeometry } from "./wkb-geometry.ts";
import { failer, LazyZones } from "./zone-set.ts";

/**
 * GeoParquet 1.0 and 1.1, with WKB or the encodings of GeoArrow. Where the raster's place is known and the file has a
 * rectangle for each geometry (`covering`), row groups beside it are not fetched, and of the others only zones whose
 * rectangles meet it are taken: `rows` says which. `layer` names another geometry column than the primary one.
 */
export async function read(source: ZoneSource, options: FormatOptions): Promise<ZoneSet> {
  const { signal, layer } = options;
  const fail = failer(source.name, null);
  const file = await openParquet(source, fail, signal);
  const geo = geoColumnOf(file, layer, source.name);
  const properties = columnsToRead(file, geo, options.columns);
  const mayMeet = geo.covering ? ((await options.mayMeetIn?.(geo.crs)) ?? null) : null;
  const groups = file.metadata.row_groups.map((_, i) => i);
  const kept = mayMeet ? groups.filter((i) => groupMayMeet(file.metadata.row_groups[i], geo, mayMeet)) : groups;
  const boxColumns = mayMeet && geo.covering ? [...new Set(geo.covering.map(([name]) => name))] : [];
  const columns = [...new Set([geo.name, ...properties, ...boxColumns])];
  const values = await file.read(columns, kept, signal);
  const valuesOf = (name: string) => values[columns.indexOf(name)].flat();
  const starts = startsOf(file.metadata.row_groups);
  const rowsOfKept = kept.flatMap((i) =>
    Array.from({ length: starts[i + 1] - starts[i] }, (_, row) => starts[i] + row),
  );
  const boxes = new Map(boxColumns.map((name) => [name, valuesOf(name)]));
  const places = rowsOfKept.flatMap((_, i) => (!mayMeet || meets(geo, boxes, i, mayMeet) ? [i] : []));
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
  if (text === undefined) throw fail('is Parquet without the metadata "geo" of GeoParquet');
  const geo = readGeoMetadata(text, layer, fail);
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

function startsOf(groups: readonly RowGroup[]): number[] {
  const starts = [0];
  for (const { num_rows } of groups) starts.push(starts[starts.length - 1] + Number(num_rows));
  return starts;
}

/** By the statistics of the rectangles' columns; true where there are none. */
function groupMayMeet(group: RowGroup, geo: GeoColumn, mayMeet: MayMeet): boolean {
  const [xmin, ymin, xmax, ymax] = (geo.covering ?? []).map((path) => {
    const meta = group.columns.find(({ meta_data }) => meta_data?.path_in_schema.join("\0") === path.join("\0"));
    const { min_value, max_value, min, max } = meta?.meta_data?.statistics ?? {};
    return { least: Number(min_value ?? min ?? Number.NaN), most: Number(max_value ?? max ?? Number.NaN) };
  });
  const isKnown = ![xmin.least, ymin.least, xmax.most, ymax.most].some(Number.isNaN);
  return !isKnown || mayMeet(xmin.least, ymin.least, xmax.most, ymax.most);
}

/** Whether the rectangle of a row meets the bounds; one without a rectangle has no geometry. */
function meets(geo: GeoColumn, boxes: ReadonlyMap<string, readonly unknown[]>, row: number, mayMeet: MayMeet): boolean {
  const [xmin, ymin, xmax, ymax] = (geo.covering ?? []).map(([name, ...members]) => {
    let value: unknown = boxes.get(name)?.[row];
    for (const member of members) value = (value as Record<string, unknown> | null | undefined)?.[member];
    return typeof value === "number" ? value : Number.NaN;
  });
  return mayMeet(xmin, ymin, xmax, ymax);
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
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  return value instanceof Uint8Array ? null : (value ?? null);
}
