import { expect, test } from "vitest";
import { prepareCrs } from "../../../src/grid/crs.ts";
import type { Grid } from "../../../src/grid/grid.ts";
import { parseGeojson } from "../../../src/zones/geojson.ts";
import { toPixelZones } from "../../../src/zones/pixel-zones.ts";

await prepareCrs("+proj=stere +lat_0=90 +lat_ts=70 +lon_0=-45 +datum=WGS84 +units=m");

/** A box of degrees as a Polygon. */
const box = (west: number, south: number, east: number, north: number) => ({
  type: "Polygon",
  coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]], // biome-ignore format: one box
});

/** 100 km × 100 km around 15° E, 45° N. */
const utm33: Grid = { crs: "EPSG:32633", transform: [1000, 0, 450_000, 0, -1000, 5_033_000], width: 100, height: 100 };

test("zones of the far side of the world have no image in a UTM zone and need none", () => {
  const near = box(14.9, 44.9, 15.1, 45.1);
  const nearAgain = box(374.9, 44.9, 375.1, 45.1);
  const far = [box(100, -10, 120, 10), box(-180, -90, 180, -60)];
  const features = [near, ...far, nearAgain].map((geometry) => ({ type: "Feature", properties: {}, geometry }));
  const zones = parseGeojson({ type: "FeatureCollection", features });
  const { bounds } = toPixelZones(zones, utm33);
  // 0.2° of longitude at 45° N are about 15.8 km, around column 50.
  expect(bounds[0]).toBeCloseTo(50 - 7.9, 0);
  expect(bounds[2]).toBeCloseTo(50 + 7.9, 0);
  expect([...bounds.subarray(4, 12)]).toEqual([
    Infinity,
    Infinity,
    -Infinity,
    -Infinity,
    Infinity,
    Infinity,
    -Infinity,
    -Infinity,
  ]);
  // A whole turn further on is the same place.
  expect(bounds[12]).toBeCloseTo(bounds[0], 6);
});

test("a raster over a pole is met from every longitude", () => {
  const polar: Grid = {
    crs: "+proj=stere +lat_0=90 +lat_ts=70 +lon_0=-45 +datum=WGS84 +units=m",
    transform: [10_000, 0, -500_000, 0, -10_000, 500_000],
    width: 100,
    height: 100,
  };
  const features = [-170, -60, 0, 95, 179].map((west) => ({
    type: "Feature",
    properties: {},
    geometry: box(west, 89, west + 0.5, 89.5),
  }));
  const { bounds } = toPixelZones(parseGeojson({ type: "FeatureCollection", features }), polar);
  for (let zone = 0; zone < features.length; zone++) {
    expect(bounds[4 * zone]).toBeGreaterThan(0);
    expect(bounds[4 * zone + 2]).toBeLessThan(100);
  }
});
