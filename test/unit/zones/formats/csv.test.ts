import { describe, expect, it } from "vitest";
import * as csv from "../../../../src/zones/formats/csv.ts";
import { bytesSource } from "../../../../src/zones/formats/source.ts";
import { mutate } from "../../../helpers/zone-files.ts";
import { geojsonOf, readText, refusalOf, roundedColumns, textFile } from "../../../helpers/zone-texts.ts";

const point = { type: "Point", coordinates: [1, 2] };

describe("CSV", () => {
  it.each(["polygons", "paths"])("of %s by GDAL has the zones that GeoJSON has", async (name) => {
    const zones = await csv.read(bytesSource(textFile(`${name}.csv`), "zones.csv"), {});
    expect(roundedColumns(zones)).toEqual(roundedColumns(geojsonOf(name)));
    expect(zones.crs).toBeNull();
  });

  it.each(["polygons", "paths"])("of %s with WKB, tabs and CRLF has them to the bit", async (name) => {
    const zones = await csv.read(bytesSource(textFile(`${name}.tsv`), "zones.tsv"), {});
    expect([zones.rings, zones.paths]).toEqual([geojsonOf(name).rings, geojsonOf(name).paths]);
  });

  it("has numbers where a column is of numbers, and null where there is nothing", async () => {
    const { properties } = await csv.read(bytesSource(textFile("polygons.csv")), {});
    expect(properties.slice(0, 3)).toEqual([
      { name: "Zürich", code: 1, share: 0.5, whole: "9007199254740993", flag: 1 },
      { name: "東京 – ö", code: 2, share: 0.25, whole: "-1", flag: 0 },
      { name: null, code: 3, share: null, whole: "0", flag: 1 },
    ]);
  });

  it("leaves codes as text: zeros in front, quotes, whole numbers beyond 2^53", async () => {
    const { properties } = await readText(csv, 'fips,quoted,big,real,wkt\n01001,"7",9007199254740992,1e3,POINT (1 2)');
    expect(properties).toEqual([{ fips: "01001", quoted: "7", big: "9007199254740992", real: 1000 }]);
  });

  it.each([
    ["a byte order mark", "\uFEFFwkt,a\nPOINT (1 2),x\n"],
    ["CRLF, no line end last", "wkt,a\r\nPOINT (1 2),x"],
    ["CR alone", "wkt,a\rPOINT (1 2),x\r"],
    ["blank lines", "\n\nwkt,a\n\nPOINT (1 2),x\n\n"],
    ["semicolons", "wkt;a\nPOINT (1 2);x"],
    ["tabs", "wkt\ta\nPOINT (1 2)\tx"],
    ["bars", "wkt|a\nPOINT (1 2)|x"],
    ["quotes", '"a","wkt"\n"x","POINT (1 2)"'],
    ["the geometry last, in other letters", "a,The_Geom\nx,point(1 2)"],
    ["WKB", "a,geom\nx,0101000000000000000000F03F0000000000000040"],
    ["GeoJSON", 'a,geometry\nx,"{""type"":""Point"",""coordinates"":[1,2]}"'],
    ["blanks around it", "a,geometry\nx,  POINT (1 2)  "],
  ])("%s", async (_, text) => {
    const zones = await readText(csv, text);
    expect(zones.geometries).toEqual([point]);
    expect(zones.properties).toEqual([{ a: "x" }]);
  });

  it("takes quotes for text whatever is in it", async () => {
    const { properties } = await readText(
      csv,
      'wkt,note,b\nPOINT (1 2),"say ""no"",\r\nor 5""",2\nPOINT (1 2),5" pipe,3',
    );
    expect(properties).toEqual([
      { note: 'say "no",\r\nor 5"', b: 2 },
      { note: '5" pipe', b: 3 },
    ]);
  });

  it.each([
    ["lon,lat", "1,2"],
    ["Latitude,Longitude", "2,1"],
    ["y,x", "+2.0,1e0"],
    ["lng,lat", '"1","2"'],
    ["Northing,Easting", "2,1"],
    ["XCOORD,YCOORD", "1,2"],
  ])("takes points from %s", async (header, row) => {
    const zones = await readText(csv, `name,${header}\na,${row}\nb,,`);
    expect(zones.geometries).toEqual([point, null]);
    expect(zones.properties[0]).toHaveProperty(header.split(",")[0]); // the coordinates stay properties
  });

  it("reads UTF-16 by its mark", async () => {
    const text = "\uFEFFwkt,a\nPOINT (1 2),ö";
    const bytes = new Uint8Array(2 * text.length);
    for (let i = 0; i < text.length; i++) new DataView(bytes.buffer).setUint16(2 * i, text.charCodeAt(i), true);
    expect((await csv.read(bytesSource(bytes), {})).properties).toEqual([{ a: "ö" }]);
  });

  it("has properties of whatever names, and changes no prototype", async () => {
    const { properties } = await readText(csv, "wkt,__proto__,constructor\nPOINT (1 2),a,b");
    expect(Object.entries(properties[0])).toEqual([["__proto__", "a"], ["constructor", "b"]]); // biome-ignore format: one line
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  it("takes the SRID of EWKT and EWKB", async () => {
    expect((await readText(csv, "a,wkt\n1,SRID=3763;POINT (1 2)\n2,\n")).crs).toBe("EPSG:3763");
    expect((await readText(csv, "a,wkb\n1,0101000020E6100000000000000000F03F0000000000000040")).crs).toBe("EPSG:4326");
  });

  it.each([
    ["", "is empty", null],
    ["a,b\n1,2", "none of which is called wkt", null],
    ["wkt,a\n", "has a header, but no rows", null],
    ["wkt,a\nPOINT (1 2),x\nPOINT (1),x", 'line 3) has ")"', 1],
    ["wkt,a\nPOINT (1 2),x,y", "has 3 fields, of 2 columns", 0],
    ['wkt,a\nPOINT (1 2),"x', "Line 2 of the zones has a quote that is not closed", null],
    ['wkt,a\n"POINT (1 2)"!,x', "Line 2 of the zones has text behind a closing quote", null],
    ['wkt,a\nPOINT (1 2),"x\ny"\nPOINT (1),x', "(line 4)", 1],
    ["wkt\nPOINT (1 2) POINT (1 2)", "has text behind its WKT", 0],
    ["wkb\n0101000", "an odd number of digits", 0],
    ["wkb\n01zz", "not all hexadecimal digits", 0],
    ["lon,lat\n1,north", 'has the coordinates ["1","north"]', 0],
    ["lon,lat\n1,", 'has the coordinates ["1",""]', 0],
    ["lon,lat\n1,1e999", "has the coordinates", 0],
    ['geometry\n"{""type"":', "not closed", null],
    ['geometry\n"{""type"""', "not JSON", 0],
    ["geometry\n{", "not JSON", 0],
    [`wkt\n${"GEOMETRYCOLLECTION(".repeat(1e5)}`, "more than 32 deep", 0],
    [`wkt${",".repeat(2000)}\n${"\u0020\n".repeat(2000)}`, "fields, of 2001 columns", 500],
  ])("refuses %.50j", async (text, message, feature) => {
    const refusal = await refusalOf(csv, text);
    expect(refusal.message).toContain(message);
    expect(refusal.feature).toBe(feature);
  });

  it("gives zones or a tagged error for whatever bytes", async () => {
    for (const [seed, name] of ["polygons.csv", "paths.csv", "polygons.tsv"].entries()) {
      const outcomes = await mutate(textFile(name), seed, 1000, (mutated) => csv.read(bytesSource(mutated), {}));
      expect(Object.keys(outcomes).sort()).toEqual(["invalid-zones", "zones"]);
    }
  });
});
