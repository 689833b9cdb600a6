import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isRastrumError } from "../../../src/errors.ts";
import { parseGeojson } from "../../../src/zones/geojson.ts";

const square = [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]; // biome-ignore format: one line
const hole = [[1, 1], [1, 2], [2, 2], [1, 1]]; // biome-ignore format: one line
const polygon = { type: "Polygon", coordinates: [square] };
const feature = (geometry: unknown, members: object = {}) => ({
  type: "Feature",
  properties: {},
  geometry,
  ...members,
});
const collection = (...features: unknown[]) => ({ type: "FeatureCollection", features });

function nestedCollections(levels: number): object {
  let geometry: object = polygon;
  for (let i = 0; i < levels; i++) geometry = { type: "GeometryCollection", geometries: [geometry] };
  return geometry;
}

function nestedArrays(levels: number): unknown[] {
  let list: unknown[] = [];
  for (let i = 1; i < levels; i++) list = [list];
  return list;
}

/** The message of the `invalid-zones` error and the row that it blames. */
function refusal(input: unknown): { message: string; feature: number | null } {
  try {
    parseGeojson(input as object);
  } catch (error) {
    if (isRastrumError(error, "invalid-zones")) return { message: error.message, feature: error.feature };
    throw error;
  }
  throw new Error("accepted");
}

describe("parseGeojson", () => {
  it("puts zones, polygons and rings into columns, rings without their last position", () => {
    const { rings, length } = parseGeojson(
      collection(
        feature({ type: "Polygon", coordinates: [square, hole] }),
        feature({ type: "MultiPolygon", coordinates: [[hole], [square]] }),
      ),
    );
    expect(length).toBe(2);
    expect([...rings.coordinates.slice(0, 8)]).toEqual([0, 0, 4, 0, 4, 4, 0, 4]);
    expect([...rings.coordinates.slice(8, 14)]).toEqual([1, 1, 1, 2, 2, 2]);
    expect([...rings.ringOffsets]).toEqual([0, 4, 4 + 3, 4 + 3 + 3, 4 + 3 + 3 + 4]);
    expect([...rings.polygonOffsets]).toEqual([0, 2, 2 + 1, 2 + 1 + 1]);
    expect([...rings.zoneOffsets]).toEqual([0, 1, 1 + 2]);
    expect(rings.coordinates.length).toBe(2 * 14);
  });

  it("takes a Feature, a Geometry and nested GeometryCollections", () => {
    const nested = {
      type: "GeometryCollection",
      geometries: [polygon, { type: "GeometryCollection", geometries: [polygon] }],
    };
    for (const input of [polygon, feature(polygon)]) {
      expect(parseGeojson(input)).toMatchObject({ length: 1, crs: null, ids: null });
    }
    expect([...parseGeojson(nested).rings.zoneOffsets]).toEqual([0, 2]);
  });

  it("carries ids and properties, and keeps the row of a feature without geometry", () => {
    const zones = parseGeojson(
      collection(
        feature(polygon, { id: 7, properties: { name: "Nordeste" } }),
        feature(null, { id: "b", properties: null }),
        feature(polygon),
      ),
    );
    expect(zones.ids).toEqual([7, "b", null]);
    expect(zones.properties).toEqual([{ name: "Nordeste" }, {}, {}]);
    expect(zones.geometries).toEqual([polygon, null, polygon]);
    expect([...zones.rings.zoneOffsets]).toEqual([0, 1, 1, 2]);
  });

  it("ignores z and measures, and never changes the object", () => {
    const input = collection(feature({ type: "Polygon", coordinates: [square.map(([x, y], i) => [x, y, i, 9])] }));
    const before = structuredClone(input);
    Object.freeze(input.features);
    expect([...parseGeojson(input).rings.coordinates]).toEqual([0, 0, 4, 0, 4, 4, 0, 4]);
    expect(input).toEqual(before);
  });

  it("takes degenerate rings, which even-odd decides", () => {
    for (const ring of [
      [[1, 1], [1, 1], [1, 1], [1, 1]],
      [[0, 0], [3, 3], [0, 0], [0, 0]],
      [[0, 1], [4, 1], [2, 1], [0, 1]],
      [[0, 0], [5, 5], [5, 0], [0, 5], [0, 0]],
    ]) {
      expect(parseGeojson({ type: "Polygon", coordinates: [ring] }).rings.ringOffsets[1]).toBe(ring.length - 1);
    } // biome-ignore format: one line a ring
  });

  it("puts lines and points into paths: one of a single vertex is a point", () => {
    const zones = parseGeojson(
      collection(
        feature({ type: "Point", coordinates: [1, 2, 99] }),
        feature(polygon),
        feature({ type: "MultiPoint", coordinates: [[3, 4], [5, 6]] }), // biome-ignore format: one line
        feature({ type: "LineString", coordinates: [[0, 0], [1, 1], [2, 0]] }), // biome-ignore format: one line
        feature({ type: "MultiLineString", coordinates: [[[0, 0], [1, 1]], [[7, 7], [7, 7]]] }), // biome-ignore format: one line
        feature({
          type: "GeometryCollection",
          geometries: [{ type: "Point", coordinates: [8, 9] }, { type: "LineString", coordinates: [[0, 0], [1, 0]] }],
        }), // biome-ignore format: one line
        feature(null),
      ),
    );
    expect([...(zones.paths?.zoneOffsets ?? [])]).toEqual([0, 1, 1, 3, 4, 6, 8, 8]);
    expect([...(zones.paths?.pathOffsets ?? [])]).toEqual([0, 1, 2, 3, 6, 8, 10, 11, 13]);
    expect([...(zones.paths?.coordinates.slice(0, 6) ?? [])]).toEqual([1, 2, 3, 4, 5, 6]);
    expect([...zones.rings.zoneOffsets]).toEqual([0, 0, 1, 1, 1, 1, 1, 1]);
    expect(parseGeojson(polygon).paths).toBeUndefined();
  });

  it("takes empty geometries, as other programs write them, for zones without cells", () => {
    const types = ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"];
    const empty = types.map((type) => ({ type, coordinates: [] as unknown[] }));
    const nested = {
      type: "GeometryCollection",
      geometries: [...empty, { type: "GeometryCollection", geometries: [] }],
    };
    const zones = parseGeojson(collection(...[...empty, nested, polygon].map((geometry) => feature(geometry))));
    expect([...zones.rings.zoneOffsets]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(zones.paths).toBeUndefined();
    expect(zones.geometries[5]).toEqual({ type: "MultiPolygon", coordinates: [] });
    // One that is all there is is a mistake.
    expect(refusal(collection(feature(empty[4]))).message).toContain("feature 0 holds []");
    expect(refusal(nested).feature).toBe(0);
    expect(parseGeojson(collection(feature(null))).length).toBe(1);
  });

  it("grows past its first room", () => {
    const many = collection(
      ...Array.from({ length: 5000 }, (_, i) =>
        feature({ type: "Polygon", coordinates: [square.map(([x, y]) => [x + i, y])] }),
      ),
    );
    const { rings } = parseGeojson(many);
    expect(rings.coordinates.length).toBe(5000 * 4 * 2);
    expect(rings.coordinates[4999 * 8 + 2]).toBe(4 + 4999);
    expect(rings.zoneOffsets[5000]).toBe(5000);
  });
});

describe("the legacy crs member", () => {
  const named = (name: unknown) => ({ ...collection(feature(polygon)), crs: { type: "name", properties: { name } } });

  it("is carried as it is named", () => {
    expect(parseGeojson(named("urn:ogc:def:crs:EPSG::3763")).crs).toBe("urn:ogc:def:crs:EPSG::3763");
    expect(parseGeojson({ ...polygon, crs: { type: "EPSG", properties: { code: 3857 } } }).crs).toBe("EPSG:3857");
    expect(parseGeojson({ ...polygon, crs: null }).crs).toBeNull();
  });

  it("is refused by link, without a name, and where one feature differs", () => {
    const link = { type: "link", properties: { href: "http://example.com/crs", type: "proj4" } };
    expect(refusal({ ...polygon, crs: link }).message).toContain("zonesCrs");
    expect(refusal(named("")).message).toContain("not a CRS by name");
    expect(refusal(named(undefined)).feature).toBeNull();
    const own = feature(polygon, { crs: { type: "name", properties: { name: "EPSG:3857" } } });
    expect(refusal(collection(feature(polygon), own))).toMatchObject({ feature: 1 });
  });
});

describe("what is refused", () => {
  const ring = (...positions: unknown[]) => ({ type: "Polygon", coordinates: [positions] });

  it.each([
    ["a point without numbers", { type: "MultiPoint", coordinates: [[]] }, "Position 0 of a point of feature 1 is []"],
    ["a point of text", { type: "Point", coordinates: ["1", 2] }, 'is ["1", 2]'],
    ["a line of one position", { type: "LineString", coordinates: [[0, 0]] }, "has 1 position; 2 or more"],
    ["a line that is none", { type: "MultiLineString", coordinates: [7] }, "A line of feature 1 is 7"],
    ["no points", { type: "MultiPoint", coordinates: {} }, "The MultiPoint of feature 1 holds {}"],
    ["an infinite point", { type: "MultiPoint", coordinates: [[0, Number.POSITIVE_INFINITY]] }, "is [0, Infinity]"],
    ["100,000 collections within each other", nestedCollections(100_000), "over 32 deep"],
    ["100,000 arrays within each other", { type: "Polygon", coordinates: nestedArrays(100_000) }, "has 1 position"],
    ["deep arrays for a position", ring(nestedArrays(100_000), [1, 1], [2, 2], [0, 0]), "is [[[[…]]]]"],
    ["an unknown type", { type: "Polyhedron", coordinates: [] }, 'is of type "Polyhedron"'],
    ["a geometry without type", { coordinates: [square] }, "zones have to be Polygons"],
    ["a ring of two points", ring([0, 0], [1, 1]), "has 2 positions; 4 or more are needed"],
    ["an empty ring", ring(), "has 0 positions"],
    ["an empty part", { type: "MultiPolygon", coordinates: [[square], []] }, "holds []"],
    ["a geometry collection without parts", { type: "GeometryCollection", coordinates: [] }, "holds missing"],
    ["no coordinates", { type: "Polygon" }, "holds missing"],
    ["a polygon with one bracket less", { type: "Polygon", coordinates: square }, "has 2 positions"],
    ["a ring that is no array", { type: "Polygon", coordinates: [5] }, "A ring of feature 1 is 5"],
    ["a ring that stays open", ring([0, 0], [4, 0], [4, 4], [0, 4]), "begins at [0, 0] and ends at [0, 4]"],
    ["NaN", ring([0, 0], [Number.NaN, 3], [3, 3], [0, 0]), "Position 1 of a ring of feature 1 is [NaN, 3]"],
    ["infinity", ring([0, 0], [3, Number.POSITIVE_INFINITY], [3, 3], [0, 0]), "is [3, Infinity]"],
    ["text for a number", ring([0, 0], ["NaN", 3], [3, 3], [0, 0]), 'is ["NaN", 3]'],
    ["a position that is null", ring([0, 0], null, [3, 3], [0, 0]), "is null"],
    ["a coordinate that is null", ring([0, 0], [3, null], [3, 3], [0, 0]), "is [3, null]"],
    ["a position of one number", ring([0, 0], [3], [3, 3], [0, 0]), "is [3]"],
  ])("%s, by the feature's row", (_, geometry, message) => {
    const bad = refusal(collection(feature(polygon), feature(geometry)));
    expect(bad.message).toContain(message);
    expect(bad.feature).toBe(1);
  });

  it.each([
    ["an empty collection", collection(), "has no features"],
    ["a collection without features", { type: "FeatureCollection" }, '"features" are missing'],
    ["an object of no type", { a: 1 }, "an object of type missing"],
    ["an array", [1], "an array"],
  ])("%s", (_, input, message) => {
    expect(refusal(input)).toMatchObject({ message: expect.stringContaining(message), feature: null });
  });

  it.each([
    ["a bare geometry among features", polygon, 'of type "Polygon"'],
    ["null", null, "is null"],
    ["a feature without geometry", { type: "Feature", properties: {} }, "has no geometry"],
  ])("%s", (_, entry, message) => {
    const bad = refusal(collection(feature(polygon), feature(polygon), entry));
    expect(bad.message).toContain(message);
    expect(bad.feature).toBe(2);
  });
});

const corpus = new URL("../../../../shared/conformance/corpus.json", import.meta.url);
const isThere = existsSync(corpus);
if (!isThere) console.warn("The conformance corpus is not beside the project: its geometries are not tried.");

describe.runIf(isThere)("the conformance corpus", () => {
  interface Case {
    id: string;
    category: string;
    features: object[];
  }
  const cases: Case[] = isThere ? JSON.parse(readFileSync(corpus, "utf8")).cases : [];
  const rejected = "two-points empty-polygon nan-coordinate null-coordinate unknown-type".split(" ");

  it.each(rejected)("reject/%s is refused", (name) => {
    const [{ features }] = cases.filter(({ id }) => id === `reject/${name}`);
    expect(refusal(collection(feature(features[0]))).feature).toBe(0);
  });

  it("has no geometry of another category that is refused", () => {
    const others = cases.filter(({ category }) => category !== "reject");
    for (const { features } of others) for (const geometry of features) expect(parseGeojson(geometry).length).toBe(1);
    expect(others.length).toBeGreaterThan(400);
  });
});
