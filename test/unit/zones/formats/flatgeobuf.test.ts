import { describe, expect, it } from "vitest";
import { read } from "../../../../src/zones/formats/flatgeobuf.ts";
import { bytesSource } from "../../../../src/zones/formats/source.ts";
import { columnsOf, geojsonZones, mutate, watchedSource, within, zoneFile } from "../../../helpers/zone-files.ts";

const readFile = (name: string, options = {}) => read(bytesSource(zoneFile(name), name), options);

describe("FlatGeobuf", () => {
  it("gives the zones that GeoJSON gives: holes, parts, no geometry, texts, numbers", async () => {
    const zones = await readFile("polygons.fgb");
    expect(zones.crs).toBe("EPSG:4326");
    const expected = columnsOf(geojsonZones("polygons"));
    const properties = expected.properties.map((record) => ({ ...record }));
    properties[0].whole = 9007199254740993n; // JSON has no such number
    expect(columnsOf(zones)).toEqual({ ...expected, properties });
  });

  it("leaves Z out, and says its CRS", async () => {
    const zones = await readFile("tall.fgb");
    expect(zones.crs).toBe("EPSG:32633");
    expect(zones.rings).toEqual(geojsonZones("tall").rings);
  });

  it("reads a file with an index whole where no bounds are known", async () => {
    const zones = await readFile("indexed.fgb");
    expect(zones.length).toBe(400);
    expect(zones.rows).toBeUndefined();
  });

  it("takes only the features whose rectangles meet the bounds, with their rows in the file", async () => {
    const all = await readFile("indexed.fgb");
    // Boxes begin at each degree from 0 to 19 and at each half a degree from 35 to 44.5, and are a quarter wide.
    const zones = await readFile("indexed.fgb", { mayMeetIn: within([3.1, 36, 5.5, 37.2]) });
    const names = zones.properties.map(({ name }) => name);
    const expected = [3, 4, 5].flatMap((x) => [36, 36.5, 37].map((y) => `box ${(y - 35) * 2 * 20 + x}`));
    expect(new Set(names)).toEqual(new Set(expected));
    expect(zones.rowsInFile).toBe(400);
    expect(names).toEqual(Array.from(zones.rows ?? [], (row) => all.properties[row].name));
    expect(zones.geometries).toEqual(Array.from(zones.rows ?? [], (row) => all.geometries[row]));
    expect([...(zones.rows ?? [])]).toEqual([...(zones.rows ?? [])].sort((a, b) => a - b));
  });

  it("knows that an index of one feature has a root above it", async () => {
    const zones = await readFile("one.fgb");
    expect(zones.properties).toEqual([{ name: "box 0" }]);
    expect((await readFile("one.fgb", { mayMeetIn: within([0, 35, 1, 36]) })).rings).toEqual(zones.rings);
    expect((await readFile("one.fgb", { mayMeetIn: within([5, 35, 6, 36]) })).length).toBe(0);
  });

  it("fetches the head and the feature alone", async () => {
    const file = zoneFile("indexed.fgb");
    const long = new Uint8Array(2 ** 20); // a small file comes whole
    long.set(file);
    const { source, parts } = watchedSource(long, "long.fgb");
    const zones = await read(source, { mayMeetIn: within([3.1, 36, 3.2, 36.1]) });
    expect(zones.properties).toEqual([{ name: "box 43" }]);
    expect(zones.rings).toEqual((await readFile("indexed.fgb", { mayMeetIn: within([3.1, 36, 3.2, 36.1]) })).rings);
    // The index of 1 + 2 + 25 + 400 nodes of 40 bytes lies within the first 32 KiB.
    expect(parts[0]).toEqual([0, 32 * 1024]);
    expect(parts).toHaveLength(2);
    expect(parts[1][1]).toBeLessThan(500);
  });

  it("finds none beside all features", async () => {
    expect((await readFile("indexed.fgb", { mayMeetIn: within([100, 0, 101, 1]) })).length).toBe(0);
  });

  it("refuses all that is broken by a tag, at once", async () => {
    const options = { mayMeetIn: within([3, 36, 5, 37]) };
    for (const [name, seed, times] of [
      ["polygons.fgb", 1, 2000],
      ["tall.fgb", 2, 800],
      ["indexed.fgb", 3, 200],
    ] as const) {
      const file = zoneFile(name).slice(0, name === "indexed.fgb" ? undefined : 4000);
      const outcomes = await mutate(file, seed, times, (bytes) => read(watchedSource(bytes, name).source, options));
      expect(outcomes["invalid-zones"]).toBeGreaterThan(times / 20);
      expect(Object.keys(outcomes).sort()).toEqual(expect.arrayContaining(["invalid-zones", "zones"]));
    }
  }, 30_000);
});
