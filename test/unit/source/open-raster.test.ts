import { expect, it } from "vitest";
import { openRaster } from "../../../src/source/open-raster.ts";
import { filesFetch } from "../../helpers/files-fetch.ts";
import { counted, grey, tiff } from "../../helpers/tiff.ts";

const bytes = tiff([{ tags: grey(4, 5, 5), pieces: [counted(20)] }]);
const array = {
  zarr_format: 2, shape: [2, 3], chunks: [2, 3], dtype: "|u1", compressor: null, fill_value: 0, order: "C", filters: null,
}; // biome-ignore format: as in a file
const asked: string[] = [];
const fetch = filesFetch(
  "/d",
  new Map([
    ["a.TIF", bytes],
    ["scene", bytes],
    ["cube/.zarray", new TextEncoder().encode(JSON.stringify(array))],
  ]),
  asked,
);

it("a Blob and a name that ends as TIFFs do need no look; other names take one", async () => {
  expect((await openRaster(new Blob([bytes.slice()]))).grid).toMatchObject({ width: 4, height: 5 });
  expect((await openRaster("http://h.example/d/a.TIF?key=1", { fetch })).grid.width).toBe(4);
  expect(asked).toHaveLength(1);
  expect((await openRaster("http://h.example/d/scene", { fetch })).grid.width).toBe(4);
  expect(asked).toHaveLength(3);
  expect((await openRaster("http://h.example/d/cube/", { fetch })).grid).toMatchObject({ width: 3, height: 2 });
});

it("what is neither is told as for a Zarr", async () => {
  await expect(openRaster("http://h.example/d/none", { fetch })).rejects.toMatchObject({ tag: "not-a-raster" });
});
