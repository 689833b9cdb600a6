import { describe, expect, it } from "vitest";
import * as geojsonseq from "../../../../src/zones/formats/geojsonseq.ts";
import { bytesSource } from "../../../../src/zones/formats/source.ts";
import { mutate } from "../../../helpers/zone-files.ts";
import { geojsonOf, readText, refusalOf, textFile } from "../../../helpers/zone-texts.ts";

const point = '{"type":"Point","coordinates":[1,2]}';
const polygon = '{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,0]]]}';
const feature = (geometry: string, more = "") => `{"type":"Feature","geometry":${geometry},"properties":{}${more}}`;

describe("newline-delimited GeoJSON", () => {
  it.each(["polygons.geojsonl", "polygons.geojsons", "paths.geojsonl", "paths.geojsons"])(
    "%s by GDAL has the zones that GeoJSON has, to the bit",
    async (name) => {
      const zones = await geojsonseq.read(bytesSource(textFile(name), name), {});
      const expected = geojsonOf(name.replace(/\..*/, ""));
      expect([zones.rings, zones.paths, zones.properties]).toEqual([
        expected.rings,
        expected.paths,
        expected.properties,
      ]);
    },
  );

  it.each([
    ["blank lines, CRLF, no line end last", `\r\n\n${feature(polygon)}\r\n \t\n\n${feature(polygon)}`],
    ["a byte order mark", `\uFEFF${feature(polygon)}\n${feature(polygon)}`],
    ["geometries by themselves", `${polygon}\n${feature(polygon)}\n`],
    ["record separators", `\u001e${feature(polygon)}\n\u001e${feature(polygon)}\n`],
    [
      "records over several lines",
      `\u001e${feature(polygon).replaceAll(",", ",\n")}\n\u001e\n\u001e${feature(polygon)}`,
    ],
    ["white space between", ` ${feature(polygon).replaceAll(",", " ,\t")} \n ${feature(polygon)}`],
  ])("%s", async (_, text) => {
    const zones = await readText(geojsonseq, text);
    expect([...zones.rings.zoneOffsets]).toEqual([0, 1, 2]);
    expect([...zones.geometries]).toEqual([JSON.parse(polygon), JSON.parse(polygon)]);
  });

  it("carries ids, and takes points", async () => {
    const zones = await readText(geojsonseq, `${feature(point, ',"id":7')}\n${feature("null")}`);
    expect(zones.ids).toEqual([7, null]);
    expect([...(zones.paths?.zoneOffsets ?? [])]).toEqual([0, 1, 1]);
  });

  it.each([
    ["half a line", `${feature(point)}\n\n{"type":`, "Line 3 of the zones is not JSON", null],
    [
      "a line that is no feature",
      `${feature(point)}\n{"a":1}`,
      "Line 2 of the zones is an object of type missing",
      null,
    ],
    ["a number", `${feature(point)}\n5`, "Line 2 of the zones is 5", null],
    ["half a record", `\u001e${feature(point)}\n\u001e\n{"a"\n`, "Line 2 of the zones is not JSON", null],
    ["nothing", "\n\n", "has no features", null],
    [
      "a feature that is wrong",
      `${feature(point)}\n${feature('{"type":"Point"}')}`,
      "a point of feature 1 is missing",
      1,
    ],
    ["100,000 levels", `${feature(point)}\n${"[".repeat(100_000)}`, "Line 2 of the zones is not JSON", null],
  ])("names %s", async (_, text, message, row) => {
    const refusal = await refusalOf(geojsonseq, text);
    expect(refusal.message).toContain(message);
    expect(refusal.feature).toBe(row);
  });

  it("gives zones or a tagged error for whatever bytes", async () => {
    for (const [seed, name] of ["polygons.geojsonl", "paths.geojsons"].entries()) {
      const outcomes = await mutate(textFile(name), seed, 1500, (mutated) => geojsonseq.read(bytesSource(mutated), {}));
      expect(Object.keys(outcomes).sort()).toEqual(["invalid-zones", "zones"]);
    }
  });
});
