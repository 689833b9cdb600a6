import { expect, it } from "vitest";
import { describeCrs } from "../../../src/cli/crs-text.ts";
import { arraysText, describeRaster, infoText } from "../../../src/cli/info.ts";
import type { Raster } from "../../../src/source/source.ts";

const cube: Raster = {
  name: "cube.zarr/air",
  grid: { crs: "EPSG:4326", transform: [2.5, 0, 198.75, 0, -2.5, 76.25], width: 53, height: 25 },
  dtype: "int16",
  dimensions: [{ name: "time", size: 3, labels: { type: "time", values: [0, 21_600_000, 43_200_000] } }],
  chunkShape: [2, 25, 30],
  nodata: -32768,
  scale: 0.01,
  offset: 273.15,
  unit: "degK",
  storage: { driver: "Zarr v2", codecs: ["shuffle", "zlib"] },
  read: () => Promise.reject(new Error("info reads no cell")),
};

it("tells everything there is to know without reading a cell", () => {
  expect(describeRaster(cube)).toEqual({
    address: "cube.zarr/air",
    driver: "Zarr v2",
    dtype: "int16",
    dimensions: [
      {
        name: "time",
        size: 3,
        chunk: 2,
        labels: { first: "1970-01-01T00:00:00Z", last: "1970-01-01T12:00:00Z", names: null },
      },
      { name: "y", size: 25, chunk: 25, labels: null },
      { name: "x", size: 53, chunk: 30, labels: null },
    ],
    chunks: 2 * 1 * 2,
    shards: null,
    codecs: ["shuffle", "zlib"],
    grid: {
      width: 53,
      height: 25,
      crs: "EPSG:4326",
      crsName: "WGS 84",
      crsCode: "EPSG:4326",
      transform: [2.5, 0, 198.75, 0, -2.5, 76.25],
      bounds: [198.75, 76.25 - 25 * 2.5, 198.75 + 53 * 2.5, 76.25],
      resolution: [2.5, 2.5],
    },
    nodata: -32768,
    scale: 0.01,
    offset: 273.15,
    unit: "degK",
    overviews: [],
  });
});

it("tells it in lines", () => {
  expect(infoText(describeRaster(cube)).split("\n")).toEqual([
    "address     cube.zarr/air",
    "driver      Zarr v2",
    "dtype       int16",
    "shape       time 3 × y 25 × x 53",
    "chunks      time 2 × y 25 × x 30 (4 in all)",
    "codecs      shuffle, zlib",
    "crs         WGS 84 (EPSG:4326)",
    "transform   2.5, 0, 198.75, 0, -2.5, 76.25",
    "bounds      198.75, 13.75, 331.25, 76.25",
    "resolution  2.5 × 2.5",
    "nodata      -32768",
    "scale       0.01",
    "offset      273.15",
    "unit        degK",
    "overviews   —",
    "time        1970-01-01T00:00:00Z … 1970-01-01T12:00:00Z",
    "",
  ]);
});

it("has a dash for what the raster does not say, and the hull of a rotated grid", () => {
  const bare: Raster = { ...cube, grid: { ...cube.grid, crs: null, transform: null }, nodata: null, unit: null };
  expect(infoText(describeRaster(bare))).toMatch(/crs +—\ntransform +—\nbounds +—\nresolution +—\nnodata +—\n/);
  const rotated = describeRaster({ ...cube, grid: { crs: null, transform: [3, 4, 0, 4, -3, 0], width: 2, height: 1 } });
  // corners (0, 0), (6, 8), (4, -3), (10, 5); a cell's sides are 5 long
  expect(rotated.grid.bounds).toEqual([0, -3, 10, 8]);
  expect(rotated.grid.resolution).toEqual([5, 5]);
});

it("names bands and overviews", () => {
  const bands: Raster = {
    ...cube,
    dimensions: [{ name: "band", size: 2, labels: { type: "text", values: ["B04", "B08"] } }],
  };
  const half = { ...bands, grid: { ...cube.grid, transform: [5, 0, 0, 0, -5, 0] as const, width: 27, height: 13 } };
  const info = describeRaster(bands, [half]);
  expect(info.overviews).toEqual([{ width: 27, height: 13, resolution: [5, 5], resampling: null }]);
  expect(infoText(info)).toMatch(/overviews {3}13 × 27\nband {8}B04, B08\n/);
});

it("lists the arrays of a group, with the name of a CRS in place of its WKT", () => {
  const wkt = 'PROJCS["Somewhere",GEOGCS["x",AUTHORITY["EPSG","4326"]],AUTHORITY["EPSG","32633"]]';
  const common = { dtype: "uint16", dimensions: ["y", "x"], shape: [100, 200], chunks: [50, 50] };
  const text = arraysText("a.zarr", [
    { ...common, path: "B04", codecs: ["zstd"], crs: wkt },
    { ...common, path: "r20m/B05", dimensions: null, codecs: [], crs: null },
  ]);
  expect(text.split("\n")).toEqual([
    "a.zarr has 2 arrays; --path takes one, or several of one grid:",
    "",
    "path      dtype   shape          chunks   codecs  crs",
    "B04       uint16  y 100 × x 200  50 × 50  zstd    Somewhere (EPSG:32633)",
    "r20m/B05  uint16  100 × 200      50 × 50  none    —",
    "",
  ]);
});

it.each([
  ["EPSG:2000", "Anguilla 1957 / British West Indies Grid", "EPSG:2000"],
  ["epsg:3857", "WGS 84 / Pseudo-Mercator", "EPSG:3857"],
  ["EPSG:32626", "WGS 84 / UTM zone 26N", "EPSG:32626"],
  ["OGC:CRS84", "WGS 84", "OGC:CRS84"],
  ["EPSG:999999", null, "EPSG:999999"],
  ["ESRI:54009", null, "ESRI:54009"],
  ["+proj=sinu +R=6371007.181", null, null],
  ['{"name":"Here","id":{"authority":"EPSG","code":32633}}', "Here", "EPSG:32633"],
])("calls %s by its name and code", (crs, name, code) => {
  expect(describeCrs(crs)).toEqual({ name, code });
});
