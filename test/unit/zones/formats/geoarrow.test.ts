import { DataType, tableFromIPC, tableToIPC } from "apache-arrow";
import { describe, expect, it } from "vitest";
import { read, readTable } from "../../../../src/zones/formats/geoarrow.ts";
import { bytesSource } from "../../../../src/zones/formats/source.ts";
import { columnsOf, geojsonZones, mutate, zoneFile } from "../../../helpers/zone-files.ts";

const readFile = (name: string, options = {}) => read(bytesSource(zoneFile(name), name), options);
const kinds = ["wkb.arrow", "wkb.arrows", "interleaved.arrow", "separated.arrow"];
const packed = ["lz4.arrow", "zstd.arrows"];
const others = ["views.arrows", "wkt.arrows"];

describe("GeoArrow", () => {
  it.each([...kinds, ...packed, ...others])("polygons-%s gives the zones that GeoJSON gives", async (kind) => {
    const zones = await readFile(`polygons-${kind}`);
    const expected = columnsOf(geojsonZones("polygons"));
    const properties = expected.properties.map((record) => ({ ...record }));
    properties[0].whole = 9007199254740993n; // JSON has no such number
    expect(columnsOf(zones)).toEqual({ ...expected, properties });
    expect(JSON.parse(zones.crs ?? "").name).toBe("WGS 84");
  });

  it.each(kinds)("tall-%s leaves Z out", async (kind) => {
    const zones = await readFile(`tall-${kind}`);
    expect(zones.rings).toEqual(geojsonZones("tall").rings);
    expect(JSON.parse(zones.crs ?? "").name).toBe("WGS 84 / UTM zone 33N");
  });

  it("takes tables, whole or sliced", () => {
    const table = tableFromIPC(zoneFile("polygons-separated.arrow"));
    const expected = geojsonZones("polygons");
    expect(readTable(table, {}).rings).toEqual(expected.rings);
    const { geometries, properties } = readTable(table.slice(1, 5), { columns: ["name"] });
    expect(geometries).toEqual(expected.geometries.slice(1, 5));
    expect(properties).toEqual(expected.properties.slice(1, 5).map(({ name }) => ({ name })));
  });

  it("says what it needs", async () => {
    const table = tableFromIPC(zoneFile("polygons-wkb.arrow"));
    expect(() => readTable(table.select(["name"]), {})).toThrow("has no GeoArrow column");
    expect(() => readTable(table, { layer: "shape" })).toThrow('no GeoArrow column "shape"; it has: geometry');
    expect(DataType.isBinary(table.schema.fields[5].type)).toBe(true);
    const cut = tableToIPC(table).subarray(0, 3000);
    await expect(read(bytesSource(cut, "cut.arrow"), {})).rejects.toMatchObject({ tag: "invalid-zones" });
  });

  it("refuses buffers that claim to unpack to gigabytes, and codecs that are unknown", async () => {
    const bytes = zoneFile("polygons-zstd.arrows").slice();
    const frame = [0x28, 0xb5, 0x2f, 0xfd]; // a frame of zstd, and before it the length of what is in it
    const at = bytes.findIndex((_, i) => frame.every((byte, j) => bytes[i + j] === byte));
    new DataView(bytes.buffer).setBigInt64(at - 8, 2n ** 33n, true);
    await expect(read(bytesSource(bytes, "huge.arrows"), {})).rejects.toThrow("claims to hold 8589934592 bytes");
  });

  it("refuses all that is broken by a tag, at once", async () => {
    for (const [i, kind] of [...kinds, ...packed, ...others].entries()) {
      const name = `polygons-${kind}`;
      const outcomes = await mutate(zoneFile(name), 41 + i, 250, (bytes) => read(bytesSource(bytes, name), {}));
      expect(outcomes["invalid-zones"]).toBeGreaterThan(25);
    }
  }, 120_000);
});
