import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readDbf } from "../../../../src/zones/formats/dbf.ts";
import { read } from "../../../../src/zones/formats/shapefile.ts";
import { addressSource, bytesSource } from "../../../../src/zones/formats/source.ts";
import { zipEntries } from "../../../../src/zones/formats/zip-entries.ts";
import { geojsonZones, mutate, sortedRings, zoneFile } from "../../../helpers/zone-files.ts";

const readFile = (name: string, options = {}) => read(bytesSource(zoneFile(name), name), options);

async function unzip(name: string): Promise<Map<string, Uint8Array>> {
  const entries = await zipEntries(bytesSource(zoneFile(name), name));
  return new Map(await Promise.all(entries.map(async (entry) => [entry.name, await entry.read()] as const)));
}

describe("shapefiles", () => {
  it("give the zones that GeoJSON gives, rings the other way round, holes in their shells", async () => {
    const zones = await readFile("polygons.shp.zip");
    const expected = geojsonZones("polygons");
    expect(sortedRings(zones)).toEqual(sortedRings(expected));
    expect(zones.rings.zoneOffsets).toEqual(expected.rings.zoneOffsets);
    expect(zones.rings.polygonOffsets).toEqual(expected.rings.polygonOffsets);
    expect(zones.properties.map(({ name, code, share }) => ({ name, code, share }))).toEqual(
      expected.properties.map(({ name, code, share }) => ({ name, code, share })),
    );
    expect(zones.crs).toContain("GCS_WGS_1984");
  });

  it("leave Z out, and say their CRS as WKT", async () => {
    const zones = await readFile("tall.shp.zip");
    expect(sortedRings(zones)).toEqual(sortedRings(geojsonZones("tall")));
    expect(zones.crs).toContain("WGS_1984_UTM_Zone_33N");
  });

  it("need no ZIP where their files lie beside each other, nor any but the .shp", async () => {
    const files = await unzip("tall.shp.zip");
    const folder = mkdtempSync(join(tmpdir(), "rastrum-shp-"));
    try {
      for (const ending of ["shp", "dbf", "prj"]) {
        writeFileSync(join(folder, `a.${ending}`), files.get(`data/tall.${ending}`) as Uint8Array);
      }
      writeFileSync(join(folder, "b.SHP"), files.get("data/tall.shp") as Uint8Array);
      const zones = await read(addressSource(join(folder, "a.shp"), {}), {});
      expect(zones.properties.map(({ name }) => name)).toEqual(["Zürich", "東京 – ö"]);
      expect(zones.crs).toContain("WGS_1984_UTM_Zone_33N");
      const bare = await read(addressSource(join(folder, "b.SHP"), {}), {});
      expect(bare.rings).toEqual(zones.rings);
      expect([bare.crs, bare.properties]).toEqual([null, [{}, {}]]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("name the layers to choose from", async () => {
    const error = await readFile("polygons.shp.zip", { layer: "streets" }).catch((error: Error) => error);
    expect(error).toMatchObject({ tag: "invalid-option", option: "zonesLayer", received: "streets" });
    expect((await readFile("polygons.shp.zip", { layer: "polygons" })).length).toBe(6);
  });

  it("have texts in the code page that is said: by a file, by the table, or by what the bytes are", async () => {
    const dbf = (await unzip("polygons.shp.zip")).get("data/polygons.dbf") as Uint8Array;
    const name = (bytes: Uint8Array, codePage: string | null) => readDbf(bytes, codePage, Error).record(0).name;
    const latin = dbf.slice();
    const at = latin.findIndex((byte, i) => byte === 0xc3 && latin[i + 1] === 0xbc);
    latin.set([0xfc, ...latin.slice(at + 2, at + 6), 0x20], at); // ü of one byte, then "rich"
    expect(name(dbf, "UTF-8")).toBe("Zürich");
    expect(name(dbf, null)).toBe("Zürich");
    expect(name(dbf, "1252")).toBe("ZÃ¼rich");
    expect(name(latin, null)).toBe("Zürich");
    expect(name(latin, "ISO-8859-1")).toBe("Zürich");
    latin[29] = 201;
    expect(name(latin, null)).toBe("Zьrich");
    expect(() => readDbf(dbf, "Klingon", Error)).toThrow('"Klingon", which is not known');
  });

  it("are refused by a tag where anything is broken, at once", async () => {
    const archive = await mutate(zoneFile("polygons.shp.zip"), 11, 400, (bytes) =>
      read(bytesSource(bytes, "a.zip"), {}),
    );
    expect(archive["invalid-zones"]).toBeGreaterThan(100);
    const files = await unzip("polygons.shp.zip");
    const beside = (changed: string) => (bytes: Uint8Array) => {
      const part = (ending: string) =>
        ending === changed ? bytes : (files.get(`data/polygons.${ending}`) as Uint8Array);
      const source = bytesSource(part("shp"), "a.shp");
      return read({ ...source, beside: (ending) => bytesSource(part(ending), `a.${ending}`) }, {});
    };
    const shapes = await mutate(files.get("data/polygons.shp") as Uint8Array, 12, 2000, beside("shp"));
    expect(shapes["invalid-zones"]).toBeGreaterThan(300);
    const tables = await mutate(files.get("data/polygons.dbf") as Uint8Array, 13, 800, beside("dbf"));
    expect(tables.zones).toBeGreaterThan(300);
  }, 30_000);
});
