import { describe, expect, it } from "vitest";
import { isRastrumError } from "../../../src/errors.ts";
import { applyTransform, type Transform } from "../../../src/grid/affine.ts";
import { createTransformer, prepareCrs, resolveCrs } from "../../../src/grid/crs.ts";
import type { Grid } from "../../../src/grid/grid.ts";
import { parseGeojson } from "../../../src/zones/geojson.ts";
import { crsWarnings, prepareZonesCrs, toPixelZones } from "../../../src/zones/pixel-zones.ts";
import type { PixelZones } from "../../../src/zones/zones.ts";

const albers = "+proj=aea +lat_0=23 +lon_0=-96 +lat_1=29.5 +lat_2=45.5 +datum=WGS84";
const satellite = "+proj=geos +h=35786023 +lon_0=-75 +sweep=x +R=6371000";
const rotated = "+proj=ob_tran +o_proj=longlat +o_lon_p=0 +o_lat_p=39.25 +lon_0=18 +R=6371229";
await prepareCrs(albers, satellite, rotated);

type Ring = readonly (readonly [number, number])[];

const box = (west: number, south: number, east: number, north: number): Ring =>
  [[west, south], [east, south], [east, north], [west, north]]; // biome-ignore format: one box

const zoneOf = (...rings: Ring[]) =>
  parseGeojson({ type: "MultiPolygon", coordinates: rings.map((ring) => [[...ring, ring[0]]]) });

/** Even-odd over the rings of a polygon, united over polygons. */
function isInside({ rings }: PixelZones, x: number, y: number): boolean {
  const { coordinates, ringOffsets, polygonOffsets, zoneOffsets } = rings;
  for (let polygon = 0; polygon < zoneOffsets[1]; polygon++) {
    let odd = false;
    for (let ring = polygonOffsets[polygon]; ring < polygonOffsets[polygon + 1]; ring++) {
      const [first, end] = [ringOffsets[ring], ringOffsets[ring + 1]];
      for (let i = first, j = end - 1; i < end; j = i++) {
        const [ax, ay, bx, by] = [i, j].flatMap((k) => [coordinates[2 * k], coordinates[2 * k + 1]]);
        if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) odd = !odd;
      }
    }
    if (odd) return true;
  }
  return false;
}

/** Cells in the zone, and cells that should be there: whose centre's longitude and latitude `belongs`. */
async function compare(zone: ReturnType<typeof zoneOf>, grid: Grid, belongs: (x: number, y: number) => boolean) {
  await prepareZonesCrs(zone, grid);
  const placed = toPixelZones(zone, grid);
  const toDegrees = createTransformer(resolveCrs(grid.crs ?? "", "raster"), resolveCrs("OGC:CRS84", "zones"));
  const back = toDegrees && createTransformer(resolveCrs("OGC:CRS84", "zones"), resolveCrs(grid.crs ?? "", "raster"));
  // Beyond the edge of a map there is nothing, though an inverse may give a place.
  const isOnMap = (centre: readonly [number, number], place: [number, number]) =>
    !back || back(place).every((value, i) => Math.abs(value - centre[i]) < 1);
  let [cells, wrong] = [0, 0];
  for (let row = 0; row < grid.height; row++) {
    for (let column = 0; column < grid.width; column++) {
      const centre = applyTransform(grid.transform as Transform, column + 0.5, row + 0.5);
      const [x, y] = toDegrees ? toDegrees(centre) : centre;
      const expected = Number.isFinite(x) && isOnMap(centre, [x, y]) && belongs(((x % 360) + 360) % 360, y);
      cells += Number(expected);
      wrong += Number(expected !== isInside(placed, column + 0.5, row + 0.5));
    }
  }
  return { cells, wrong };
}

const within = (west: number, south: number, east: number, north: number) => (x: number, y: number) =>
  [x - 360, x, x + 360].some((turned) => turned > west && turned < east) && y > south && y < north;

const grid = (crs: string, transform: Transform, width: number, height: number): Grid => ({
  crs,
  transform,
  width,
  height,
});

const world360 = grid("EPSG:4326", [2, 0, 0, 0, -2, 90], 180, 90);
const world180 = grid("EPSG:4326", [2, 0, -180, 0, -2, 90], 180, 90);
const mercator = grid("EPSG:3857", [500_000, 0, -20_037_508, 0, -500_000, 8_000_000], 81, 32);

describe("zones that cross the seam of a raster in degrees count on both sides of it", () => {
  it("Greenwich on 0 … 360", async () => {
    // 10 columns of 20°, 10 rows.
    expect(await compare(zoneOf(box(-10, 30, 10, 50)), world360, within(-10, 30, 10, 50))).toEqual({
      cells: 100,
      wrong: 0,
    });
  });

  it("the antimeridian on −180 … 180, split or with longitudes beyond 180", async () => {
    const expected = { cells: 100, wrong: 0 };
    expect(await compare(zoneOf(box(170, -10, 190, 10)), world180, within(170, -10, 190, 10))).toEqual(expected);
    expect(await compare(zoneOf(box(-190, -10, -170, 10)), world180, within(170, -10, 190, 10))).toEqual(expected);
    const split = zoneOf(box(170, -10, 180, 10), box(-180, -10, -170, 10));
    expect(await compare(split, world180, within(170, -10, 190, 10))).toEqual(expected);
    expect(await compare(split, world360, within(170, -10, 190, 10))).toEqual(expected);
  });

  it("the world, and all but a gap", async () => {
    expect(await compare(zoneOf(box(-180, -90, 180, 90)), world360, () => true)).toEqual({ cells: 16_200, wrong: 0 });
    const gap = within(-20, -90, 300, 90);
    expect(await compare(zoneOf(box(-20, -90, 300, 90)), world180, gap)).toEqual({ cells: 160 * 90, wrong: 0 });
  });
});

describe("zones that a projection would tear apart are cut at its seam", () => {
  it.each([
    ["beyond 180", zoneOf(box(170, -40, 190, 40))],
    ["from the other side", zoneOf(box(-190, -40, -170, 40))],
    ["split", zoneOf(box(170, -40, 180, 40), box(-180, -40, -170, 40))],
  ])("at the antimeridian of Mercator, %s", async (_, zone) => {
    const { cells, wrong } = await compare(zone, mercator, within(170, -40, 190, 40));
    expect(cells).toBeGreaterThan(60);
    expect(wrong).toBe(0);
  });

  it("at 84° E of an Albers about 96° W", async () => {
    const america = grid(albers, [400_000, 0, -8_000_000, 0, -400_000, 16_000_000], 40, 40);
    const { cells, wrong } = await compare(zoneOf(box(60, 40, 110, 80)), america, within(60, 40, 110, 80));
    expect(cells).toBeGreaterThan(20);
    expect(wrong).toBe(0);
  });
});

describe("around a pole", () => {
  const polar = grid("EPSG:3413", [250_000, 0, -4_930_000, 0, -250_000, 5_000_000], 40, 40);

  it.each([
    ["a cap as a box of degrees", zoneOf(box(-180, 60, 180, 90)), within(-180, 60, 180, 90)],
    ["a ring of latitudes", zoneOf(box(-180, 60, 180, 75)), within(-180, 60, 180, 75)],
    ["a box across the antimeridian", zoneOf(box(150, 60, 250, 80)), within(150, 60, 250, 80)],
  ])("%s is right on a polar grid", async (_, zone, belongs) => {
    await prepareCrs("EPSG:3413");
    const { cells, wrong } = await compare(zone, polar, belongs);
    expect(cells).toBeGreaterThan(30);
    expect(wrong).toBe(0);
  });

  it("a ring that jumps around it is said to be taken as drawn", () => {
    const jumping = zoneOf([[-120, 60], [0, 60], [120, 60]]); // biome-ignore format: one ring
    expect(crsWarnings(jumping, world180)).toEqual([
      expect.stringMatching(/^1 of 1 zones have edges of more than 180°.*rows 0/),
    ]);
    expect(crsWarnings(zoneOf(box(-180, -90, 180, 90)), world180)).toEqual([]);
    expect(crsWarnings(zoneOf(box(170, 0, -170, 10)), world180)).toHaveLength(1);
  });
});

describe("zones larger than a projection's domain are refused by row", () => {
  const utm = grid("EPSG:32633", [1000, 0, 450_000, 0, -1000, 5_033_000], 100, 100);
  const disc = grid(satellite, [250_000, 0, -5_500_000, 0, -250_000, 5_500_000], 44, 44);

  it.each([
    ["the world on UTM", zoneOf(box(-180, -90, 180, 90)), utm],
    ["half of it on UTM", zoneOf(box(-80, -80, 100, 80)), utm],
    ["the world from a satellite", zoneOf(box(-180, -90, 180, 90)), disc],
    ["the far side of the Earth", zoneOf(box(95, -10, 115, 10)), disc],
  ])("%s", (_, zone, raster) => {
    let thrown: unknown;
    try {
      toPixelZones(zone, raster);
    } catch (error) {
      thrown = error;
    }
    expect(isRastrumError(thrown, "invalid-zones") && thrown.feature).toBe(0);
  });

  it("but not those that fit", async () => {
    const { cells, wrong } = await compare(zoneOf(box(-85, -10, -65, 10)), disc, within(-85, -10, -65, 10));
    expect(cells).toBeGreaterThan(30);
    expect(wrong).toBe(0);
  });
});

it("on a rotated pole", async () => {
  const lattice = grid(rotated, [0.5, 0, -15, 0, -0.5, 15], 60, 60);
  const { cells, wrong } = await compare(zoneOf(box(10, 45, 25, 55)), lattice, within(10, 45, 25, 55));
  expect(cells).toBeGreaterThan(200);
  expect(wrong).toBe(0);
});
