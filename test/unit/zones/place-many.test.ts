import { afterEach, describe, expect, it, vi } from "vitest";
import { createPixelMapping, type Transform } from "../../../src/grid/affine.ts";
import { faultsOf } from "../../../src/ops/zone-faults.ts";
import { placeManyZones, placeSomeZones } from "../../../src/zones/place-many.ts";
import { placeZones } from "../../../src/zones/place-zones.ts";
import { cutZones, sliceZones } from "../../../src/zones/slice-zones.ts";
import { placingOf } from "../../../src/zones/zone-projector.ts";
import type { PixelZones, Rings, ZoneSet } from "../../../src/zones/zones.ts";
import { countInstances } from "../../helpers/count-instances.ts";
import { hardMakers } from "../../helpers/hard-polygons.ts";
import { pixelZones, rectangle, type Vertex, type Zone } from "../../helpers/pixel-zones.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";

const random = seededRandom(seed);
const [height, width] = [90, 110];
const kinds = Object.values(hardMakers);
/** Some without vertices; more than are taken at a time. */
const cells = pixelZones([
  [],
  ...Array.from({ length: draws(6000) }, (_, i): Zone => kinds[i % kinds.length]({ random, height, width })),
  [],
]).rings;

const squares = pixelZones(
  Array.from({ length: 2000 }, (_, i): Zone => [[rectangle(i % 100, i % 83, (i % 100) + 3, (i % 83) + 2.5)]]),
).rings;

const gridOf = (transform: Transform, crs: string | null = null) => ({ crs, transform, width, height });

/** Zones that lie in a raster's CRS where these are in cells: many vertices are at centres, and nearly there. */
function inCrs([a, , c, , e, f]: Transform, rings = cells): Rings {
  const coordinates = rings.coordinates.map((place, i) => (i % 2 === 0 ? c + a * place : f + e * place));
  return { ...rings, coordinates };
}

const setOf = (rings: Rings): ZoneSet => {
  const length = rings.zoneOffsets.length - 1;
  return { length, rings, crs: null, ids: null, properties: [], geometries: [] };
};

function byJavaScript(rings: Rings, transform: Transform): PixelZones {
  const mapping = createPixelMapping(transform);
  if (!mapping) throw new Error("singular");
  return placeZones(rings, { grid: gridOf(transform), mapping }, 0);
}

/** All but how they are cut, as plain data. */
const plain = ({ length, rings, bounds }: PixelZones) => ({ length, rings: { ...rings }, bounds });

it("some zones by themselves are those that are cut out of all", () => {
  const grid = gridOf([10, 0, 300_000, 0, -10, 5_600_000]);
  const rings = inCrs(grid.transform);
  const all = placeManyZones(rings, grid);
  const length = rings.zoneOffsets.length - 1;
  for (const [first, end] of [
    [0, 1],
    [0, 700],
    [700, length],
    [length, length],
    [0, length],
  ]) {
    expect(placeSomeZones(rings, grid, first, end)?.zones).toEqual(all?.zones.cuts?.slice(first, end));
  }
  expect(placeSomeZones(rings, grid, 0, length)?.range).toEqual(all?.range);
  expect(placeSomeZones(rings, { ...grid, transform: [1, 0.5, 0, 0, 1, 0] }, 0, 10)).toBeNull();
  expect(placeSomeZones(rings, { ...grid, transform: null }, 0, 10)).toBeNull();
});

describe.each<Transform>([
  [1, 0, 0, 0, 1, 0],
  [10, 0, 300_000, 0, -10, 5_600_000],
  [1 / 3, 0, -125, 0, -1 / 3, 50],
  [-0.008333333333333333, 0, 180, 0, 0.0083, -90],
  [2.3e-9, 0, 4e7, 0, -7e9, 1e-5],
])("many zones on a raster of %j, %j, %j, %j, %j, %j", (...transform) => {
  const rings = inCrs(transform);
  const expected = byJavaScript(rings, transform);
  const found = placeManyZones(rings, gridOf(transform));
  if (!found) throw new Error("There is no WebAssembly here.");

  it(`are placed to the bit as they are in JavaScript (seed ${seed})`, () => {
    expect(plain(found.zones)).toEqual(plain(expected));
    const xs = rings.coordinates.filter((_, i) => i % 2 === 0);
    expect(found.range).toEqual([xs.reduce((a, b) => Math.min(a, b)), xs.reduce((a, b) => Math.max(a, b))]);
  });

  it("are known to meet the grid, or not", () => {
    const all = faultsOf({ ...found.zones, cuts: undefined }, height, width, []).outside;
    expect(all).toContain(0);
    expect(faultsOf(found.zones, height, width, []).outside).toEqual(all);
    const inside = placeManyZones(inCrs(transform, squares), gridOf(transform))?.zones;
    expect(inside?.cuts?.allMeet).toBe(true);
  });

  it.each([1, 3, 7])("are cut into the same %i parts", (parts) => {
    const cuts = cutZones(expected, parts, height);
    expect(cutZones(found.zones, parts, height)).toEqual(cuts);
    for (let part = 0; part < parts; part++) {
      const own = sliceZones(found.zones, cuts[part], cuts[part + 1]);
      expect(own).toEqual(sliceZones(expected, cuts[part], cuts[part + 1]));
    }
  });
});

describe("zones are left to JavaScript", () => {
  const transform: Transform = [10, 0, 300_000, 0, -10, 5_600_000];
  const withPlace = (place: number) => {
    const rings = inCrs(transform);
    rings.coordinates[1001] = place;
    return rings;
  };

  it("on grids that are rotated, or have no transform", () => {
    const rings = inCrs(transform);
    expect(placeManyZones(rings, gridOf([10, 1, 0, 0, -10, 0]))).toBeNull();
    expect(placeManyZones(rings, gridOf([0, 10, 0, 10, 0, 0]))).toBeNull();
    expect(placeManyZones(rings, { ...gridOf(transform), transform: null })).toBeNull();
  });

  it.each([1e300, Number.POSITIVE_INFINITY, Number.NaN])("with a place of %d", (place) => {
    expect(placeManyZones(withPlace(place), gridOf(transform))).toBeNull();
  });

  it("which says where one is too far off", async () => {
    const zones = setOf(withPlace(-1e300));
    const { project } = await placingOf(zones, gridOf(transform, "EPSG:32633"), "EPSG:32633", "the raster");
    await expect(project(zones)).rejects.toThrow("more than 2^500 cells away from the raster");
  });

  it("where they are turned", async () => {
    const world: Transform = [1, 0, 200, 0, -1, 90];
    const rings = inCrs([1, 0, -160, 0, -1, 90], squares);
    const zones = setOf(rings);
    const grid = gridOf(world, "EPSG:4326");
    const { project, warnings } = await placingOf(zones, grid, "EPSG:4326", "the raster");
    expect(warnings).toEqual([]);
    const found = await project(zones);
    expect(found.cuts).toBeUndefined();
    expect(found.bounds[0]).toBe(0);
  });
});

it("many zones in degrees are placed where they are cut, and others as they come", async () => {
  const transform: Transform = [0.01, 0, 0, 0, -0.01, 50];
  const zones = setOf(inCrs(transform, squares));
  const { project, warnings } = await placingOf(zones, gridOf(transform, "EPSG:4326"), "EPSG:4326", "the raster");
  expect(warnings).toEqual([]);
  const found = await project(zones);
  expect(found.cuts).toBeDefined();
  const other = await project({ ...zones });
  expect(other.cuts).toBeUndefined();
  expect(plain(other)).toEqual(plain(found));
});

describe("memory that a large zone took", () => {
  afterEach(() => vi.unstubAllGlobals());
  const transform: Transform = [10, 0, 300_000, 0, -10, 5_600_000];
  const circle = Array.from(
    { length: 70_000 },
    (_, i): Vertex => [55 + 40 * Math.cos(i / 1e4), 45 + 40 * Math.sin(i / 1e4)],
  );
  const large = inCrs(
    transform,
    pixelZones([[], [[rectangle(1, 2, 3, 4)]], [[circle]], [[rectangle(5, 6, 7, 8)]]]).rings,
  );
  const expected = byJavaScript(large, transform);

  /** By a module that has no instance yet. */
  async function placedAnew() {
    vi.resetModules();
    const { placeManyZones } = await import("../../../src/zones/place-many.ts");
    return placeManyZones(large, gridOf(transform))?.zones ?? expect.fail("There is no WebAssembly here.");
  }

  function expectSameSlices(found: PixelZones): void {
    for (const [first, end] of [
      [0, 2],
      [2, 3],
      [1, 4],
      [4, 4],
    ])
      expect(sliceZones(found, first, end)).toEqual(sliceZones(expected, first, end));
  }

  it("is let go at once: zones that are cut out share one that is kept", async () => {
    const made = countInstances();
    const found = await placedAnew();
    expect(made()).toBe(1);
    expectSameSlices(found);
    expect(plain(found)).toEqual(plain(expected));
    expect(made()).toBe(2);
  });

  it("may not come again: JavaScript places zones then", async () => {
    const [one, other] = [await placedAnew(), await placedAnew()];
    vi.stubGlobal("WebAssembly", undefined);
    expectSameSlices(one);
    expect(plain(other)).toEqual(plain(expected));
  });
});

describe("where the host has no WebAssembly", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("JavaScript places zones", async () => {
    vi.resetModules();
    vi.stubGlobal("WebAssembly", undefined);
    const { placeManyZones } = await import("../../../src/zones/place-many.ts");
    expect(placeManyZones(cells, gridOf([1, 0, 0, 0, 1, 0]))).toBeNull();
  });
});
