import { expect, it } from "vitest";
import type { Transform } from "../../../src/grid/affine.ts";
import { gridsFit } from "../../../src/grid/fit.ts";

const grid = (transform: Transform, crs: string | null = null) => ({ crs, transform, width: 8, height: 6 });
const base = grid([1, 0, 0, 0, -1, 6]);

it.each<[string, Transform, boolean]>([
  ["itself", [1, 0, 0, 0, -1, 6], true],
  ["cells twice as large", [2, 0, 0, 0, -2, 6], true],
  ["cells a third as large", [1 / 3, 0, 2, 0, -1 / 3, 5], true],
  ["whole cells away", [1, 0, -40, 0, -1, 100], true],
  ["south up", [1, 0, 0, 0, 1, 0], true],
  ["larger along x, smaller along y", [4, 0, -8, 0, -0.5, 6], true],
  ["a third of a cell away", [1, 0, 0.3, 0, -1, 6], false],
  ["half a coarse cell away", [2, 0, 0.5, 0, -2, 6], false],
  ["cells of 1.5", [1.5, 0, 0, 0, -1.5, 6], false],
  ["turned", [0.8, -0.6, 0, 0.6, 0.8, 0], false],
])("%s", (_, transform, fits) => {
  expect(gridsFit(base, grid(transform))).toBe(fits);
  expect(gridsFit(grid(transform), base)).toBe(fits);
});

it("another CRS, or none that is known, does not fit", () => {
  expect(gridsFit(base, grid([1, 0, 0, 0, -1, 6], "EPSG:3857"))).toBe(false);
  expect(gridsFit(base, { ...base, transform: null })).toBe(false);
});
