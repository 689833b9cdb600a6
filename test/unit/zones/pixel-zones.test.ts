import { describe, expect, it } from "vitest";
import { isRastrumError } from "../../../src/errors.ts";
import type { Transform } from "../../../src/grid/affine.ts";
import { createTransformer, prepareCrs, resolveCrs, type Transformer } from "../../../src/grid/crs.ts";
import type { Grid } from "../../../src/grid/grid.ts";
import { parseGeojson } from "../../../src/zones/geojson.ts";
import { toPixelZones } from "../../../src/zones/pixel-zones.ts";

await prepareCrs("EPSG:1");

function zoneOf(...rings: (readonly [number, number])[][]) {
  return parseGeojson({ type: "Polygon", coordinates: rings.map((ring) => [...ring, ring[0]]) });
}

function box(minX: number, minY: number, maxX: number, maxY: number): [number, number][] {
  return [[minX, minY], [maxX, minY], [maxX, maxY], [minX, maxY]]; // biome-ignore format: one line
}

function gridOf(crs: string | null, transform: Transform | null, width = 100, height = 100): Grid {
  return { crs, transform, width, height };
}

function tagOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return isRastrumError(error) ? `${error.tag}: ${error.message}` : String(error);
  }
  return "no error";
}

describe("zones in the raster's CRS", () => {
  it("go through the inverse affine alone, bit for bit, without more vertices", () => {
    const pixels = toPixelZones(zoneOf(box(-170, 10, -169.5, 60)), gridOf("EPSG:4326", [0.25, 0, -180, 0, -0.25, 90]));
    expect([...pixels.rings.coordinates]).toEqual([10 / 0.25, 80 / 0.25, 10.5 / 0.25, 80 / 0.25, 42, 120, 40, 120]);
    expect([...pixels.bounds]).toEqual([40, 30 / 0.25, 42, 80 / 0.25]);
  });

  it("need no CRS with zonesCrs raster", () => {
    const pixels = toPixelZones(zoneOf(box(1, 1, 3, 2)), gridOf(null, [1, 0, 0, 0, -1, 5]), "raster");
    expect([...pixels.rings.coordinates]).toEqual([1, 5 - 1, 3, 5 - 1, 3, 5 - 2, 1, 5 - 2]);
  });

  it("may lie far away, but not so far that products of coordinates overflow", () => {
    const grid = gridOf(null, [2, 0, 0, 0, 2, 0]);
    const far = toPixelZones(zoneOf(box(-1, -1, 2 ** 500, 1)), grid, "raster");
    expect([...far.bounds]).toEqual([-1 / 2, -1 / 2, 2 ** 500 / 2, 1 / 2]);
    for (const x of [2 ** 501, 1e300]) {
      expect(tagOf(() => toPixelZones(zoneOf(box(-x, -1, 1, 1)), grid, "raster"))).toMatch(
        /^invalid-zones: Feature 0 passes through \[-\S+, -1\], more than 2\^500 cells away from the raster; clip it/,
      );
    }
  });

  it("meet south-up and rotated grids", () => {
    const southUp = toPixelZones(zoneOf(box(1, 1, 3, 2)), gridOf(null, [1, 0, 0, 0, 1, 0]), "raster");
    expect([...southUp.bounds]).toEqual([1, 1, 3, 2]);
    const rotated = toPixelZones(zoneOf(box(0, 0, 5, 5)), gridOf(null, [3, 4, 0, -4, 3, 0]), "raster");
    // The inverse of a turn by atan(4/3) with cells of 5: column = (3x − 4y) / 25, row = (4x + 3y) / 25.
    expect([...rotated.rings.coordinates]).toEqual([0, 0, 15 / 25, 20 / 25, -5 / 25, 35 / 25, -20 / 25, 15 / 25]);
  });

  it("keep rings, polygons and empty zones", () => {
    const zones = parseGeojson({
      type: "FeatureCollection",
      features: [
        { type: "Feature", properties: {}, geometry: null },
        {
          type: "Feature",
          properties: {},
          geometry: {
            type: "MultiPolygon",
            coordinates: [
              [
                [...box(0, 0, 4, 4), [0, 0]],
                [...box(1, 1, 2, 2), [1, 1]],
              ],
              [[...box(5, 5, 6, 6), [5, 5]]],
            ],
          },
        },
      ],
    });
    const { rings, bounds, length } = toPixelZones(zones, gridOf(null, [1, 0, 0, 0, 1, 0]), "raster");
    expect(length).toBe(2);
    expect(rings).toEqual(zones.rings);
    const { POSITIVE_INFINITY: over, NEGATIVE_INFINITY: under } = Number;
    expect([...bounds]).toEqual([over, over, under, under, 0, 0, 6, 6]);
  });
});

describe("the zones' CRS", () => {
  const grid = gridOf("EPSG:3857", [1000, 0, 0, 0, -1000, 0]);
  const inMetres = { type: "Polygon", coordinates: [[...box(1000, -3000, 2000, -1000), [1000, -3000]]] };

  it("is the option before the crs member before OGC:CRS84", () => {
    const named = parseGeojson({ ...inMetres, crs: { type: "name", properties: { name: "EPSG:3857" } } });
    expect([...toPixelZones(named, grid).bounds]).toEqual([1, 1, 2, 3]);
    expect([...toPixelZones(parseGeojson(inMetres), grid, "EPSG:3857").bounds]).toEqual([1, 1, 2, 3]);
    expect([...toPixelZones({ ...named, crs: "EPSG:4326" }, grid, "EPSG:3857").bounds]).toEqual([1, 1, 2, 3]);
    const degrees = toPixelZones(zoneOf(box(0, -1, 1, 0)), grid);
    expect(degrees.bounds[2]).toBeCloseTo((6378137 * Math.PI) / 180 / 1000, 9);
  });

  it("and the raster's: what is missing is told with the option that supplies it", () => {
    const zones = zoneOf(box(0, 0, 1, 1));
    expect(tagOf(() => toPixelZones(zones, gridOf(null, [1, 0, 0, 0, 1, 0])))).toMatch(
      /^missing-crs: .*--zones-crs raster/,
    );
    expect(tagOf(() => toPixelZones(zones, gridOf("EPSG:4326", null)))).toMatch(/^missing-transform: .*--transform/);
    expect(tagOf(() => toPixelZones(zones, gridOf(null, [0, 0, 0, 0, 1, 0]), "raster"))).toMatch(
      /^missing-transform: .*no inverse/,
    );
    expect(tagOf(() => toPixelZones(zones, gridOf("EPSG:1", [1, 0, 0, 0, 1, 0])))).toMatch(/^unknown-crs: .*--crs/);
    expect(tagOf(() => toPixelZones(zones, grid, "EPSG:1"))).toMatch(/^unknown-crs: .*--zones-crs/);
  });
});

describe("edges that the projection bends", () => {
  const grid = gridOf("EPSG:32633", [1000, 0, 0, 0, -1000, 6_000_000], 1000, 1000);

  it("stay within 1/64 cell of their true image", () => {
    const { rings } = toPixelZones(zoneOf(box(12, 46, 18, 53)), grid);
    const [from, to] = [resolveCrs("OGC:CRS84", "zones"), resolveCrs("EPSG:32633", "raster")];
    const toUtm = createTransformer(from, to) as Transformer;
    const vertices = rings.coordinates;
    expect(vertices.length / 2).toBeGreaterThan(4 + 20);
    for (let i = 0; i <= 997; i++) {
      const [x, y] = toUtm([12 + (6 * i) / 997, 53]); // along the parallel of 53° N
      expect(distanceToRing([x / 1000, (6_000_000 - y) / 1000], vertices)).toBeLessThan(1 / 64);
    }
  });

  it("bend both ways about a midpoint that lies on the chord", () => {
    // Through (0, 0) Web Mercator is odd in both coordinates: the midpoint says nothing, the quarters do.
    const mercator = gridOf("EPSG:3857", [10_000, 0, -1e7, 0, -10_000, 1e7], 2000, 2000);
    const { rings } = toPixelZones(zoneOf([[-60, -60], [60, 60], [60, -60]]), mercator); // biome-ignore format: one line
    const quarter = [1e3 + (6378137 * Math.PI) / 6 / 1e4, 1e3 - (6378137 * Math.asinh(Math.tan(Math.PI / 6))) / 1e4];
    expect(distanceToRing(quarter as [number, number], rings.coordinates)).toBeLessThan(1 / 64);
  });

  it("take no vertices where they are short", () => {
    const { rings } = toPixelZones(zoneOf(box(15, 50, 15.01, 50.01)), grid);
    expect(rings.coordinates.length / 2).toBe(4);
  });

  it("are drawn coarsely beside the raster", () => {
    const metre = gridOf("EPSG:32633", [1, 0, 400_000, 0, -1, 5_500_000], 1000, 1000);
    const around = toPixelZones(zoneOf(box(10, 40, 20, 60)), metre).rings.coordinates.length / 2;
    const beside = toPixelZones(zoneOf(box(10, 10, 20, 20)), metre).rings.coordinates.length / 2;
    expect(around).toBeLessThan(200);
    expect(beside).toBeLessThan(40);
  });

  it("and zones without an image are refused by row and place", () => {
    const mercator = gridOf("EPSG:3857", [1000, 0, -2e7, 0, -1000, 2e7], 40_000, 40_000);
    expect(tagOf(() => toPixelZones(zoneOf(box(-180, -90, 180, -60)), mercator))).toMatch(
      /^invalid-zones: Feature 0 passes through \[-180, -90\].*EPSG:3857/,
    );
  });
});

describe("longitudes", () => {
  const world360 = gridOf("EPSG:4326", [1, 0, 0, 0, -1, 90], 360, 180);
  const world180 = gridOf("EPSG:4326", [1, 0, -180, 0, -1, 90], 360, 180);

  it("of −180…180 meet a raster of 0…360, and the other way round", () => {
    expect([...toPixelZones(zoneOf(box(-100, 30, -90, 40)), world360).bounds]).toEqual([260, 50, 270, 60]);
    expect([...toPixelZones(zoneOf(box(260, 30, 270, 40)), world180).bounds]).toEqual([80, 50, 90, 60]);
  });

  it("come out on both sides of the seam that a zone crosses", () => {
    const { bounds, rings } = toPixelZones(zoneOf(box(-5, 30, 5, 40)), world360);
    expect([...bounds]).toEqual([-5, 50, 365, 60]);
    expect([...rings.zoneOffsets]).toEqual([0, 2]);
  });

  it("stay where the zone is on the raster, or nowhere on it", () => {
    const pacific = gridOf("EPSG:4326", [1, 0, 150, 0, -1, 90], 60, 180);
    expect([...toPixelZones(zoneOf(box(170, 0, 190, 1)), pacific).bounds]).toEqual([20, 89, 40, 90]);
    expect([...toPixelZones(zoneOf(box(0, 0, 10, 1)), pacific).bounds]).toEqual([-150, 89, -140, 90]);
  });

  it("stay as they are with zonesCrs raster", () => {
    expect([...toPixelZones(zoneOf(box(-100, 30, -90, 40)), world360, "raster").bounds]).toEqual([-100, 50, -90, 60]);
  });

  it("are shifted before edges are measured", () => {
    const metres = toPixelZones(zoneOf(box(-1.1e7, 3.5e6, -1e7, 4.8e6)), world360, "EPSG:3857");
    expect(metres.bounds[0]).toBeCloseTo(360 - 1.1e7 / ((6378137 * Math.PI) / 180), 9);
  });
});

it("stops at a signal that is aborted", () => {
  const signal = AbortSignal.abort(new Error("stop"));
  expect(() => toPixelZones(zoneOf(box(0, 0, 1, 1)), gridOf("EPSG:4326", [1, 0, 0, 0, 1, 0]), null, signal)).toThrow(
    "stop",
  );
});

/** Distance in cells from a point to the nearest edge of the first ring. */
function distanceToRing([x, y]: readonly [number, number], ring: Float64Array): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < ring.length; i += 2) {
    const [x0, y0] = [ring[i], ring[i + 1]];
    const [dx, dy] = [ring[(i + 2) % ring.length] - x0, ring[(i + 3) % ring.length] - y0];
    const t = Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy)));
    nearest = Math.min(nearest, Math.hypot(x - x0 - t * dx, y - y0 - t * dy));
  }
  return nearest;
}
