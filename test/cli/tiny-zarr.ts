import { arrayV3, bytesOf, coordinate, group, writeZarr, type ZarrFiles } from "../helpers/zarr-fixture.ts";

/**
 * Writes a new folder with `zones.geojson` and `tiny.zarr`, which has two layers of 4 × 4 cells over 0–4° east,
 * 0–4° north: `air` (3 days from 2013-01-01, chunks of 1 × 2 × 2) stores 100·day + 10·row + column, which stands for
 * stored × 0.5 + 10 °C; `height` (one chunk) holds row + column / 8.
 */
export function writeFixture(): Promise<string> {
  const zarr: ZarrFiles = {
    "zarr.json": group(),
    ...coordinate("time", [0, 1, 2], { units: "days since 2013-01-01", calendar: "standard" }),
    ...coordinate("lat", [3.5, 2.5, 1.5, 0.5], { units: "degrees_north", standard_name: "latitude" }),
    ...coordinate("lon", [0.5, 1.5, 2.5, 3.5], { units: "degrees_east", standard_name: "longitude" }),
    "crs/zarr.json": arrayV3([], "int8", [], { attributes: { crs_wkt: wgs84 } }),
    ...air(),
    "height/zarr.json": arrayV3([4, 4], "float32", ["lat", "lon"], { attributes: { grid_mapping: "crs" } }),
    "height/c/0/0": bytesOf(Float32Array.from(product(4, 4), ([row, column]) => row + column / 8)),
  };
  const inFolder = Object.entries(zarr).map(([key, content]) => [`tiny.zarr/${key}`, content]);
  return writeZarr({ ...Object.fromEntries(inFolder), "zones.geojson": zones });
}

function air(): ZarrFiles {
  const attributes = { scale_factor: 0.5, add_offset: 10, units: "degC", _FillValue: -999, grid_mapping: "crs" };
  const chunks = product(3, 2, 2).map(([day, i, j]) => {
    const cells = product(2, 2).map(([row, column]) => 100 * day + 10 * (2 * i + row) + 2 * j + column);
    return [`air/c/${day}/${i}/${j}`, bytesOf(Int16Array.from(cells))];
  });
  const metadata = arrayV3([3, 4, 4], "int16", ["time", "lat", "lon"], { chunks: [1, 2, 2], attributes });
  return { "air/zarr.json": metadata, ...Object.fromEntries(chunks) };
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

function rectangle(minX: number, minY: number, maxX: number, maxY: number) {
  const ring = [[minX, minY], [maxX, minY], [maxX, maxY], [minX, maxY], [minX, minY]]; // biome-ignore format: one line
  return { type: "Polygon", coordinates: [ring] };
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
