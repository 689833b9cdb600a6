import { describe, expect, it } from "vitest";
import { bytesSource } from "../../../../src/zones/formats/source.ts";
import * as wkt from "../../../../src/zones/formats/wkt.ts";
import { mutate } from "../../../helpers/zone-files.ts";
import { readText, refusalOf, verticesOf } from "../../../helpers/zone-texts.ts";

const geometriesOf = async (text: string) => [...(await readText(wkt, text)).geometries];
const square = [[0, 0], [4, 0], [4, 4], [0, 0]]; // biome-ignore format: one line

describe("WKT", () => {
  it.each([
    ["POINT (1 2)", { type: "Point", coordinates: [1, 2] }],
    ["point(-1.5e2 +.5)", { type: "Point", coordinates: [-150, 0.5] }],
    ["POINT Z (1 2 3)", { type: "Point", coordinates: [1, 2] }],
    ["POINTZM(1 2 3 4)", { type: "Point", coordinates: [1, 2] }],
    ["POINT M (1 2 3)", { type: "Point", coordinates: [1, 2] }],
    ["POINT EMPTY", null],
    ["POINT (nan nan)", null],
    ["MULTIPOINT (1 2, 3 4)", { type: "MultiPoint", coordinates: [[1, 2], [3, 4]] }],
    ["MULTIPOINT ((1 2), EMPTY, (3 4))", { type: "MultiPoint", coordinates: [[1, 2], [3, 4]] }],
    ["LINESTRING (0 0, 1 1, 2 0)", { type: "LineString", coordinates: [[0, 0], [1, 1], [2, 0]] }],
    ["MULTILINESTRING ((0 0, 1 1), EMPTY, (2 2, 3 3))",
      { type: "MultiLineString", coordinates: [[[0, 0], [1, 1]], [[2, 2], [3, 3]]] }],
    ["POLYGON ((0 0, 4 0, 4 4, 0 0))", { type: "Polygon", coordinates: [square] }],
    ["POLYGON((0 0,4 0,4 4))", { type: "Polygon", coordinates: [square] }],
    ["POLYGON ((0 0, 4 0, 4 4, 0 0), (1 1, 2 1, 2 2, 1 1))",
      { type: "Polygon", coordinates: [square, [[1, 1], [2, 1], [2, 2], [1, 1]]] }],
    ["\n MULTIPOLYGON  Z ( ((0 0 1,\t4 0 1,\r\n4 4 1, 0 0 1)) , EMPTY )", { type: "Polygon", coordinates: [square] }],
    ["TRIANGLE ((0 0, 4 0, 4 4, 0 0))", { type: "Polygon", coordinates: [square] }],
    ["TIN (((0 0, 4 0, 4 4, 0 0)))", { type: "Polygon", coordinates: [square] }],
    ["GEOMETRYCOLLECTION (POINT (1 2), GEOMETRYCOLLECTION (LINESTRING (0 0, 1 1), POINT EMPTY))",
      { type: "GeometryCollection",
        geometries: [{ type: "LineString", coordinates: [[0, 0], [1, 1]] }, { type: "Point", coordinates: [1, 2] }] }],
    ["GEOMETRYCOLLECTION EMPTY", null],
  ])("%s", async (text, geometry) => expect(await geometriesOf(text)).toEqual([geometry])); // biome-ignore format: a line each

  it("is a zone a geometry, on lines or behind semicolons", async () => {
    const zones = await readText(wkt, "POINT (1 2)\n\nPOLYGON ((0 0, 4 0,\n4 4, 0 0));POINT(3 4) ;\n");
    expect([...zones.rings.zoneOffsets]).toEqual([0, 0, 1, 1]);
    expect(zones.properties).toEqual([{}, {}, {}]);
  });

  it("takes PostGIS's SRID for an EPSG code, the same for all", async () => {
    expect((await readText(wkt, "SRID=3763;POINT (1 2)\nsrid=3763; POINT (1 2)")).crs).toBe("EPSG:3763");
    expect((await readText(wkt, "SRID=0;POINT (1 2)")).crs).toBeNull();
    expect((await refusalOf(wkt, "SRID=3763;POINT (1 2)\nPOINT (1 2)")).message).toContain("others have 3763");
  });

  it("reads numbers as JavaScript does", async () => {
    const texts = ["0.1", "1e21", "-0", "123456789012345678901234567890", "0.30000000000000004", "5e-324"];
    for (const text of texts) {
      const { paths } = await readText(wkt, `POINT (${text} 1)`);
      expect(verticesOf(paths?.coordinates as Float64Array, Uint32Array.of(0, 1), 0)).toEqual([[Number(text), 1]]);
    }
  });

  it.each([
    ["", "has no geometries", null],
    ["POLYGON ((0 0, 4 0, 4 4, 0 0)", "where WKT has a comma or a closing parenthesis", 0],
    ["POINT (1 2)\nPOINT (1)", 'has ")" where WKT has a number', 1],
    ["POINT (1 2)\nSOMETHING (1)", "is of the type SOMETHING", 1],
    ["CIRCULARSTRING (0 0, 1 1, 2 0)", "is of the type CIRCULARSTRING", 0],
    ["POINT (1 2 3 4 5)", 'has "5)"', 0],
    ["POINT (1e999 2)", "[Infinity, 2]", 0],
    ["LINESTRING (0 0, inf 2)", "has the vertex [Infinity, 2]", 0],
    ["POINT (1 2))", 'has ")" where WKT has a geometry', 1],
    ["POINT 1 2", 'has "1 2" where WKT has an opening', 0],
    ["POINT FULL", "has FULL", 0],
    ["POINT ((((1 2))))", 'has "((1 2))))"', 0],
    ["POINT (0x10 1)", 'has "0x10 1)"', 0],
    ["GEOMETRYCOLLECTION (".repeat(100_000), "more than 32 deep", 0],
    ["POLYGON (".padEnd(100_000, "("), "where WKT has a number", 0],
    [`POINT (${"9".repeat(1_000_000)} 1)`, "[Infinity, 1]", 0],
    [" ".repeat(1_000_000), "has no geometries", null],
  ])("refuses %.60s", async (text, message, feature) => {
    const refusal = await refusalOf(wkt, text);
    expect(refusal.message).toContain(message);
    expect(refusal.feature).toBe(feature);
  });

  it("gives zones or a tagged error for whatever bytes", async () => {
    const text =
      "MULTIPOLYGON Z (((0 0 1, 4 0 1, 4 4 1, 0 0 1), EMPTY))\nMULTIPOINT ((1 2), 3 4)\nLINESTRING (0 0, 1e3 -.5)";
    const bytes = new TextEncoder().encode(text);
    const outcomes = await mutate(bytes, 1, 2000, (mutated) => wkt.read(bytesSource(mutated), {}));
    expect(Object.keys(outcomes).sort()).toEqual(["invalid-zones", "zones"]);
  });
});
