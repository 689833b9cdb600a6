import { expect, it } from "vitest";
import { projectPoints } from "../../../src/grid/project-points.ts";

it("points go from one CRS to another and back", async () => {
  const [forward, inverse] = [
    await projectPoints("EPSG:32629", "OGC:CRS84"),
    await projectPoints("OGC:CRS84", "EPSG:32629"),
  ];
  // on the central meridian, where x is the false easting
  const [longitude, latitude] = forward([500_000, 4_500_000]);
  expect(longitude).toBeCloseTo(-9, 12);
  expect(latitude).toBeCloseTo(40.65, 2);
  const [x, y] = inverse([longitude, latitude]);
  expect([x, y].map((metres) => Math.round(metres * 1000) / 1000)).toEqual([500_000, 4_500_000]);
});

it("points stay as they are between two names of one CRS", async () => {
  expect((await projectPoints("EPSG:4326", "OGC:CRS84"))([0.1, 0.2])).toEqual([0.1, 0.2]);
});

it("a CRS that is none is refused", async () => {
  await expect(projectPoints("EPSG:999999", "OGC:CRS84")).rejects.toMatchObject({ tag: "unknown-crs" });
});
