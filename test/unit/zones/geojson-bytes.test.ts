import { describe, expect, it } from "vitest";
import { parseGeojson } from "../../../src/zones/geojson.ts";
import { scanGeojson } from "../../../src/zones/geojson-bytes.ts";

const square = "[[0,0],[4,0],[4,4.5],[0,4],[0,0]]";
const polygon = `{"type":"Polygon","coordinates":[${square},[[1,1],[1,2],[2,2],[1,1]]]}`;
const feature = (geometry: string, more = "") => `{"type":"Feature","geometry":${geometry}${more}}`;
const collection = (...features: string[]) => `{"type":"FeatureCollection","features":[${features.join(",")}]}`;

/** Of windows: the first one has all of the text, or it is cut here and there. */
const windows = [2 ** 20, 1, 11, 64];

function scan(text: string, windowBytes?: number) {
  return scanGeojson(new TextEncoder().encode(text), windowBytes);
}

/** The two ways to read a text come to the same. */
function expectSame(text: string): void {
  const { length, rings, crs, ids, properties, geometries } = parseGeojson(JSON.parse(text.replace("\uFEFF", "")));
  for (const windowBytes of windows) {
    const scanned = scan(text, windowBytes);
    expect(scanned).toMatchObject({ length, rings, crs, ids });
    expect(scanned?.properties).toEqual(properties);
    expect(scanned?.geometries).toEqual(geometries);
  }
}

function expectLeft(text: string): void {
  for (const windowBytes of windows) expect(scan(text, windowBytes), text).toBeNull();
}

describe("scanning GeoJSON", () => {
  it.each([
    ["a polygon with a hole", collection(feature(polygon))],
    ["parts", collection(feature(`{"type":"MultiPolygon","coordinates":[[${square}],[${square}]]}`))],
    ["a feature without geometry", collection(feature(polygon), feature("null"))],
    ["an empty polygon", collection(feature('{"type":"Polygon","coordinates":[ ]}'), feature(polygon))],
    ["an empty multipolygon", collection(feature('{"coordinates":[],"type":"MultiPolygon"}'), feature(polygon))],
    ["a multipolygon before its type", collection(feature(`{"coordinates":[[${square}]],"type":"MultiPolygon"}`))],
    ["nests as deep as it takes", collection(feature(polygon, `,"a":${"[".repeat(64)}${"]".repeat(64)}`))],
    ["ids and properties", collection(feature(polygon, ',"id":7,"properties":{"name":"Nörd\\u00e9\\"]}"}'))],
    ["other features have none", collection(feature(polygon), feature(polygon, ',"id":"b","properties":null'))],
    ["ids that are neither text nor number", collection(feature(polygon, ',"id":null,"properties":[1]'))],
    [
      "foreign members, nested",
      collection(feature(polygon, ',"bbox":[0,0,1e2,-4.5],"a":{"b":[[],{},true,false,null]}')),
    ],
    ["coordinates before their type", collection(feature(`{"coordinates":[${square}],"type":"Polygon"}`))],
    ["heights, and more", collection(feature(polygon.replace("[4,0]", '[4,0,100,"m"]')))],
    ["its type last, and a CRS", `{"features":[${feature(polygon)}],"crs":null,"type":"FeatureCollection"}`],
    [
      "a CRS by name",
      collection(feature(polygon)).replace("{", '{"crs":{"type":"name","properties":{"name":"EPSG:3857"}},'),
    ],
    [
      "a byte order mark and white space",
      `\uFEFF \n${collection(feature(polygon)).replaceAll(/([[{,:\]}])/g, " $1\t\r\n")} `,
    ],
  ])("comes to what JSON.parse comes to: %s", (_, text) => expectSame(text));

  it.each([
    ["a feature by itself", feature(polygon)],
    ["a geometry by itself", polygon],
    ["points", collection(feature('{"type":"Point","coordinates":[1,2]}'))],
    ["collections of geometries", collection(feature(`{"type":"GeometryCollection","geometries":[${polygon}]}`))],
    ["an empty polygon by itself", collection(feature('{"type":"Polygon","coordinates":[]}'))],
    ["an empty part", collection(feature('{"type":"MultiPolygon","coordinates":[[]]}'))],
    ["a polygon that is called a multipolygon", collection(feature(polygon.replace("Poly", "MultiPoly")))],
    ["a multipolygon that is called a polygon", collection(feature(`{"coordinates":[[${square}]],"type":"Polygon"}`))],
    ["no coordinates", collection(feature('{"type":"Polygon"}'))],
    ["no features", collection()],
    ["a ring that is open", collection(feature(polygon.replace("[0,0]]", "[0,1]]")))],
    ["a ring of three positions", collection(feature(polygon.replace("[1,2],[2,2],", "[1,2],")))],
    ["a position that is too large", collection(feature(polygon.replaceAll("[0,0]", "[1e999,0]")))],
    ["a position of one number", collection(feature(polygon.replace("[4,0]", "[4]")))],
    ["no geometry", collection('{"type":"Feature"}')],
    ["a CRS in a feature", collection(feature(polygon, ',"crs":null'))],
    ["names with escapes", collection(feature(polygon)).replace('"features"', '"f\\u0065atures"')],
    ["a member twice", collection(feature(polygon, ',"geometry":null'))],
    ["an object of another type", collection(feature(polygon)).replace("FeatureCollection", "Topology")],
    ["lines", `${feature(polygon)}\n${feature(polygon)}`],
    ["what follows the collection", `${collection(feature(polygon))}]`],
    ["a comma too many", collection(feature(polygon, ","))],
    ["white space that is none in JSON", collection(feature(polygon)).replace("[", "\v[")],
    ["a line break in a text", collection(feature(polygon, ',"id":"\n"'))],
    ["an escape that is none", collection(feature(polygon, ',"id":"\\x41"'))],
    ["half an escape", collection(feature(polygon, ',"id":"\\u12"'))],
    ["a number with a zero before", collection(feature(polygon.replace("4.5", "04.5")))],
    ["a number that ends in a point", collection(feature(polygon.replace("4.5", "4.")))],
    ["a number without an exponent", collection(feature(polygon.replace("4.5", "4e")))],
    ["NaN", collection(feature(polygon.replace("4.5", "NaN")))],
    ["deep nests", collection(feature(polygon, `,"a":${"[".repeat(65)}${"]".repeat(65)}`))],
    ["a byte 0", collection(feature(polygon)).replace("]", "]\0")],
    ["nothing", ""],
  ])("leaves to JSON.parse: %s", (_, text) => expectLeft(text));

  it("leaves to JSON.parse whatever is cut short", () => {
    const text = collection(feature(polygon, ',"id":"\\u00e9"'));
    for (let end = 0; end < text.length; end++) expectLeft(text.slice(0, end));
  });
});
