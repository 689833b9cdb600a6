import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/**
 * A Zarr v3 written by hand in a new folder, with two layers of 4 × 4 cells over 0–4° east, 0–4° north:
 * `air` (3 days from 2013-01-01, chunks of 1 × 2 × 2) stores 100·day + 10·row + column, which stands for
 * stored × 0.5 + 10 °C; `height` (one chunk) holds row + column / 8.
 * @returns the folder with `tiny.zarr` and the zones of {@link zonesText} in `zones.geojson`
 */
export function writeFixture(): string {
  const folder = mkdtempSync(join(tmpdir(), "rastrum-cli-"));
  const put = (path: string, content: string | NodeJS.ArrayBufferView) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  put("zones.geojson", zonesText);
  put("tiny.zarr/zarr.json", JSON.stringify({ zarr_format: 3, node_type: "group", attributes: {} }));
  const array = (name: string, facts: ArrayFacts) =>
    put(`tiny.zarr/${name}/zarr.json`, JSON.stringify(metadata(facts)));

  const daysSince = { units: "days since 2013-01-01", calendar: "standard" };
  array("time", { dtype: "int32", shape: [3], chunks: [3], names: ["time"], attributes: daysSince });
  put("tiny.zarr/time/c/0", Int32Array.of(0, 1, 2));
  const north = { units: "degrees_north", standard_name: "latitude" };
  array("lat", { dtype: "float64", shape: [4], chunks: [4], names: ["lat"], attributes: north });
  put("tiny.zarr/lat/c/0", Float64Array.of(3.5, 2.5, 1.5, 0.5));
  const east = { units: "degrees_east", standard_name: "longitude" };
  array("lon", { dtype: "float64", shape: [4], chunks: [4], names: ["lon"], attributes: east });
  put("tiny.zarr/lon/c/0", Float64Array.of(0.5, 1.5, 2.5, 3.5));

  const packed = { scale_factor: 0.5, add_offset: 10, units: "degC", _FillValue: -999, grid_mapping: "crs" };
  array("air", {
    dtype: "int16",
    shape: [3, 4, 4],
    chunks: [1, 2, 2],
    names: ["time", "lat", "lon"],
    attributes: packed,
  });
  for (const [day, i, j] of product(3, 2, 2)) {
    const cells = product(2, 2).map(([row, column]) => 100 * day + 10 * (2 * i + row) + 2 * j + column);
    put(`tiny.zarr/air/c/${day}/${i}/${j}`, Int16Array.from(cells));
  }
  array("height", {
    dtype: "float32",
    shape: [4, 4],
    chunks: [4, 4],
    names: ["lat", "lon"],
    attributes: { grid_mapping: "crs" },
  });
  put(
    "tiny.zarr/height/c/0/0",
    Float32Array.from(product(4, 4), ([row, column]) => row + column / 8),
  );
  array("crs", { dtype: "int8", shape: [], chunks: [], names: [], attributes: { crs_wkt: wgs84 } });
  return folder;
}

/** One zone of four cells (rows 0–1, columns 0–1), one of a single cell (row 3, column 3), one far away. */
export const zones = {
  type: "FeatureCollection",
  features: [
    { type: "Feature", id: 7, properties: { name: 'North, "west"' }, geometry: rectangle(0, 2, 2, 4) },
    { type: "Feature", id: "b", properties: { name: "Süd" }, geometry: rectangle(3, 0, 4, 1) },
    { type: "Feature", properties: { name: null }, geometry: rectangle(50, 50, 51, 51) },
  ],
};
const zonesText = JSON.stringify(zones);

export function rectangle(minX: number, minY: number, maxX: number, maxY: number) {
  const ring = [[minX, minY], [maxX, minY], [maxX, maxY], [minX, maxY], [minX, minY]]; // biome-ignore format: one line
  return { type: "Polygon", coordinates: [ring] };
}

interface ArrayFacts {
  dtype: string;
  shape: number[];
  chunks: number[];
  names: string[];
  attributes: object;
}

function metadata({ dtype, shape, chunks, names, attributes }: ArrayFacts) {
  return {
    zarr_format: 3,
    node_type: "array",
    shape,
    data_type: dtype,
    chunk_grid: { name: "regular", configuration: { chunk_shape: chunks } },
    chunk_key_encoding: { name: "default", configuration: { separator: "/" } },
    fill_value: 0,
    codecs: [{ name: "bytes", configuration: { endian: "little" } }],
    dimension_names: names,
    attributes,
  };
}

/** All index tuples below `sizes`, the last index fastest. */
function product(...sizes: number[]): number[][] {
  return sizes.reduce<number[][]>(
    (tuples, size) => tuples.flatMap((tuple) => Array.from({ length: size }, (_, i) => [...tuple, i])),
    [[]],
  );
}

const wgs84 =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],' +
  'UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]';
