import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test, vi } from "vitest";
import { crsAhead } from "../../../src/zones/crs-ahead.ts";
import { parseGeojson } from "../../../src/zones/geojson.ts";
import { toPixelZones } from "../../../src/zones/pixel-zones.ts";
import { placingOf } from "../../../src/zones/zone-projector.ts";

const urn = "urn:ogc:def:crs:EPSG::32633";
const crs = { type: "name", properties: { name: urn } };
const ring = [[450_100, 5_030_000], [452_000, 5_030_000], [452_000, 5_031_000], [450_100, 5_030_000]]; // biome-ignore format: one line
const zones = { type: "FeatureCollection", crs, features: [featureOf(ring)] };

function featureOf(ring: number[][]) {
  return { type: "Feature", properties: { crs: "no" }, geometry: { type: "Polygon", coordinates: [ring] } };
}

afterEach(() => {
  vi.doUnmock("../../../src/zones/pixel-zones.ts");
  vi.resetModules();
});

test.each([
  ["EPSG:32633", urn, null],
  ["EPSG:2056", "urn:ogc:def:crs:EPSG::2056", null],
  ["EPSG:32634", urn, "loaded"],
  ["EPSG:4258", "urn:ogc:def:crs:EPSG::4258", "loaded"],
  [null, urn, "loaded"],
])("on a raster of %s polygons of %s have loaded what takes zones to another CRS: %s", async (crs, name, loaded) => {
  vi.resetModules();
  vi.doMock("../../../src/zones/pixel-zones.ts", () => ({
    loadProjector: () => Promise.reject(new Error("loaded")),
  }));
  const { placingOf } = await import("../../../src/zones/zone-projector.ts");
  const grid = { crs, transform: [30, 0, 450_000, 0, -30, 5_033_000], width: 100, height: 100 } as const;
  const read = parseGeojson({ ...zones, crs: { type: "name", properties: { name } } });
  const project = async () => (await placingOf(read, grid, null, "the raster")).project(read);
  if (loaded) await expect(project()).rejects.toThrow(loaded);
  else expect((await project()).rings.coordinates[0]).toBeCloseTo(100 / 30, 9);
});

test("a CRS that GeoJSON names at its start is known ahead", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rastrum-"));
  const path = join(folder, "zones.geojson");
  const text = JSON.stringify(zones);
  writeFileSync(path, text);
  try {
    for (const input of [zones, text, ` ${text}`, path, pathToFileURL(path)]) expect(await crsAhead(input)).toBe(urn);
    const { crs: _, ...unnamed } = zones;
    const others = [unnamed, JSON.stringify(unnamed), new Blob([text]), "https://host/zones.geojson"];
    for (const input of others) expect(await crsAhead(input)).toBe(null);
    await expect(crsAhead(join(folder, "none.geojson"))).rejects.toThrow("ENOENT");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("lines and points in a projected CRS of the raster are placed, whatever of it is known ahead", async () => {
  const grid = { crs: "EPSG:2056", transform: [30, 0, 450_000, 0, -30, 5_033_000], width: 100, height: 100 } as const;
  const line = { type: "Feature", properties: {}, geometry: { type: "LineString", coordinates: ring } };
  const named = { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::2056" } };
  const read = parseGeojson({ type: "FeatureCollection", crs: named, features: [line] });
  const { project } = await placingOf(read, grid, null, "the raster");
  const placed = await project(read);
  expect(placed.paths?.coordinates.length).toBe(8);
  expect(placed.paths?.coordinates[0]).toBeCloseTo(100 / 30, 9);
});

test("zones in a projected CRS of the raster are placed as by proj4, to the bit", async () => {
  const grid = { crs: "EPSG:32633", transform: [30, 0, 450_000, 0, -30, 5_033_000], width: 100, height: 100 } as const;
  const read = parseGeojson(zones);
  const placing = await placingOf(read, grid, null, "the raster");
  expect(placing.warnings).toEqual([]);
  expect(await placing.project(read)).toEqual(toPixelZones(read, grid));
});
