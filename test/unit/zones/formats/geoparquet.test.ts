import { describe, expect, it } from "vitest";
import { read } from "../../../../src/zones/formats/geoparquet.ts";
import { bytesSource } from "../../../../src/zones/formats/source.ts";
import { columnsOf, geojsonZones, mutate, watchedSource, within, zoneFile } from "../../../helpers/zone-files.ts";

const readFile = (name: string, options = {}) => read(bytesSource(zoneFile(name), name), options);

describe("GeoParquet", () => {
  it.each(["polygons.parquet", "polygons-geoarrow.parquet"])("%s gives the zones that GeoJSON gives", async (name) => {
    const zones = await readFile(name);
    const expected = columnsOf(geojsonZones("polygons"));
    const properties = expected.properties.map((record) => ({ ...record }));
    properties[0].whole = 9007199254740993n; // JSON has no such number
    expect(columnsOf(zones)).toEqual({ ...expected, properties });
    expect(JSON.parse(zones.crs ?? "").id).toEqual({ authority: "EPSG", code: 4326 });
  });

  it("leaves Z out", async () => {
    const zones = await readFile("tall.parquet");
    expect(zones.rings).toEqual(geojsonZones("tall").rings);
    expect(JSON.parse(zones.crs ?? "").name).toBe("WGS 84 / UTM zone 33N");
  });

  it.each(["gzip", "lz4", "brotli", "none", "v2"])("reads pages packed by %s", async (codec) => {
    const zones = await readFile(`boxes-${codec}.parquet`);
    expect(zones.length).toBe(20);
    expect(zones.properties[19]).toEqual({ name: "box 19", day: "2026-01-20", at: "2026-01-20T00:00:00.000Z" });
    expect(zones.geometries[3]).toEqual((await readFile("covered.parquet")).geometries[3]);
  });

  it("takes only zones whose rectangles meet the bounds, and fetches only their row groups", async () => {
    // 400 boxes at degrees 0 to 19, rows of 20 from 35° by half a degree; 50 a group, so groups are 1.25° high.
    const { source, parts } = watchedSource(zoneFile("covered.parquet"), "covered.parquet");
    const zones = await read(source, { mayMeetIn: within([3.1, 36, 5.5, 37.2]) });
    const expected = [36, 36.5, 37].flatMap((y) => [3, 4, 5].map((x) => (y - 35) * 2 * 20 + x));
    expect([...(zones.rows ?? [])]).toEqual(expected);
    expect(zones.rowsInFile).toBe(400);
    expect(zones.properties).toEqual(expected.map((row) => ({ name: `box ${row}` })));
    const all = await readFile("covered.parquet");
    expect(all.length).toBe(400);
    expect(zones.geometries).toEqual(expected.map((row) => all.geometries[row]));
    // Beside the footer, within the file's last 64 KiB: groups 0 and 1 of 8, which hold the boxes 40 to 99.
    const groupBytes = (zoneFile("covered.parquet").length - 4) / 8;
    expect(parts.slice(1).reduce((sum, [, length]) => sum + length, 0)).toBeLessThan(2.5 * groupBytes);
  });

  it.each(["1.0", "2.0"])(
    "reads texts that share their beginnings, some of them missing, in pages of version %s",
    async (version) => {
      const zones = await readFile(`boxes-delta-${version}.parquet`);
      const names = Array.from({ length: 20 }, (_, i) => (i % 5 === 2 ? null : `box ${i}`));
      expect(zones.properties.map(({ name }) => name)).toEqual(names);
      expect(zones.geometries).toEqual((await readFile("covered.parquet")).geometries.slice(0, 20));
    },
  );

  it("reads Parquet's own geometries, and only the row groups under the bounds", async () => {
    const all = await readFile("native.parquet");
    expect(all.geometries).toEqual((await readFile("covered.parquet")).geometries);
    expect(all.crs).toBeNull(); // where nothing is said OGC:CRS84 is meant
    // Groups 0 and 1 of 8 hold the boxes 0 to 99, which are south of 37.5°.
    const zones = await readFile("native.parquet", { mayMeetIn: within([3.1, 36, 5.5, 37.2]) });
    expect([...(zones.rows ?? [])]).toEqual(Array.from({ length: 100 }, (_, i) => i));
    expect(zones.rowsInFile).toBe(400);
    const tall = await readFile("native-tall.parquet", { layer: "geometry" });
    expect(tall.rings).toEqual(geojsonZones("tall").rings);
    expect(JSON.parse(tall.crs ?? "").name).toBe("WGS 84 / UTM zone 33N");
    await expect(readFile("native.parquet", { layer: "shape" })).rejects.toThrow('column "shape"; it has: geometry');
  });

  it("reads the columns asked for", async () => {
    expect((await readFile("polygons.parquet", { columns: ["code"] })).properties[1]).toEqual({ code: 2 });
    expect((await readFile("polygons.parquet", { columns: [] })).properties[1]).toEqual({});
    const keys = Object.keys((await readFile("polygons.parquet", { columns: ["cod"] })).properties[1]);
    expect(keys).toEqual(["name", "code", "share", "whole", "flag"]);
  });

  it("refuses all that is broken by a tag, at once", async () => {
    const options = { mayMeetIn: within([3, 36, 5, 37]) };
    const files = [
      ["polygons.parquet", 31],
      ["polygons-geoarrow.parquet", 32],
      ["covered.parquet", 33],
      ["boxes-v2.parquet", 34],
      ["boxes-delta-1.0.parquet", 35],
      ["boxes-delta-2.0.parquet", 36],
      ["native.parquet", 37],
      ["boxes-none.parquet", 35],
    ] as const;
    for (const [name, seed] of files) {
      const outcomes = await mutate(zoneFile(name), seed, 100, (bytes) => read(bytesSource(bytes, name), options));
      expect(outcomes["invalid-zones"]).toBeGreaterThan(10);
    }
  }, 60_000);
});
