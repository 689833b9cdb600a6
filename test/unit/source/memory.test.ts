import { describe, expect, it } from "vitest";
import { type MemoryRasterOptions, memoryRaster } from "../../../src/source/memory.ts";
import type { Dimension } from "../../../src/source/source.ts";

/** Two steps of 2 rows × 3 columns: 0 … 5, then 6 … 11. */
const time: Dimension = { name: "time", size: 2, labels: { type: "time", values: [0, 86_400_000] } };
const cube = (more: Partial<MemoryRasterOptions> = {}) =>
  memoryRaster({
    data: Float32Array.from({ length: 12 }, (_, i) => i),
    width: 3,
    height: 2,
    dimensions: [time],
    ...more,
  });

describe("memoryRaster", () => {
  it("is one chunk of everything unless told otherwise", () => {
    expect(cube().chunkShape).toEqual([2, 2, 3]);
    expect(cube({ chunkShape: [1, 2, 2] }).chunkShape).toEqual([1, 2, 2]);
    expect(cube()).toMatchObject({
      dtype: "float32",
      nodata: null,
      scale: 1,
      offset: 0,
      unit: null,
      dimensions: [time],
    });
  });

  it("reads everything uncopied and a window as a block of its own", async () => {
    const data = Float32Array.from({ length: 12 }, (_, i) => i);
    const raster = cube({ data });
    const all = await raster.read({ row: 0, column: 0, width: 3, height: 2 });
    expect(all.data).toBe(data);
    expect(all.shape).toEqual([2, 2, 3]);
    const window = { row: 1, column: 1, width: 2, height: 1 };
    expect(await raster.read(window)).toEqual({ data: Float32Array.of(4, 5, 10, 11), shape: [2, 1, 2] });
    expect(await raster.read(window, { ranges: [[1, 2]] })).toEqual({
      data: Float32Array.of(10, 11),
      shape: [1, 1, 2],
    });
  });

  it("makes the transform from bounds, row 0 at the top", () => {
    // 3 columns over 6 units, 2 rows over 10 units.
    expect(cube({ bounds: [100, 40, 106, 50] }).grid.transform).toEqual([2, 0, 100, 0, -5, 50]);
    expect(cube({ transform: [1, 0, 0, 0, 1, 0] }).grid.transform).toEqual([1, 0, 0, 0, 1, 0]);
    expect(cube().grid).toEqual({ crs: null, transform: null, width: 3, height: 2 });
  });

  it("holds nodata as a cell holds it", () => {
    expect(cube({ nodata: 0.1 }).nodata).toBe(Math.fround(0.1));
    expect(cube({ nodata: Number.NaN }).nodata).toBeNull();
    expect(cube({ data: new BigInt64Array(12), nodata: -9999 }).nodata).toBe(-9999n);
    expect(cube({ dtype: "float16", nodata: -9999 }).nodata).toBe(-10000); // halves are 8 apart there
  });

  it.each<[string, Partial<MemoryRasterOptions>]>([
    ["data", { width: 4 }],
    ["data", { data: [1, 2] as unknown as Float32Array }],
    ["width", { width: 0 }],
    ["height", { height: 1.5 }],
    ["dtype", { dtype: "int16" }],
    ["dtype", { dtype: "complex64" as "int16" }],
    ["chunkShape", { chunkShape: [2, 3] }],
    ["chunkShape", { chunkShape: [1, 0, 3] }],
    ["bounds", { bounds: [1, 0, 0, 1] }],
    ["bounds", { bounds: [0, 0, 1, 1], transform: [1, 0, 0, 0, 1, 0] }],
    ["transform", { transform: [0, 0, 0, 0, 1, 0] }],
    ["dimensions", { dimensions: [{ ...time, labels: { type: "number", values: [1] } }] }],
    ["nodata", { data: new Uint8Array(12), nodata: 300 }],
    ["scale", { scale: 0 }],
    ["offset", { offset: Number.NaN }],
    ["crs", { crs: "" }],
  ])("refuses a wrong %s (%#)", (option, more) => {
    expect(() => cube(more)).toThrow(expect.objectContaining({ tag: "invalid-option", option }));
  });

  it.each([
    [{ row: 0, column: 0, width: 4, height: 1 }, undefined],
    [{ row: -1, column: 0, width: 1, height: 1 }, undefined],
    [{ row: 0.5, column: 0, width: 1, height: 1 }, undefined],
    [{ row: 0, column: 0, width: 1, height: 1 }, [[0, 3]]],
    [{ row: 0, column: 0, width: 1, height: 1 }, []],
  ] as const)("refuses to read outside (%#)", async (window, ranges) => {
    await expect(cube().read(window, { ranges })).rejects.toMatchObject({ tag: "invalid-option" });
  });

  it("reads nothing once the signal is aborted", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(cube().read({ row: 0, column: 0, width: 1, height: 1 }, { signal })).rejects.toThrow("enough");
  });
});
