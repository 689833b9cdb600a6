import { describe, expect, it } from "vitest";
import { fillMissing } from "../../../src/source/fill-missing.ts";
import { type MemoryRasterOptions, memoryRaster } from "../../../src/source/memory.ts";
import type { CellArray, Dtype } from "../../../src/source/source.ts";

const whole = { row: 0, column: 0, height: 1, width: 3 };
const raster = (data: CellArray, options: Partial<MemoryRasterOptions> = {}) =>
  memoryRaster({ data, width: data.length, height: 1, ...options });
const filled = async (data: CellArray, value: number, options: Partial<MemoryRasterOptions> = {}) =>
  (await fillMissing(raster(data, options), value).read(whole)).data;

describe("fillMissing", () => {
  it("puts the value where nodata or NaN is, in cells of the same type", async () => {
    expect(await filled(Int16Array.of(1, -99, 3), 7, { nodata: -99 })).toEqual(Int16Array.of(1, 7, 3));
    expect(await filled(Float32Array.of(1, Number.NaN, -99), 0.1, { nodata: -99 })).toEqual(
      Float32Array.of(1, 0.1, 0.1),
    );
    expect(await filled(BigInt64Array.of(2n ** 60n + 1n, -1n, 3n), 5, { nodata: -1n })).toEqual(
      BigInt64Array.of(2n ** 60n + 1n, 5n, 3n),
    );
    expect(await filled(Uint8Array.of(0, 1, 1), 1, { dtype: "bool", nodata: 0 })).toEqual(Uint8Array.of(1, 1, 1));
  });

  it("says that nothing is missing any more, and leaves the raster as it was", async () => {
    const given = raster(Uint8Array.of(1, 255, 3), { nodata: 255 });
    const made = fillMissing(given, 0);
    expect([made.nodata, made.dtype, made.scale, made.offset]).toEqual([null, "uint8", 1, 0]);
    expect((await given.read(whole)).data).toEqual(Uint8Array.of(1, 255, 3));
  });

  it("scaled cells become doubles in the raster's units, in which the value is given", async () => {
    const options = { nodata: -1, scale: 0.5, offset: 10 };
    const made = fillMissing(raster(Int16Array.of(4, -1, 6), options), 0.3);
    expect([made.dtype, made.scale, made.offset]).toEqual(["float64", 1, 0]);
    expect((await made.read(whole)).data).toEqual(Float64Array.of(0.5 * 4 + 10, 0.3, 0.5 * 6 + 10));
  });

  it("infinite cells are not missing", async () => {
    const data = Float64Array.of(Infinity, -Infinity, Number.NaN);
    expect(await filled(data, 1)).toEqual(Float64Array.of(Infinity, -Infinity, 1));
  });

  it.each<[Dtype, CellArray, number]>([
    ["uint8", new Uint8Array(3), -1],
    ["uint8", new Uint8Array(3), 256],
    ["int16", new Int16Array(3), 0.5],
    ["int64", new BigInt64Array(3), 2 ** 63],
    ["uint64", new BigUint64Array(3), -1],
    ["bool", new Uint8Array(3), 2],
    ["float32", new Float32Array(3), 1e300],
    ["float16", new Float32Array(3), 70_000],
  ])("cells of %s do not hold everything", (dtype, data, value) => {
    expect(() => fillMissing(raster(data, { dtype }), value)).toThrow(
      expect.objectContaining({ tag: "invalid-option", option: "defaultValue", received: value }),
    );
  });
});
