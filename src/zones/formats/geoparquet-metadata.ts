import type { Fail } from "../../source/broken-bytes.ts";
import type { ParquetFile } from "../../source/parquet/parquet-file.ts";
import { isMembers, type Members } from "../geojson-values.ts";

const encodings = ["wkb", "point", "linestring", "polygon", "multipoint", "multilinestring", "multipolygon"] as const;

/** How a geometry column is laid out: WKB, or nested lists of coordinates as GeoArrow has them. */
export type GeoEncoding = (typeof encodings)[number];

/** What GeoParquet's metadata say of the geometries. */
export interface GeoColumn {
  readonly name: string;
  readonly encoding: GeoEncoding;
  /** As PROJJSON text; null for OGC:CRS84, which is meant where nothing is said. */
  readonly crs: string | null;
  /** Paths of the columns that hold each geometry's rectangle: minX, minY, maxX, maxY; null where there are none. */
  readonly covering: readonly (readonly string[])[] | null;
}

/**
 * Reads the value of the key "geo" (geoparquet.org, 1.0 and 1.1).
 * @param asked the column to take, where not the primary one is meant
 */
export function readGeoMetadata(text: string, asked: string | undefined, fail: Fail): GeoColumn {
  const geo = membersOf(parseJson(text, fail));
  const columns = membersOf(geo?.columns);
  const primary = typeof geo?.primary_column === "string" ? geo.primary_column : null;
  const name = asked ?? primary ?? Object.keys(columns ?? {})[0];
  const column = columns && name !== undefined && Object.hasOwn(columns, name) ? membersOf(columns[name]) : null;
  if (!column) {
    const known = Object.keys(columns ?? {}).join(", ") || "none";
    throw fail(`names no geometry column ${JSON.stringify(name)}; it has: ${known}`);
  }
  const encoding = String(column.encoding).toLowerCase();
  if (!(encodings as readonly string[]).includes(encoding))
    throw fail(`has geometries in the unknown encoding ${JSON.stringify(column.encoding)}`);
  if (column.edges === "spherical") throw fail("has edges on the sphere; zones have straight ones: densify them first");
  return {
    name,
    encoding: encoding as GeoEncoding,
    crs: crsOf(column),
    covering: coveringOf(membersOf(membersOf(column.covering)?.bbox)),
  };
}

/**
 * Columns of Parquet's own type (github.com/apache/parquet-format/blob/master/Geospatial.md): WKB, the first of them if
 * none is asked for.
 */
export function readGeoTypes(file: ParquetFile, asked: string | undefined, fail: Fail): GeoColumn {
  const types = file.columns.flatMap((name) => {
    const type = file.metadata.schema.find((element) => element.name === name)?.logical_type;
    return type?.type === "GEOMETRY" || type?.type === "GEOGRAPHY" ? [{ name, type }] : [];
  });
  if (types.length === 0)
    throw fail('is Parquet without the metadata "geo" of GeoParquet, and without GEOMETRY columns');
  const chosen = asked === undefined ? types[0] : types.find(({ name }) => name === asked);
  if (!chosen) {
    throw fail(
      `names no geometry column ${JSON.stringify(asked)}; it has: ${types.map(({ name }) => name).join(", ")}`,
    );
  }
  const { name, type } = chosen;
  if (type.type === "GEOGRAPHY") throw fail("has edges on the sphere; zones have straight ones: densify them first");
  return { name, encoding: "wkb", crs: crsOfType(type.crs, file, fail), covering: null };
}

/** Nothing for OGC:CRS84, a text that says it, the number of a registry (EPSG's), or where in the file PROJJSON is. */
function crsOfType(crs: string | undefined, file: ParquetFile, fail: Fail): string | null {
  const [, kind, name] = /^(srid|projjson):(.*)$/s.exec(crs ?? "") ?? [];
  if (kind === "srid") return Number(name) > 0 ? `EPSG:${name}` : null;
  if (kind !== "projjson") return crs || null;
  const text = file.value(name);
  if (text === undefined) throw fail(`has its CRS at the key ${JSON.stringify(name)}, which it does not have`);
  return text;
}

/** `crs: null` says that it is not known; then the zones' CRS has to be given, or is taken for OGC:CRS84 like any other. */
function crsOf({ crs }: Members): string | null {
  return typeof crs === "object" && crs !== null ? JSON.stringify(crs) : typeof crs === "string" ? crs : null;
}

function coveringOf(bbox: Members | null): GeoColumn["covering"] {
  if (!bbox) return null;
  const paths = ["xmin", "ymin", "xmax", "ymax"].map((side) => bbox[side]);
  const isPath = (path: unknown) =>
    Array.isArray(path) && path.length > 0 && path.every((name) => typeof name === "string");
  return paths.every(isPath) ? (paths as string[][]) : null;
}

function parseJson(text: string, fail: Fail): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw fail("has metadata of GeoParquet that are no JSON");
  }
}

function membersOf(value: unknown): Members | null {
  return isMembers(value) ? value : null;
}
