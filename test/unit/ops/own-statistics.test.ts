import { readFileSync } from "node:fs";
import { tableFromIPC, tableToIPC } from "apache-arrow";
import { describe, expect, it } from "vitest";
import { EngineCore } from "../../../src/engine.ts";
import {
  combinePartials,
  defineStatistic,
  finalizePartials,
  memoryRaster,
  zonalPartials,
  zonalStats,
} from "../../../src/index.ts";
import { seededRandom } from "../../helpers/random.ts";
import { bytesOf, columnOf } from "../../helpers/tables.ts";

const geometricMean = defineStatistic({
  name: "geometric_mean",
  accumulate: {
    initial: () => ({ logs: 0, weight: 0 }),
    add: ({ logs, weight }, value, coverage) => ({
      logs: logs + coverage * Math.log(Number(value)),
      weight: weight + coverage,
    }),
  },
  combine: (a, b) => ({ logs: a.logs + b.logs, weight: a.weight + b.weight }),
  finalize: (_row, { logs, weight }) => Math.exp(logs / weight),
});

const square = (left: number, top: number, right: number, bottom: number) => ({
  type: "Feature",
  properties: {},
  geometry: { type: "Polygon", coordinates: [[[left, -top], [right, -top], [right, -bottom], [left, -bottom], [left, -top]]] },
}); // biome-ignore format: ring
const zonesOf = (...features: object[]) => ({ type: "FeatureCollection", features });

const transform = [1, 0, 0, 0, -1, 0] as const;
const random = seededRandom(11);
const noise = Float32Array.from({ length: 24 * 24 }, () => random() * 1000);
const rasterOf = (chunk = 24) =>
  memoryRaster({ data: noise, width: 24, height: 24, chunkShape: [chunk, chunk], transform, nodata: 7 });
const zones = zonesOf(square(0.3, 0.2, 20.5, 22.25), square(30, 30, 31, 31), square(5, 5, 12, 12));
const zonesCrs = "raster";

describe("a statistic that accumulates itself", () => {
  it("is the README's geometric mean", async () => {
    const raster = memoryRaster({ data: Float64Array.of(2, 8, 4, 100), width: 2, height: 2, transform });
    const table = await zonalStats(raster, zonesOf(square(0, 0, 2, 1), square(1.5, 0, 2, 1)), {
      ...{ zonesCrs, rule: "fraction", statistics: ["mean", geometricMean] },
    });
    // √(2·8), and half of a cell of 8.
    expect(columnOf(table, "geometric_mean")).toEqual([expect.closeTo(4, 14), expect.closeTo(8, 14)]);
    const code = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
    expect(code).toContain('name: "geometric_mean"');
  });

  it.each(["center", "touched", "fraction"] as const)(
    "is given each cell once, in the raster's units: by %s",
    async (rule) => {
      const counted = defineStatistic<{ sum: number; cells: number }>({
        name: "own_sum",
        accumulate: {
          initial: () => ({ sum: 0, cells: 0 }),
          add: (state, value, coverage, weight) => {
            expect(weight).toBeNull();
            state.sum += Number(value) * coverage;
            state.cells++;
            return state;
          },
        },
        combine: (a, b) => ({ sum: a.sum + b.sum, cells: a.cells + b.cells }),
        finalize: (row, { sum, cells }) => (cells === row.cells ? sum : Number.NaN),
      });
      const data = Int16Array.from({ length: 24 * 24 }, (_, i) => i % 91);
      const raster = memoryRaster({
        data,
        width: 24,
        height: 24,
        chunkShape: [7, 5],
        transform,
        scale: -0.5,
        offset: 3,
      });
      const table = await zonalStats(raster, zones, { zonesCrs, rule, statistics: ["sum", counted, "median"] });
      const [sums, own] = [columnOf(table, "sum"), columnOf(table, "own_sum")];
      expect(own[0]).toBeCloseTo(sums[0] as number, 6);
      expect(own[1]).toBeNull();
      expect(own[2]).toBeCloseTo(sums[2] as number, 6);
      expect(table.schema.metadata.get("rastrum.backend")).toBe("cpu");
    },
  );

  it("does not depend on how many chunks are read at once, nor on the order in which they come", async () => {
    const statistics = [geometricMean, "mode"];
    const runs = [1, 2, 8].map(async (concurrency) => {
      const raster = rasterOf(5);
      const slow: typeof raster.read = async (window, options) => {
        await new Promise((resolve) => setTimeout(resolve, (window.row * 7 + window.column * 3) % 11));
        return raster.read(window, options);
      };
      const engine = new EngineCore({ backend: "cpu", concurrency });
      return bytesOf(
        await zonalStats({ ...raster, read: slow }, zones, { zonesCrs, rule: "fraction", statistics, engine }),
      );
    });
    const [first, ...others] = await Promise.all(runs);
    for (const other of others) expect(other).toEqual(first);
  });

  it("with weights, classes and cells of an expression, also where zones are read in sections", async () => {
    const weighted = defineStatistic<number[]>({
      name: "own_weighted",
      needs: ["weights", "sum"],
      accumulate: {
        initial: () => [0],
        add: ([sum], value, coverage, weight) => [sum + Number(value) * coverage * (weight ?? Number.NaN)],
      },
      combine: ([a], [b]) => [a + b],
      finalize: (_row, [sum]) => sum,
    });
    const weights = memoryRaster({ data: new Uint8Array(24 * 24).fill(3), width: 24, height: 24, transform });
    const data = Uint8Array.from(noise, (_, i) => (i % 24) / 8);
    const classes = memoryRaster({ data, width: 24, height: 24, transform });
    const asked = { zonesCrs, weights, classes, cell: "x * 2.0", statistics: ["sum", "median", weighted] };
    const small = new EngineCore({ backend: "cpu", memoryBudget: 4096 });
    const table = await zonalStats(rasterOf(8), zones, { ...asked, engine: small });
    const whole = await zonalStats(rasterOf(8), zones, asked);
    expect(bytesOf(table)).toEqual(bytesOf(whole));
    columnOf(table, "own_weighted").forEach((own, row) => {
      const sum = columnOf(table, "sum")[row] as number | null;
      if (own === null) expect(sum).toBe(0);
      else expect(own).toBeCloseTo(3 * (sum as number), 5);
    });
  });
});

describe("in tables of partials", () => {
  it("states are carried, and the final table is that of the whole job to the bit", async () => {
    const odd = defineStatistic<{ least: number; seen: bigint; texts: string[] }>({
      name: "odd",
      accumulate: {
        initial: () => ({ least: Infinity, seen: 0n, texts: [] }),
        add: (state, value) => ({ least: Math.min(state.least, Number(value)), seen: state.seen + 1n, texts: ["é"] }),
      },
      combine: (a, b) => ({ least: Math.min(a.least, b.least), seen: a.seen + b.seen, texts: a.texts }),
      finalize: (_row, { least, seen }) => least + Number(seen),
    });
    const options = { zonesCrs, statistics: [geometricMean, odd, "count", "median"], rule: "fraction" } as const;
    const whole = await zonalStats(rasterOf(5), zones, options);
    const parts = await Promise.all(
      [2, 0, 1].map((part) => zonalPartials(rasterOf(5), zones, { ...options, part: [part, 3] })),
    );
    const sent = parts.map((part) => tableFromIPC(tableToIPC(part)));
    const final = finalizePartials(combinePartials(sent), { statistics: options.statistics });
    for (const name of ["geometric_mean", "odd", "count", "median"]) {
      expect(columnOf(final, name)).toEqual(columnOf(whole, name));
    }
    expect(columnOf(whole, "odd")[0]).toBe(Math.min(...(columnOf(await zonalStats(rasterOf(), zones, { ...options, statistics: ["min"] }), "min") as number[]).slice(0, 1)) + 21 * 23); // biome-ignore format: one line
  });

  it("need the definition again, and refuse one that was not accumulated", async () => {
    const options = { zonesCrs, statistics: [geometricMean] };
    const table = await zonalPartials(rasterOf(), zones, options);
    expect(() => finalizePartials(table)).toThrow("were defined by the caller");
    const other = defineStatistic<number>({
      name: "other",
      accumulate: { initial: () => 0, add: (a) => a + 1 },
      combine: (a, b) => a + b,
      finalize: (_row, cells) => cells,
    });
    expect(() => finalizePartials(table, { statistics: [other] })).toThrow('no cells that "other" accumulated');
  });

  it("refuse states that are no plain data", async () => {
    const map = defineStatistic({
      name: "map",
      accumulate: { initial: () => new Map(), add: (state) => state },
      combine: (a) => a,
      finalize: (_row, state) => state.size,
    });
    expect(columnOf(await zonalStats(rasterOf(), zones, { zonesCrs, statistics: [map] }), "map")).toEqual([0, null, 0]);
    const table = zonalPartials(rasterOf(), zones, { zonesCrs, statistics: [map] });
    await expect(table).rejects.toMatchObject({ tag: "invalid-option", option: "statistics" });
  });

  it("refuse more kept cells than there is memory for", async () => {
    const engine = new EngineCore({ backend: "cpu", memoryBudget: 24 * 24 * 4 });
    const table = zonalPartials(rasterOf(), zones, { zonesCrs, statistics: ["median"], engine });
    await expect(table).rejects.toMatchObject({ tag: "budget-too-small", budgetBytes: 24 * 24 * 4 });
  });
});

describe("bad definitions and functions that fail", () => {
  const finalize = () => 0;
  const accumulate = { initial: () => 0, add: (state: number) => state };
  it.each([
    [{ name: "a", accumulate, finalize }, "accumulate goes with combine"],
    [{ name: "a", combine: (a: number) => a, finalize }, "combine goes with accumulate"],
    [
      { name: "a", accumulate: { initial: 0 }, combine: (a: number) => a, finalize },
      "accumulate takes initial and add",
    ],
    [{ name: "a", needs: ["own"], finalize }, 'it needs "own"'],
  ])("%j: %s", (definition, message) => {
    expect(() => defineStatistic(definition as never)).toThrow(message);
  });

  const fail = () => {
    throw new RangeError("no such luck");
  };
  it.each([
    ["initial", { accumulate: { ...accumulate, initial: fail } }],
    ["add", { accumulate: { ...accumulate, add: fail } }],
    ["add", { accumulate: { ...accumulate, add: () => undefined } }],
    ["combine", { accumulate, combine: fail }],
    ["finalize", { accumulate, finalize: fail }],
  ])("%s that throws, or gives nothing, is named", async (step, wrong) => {
    const own = defineStatistic({ name: "wrong", combine: (a: unknown) => a, finalize, ...wrong } as never);
    const job = zonalStats(rasterOf(), zones, { zonesCrs, statistics: [own] });
    await expect(job).rejects.toMatchObject({ tag: "statistic-failed", statistic: "wrong", step });
  });
});
