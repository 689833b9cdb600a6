import { describe, expect, it } from "vitest";
import { defineStatistic } from "../../../src/index.ts";
import { zonalStats } from "../../../src/ops/zonal-stats.ts";
import { memoryRaster } from "../../../src/source/memory.ts";

/** One zone over all of a raster of 2 × 2 cells. */
const square = { type: "Polygon", coordinates: [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]] }; // biome-ignore format: one line
const whole = { type: "Feature", properties: {}, geometry: square };

const single = memoryRaster({
  data: Int16Array.of(10, 20, -1, 40),
  width: 2,
  height: 2,
  bounds: [0, 0, 2, 2],
  nodata: -1,
  scale: 0.5,
});

const bands = memoryRaster({
  data: Float32Array.of(1, 2, 3, Number.NaN, /* B08 */ 3, 2, 9, 8),
  width: 2,
  height: 2,
  bounds: [0, 0, 2, 2],
  dimensions: [{ name: "band", size: 2, labels: { type: "text", values: ["B04", "B08"] } }],
});

const run = (raster: Parameters<typeof zonalStats>[0], options: Parameters<typeof zonalStats>[2]) =>
  zonalStats(raster, whole, { zonesCrs: "raster", backend: "cpu", ...options });

describe("cell", () => {
  it("maps values in the raster's units before they are reduced, in f64, and leaves out cells without a value", async () => {
    const table = await run(single, {
      cell: "(x - p.a) / (x + p.a)",
      parameters: { a: 1 },
      statistics: ["count", "sum", "max"],
    });
    const mapped = [5, 10, 20].map((x) => (x - 1) / (x + 1));
    expect(table.getChild("count")?.get(0)).toBe(3);
    expect(table.getChild("sum")?.get(0)).toBeCloseTo(mapped[0] + mapped[1] + mapped[2], 15);
    expect(table.getChild("max")?.get(0)).toBe(19 / 21);
  });

  it("names bands by their labels: one row a zone is left, and a cell counts where all of them have a value", async () => {
    const table = await run(bands, { cell: "(B08 - B04) / (B08 + B04)", statistics: ["values"] });
    expect(table.numRows).toBe(1);
    expect(table.schema.fields.map(({ name }) => name)).toEqual(["zone", "values"]);
    expect([...(table.getChild("values")?.get(0) ?? [])]).toEqual([(3 - 1) / 4, 0, (9 - 3) / 12]);
  });

  it("knows bands by their numbers too, whose chunk is read once", async () => {
    const asked: string[] = [];
    const watched = {
      ...bands,
      read: (...args: Parameters<typeof bands.read>) => {
        asked.push(JSON.stringify(args[1]?.ranges));
        return bands.read(...args);
      },
    };
    const table = await run(watched, { cell: "b2 - B04", statistics: ["values"] });
    expect([...(table.getChild("values")?.get(0) ?? [])]).toEqual([3 - 1, 2 - 2, 9 - 3]);
    expect(asked).toEqual(["[[0,2]]"]);
  });

  it("leaves out what is not a number", async () => {
    const table = await run(bands, { cell: "(x - 2) / (x - 2)", statistics: ["count"] });
    // Of B04 1 and 3, of B08 3, 9 and 8: the 2s give 0/0.
    expect([...(table.getChild("count") ?? [])]).toEqual([2, 3]);
  });

  it.each([
    ["x + y", "invalid-expression"],
    ["x; x", "invalid-expression"],
    ["B04 + x", "invalid-option"],
  ])("refuses %s", async (cell, tag) => {
    await expect(run(bands, { cell })).rejects.toMatchObject({ tag });
  });

  it("refuses parameters that are no numbers", async () => {
    await expect(run(single, { cell: "x", parameters: { a: Number.NaN } })).rejects.toMatchObject({
      option: "parameters",
    });
  });
});

describe("a statistic of one's own", () => {
  it("is a column beside the others", async () => {
    const midrange = defineStatistic({ name: "midrange", finalize: ({ min, max }) => (Number(min) + Number(max)) / 2 });
    const table = await run(single, { statistics: ["mean", midrange] });
    expect(table.getChild("midrange")?.get(0)).toBe((5 + 20) / 2);
  });

  it("says what is wrong with it", () => {
    const finalize = () => 0;
    expect(() => defineStatistic({ name: "mean", finalize })).toThrow('"mean" is there already');
    expect(() => defineStatistic({ name: "mine", needs: ["total" as "sum"], finalize })).toThrow('it needs "total"');
  });
});
