import { describe, expect, it } from "vitest";
import { memoryRaster, type ZonalOptions, zonalStats } from "../../../src/index.ts";
import { textFile } from "../../helpers/zone-texts.ts";

// 10° to 20° east, 49.5° to 53° north, cells of 0.125°: 80 × 28.
const [width, height] = [80, 28];
const raster = memoryRaster({
  data: Float64Array.from({ length: width * height }, (_, i) => (i * 37) % 101),
  width,
  height,
  transform: [0.125, 0, 10, 0, -0.125, 53],
  crs: "OGC:CRS84",
});

async function tableOf(name: string, options: ZonalOptions): Promise<object[]> {
  const zones = new File([textFile(name) as Uint8Array<ArrayBuffer>], name);
  const table = await zonalStats(raster, zones, { statistics: ["count", "sum", "max"], ...options });
  return table.toArray().map((row) => ({ ...row.toJSON(), id: null }));
}

describe("the same zones in every text format have the same table", () => {
  const endings = ["csv", "tsv", "kml", "geojsonl", "geojsons"];

  it.each(["center", "touched"] as const)("polygons, by %s", async (rule) => {
    const expected = await tableOf("polygons.geojson", { rule, backend: "cpu" });
    expect(expected.length).toBe(6);
    for (const ending of [...endings, "kmz"]) {
      const table = await tableOf(`polygons.${ending}`, { rule, backend: "cpu" });
      expect(
        table.map((row) => ({ ...row, id: null })),
        ending,
      ).toEqual(expected.map((row) => ({ ...row, id: null })));
    }
  });

  it.each(["center", "touched", "fraction"] as const)("points and lines, by %s", async (rule) => {
    const expected = await tableOf("paths.geojson", { rule: "center", backend: "cpu" });
    // The point (10.5, 50.25): column 0.5 / 0.125 = 4, row 2.75 / 0.125 = 22. Two points.
    expect(expected[0]).toMatchObject({ count: 1, sum: ((22 * width + 4) * 37) % 101 });
    expect(expected[1]).toMatchObject({ count: 2 });
    for (const ending of ["geojson", ...endings]) {
      const table = await tableOf(`paths.${ending}`, { rule, backend: "cpu" });
      expect(table, ending).toEqual(expected);
    }
  });
});

it("a zone that is both an area and a line is refused", async () => {
  const wkt = "POINT (10 50)\nGEOMETRYCOLLECTION (POLYGON ((10 50, 11 50, 11 51, 10 50)), LINESTRING (10 50, 11 51))";
  await expect(zonalStats(raster, wkt)).rejects.toMatchObject({ tag: "invalid-zones", feature: 1 });
});

it("points on the left and the upper border are not outside, those on the others are", async () => {
  const job = zonalStats(raster, "POINT (10 53)\nPOINT (20 50)\nPOINT (11 49.5)", { backend: "cpu" });
  expect([...((await job).getChild("count") ?? [])]).toEqual([1, 0, 0]);
  expect(job.warnings).toEqual([expect.stringContaining("2 of 3 zones lie wholly outside the raster (rows 1, 2)")]);
});
