import { describe, expect, it } from "vitest";
import { bytesSource } from "../../../../src/zones/formats/source.ts";
import * as topojson from "../../../../src/zones/formats/topojson.ts";
import { mutate } from "../../../helpers/zone-files.ts";
import { readText, refusalOf } from "../../../helpers/zone-texts.ts";

/** Two squares beside each other share the arc 1, from (2, 0) to (2, 2). */
const squares = {
  type: "Topology",
  arcs: [
    [[2, 0], [0, 0], [0, 2], [2, 2]],
    [[2, 0], [2, 2]],
    [[2, 0], [4, 0], [4, 2], [2, 2]],
  ],
  objects: {
    squares: {
      type: "GeometryCollection",
      geometries: [
        { type: "Polygon", id: "a", properties: { name: "left" }, arcs: [[0, -2]] },
        { type: "MultiPolygon", id: 7, arcs: [[[2, ~1]]] },
        { type: null },
      ],
    },
  },
}; // biome-ignore format: a line an arc

const left = [[2, 0], [0, 0], [0, 2], [2, 2], [2, 0]]; // biome-ignore format: one line
const right = [[2, 0], [4, 0], [4, 2], [2, 2], [2, 0]]; // biome-ignore format: one line

/** A topology of one object, `geometry`. */
const topology = (geometry: object, members: object = {}) =>
  JSON.stringify({ ...squares, objects: { only: geometry }, ...members });

describe("TopoJSON", () => {
  it("joins arcs, which neighbours share: ~i is arc i backwards", async () => {
    const zones = await readText(topojson, JSON.stringify(squares));
    expect(zones.geometries).toEqual([
      { type: "Polygon", coordinates: [left] },
      { type: "Polygon", coordinates: [right] },
      null,
    ]);
    expect(zones.ids).toEqual(["a", 7, null]);
    expect(zones.properties).toEqual([{ name: "left" }, {}, {}]);
    expect(zones.crs).toBeNull();
  });

  it("adds up the steps of quantized arcs, and scales them", async () => {
    const quantized = {
      ...squares,
      transform: { scale: [0.5, 0.25], translate: [10, 20] },
      arcs: [[[4, 0], [-4, 0], [0, 8], [4, 0]], [[4, 0], [0, 8]], [[4, 0], [4, 0], [0, 8], [-4, 0]]],
    }; // biome-ignore format: one line
    const { geometries } = await readText(topojson, JSON.stringify(quantized));
    const moved = (ring: number[][]) => ring.map(([x, y]) => [x + 10, y + 20]);
    expect(geometries.slice(0, 2)).toEqual([
      { type: "Polygon", coordinates: [moved(left)] },
      { type: "Polygon", coordinates: [moved(right)] },
    ]);
    const points = topology({ type: "MultiPoint", coordinates: [[2, 4], [0, 0]] }, { transform: quantized.transform }); // biome-ignore format: one line
    const moves = [[2 * 0.5 + 10, 4 * 0.25 + 20], [10, 20]]; // biome-ignore format: one line
    expect((await readText(topojson, points)).geometries).toEqual([{ type: "MultiPoint", coordinates: moves }]);
  });

  it.each([
    [{ type: "LineString", arcs: [0, -2] }, { type: "LineString", coordinates: left }],
    [{ type: "MultiLineString", arcs: [[1], [-2]] },
      { type: "MultiLineString", coordinates: [[[2, 0], [2, 2]], [[2, 2], [2, 0]]] }],
    [{ type: "Point", coordinates: [1, 2] }, { type: "Point", coordinates: [1, 2] }],
    [{ type: "Polygon", arcs: [] }, null],
    [{ type: "GeometryCollection", geometries: [{ type: "GeometryCollection",
      geometries: [{ type: "Point", coordinates: [1, 2] }, { type: "Point", coordinates: [3, 4] }] }] },
      { type: "MultiPoint", coordinates: [[1, 2], [3, 4]] }],
  ])("%j", async (geometry, expected) => {
    expect((await readText(topojson, topology(geometry))).geometries).toEqual([expected]);
  }); // biome-ignore format: a line each

  it("has layers, one of which is to be chosen", async () => {
    const two = { ...squares, objects: { ...squares.objects, land: { type: "Point", coordinates: [1, 2] } } };
    expect((await readText(topojson, JSON.stringify(two), "land")).length).toBe(1);
    expect((await readText(topojson, JSON.stringify(two), "squares")).length).toBe(3);
    const tag = "invalid-option";
    expect((await refusalOf(topojson, JSON.stringify(two), undefined, tag)).message).toContain("squares, land");
    expect((await refusalOf(topojson, JSON.stringify(two), "sea", tag)).message).toContain('has no layer "sea"');
  });

  it("has properties of whatever names, and changes no prototype", async () => {
    const text = topology({ type: null }).replace('"type":null', '"type":null,"properties":{"__proto__":{"a":1}}');
    const { properties } = await readText(topojson, text);
    expect(Object.keys(properties[0])).toEqual(["__proto__"]);
  });

  const collections = (levels: number) =>
    topology({ type: "Point", coordinates: [1, 2] }).replace(
      /"only":(\{.*?\})/,
      `"only":${'{"type":"GeometryCollection","geometries":['.repeat(levels)}$1${"]}".repeat(levels)}`,
    );

  it.each([
    ["what is no JSON", "{", "is not JSON", null],
    ["GeoJSON", '{"type":"Point"}', "its type is not Topology", null],
    ["no objects", '{"type":"Topology"}', 'has missing for its "objects"', null],
    ["no layers", '{"type":"Topology","objects":{}}', "has no layers", null],
    ["an empty layer", topology({ type: "GeometryCollection", geometries: [] }), "has no geometries in", null],
    ["an arc that is not there", topology({ type: "LineString", arcs: [3] }), "names the arc 3 of 3", 0],
    ["one backwards", topology({ type: "LineString", arcs: [-4] }), "names the arc -4 of 3", 0],
    ["one far backwards", topology({ type: "LineString", arcs: [-(2 ** 53)] }), "names the arc -9007199254740992 of 3", 0],
    ["half an arc", topology({ type: "LineString", arcs: [0.5] }), "names the arc 0.5 of 3", 0],
    ["an arc by name", topology({ type: "LineString", arcs: ["0"] }), 'names the arc "0" of 3', 0],
    ["arcs that are none", topology({ type: "Point" }, { arcs: [5] }), "has 5 for its arc 0", null],
    ["a position that is none", topology({ type: "Point" }, { arcs: [[[1]]] }), "has [1] for its arc 0", null],
    ["a place beyond numbers", topology({ type: "Point", coordinates: [1, 2] }).replace("[1,2]", "[1,1e999]"), "Infinity", 0],
    ["no numbers after scaling",
      topology({ type: "LineString", arcs: [0] }, { transform: { scale: [1e308, 1], translate: [1e308, 0] } }), "Infinity", 0],
    ["half a transform", topology({ type: "Point" }, { transform: { scale: [1, 1] } }), "has missing for its translate", null],
    ["an unknown type", topology({ type: "Circle" }), 'is of type "Circle"', 0],
    ["null among geometries", topology({ type: "GeometryCollection", geometries: [null] }), "is null, no geometry", 0],
    ["100,000 collections within each other", collections(100_000), "more than 32 deep", 0],
    ["a million times the same arc", topology({ type: "LineString", arcs: Array(2e6).fill(0) }), "repeats its arcs", 0],
  ])("refuses %s", async (_, text, message, feature) => {
    const refusal = await refusalOf(topojson, text);
    expect(refusal.message).toContain(message);
    expect(refusal.feature).toBe(feature);
  }); // biome-ignore format: a line each

  it("gives zones or a tagged error for whatever bytes", async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(squares));
    const outcomes = await mutate(bytes, 1, 2000, (mutated) => topojson.read(bytesSource(mutated), {}));
    expect(Object.keys(outcomes).sort()).toEqual(["invalid-zones", "zones"]);
  });
});
