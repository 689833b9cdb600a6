import { describe, expect, it } from "vitest";
import { openZarr } from "../../../src/source/zarr.ts";
import { arrayV2, arrayV3, bytesOf, coordinate, group, writeZarr, type ZarrFiles } from "../../helpers/zarr-fixture.ts";

const open = async (files: ZarrFiles, path?: string) => openZarr(await writeZarr(files), { path });
const v2 = (dtype: string, fill_value: unknown, attributes: object = {}) =>
  open({ ".zarray": arrayV2([1, 2], dtype, { fill_value }), ".zattrs": attributes });
const v3 = (dtype: string, attributes: object, more: object = {}) =>
  open({ "zarr.json": arrayV3([1, 2], dtype, ["y", "x"], { attributes, ...more }) });

describe("nodata", () => {
  it("is v2's fill_value, and without one _FillValue, then missing_value", async () => {
    expect((await v2("<i2", -9999)).nodata).toBe(-9999);
    expect((await v2("<i2", -9999, { _FillValue: 5 })).nodata).toBe(-9999);
    expect((await v2("<i2", null, { _FillValue: 5 })).nodata).toBe(5);
    expect((await v2("<i2", null)).nodata).toBeNull();
    expect((await v2("<f4", "NaN")).nodata).toBeNull();
  });

  it("is v3's _FillValue, never its fill_value; floats may be base64", async () => {
    expect((await v3("int16", {}, { fill_value: 7 })).nodata).toBeNull();
    expect((await v3("int16", { _FillValue: -999 }, { fill_value: 7 })).nodata).toBe(-999);
    expect((await v3("int16", { missing_value: [-1] })).nodata).toBe(-1);
    const base64 = btoa(String.fromCharCode(...bytesOf(Float64Array.of(-9999.5))));
    expect((await v3("float32", { _FillValue: base64 })).nodata).toBe(-9999.5);
    expect((await v3("float32", { _FillValue: 0.1 })).nodata).toBe(Math.fround(0.1));
    expect((await v3("int64", { _FillValue: -5 })).nodata).toBe(-5n);
  });

  it("that no cell can have is none", async () => {
    expect((await v3("uint8", { _FillValue: -9999 })).nodata).toBeNull();
    expect((await v3("uint8", { _FillValue: "" })).nodata).toBeNull();
  });

  it("of two kinds becomes one", async () => {
    const attributes = { _FillValue: -1, missing_value: -2 };
    const raster = await open({
      "zarr.json": arrayV3([1, 4], "int8", ["y", "x"], { attributes }),
      "c/0/0": bytesOf(Int8Array.of(-2, 0, -1, 1)),
    });
    expect((await raster.read({ row: 0, column: 0, width: 4, height: 1 })).data).toEqual(Int8Array.of(-1, 0, -1, 1));
    expect(raster.nodata).toBe(-1);
  });
});

describe("meaning of cells", () => {
  it("scale, offset and unit come from the attributes", async () => {
    const raster = await v3("int16", { scale_factor: 0.01, add_offset: 273.15, units: "K" });
    expect(raster).toMatchObject({ scale: 0.01, offset: 273.15, unit: "K" });
    expect(await v3("int16", {})).toMatchObject({ scale: 1, offset: 0, unit: null });
  });

  it("_Unsigned reads the bits, and the sentinel, as unsigned", async () => {
    const raster = await open({
      "zarr.json": arrayV3([1, 2], "int8", ["y", "x"], { attributes: { _Unsigned: "true", _FillValue: -1 } }),
      "c/0/0": bytesOf(Int8Array.of(-1, -56)),
    });
    expect(raster).toMatchObject({ dtype: "uint8", nodata: 255 });
    expect((await raster.read({ row: 0, column: 0, width: 2, height: 1 })).data).toEqual(Uint8Array.of(255, 200));
  });
});

describe("labels", () => {
  const cube = (beside: ZarrFiles) =>
    open({ "zarr.json": group(), "v/zarr.json": arrayV3([2, 1, 1], "uint8", ["t", "y", "x"]), ...beside }, "v");

  it("are numbers, packed ones unpacked, or dates", async () => {
    const packed = coordinate("t", [1, 2], { scale_factor: 0.5, add_offset: 10 });
    expect((await cube(packed)).dimensions).toEqual([
      { name: "t", size: 2, labels: { type: "number", values: [10.5, 11] } },
    ]);
    const time = coordinate("t", [0, 31], { units: "days since 2000-01-01", calendar: "standard" });
    const values = [Date.UTC(2000, 0, 1), Date.UTC(2000, 1, 1)];
    expect((await cube(time)).dimensions[0].labels).toEqual({ type: "time", values });
  });

  it("are none without a coordinate of that length", async () => {
    expect((await cube({})).dimensions[0].labels).toBeNull();
    expect((await cube(coordinate("t", [1, 2, 3]))).dimensions[0].labels).toBeNull();
  });

  it("are texts of any kind that zarrita reads", async () => {
    const utf8 = new TextEncoder();
    const lengths = Uint8Array.of(
      2,
      0,
      0,
      0,
      3,
      0,
      0,
      0,
      ...utf8.encode("red"),
      4,
      0,
      0,
      0,
      ...utf8.encode("näh").subarray(0, 4),
    );
    const texts = {
      "t/zarr.json": arrayV3([2], "string", ["t"], { fill_value: "", codecs: [{ name: "vlen-utf8" }] }),
      "t/c/0": lengths,
    };
    expect((await cube(texts)).dimensions[0].labels).toEqual({ type: "text", values: ["red", "näh"] });
    const fixed = Uint32Array.from("ab\0c\0\0", (character) => character.codePointAt(0) ?? 0);
    const v2Cube = {
      ".zgroup": { zarr_format: 2 },
      "v/.zarray": arrayV2([2, 1, 1], "|u1"),
      "v/.zattrs": { _ARRAY_DIMENSIONS: ["t", "y", "x"] },
      "t/.zarray": arrayV2([2], "<U3"),
      "t/0": bytesOf(fixed),
    };
    expect((await open(v2Cube, "v")).dimensions[0].labels).toEqual({ type: "text", values: ["ab", "c"] });
  });

  it("are dates from numpy's datetime64", async () => {
    const ns = BigInt64Array.of(0n, 86_400_000_000_000n);
    const v2Cube = {
      ".zgroup": { zarr_format: 2 },
      "v/.zarray": arrayV2([2, 1, 1], "|u1"),
      "v/.zattrs": { _ARRAY_DIMENSIONS: ["t", "y", "x"] },
      "t/.zarray": arrayV2([2], "<M8[ns]"),
      "t/0": bytesOf(ns),
    };
    expect((await open(v2Cube, "v")).dimensions[0].labels).toEqual({ type: "time", values: [0, 86_400_000] });
  });
});
