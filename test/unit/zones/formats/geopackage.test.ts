import { describe, expect, it } from "vitest";
import { read } from "../../../../src/zones/formats/geopackage.ts";
import { bytesSource } from "../../../../src/zones/formats/source.ts";
import { columnsOfSql } from "../../../../src/zones/formats/sqlite-columns.ts";
import { SqliteFile } from "../../../../src/zones/formats/sqlite-file.ts";
import { columnsOf, geojsonZones, mutate, zoneFile } from "../../../helpers/zone-files.ts";

const readFile = (name: string, options = {}) => read(bytesSource(zoneFile(name), name), options);

describe("GeoPackage", () => {
  it("gives the zones that GeoJSON gives, with their keys as ids", async () => {
    const zones = await readFile("polygons.gpkg");
    const expected = columnsOf(geojsonZones("polygons"));
    const properties = expected.properties.map((record, i) => ({ fid: i + 1, ...record }));
    Object.assign(properties[0], { whole: 9007199254740993n }); // JSON has no such number
    expect(columnsOf(zones)).toEqual({ ...expected, properties, ids: [1, 2, 3, 4, 5, 6] });
    expect(zones.crs).toBe("EPSG:4326");
  });

  it("leaves Z out", async () => {
    const zones = await readFile("tall.gpkg");
    expect(zones.rings).toEqual(geojsonZones("tall").rings);
    expect(zones.crs).toBe("EPSG:32633");
  });

  it("reads tables of many pages, and rows longer than a page", async () => {
    const zones = await readFile("many.gpkg");
    expect(zones.length).toBe(401);
    expect(zones.properties.map(({ name }) => name).slice(0, 400)).toEqual(
      Array.from({ length: 400 }, (_, i) => `box ${i}`),
    );
    // Box i is at i mod 20 degrees east and 35 + floor(i / 20) / 2 north; behind them comes one with 3,000 vertices.
    const square = [[19.25, 44.5], [19.25, 44.75], [19, 44.75], [19, 44.5], [19.25, 44.5]]; // biome-ignore format: one ring
    expect(zones.geometries[399]).toEqual({ type: "Polygon", coordinates: [square] });
    const { coordinates } = zones.geometries[400] as { coordinates: number[][][] };
    expect(coordinates[0]).toHaveLength(3001);
    expect(coordinates[0][2]).toEqual([1 + 2 / 1000, 1 + 4 / 1e6]);
    expect(zones.properties[400].name).toBe("long ".repeat(2000));
  });

  it("names the layers to choose from", async () => {
    await expect(readFile("polygons.gpkg", { layer: "streets" })).rejects.toMatchObject({
      tag: "invalid-option",
      message: expect.stringContaining("zones"),
    });
    expect((await readFile("polygons.gpkg", { layer: "zones" })).length).toBe(6);
  });

  it("finds columns in whatever way they are declared", () => {
    const sql = `CREATE TABLE "a (b, c" (-- the key
      "f""id" INTEGER CONSTRAINT k PRIMARY KEY, [geo m] BLOB, \`x\` DECIMAL(10, 2) DEFAULT (1 + (2)), plain,
      'it''s' TEXT CHECK (plain IN ('a, b', ')')), CONSTRAINT u UNIQUE (plain, x))`;
    const added =
      "CREATE TABLE t (a TEXT DEFAULT 'it''s', b REAL DEFAULT(-1.5e1) NOT NULL, c INT DEFAULT CURRENT_TIME, d TEXT)";
    expect(columnsOfSql(added).map(({ fallback }) => fallback)).toEqual(["it's", -15, null, null]);
    expect(columnsOfSql(sql).map(({ name, isRowid }) => [name, isRowid])).toEqual([
      ['f"id', true],
      ["geo m", false],
      ["x", false],
      ["plain", false],
      ["it's", false],
    ]);
  });

  it("gives rows that are older than a column what the column begins with", () => {
    const file = new SqliteFile(zoneFile("polygons.gpkg"), Error);
    const table = file.table("zones");
    if (!table) throw new Error("polygons.gpkg has no zones");
    const later = { name: "later", declared: "TEXT", isRowid: false, fallback: "new" };
    const [row] = [...file.rows(table)];
    expect(file.record({ ...table, columns: [...table.columns, later] }, row)).toMatchObject({ code: 1, later: "new" });
  });

  it("knows no CRS where the file says that it has none", async () => {
    const bytes = Buffer.from(zoneFile("tall.gpkg"));
    const system = bytes.indexOf("EPSG\u007fyPROJCS", 0, "latin1"); // behind EPSG its code in two bytes
    expect(system).toBeGreaterThan(0);
    bytes.write("GDAL", system);
    bytes.write('LOCAL_CS["Undefined SRS"', system + 6); // as GDAL has it
    expect((await read(bytesSource(bytes, "tall.gpkg"), {})).crs).toBeNull();
  });

  it("refuses all that is broken by a tag, at once", async () => {
    for (const [name, seed, times] of [
      ["polygons.gpkg", 21, 700],
      ["many.gpkg", 22, 300],
    ] as const) {
      const outcomes = await mutate(shortened(zoneFile(name)), seed, times, (bytes) =>
        read(bytesSource(bytes, name), {}),
      );
      expect(outcomes["invalid-zones"]).toBeGreaterThan(times / 10);
    }
  }, 30_000);
});

/** The pages that are read, so that mutations meet them: the first 8 and those of the features. */
function shortened(bytes: Uint8Array): Uint8Array {
  return bytes.slice(0, 18 * 4096);
}
