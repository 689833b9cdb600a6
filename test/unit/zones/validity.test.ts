import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { openZarr } from "../../../src/source/zarr.ts";
import { parseGeojson } from "../../../src/zones/geojson.ts";
import { prepareZonesCrs, toPixelZones } from "../../../src/zones/pixel-zones.ts";
import { RingSweep } from "../../../src/zones/ring-sweep.ts";
import { invalidZones } from "../../../src/zones/validity.ts";
import { type Polygon, pixelZones, type Ring, rectangle, type Vertex, type Zone } from "../../helpers/pixel-zones.ts";
import { seededRandom } from "../../helpers/random.ts";
import { makers } from "../../helpers/random-polygons.ts";

const square = rectangle(0, 0, 10, 10);
const hole = rectangle(2, 2, 4, 4);
/** The diamond of the points a cell's `reach` from (column, row). */
const diamond = (column: number, row: number, reach: number): Ring => [
  [column, row - reach],
  [column + reach, row],
  [column, row + reach],
  [column - reach, row],
];
const circle = (vertices: number, column: number, row: number, radius: number): Ring =>
  Array.from({ length: vertices }, (_, i): Vertex => {
    const angle = (2 * Math.PI * i) / vertices;
    return [column + radius * Math.cos(angle), row + radius * Math.sin(angle)];
  });

const whyOf = async (zone: Zone) => (await invalidZones(pixelZones([zone])))[0]?.why ?? null;

describe("invalid zones are told with the place", () => {
  // biome-ignore format: one line a case
  it.each<[string, Zone, string]>([
    ["a bow-tie", [[[[0, 0], [4, 4], [4, 0], [0, 4]]]], "edges cross near column 2, row 2"],
    ["a slanted crossing", [[[[3, 4], [3.5, 5], [3, 5], [4, 4]]]], "edges cross near column 3.3, row 4.7"],
    ["a figure 8 through a vertex", [[[[0, 0], [2, 2], [4, 0], [4, 4], [2, 2], [0, 4]]]], "a ring touches itself near column 2, row 2"],
    ["a vertex on another edge of its ring", [[[[0, 0], [6, 0], [6, 4], [3, 0], [0, 4]]]], "a ring touches itself near column 3, row 0"],
    ["a spike", [[[[0, 0], [4, 0], [4, 4], [4, 7], [4, 4], [0, 4]]]], "edges overlap near column 4, row 4"],
    ["a ring walked twice", [[[...square, ...square]]], "edges overlap near column 0, row 0"],
    ["a ring without area", [[[[1, 1], [2, 2], [3, 3]]]], "edges overlap near column 1, row 1"],
    ["a ring of two points", [[[[1, 1], [5, 2]]]], "edges overlap near column 1, row 1"],
    ["a ring that is a point", [[square, [[3, 2], [3, 2], [3, 2]]]], "a ring is a single point near column 3, row 2"],
    ["a hole that crosses the shell", [[square, rectangle(8, 2, 12, 4)]], "edges cross near column 10, row 2"],
    ["a hole that crosses through a vertex", [[square, [[8, 4], [10, 5], [12, 4], [12, 8], [10, 5.5], [8, 8]]]], "edges cross near column 10, row 5"],
    ["a hole twice", [[square, hole, [...hole].reverse()]], "edges overlap near column 2, row 2"],
    ["holes that share part of an edge", [[square, hole, rectangle(4, 3, 6, 7)]], "edges overlap near column 4, row 3"],
    ["a hole along the shell", [[square, rectangle(0, 2, 4, 4)]], "edges overlap near column 0, row 2"],
    ["a hole in a hole", [[square, rectangle(1, 1, 9, 9), hole]], "a hole lies in a hole near column 2, row 2"],
    ["a hole outside", [[square, rectangle(12, 2, 14, 4)]], "a hole lies outside of its polygon near column 12, row 2"],
    ["a hole around its shell", [[hole, square]], "a hole lies outside of its polygon near column 0, row 0"],
    ["a hole that touches its shell twice", [[square, [[0, 5], [5, 4], [10, 5], [5, 6]]]], "rings that touch cut a polygon apart near column 10, row 5"],
    ["a chain of holes across", [[square, diamond(2, 5, 2), diamond(6, 5, 2), diamond(9, 5, 1)]], "rings that touch cut a polygon apart near column 10, row 5"],
    ["parts that overlap", [[square], [rectangle(5, 5, 15, 15)]], "parts overlap near column 5, row 5"],
    ["a part within a part", [[square], [hole]], "parts overlap near column 2, row 2"],
    ["a part within a part, touching", [[square], [diamond(5, 5, 5)]], "parts overlap near column 0, row 5"],
    ["parts side by side", [[square], [rectangle(10, 3, 12, 6)]], "parts share an edge near column 10, row 3"],
    ["parts around the same hole", [[square, hole], [hole]], "parts share an edge near column 2, row 2"],
  ])("%s", async (_, zone, why) => {
    expect(await whyOf(zone)).toBe(why);
    // The place is that of the first fault, which one may hang on the direction; that there is one does not.
    const mirrored = zone.map((polygon) => polygon.map((ring) => [...ring].reverse().map(([x, y]): Vertex => [-y, -x])));
    expect(await whyOf(mirrored)).not.toBeNull();
  });

  it("by row number, in order", async () => {
    const bowTie: Polygon = [[[0, 0], [4, 4], [4, 0], [0, 4]]]; // biome-ignore format: one line
    const found = await invalidZones(pixelZones([[[square]], [bowTie], [], [[square, hole]], [bowTie]]));
    expect(found.map(({ zone }) => zone)).toEqual([1, 4]);
  });
});

describe("valid zones are not", () => {
  // biome-ignore format: one line a case
  it.each<[string, Zone]>([
    ["nothing", []],
    ["a hole", [[square, hole]]],
    ["a repeated vertex", [[[[0, 0], [4, 0], [4, 0], [4, 4], [0, 0]]]]],
    ["vertices along a straight edge", [[[[0, 0], [2, 0], [4, 0], [4, 4], [4, 5], [0, 5]]]]],
    ["a hole that touches the shell in a vertex", [[square, [[0, 0], [4, 2], [2, 4]]]]],
    ["a hole that touches the shell in an edge", [[square, diamond(2, 5, 2)]]],
    ["holes that touch", [[square, diamond(3, 5, 1), diamond(5, 5, 1), diamond(7, 5, 1)]]],
    ["four holes on one point", [[square, rectangle(3, 3, 5, 5), [[5, 5], [7, 4], [7, 5]], [[5, 5], [6, 7], [5, 7]]]]],
    ["parts that touch in a point", [[square], [rectangle(10, 10, 12, 12)]]],
    ["parts that touch in two", [[square], [[[10, 2], [12, 5], [10, 8], [14, 5]]]]],
    ["a part in the hole of another, touching", [[square, rectangle(2, 2, 8, 8)], [diamond(5, 5, 3)]]],
    ["a part in a hole of a part in a hole", [[square, rectangle(1, 1, 9, 9)], [rectangle(2, 2, 8, 8), rectangle(3, 3, 7, 7)], [hole.map(([x, y]) => [x + 1.5, y + 1.5])]]],
  ])("%s", async (_, zone) => {
    expect(await whyOf(zone)).toBeNull();
    expect(await whyOf(zone.map((polygon) => polygon.map((ring) => [...ring].reverse())))).toBeNull();
    expect(await whyOf(zone.map((polygon) => polygon.map((ring) => ring.map(([x, y]): Vertex => [y, x]))))).toBeNull();
  });

  it("crossings are judged exactly: a gap of one ulp is a gap", async () => {
    const up = 1 + 2 ** -52;
    const tipAt = (x: number): Polygon => [[[x, 1], [3, 0], [3, 2]]]; // biome-ignore format: one line
    const wall: Polygon = [rectangle(0, 0, 1, 2)];
    expect(await whyOf([wall, tipAt(up)])).toBeNull();
    expect(await whyOf([wall, tipAt(1)])).toBeNull();
    expect(await whyOf([wall, tipAt(1 - 2 ** -53)])).toBe("parts overlap near column 1, row 1");
  });

  it("municipalities, on the grid of their raster", async () => {
    const data = fileURLToPath(new URL("../../../demo/public/data", import.meta.url));
    const { grid } = await openZarr(`${data}/sao_miguel.zarr`, { path: "elevation" });
    const zones = parseGeojson(JSON.parse(readFileSync(`${data}/concelhos.geojson`, "utf8")));
    await prepareZonesCrs(zones, grid);
    const pixels = toPixelZones(zones, grid);
    expect(pixels.rings.coordinates.length).toBeGreaterThan(1000);
    expect(await invalidZones(pixels)).toEqual([]);
  });
});

describe("the sweep", () => {
  it("agrees with looking at all pairs of edges, for rings of all kinds", async () => {
    const random = seededRandom(4);
    const sweep = new RingSweep();
    const seen = { valid: 0, invalid: 0 };
    const check = (ring: Ring) => {
      const fault = sweep.findFault(pixelZones([[[ring]]]).rings, 0);
      expect(fault === null, JSON.stringify(ring)).toBe(isSimple(ring));
      seen[fault === null ? "valid" : "invalid"]++;
    };
    for (let i = 0; i < 3000; i++) {
      const size = 3 + Math.floor(random() * 5);
      check(Array.from({ length: size }, (): Vertex => [Math.floor(random() * 5), Math.floor(random() * 5)]));
    }
    // Of coordinates that are multiples of 1/4, so that nothing rounds.
    for (const kind of ["snapped to centres and borders", "snapped to quarters", "bow-tie", "self-touching ring"]) {
      for (let i = 0; i < 100; i++) check(makers[kind]({ random, height: 12, width: 9 })[0][0]);
    }
    expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan(500);
  });

  it.each<[string, () => Zone]>([
    ["a circle of 100,000 vertices", () => [[circle(100_000, 50, 50, 40)]]],
    ["10,000 holes", () => [[rectangle(0, 0, 100, 100), ...grid(100, (column, row) => circle(8, column, row, 0.4))]]],
    ["10,000 parts", () => grid(100, (column, row) => [circle(8, column, row, 0.4)])],
    ["a comb of 20,000 teeth", () => [[comb(20_000, ([x, y]) => [x, y])]]],
    ["a slanted comb of 20,000 teeth", () => [[comb(20_000, ([x, y]) => [x + y, y - x])]]],
  ])("takes %s", async (_, make) => {
    const zone = make();
    expect(await whyOf(zone)).toBeNull();
    // The same with one tooth, hole or side pushed through the next.
    expect(await whyOf([...zone, [[[50, 50], [50.2, 50], [50.2, 90.5]]]])).not.toBeNull(); // biome-ignore format: one line
  });
});

function grid<Item>(size: number, make: (column: number, row: number) => Item): Item[] {
  return Array.from({ length: size * size }, (_, i) => make((i % size) + 0.5, Math.floor(i / size) + 0.5));
}

/** Teeth 90 long and a tenth of a step apart, hanging from a back of 100. */
function comb(teeth: number, place: (vertex: Vertex) => Vertex): Ring {
  const step = 100 / teeth;
  const tooth = (i: number): Vertex[] => [
    [i * step, 95],
    [(i + 0.9) * step, 5],
  ];
  const back: Vertex[] = [
    [100, 0],
    [0, 0],
  ];
  return [...back, ...Array.from({ length: teeth }, (_, i) => tooth(i)).flat()].map(place);
}

/** Whether no two edges of a ring meet but neighbours in their common end; exact for small multiples of 1/4. */
function isSimple(ring: Ring): boolean {
  const open = ring.filter(([x, y], i) => {
    const [px, py] = ring.at(i - 1) as Vertex;
    return x !== px || y !== py;
  });
  return open.length > 2 && open.every((_, i) => open.every((__, j) => i >= j || !edgesMeet(open, i, j)));
}

function edgesMeet(ring: Ring, i: number, j: number): boolean {
  const size = ring.length;
  const [a, b, c, d] = [ring[i], ring[(i + 1) % size], ring[j], ring[(j + 1) % size]];
  const side = ([px, py]: Vertex, [qx, qy]: Vertex, [rx, ry]: Vertex) =>
    Math.sign((qx - px) * (ry - py) - (qy - py) * (rx - px));
  if (j === i + 1 || (i === 0 && j === size - 1)) {
    const [tip, from, to] = j === i + 1 ? [b, a, d] : [a, b, c];
    const dot = (from[0] - tip[0]) * (to[0] - tip[0]) + (from[1] - tip[1]) * (to[1] - tip[1]);
    return side(from, tip, to) === 0 && dot > 0;
  }
  const within = ([px, py]: Vertex, [qx, qy]: Vertex, [rx, ry]: Vertex) =>
    Math.min(px, qx) <= rx && rx <= Math.max(px, qx) && Math.min(py, qy) <= ry && ry <= Math.max(py, qy);
  const [c1, d1, a1, b1] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (c1 * d1 < 0 && a1 * b1 < 0) return true;
  const touches = [c1 === 0 && within(a, b, c), d1 === 0 && within(a, b, d), a1 === 0 && within(c, d, a)];
  return touches.some(Boolean) || (b1 === 0 && within(c, d, b));
}
