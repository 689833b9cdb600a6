import { expect, it } from "vitest";
import { isRastrumError } from "../../../../src/errors.ts";
import { openCog } from "../../../../src/source/cog/open-cog.ts";
import {
  ASCII,
  counted,
  DOUBLE,
  grey,
  LONG,
  LONG8,
  SHORT,
  type Tag,
  type TiffOptions,
  tiff,
} from "../../../helpers/tiff.ts";

const open = (bytes: Uint8Array) => openCog(new Blob([bytes.slice()]));
const image = (more: Tag[]) => ({ tags: grey(4, 5, 2, more), pieces: [counted(8), counted(8), counted(4)] });
const made = (more: Tag[], options?: TiffOptions) => open(tiff([image(more)], options));

/** Opens a file and reads all of it. */
async function readAll(bytes: Uint8Array): Promise<number> {
  const raster = await open(bytes);
  const { width, height } = raster.grid;
  const read = (of: typeof raster) =>
    of.read({ row: 0, column: 0, height: Math.min(of.grid.height, 64), width: Math.min(of.grid.width, 64) });
  for (const level of (await raster.overviews?.()) ?? []) await read(level);
  await read(raster);
  return width * height;
}

it("directories that lead back to themselves end there", async () => {
  const first = tiff([image([])]);
  const start = new DataView(first.buffer).getUint32(4, true);
  const raster = await open(tiff([image([])], { last: start }));
  expect(raster.grid).toMatchObject({ width: 4, height: 5 });
  const two = [image([]), { tags: grey(2, 3, 3, [[254, LONG, [1]]]), pieces: [counted(6)] }];
  const turning = await open(tiff(two, { last: start }));
  expect(await turning.overviews?.()).toHaveLength(1);
});

it("a next directory that is not there ends the list; the first must be", async () => {
  expect((await made([], { last: 2 ** 31 })).grid.width).toBe(4);
  const bytes = tiff([image([])]);
  new DataView(bytes.buffer).setUint32(4, 2 ** 32 - 1, true);
  await expect(open(bytes)).rejects.toMatchObject({ tag: "truncated" });
  new DataView(bytes.buffer).setUint32(4, 0, true);
  await expect(open(bytes)).rejects.toMatchObject({ tag: "invalid-metadata" });
});

it.each([
  ["no columns", [[256, LONG, [0]]]],
  ["no rows", [[257, LONG, [0]]]],
  ["more columns than 31 bits count", [[256, LONG, [2 ** 31]]]],
  ["no samples", [[277, SHORT, [0]]]],
  ["fewer strips than rows need", [[257, LONG, [500]]]],
  ["tiles of no columns", [[322, LONG, [0]], [323, LONG, [16]]]],
  ["strips of 10^-300 rows", [[278, DOUBLE, [1e-300]]]],
  ["tiles of one and a half columns", [[322, DOUBLE, [1.5]], [323, LONG, [16]]]],
  ["a size that is a text", [[256, ASCII, "wide"]]],
  ["a size of a type that nobody knows", [[256, 99, [4]]]],
] as [string, Tag[]][])("%s: invalid", async (_, tags) => {
  await expect(made(tags)).rejects.toMatchObject({ tag: "invalid-metadata" });
}); // biome-ignore format: one line a case

it.each([
  ["bits of different counts", [[277, SHORT, [2]], [258, SHORT, [8, 16]]]],
  ["33 bits", [[258, SHORT, [33]]]],
  ["complex numbers", [[258, SHORT, [32]], [339, SHORT, [6]]]],
  ["a strip of 4 GB", [[256, LONG, [65536]], [257, LONG, [65536]], [278, LONG, [65536]]]],
  ["a compression that nobody knows", [[259, SHORT, [31337]]]],
] as [string, Tag[]][])("%s: not supported, before any memory is taken", async (_, tags) => {
  await expect(made(tags)).rejects.toMatchObject({ tag: "unsupported" });
}); // biome-ignore format: one line a case

it("2^31 − 1 columns and rows of sparse tiles cost nothing but what is read", async () => {
  const size = 2 ** 31 - 1;
  const across = Math.ceil(size / 2 ** 14);
  const tags: Tag[] = [
    ...grey(size, size, 1).filter(([tag]) => tag !== 278),
    [322, LONG, [2 ** 14]],
    [323, LONG, [2 ** 14]],
  ];
  const bytes = tiff([{ tags: [...tags, [324, LONG8, [0, 0]], [325, LONG8, [0, 0]]] }], { big: true });
  // The lists are said to be as long as they must be, and their first values are there.
  const view = new DataView(bytes.buffer);
  const start = Number(view.getBigUint64(8, true));
  for (let i = 0; i < Number(view.getBigUint64(start, true)); i++) {
    const at = start + 8 + 20 * i;
    if (view.getUint16(at, true) >= 324) view.setBigUint64(at + 4, BigInt(across * across), true);
  }
  const raster = await open(bytes);
  expect(raster.grid).toMatchObject({ width: size, height: size });
  const { data } = await raster.read({ row: 5, column: 6, height: 1, width: 2 });
  expect([...data]).toEqual([0, 0]);
  const far = raster.read({ row: size - 1, column: size - 1, height: 1, width: 1 });
  await expect(far).rejects.toMatchObject({ tag: "decode-failed" });
});

it("strips that lie over each other are read as they are; such that are too short are not", async () => {
  const at = tiff([image([])]);
  const raster = await open(at);
  expect((await raster.read({ row: 0, column: 0, height: 5, width: 4 })).data).toHaveLength(20);
  const tags = grey(4, 5, 2, [[279, LONG, [8, 7, 4]], [273, LONG, [8, 8, 8]]]); // biome-ignore format: one line
  const short = await open(tiff([{ tags }]));
  expect((await short.read({ row: 0, column: 0, height: 2, width: 4 })).data).toHaveLength(8);
  await expect(short.read({ row: 2, column: 0, height: 2, width: 4 })).rejects.toMatchObject({
    tag: "invalid-metadata",
  });
});

const rich = (options: TiffOptions) =>
  tiff(
    [
      image([
        [42112, ASCII, '<GDALMetadata><Item name="SCALE" sample="0" role="scale">0.1</Item></GDALMetadata>'],
        [42113, ASCII, "7"],
        [33550, DOUBLE, [10, 10, 0]],
        [33922, DOUBLE, [0, 0, 0, 100, 200, 0]],
        [34735, SHORT, [1, 1, 0, 2, 1024, 0, 1, 1, 3072, 0, 1, 32629]],
      ]),
      { tags: grey(4, 5, 5, [[254, LONG, [4]]]), pieces: [counted(20)] },
      { tags: grey(2, 3, 3, [[254, LONG, [1]]]), pieces: [counted(6)] },
    ],
    options,
  );

it.each([{}, { big: true }, { littleEndian: false }])(
  "a file cut off anywhere: cells or a tagged error: %o",
  async (options) => {
    const whole = rich(options);
    expect(await readAll(whole)).toBe(20);
    for (let length = 0; length < whole.length; length++) await orderly(whole.subarray(0, length));
  },
);

it("thousands of damaged files: cells or a tagged error, at once", async () => {
  let seed = 20261121;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const files = [rich({}), rich({ big: true }), rich({ littleEndian: false })];
  for (let i = 0; i < 2000; i++) {
    const bytes = files[i % 3].slice();
    for (let n = random(4); n >= 0; n--) bytes[random(bytes.length)] = [0, 1, 127, 255, random(256)][random(5)];
    await orderly(bytes);
  }
}, 30_000);

async function orderly(bytes: Uint8Array): Promise<void> {
  const started = performance.now();
  try {
    await readAll(bytes);
  } catch (error) {
    if (!isRastrumError(error)) throw error;
  }
  expect(performance.now() - started).toBeLessThan(2000);
}
