import { describe, expect, it } from "vitest";
import {
  applyTransform,
  createPixelMapping,
  invertTransform,
  type Transform,
  transformFromGdal,
} from "../../../src/grid/affine.ts";

/** x and y → [column, row] by the exact mapping. */
function pixel(transform: Transform, x: number, y: number): [number, number] {
  const mapping = createPixelMapping(transform);
  if (!mapping) throw new Error("singular");
  return [mapping.column(x, y), mapping.row(x, y)];
}

describe("transforms", () => {
  it("come from GDAL's order", () => {
    expect(transformFromGdal([100, 10, 1, 200, 2, -20])).toEqual([10, 1, 100, 2, -20, 200]);
  });

  it("invert: 10 m cells from (100, 200) down", () => {
    const inverse = invertTransform([10, 0, 100, 0, -10, 200]);
    expect(inverse && applyTransform(inverse, 100 + 10 * 3, 200 - 10 * 4)).toEqual([3, 4]);
  });

  it("have no inverse where cells have no area or are not finite", () => {
    for (const flat of [
      [1, 2, 0, 2, 4, 0],
      [0, 0, 0, 0, 0, 0],
      [Number.NaN, 0, 0, 0, 1, 0],
      [Number.POSITIVE_INFINITY, 0, 0, 0, 1, 0],
    ] as unknown as Transform[]) {
      expect(invertTransform(flat)).toBeNull();
      expect(createPixelMapping(flat)).toBeNull();
    }
  });
});

describe("createPixelMapping", () => {
  it("puts borders and centres on whole and half numbers where cells are powers of two", () => {
    const transform: Transform = [0.25, 0, -180, 0, -0.25, 90];
    expect(pixel(transform, -180 + 0.25 * 7, 90 - 0.25 * 3.5)).toEqual([7, 3.5]);
  });

  it("divides, where a rounded reciprocal would miss a border", () => {
    expect(49 * (1 / 49)).toBe(0.9999999999999999);
    expect(pixel([49, 0, 0, 0, -49, 0], 49, -49)).toEqual([1, 1]);
    expect(pixel([0.3, 0, 0, 0, -0.3, 0], 1.5, -1.5)).toEqual([5, 5]);
    expect(pixel([0.1, 0, -180, 0, -0.1, 90], -179.5, 89.5)).toEqual([5, 5]);
  });

  it("keeps a point on its side of a centre that it rounds to", () => {
    const third = 2.6666666666666665 / 8; // a little under 1/3, so 0.5 is a little over 1.5 cells
    expect(0.5 / third).toBe(1.5);
    const [column, row] = pixel([third, 0, 0, 0, -third, 2.6666666666666665], 0.5, 0.5);
    expect(column).toBe(1.5 + 2 ** -52);
    expect(row).toBe(6.5 - 2 ** -50); // (2.666… − 0.5) / third, a little under 6.5
  });

  it("takes south-up grids, negative columns and cells turned by 90° alike", () => {
    expect(pixel([2, 0, 10, 0, 2, 20], 13, 25)).toEqual([1.5, 2.5]);
    expect(pixel([2, 0, 10, 0, -2, 20], 5, 23)).toEqual([-2.5, -1.5]);
    expect(pixel([0, 5, 10, 5, 0, 20], 10 + 5 * 2, 20 + 5 * 3)).toEqual([3, 2]);
  });

  it("undoes rotated and sheared grids", () => {
    const transform: Transform = [3, 4, 100, -4, 3, 200]; // turned by atan(4/3), cells of 5
    const [x, y] = applyTransform(transform, 6.5, 2.25);
    expect([x, y]).toEqual([3 * 6.5 + 4 * 2.25 + 100, -4 * 6.5 + 3 * 2.25 + 200]);
    expect(pixel(transform, x, y)).toEqual([6.5, 2.25]);
  });

  it("passes what is not finite on", () => {
    expect(pixel([1, 0, 0, 0, 1, 0], Number.POSITIVE_INFINITY, Number.NaN)).toEqual([
      Number.POSITIVE_INFINITY,
      Number.NaN,
    ]);
  });
});
