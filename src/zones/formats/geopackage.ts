import { rastrumError } from "../../errors.ts";
import { type Fail, refuseBroken } from "../../source/broken-bytes.ts";
import type { ZoneSet } from "../zones.ts";
import { chooseLayer } from "./choose-layer.ts";
import type { FormatOptions, ZoneSource } from "./format.ts";

import { SqliteFile, type SqliteRow, type SqliteTable } from "./sqlite-file.ts";
import type { SqliteValue } from "./sqlite-record.ts";
import { WkbGeometry } from "./wkb-geometry.ts";
import { failer, LazyZones } from "./zone-set.ts";

/** Bytes of the rectangle before the WKB, by the number in a geometry's flags. */
const ENVELOPE_BYTES = [0, 32, 48, 48, 64];

/**
 * The features of a GeoPackage (OGC 12-128r19), of which `layer` names a table. Their key is the id of zones, and a
 * property as well. The file is read whole.
 */
export async function read(source: ZoneSource, { signal, layer }: FormatOptions): Promise<ZoneSet> {
  const bytes = await source.whole(signal);
  const fail = failer(source.name, null);
  return refuseBroken(fail, () => readLayer(new SqliteFile(bytes, fail), layer, source.name, fail));
}

function readLayer(file: SqliteFile, asked: string | undefined, name: string, fail: Fail): ZoneSet {
  if (!file.table("gpkg_geometry_columns")) throw fail("is an SQLite database but no GeoPackage");
  const layers = file.records("gpkg_geometry_columns");
  const chosen = chooseLayer(
    layers.map(({ table_name }) => String(table_name)),
    asked,
    name,
  );
  const { column_name, srs_id } = layers.find(({ table_name }) => String(table_name) === chosen) as (typeof layers)[0];
  const table = file.table(chosen);
  if (!table) {
    const message = `The layer "${chosen}" of ${name} is a view, which needs a whole SQLite: save it as a table.`;
    throw rastrumError("unsupported", message, { what: "views of a GeoPackage" });
  }
  const column = table.columns.findIndex((own) => own.name.toLowerCase() === String(column_name).toLowerCase());
  if (column < 0) throw fail(`names the geometry column ${String(column_name)}, which its table does not have`);
  const rows = [...file.rows(table)];
  const zones = new LazyZones();
  const geometry = new WkbGeometry(zones);
  for (const [row, stored] of rows.entries()) {
    const failHere = failer(name, row);
    const value = refuseBroken(failHere, () => file.values(stored)[column]);
    const wkb = value instanceof Uint8Array ? wkbOf(value, failHere) : null;
    if (wkb) geometry.read(wkb, failHere);
    zones.endZone();
  }
  const isKeyed = table.columns.some(({ isRowid }) => isRowid);
  return zones.finish({
    crs: crsOf(file, Number(srs_id)),
    ids: isKeyed ? rows.map(({ rowid }) => rowid) : null,
    properties: () => rows.map((row, i) => refuseBroken(failer(name, i), () => propertiesOf(file, table, row, column))),
  });
}

/** The WKB within a geometry of GeoPackage; null where that is empty. */
function wkbOf(bytes: Uint8Array, fail: Fail): Uint8Array | null {
  const envelope = ENVELOPE_BYTES[(bytes[3] >> 1) & 7];
  if (bytes[0] !== 0x47 || bytes[1] !== 0x50 || envelope === undefined) throw fail("has no geometry of GeoPackage");
  const isEmpty = (bytes[3] & 0x10) !== 0;
  return isEmpty ? null : bytes.subarray(8 + envelope);
}

function crsOf(file: SqliteFile, id: number): string | null {
  const system = file.records("gpkg_spatial_ref_sys").find(({ srs_id }) => Number(srs_id) === id);
  if (!system || id <= 0) return null; // −1 and 0 say that nothing is known
  const { organization, organization_coordsys_id, definition_12_063, definition } = system;
  if (/^epsg$/i.test(String(organization))) return `EPSG:${organization_coordsys_id}`;
  const wkt = [definition, definition_12_063].find((text) => typeof text === "string" && /\[/.test(text));
  // "Undefined SRS": GDAL's way to say that it does not know.
  return typeof wkt === "string" && !/^(LOCAL_CS|ENGCRS)\["Undefined/i.test(wkt) ? wkt : null;
}

function propertiesOf(file: SqliteFile, table: SqliteTable, row: SqliteRow, geometry: number): Record<string, unknown> {
  const record = file.record(table, row);
  const entries = table.columns.flatMap(({ name, declared }, i): [string, unknown][] =>
    i === geometry ? [] : [[name, plainValue(record[name], declared)]],
  );
  return Object.fromEntries(entries);
}

/** Blobs are nothing that a table could show. */
function plainValue(value: SqliteValue, declared: string): unknown {
  if (value instanceof Uint8Array) return null;
  return declared.startsWith("BOOLEAN") && value !== null ? value !== 0 : value;
}
