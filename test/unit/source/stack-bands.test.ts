import { describe, expect, it } from "vitest";
import { zonalStats } from "../../../src/ops/zonal-stats.ts";
import { openZarr } from "../../../src/source/zarr.ts";
import { arrayV3, bytesOf, group, writeZarr } from "../../helpers/zarr-fixture.ts";

const attributes = { "spatial:transform": [10, 0, 0, 0, -10, 20], "proj:code": "EPSG:32633" };
const whole = { type: "Polygon", coordinates: [[[0, 0], [30, 0], [30, 20], [0, 20], [0, 0]]] }; // biome-ignore format: one line

/** Two rows of three columns in chunks of 2 × 2, filled up with 0. */
function band(name: string, cells: readonly number[], type: "uint16" | "uint8", extra: object) {
  const [a, b, c, d, e, f] = cells;
  const pack = (values: number[]) => bytesOf(type === "uint16" ? Uint16Array.from(values) : Uint8Array.from(values));
  const metadata = arrayV3([2, 3], type, ["y", "x"], { chunks: [2, 2] });
  return {
    [`${name}/zarr.json`]: { ...metadata, attributes: { ...attributes, ...extra } },
    [`${name}/c/0/0`]: pack([a, b, d, e]),
    [`${name}/c/0/1`]: pack([c, 0, f, 0]),
  };
}

const folder = () =>
  writeZarr({
    "zarr.json": group(),
    ...band("B04", [1, 2, 3, 4, 5, 9], "uint16", { _FillValue: 9 }),
    ...band("B08", [3, 6, 9, 12, 15, 18], "uint16", { _FillValue: 9 }),
    ...band("scl", [2, 2, 2, 4, 4, 4], "uint8", { scale_factor: 0.5 }),
    ...band("shifted", [2, 2, 2, 4, 4, 4], "uint16", { "spatial:transform": [10, 0, 5, 0, -10, 20] }),
  });

const run = async (path: string[], options: object) =>
  zonalStats(await openZarr(await folder(), { path }), whole, { zonesCrs: "raster", backend: "cpu", ...options });

describe("variables named together", () => {
  it("are bands of one raster, with the names as labels and the cells as stored", async () => {
    const raster = await openZarr(await folder(), { path: ["B08", "B04"] });
    expect(raster).toMatchObject({ dtype: "uint16", nodata: 9, chunkShape: [1, 2, 2] });
    expect(raster.dimensions).toEqual([{ name: "band", size: 2, labels: { type: "text", values: ["B08", "B04"] } }]);
    const { data, shape } = await raster.read({ row: 0, column: 1, height: 2, width: 2 });
    expect(shape).toEqual([2, 2, 2]);
    expect(data).toEqual(Uint16Array.of(6, 9, 15, 18, /* B04 */ 2, 3, 5, 9));
  });

  it("make a row a band, or with an index one row: a cell counts where all bands have a value", async () => {
    const table = await run(["B04", "B08"], { statistics: ["sum"] });
    expect([...(table.getChild("band") ?? [])]).toEqual(["B04", "B08"]);
    expect([...(table.getChild("sum") ?? [])].map(Number)).toEqual([1 + 2 + 3 + 4 + 5, 3 + 6 + 12 + 15 + 18]);
    const index = await run(["B04", "B08"], { statistics: ["values"], cell: "B08 / B04" });
    expect(index.schema.fields.map(({ name }) => name)).toEqual(["zone", "values"]);
    // 9 is no data in both: the third cell of B08, the last of B04.
    expect([...(index.getChild("values")?.get(0) ?? [])]).toEqual([3 / 1, 6 / 2, 12 / 4, 15 / 5]);
  });

  it("are in their units where types, nodata or scales differ", async () => {
    const raster = await openZarr(await folder(), { path: ["B04", "scl"] });
    expect(raster).toMatchObject({ dtype: "float64", nodata: null, scale: 1, offset: 0 });
    const { data } = await raster.read({ row: 1, column: 1, height: 1, width: 2 });
    expect(data).toEqual(Float64Array.of(5, Number.NaN, 4 * 0.5, 4 * 0.5));
  });

  it("are refused on different grids, or twice", async () => {
    const path = await folder();
    await expect(openZarr(path, { path: ["B04", "shifted"] })).rejects.toMatchObject({ tag: "invalid-option" });
    await expect(openZarr(path, { path: ["B04", "/B04"] })).rejects.toMatchObject({ tag: "invalid-option" });
    await expect(openZarr(path, { path: ["B04", "B99"] })).rejects.toMatchObject({ tag: "array-not-found" });
  });
});
