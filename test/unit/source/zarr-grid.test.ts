import { describe, expect, it } from "vitest";
import { openZarr, type ZarrOptions } from "../../../src/source/zarr.ts";
import { arrayV3, coordinate, group, writeZarr, type ZarrFiles } from "../../helpers/zarr-fixture.ts";

/** 2 rows × 4 columns called v, with what is beside it. */
const store = (attributes: object, beside: ZarrFiles = {}, names = ["y", "x"], groupAttributes = {}): ZarrFiles => ({
  "zarr.json": group(groupAttributes),
  "v/zarr.json": arrayV3([2, 4], "uint8", names, { attributes }),
  ...beside,
});
const gridOf = async (files: ZarrFiles, options: ZarrOptions = {}) =>
  (await openZarr(await writeZarr(files), { path: "v", ...options })).grid;
const mapping = (attributes: object, name = "spatial_ref"): ZarrFiles => ({
  [`${name}/zarr.json`]: arrayV3([], "int64", [], { attributes }),
});

const affine = [10, 0, 500, 0, -20, 900];
const lonLat = (lon: number[], lat: number[]) => ({ ...coordinate("lon", lon), ...coordinate("lat", lat) });

describe("GeoZarr conventions", () => {
  it("takes proj: and spatial: from the array", async () => {
    const attributes = { "proj:code": "EPSG:3763", "spatial:transform": affine };
    expect(await gridOf(store(attributes))).toEqual({ crs: "EPSG:3763", transform: affine, width: 4, height: 2 });
    expect((await gridOf(store({ "proj:wkt2": "PROJCRS[…]" }))).crs).toBe("PROJCRS[…]");
    expect((await gridOf(store({ "proj:projjson": { type: "ProjectedCRS" } }))).crs).toBe('{"type":"ProjectedCRS"}');
  });

  it("takes them from the group where the array has none, but not a transform of another shape", async () => {
    const attributes = { "proj:code": "EPSG:3763", "spatial:transform": affine };
    expect(await gridOf(store({}, {}, ["y", "x"], attributes))).toMatchObject({ crs: "EPSG:3763", transform: affine });
    expect(
      (await gridOf(store({}, {}, ["y", "x"], { ...attributes, "spatial:shape": [200, 400] }))).transform,
    ).toBeNull();
    const own = store({ "spatial:transform": [1, 0, 0, 0, 1, 0] }, {}, ["y", "x"], attributes);
    expect(await gridOf(own)).toMatchObject({ crs: "EPSG:3763", transform: [1, 0, 0, 0, 1, 0] });
  });

  it("knows a convention by its UUID, whatever its prefix", async () => {
    const zarr_conventions = [{ uuid: "f17cb550-5864-4468-aeb7-f3180cfb622f", name: "geo-proj:" }];
    expect((await gridOf(store({ zarr_conventions, "geo-proj:code": "EPSG:3763" }))).crs).toBe("EPSG:3763");
  });

  it("makes the transform from a bounding box, of corners or of nodes", async () => {
    // 40 units over 4 columns, 40 over 2 rows; between 4 nodes there are 3 steps, between 2 one.
    const bbox = { "spatial:bbox": [500, 860, 540, 900] };
    expect((await gridOf(store(bbox))).transform).toEqual([10, 0, 500, 0, -20, 900]);
    const nodes = { "spatial:bbox": [500, 860, 530, 880], "spatial:registration": "node" };
    expect((await gridOf(store(nodes))).transform).toEqual([10, 0, 495, 0, -20, 890]);
  });

  it("tells rows from columns by spatial:dimensions", async () => {
    expect(await gridOf(store({ "spatial:dimensions": ["b", "a"] }, {}, ["a", "b"]))).toMatchObject({
      width: 2,
      height: 4,
    });
  });
});

describe("CF and rioxarray", () => {
  it("takes GeoTransform in GDAL's order and the WKT from the grid mapping that is named", async () => {
    const beside = mapping({ GeoTransform: "500.0 10.0 0.0 900.0 0.0 -20.0", crs_wkt: "PROJCRS[…]" }, "tm");
    const expected = { crs: "PROJCRS[…]", transform: affine };
    expect(await gridOf(store({ grid_mapping: "tm" }, beside))).toMatchObject(expected);
    expect(await gridOf(store({ grid_mapping: "tm: x y" }, beside))).toMatchObject(expected);
    expect(await gridOf(store({}, beside))).toMatchObject({ crs: null, transform: null });
  });

  it("finds spatial_ref or crs beside the array without being told", async () => {
    expect((await gridOf(store({}, mapping({ spatial_ref: "PROJCS[…]" })))).crs).toBe("PROJCS[…]");
    expect((await gridOf(store({}, mapping({ proj4: "+proj=utm" }, "crs")))).crs).toBe("+proj=utm");
  });

  it.each([
    [{}, "OGC:CRS84"],
    [{ semi_major_axis: 6378137, inverse_flattening: 298.257223563 }, "OGC:CRS84"],
    [
      { semi_major_axis: 6377397.155, inverse_flattening: 299.1528128 },
      "+proj=longlat +a=6377397.155 +rf=299.1528128 +no_defs",
    ],
    [{ earth_radius: 6371229 }, "+proj=longlat +R=6371229 +no_defs"],
  ])("latitude_longitude %j is %s", async (attributes, crs) => {
    const beside = mapping({ grid_mapping_name: "latitude_longitude", ...attributes });
    expect((await gridOf(store({}, beside))).crs).toBe(crs);
  });
});

describe("coordinates", () => {
  it("are cell centres, in either direction", async () => {
    const down = store({}, { ...coordinate("x", [505, 515, 525, 535]), ...coordinate("y", [890, 870]) });
    expect((await gridOf(down)).transform).toEqual(affine);
    const up = store({}, { ...coordinate("x", [505, 515, 525, 535]), ...coordinate("y", [870, 890]) });
    expect((await gridOf(up)).transform).toEqual([10, 0, 500, 0, 20, 860]);
  });

  it("of longitude and latitude mean OGC:CRS84; western ones in 0 to 360 come back by a turn", async () => {
    const west = store({}, lonLat([200, 202.5, 205, 207.5], [10, 7.5]), ["lat", "lon"]);
    expect(await gridOf(west)).toMatchObject({ crs: "OGC:CRS84", transform: [2.5, 0, -161.25, 0, -2.5, 11.25] });
    const across = store({}, lonLat([170, 180, 190, 200], [10, 0]), ["lat", "lon"]);
    expect((await gridOf(across)).transform).toEqual([10, 0, 165, 0, -10, 15]);
  });

  it("that are not regular are an error, unless a transform is given", async () => {
    const files = store({}, { ...coordinate("x", [505, 515, 525, 545]), ...coordinate("y", [890, 870]) });
    await expect(gridOf(files)).rejects.toMatchObject({ tag: "invalid-metadata", message: /not regular/ });
    expect((await gridOf(files, { transform: [1, 0, 0, 0, 1, 0] })).transform).toEqual([1, 0, 0, 0, 1, 0]);
  });

  it("may say which is which: axis and standard_name", async () => {
    const a = coordinate("a", [890, 870], { standard_name: "projection_y_coordinate" });
    const b = coordinate("b", [505, 515, 525, 535], { axis: "X" });
    expect((await gridOf(store({}, { ...a, ...b }, ["a", "b"]))).transform).toEqual(affine);
  });
});

describe("options", () => {
  it("override what the Zarr says; nothing said is no error", async () => {
    const files = store({ "proj:code": "EPSG:3763", "spatial:transform": affine });
    expect(await gridOf(files, { crs: "EPSG:4326", transform: [1, 0, 0, 0, 1, 0] })).toMatchObject({
      crs: "EPSG:4326",
      transform: [1, 0, 0, 0, 1, 0],
    });
    expect(await gridOf(store({}))).toEqual({ crs: null, transform: null, width: 4, height: 2 });
    await expect(gridOf(files, { crs: "" })).rejects.toMatchObject({ tag: "invalid-option", option: "crs" });
    await expect(gridOf(files, { transform: [0, 0, 0, 0, 0, 0] })).rejects.toMatchObject({ option: "transform" });
  });
});
