import { describe, expect, it } from "vitest";
import { memoryRaster } from "../../../src/source/memory.ts";
import { openZarr, type ZarrOptions } from "../../../src/source/zarr.ts";
import { convention, finest, layout, multiscalesUuid, pyramid, zarrPyramid } from "../../helpers/pyramid.ts";
import { arrayV3, coordinate, group, writeZarr, type ZarrFiles } from "../../helpers/zarr-fixture.ts";

const geo = { "proj:code": "EPSG:3763", "spatial:transform": finest };
const open = async (files: ZarrFiles, options: ZarrOptions = { path: "0" }) =>
  openZarr(await writeZarr(files), options);
const transformsOf = async (files: ZarrFiles, options?: ZarrOptions) =>
  (await (await open(files, options)).overviews?.())?.map(({ grid }) => grid.transform);
const twice = [20, 0, 500, 0, -20, 900];
const fourTimes = [40, 0, 500, 0, -40, 900];

describe("the multiscales convention", () => {
  it("gives the levels as overviews, finest first, with what is known of how they were made", async () => {
    const said = { ...convention, ...geo, multiscales: { layout: layout(3), resampling_method: "average" } };
    const raster = await open(zarrPyramid(said));
    const overviews = (await raster.overviews?.()) ?? [];
    expect(overviews.map(({ grid }) => grid)).toEqual([
      { crs: "EPSG:3763", transform: twice, width: 4, height: 4 },
      { crs: "EPSG:3763", transform: fourTimes, width: 2, height: 2 },
    ]);
    expect(overviews.map(({ resampling }) => resampling)).toEqual(["average", "average"]);
    // Means of 4 × 4 cells of row + 2 · column: 1.5 + 2 · 1.5, then 4 columns or rows on.
    const { data } = await overviews[1].read({ row: 0, column: 0, height: 2, width: 2 });
    expect([...data]).toEqual([4.5, 12.5, 8.5, 16.5]);
    expect(await raster.overviews?.()).toBe(await raster.overviews?.());
  });

  it("takes the native level where the path is that of the pyramid, and coarser ones of any level", async () => {
    const files = zarrPyramid({ ...geo, multiscales: { layout: layout(3) } });
    const raster = await open(files, {});
    expect(raster.name).toMatch(/\/0$/);
    expect(raster.grid.transform).toEqual(finest);
    expect(await transformsOf(files, { path: "1" })).toEqual([fourTimes]);
    expect(await transformsOf(files, { path: "2" })).toEqual([]);
    expect((await open(files, { path: "1" })).grid.transform).toEqual(twice);
  });

  it("prefers what an entry says of its place", async () => {
    const shifted = [20.5, 0, 500, 0, -20.5, 900];
    const entries = layout(2, (level) => (level === 1 ? { "spatial:transform": shifted } : {}));
    expect(await transformsOf(zarrPyramid({ ...geo, multiscales: { layout: entries } }, 2))).toEqual([shifted]);
  });

  it("reads levels that are groups, and passes by those that lack the array", async () => {
    const said = { ...geo, multiscales: { layout: layout(3) } };
    const files = zarrPyramid(said, 3, (level) => `${level}/a`);
    const other = zarrPyramid({}, 1, () => "0/b");
    const groups: ZarrFiles = Object.fromEntries([0, 1, 2].map((level) => [`${level}/zarr.json`, group()]));
    const all = { ...other, ...files, ...groups };
    expect(await transformsOf(all, { path: "0/a" })).toEqual([twice, fourTimes]);
    expect(await transformsOf(all, { path: "0/b" })).toEqual([]);
  });

  it("is known by its UUID, whatever its name", async () => {
    const said = {
      ...geo,
      zarr_conventions: [{ uuid: multiscalesUuid, name: "levels" }],
      levels: { layout: layout(3) },
    };
    expect(await transformsOf(zarrPyramid(said))).toEqual([twice, fourTimes]);
  });

  it("makes transforms from scales where the caller gives that of the raster", async () => {
    const files = zarrPyramid({ multiscales: { layout: layout(3) } });
    const options = { path: "0", crs: "EPSG:3763", transform: [1, 0, 0, 0, -1, 0] } as const;
    expect(await transformsOf(files, options)).toEqual([
      [2, 0, 0, 0, -2, 0],
      [4, 0, 0, 0, -4, 0],
    ]);
  });

  it("asks for no level before overviews are", async () => {
    const said = { ...geo, multiscales: { layout: layout(3) } };
    const asked: string[] = [];
    const files = zarrPyramid(said);
    const fetch = async (input: string | URL | Request) => {
      const key = new URL(input instanceof Request ? input.url : input).pathname.replace("/p.zarr/", "");
      asked.push(key);
      const found = files[key];
      return found ? new Response(JSON.stringify(found)) : new Response(null, { status: 404 });
    };
    const raster = await openZarr("http://host.test/p.zarr", { path: "0", fetch: fetch as typeof globalThis.fetch });
    expect(asked.filter((key) => /^[12]/.test(key))).toEqual([]);
    await raster.overviews?.();
    expect(asked.filter((key) => /^[12]\/zarr/.test(key)).sort()).toEqual(["1/zarr.json", "2/zarr.json"]);
  });
});

describe("multiscales as OME-NGFF has them", () => {
  const scaled = (path: string, size: number) => ({
    path,
    coordinateTransformations: [{ type: "scale", scale: [size, size] }],
  });

  it("gives the datasets as overviews by their scales", async () => {
    const datasets = [scaled("0", 0.5), scaled("1", 1), scaled("2", 2)];
    const files = zarrPyramid({ ...geo, multiscales: [{ version: "0.4", datasets }] });
    expect(await transformsOf(files)).toEqual([twice, fourTimes]);
    expect((await open(files, {})).name).toMatch(/\/0$/);
    expect(await transformsOf(zarrPyramid({ ...geo, ome: { multiscales: [{ datasets }] } }))).toEqual([
      twice,
      fourTimes,
    ]);
  });

  it("places datasets by their coordinates, in any order", async () => {
    const at = (level: string, centres: number[]): ZarrFiles => ({
      [`${level}/v/zarr.json`]: arrayV3([centres.length, centres.length], "uint8", ["y", "x"]),
      ...prefixed(level, coordinate("x", centres)),
      ...prefixed(level, coordinate("y", centres.map((x) => -x))), // biome-ignore format: one line
      [`${level}/zarr.json`]: group(),
    });
    const datasets = [{ path: "0", pixels_per_tile: 2 }, { path: "1" }]; // as ndpyramid: the coarsest is first
    const files: ZarrFiles = { "zarr.json": group({ multiscales: [{ datasets }] }), ...at("0", [1, 3]), ...at("1", [0.5, 1.5, 2.5, 3.5]) }; // biome-ignore format: one line
    expect(await transformsOf(files, { path: "1/v" })).toEqual([[2, 0, 0, 0, -2, 0]]);
    expect(await transformsOf(files, { path: "0/v" })).toEqual([]);
  });
});

describe("multiscales that cannot be right", () => {
  const fault = async (multiscales: unknown, change: (files: ZarrFiles) => ZarrFiles = (files) => files) => {
    const raster = await open(change(zarrPyramid({ ...geo, multiscales })));
    await raster.read({ row: 0, column: 0, height: 8, width: 8 });
    return expect(raster.overviews?.()).rejects;
  };
  const refused = (message: RegExp) => ({ tag: "invalid-metadata", message: expect.stringMatching(message) });

  it("are an error only when overviews are asked for", async () => {
    await (await fault({ layout: layout(4) })).toMatchObject(refused(/list 3, which is not there/));
    await (await fault({ layout: [{ asset: "0" }, { asset: "../1" }] })).toMatchObject(refused(/no list of paths/));
    await (await fault({ layout: [{ asset: "0" }, { asset: "0" }] })).toMatchObject(refused(/lists \/0 twice/));
    await (await fault([{}, {}])).toMatchObject(refused(/several pyramids/));
  });

  it("names other dimensions, CRSs, sizes and places", async () => {
    const entries = (more: object) => ({ layout: layout(2, (level) => (level === 1 ? more : {})) });
    const cube = (files: ZarrFiles) => ({ ...files, "1/zarr.json": arrayV3([1, 4, 4], "float32", ["t", "y", "x"]) });
    await (await fault(entries({}), cube)).toMatchObject(refused(/dimensions are others/));
    await (await fault(entries({ "proj:code": "EPSG:3857" }))).toMatchObject(refused(/EPSG:3857, not EPSG:3763/));
    await (await fault(entries({ "spatial:transform": finest }))).toMatchObject(refused(/cells are not larger/));
    const elsewhere = [20, 0, 600, 0, -20, 900];
    await (await fault(entries({ "spatial:transform": elsewhere }))).toMatchObject(refused(/other ground/));
    const unclear = entries({ transform: { scale: [2, 2], translation: [7, 0] } });
    await (await fault(unclear)).toMatchObject(refused(/transform.*not known/));
  });

  it("are no reason to ask where there is one level, or the array is in none", async () => {
    expect((await open(zarrPyramid({ ...geo, multiscales: { layout: layout(1) } }, 1))).overviews).toBeUndefined();
    const entries = [{ asset: "1" }, { asset: "2" }];
    expect((await open(zarrPyramid({ ...geo, multiscales: { layout: entries } }))).overviews).toBeUndefined();
    expect((await open(zarrPyramid(geo))).overviews).toBeUndefined();
  });
});

describe("memoryRaster", () => {
  it("takes overviews in any order, and refuses what is none when they are asked for", async () => {
    expect((await pyramid(8, [4, 2]).overviews?.())?.map(({ grid }) => grid.width)).toEqual([4, 2]);
    const finer = memoryRaster({ data: new Float32Array(256), width: 16, height: 16, bounds: [0, -8, 8, 0] });
    await expect(pyramid(8, [], { overviews: [finer] }).overviews?.()).rejects.toMatchObject({
      tag: "invalid-metadata",
      message: expect.stringMatching(/cells are not larger/),
    });
  });
});

function prefixed(folder: string, files: ZarrFiles): ZarrFiles {
  return Object.fromEntries(Object.entries(files).map(([key, content]) => [`${folder}/${key}`, content]));
}
