import proj4 from "proj4";
import { describe, expect, it } from "vitest";
import { isRastrumError } from "../../../src/errors.ts";
import { type CrsRole, createTransformer, prepareCrs, resolveCrs } from "../../../src/grid/crs.ts";
import * as wkt from "./wkt-samples.ts";

async function crsOf(text: string, role: CrsRole) {
  await prepareCrs(text);
  return resolveCrs(text, role);
}

/** CRS84 → `crs`. */
async function project(crs: string, point: readonly [number, number]): Promise<[number, number]> {
  const transformer = createTransformer(await crsOf("OGC:CRS84", "zones"), await crsOf(crs, "raster"));
  if (!transformer) throw new Error("the same CRS");
  return transformer(point);
}

async function isSame(a: string, b: string): Promise<boolean> {
  return createTransformer(await crsOf(a, "zones"), await crsOf(b, "raster")) === null;
}

/** Metres; proj4 and PROJ agree to about a micrometre. */
const close = 1e-5;

/** From PROJ 9.5.1: pyproj's `Transformer.from_crs("OGC:CRS84", crs, always_xy=True).transform(*point)`. */
const golden: readonly [crs: string, point: [number, number], expected: [number, number]][] = [
  ["EPSG:3857", [13.4, 52.5], [1491681.1766298658, 6891041.723891586]],
  ["EPSG:3857", [180, 85], [20037508.342789244, 19971868.880408566]],
  ["EPSG:32633", [15, 0], [500000, 0]],
  ["EPSG:32633", [13.4, 52.5], [391390.73133995204, 5817855.24081733]],
  ["EPSG:32633", [12, 84], [465005.344938864, 9329005.182447437]],
  ["EPSG:32719", [-70.5, -33.4], [360505.6198968757, 6303362.288123646]],
  ["EPSG:25832", [9, 50], [500000, 5538630.702744345]],
  ["EPSG:26918", [-74, 40], [585360.4618433506, 4428236.0645192135]],
  ["EPSG:2154", [2.35, 48.85], [652301.5648305281, 6861302.725899576]],
  ["EPSG:3031", [30, -75], [819391.6192036181, 1419227.9157567972]],
  ["EPSG:3035", [-9, 38.7], [2676732.112534874, 1941329.0843069728]],
  ["EPSG:3395", [10, 45], [1113194.9079327357, 5591295.9185533915]],
  ["EPSG:3413", [-120, 80], [-1048918.4605434998, -281056.8544287275]],
  ["EPSG:3763", [-8, 40], [11366.63577594746, 36842.24434503285]],
  ["EPSG:5070", [-120, 45], [-1869811.891981741, 2683087.8653375464]],
  ["EPSG:6933", [30, 45], [2894588.407526895, 5180102.328839251]],
];

describe("createTransformer", () => {
  it.each(golden)("takes CRS84 to %s as PROJ does, at %j", async (crs, point, expected) => {
    const [x, y] = await project(crs, point);
    expect(Math.hypot(x - expected[0], y - expected[1])).toBeLessThan(close);
  });

  it.each([
    ["Lambert 93 as WKT 1", wkt.lambert93, [2.35, 48.85], [652301.5648305281, 6861302.725899576]],
    ["UTM 33N as WKT 2", wkt.utm33Wkt2, [13.4, 52.5], [391390.73133995204, 5817855.24081733]],
    ["WKT 2:2015, whose BASEGEODCRS is its own", wkt.portugal2015, [-8, 40], [11366.63577594746, 36842.24434503285]],
    ["Esri's polar stereographic", wkt.esriPolar, [-120, 80], [-1048918.4605434998, -281056.8544287275]],
    ["a projection that only its EPSG code tells", wkt.easeGrid, [30, 45], [2894588.407526895, 5180102.328839251]],
    [
      "PROJ without x_0",
      "+proj=aea +lat_0=23 +lon_0=-96 +lat_1=29.5 +lat_2=45.5 +datum=NAD83",
      [-120, 45],
      [-1869811.891981741, 2683087.8653375464],
    ],
  ] as const)("reads %s", async (_, crs, point, expected) => {
    const [x, y] = await project(crs, point);
    expect(Math.hypot(x - expected[0], y - expected[1])).toBeLessThan(close);
  });

  it("shifts datums, to the accuracy of proj4's seven parameters (metres)", async () => {
    const [x, y] = await project(wkt.compound, [-1.5, 52.5]); // the horizontal part: British National Grid
    expect(Math.hypot(x - 434039.4572860588, y - 289239.2810926733)).toBeLessThan(3);
  });

  it("goes between two shifted datums as proj4 does, without parsing WGS 84 for every point", async () => {
    const bessel = "+proj=longlat +ellps=bessel +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7";
    const etrs = "+proj=utm +zone=33 +ellps=GRS80 +towgs84=0,0,0";
    const ours = createTransformer(await crsOf(bessel, "zones"), await crsOf(etrs, "raster"));
    const [x, y] = proj4(bessel, etrs).forward([13.4, 52.5]);
    expect(ours?.([13.4, 52.5])?.map((value, i) => value - [x, y][i])).toEqual([
      expect.closeTo(0, 6),
      expect.closeTo(0, 6),
    ]);
  });

  it("keeps longitude first whatever order the definition states", async () => {
    expect(await isSame("urn:ogc:def:crs:EPSG::4326", "OGC:CRS84")).toBe(true);
    const back = createTransformer(await crsOf("EPSG:3857", "zones"), await crsOf(wkt.wgs84Wkt2, "raster"));
    const [x, y] = back?.([1491681.1766298658, 6891041.723891586]) ?? [];
    expect(x).toBeCloseTo(13.4, 12);
    expect(y).toBeCloseTo(52.5, 12);
  });

  it("says by NaN or Infinity, never by throwing, that a point has no image", async () => {
    expect((await project("EPSG:3857", [0, -90])).every(Number.isFinite)).toBe(false);
    expect((await project("EPSG:32633", [105, 0])).every(Number.isFinite)).toBe(false);
    expect((await project("EPSG:3857", [Number.NaN, 0])).every(Number.isFinite)).toBe(false);
  });

  it("leaves the point that it is given as it was", async () => {
    const point: [number, number] = [13.4, 52.5];
    await project("EPSG:3857", point);
    expect(point).toEqual([13.4, 52.5]);
  });
});

describe("the same CRS", () => {
  it.each([
    ["EPSG:4326", "OGC:CRS84"],
    [wkt.wgs84Wkt2, "OGC:CRS84"],
    ["urn:ogc:def:crs:OGC:1.3:CRS84", "http://www.opengis.net/def/crs/OGC/1.3/CRS84"],
    ["EPSG:4258", "EPSG:4326"], // proj4 knows no shift between ETRS89 and WGS 84
    [wkt.utm33Wkt2, "EPSG:32633"],
    [wkt.lambert93, "https://www.opengis.net/def/crs/EPSG/0/2154"],
    ["+proj=tmerc +lat_0=0 +lon_0=15 +k=0.9996 +x_0=500000 +y_0=0 +datum=WGS84", "urn:ogc:def:crs:EPSG::32633"],
    [wkt.portugal2015, "epsg:3763"],
    ["urn:ogc:def:crs:EPSG::5514", "EPSG:5514"], // Krovak's parameters are not compared
    ["EPSG:2056", "+proj=somerc +lat_0=46.9524055555556 +lon_0=7.43958333333333 +k_0=1 +x_0=2600000 +y_0=1200000 +ellps=bessel +towgs84=674.374,15.056,405.346"], // biome-ignore format: one line
    ["ESRI:102100", "EPSG:3857"],
    ["urn:ogc:def:crs:ESRI::102039", "EPSG:5070"],
  ])("pair %# is one", async (a, b) => {
    expect(await isSame(a, b)).toBe(true);
    expect(await isSame(b, a)).toBe(true);
  });

  it.each([
    ["EPSG:32633", "EPSG:32634"],
    ["EPSG:32633", "EPSG:32733"],
    ["EPSG:32633", "EPSG:25833"], // ellipsoids differ: 0.1 mm
    ["EPSG:3857", "EPSG:3395"],
    ["ESRI:54030", "+proj=robin +lon_0=10 +datum=WGS84"],
    ["EPSG:4326", "+proj=longlat +ellps=bessel +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7"],
    ["EPSG:4326", "+proj=longlat +datum=WGS84 +pm=paris"],
  ])("%s is not %s", async (a, b) => {
    expect(await isSame(a, b)).toBe(false);
  });
});

describe("resolveCrs", () => {
  it("tells geographic from projected", async () => {
    expect((await crsOf("OGC:CRS84", "zones")).geographic).toBe(true);
    expect((await crsOf(wkt.wgs84Wkt2, "raster")).geographic).toBe(true);
    expect((await crsOf("EPSG:3857", "raster")).geographic).toBe(false);
  });

  it("reads PROJJSON, by its EPSG code where proj4 cannot", async () => {
    const json = { type: "ProjectedCRS", name: "EASE-Grid 2.0", id: { authority: "EPSG", code: 6933 } };
    expect(await isSame(JSON.stringify(json), "EPSG:6933")).toBe(true);
  });

  it("counts codes that the page has registered with proj4", async () => {
    proj4.defs("EPSG:5015", "+proj=utm +zone=26 +ellps=GRS80 +towgs84=0,0,0 +units=m");
    expect((await crsOf("EPSG:5015", "raster")).geographic).toBe(false);
  });

  it.each([
    ["EPSG:99999", "is not one of the codes known here"],
    ["Mercator", "is not known"],
    ["", "is empty"],
    ["+proj=nonsense", "has +proj=nonsense, which is not possible"],
    ["+proj=merc +lon_0=east", "has +lon_0=east, which is not possible"],
    ["+proj=longlat +datum=NAD27 +nadgrids=conus", "needs a grid-shift file"],
    ['PROJCS["half', "is WKT that cannot be read"],
    ['{"type":"ProjectedCRS"}', "is PROJJSON that cannot be read"],
    [wkt.geocentric, "is not a map's"],
    [wkt.grads, "has angles in units of 0.9°"],
    ["+proj=krovak +axis=wsn +ellps=bessel", "has +axis=wsn, which is not possible"],
  ])("refuses definition %# in words", async (crs, why) => {
    await expect(crsOf(crs, "zones")).rejects.toThrow(why);
    try {
      await crsOf(crs, "zones");
    } catch (error) {
      expect(isRastrumError(error, "unknown-crs") && error.crs).toBe(crs);
      expect(String(error)).toContain("--zones-crs");
    }
    await expect(crsOf(crs, "raster")).rejects.toThrow("--crs)");
  });
});
