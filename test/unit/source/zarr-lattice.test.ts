import { describe, expect, it } from "vitest";
import { cfTimeLabels } from "../../../src/source/cf-time.ts";
import { openZarr } from "../../../src/source/zarr.ts";
import { latticeOf } from "../../../src/source/zarr-lattice.ts";
import { arrayV3, bytesOf, coordinate, group, writeZarr } from "../../helpers/zarr-fixture.ts";

const row = (count: number, value: (i: number) => number) => Array.from({ length: count }, (_, i) => value(i));

describe("lattices of coordinates", () => {
  it("are as they are said, in either direction, as centres or edges", () => {
    expect(
      latticeOf(
        row(5, (i) => 495 - 10 * i),
        "centres",
      ),
    ).toEqual({ edge: 500, step: -10 });
    expect(
      latticeOf(
        row(5, (i) => 90 - 3 * i),
        "edges",
      ),
    ).toEqual({ edge: 90, step: -3 });
  });

  it.each([
    ["0.1 from 0", 0.1, 0],
    ["1/120 from 200.00416", 1 / 120, 200.00416],
    ["-0.05 from 89.975", -0.05, 89.975],
    ["0.25 from -180", 0.25, -180],
  ])("that were rounded to float32 are the simplest that round so: %s", (_, step, edge) => {
    const lattice = latticeOf(
      row(100, (i) => Math.fround(edge + (i + 0.5) * step)),
      "centres",
    );
    expect(lattice?.step).toBe(step);
    // Of the edge only what float32 kept is known.
    expect(Math.abs((lattice?.edge ?? 0) - edge)).toBeLessThan(2 ** -23 * 200);
  });

  it("are none where cells are of several sizes", () => {
    expect(latticeOf([87.86, 85.09, 82.3, 79.5, 76.7, 73.93], "centres")).toBeNull();
    expect(latticeOf([1, 1, 1], "centres")).toBeNull();
    expect(latticeOf([1, Number.NaN, 3], "centres")).toBeNull();
  });
});

describe("CF", () => {
  const files = (y: object, extra: object = {}, attributes: object = {}) => ({
    "zarr.json": group(),
    "v/zarr.json": arrayV3([2, 3], "int16", ["y", "x"], { attributes }),
    "v/c/0/0": bytesOf(Int16Array.of(1, 2, 3, 4, 5, 6)),
    ...coordinate("y", [10, 8.4], y),
    ...coordinate("x", [1, 2, 3.1]),
    ...extra,
  });
  const bounds = (name: string, pairs: number[]) => ({
    [`${name}/zarr.json`]: arrayV3([pairs.length / 2, 2], "float64", [name.slice(0, 1), "nv"]),
    [`${name}/c/0/0`]: bytesOf(Float64Array.from(pairs)),
  });

  it("takes the edges of bounds where centres are not in the middle", async () => {
    const xBounds = {
      ...coordinate("x", [1, 2, 3.1], { bounds: "x_bnds" }),
      ...bounds("x_bnds", [0.5, 1.5, 1.5, 2.5, 2.5, 3.5]),
    };
    const raster = await openZarr(await writeZarr(files({}, xBounds)), { path: "v" });
    expect(raster.grid.transform).toEqual([1, 0, 0.5, 0, 8.4 - 10, 10 - (8.4 - 10) / 2]);
  });

  it("says which coordinate is not regular, and of bounds that they are not either", async () => {
    const open = async (extra: object) => openZarr(await writeZarr(files({}, extra)), { path: "v" });
    await expect(open({})).rejects.toMatchObject({
      tag: "invalid-metadata",
      message: expect.stringContaining("/x is not regular (at index 2: 3.1)"),
    });
    const gap = { ...coordinate("x", [1, 2, 3.1], { bounds: "x_bnds" }), ...bounds("x_bnds", [0, 1, 1, 2, 4, 5]) };
    await expect(open(gap)).rejects.toThrow("nor do its bounds");
  });

  it.each([
    [{ valid_range: [2, 5] }, [1, 2, 3, 4, 5, 1], 1],
    [{ valid_min: 3 }, [2, 2, 3, 4, 5, 6], 2],
    [{ valid_max: 4, missing_value: 2 }, [1, 2, 3, 4, 2, 2], 2],
    [{ missing_value: [1, 3] }, [1, 2, 1, 4, 5, 6], 1],
    [{ valid_range: [-32768, 32767] }, [1, 2, 3, 4, 5, 6], null],
    [{ valid_range: [0.5, 3.5] }, [1, 2, 3, 4, 5, 6], null],
  ])("%j makes other cells nodata", async (attributes, cells, nodata) => {
    const path = await writeZarr(files({}, {}, { ...attributes }));
    const raster = await openZarr(path, { path: "v", transform: [1, 0, 0, 0, -1, 0] });
    expect(raster.nodata).toBe(nodata);
    expect([...(await raster.read({ row: 0, column: 0, width: 3, height: 2 })).data]).toEqual(cells);
  });

  it.each([
    ["months since 2000-01-31", "standard", [1, 14], ["2000-02-29", "2001-03-31"]],
    ["months since 2000-01-31", "noleap", [1, 14], ["2000-02-28", "2001-03-31"]],
    ["months since 2000-01-31", "360_day", [1, -1], ["2000-02-30", "1999-12-30"]],
    ["years since 2000-02-29", "proleptic_gregorian", [1, 4], ["2001-02-28", "2004-02-29"]],
    ["days since 1900-02-28", "julian", [1, 2], ["1900-02-29", "1900-03-01"]],
  ])("%s of the calendar %s are dates", (units, calendar, values, dates) => {
    const labels = cfTimeLabels(values, units, calendar);
    const texts =
      labels?.type === "time" ? labels.values.map((ms) => new Date(ms).toISOString().slice(0, 10)) : labels?.values;
    expect(texts).toEqual(dates);
  });

  it("does not guess parts of months", () => {
    expect(cfTimeLabels([0.5], "months since 2000-01-01", "standard")).toBeNull();
  });
});
