import { describe, expect, it } from "vitest";
import * as kml from "../../../../src/zones/formats/kml.ts";
import { bytesSource } from "../../../../src/zones/formats/source.ts";
import { zipOf } from "../../../helpers/zip.ts";
import { mutate } from "../../../helpers/zone-files.ts";
import { geojsonOf, readText, refusalOf, roundedColumns, textFile } from "../../../helpers/zone-texts.ts";

const placemark = (inside: string, attributes = "") => `<Placemark${attributes}>${inside}</Placemark>`;
const document = (...inside: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2">${inside.join("")}</kml>`;
const point = "<Point><coordinates>1,2,3</coordinates></Point>";
const ring = "<LinearRing><coordinates>0,0 4,0 4,4 0,0</coordinates></LinearRing>";
const polygon = `<Polygon><outerBoundaryIs>${ring}</outerBoundaryIs></Polygon>`;

describe("KML", () => {
  it.each(["polygons", "paths"])("of %s by GDAL has the zones that GeoJSON has", async (name) => {
    const zones = await kml.read(bytesSource(textFile(`${name}.kml`), "zones.kml"), {});
    expect(roundedColumns(zones)).toEqual(roundedColumns(geojsonOf(name)));
    expect(zones.crs).toBe("OGC:CRS84");
  });

  it("has names, what is described, and data of the types that its schema says", async () => {
    const { properties, ids } = await kml.read(bytesSource(textFile("polygons.kml")), {});
    expect(ids).toEqual([1, 2, 3, 4, 5, 6].map((i) => `polygons.${i}`));
    expect(properties[0]).toEqual({ name: "Zürich", code: 1, share: 0.5, whole: "9007199254740993", flag: 1 });
    const { properties: own } = await readText(
      kml,
      document(
        placemark(
          `<name>a &amp; b&#33;</name><description><![CDATA[<b>bold</b>]]></description><Style><name>no</name></Style>
           <ExtendedData><Data name="n"><displayName>x</displayName><value>7</value></Data></ExtendedData>${point}`,
        ),
      ),
    );
    expect(own).toEqual([{ name: "a & b!", description: "<b>bold</b>", n: "7" }]);
  });

  it("may be zipped: doc.kml of a KMZ", async () => {
    const zones = await kml.read(bytesSource(textFile("polygons.kmz"), "zones.kmz"), {});
    expect(roundedColumns(zones)).toEqual(roundedColumns(geojsonOf("polygons")));
  });

  it("may be zipped in several files that doc.kml links to, as GDAL does it", async () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    const link = "<Document><NetworkLink><Link><href>layers/one.kml</href></Link></NetworkLink></Document>";
    const one = document("<Document>", placemark(point), "</Document>");
    const files = { "doc.kml": bytes(document(link)), "layers/": new Uint8Array(0), "layers/one.kml": bytes(one) };
    const geometry = { type: "Point", coordinates: [1, 2] };
    const readZip = (own: Record<string, Uint8Array>, layer?: string) =>
      kml.read(bytesSource(zipOf(own, 8), "zones.kmz"), layer === undefined ? {} : { layer });
    expect((await readZip(files)).geometries).toEqual([geometry]);
    expect((await readZip(files, "one")).geometries).toEqual([geometry]);
    await expect(readZip(files, "none")).rejects.toThrow("layers/one.kml in zones.kmz");
    const two = { ...files, "layers/two.kml": bytes(document(placemark(polygon))) };
    await expect(readZip(two)).rejects.toMatchObject({ tag: "invalid-option", option: "zonesLayer" });
    expect((await readZip(two, "two")).geometries[0]).toMatchObject({ type: "Polygon" });
  });

  it.each([
    ["a point", point, { type: "Point", coordinates: [1, 2] }],
    ["a line", "<LineString><coordinates>\n 1,2,0\n\t3,4,0 </coordinates></LineString>",
      { type: "LineString", coordinates: [[1, 2], [3, 4]] }],
    ["a ring by itself is a line", ring, { type: "LineString", coordinates: [[0, 0], [4, 0], [4, 4], [0, 0]] }],
    ["a polygon", polygon, { type: "Polygon", coordinates: [[[0, 0], [4, 0], [4, 4], [0, 0]]] }],
    ["a polygon that is not closed", polygon.replace(" 0,0<", "<"),
      { type: "Polygon", coordinates: [[[0, 0], [4, 0], [4, 4], [0, 0]]] }],
    ["blanks around commas", "<Point><coordinates> 1 , 2 </coordinates></Point>", { type: "Point", coordinates: [1, 2] }],
    ["geometries within others", `<MultiGeometry><MultiGeometry>${point}</MultiGeometry>${point}</MultiGeometry>`,
      { type: "MultiPoint", coordinates: [[1, 2], [1, 2]] }],
    ["a track", "<gx:Track><when>2020</when><gx:coord>1 2 0</gx:coord><gx:coord>3 4 0</gx:coord></gx:Track>",
      { type: "LineString", coordinates: [[1, 2], [3, 4]] }],
    ["prefixes", "<k:Point><k:coordinates>1,2</k:coordinates></k:Point>", { type: "Point", coordinates: [1, 2] }],
    ["a comment, a CDATA section and an instruction",
      "<Point><!-- <b> --><coordinates><![CDATA[1,2]]></coordinates><?a b?></Point>", { type: "Point", coordinates: [1, 2] }],
    ["no coordinates", "<Point><coordinates/></Point>", null],
    ["a model, which is no shape", "<Model><Location><longitude>1</longitude></Location></Model>", null],
    ["nothing", "", null],
  ])("%s", async (_, inside, geometry) => {
    expect((await readText(kml, document(placemark(inside)))).geometries).toEqual([geometry]);
  }); // biome-ignore format: a line each

  it("is all Placemarks in their order, or those of a folder", async () => {
    const named = (name: string) => placemark(`<name>${name}</name>${point}`);
    const folder = (name: string, ...inside: string[]) => `<Folder><name>${name}</name>${inside.join("")}</Folder>`;
    const text = document(
      `<Document>${named("a")}${folder("one", named("b"), folder("two", named("c")), named("d"))}${named("e")}</Document>`,
    );
    const names = async (layer?: string) => (await readText(kml, text, layer)).properties.map(({ name }) => name);
    expect(await names()).toEqual(["a", "b", "c", "d", "e"]);
    expect(await names("one")).toEqual(["b", "c", "d"]);
    expect(await names("two")).toEqual(["c"]);
    expect((await refusalOf(kml, text, "three")).message).toContain('its folders are "one", "two"');
  });

  it("reads the encoding that the document names", async () => {
    const text = '<?xml version="1.0" encoding="ISO-8859-1"?><kml><Placemark><name>\u00fc</name></Placemark></kml>';
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    expect((await kml.read(bytesSource(bytes), {})).properties).toEqual([{ name: "ü" }]);
    expect((await refusalOf(kml, text.replace("ISO-8859-1", "EBCDIC"))).message).toContain("EBCDIC");
  });

  it("has properties of whatever names, and changes no prototype", async () => {
    const data = '<ExtendedData><Data name="__proto__"><value>a</value></Data></ExtendedData>';
    const { properties } = await readText(kml, document(placemark(data)));
    expect(Object.entries(properties[0])).toEqual([["__proto__", "a"]]);
  });

  const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join("");

  it.each([
    ["a billion laughs", `<!DOCTYPE kml [<!ENTITY l0 "ha">${laughs}]><kml>&l9;</kml>`, "declares entities"],
    ["an entity from elsewhere", '<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]><kml/>', "declares entities"],
    ["an entity that XML lacks", document(placemark("<name>&nbsp;</name>")), 'has the entity "&nbsp;"'],
    ["a character that is none", document(placemark("<name>&#1114112;</name>")), "which XML does not have"],
    ["elements without end", "<kml>".repeat(100_000), "more than 1000 deep"],
    ["another element's end", "<kml><Placemark></kml>", 'closes "kml" where Placemark is open'],
    ["an end too many", `${document(placemark(point))}</kml>`, "where nothing is open"],
    ["half a document", document(placemark(point)).slice(0, -6), "ends within kml"],
    ["half a tag", "<kml><Placemark", "a tag that is not right"],
    ["half a comment", "<kml><!--", "comment that is not closed"],
    ["an attribute without quotes", "<kml a=b></kml>", "a tag that is not right"],
    ["100,000 attributes", `<kml ${'a="b" '.repeat(100_000)}`, "a tag that is not right"],
    ["1,000,000 blanks", `<kml${" ".repeat(1_000_000)}`, "a tag that is not right"],
    ["no Placemark", document("<Document/>"), "has no Placemarks"],
    ["GML", "<gml:FeatureCollection/>", "XML of the kind <FeatureCollection>, not KML"],
    ["coordinates of text", document(placemark(point.replace("1,2,3", "1,north"))), 'has "1,north" in its coordinates'],
    ["one coordinate", document(placemark(point.replace("1,2,3", "1"))), 'has "1" in its coordinates'],
    ["coordinates without end", document(placemark(point.replace("1,2,3", "1,1e999"))), "[1, Infinity]"],
    ["four coordinates", document(placemark(point.replace("1,2,3", "1,2,3,4"))), "in its coordinates"],
    ["a million digits", document(placemark(point.replace("1,2,3", "9".repeat(1e6)))), "in its coordinates"],
  ])("refuses %s", async (_, text, message) => {
    expect((await refusalOf(kml, text)).message).toContain(message);
  });

  it("gives zones or a tagged error for whatever bytes", async () => {
    for (const [seed, name] of ["polygons.kml", "paths.kml", "polygons.kmz"].entries()) {
      const outcomes = await mutate(textFile(name), seed, 700, (mutated) => kml.read(bytesSource(mutated), {}));
      expect(outcomes.zones).toBeGreaterThan(0);
      expect(Object.keys(outcomes).filter((tag) => !/^(zones|invalid-zones|truncated)$/.test(tag))).toEqual([]);
    }
  });
});
