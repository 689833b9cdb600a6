import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openCog } from "../../../../src/source/cog/open-cog.ts";
import type { Raster } from "../../../../src/source/source.ts";
import { counted, DOUBLE, grey, LONG, SHORT, type Tag, tiff } from "../../../helpers/tiff.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rastrum-"));
});
afterAll(() => rm(folder, { recursive: true }));

const place: Tag[] = [[33550, DOUBLE, [10, 10, 0]], [33922, DOUBLE, [0, 0, 0, 100, 200, 0]]]; // biome-ignore format: one line
const plain = (...more: Tag[]) => tiff([{ tags: grey(4, 2, 2, more), pieces: [counted(8)] }]);
const all = async (raster: Raster) => [...(await raster.read({ row: 0, column: 0, ...raster.grid })).data];

/** A file and what lies beside it, by what is put behind its name, or in place of its suffix. */
async function open(name: string, bytes: Uint8Array, beside: Record<string, string | Uint8Array>): Promise<Raster> {
  const path = join(folder, `${name}.tif`);
  await writeFile(path, bytes);
  for (const [ending, content] of Object.entries(beside)) {
    await writeFile(
      ending.startsWith(".tif") ? join(folder, name + ending) : join(folder, `${name}.${ending}`),
      content,
    );
  }
  return openCog(path);
}

it.each(["tfw", "TFW", "tifw", "wld"])("x.%s says where the centre of the first cell lies", async (ending) => {
  const world = "10\n0\r\n 0\n-20\n105\n190,0\n";
  const raster = await open(`world-${ending}`, plain(), { [ending]: world });
  expect(raster.grid.transform).toEqual([10, 0, 105 - 5, 0, -20, 190 + 10]);
});

it("a world file with rotation; none counts beside what the file says itself", async () => {
  // x = 3 column − 4 row, y = 4 column + 3 row, of centres from (100, 200) on.
  const turned = await open("turned", plain(), { tfw: "3\n4\n-4\n3\n100\n200" });
  expect(turned.grid.transform).toEqual([3, -4, 100.5, 4, 3, 200 - 3.5]);
  const own = await open("own", plain(...place), { tfw: "3\n4\n-4\n3\n100\n200" });
  expect(own.grid.transform).toEqual([10, 0, 100, 0, -10, 200]);
});

it.each(["", "1\n2\n3", "0\n0\n0\n0\n0\n0", "a\nb\nc\nd\ne\nf"])("a world file of %j is none", async (world) => {
  expect((await open("no-world", plain(), { tfw: world })).grid.transform).toBeNull();
});

it(".aux.xml counts in place of what the file says: CRS, transform, nodata", async () => {
  const wkt = 'GEOGCS["x",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.25]]]';
  const xml = `<PAMDataset>
    <SRS dataAxisToSRSAxisMapping="2,1">${wkt.replaceAll('"', "&quot;")}</SRS>
    <GeoTransform> 1.0e+00,  2, 0.5, 5, 0.25, -3</GeoTransform>
    <PAMRasterBand band="1"><NoDataValue le_hex_equiv="00">7.0</NoDataValue></PAMRasterBand></PAMDataset>`;
  const raster = await open("pam", plain(...place, [42113, 2, "3"]), { "tif.aux.xml": xml });
  expect(raster.grid).toMatchObject({ crs: wkt, transform: [2, 0.5, 1, 0.25, -3, 5] }); // GDAL's order begins with x
  expect(raster.nodata).toBe(7);
});

it(".aux.xml of statistics alone changes nothing", async () => {
  const xml = "<PAMDataset><PAMRasterBand band='1'><Metadata/></PAMRasterBand></PAMDataset>";
  const raster = await open("stats", plain(...place, [42113, 2, "3"]), { "tif.aux.xml": xml });
  expect(raster).toMatchObject({ nodata: 3, grid: { crs: null, transform: [10, 0, 100, 0, -10, 200] } });
});

const mask = (values: number[]) => tiff([{ tags: grey(4, 2, 2), pieces: [Uint8Array.from(values)] }]);

it(".msk takes cells away, in place of nodata; one of another size does not", async () => {
  const masked = await open("masked", plain([42113, 2, "3"]), { "tif.msk": mask([255, 0, 0, 255, 1, 0, 255, 255]) });
  expect(masked).toMatchObject({ dtype: "int16", nodata: -1 });
  expect(await all(masked)).toEqual([0, -1, -1, 3, 4, -1, 6, 7]);
  const other = tiff([{ tags: grey(2, 2, 2), pieces: [counted(4)] }]);
  expect(await all(await open("other", plain(), { "tif.msk": other }))).toEqual([...counted(8)]);
});

it(".ovr has the overviews, the first of its images too, with masks of their own; a damaged one has none", async () => {
  const reduced = (width: number, height: number, bytes: Uint8Array) => ({
    tags: grey(width, height, height, [[254, LONG, [1]]]),
    pieces: [bytes],
  });
  const overviews = tiff([
    reduced(2, 1, Uint8Array.of(7, 9)),
    reduced(1, 1, Uint8Array.of(5)),
    { tags: grey(2, 1, 1, [[254, LONG, [5]], [258, SHORT, [1]]]), pieces: [Uint8Array.of(0b01000000)] }, // biome-ignore format: one line
  ]);
  const raster = await open("overviews", plain(...place), { "tif.ovr": overviews });
  const levels = (await raster.overviews?.()) ?? [];
  expect(levels.map(({ grid }) => grid.transform)).toEqual([
    [20, 0, 100, 0, -20, 200],
    [40, 0, 100, 0, -20, 200],
  ]);
  expect(await all(levels[0])).toEqual([-1, 9]);
  expect(await all(levels[1])).toEqual([5]);
  expect((await open("damaged", plain(), { "tif.ovr": "no TIFF" })).overviews).toBeUndefined();
  await expect(open("damaged", plain(), { "tif.msk": "no TIFF" })).rejects.toMatchObject({ tag: "not-a-raster" });
});

it("file: addresses have the same beside them; Blobs have nothing", async () => {
  await open("address", plain(), { tfw: "10\n0\n0\n-20\n105\n190" });
  const raster = await openCog(pathToFileURL(join(folder, "address.tif")));
  expect(raster.grid.transform).toEqual([10, 0, 100, 0, -20, 200]);
  expect((await openCog(new Blob([plain().slice()]))).grid.transform).toBeNull();
});
