import { expect, it } from "vitest";
import { zonesToGeojson } from "../../../src/ops/zones-to-geojson.ts";
import { zoneFile } from "../../helpers/zone-files.ts";

const square = { type: "Polygon", coordinates: [[[1, 2], [3, 2], [3, 4], [1, 2]]] }; // biome-ignore format: a ring

it("zones in longitude and latitude stay as they are, in any format", async () => {
  const feature = { type: "Feature", id: "a", properties: { name: "A" }, geometry: square };
  expect(await zonesToGeojson(feature)).toEqual({ type: "FeatureCollection", features: [feature] });
  const { features } = await zonesToGeojson(zoneFile("polygons.fgb"));
  const geojson = JSON.parse(new TextDecoder().decode(zoneFile("polygons.geojson")));
  expect(features.map(({ geometry }) => geometry)).toEqual(
    geojson.features.map(({ geometry }: { geometry: unknown }) => geometry),
  );
  expect(features[0].properties).toMatchObject({ name: "Zürich", code: 1 });
});

it("corners in another CRS are turned round, within collections too; what has no geometry stays without", async () => {
  const crs = { type: "name", properties: { name: "EPSG:3857" } };
  const metres = (6_378_137 * Math.PI) / 180;
  const parts = { type: "GeometryCollection", geometries: [{ type: "Point", coordinates: [2 * metres, 0, 7] }] };
  const collection = {
    type: "FeatureCollection",
    crs,
    features: [parts, null].map((geometry) => ({ type: "Feature", properties: null, geometry })),
  };
  const { features } = await zonesToGeojson(collection);
  const [point] = (features[0].geometry as unknown as { geometries: { coordinates: number[] }[] }).geometries;
  expect(point.coordinates.map((degrees) => Math.round(degrees * 1e9) / 1e9)).toEqual([2, 0]);
  expect(features[1].geometry).toBeNull();
  const told = await zonesToGeojson(square, { zonesCrs: "EPSG:3857" });
  expect(JSON.stringify(told)).not.toContain("[1,2]");
});

it("what is no zones, and a CRS that is none, are refused", async () => {
  await expect(zonesToGeojson(new Uint8Array([1, 2, 3]))).rejects.toMatchObject({ tag: "invalid-zones" });
  await expect(zonesToGeojson(square, { zonesCrs: "EPSG:999999" })).rejects.toMatchObject({ tag: "unknown-crs" });
});
