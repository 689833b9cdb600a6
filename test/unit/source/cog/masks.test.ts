import { expect, it } from "vitest";
import { openCog } from "../../../../src/source/cog/open-cog.ts";
import type { Raster } from "../../../../src/source/source.ts";
import { counted, DOUBLE, grey, LONG, SHORT, type Tag, tiff } from "../../../helpers/tiff.ts";

const open = (...images: Parameters<typeof tiff>[0]) => openCog(new Blob([tiff(images).slice()]));
const all = async (raster: Raster) => [...(await raster.read({ row: 0, column: 0, ...raster.grid })).data];

/** A mask of a bit a cell, each row in a byte. */
const maskOf = (width: number, height: number, rows: number[], kind = 4) => ({
  tags: grey(width, height, 1, [[254, LONG, [kind]], [258, SHORT, [1]], [262, SHORT, [4]]]), // biome-ignore format: one line
  pieces: rows.map((bits) => Uint8Array.of(bits)),
});
const image = (more: Tag[] = [], bytes = counted(6)) => ({ tags: grey(3, 2, 2, more), pieces: [bytes] });

it("cells for which the mask is 0 are nodata, in the next wider type", async () => {
  const raster = await open(image(), maskOf(3, 2, [0b101_00000, 0b010_00000]));
  expect(raster).toMatchObject({ dtype: "int16", nodata: -1 });
  expect(await all(raster)).toEqual([0, -1, 2, -1, 4, -1]);
  const window = { row: 1, column: 1, height: 1, width: 2 };
  expect([...(await raster.read(window)).data]).toEqual([4, -1]);
});

it("a mask counts in place of nodata, as for GDAL", async () => {
  const raster = await open(image([[42113, 2, "2"]]), maskOf(3, 2, [0b101_00000, 0b010_00000]));
  expect(await all(raster)).toEqual([0, -1, 2, -1, 4, -1]);
});

it("a mask of another size is none of the image's", async () => {
  const raster = await open(image(), maskOf(2, 2, [0, 0]));
  expect(raster).toMatchObject({ dtype: "uint8", nodata: null });
});

it.each([
  [[258, SHORT, [16]], "int32"],
  [[258, SHORT, [32]], "int64"],
  [[258, SHORT, [64]], "uint64"],
] as const)("wider types for wider cells: %o → %s", async (bits, dtype) => {
  const [, , [size]] = bits;
  const bytes = new Uint8Array((6 * size) / 8);
  for (let i = 0; i < 6; i++) bytes[(i * size) / 8] = i;
  const raster = await open(image([bits as Tag], bytes), maskOf(3, 2, [0b101_00000, 0b010_00000]));
  expect(raster.dtype).toBe(dtype);
  const none = raster.nodata;
  const cells = dtype === "int32" ? [0, none, 2, none, 4, none] : [0n, none, 2n, none, 4n, none];
  expect(await all(raster)).toEqual(cells);
});

it("masked floats are NaN", async () => {
  const bytes = new Uint8Array(new Float32Array([0, 1, 2, 3, 4, 5]).buffer);
  const tags: Tag[] = [[258, SHORT, [32]], [339, SHORT, [3]]]; // biome-ignore format: one line
  const raster = await open(image(tags, bytes), maskOf(3, 2, [0b101_00000, 0b010_00000]));
  expect(raster.dtype).toBe("float32");
  expect(await all(raster)).toEqual([0, Number.NaN, 2, Number.NaN, 4, Number.NaN]);
});

it("64-bit cells have no wider type: one that looks masked and is not is refused, not lost", async () => {
  const bytes = new Uint8Array(48).fill(255, 0, 8);
  const tags: Tag[] = [[258, SHORT, [64]]];
  const masked = await open(image(tags, bytes), maskOf(3, 2, [0b011_00000, 0b111_00000]));
  expect((await all(masked))[0]).toBe(2n ** 64n - 1n);
  const plain = await open(image(tags, bytes), maskOf(3, 2, [0b101_00000, 0b111_00000]));
  await expect(all(plain)).rejects.toMatchObject({ tag: "unsupported" });
});

const rgba = (planar: 1 | 2, extra: number): Tag[] => [
  [258, SHORT, [8, 8, 8, 8]],
  [262, SHORT, [2]],
  [277, SHORT, [4]],
  [284, SHORT, [planar]],
  [338, SHORT, [extra]],
];

it("alpha 0 takes the colours away, not itself; cells side by side and apart", async () => {
  const chunky = Uint8Array.of(1, 2, 3, 0, 4, 5, 6, 255);
  const apart = [Uint8Array.of(1, 4), Uint8Array.of(2, 5), Uint8Array.of(3, 6), Uint8Array.of(0, 255)];
  const one = await open({ tags: grey(2, 1, 1, rgba(1, 2)), pieces: [chunky] });
  const two = await open({ tags: grey(2, 1, 1, rgba(2, 1)), pieces: apart });
  for (const raster of [one, two]) {
    expect(raster).toMatchObject({ dtype: "int16", nodata: -1 });
    expect(await all(raster)).toEqual([-1, 4, -1, 5, -1, 6, 0, 255]);
    const window = { row: 0, column: 0, height: 1, width: 2 };
    expect([...(await raster.read(window, { ranges: [[1, 2]] })).data]).toEqual([-1, 5]);
  }
});

it("a fourth band that is no alpha, and nodata beside one, mask nothing", async () => {
  const pieces = [Uint8Array.of(1, 2, 3, 0, 4, 5, 6, 255)];
  const plain = await open({ tags: grey(2, 1, 1, rgba(1, 0)), pieces });
  expect(plain).toMatchObject({ dtype: "uint8", nodata: null });
  const said = await open({ tags: grey(2, 1, 1, [...rgba(1, 2), [42113, 2, "5"]]), pieces });
  expect(said).toMatchObject({ dtype: "uint8", nodata: 5 });
  expect(await all(said)).toEqual([1, 4, 2, 5, 3, 6, 0, 255]);
});

it("inks in planes become red, green, blue and alpha together, whichever of them is read", async () => {
  const tags: Tag[] = [[258, SHORT, [8, 8, 8, 8]], [262, SHORT, [5]], [277, SHORT, [4]], [284, SHORT, [2]]]; // biome-ignore format: one line
  const pieces = [Uint8Array.of(0, 255), Uint8Array.of(51, 0), Uint8Array.of(255, 0), Uint8Array.of(0, 127)];
  const raster = await open({ tags: grey(2, 1, 1, tags), pieces });
  expect(raster.chunkShape).toEqual([4, 1, 2]);
  // red = (255 − cyan) × (255 − black) / 255, and so on; alpha 255.
  const light = 255 - 127;
  expect(await all(raster)).toEqual([255, 0, 255 - 51, light, 0, light, 255, 255]);
  const green = await raster.read({ row: 0, column: 0, height: 1, width: 2 }, { ranges: [[1, 2]] });
  expect([...green.data]).toEqual([204, light]);
});

it.each([
  ["", []],
  ["signed, as GDAL does not notice", [[339, SHORT, [2, 2, 2, 2, 2]]]],
] as [string, Tag[]][])("inks with a sample of their own behind become four bands of colour %s", async (_, more) => {
  const tags: Tag[] = [[258, SHORT, [8, 8, 8, 8, 8]], [262, SHORT, [5]], [277, SHORT, [5]], [338, SHORT, [2]]]; // biome-ignore format: one line
  const inks = Uint8Array.of(0, 51, 255, 0, 9, 255, 0, 0, 127, 0);
  const raster = await open({ tags: grey(2, 1, 1, [...tags, ...more]), pieces: [inks] });
  expect(raster).toMatchObject({ dtype: "uint8", nodata: null, chunkShape: [4, 1, 2] });
  const light = 255 - 127;
  expect(await all(raster)).toEqual([255, 0, 255 - 51, light, 0, light, 255, 255]);
});

it("inks of another set (InkSet) are numbers as they are stored", async () => {
  const tags: Tag[] = [[258, SHORT, [8, 8, 8, 8]], [262, SHORT, [5]], [277, SHORT, [4]], [332, SHORT, [2]]]; // biome-ignore format: one line
  const raster = await open({ tags: grey(1, 1, 1, tags), pieces: [Uint8Array.of(1, 2, 3, 4)] });
  expect(await all(raster)).toEqual([1, 2, 3, 4]);
});

it("tiles that a sparse file lacks are masked where it has alpha, which is 0 there", async () => {
  const pieces = [null, Uint8Array.of(4, 5, 6, 255)];
  const raster = await open({ tags: grey(1, 2, 1, rgba(1, 2)), pieces });
  expect(await all(raster)).toEqual([-1, 4, -1, 5, -1, 6, 0, 255]);
});

const twoBands: Tag[] = [[258, SHORT, [8, 8]], [277, SHORT, [2]]]; // biome-ignore format: one line
const metadata = (...items: [role: string, sample: number, value: string][]): Tag => {
  const texts = items.map(
    ([role, sample, value]) => `<Item name="X" sample="${sample}" role="${role}">${value}</Item>`,
  );
  return [42112, 2, `<GDALMetadata>${texts.join("")}</GDALMetadata>`];
};

it("one scale for all bands stays beside the cells; scales of their own make values of them", async () => {
  const same = metadata(["scale", 0, "0.5"], ["scale", 1, "0.5"], ["description", 0, "red"], ["unittype", 0, "m"]);
  const one = await open({ tags: grey(2, 1, 1, [...twoBands, same]), pieces: [Uint8Array.of(1, 2, 3, 4)] });
  expect(one).toMatchObject({ dtype: "uint8", scale: 0.5, offset: 0, unit: null });
  expect(one.dimensions[0].labels).toEqual({ type: "text", values: ["red", "2"] });
  const own = [metadata(["scale", 0, "0.5"], ["offset", 1, "-1"]), [42113, 2, "3"]] as Tag[];
  const two = await open({ tags: grey(2, 1, 1, [...twoBands, ...own]), pieces: [Uint8Array.of(1, 2, 3, 4)] });
  expect(two).toMatchObject({ dtype: "float64", scale: 1, offset: 0, nodata: Number.NaN });
  expect(await all(two)).toEqual([0.5, Number.NaN, 2 - 1, 4 - 1]);
});

it("reduced images are overviews, with their masks, on the same ground; other pages are none", async () => {
  const place: Tag[] = [[33550, DOUBLE, [10, 10, 0]], [33922, DOUBLE, [0, 0, 0, 100, 200, 0]]]; // biome-ignore format: one line
  const raster = await open(
    { tags: grey(4, 2, 2, place), pieces: [counted(8)] },
    { tags: grey(2, 1, 1, [[254, LONG, [1]]]), pieces: [Uint8Array.of(7, 9)] },
    { tags: grey(4, 2, 2), pieces: [counted(8)] },
    maskOf(4, 2, [0b11110000, 0b11110000]),
    maskOf(2, 1, [0b01000000], 5),
  );
  const levels = (await raster.overviews?.()) ?? [];
  expect(levels.map(({ grid }) => grid)).toEqual([
    { crs: null, width: 2, height: 1, transform: [20, 0, 100, 0, -20, 200] },
  ]);
  expect(levels[0]).toMatchObject({ dtype: "int16", nodata: -1, dimensions: [] });
  expect(await all(levels[0])).toEqual([-1, 9]);
  expect(await raster.overviews?.()).toBe(levels);
});
