import { expect, it } from "vitest";
import { openCog } from "../../../../src/source/cog/open-cog.ts";
import { counted, DOUBLE, grey, SHORT, type Tag, tiff } from "../../../helpers/tiff.ts";

const grid = async (...tags: Tag[]) =>
  (await openCog(new Blob([tiff([{ tags: grey(2, 2, 2, tags), pieces: [counted(4)] }]).slice()]))).grid;

const scale: Tag = [33550, DOUBLE, [30, 20, 0]];
const tie: Tag = [33922, DOUBLE, [1, 2, 0, 1000, 5000, 0]];
// Rows of 4: x = 3 column − 4 row + 100, y = 4 column + 3 row + 200.
const matrix: Tag = [34264, DOUBLE, [3, -4, 0, 100, 4, 3, 0, 200, 0, 0, 0, 0, 0, 0, 0, 1]];
/** One short a key. */
const keys = (...pairs: [key: number, value: number][]): Tag => [
  34735,
  SHORT,
  [1, 1, 0, pairs.length, ...pairs.flatMap(([key, value]) => [key, 0, 1, value])],
];

it("a scale and a tie point: cell (1, 2) has its corner at (1000, 5000)", async () => {
  expect((await grid(scale, tie)).transform).toEqual([30, 0, 1000 - 30, 0, -20, 5000 + 2 * 20]);
});

it("rows go down also where the scale is negative", async () => {
  expect((await grid([33550, DOUBLE, [30, -20, 0]], tie)).transform).toEqual([30, 0, 970, 0, -20, 5040]);
});

it("a scale alone begins at 0, 0, whatever a matrix beside it says", async () => {
  expect((await grid(scale)).transform).toEqual([30, 0, 0, 0, -20, 0]);
  expect((await grid(scale, keys([1025, 2]))).transform).toEqual([30, 0, 0, 0, -20, 0]);
  expect((await grid(scale, matrix)).transform).toEqual([30, 0, 0, 0, -20, 0]);
});

it("where the tie is that of a cell's centre, the corner is half a cell from it", async () => {
  expect((await grid(scale, tie, keys([1025, 2]))).transform).toEqual([30, 0, 970 - 15, 0, -20, 5040 + 10]);
  expect((await grid(matrix, keys([1025, 2]))).transform).toEqual([3, -4, 100 + 0.5, 4, 3, 200 - 3.5]);
});

it("a matrix, turned", async () => {
  expect((await grid(matrix)).transform).toEqual([3, -4, 100, 4, 3, 200]);
});

it("no transform: nothing said, tie points alone, cells of no size, a matrix that cannot be undone", async () => {
  expect((await grid()).transform).toBeNull();
  expect((await grid(tie)).transform).toBeNull();
  expect((await grid([33550, DOUBLE, [0, 0, 0]], tie)).transform).toBeNull();
  expect((await grid([33550, DOUBLE, [Number.NaN, 1, 0]], tie)).transform).toBeNull();
  expect((await grid([34264, DOUBLE, new Array(16).fill(1)])).transform).toBeNull();
});

it("the CRS is that of the keys; options count in place of both", async () => {
  expect((await grid(scale, tie, keys([1024, 1], [3072, 32629]))).crs).toBe("EPSG:32629");
  const file = new Blob([tiff([{ tags: grey(2, 2, 2, [scale, tie]), pieces: [counted(4)] }]).slice()]);
  const other = await openCog(file, { crs: "EPSG:3763", transform: [1, 0, 0, 0, 1, 0] });
  expect(other.grid).toEqual({ crs: "EPSG:3763", transform: [1, 0, 0, 0, 1, 0], width: 2, height: 2 });
  await expect(openCog(file, { transform: [0, 0, 0, 0, 0, 0] })).rejects.toMatchObject({ tag: "invalid-option" });
});
